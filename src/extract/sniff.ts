import { Fault } from "../core/fault.js";
import type { Limits } from "../core/limits.js";
import type { Message } from "../core/messages/messages.js";
import { compoundKind } from "./sniff/compound-kind.js";
import { imageKind } from "./sniff/image-kind.js";
import { beginsWith, head } from "./sniff/magic.js";
import { textKind } from "./sniff/text-kind.js";
import { zipKind } from "./sniff/zip-kind.js";

/** The readers there are. */
export type Kind = "pdf" | "docx" | "doc" | "rtf" | "word-xml" | "sheet" | "ofd" | "image" | "html" | "mhtml" | "markdown" | "text";

export interface Sniffed {
  readonly kind: Kind;
  readonly mediaType: string;
}

/** A PDF may have other bytes before it: what a mail gateway or a web server put there. Its readers look so far. */
const PDF_SEARCHED = 1024;

/**
 * What the bytes are, whatever the file is called. Faults: `empty`, `encrypted` (an office file in an encrypting container), `corrupt` (a zip
 * without a directory), `too-large` (its entries), `unsupported-type`.
 */
export async function sniff(bytes: Uint8Array, limits: Limits): Promise<Sniffed> {
  if (bytes.byteLength === 0) throw new Fault("empty", "The file has no bytes.");
  const sniffed =
    pdfKind(bytes) ??
    (await zipKind(bytes, limits)) ??
    compoundKind(bytes) ??
    imageKind(bytes, limits) ??
    rtfKind(bytes) ??
    foreign(bytes) ??
    (await textKind(bytes, limits));
  if (!sniffed) throw new Fault("unsupported-type", "The file's bytes are of no kind that ziping reads.");
  return sniffed;
}

function pdfKind(bytes: Uint8Array): Sniffed | undefined {
  const begin = head(bytes, 2 * PDF_SEARCHED);
  const at = begin.search(/%PDF-\d/u);
  // Before the header only what is no document of its own; a text that speaks of PDF has no object behind the words.
  const isPdf = at === 0 || (at > 0 && at < PDF_SEARCHED && /\d\s+obj\b/u.test(begin.slice(at)) && !/^\s*<(?:!doctype|html)/iu.test(begin));
  return isPdf ? { kind: "pdf", mediaType: "application/pdf" } : undefined;
}

function rtfKind(bytes: Uint8Array): Sniffed | undefined {
  return /^\s*\{\\rtf\d/u.test(head(bytes, 64)) ? { kind: "rtf", mediaType: "application/rtf" } : undefined;
}

/** Kinds that are met under the names of documents, and are named in the message. */
const FOREIGN: readonly (readonly [string, Message])[] = [
  ["\x1f\x8b", "a gzip archive"],
  ["Rar!\x1a\x07", "a RAR archive"],
  ["7z\xbc\xaf\x27\x1c", "a 7-Zip archive"],
  ["\x7fELF", "a program"],
  ["MZ?\0", "a program"],
  ["%!PS-Adobe", "PostScript"],
  ["CAJ\0", "a CAJ file"],
  ["HN\0\0", "a CAJ file"],
  ["KDH 2.00", "a KDH file"],
  ["\0\0\x01\0", "an icon"],
  ["ID3", "sound"],
  ["RIFF????WAVE", "sound"],
  ["RIFF????AVI ", "video"],
  ["\0\0\0?ftyp", "video"],
  ["SQLite format 3\0", "a database"],
];

function foreign(bytes: Uint8Array): undefined {
  const begin = head(bytes, 32);
  const found = FOREIGN.find(([signature]) => beginsWith(begin, signature));
  if (found) throw new Fault("unsupported-type", `The file is ${found[1]}, which ziping does not read.`);
  return undefined;
}
