import type { Extracted } from "../../core/extracted.js";
import { Fault } from "../../core/fault.js";
import { LIMITS, type Limits } from "../../core/limits.js";
import { declaredCharset } from "./declared-charset.js";
import { mimeParts } from "./mime-parts.js";
import { readHtml } from "./read-html.js";

/**
 * Reads a web page saved in one file (MHTML), as Word's "single file web page" and browsers write it, or a mail with a page in it: the first page of the message.
 * What Word puts into further pages is headers, footers and separators. Faults: `corrupt`, `too-large`.
 */
export function readMhtml(bytes: Uint8Array, limits: Limits = LIMITS): Extracted {
  const page = mimeParts(bytes, limits).find((part) => part.type === "text/html" || part.type === "application/xhtml+xml");
  if (!page) throw new Fault("corrupt", "The message holds no web page.");
  const content = page.content();
  return readHtml(content, limits, page.charset ?? declaredCharset(content));
}
