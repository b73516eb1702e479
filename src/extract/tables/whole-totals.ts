import { unionBox } from "../../core/evidence.js";
import { isFigure } from "../is-figure.js";
import { closingLabel } from "./aligned/rows/closing-label.js";
import { firstUnit } from "./first-unit.js";
import type { Word } from "./placed.js";
import { type TextLine, textLines, WRAPPED } from "./text-lines.js";

/** What of a figure goes to the next line: digits, with a point before or among them perhaps; such as cannot be a figure with decimals; and what stays. */
const REST = /^\d*[.．]?\d+[%％]?$/u;
const PLAIN = /^[.．]?\d+[%％]?$/u;
const START = /^\d[\d,]*[.．]?\d*$/u;
/** How exactly a row's other texts stand in the middle of two, in glyph heights. */
const LEVEL = 0.3;
const LEADING_ZERO = /^0\d/u;
const BROKEN = /[.．]$/u;
const FIGURED = /\d/u;

/** Widest gap between two characters of a label that is spread over its cell, in glyph heights; what is a total beyond doubt may be spread over any. */
const SPREAD = 1.2;
const TOTAL = /^(?:合计|总计|小计|总分)$/u;
const CHARACTER = /^\p{Script=Han}$/u;

/**
 * The words with totals made whole: labels that are spread (合 计) are one word, and so are figures that their columns were too narrow for: 98. and 8 above and
 * below the label, or 10 beside it and 0.0 below. Such pieces have their lines to themselves, so that they would be rows of their own.
 */
export function withWholeTotals(words: readonly Word[]): readonly Word[] {
  const lines = textLines(words.filter((word) => !word.turned));
  const whole = new Map<Word, Word | undefined>();
  /** The line of a total as it is so far, where the one before held pieces of it. */
  let open: OpenTotal | undefined;
  for (const [i, rest] of lines.entries()) {
    const label = closingLabel(rest);
    if (isSpread(label)) {
      for (const word of label) whole.set(word, undefined);
      whole.set(label[0]!, joined(label, label[0]!.baseline));
    }
    const total = open ?? (i > 0 ? begun(lines[i - 1]!) : undefined);
    open = undefined;
    if (!total || !rest.words.every(({ text }) => REST.test(text))) continue;
    const { line: before, firsts, baseline } = total;
    const above = lines[i - 2];
    const starts = startsBeside(before, rest) ?? (above && startsAround(above, before, rest));
    if (!starts) continue;
    const facing = lines.slice(0, i).findLast((line) => isFacing(line, rest, baseline));
    const figures = new Map<Word, Word>();
    for (const [at, start] of starts.entries()) {
      const piece = rest.words[at]!;
      const first = overOf(facing?.words ?? [], piece);
      const isBegun = first !== undefined && first !== start && isFigure(first.text + start.text + piece.text);
      figures.set(start, joined([...(isBegun ? [first] : []), start, piece], baseline));
      if (isBegun) whole.set(first, undefined);
    }
    for (const word of rest.words) whole.set(word, undefined);
    for (const [start, figure] of figures) whole.set(firsts.get(start) ?? start, figure);
    open = {
      line: { ...before, baseline: rest.baseline, words: before.words.map((word) => figures.get(word) ?? word) },
      firsts: new Map([...figures].map(([start, figure]) => [figure, firsts.get(start) ?? start])),
      baseline,
    };
  }
  return whole.size === 0 ? words : words.flatMap((word) => (whole.has(word) ? (whole.get(word) ?? []) : [word]));
}

interface OpenTotal {
  /** With the pieces below joined to its figures, and standing where these do. */
  readonly line: TextLine;
  /** For each of those figures the word that it began with. */
  readonly firsts: ReadonlyMap<Word, Word>;
  /** Where the line stood. */
  readonly baseline: number;
}

function begun(line: TextLine): OpenTotal {
  return { line, firsts: new Map(), baseline: line.baseline };
}

function isSpread(label: readonly Word[]): boolean {
  const areNear = label.slice(1).every(({ box, size }, i) => box[0] - label[i]!.box[2] < SPREAD * size);
  const isTotal = TOTAL.test(label.map(({ text }) => text).join(""));
  return label.length > 1 && (areNear || isTotal) && label.every(({ text }) => CHARACTER.test(text));
}

function joined(words: readonly Word[], baseline: number): Word {
  return { ...words[0]!, text: words.map(({ text }) => text).join(""), baseline, box: unionBox(words.map(({ box }) => box))! };
}

/** For each piece the figure of the total's line above it that goes on there; undefined where one has none. */
function startsBeside(label: TextLine, rest: TextLine): readonly Word[] | undefined {
  if (closingLabel(label).length === 0 || rest.baseline - label.baseline > WRAPPED * rest.size) return undefined;
  return startsOf(label.words, rest);
}

/** The same where the total's label stands between the two lines, which have nothing but pieces. */
function startsAround(above: TextLine, label: TextLine, rest: TextLine): readonly Word[] | undefined {
  const isBroken = above.words.every(({ text }) => BROKEN.test(text)) && !label.words.some(({ text }) => FIGURED.test(text));
  const isLabel = (isBroken || closingLabel(label).length > 0) && rest.words.every(({ text }) => PLAIN.test(text));
  const isBetween = Math.abs(above.baseline + rest.baseline - 2 * label.baseline) < 2 * LEVEL * rest.size;
  const isNear = rest.baseline - above.baseline < WRAPPED * rest.size;
  return isLabel && isBetween && isNear && above.words.length === rest.words.length ? startsOf(above.words, rest) : undefined;
}

function startsOf(words: readonly Word[], rest: TextLine): readonly Word[] | undefined {
  const starts = rest.words.flatMap((piece) => {
    const over = overOf(words, piece);
    const figure = (over?.text ?? "") + piece.text;
    return over && START.test(over.text) && isFigure(figure) && !LEADING_ZERO.test(figure) && isFull(over, piece) ? [over] : [];
  });
  return starts.length === rest.words.length ? starts : undefined;
}

/** Whether a column as wide as the one has no room for the other's first digit: it is broken only there. */
function isFull(over: Word, piece: Word): boolean {
  return widthOf(piece) < widthOf(over) + firstUnit(piece.text, over.text) * over.size;
}

function widthOf({ box }: Word): number {
  return box[2] - box[0];
}

function overOf(words: readonly Word[], { box }: Word): Word | undefined {
  return words.find((word) => word.box[0] < box[2] && box[0] < word.box[2]);
}

/** Whether a line holds nothing but pieces of figures, as far above the total's line at `baseline` as `rest` stands below: what is between the two is of them. */
function isFacing({ words, baseline: above }: TextLine, rest: TextLine, baseline: number): boolean {
  return Math.abs(above + rest.baseline - 2 * baseline) < 2 * LEVEL * rest.size && words.every(({ text }) => START.test(text));
}
