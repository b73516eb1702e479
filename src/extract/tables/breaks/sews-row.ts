import { isFigure } from "../../is-figure.js";
import { firstUnit } from "../first-unit.js";
import { type Grid, type GridCell, hasText, writtenIn } from "../grid.js";
import { lineText, type TextLine, textLines } from "../text-lines.js";
import type { SeamPair } from "./sew-grids.js";

/** For each column in which a row says nothing where most rows do (a unit of 定性), so many must have the row's text on one side of the break alone. */
const SILENT = 3;

/** How exactly the room in a cell is known, in glyph heights. */
const TOLERANCE = 0.3;

/** So many cells side by side end with a full line by chance no more. */
const MANY = 5;

/** Share of a column's rows that say something, for the column to be expected to. */
const FILLED = 0.8;

/**
 * Whether the page break cut a row in two: each side of it lacks some of what every row has, or rulings close the table on neither (`isUnclosed`), and no
 * column has a whole cell on both sides.
 */
export function sewsRow(upper: Grid, lower: Grid, seam: readonly SeamPair[], isUnclosed: boolean): boolean {
  const rows = seam.filter((pair) => pair.above.rowSpan === 1 && pair.below.rowSpan === 1);
  // Cells that span rows go on by themselves; a row is cut where its own cells pair up.
  const single = rows.filter((pair) => !pair.continues || hasText(pair.above) !== hasText(pair.below));
  if (single.length < 2) return false;
  const isSpeaking = ({ above, below }: SeamPair): boolean => hasText(above) && hasText(below);
  const isNameless = hasWords(seam.map(({ above }) => above)) && !hasWords(lower.cells.filter(({ row }) => row === 0));
  if (isUnclosed) return goOn(single.filter(isSpeaking), upper, lower, isNameless);
  // Rests of figures under a named row's, and nothing else, are no row of their own: 总分 | 10 over 0.
  const speaking = single.filter(isSpeaking);
  if (isNameless && speaking.length > 0 && single.every(({ above, below }) => hasText(above) || !hasText(below)))
    return goOn(speaking, upper, lower, isNameless);
  if (single.every((pair) => hasText(pair.above) === hasText(pair.below)) && !mayRunOn(single, lower)) return false;
  const above = fillings(upper);
  const below = fillings(lower);
  const expected = single.filter((pair) => isFilled(above, pair.above) && isFilled(below, pair.below));
  if (expected.length === 0) return false;
  const both = expected.filter(isSpeaking);
  const lacking = expected.filter((pair) => hasText(pair.above) !== hasText(pair.below));
  const neither = expected.length - both.length - lacking.length;
  if (neither * SILENT > lacking.length || (lacking.every(({ continues }) => continues) && both.length < MANY)) return false;
  // Where both sides speak, the text must run on: short cells (figures) never do in a column with room for them.
  return goOn(both, upper, lower, isNameless);
}

/** Whether any of the cells says more than a figure or the rest of one: a row is named. */
function hasWords(cells: readonly GridCell[]): boolean {
  return cells.some((cell) => /\p{L}/u.test(writtenIn(cell)));
}

/** Whether the texts of cells that speak on both sides of the break run on over it; `isNameless`: the row below has nothing but figures, and the one above a name. */
function goOn(both: readonly SeamPair[], upper: Grid, lower: Grid, isNameless: boolean): boolean {
  if (both.length === 0) return true;
  if (both.filter(isFigureUnderWords).length > both.length / 2 || both.some((pair) => isHead(pair, lower))) return false;
  const near = [...onPage(upper, both[0]!.above.parts.at(-1)!.page), ...lower.cells];
  const room = cellRoom(near);
  return both.every((pair) => runsOn(pair, room) && !hasRoomForDigit(pair, near) && (isNameless || !outgrows(pair, near)));
}

/** Whether all that speaks may run on, by the room of the cells below alone: nearly no break need be looked at more closely. */
function mayRunOn(pairs: readonly SeamPair[], lower: Grid): boolean {
  const speaking = pairs.filter(({ above }) => hasText(above));
  if (speaking.length < MANY) return false;
  const room = cellRoom(lower.cells);
  return speaking.every((pair) => runsOn(pair, room));
}

/** More than any page has room for. */
const MOST_COLUMNS = 10_000;

/** How many cells stand in a column, and how many of them say something; columns of merged cells count for themselves. */
type Fillings = ReadonlyMap<number, { readonly all: number; readonly filled: number }>;

function fillings(grid: Grid): Fillings {
  const counts = new Map<number, { all: number; filled: number }>();
  for (const cell of grid.cells) {
    const key = columnOf(cell);
    const count = counts.get(key) ?? { all: 0, filled: 0 };
    counts.set(key, count);
    count.all++;
    if (hasText(cell)) count.filled++;
  }
  return counts;
}

function columnOf({ column, colSpan }: GridCell): number {
  return column * MOST_COLUMNS + colSpan;
}

/** Whether the cells above and below it say something. */
function isFilled(counts: Fillings, cell: GridCell): boolean {
  const { all, filled } = counts.get(columnOf(cell))!;
  return filled - (hasText(cell) ? 1 : 0) >= FILLED * (all - 1);
}

/** The cells that end on the page: those beside the break, of a table that may have come over hundreds. */
function onPage(grid: Grid, page: number): GridCell[] {
  return grid.cells.filter(({ parts }) => parts.at(-1)!.page === page);
}

/**
 * How much of its width a cell leaves free: its padding, and what is too narrow for a character more. That is the least that is free beside any text, or, where
 * texts reach over their cells' sides, what most lines leave after which a text wraps.
 */
function cellRoom(cells: readonly GridCell[]): number {
  const parts = cells.flatMap((cell) => cell.parts.filter((part) => part.words.length > 0));
  const rooms: number[] = [];
  const wraps: number[] = [];
  for (const { box, words } of parts) {
    const lines = textLines(words);
    rooms.push(box[2] - box[0] - widest(lines));
    for (const [i, next] of lines.slice(1).entries()) wraps.push(box[2] - box[0] - widthOf(lines[i]!) - unitOf(lines[i]!, next));
  }
  const usual = wraps.sort((a, b) => a - b)[wraps.length >> 1] ?? 0;
  return Math.max(0, Math.min(...rooms), usual);
}

function widest(lines: readonly TextLine[]): number {
  return Math.max(...lines.map(widthOf));
}

function widthOf({ box }: TextLine): number {
  return box[2] - box[0];
}

/** A whole figure under words alone, as in the first row below a head. */
function isFigureUnderWords({ above, below }: SeamPair): boolean {
  const [upper, lower] = [above.parts.at(-1)!, below.parts[0]!].map(({ words }) => textLines(words).map(lineText).join(""));
  return !/\d/u.test(upper!) && isFigure(lower!);
}

/** Words alone over a column of nothing but figures: its head. */
function isHead(pair: SeamPair, lower: Grid): boolean {
  if (!isFigureUnderWords(pair)) return false;
  const others = lower.cells.filter((cell) => cell !== pair.below && columnOf(cell) === columnOf(pair.below) && hasText(cell));
  return others.length >= LEAST_FIGURES && others.every((cell) => isFigure(writtenIn(cell)));
}

/**
 * Whether two figures are of two rows: they make no figure together, or another line of their column shows that one more digit would have had room
 * before the break.
 */
function hasRoomForDigit({ above, below }: SeamPair, near: readonly GridCell[]): boolean {
  const last = textLines(above.parts.at(-1)!.words).at(-1)!;
  const next = textLines(below.parts[0]!.words)[0]!;
  if (!isFigure(lineText(last)) || !isFigure(lineText(next))) return false;
  if (!isFigure(lineText(last) + lineText(next))) return true;
  const column = near.filter((cell) => columnOf(cell) === columnOf(above));
  const widths = column.flatMap(({ parts }) => parts.flatMap(({ words }) => textLines(words).map(widthOf)));
  return widthOf(last) + firstUnit(lineText(next), lineText(last)) * next.size <= Math.max(...widths);
}

/** Cells with figures that a column has, for their length to say anything. */
const LEAST_FIGURES = 3;

/** Whether two figures together have more digits before the point, or behind it, than any of their column: 15 and 10 of marks, 11 and 12 of rows' numbers. */
function outgrows({ above, below }: SeamPair, near: readonly GridCell[]): boolean {
  const [upper, lower] = [above, below].map(writtenIn);
  if (!isFigure(upper!) || !isFigure(lower!)) return false;
  const others = near.filter((cell) => cell !== above && cell !== below && columnOf(cell) === columnOf(above) && isFigure(writtenIn(cell)));
  // The figure above the break has its digits before the point already: 19.3 and 7 beside scores below ten.
  const lengths = [upper!, ...others.map(writtenIn)].map(digitsOf);
  return (
    others.length >= LEAST_FIGURES && digitsOf(upper! + lower!).some((own, part) => own > Math.max(...lengths.map((each) => each[part]!)))
  );
}

/** How many digits a figure has before its point, and how many behind it. */
function digitsOf(figure: string): readonly [number, number] {
  const [whole, decimals] = figure.split(/[.．]/u).map((part) => part.replace(/\D/gu, "").length);
  return [whole!, decimals ?? 0];
}

const FROM_THE_POINT = /^[.．]\d*$/u;

/** The line before the break leaves no room in its cell for what the next one begins with. */
function runsOn({ above, below }: SeamPair, room: number): boolean {
  const part = above.parts.at(-1)!;
  const last = textLines(part.words).at(-1)!;
  const next = textLines(below.parts[0]!.words)[0]!;
  // No figure begins with its point.
  if (FROM_THE_POINT.test(lineText(next)) && isFigure(lineText(last))) return true;
  const width = part.box[2] - part.box[0] - room;
  return widthOf(last) + unitOf(last, next) > width - TOLERANCE * last.size;
}

/** The width of what `next` begins with, and would have had to have room behind `last`. */
function unitOf(last: TextLine, next: TextLine): number {
  const text = lineText(next);
  // % is half as wide as it is high in some fonts, and nearly as wide in others: alone on its line it shows how wide. An ideograph's ink is narrower than its room.
  return text.length === 1 && !/\p{Script=Han}/u.test(text) ? widthOf(next) : firstUnit(text, lineText(last)) * next.size;
}
