import type { PageLines } from "./lines/find-lines.js";
import { lineCrop } from "./lines/line-crop.js";
import type { PpOcr } from "./pp-ocr.js";
import { turn } from "./raster/turn.js";
import { lineReading } from "./reading/line-reading.js";
import { readCrops } from "./reading/read-crops.js";

/** Lines that are asked, at most; the longest ones say most. */
const ASKED = 12;
const CHECKED = 5;

/** Whether a page's lines stand upside down: the small network votes over long lines, and the reader confirms it, since a wrong turn loses the page. */
export async function standsUpsideDown({ clean, lines, glyph }: PageLines, reader: PpOcr): Promise<boolean> {
  const long = lines
    .filter((box) => box.x1 - box.x0 > 2.5 * (box.y1 - box.y0))
    .sort((a, b) => b.x1 - b.x0 - (a.x1 - a.x0))
    .slice(0, ASKED);
  if (long.length === 0) return false;
  const crops = long.map((box) => lineCrop(clean, box, glyph));
  const votes = await reader.upsideDown(crops.map((crop) => crop.image));
  if (votes.filter((vote) => vote > 0.5).length * 2 <= votes.length) return false;
  const asked = crops.slice(0, CHECKED);
  const flipped = asked.map((crop) => ({ ...crop, image: turn(crop.image, 180) }));
  return (await sureness(flipped, reader)) > (await sureness(asked, reader));
}

async function sureness(crops: Parameters<typeof readCrops>[0], reader: PpOcr): Promise<number> {
  let sum = 0;
  let glyphs = 0;
  await readCrops(crops, reader, (crop, lattice) => {
    for (const glyph of lineReading(crop, lattice).glyphs) {
      sum += glyph.confidence;
      glyphs++;
    }
  });
  return glyphs === 0 ? 0 : sum / glyphs;
}
