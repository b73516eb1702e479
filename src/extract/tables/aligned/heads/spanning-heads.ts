import { type Box, middleX } from "../../../../core/evidence.js";
import { middleOf } from "../../middle-of.js";
import type { Ruling, Word } from "../../placed.js";
import { coveredRuns } from "../columns/line-columns.js";
import { cutRulings } from "../cut-rulings.js";

/** A head over several columns, told by the ruling below it, which is drawn just under these. */
export interface SpanningHead {
  readonly ruling: Ruling;
  readonly words: readonly Word[];
}

/** A ruling longer than this share of the table parts its rows. */
const WHOLE = 0.9;
/** Gap between the texts of two columns, in glyph heights. */
const APART = 0.5;
/** How far from the middle of its ruling the middle of a head stands, in glyph heights. */
const OFF = 1.5;
/** How exactly it begins where the first of its columns' heads does, where it stands at the left, in glyph heights. */
const IN_LINE = 0.15;
const DIGIT = /\d/u;
/** Rulings closer to each other than this have no room for text between, in glyph heights. */
const LOW = 0.9;

/**
 * The heads of a table that span columns: alone above a ruling that is drawn in part, with several texts side by side below it. One that does not stand
 * in the middle of its ruling is believed only if that ends before the table does, or it begins with its columns' heads: rulings beside merged cells go to its right side. Where `uprights` come down to
 * a ruling, they part it.
 */
export function spanningHeads(
  words: readonly Word[],
  { rulings, uprights = [] }: { readonly rulings: readonly Ruling[]; readonly uprights?: readonly Ruling[] },
  box: Box,
  glyph: number,
): SpanningHead[] {
  const whole = rulings.filter(({ at }) => at > box[1] - 0.45 * glyph && at < box[3] + 0.45 * glyph);
  const within = cutRulings(whole, uprights, glyph);
  return within
    .filter(({ from, to }) => to - from <= WHOLE * (box[2] - box[0]))
    .flatMap((ruling): SpanningHead[] => {
      const { at, from, to } = ruling;
      const beside = within
        .filter((other) => Math.min(other.to, to) - Math.max(other.from, from) > 0.5 * (to - from))
        .map((other) => other.at);
      const top = Math.max(box[1], ...beside.filter((level) => level < at - LOW * glyph));
      const bottom = Math.min(box[3], ...beside.filter((level) => level > at + LOW * glyph));
      const over = words.filter((word) => isOver(word, ruling));
      const above = over.filter((word) => middleOf(word) >= top && middleOf(word) < at);
      const below = over.filter((word) => middleOf(word) >= at && middleOf(word) < bottom);
      const [run, ...others] = coveredRuns(above, APART * glyph);
      const own = coveredRuns(below, APART * glyph);
      if (!run || others.length > 0 || own.length < 2) return [];
      const isInLine = Math.abs(run.from - own[0]!.from) < IN_LINE * glyph && ![...above, ...below].some(({ text }) => DIGIT.test(text));
      const isCentred = Math.abs((run.from + run.to) / 2 - (from + to) / 2) <= OFF * glyph;
      return isCentred || isInLine || (to < box[2] - glyph && whole.includes(ruling)) ? [{ ruling, words: above }] : [];
    });
}

function isOver({ box }: Word, { from, to }: Ruling): boolean {
  const middle = middleX(box);
  return middle > from && middle < to;
}
