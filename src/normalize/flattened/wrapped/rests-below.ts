import { totalKind } from "../../lexicon/labels/total-words.js";
import { saysNothing } from "../../lexicon/lexicon.js";
import type { Atom } from "../atom.js";
import { foldCell, scoreCell } from "../cells/cell-score.js";
import { beginsLevelWord, isLevelWord } from "../cells/level-cells.js";
import { type Column, type ColumnKind, LEVEL_KINDS } from "../column.js";
import type { Joined } from "../joined.js";
import { cellLine } from "../search/raggedness.js";
import { columnsOfRow, type LineWord, type TextLine, textLines } from "./text-line.js";

/** A cell of a row: where it begins, and what stands below. */
interface OpenCell {
  readonly column: number;
  readonly first: LineWord;
  readonly rests: LineWord[];
}

/** A row on one line, and the lines below that only go on with its cells. */
interface Row {
  readonly cells: readonly OpenCell[];
  readonly below: TextLine[];
}

/** Cells that are words, and so may go over a line's end. */
const WORDS: ReadonlySet<ColumnKind> = new Set<ColumnKind>([
  "level1",
  "level2",
  "name",
  "label",
  "target",
  "adjusted",
  "actual",
  "text",
  "standard",
  "explanation",
  "other",
]);
const REST = /^[\p{Script=Han}（）()、，,；;。“”]{1,30}$/u;
/** 数量 may be what a name ends with. */
const LEVEL = /指标$/u;
/** A line may be shorter than its column's fullest by less than this, and what the next begins with. */
const SLACK = 0.05;
/** No text is less likely as a cell than this. */
const LEAST = -6;

/**
 * The atoms of a table whose rows stand whole on their lines, with the ends of cells that a narrow column broke moved into their rows from the lines
 * below: … 举办县级以上群众体 ≥14次 12次 10 8 / 育赛事活动次数. As they are where a line below goes on with no cell that fills its column.
 */
export function withRestsInRows(atoms: readonly Atom[], columns: readonly Column[]): Joined {
  const rows = rowsWithRests(textLines(atoms), columns);
  const widths = widthsOf(rows);
  const isPlaced = rows.every((row) => row.below.every((line) => place([line.words, piecesOf(atoms, line)], row, widths, columns)));
  return isPlaced ? moved(atoms, rows) : { atoms, ends: atoms.map((_, at) => at + 1) };
}

/** Rows with lines below them that only go on with their cells; none where such a line stands above the first row. */
function rowsWithRests(lines: readonly TextLine[], columns: readonly Column[]): Row[] {
  const rows: Row[] = [];
  let row: Row | undefined;
  for (const [l, line] of lines.entries()) {
    if (totalKind(line.words[0]!.text) !== undefined) return rows;
    const own = columnsOfRow(line, columns, true);
    if (own) {
      row = { cells: line.words.map((first, w) => ({ column: own[w]!, first, rests: [] })), below: [] };
      rows.push(row);
    } else if (line.words.every(({ text }) => isLevelWord(text) && LEVEL.test(text))) row = undefined;
    else if (!line.words.every(({ text }) => REST.test(text))) {
      // What stands above a line that is no whole row may begin that one.
      if (row) row.below.length = 0;
      row = undefined;
    } else if (l === 0) return [];
    else row?.below.push(line);
  }
  // What stands below the last row may be no part of the table.
  if (row) row.below.length = 0;
  return rows;
}

/** What a line of each column's cells holds: as much as the fullest. */
function widthsOf(rows: readonly Row[]): ReadonlyMap<number, number> {
  const widths = new Map<number, number>();
  for (const { column, first } of rows.flatMap(({ cells }) => cells))
    widths.set(column, Math.max(widths.get(column) ?? 0, cellLine(first.text).width));
  return widths;
}

/** The pieces of a line, parted by a space beside a lone character too: 数 工期顺延. */
function piecesOf(atoms: readonly Atom[], { from, to }: TextLine): LineWord[] {
  return atoms.slice(from, to).map(({ text }, i) => ({ at: from + i, to: from + i + 1, text }));
}

/** Puts the words of a line, parted in the likelier of ways, below those cells of its row that they go on with most likely; whether there are such. */
function place(
  ways: readonly (readonly LineWord[])[],
  { cells }: Row,
  widths: ReadonlyMap<number, number>,
  columns: readonly Column[],
): boolean {
  const gain = (word: LineWord, cell: OpenCell) => gainOf(word, cell, widths.get(cell.column)!, columns[cell.column]!.kind);
  const [best] = ways.flatMap((words) => likeliest(words, cells, gain) ?? []).sort((a, b) => b.gain - a.gain);
  best?.places.forEach(({ cell, word }) => {
    cell.rests.push(word);
  });
  return best !== undefined;
}

interface Placing {
  readonly places: readonly { readonly cell: OpenCell; readonly word: LineWord }[];
  readonly gain: number;
}

/** Each word below a cell of its own, in their order, at the greatest gain in all. */
function likeliest(
  words: readonly LineWord[],
  cells: readonly OpenCell[],
  gain: (word: LineWord, cell: OpenCell) => number | undefined,
): Placing | undefined {
  const [word, ...others] = words;
  if (!word) return { places: [], gain: 0 };
  let best: Placing | undefined;
  for (const [c, cell] of cells.entries()) {
    const own = gain(word, cell);
    const behind = own === undefined ? undefined : likeliest(others, cells.slice(c + 1), gain);
    if (own !== undefined && behind && (!best || own + behind.gain > best.gain))
      best = { places: [{ cell, word }, ...behind.places], gain: own + behind.gain };
  }
  return best;
}

/** What a cell gains as one of its kind when a word goes on with it; undefined where it cannot, or had room for it. */
function gainOf(word: LineWord, { first, rests }: OpenCell, width: number, kind: ColumnKind): number | undefined {
  const last = cellLine((rests.at(-1) ?? first).text);
  const next = cellLine(word.text);
  const text = foldCell([first, ...rests].map((piece) => piece.text).join(""));
  if (!WORDS.has(kind) || /\d/u.test(text) || saysNothing(text) || (LEVEL_KINDS.has(kind) && !beginsLevelWord(text))) return undefined;
  if (last.width + next.opening <= width + SLACK || next.width > width + 1) return undefined;
  const worth = (cell: string) => Math.max(LEAST, scoreCell(kind, cell));
  const gain = worth(text + foldCell(word.text)) - worth(text);
  return gain < 0 ? undefined : gain;
}

/** The atoms with each cell's rests behind its first line. */
function moved(atoms: readonly Atom[], rows: readonly Row[]): Joined {
  const rests = new Map(rows.flatMap(({ cells }) => cells.map((cell) => [cell.first.to - 1, cell] as const)));
  const taken = new Set(
    rows.flatMap(({ below }) => below.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, i) => from + i))),
  );
  const order = atoms.flatMap((_, at) => {
    if (taken.has(at)) return [];
    const own = (rests.get(at)?.rests ?? []).flatMap(({ at: from, to }) => Array.from({ length: to - from }, (_, i) => from + i));
    return [at, ...own];
  });
  let end = 0;
  let row = 0;
  return {
    atoms: order.map((at) => {
      if (!taken.has(at)) row = atoms[at]!.row;
      return taken.has(at) ? { ...atoms[at]!, gap: "glued", row } : atoms[at]!;
    }),
    ends: order.map((at) => {
      end = Math.max(end, at + 1);
      return end;
    }),
  };
}
