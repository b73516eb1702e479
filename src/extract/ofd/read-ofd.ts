import type { Extracted } from "../../core/extracted.js";
import { LIMITS, type Limits } from "../../core/limits.js";
import type { Message } from "../../core/messages/messages.js";
import type { Warning } from "../../core/record.js";
import { layOut } from "../tables/lay-out.js";
import { struckWarning } from "../tables/struck-warning.js";
import { type OfdPage, placePages } from "./place-pages.js";

/**
 * Reads an OFD (GB/T 33190-2016): where its glyphs and lines stand, then the table finder that PDF uses. Faults: `corrupt`, `encrypted`,
 * `too-large`. A page that cannot be read, or is only a picture, is the warning `page-unreadable`.
 */
export async function readOfd(bytes: Uint8Array, limits: Limits = LIMITS): Promise<Extracted> {
  return extractedOf(await placePages(bytes, limits));
}

/** What the pages of an OFD say together. */
export function extractedOf(placed: readonly Omit<OfdPage, "images">[]): Extracted {
  const pages = placed.map(({ page }) => page);
  return {
    mediaType: "application/ofd",
    pages: pages.map(({ number, width, height, rotation, textLayer }) => ({ number, width, height, rotation, textLayer })),
    blocks: layOut(pages),
    flow: "flowed",
    warnings: placed.flatMap(({ page, warning }) => [
      ...(warning === undefined ? [] : [unreadPage(page.number, warning)]),
      ...struckWarning(page),
    ]),
  };
}

function unreadPage(page: number, why: Message): Warning {
  return { code: "page-unreadable", message: `Page ${page}: ${why}.`, page };
}
