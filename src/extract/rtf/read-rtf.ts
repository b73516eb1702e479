import type { Extracted } from "../../core/extracted.js";
import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import { assembleBlocks } from "../word/assemble-blocks.js";
import { unreadWarning } from "../word/unread-warning.js";
import { RtfReader } from "./rtf-reader.js";
import { readTokens } from "./tokens.js";

/**
 * Reads RTF, which is met under the name of DOC. As with DOCX: the final version's text, no headers and footers, notes at the end.
 * Faults: `corrupt` (no RTF, or cut off), `too-large`.
 */
export function readRtf(bytes: Uint8Array, limits: Limits): Extracted {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString("latin1");
  if (!/^\s*\{\\rtf/.test(head)) throw new Fault("corrupt", "The file is no RTF document.");
  const unread = new Map<string, number>();
  const reader = new RtfReader(limits, (kind) => unread.set(kind, (unread.get(kind) ?? 0) + 1));
  for (const token of readTokens(bytes)) reader.add(token);
  if (!reader.isWhole) throw new Fault("corrupt", "The RTF document is cut off.");
  return {
    mediaType: "application/rtf",
    pages: [],
    blocks: assembleBlocks(reader.finish(), limits),
    flow: "flowed",
    warnings: [...unread].map(([kind, count]) => unreadWarning(kind, count)),
  };
}
