import type { Block } from "../../core/extracted.js";
import type { Limits } from "../../core/limits.js";
import { markupBlocks } from "./markup-blocks.js";
import { parseMarkup } from "./parse-markup.js";

/** Blocks of a fragment of HTML inside another text, tables not yet numbered; `firstLine` is the line where it begins. Faults: `too-large`. */
export function fragmentBlocks(html: string, firstLine: number, limits: Limits): Block[] {
  const { root } = parseMarkup(html, { limits, firstLine });
  return markupBlocks(root.children, { limits, furniture: new Set(), locate: (line) => line });
}
