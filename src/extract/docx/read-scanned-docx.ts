import type { Block, Extracted } from "../../core/extracted.js";
import type { Limits } from "../../core/limits.js";
import type { PageRange } from "../../core/page-range.js";
import type { Warning } from "../../core/record.js";
import { openPage } from "../image/open-image.js";
import { numberTables } from "../number-tables.js";
import { layOut } from "../tables/lay-out.js";
import type { PlacedPage } from "../tables/placed.js";
import type { Recognise } from "../tables/recognise.js";
import { readDocxWithPictures } from "./read-docx.js";

/**
 * Reads a Word document; where it is hardly more than large pictures (scans put into Word), these are its pages and are recognised. A picture in
 * a document with tables of its own is an illustration or a copy of them and stays unread, with its warning. Of such pages, only those in `range` are recognised. Faults as `readDocx`.
 */
export async function readScannedDocx(
  bytes: Uint8Array,
  limits: Limits,
  recognise: Recognise | undefined,
  range?: PageRange,
): Promise<Extracted> {
  const { extracted, pictures } = readDocxWithPictures(bytes, limits);
  if (!recognise || pictures.length === 0 || extracted.blocks.some(({ type }) => type === "table")) return extracted;
  const pages: PlacedPage[] = [];
  const unread: Warning[] = [];
  for (const [index, picture] of pictures.entries()) {
    const number = index + 1;
    if (range && (number < range.from || number > range.to)) continue;
    try {
      const { width, height, draw } = await openPage(picture, 0, limits);
      pages.push(await recognise({ number, width, height, rotation: 0, render: draw }));
    } catch (error) {
      unread.push({ code: "picture-unread", message: `Picture ${number}: ${(error as Error).message}` });
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
