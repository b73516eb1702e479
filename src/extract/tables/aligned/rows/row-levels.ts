import { middleX } from "../../../../core/evidence.js";
import { isFigure } from "../../../is-figure.js";
import type { Ruling, Word } from "../../placed.js";
import { textLines } from "../../text-lines.js";
import { closingLabel } from "./closing-label.js";

/** A height that parts the region. */
export interface Level {
  readonly at: number;
  /** Rulings lie there, or the region ends. */
  readonly isRuled: boolean;
  /** For each column, whether its cells end there. */
  readonly parts: readonly boolean[];
}

/** Where a region is parted, and its rulings. */
interface Heights {
  readonly levels: readonly number[];
  readonly rulings: readonly Ruling[];
  readonly glyph: number;
}

/** Share of a column's width along which a ruling must be drawn to close its cells. */
const DRAWN = 0.6;

/** The heights at which rulings part a region, its ends among them; `between`: its words by their heights. */
export function levelsOf(
  { levels, rulings, glyph }: Heights,
  columns: readonly number[],
  between: (top: number, bottom: number) => readonly Word[],
): Level[] {
  return levels.map((at, i) => {
    const own = rulings.filter((ruling) => Math.abs(ruling.at - at) <= 0.45 * glyph);
    const isOuter = i === 0 || i === levels.length - 1;
    const isRuled = isOuter || own.length > 0;
    // Where no ruling is, the level parts what texts tell to be two blocks; and above a total none of its cells goes on.
    const isWhole = isOuter || !isRuled || isTotal(between(at, levels[i + 1]!), columns);
    const drawn = columns.slice(1).map((right, column) => isWhole || areDrawn(own, columns[column]!, right));
    const isEnd = i === 1 && !isWhole && endsHead(drawn, columns, between(levels[i - 1]!, at), between(at, levels[i + 1]!));
    return { at, isRuled, parts: isEnd ? drawn.map(() => true) : drawn };
  });
}

/**
 * For each column whether its last cell goes on below the region, and its first one above it, as a page break leaves them: rulings lie at the height, and none over
 * the column. Rows that are ruled below only have no ruling above the first of a page.
 */
export function openEnds(
  { levels, rulings, glyph }: Heights,
  columns: readonly number[],
): { readonly top: boolean[]; readonly bottom: boolean[] } {
  const at = (level: number) => rulings.filter((ruling) => Math.abs(ruling.at - level) <= 0.45 * glyph);
  const isOpen = (own: readonly Ruling[]) => columns.slice(1).map((right, column) => !areDrawn(own, columns[column]!, right));
  const [first, last] = [at(levels[0]!), at(levels.at(-1)!)];
  const bottom = last.length > 0 ? isOpen(last) : columns.slice(1).map(() => false);
  return { top: last.length > 0 ? isOpen(first) : bottom, bottom };
}

/** So many cells side by side do not all go on over a height with a head above it, and a text in line with the first figures below. */
const LEAST_BESIDE = 3;

/**
 * Whether figures first stand below a height that rulings part only some columns at (`drawn`), in one row with texts of the others: under the heads of groups a
 * head's second storey has a ruling, and its other cells reach over both.
 */
function endsHead(drawn: readonly boolean[], columns: readonly number[], above: readonly Word[], below: readonly Word[]): boolean {
  const first = textLines(below)[0]?.words ?? [];
  if (above.some(({ text }) => isFigure(text)) || !first.some(({ text }) => isFigure(text))) return false;
  const isIn = (column: number) => (word: Word) => middleX(word.box) > columns[column]! && middleX(word.box) < columns[column + 1]!;
  const others = drawn.flatMap((isDrawn, column) => (!isDrawn && above.some(isIn(column)) && first.some(isIn(column)) ? [column] : []));
  return others.length >= LEAST_BESIDE;
}

/** Whether words are one line: a label at the left side of the table, and figures. */
function isTotal(words: readonly Word[], columns: readonly number[]): boolean {
  const [line, ...others] = textLines(words);
  const label = others.length === 0 ? closingLabel(line) : [];
  return label.length === 1 && label[0]!.box[0] < columns[1]!;
}

/** The levels from each to the next at which a column ends that ends there: rulings between may close merged cells of others only. The next level where there is none. */
export function runsOf(levels: readonly Level[]): Level[][] {
  const runs: Level[][] = [];
  for (let from = 0, to = 0; from < levels.length - 1; from = to) {
    const next = levels.findIndex((below, i) => i > from && closedBy(levels[from]!, below).includes(true));
    to = next < 0 ? from + 1 : next;
    runs.push(levels.slice(from, to + 1));
  }
  return runs;
}

/** For each column, whether its cells end at both levels. */
export function closedBy(above: Level, below: Level): boolean[] {
  return above.parts.map((isParted, column) => isParted && below.parts[column]!);
}

/** Whether a row's end is one of a column's that levels of a band close, the first of them perhaps: from there on it has cells as its neighbours have. */
export function endsWithin(column: number, at: number, ends: readonly Pick<Level, "at" | "parts">[]): boolean {
  const own = ends.filter(({ parts }) => parts[column]).map((end) => end.at);
  return own.includes(at) || (own.length > 1 && at > own[0]! && at < own.at(-1)!);
}

/** Of some heights the one that is nearest. */
export function nearest(heights: readonly number[], at: number): number {
  return heights.reduce((best, each) => (Math.abs(each - at) < Math.abs(best - at) ? each : best));
}

/** Whether rulings of one height are drawn along most of what lies between. */
function areDrawn(rulings: readonly Ruling[], from: number, to: number): boolean {
  const length = rulings.reduce((sum, ruling) => sum + Math.max(0, Math.min(ruling.to, to) - Math.max(ruling.from, from)), 0);
  return length >= DRAWN * (to - from);
}
