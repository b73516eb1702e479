import type { LineCrop } from "../lines/line-crop.js";
import { LINE_HEIGHT, type PpOcr } from "../pp-ocr.js";
import { PAPER, type Raster } from "../raster/raster.js";
import type { Lattice } from "./ctc.js";

/** Lines of one run of the network: as many as fit this width together, none wider than the narrowest by more than a quarter. */
const BATCH_WIDTH = 1600;
const BATCH_SPREAD = 1.25;

/** Reads lines, in batches of like width; each lattice is given to `use` before the next batch is read, so that none need be kept. */
export async function readCrops(
  crops: readonly LineCrop[],
  reader: Pick<PpOcr, "read">,
  use: (crop: LineCrop, lattice: Lattice) => void,
): Promise<void> {
  for (const batch of batches(crops)) {
    const width = Math.max(...batch.map((crop) => crop.image.width));
    const lattices = await reader.read(batch.map((crop) => widened(crop.image, width)));
    batch.forEach((crop, i) => {
      use(crop, lattices[i]!);
    });
  }
}

function batches(crops: readonly LineCrop[]): LineCrop[][] {
  const all: LineCrop[][] = [];
  for (const crop of [...crops].sort((a, b) => a.image.width - b.image.width)) {
    const batch = all.at(-1);
    const fits = batch && crop.image.width * (batch.length + 1) <= BATCH_WIDTH && crop.image.width <= batch[0]!.image.width * BATCH_SPREAD;
    if (fits) batch.push(crop);
    else all.push([crop]);
  }
  return all;
}

function widened(image: Raster, width: number): Raster {
  if (image.width === width) return image;
  const data = new Uint8Array(width * LINE_HEIGHT).fill(PAPER);
  for (let y = 0; y < LINE_HEIGHT; y++) data.set(image.data.subarray(y * image.width, (y + 1) * image.width), y * width);
  return { width, height: LINE_HEIGHT, data };
}
