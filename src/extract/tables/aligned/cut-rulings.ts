import type { Ruling } from "../placed.js";

/** How far an upright ruling rises above the one that it meets, at least, and how far it may miss it, in glyph heights. */
const RISING = 0.9;
const REACH = 0.45;

/** The level rulings cut where upright ones come down to them: what is over a piece stands in a place of its own. */
export function cutRulings(rulings: readonly Ruling[], uprights: readonly Ruling[], glyph: number): Ruling[] {
  return rulings.flatMap((ruling): Ruling[] => {
    const places = uprights
      .filter(({ from, to }) => from < ruling.at - RISING * glyph && to > ruling.at - REACH * glyph)
      .map(({ at }) => at)
      .filter((at) => at > ruling.from + REACH * glyph && at < ruling.to - REACH * glyph)
      .sort((a, b) => a - b);
    if (places.length === 0) return [ruling];
    const ends = [ruling.from, ...places, ruling.to];
    return ends.slice(1).map((to, i) => ({ ...ruling, from: ends[i]!, to }));
  });
}
