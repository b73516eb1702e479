import type { Extracted } from "../../core/extracted.js";
import { Fault } from "../../core/fault.js";
import { type PictureOptions, withPictures } from "../image/with-pictures.js";
import { declaredCharset } from "./declared-charset.js";
import { mimeParts } from "./mime-parts.js";
import { CUT, readHtml } from "./read-html.js";

/**
 * Reads a web page saved in one file (MHTML), as Word's "single file web page" and browsers write it, or a mail with a page in it: the first page of the message.
 * What Word puts into further pages is headers, footers and separators. Where the page is hardly more than pictures, those in the message are recognised. Faults: `corrupt`, `too-large`.
 */
export async function readMhtml(bytes: Uint8Array, options: PictureOptions): Promise<Extracted> {
  const { limits } = options;
  const parts = mimeParts(bytes, limits);
  const page = parts.find((part) => part.type === "text/html" || part.type === "application/xhtml+xml");
  if (!page) throw new Fault("corrupt", "The message holds no web page.");
  const content = page.content();
  const { extracted, pictures } = readHtml(content, limits, page.charset ?? declaredCharset(content));
  const others = parts.filter(({ type }) => type.startsWith("image/")).slice(0, limits.pages);
  const whole = page.isCut && !extracted.warnings.includes(CUT) ? { ...extracted, warnings: [CUT, ...extracted.warnings] } : extracted;
  return withPictures({ extracted: whole, pictures: [...pictures, ...others.map((part) => part.content())] }, options);
}
