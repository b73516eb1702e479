import { type Box, middleX } from "../../../core/evidence.js";
import type { Ruling, Word } from "../placed.js";

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

/**
 * Where columns end because rulings between rows do: these stop at a merged cell beside them. `edges`, found by the gutters of the text, with those in
 * whose gutter a ruling ends moved there, and the ones added that the text alone did not show. `ruled` are those that rulings tell; `uprights`
 * stand between columns themselves.
 */
export function withRuledEdges(
  edges: readonly number[],
  { words, rulings, uprights = [], box, lines, glyph }: Ruled,
): { readonly edges: number[]; readonly ruled: ReadonlySet<number> } {
  const ends = rulings
    .filter(({ at }) => at > box[1] - 0.45 * glyph && at < box[3] + 0.45 * glyph)
    .flatMap(({ from, to }) => [from, to])
    .concat(uprights.filter(({ from, to }) => Math.min(to, box[3]) - Math.max(from, box[1]) > glyph).map(({ at }) => at))
    .filter((x) => x > box[0] + glyph && x < box[2] - glyph)
    .sort((a, b) => a - b)
    .filter((x, i, all) => i === 0 || x - all[i - 1]! > 0.1);
  const allowed = Math.floor(CROSSING * lines);
  const ruled = new Set<number>();
  const found = [...edges];
  for (const x of ends) {
    const crossing = words.filter((word) => word.box[0] < x - 0.4 * glyph && word.box[2] > x + 0.4 * glyph).length;
    if (crossing > allowed) continue;
    const same = found.findIndex((edge) => !isBetween(words, edge, x));
    if (same === 0 || same === found.length - 1 || (same > 0 && ruled.has(found[same]!))) continue;
    if (same > 0) found[same] = x;
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
