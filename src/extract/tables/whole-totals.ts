import { unionBox } from "../../core/evidence.js";
import { isFigure } from "../is-figure.js";
import { closingLabel } from "./aligned/closing-label.js";
import type { Word } from "./placed.js";
import { type TextLine, textLines } from "./text-lines.js";

/** What of a figure goes to the next line: digits, with a point before or among them perhaps; such as cannot be a figure with decimals; and what stays. */
const REST = /^\d*[.．]?\d+[%％]?$/u;
const PLAIN = /^[.．]?\d+[%％]?$/u;
const START = /^\d[\d,]*[.．]?\d*$/u;
/** Farthest that the lines of one text stand from each other, and how exactly a row's other texts stand in the middle of two, in glyph heights. */
const WRAPPED = 1.9;
const LEVEL = 0.3;
const LEADING_ZERO = /^0\d/u;
const BROKEN = /[.．]$/u;
const FIGURED = /\d/u;

/** Widest gap between two characters of a label that is spread over its cell, in glyph heights. */
const SPREAD = 1.2;
const CHARACTER = /^\p{Script=Han}$/u;

/**
 * The words with totals made whole: labels that are spread (合 计) are one word, and so are figures that their columns were too narrow for: 98. and 8 above and
 * below the label, or 10 beside it and 0.0 below. Such pieces have their lines to themselves, so that they would be rows of their own.
 */
export function withWholeTotals(words: readonly Word[]): readonly Word[] {
  const lines = textLines(words.filter((word) => !word.turned));
  const whole = new Map<Word, Word | undefined>();
  for (const [i, rest] of lines.entries()) {
    const label = closingLabel(rest);
    if (isSpread(label)) {
      for (const word of label) whole.set(word, undefined);
      whole.set(label[0]!, joined(label, label[0]!.baseline));
    }
    if (i === 0 || !rest.words.every(({ text }) => REST.test(text))) continue;
    const before = lines[i - 1]!;
    const above = lines[i - 2];
    const starts = startsBeside(before, rest) ?? (above && startsAround(above, before, rest));
    for (const [at, start] of starts?.entries() ?? []) {
      whole.set(rest.words[at]!, undefined);
      whole.set(start, joined([start, rest.words[at]!], before.baseline));
    }
  }
  return whole.size === 0 ? words : words.flatMap((word) => (whole.has(word) ? (whole.get(word) ?? []) : [word]));
}

function isSpread(label: readonly Word[]): boolean {
  const areNear = label.slice(1).every(({ box, size }, i) => box[0] - label[i]!.box[2] < SPREAD * size);
  return label.length > 1 && areNear && label.every(({ text }) => CHARACTER.test(text));
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
  const starts = rest.words.flatMap(({ text, box }) => {
    const over = words.find((word) => word.box[0] < box[2] && box[0] < word.box[2]);
    return over && START.test(over.text) && isFigure(over.text + text) && !LEADING_ZERO.test(over.text + text) ? [over] : [];
  });
  return starts.length === rest.words.length ? starts : undefined;
}
