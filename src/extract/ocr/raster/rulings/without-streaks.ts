import type { PixelRuling } from "./pixel-ruling.js";

/** How near an end is to the edge of the sheet that it touches, as a share of the sheet. */
const EDGE = 0.005;
/** A table's rulings end at its border, to so many glyphs. */
const BEYOND = 2;
/** So many uprights beside each other are columns, though no level ruling was seen. */
const COLUMNS = 3;

/**
 * The rulings without streaks of the scanner's glass and edges of the paper: strokes that come from the edge of the sheet and run on beyond the
 * last ruling that they cross. Those of a table that the sheet's edge cuts end with it. Uprights that cross nothing and stand alone are streaks too: they would cut the lines of prose.
 */
export function withoutStreaks(
  rulings: readonly PixelRuling[],
  { width, height }: { width: number; height: number },
  glyph: number,
): PixelRuling[] {
  return rulings.filter((ruling) => {
    const length = ruling.direction === "vertical" ? height : width;
    const crossed = rulings.filter((other) => other.direction !== ruling.direction && crosses(ruling, other, glyph)).map(({ at }) => at);
    if (crossed.length === 0)
      return ruling.direction === "horizontal" || rulings.filter((other) => isBeside(ruling, other)).length >= COLUMNS;
    const startsOutside = ruling.from <= EDGE * length && Math.min(...crossed) - ruling.from > BEYOND * glyph;
    const endsOutside = ruling.to >= (1 - EDGE) * length && ruling.to - Math.max(...crossed) > BEYOND * glyph;
    return !startsOutside && !endsOutside;
  });
}

function crosses(a: PixelRuling, b: PixelRuling, glyph: number): boolean {
  return a.from <= b.at + glyph && b.at - glyph <= a.to && b.from <= a.at + glyph && a.at - glyph <= b.to;
}

/** Whether an upright shares most of the stretch of another, or is it. */
function isBeside(ruling: PixelRuling, other: PixelRuling): boolean {
  const shared = Math.min(ruling.to, other.to) - Math.max(ruling.from, other.from);
  return other.direction === "vertical" && shared > (ruling.to - ruling.from) / 2;
}
