import { type Box, middleX } from "../../../../core/evidence.js";
import { middleOf } from "../../middle-of.js";
import type { Ruling, Word } from "../../placed.js";

/** Share of the lines that may run across an edge at which rulings end: merged cells, titles. */
const CROSSING = 0.08;

interface Ruled {
  readonly words: readonly Word[];
  readonly rulings: readonly Ruling[];
  readonly uprights?: readonly Ruling[];
  readonly box: Box;
  readonly lines: number;
  readonly glyph: number;
}

/** A place at which rulings end, or stand upright, between the highest of them and the lowest. */
interface End {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/** An empty column is wider than this, in glyph heights: beside a merged cell whose text stands on another page. */
const NARROWEST = 2;
/** How far apart such places are that are one, in points. */
const SAME = 0.1;

/** The places from the left, those that are one joined. */
function joinEnds(ends: readonly End[]): End[] {
  const joined: End[] = [];
  for (const end of ends.toSorted((a, b) => a.x - b.x)) {
    const last = joined.at(-1);
    if (!last || end.x - last.x > SAME) joined.push(end);
    else joined[joined.length - 1] = { x: last.x, top: Math.min(last.top, end.top), bottom: Math.max(last.bottom, end.bottom) };
  }
  return joined;
}

/**
 * Where columns end because rulings between rows do: these stop at a merged cell beside them. `edges`, found by the gutters of the text, with those in
 * whose gutter a ruling ends moved there, and the ones added that the text alone did not show. `ruled` are those that rulings tell; `uprights`
 * stand between columns themselves.
 */
export function withRuledEdges(
  edges: readonly number[],
  { words, rulings, uprights = [], box, lines, glyph }: Ruled,
): { readonly edges: number[]; readonly ruled: ReadonlySet<number> } {
  const own = rulings.filter(({ at }) => at > box[1] - 0.45 * glyph && at < box[3] + 0.45 * glyph);
  const standing = uprights.filter(({ from, to }) => Math.min(to, box[3]) - Math.max(from, box[1]) > glyph);
  const ends = joinEnds(
    own
      .flatMap(({ from, to, at }): End[] => [from, to].map((x) => ({ x, top: at, bottom: at })))
      .concat(standing.map(({ at, from, to }) => ({ x: at, top: from, bottom: to })))
      .filter(({ x }) => x > box[0] + glyph && x < box[2] - glyph),
  );
  const allowed = Math.floor(CROSSING * lines);
  const ruled = new Set<number>();
  const found = [...edges];
  for (const { x, top, bottom } of ends) {
    // A text between two rulings that go on there is that of a merged cell.
    const through = own.filter(({ from, to }) => from < x - glyph && to > x + glyph).map(({ at }) => at);
    const above = Math.max(box[1], ...through.filter((at) => at < top));
    const below = Math.min(box[3], ...through.filter((at) => at > bottom));
    const beside = words.filter((word) => middleOf(word) > above && middleOf(word) < below);
    const crossing = beside.filter((word) => word.box[0] < x - 0.4 * glyph && word.box[2] > x + 0.4 * glyph).length;
    if (crossing > allowed) continue;
    const same = found.findIndex((edge) => !isBetween(words, edge, x));
    const isSide = same === 0 || same === found.length - 1;
    if (isSide ? Math.abs(found[same]! - x) < NARROWEST * glyph : same > 0 && ruled.has(found[same]!)) continue;
    if (!isSide && same > 0) found[same] = x;
    else found.push(x);
    ruled.add(x);
  }
  return { edges: found.sort((a, b) => a - b), ruled };
}

/** Whether a word stands between the two places. */
function isBetween(words: readonly Word[], a: number, b: number): boolean {
  const [from, to] = a < b ? [a, b] : [b, a];
  return words.some((word) => {
    const middle = middleX(word.box);
    return middle > from && middle < to;
  });
}
