import { type Box, unionBox } from "../../../core/evidence.js";
import type { Grid, GridCell } from "../grid.js";
import type { Word } from "../placed.js";
import { NEXT_LINE, type TextLine, WRAPPED } from "../text-lines.js";
import { coveredRuns } from "./columns/line-columns.js";

/** Gap between two texts that are of two cells, and how exactly such stand one under the other, in glyph heights. */
const APART = 0.3;
const IN_LINE = 0.15;
/** Labels with their values side by side, at most, in texts; rows of them that make a cover, at least; and texts that the row below has. */
const PAIRS = 4;
const LEAST_ROWS = 2;
const LEAST_TEXTS = 3;
const CONFIDENCE = 0.85;
const DIGIT = /\d/u;

/** A text of a row: from where to where it reaches, and its words. */
interface Run {
  readonly from: number;
  readonly to: number;
  readonly words: readonly Word[];
}

interface Row {
  readonly lines: readonly TextLine[];
  readonly runs: readonly Run[];
}

/** The cover of a form: its lines, without a title above them; where, among all lines, the table below it begins; and its own table. */
export interface Cover {
  readonly lines: readonly TextLine[];
  readonly end: number;
  readonly grid: Grid;
}

/**
 * The cover of a form (项目名称 … 主管部门 … 实施单位 …: labels with their values, one or two on a row, labels under labels) that the first lines are, above a
 * table with columns of its own: its first row has more texts, or begins where no text of the cover stands.
 */
export function findCover(lines: readonly TextLine[], page: number, glyph: number): Cover | undefined {
  const rows = rowsOf(lines, glyph);
  const first = rows.findIndex(({ runs }) => runs.length > 1);
  const labels = rows[first];
  if (!labels || !isPairs(labels)) return undefined;
  const cover: Row[] = [labels];
  let end = first + 1;
  for (; end < rows.length; end++) {
    const row = rows[end]!;
    const above = cover.at(-1)!;
    if (isPairs(row) && areInLine(row.runs[0]!, labels.runs[0]!, glyph)) cover.push(row);
    else if (isRestOf(row, above, glyph)) cover[cover.length - 1] = withRest(above, row);
    else break;
  }
  const below = rows[end];
  if (!below || cover.length < LEAST_ROWS || below.runs.length < LEAST_TEXTS) return undefined;
  const most = Math.max(...cover.map(({ runs }) => runs.length));
  // Where the cover begins with the value of a single label, the table may begin under values: its own label stands lower.
  const others = labels.runs.length < PAIRS ? cover.map(({ runs }) => runs.slice(0, 1)) : cover.map(({ runs }) => runs);
  const isInLine = others.some((runs) => runs.some((run) => areInLine(run, below.runs[0]!, glyph)));
  if (below.runs.length <= most && isInLine) return undefined;
  const own = cover.flatMap((row) => row.lines);
  return { lines: own, end: lines.indexOf(own.at(-1)!) + 1, grid: gridOf(cover, page, glyph) };
}

function rowsOf(lines: readonly TextLine[], glyph: number): Row[] {
  const groups: TextLine[][] = [];
  for (const [i, line] of lines.entries()) {
    if (i > 0 && line.baseline - lines[i - 1]!.baseline < NEXT_LINE * glyph) groups.at(-1)!.push(line);
    else groups.push([line]);
  }
  return groups.map((own) => {
    const words = own.flatMap((line) => line.words);
    const runs = coveredRuns(words, APART * glyph).map(({ from, to }) => ({
      from,
      to,
      words: words.filter(({ box }) => box[0] >= from && box[2] <= to),
    }));
    return { lines: own, runs };
  });
}

/** A label and its value, or two: no digit in a label. */
function isPairs({ runs }: Row): boolean {
  const isLabel = ({ words }: Run): boolean => !words.some(({ text }) => DIGIT.test(text));
  return (runs.length === 2 || runs.length === PAIRS) && runs.every((run, i) => i % 2 > 0 || isLabel(run));
}

function areInLine(a: Run, b: Run, glyph: number): boolean {
  const off = Math.min(Math.abs(a.from - b.from), Math.abs(a.from + a.to - b.from - b.to) / 2);
  return off < IN_LINE * glyph;
}

/** Whether the texts of a row are the wrapped rest of those above. */
function isRestOf({ lines, runs }: Row, above: Row, glyph: number): boolean {
  const isNear = lines[0]!.baseline - above.lines.at(-1)!.baseline < WRAPPED * glyph;
  return isNear && runs.every((own) => above.runs.some((run) => areInLine(run, own, glyph)));
}

function withRest({ lines, runs }: Row, rest: Row): Row {
  return {
    lines: [...lines, ...rest.lines],
    runs: runs.map((run) => ({
      ...run,
      words: [...run.words, ...rest.runs.filter(({ from, to }) => from < run.to && to > run.from).flatMap(({ words }) => words)],
    })),
  };
}

/** Two pairs on a row tell four columns; the value of a single pair reaches over those right of its label. */
function gridOf(rows: readonly Row[], page: number, glyph: number): Grid {
  const full = rows.filter(({ runs }) => runs.length === PAIRS);
  const second = full.map(({ runs }) => runs[2]!);
  const told = full.length > 0 ? full : rows;
  const columnCount = told[0]!.runs.length;
  const box = unionBox(rows.flatMap(({ lines }) => lines.map((line) => line.box)))!;
  const columns = Array.from({ length: columnCount + 1 }, (_, i) => {
    if (i === 0) return box[0];
    if (i === columnCount) return box[2];
    return (Math.max(...told.map(({ runs }) => runs[i - 1]!.to)) + Math.min(...told.map(({ runs }) => runs[i]!.from))) / 2;
  });
  const cells = rows.flatMap(({ lines, runs }, row): GridCell[] => {
    const [top, bottom] = [Math.min(...lines.map((line) => line.box[1])), Math.max(...lines.map((line) => line.box[3]))];
    const starts = runs.length === columnCount ? runs.map((_, i) => i) : [0, second.some((run) => areInLine(run, runs[1]!, glyph)) ? 2 : 1];
    const cell = (column: number, end: number, words: readonly Word[]): GridCell => {
      const own: Box = [columns[column]!, top, columns[end]!, bottom];
      return { row, column, rowSpan: 1, colSpan: end - column, parts: [{ page, box: own, words, nested: [] }] };
    };
    return Array.from({ length: columnCount }, (_, column) => column).flatMap((column): GridCell[] => {
      const at = starts.indexOf(column);
      const isWide = runs.length < columnCount && starts[1] === 1;
      if (at >= 0) return [cell(column, isWide && at === 1 ? columnCount : column + 1, runs[at]!.words)];
      return isWide ? [] : [cell(column, column + 1, [])];
    });
  });
  const closed = columns.slice(1).map(() => false);
  return {
    page,
    box,
    rowCount: rows.length,
    columnCount,
    columns,
    cells,
    origin: "aligned",
    confidence: CONFIDENCE,
    openTop: closed,
    openBottom: closed,
  };
}
