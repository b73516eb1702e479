import type { Box } from "../../../../core/evidence.js";
import type { Word } from "../../placed.js";
import { groupHeads } from "../heads/group-heads.js";
import { inked } from "./inked.js";
import { tightGutters } from "./tight-gutters.js";

/** A word wider than this share of the table runs across columns, and says nothing about them. */
const WIDE = 0.45;
/** Share of the lines that may run across a gutter (merged heads, subtotals). */
const CROSSING = 0.08;
/** Least width of a gutter in glyph heights: clear ones, and such as are run across. */
const CLEAR = 0.3;
/** Narrower places without text are no gutters; where one is run across, it lies where such a place is, if that is wider than a touch of two glyphs. */
const SLIT = 0.05;
const CROSSED = 0.8;

/**
 * Edges of the columns that words within `box` stand in, found by the gutters that hardly any word crosses: left edge, the middles of the
 * gutters, right edge. `lines` is the number of text lines.
 */
export function findColumns(words: readonly Word[], box: Box, lines: number, glyph: number): number[] {
  const heads = groupHeads(words, glyph);
  const narrow = words.filter((word) => word.box[2] - word.box[0] <= WIDE * (box[2] - box[0]) && !heads.has(word)).map(inked);
  if (narrow.length < 2) return [box[0], box[2]];
  const starts = Float64Array.from(narrow, ({ box }) => box[0]).sort();
  const ends = Float64Array.from(narrow, ({ box }) => box[2]).sort();
  const allowed = Math.floor(CROSSING * lines);
  const edges = [box[0]];
  let covering = 0;
  /** Where hardly any text stands. The first one begins with the first text, and the last is never left. */
  let gutter: Gutter | undefined = { from: undefined, clearFrom: undefined, clear: [], slits: [] };
  for (let started = 0, ended = 0, told = 0; ended < ends.length; ) {
    const isEnd = !(starts[started]! < ends[ended]!);
    const x = isEnd ? ends[ended++]! : starts[started++]!;
    const before = covering;
    covering += isEnd ? -1 : 1;
    if (before > allowed && covering <= allowed) gutter = { from: x, clearFrom: x, clear: [], slits: [] };
    if (!gutter) continue;
    if (before === 0 && gutter.clearFrom !== undefined) {
      const place = { from: gutter.clearFrom, to: x };
      if (widthOf(place) >= CLEAR * glyph) gutter.clear.push(middleOf(place));
      else if (widthOf(place) >= SLIT * glyph) gutter.slits.push(place);
    }
    if (covering === 0) gutter.clearFrom = x;
    if (before > allowed || covering <= allowed) continue;
    edges.push(...edgesIn(gutter, x, glyph, ended - told > before));
    told = ended;
    gutter = undefined;
  }
  if (gutter) edges.push(...gutter.clear);
  edges.push(box[2]);
  const tight = tightGutters(narrow, edges, glyph);
  return tight.length === 0 ? edges : [...edges, ...tight].sort((a, b) => a - b);
}

interface Gutter {
  readonly from: number | undefined;
  /** Where the place without any text begins that was met last. */
  clearFrom: number | undefined;
  /** The middles of such places that are wide enough. */
  readonly clear: number[];
  /** Such places that are too narrow. */
  readonly slits: Place[];
}

interface Place {
  readonly from: number;
  readonly to: number;
}

function widthOf({ from, to }: Place): number {
  return to - from;
}

function middleOf({ from, to }: Place): number {
  return (from + to) / 2;
}

/**
 * An edge lies where no text is at all, if there is such a place; a text between two of them has a column of its own. Where texts run across it lies only
 * where more end before it than these: the last line of a wrapped text is no column.
 */
function edgesIn({ from, clear, slits }: Gutter, to: number, glyph: number, doEnd: boolean): readonly number[] {
  if (clear.length > 0 || from === undefined) return clear;
  if (!doEnd || to - from < CROSSED * glyph) return [];
  const widest = slits.reduce<Place>((best, slit) => (widthOf(slit) > widthOf(best) ? slit : best), { from: to, to });
  return [middleOf(slits.length > 0 ? widest : { from, to })];
}
