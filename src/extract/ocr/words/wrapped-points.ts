import type { PixelBox } from "../raster/raster.js";
import type { PixelRuling } from "../raster/rulings/pixel-ruling.js";
import type { ReadLine } from "./recognised-word.js";

/** What the column's edge cut off from a figure, and what is left of it above. */
const REST = /^\d{1,2}(?:[%％]|(?!\d))/u;
const WHOLE = /^\d{1,3}(?:[,，]?\d{3})*$/u;
/** Paper between two lines of a cell, glyphs. */
const NEAR = 0.8;

/**
 * The lines with the point given back to those whose figure goes on from the line above it in its cell (1,917,900 and below it .00): elsewhere a point before a
 * figure is a speck. `pointed` are the lines that had one.
 */
export function wrappedPoints(
  lines: readonly ReadLine[],
  pointed: ReadonlySet<ReadLine>,
  rulings: readonly PixelRuling[],
  glyph: number,
): ReadLine[] {
  return lines.map((line) => {
    if (!pointed.has(line) || !REST.test(line.text)) return line;
    const goesOn = lines.some(
      (above) => WHOLE.test(above.text) && isAbove(above.box, line.box, glyph) && !isParted(above.box, line.box, rulings),
    );
    if (!goesOn) return line;
    return { ...line, text: `.${line.text}`, alternatives: [line.text, ...line.alternatives.map((other) => `.${other}`)] };
  });
}

function isAbove(above: PixelBox, below: PixelBox, glyph: number): boolean {
  const gap = below.y0 - above.y1;
  return gap > -0.5 * glyph && gap <= NEAR * glyph && above.x0 <= below.x1 && above.x1 >= below.x0;
}

function isParted(above: PixelBox, below: PixelBox, rulings: readonly PixelRuling[]): boolean {
  const [upper, lower] = [(above.y0 + above.y1) / 2, (below.y0 + below.y1) / 2];
  return rulings.some(
    ({ direction, at, from, to }) => direction === "horizontal" && at > upper && at < lower && from < below.x1 && to > below.x0,
  );
}
