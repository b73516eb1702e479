import type { Block, Extracted } from "../../core/extracted.js";
import type { Limits } from "../../core/limits.js";
import type { PageRange } from "../../core/page-range.js";
import type { Warning } from "../../core/record.js";
import { numberTables } from "../number-tables.js";
import type { Recognise } from "../recognise.js";
import { layOut } from "../tables/lay-out.js";
import type { PlacedPage } from "../tables/placed.js";

/** What a document says, and the files of its large pictures in reading order: they may be scanned pages. */
export interface Pictured {
  readonly extracted: Extracted;
  readonly pictures: readonly Uint8Array[];
}

export interface PictureOptions {
  readonly limits: Limits;
  readonly recognise?: Recognise | undefined;
  readonly pages?: PageRange | undefined;
}

/** Pixels of the smallest picture in which a table can be read; emblems, stamps and buttons have fewer. */
const LEAST_PIXELS = 200_000;

/**
 * A document that is hardly more than pictures (scans put into Word, a sheet or a web page) with what is recognised in them: they are its pages. A picture in
 * a document with tables of its own is an illustration or a copy of them and stays unread. Each picture that stays unread is told in a warning `picture-unread`.
 */
export async function withPictures(
  { extracted, pictures }: Pictured,
  { limits, recognise, pages: range }: PictureOptions,
): Promise<Extracted> {
  if (!recognise || pictures.length === 0 || extracted.blocks.some(({ type }) => type === "table")) return extracted;
  // Most documents have no picture to read, and decoders take as long to load as a short document to read.
  const { openPage } = await import("./open-image.js");
  const pages: PlacedPage[] = [];
  const unread: Warning[] = [];
  let number = 0;
  for (const [index, picture] of pictures.slice(0, limits.pages).entries()) {
    try {
      const { width, height, pixels, draw } = await openPage(picture, 0, limits);
      if (pixels < LEAST_PIXELS) continue;
      number++;
      if (range && (number < range.from || number > range.to)) continue;
      pages.push(await recognise({ number, width, height, rotation: 0, render: draw }));
    } catch (error) {
      unread.push({ code: "picture-unread", message: `Picture ${index + 1}: ${(error as Error).message}` });
    }
  }
  const scanned = layOut(pages);
  if (length(scanned) <= length(extracted.blocks)) return extracted;
  return {
    ...extracted,
    pages: pages.map(({ number, width, height, rotation, textLayer }) => ({ number, width, height, rotation, textLayer })),
    blocks: numberTables([...extracted.blocks, ...scanned], limits),
    warnings: [...extracted.warnings.filter(({ code }) => code !== "picture-unread"), ...unread],
  };
}

function length(blocks: readonly Block[]): number {
  const of = (block: Block): number =>
    block.type === "paragraph" ? block.text.length : block.cells.reduce((sum, { text }) => sum + text.length, 0);
  return blocks.reduce((sum, block) => sum + of(block), 0);
}
