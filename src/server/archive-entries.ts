import type { Readable } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import { Problem } from "./problem.js";

/** What one uploaded zip may hold. */
export interface ArchiveLimits {
  readonly entries: number;
  readonly bytesPerEntry: number;
  readonly bytes: number;
  /** Inflated ÷ packed. */
  readonly ratio: number;
}

/** A file of a zip: its last path component, and its content when asked for. */
export interface ArchiveEntry {
  readonly fileName: string;
  open(): Promise<Readable>;
}

/** Entries by which a zip is itself a document: OOXML, OFD, OpenDocument. */
const DOCUMENT_MARKS = new Set(["[Content_Types].xml", "OFD.xml", "mimetype"]);
const SKIPPED = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|~\$)/i;
const REMEDY = "Pack fewer or smaller files into one zip, without a password.";

/**
 * The files of a zip on disk, one after another. Names are labels only: nothing is ever written under them, so a path upwards means nothing.
 * Sizes are held against the limits before and while inflating.
 */
export async function* archiveEntries(path: string, limits: ArchiveLimits): AsyncIterable<ArchiveEntry> {
  const zip = await openZip(path);
  try {
    if (zip.entryCount > limits.entries) throw tooLarge(`The zip has ${zip.entryCount} entries; ${limits.entries} are allowed.`);
    let bytes = 0;
    for await (const entry of zip.eachEntry()) {
      const name = decodeName(entry);
      if (name.endsWith("/") || SKIPPED.test(name)) continue;
      if ((entry.generalPurposeBitFlag & 1) !== 0) throw new Problem(422, "encrypted", "The zip needs a password.", REMEDY);
      bytes += entry.uncompressedSize;
      if (entry.uncompressedSize > limits.bytesPerEntry || bytes > limits.bytes)
        throw tooLarge("The zip inflates to more than is allowed.");
      if (entry.uncompressedSize > limits.ratio * Math.max(entry.compressedSize, 4096))
        throw tooLarge("The zip is packed too tightly to be documents.");
      yield { fileName: baseName(name), open: () => openEntry(zip, entry) };
    }
  } catch (error) {
    throw error instanceof Problem
      ? error
      : new Problem(422, "corrupt", `The zip cannot be read: ${(error as Error).message}`, "Pack it again.");
  } finally {
    zip.close();
  }
}

/** Whether the zip on disk is one document (a DOCX, an XLSX, an OFD …) and not a parcel of documents. */
export async function isDocumentZip(path: string): Promise<boolean> {
  let zip: ZipFile | undefined;
  try {
    zip = await openZip(path);
    for await (const entry of zip.eachEntry()) if (DOCUMENT_MARKS.has(decodeName(entry))) return true;
    return false;
  } catch {
    return true; // A zip that cannot be listed is judged as a document, whose reader says what is wrong with it.
  } finally {
    zip?.close();
  }
}

async function openZip(path: string): Promise<ZipFile> {
  return openPromise(path, { autoClose: false, validateEntrySizes: true, decodeStrings: false });
}

/** Zips made on Chinese Windows carry names in GBK without saying so. */
function decodeName(entry: Entry): string {
  const bytes = entry.fileName as unknown as Buffer;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

async function openEntry(zip: ZipFile, entry: Entry): Promise<Readable> {
  return zip.openReadStreamPromise(entry);
}

/** The last component of a path with either slash, without control characters, at most 200 characters. */
export function baseName(path: string): string {
  const name = path.split(/[/\\]/).at(-1) ?? "";
  return name.replace(/\p{Cc}/gu, "").slice(-200) || "document";
}

function tooLarge(message: string): Problem {
  return new Problem(413, "too-large", message, REMEDY);
}
