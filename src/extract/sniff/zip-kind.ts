import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import type { Message } from "../../core/messages/messages.js";
import type { Sniffed } from "../sniff.js";
import { openZip, type ZipArchive } from "../zip.js";

const OPEN_XML = "application/vnd.openxmlformats-officedocument";
/** What the main part of an Open Packaging container is of, by the words in its content type. */
const MAIN_PARTS: readonly (readonly [RegExp, Sniffed | Message])[] = [
  [/wordprocessingml\.[\w.]*main\+xml|ms-word\.[\w.]*main\+xml/iu, { kind: "docx", mediaType: `${OPEN_XML}.wordprocessingml.document` }],
  [/spreadsheetml\.[\w.]*main\+xml|ms-excel\.[\w.]*main(?:\+xml)?/iu, { kind: "sheet", mediaType: `${OPEN_XML}.spreadsheetml.sheet` }],
  [/presentationml|ms-powerpoint/iu, "a presentation"],
  [/ms-visio/iu, "a Visio drawing"],
  [/fixeddocumentsequence/iu, "an XPS document"],
];
const OPEN_DOCUMENT = "application/vnd.oasis.opendocument";

/** The kind of a zip container by what stands inside. Undefined where the bytes are no zip. Faults: `corrupt`, `too-large`, `unsupported-type`. */
export async function zipKind(bytes: Uint8Array, limits: Limits): Promise<Sniffed | undefined> {
  const signature = bytes[0] === 0x50 && bytes[1] === 0x4b ? bytes[2]! * 256 + bytes[3]! : 0;
  if (signature !== 0x0304 && signature !== 0x0506 && signature !== 0x0708) return undefined;
  const zip = await openZip(bytes, limits);
  const found = byMainPart(zip) ?? byDeclaredType(zip) ?? byNames(zip) ?? "an archive (take the documents out of it first)";
  if (typeof found === "string") throw new Fault("unsupported-type", `The file is ${found}, which ziping does not read.`);
  return found;
}

function byMainPart(zip: ZipArchive): Sniffed | Message | undefined {
  const types = readText(zip, "[Content_Types].xml");
  return types === undefined ? undefined : MAIN_PARTS.find(([words]) => words.test(types))?.[1];
}

/** OpenDocument names its type in an entry of its own. */
function byDeclaredType(zip: ZipArchive): Sniffed | Message | undefined {
  const mediaType = readText(zip, "mimetype")?.trim();
  if (mediaType?.startsWith(`${OPEN_DOCUMENT}.spreadsheet`)) return { kind: "sheet", mediaType };
  if (mediaType?.startsWith(OPEN_DOCUMENT)) return "an OpenDocument text or presentation";
  return mediaType === "application/epub+zip" ? "an electronic book" : undefined;
}

function byNames({ names }: ZipArchive): Sniffed | undefined {
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  if (has(/^OFD\.xml$/iu)) return { kind: "ofd", mediaType: "application/ofd" };
  if (has(/^word\/document\.xml$/iu)) return { kind: "docx", mediaType: `${OPEN_XML}.wordprocessingml.document` };
  if (has(/^xl\/workbook\.(?:xml|bin)$/iu)) return { kind: "sheet", mediaType: `${OPEN_XML}.spreadsheetml.sheet` };
  return undefined;
}

function readText(zip: ZipArchive, name: string): string | undefined {
  const content = zip.read(name);
  return content && new TextDecoder(content[0] === 0xff || content[0] === 0xfe ? "utf-16" : "utf-8").decode(content);
}
