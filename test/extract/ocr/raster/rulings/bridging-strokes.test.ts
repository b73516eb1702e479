import { expect, it } from "vitest";
import { PAPER, raster } from "../../../../../src/extract/ocr/raster/raster.js";
import { bridgingStrokes } from "../../../../../src/extract/ocr/raster/rulings/bridging-strokes.js";
import { measures } from "../../../../../src/extract/ocr/raster/rulings/pixel-ruling.js";
import { wholeStroke } from "../../whole-stroke.js";

const GLYPH = 24;
const WIDTH = 300;
const level = (at: number) => wholeStroke(at, 20, 280);

/** A row between two level rulings, and in it an upright whose columns have the given greys from x = 150. */
function row(greys: readonly number[], height: number) {
  const page = raster(WIDTH, height + 40, new Uint8Array(WIDTH * (height + 40)).fill(PAPER));
  for (const y of [20, 20 + height]) page.data.fill(0, y * WIDTH + 20, y * WIDTH + 280);
  for (let y = 20; y < 20 + height; y++) page.data.set(greys, y * WIDTH + 150);
  return bridgingStrokes(page, [level(20.5), level(20.5 + height)], [], measures(GLYPH));
}

it("stands where the stroke is darkest, not on its blurred edge", () => {
  expect(row([100, 60, 0, 40], 3 * GLYPH).map(({ at }) => at)).toEqual([152.5]);
  expect(row([40, 0, 60, 100], 3 * GLYPH).map(({ at }) => at)).toEqual([151.5]);
});
