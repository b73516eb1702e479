import { displayWidth, isWide, isWideInCodePage } from "../../../../core/display-width.js";
import { isSpaced, joinLines } from "../../../../core/text.js";
import type { SourceLine } from "../../lines/source-lines.js";
import { delimitedTable, type TextCell } from "../delimited-table.js";
import type { TableFinder } from "../find-table.js";

const HORIZONTAL = /[-=_─━═┄┅┈┉╌╍╴╶]/u;
const VERTICAL = /[|│┃║┆┇┊┋¦｜]/u;
const JUNCTION = /[+┌-╋╒-╬╭-╰]/u;
/** A line of nothing but rules and the corners where they meet. */
const RULE_LINE = /^\s*[+┌-╋╒-╬╭-╰├└┝](?:[-=_─-╋═-╬╌╍+\s]*)[+┌-╋╒-╬╭-╰]\s*$/u;
const CONTENT_LINE = /^\s*[|│┃║┆┇┊┋¦｜├┝┞┟┠┡┢┣╞╟╠+].*[|│┃║┆┇┊┋¦｜┤┥┦┧┨┩┪┫╡╢╣+]\s*$/u;
/** The corner that a table's first rule begins with. */
const OPENS = /^\s*[+┌-┏╒-╔╭]/u;
/** More lines than this in one drawn table are no table of a report. */
const MOST_LINES = 5000;

/** What stands in one display column of a line; a wide character stands in two. */
type Canvas = readonly (readonly string[])[];

/**
 * Tables drawn with rules and bars: +---+ or ┌─┐, cells merged over rows and columns where a rule or a bar is left out. Rules and signs may be one
 * or two columns wide (editors and fonts differ); the widths in which the bars stand in line are taken.
 */
export const boxTable: TableFinder = (lines, from, context) => {
  // Behind a drawn line the run was found to be no table at its first line.
  if (!beginsDrawing(lines, from) || (from > 0 && isDrawn(lines[from - 1]!) && !beginsNext(lines, from))) return undefined;
  let to = from + 1;
  while (to < lines.length && to - from < MOST_LINES && isDrawn(lines[to]!) && !beginsNext(lines, to)) to++;
  const drawn = lines.slice(from, to);
  if (drawn.length < 3 || drawn.every(({ text }) => RULE_LINE.test(text))) return undefined;
  const grid = WIDTHS.map((isWideIn) => drawGrid(drawn, isWideIn)).reduce((best, each) => (each.bars < best.bars ? each : best));
  if (grid.edges.length < 3) return undefined;
  return { to, blocks: [delimitedTable(readCells(grid, drawn), 0.9, context)] };
};

/** The characters that take two columns, as editors count them. */
const WIDTHS: readonly ((code: number) => boolean)[] = [
  isWide,
  (code) => isRuleOrBar(code) || isWide(code),
  isWideInCodePage,
  (code) => isWideInCodePage(code) && !isRuleOrBar(code),
];

function isRuleOrBar(code: number): boolean {
  return code >= 0x2500 && code <= 0x257f;
}

/** A rule, or a row on a rule: the upper rule may be left out. */
function beginsDrawing(lines: readonly SourceLine[], from: number): boolean {
  const isRule = (at: number) => RULE_LINE.test(lines[at]?.text ?? "");
  return isRule(from) || (isRule(from + 1) && isDrawn(lines[from]!));
}

/** A rule right below a rule closes no row: another table begins with it, of columns of its own. */
function beginsNext(lines: readonly SourceLine[], at: number): boolean {
  return RULE_LINE.test(lines[at - 1]?.text ?? "") && RULE_LINE.test(lines[at]!.text) && OPENS.test(lines[at]!.text);
}

function isDrawn({ text }: SourceLine): boolean {
  return RULE_LINE.test(text) || CONTENT_LINE.test(text);
}

interface DrawnGrid {
  readonly canvas: Canvas;
  /** Display columns in which some line has a bar: the fewer, the better they stand in line. */
  readonly bars: number;
  /** Display columns of the bars, those a column apart taken for one. */
  readonly edges: readonly number[];
}

function drawGrid(lines: readonly SourceLine[], isWideIn: (code: number) => boolean): DrawnGrid {
  const canvas = lines.map(({ text }) => columnsOf(text.trimEnd(), isWideIn));
  const at = new Set<number>();
  for (const line of canvas)
    for (const [column, character] of line.entries()) if (VERTICAL.test(character) || JUNCTION.test(character)) at.add(column);
  const edges: number[] = [];
  for (const column of [...at].sort((a, b) => a - b)) if (edges.length === 0 || column - edges.at(-1)! > 1) edges.push(column);
  return { canvas, bars: at.size, edges };
}

/** Each display column's character; the second half of a wide one is "". */
function columnsOf(text: string, isWideIn: (code: number) => boolean): string[] {
  const columns: string[] = [];
  for (const character of text) {
    columns.push(character);
    if (isWideIn(character.codePointAt(0)!)) columns.push("");
  }
  return columns;
}

/** A cell with its lines as they are drawn, and how many display columns it has for them. */
type DrawnCell = Omit<TextCell, "text"> & { readonly drawn: readonly string[]; readonly room: number };

/** Rows of cells with their spans. A body without rules between its rows has a row in each line, unless it is one row whose cells are filled. */
function readCells({ canvas, edges }: DrawnGrid, lines: readonly SourceLine[]): TextCell[][] {
  const ruled = canvas.map((line) => Array.from({ length: edges.length - 1 }, (_, s) => isRuled(line, edges[s]!, edges[s + 1]!)));
  const bands = bandsOf(ruled);
  const whole = cellsOf(canvas, edges, ruled, bands, lines);
  const areFilled = isFilled(whole.flat());
  const isParted = bands.length <= 2 && !areFilled;
  const rows = isParted ? cellsOf(canvas, edges, ruled, [...bands.slice(0, -1), ...bands.slice(-1).flatMap(eachLine)], lines) : whole;
  return rows.map((row) =>
    row.map(({ drawn, room: _, ...cell }) => ({
      ...cell,
      text: areFilled ? filledText(drawn) : drawn.filter((line) => line !== "").join("\n"),
    })),
  );
}

function cellsOf(
  canvas: Canvas,
  edges: readonly number[],
  ruled: readonly (readonly boolean[])[],
  bands: readonly Band[],
  lines: readonly SourceLine[],
): DrawnCell[][] {
  const segments = edges.length - 1;
  const owner = bands.map(() => new Array<boolean>(segments).fill(false));
  const rows: DrawnCell[][] = [];
  for (const [b, band] of bands.entries()) {
    const row: DrawnCell[] = [];
    for (let s = 0; s < segments; s++) {
      if (owner[b]![s]) continue;
      let right = s + 1;
      while (right < segments && !owner[b]![right] && !hasBar(canvas, band, edges[right]!)) right++;
      let below = b + 1;
      while (
        below < bands.length &&
        goesOnBelow(ruled, bands[below - 1]!, bands[below]!, s, right) &&
        !cutByBars(canvas, bands[below]!, edges, s, right)
      )
        below++;
      for (let i = b; i < below; i++) owner[i]!.fill(true, s, right);
      const last = bands[below - 1]!;
      const drawn = canvas.slice(band.from, last.to).map((line, i) =>
        ruled[band.from + i]![s]
          ? ""
          : line
              .slice(barAt(line, edges[s]!) + 1, barAt(line, edges[right]!))
              .join("")
              .trim(),
      );
      // A blank stands at each side.
      const room = edges[right]! - edges[s]! - 3;
      row.push({ drawn, room, line: lines[band.from]!.number, rowSpan: below - b, colSpan: right - s });
    }
    rows.push(row);
  }
  return rows;
}

/** Whether cells' texts were broken by their width alone, as Pandoc fills them: nowhere have two lines room on one. */
function isFilled(cells: readonly DrawnCell[]): boolean {
  const pairs = cells.flatMap(({ drawn, room }) =>
    drawn.slice(1).flatMap((line, i) => (line !== "" && drawn[i] !== "" ? [{ above: drawn[i]!, line, room }] : [])),
  );
  const fits = ({ above, line, room }: (typeof pairs)[number]): boolean =>
    displayWidth(above) + displayWidth(line) + (isSpaced(above, line) ? 1 : 0) <= room;
  return pairs.length > 0 && !pairs.some(fits);
}

/** The text of lines that a width broke, as its paragraphs, which blank lines part. */
function filledText(drawn: readonly string[]): string {
  const paragraphs: string[][] = [[]];
  for (const line of drawn) {
    if (line === "") paragraphs.push([]);
    else paragraphs.at(-1)!.push(line);
  }
  return paragraphs.flatMap((each) => (each.length > 0 ? joinLines(each) : [])).join("\n");
}

interface Band {
  readonly from: number;
  readonly to: number;
}

/** Stretches of lines with no rule in them. */
function bandsOf(ruled: readonly (readonly boolean[])[]): Band[] {
  const bands: { from: number; to: number }[] = [];
  for (const [line, segments] of ruled.entries()) {
    if (segments.includes(true)) continue;
    const last = bands.at(-1);
    if (last?.to === line) last.to++;
    else bands.push({ from: line, to: line + 1 });
  }
  return bands;
}

/** A body without rules between its rows has a row in each line. */
function eachLine({ from, to }: Band): Band[] {
  return Array.from({ length: to - from }, (_, i) => ({ from: from + i, to: from + i + 1 }));
}

function isRuled(line: readonly string[], from: number, to: number): boolean {
  let rules = 0;
  let others = 0;
  for (let column = from + 1; column < to; column++) {
    const character = line[column] ?? " ";
    if (HORIZONTAL.test(character) || JUNCTION.test(character)) rules++;
    else if (character !== "") others++;
  }
  return rules > 0 && rules >= others;
}

/** Where a line has its own bar of an edge: there or a column behind. */
function barAt(line: readonly string[], edge: number): number {
  const isBar = (column: number) => VERTICAL.test(line[column] ?? "") || JUNCTION.test(line[column] ?? "");
  return !isBar(edge) && isBar(edge + 1) ? edge + 1 : edge;
}

/** Whether a bar stands at the edge in most lines of the band. */
function hasBar(canvas: Canvas, band: Band, edge: number): boolean {
  let bars = 0;
  for (let line = band.from; line < band.to; line++)
    if ([edge, edge + 1].some((column) => VERTICAL.test(canvas[line]![column] ?? ""))) bars++;
  return bars * 2 >= band.to - band.from;
}

function goesOnBelow(ruled: readonly (readonly boolean[])[], above: Band, below: Band, from: number, to: number): boolean {
  if (above.to === below.from) return false;
  for (let line = above.to; line < below.from; line++) if (ruled[line]!.slice(from, to).includes(true)) return false;
  return true;
}

function cutByBars(canvas: Canvas, band: Band, edges: readonly number[], from: number, to: number): boolean {
  for (let s = from + 1; s < to; s++) if (hasBar(canvas, band, edges[s]!)) return true;
  return false;
}
