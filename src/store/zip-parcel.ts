import { stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { type Entry, openPromise, type ZipFile } from "yauzl";
import type { EntrySpan } from "../core/entry-span.js";
import { Fault } from "../core/fault.js";
import type { Message } from "../core/messages/messages.js";
import { nameOfEntry } from "../core/zip-names.js";

/** What one zip of documents may hold. */
export interface ParcelLimits {
  readonly entries: number;
  readonly bytesPerEntry: number;
  /** Inflated, all entries together. */
  readonly bytes: number;
  /** Inflated ÷ packed, of each entry and of the whole. */
  readonly ratio: number;
}

/** A file of a zip: its path within, with forward slashes and without control characters, and its content when asked for. */
export interface ParcelEntry {
  readonly path: string;
  readonly span: EntrySpan;
  /** Why it is not to be opened: a password, or what it would inflate to. */
  readonly fault?: Fault;
  open(): Promise<Readable>;
}

/** Entries by which a zip is itself a document: OOXML, OFD, OpenDocument. */
const DOCUMENT_MARKS = new Set(["[Content_Types].xml", "OFD.xml", "mimetype"]);
const SKIPPED = /(^|\/)(__MACOSX\/|\.DS_Store$|Thumbs\.db$|~\$)/i;
const REMEDY = "Pack fewer or smaller files into one zip, without a password.";
/** Characters of what is kept of a name. */
const LONGEST = { path: 1000, name: 200 };
/** Bytes. Below this, a high ratio is ordinary (a page of spaces). */
const RATIO_FROM = 2 ** 20;

/**
 * The files of a zip on disk, one after another. Names are labels only: nothing is ever written under them, so a path upwards means nothing.
 * Sizes are held against the limits before anything is inflated. Faults: `corrupt`, and `too-large` for the zip as a whole; those of single
 * entries travel with them.
 */
export async function* parcelEntries(path: string, limits: ParcelLimits): AsyncGenerator<ParcelEntry> {
  await assertBounded(path, limits);
  const zip = await openZip(path).catch(unreadable);
  try {
    for await (const entry of filesOf(zip)) {
      const { relativeOffsetOfLocalHeader: offset, compressedSize: packedLength, uncompressedSize: byteLength } = entry;
      const span = { offset, packedLength, byteLength, method: entry.compressionMethod, crc32: entry.crc32 };
      yield { path: pathOf(entry), span, fault: faultOf(entry, limits), open: () => zip.openReadStreamPromise(entry) };
    }
  } finally {
    zip.close();
  }
}

/**
 * Whether the zip on disk is one document (a DOCX, an XLSX, an OFD …) and not a parcel of documents. One with more entries than allowed is
 * not gone through: it is left to {@link parcelEntries} to refuse.
 */
export async function isDocumentZip(path: string, { entries }: Pick<ParcelLimits, "entries">): Promise<boolean> {
  let zip: ZipFile | undefined;
  try {
    zip = await openZip(path);
    if (zip.entryCount > entries) return false;
    for await (const entry of zip.eachEntry()) if (DOCUMENT_MARKS.has(nameOfEntry(entry.fileNameRaw))) return true;
    return false;
  } catch {
    return true; // A zip that cannot be listed is judged as a document, whose reader says what is wrong with it.
  } finally {
    zip?.close();
  }
}

/** Counts and adds up what the zip declares, before the first of its files is given out. */
async function assertBounded(path: string, limits: ParcelLimits): Promise<void> {
  const [{ size }, zip] = await Promise.all([stat(path).catch(unreadable), openZip(path).catch(unreadable)]);
  try {
    if (zip.entryCount > limits.entries) throw tooLarge(`The zip has ${zip.entryCount} entries; ${limits.entries} are allowed.`);
    const allowed = Math.min(limits.bytes, limits.ratio * Math.max(size, RATIO_FROM));
    let bytes = 0;
    for await (const entry of filesOf(zip)) bytes += entry.uncompressedSize;
    if (bytes > allowed) throw tooLarge(`The zip inflates to ${bytes} bytes; ${allowed} are allowed.`);
  } finally {
    zip.close();
  }
}

async function* filesOf(zip: ZipFile): AsyncGenerator<Entry> {
  try {
    for await (const entry of zip.eachEntry()) {
      const name = nameOfEntry(entry.fileNameRaw);
      if (!/[/\\]$/.test(name) && !SKIPPED.test(name)) yield entry;
    }
  } catch (error) {
    unreadable(error as Error);
  }
}

function faultOf(entry: Entry, limits: ParcelLimits): Fault | undefined {
  const { compressedSize, uncompressedSize } = entry;
  if ((entry.generalPurposeBitFlag & 1) !== 0) return new Fault("encrypted", "The zip needs a password.", { remedy: REMEDY });
  if (uncompressedSize > limits.bytesPerEntry)
    return tooLarge(`It inflates to ${uncompressedSize} bytes; ${limits.bytesPerEntry} are allowed.`);
  if (uncompressedSize > Math.max(RATIO_FROM, limits.ratio * compressedSize)) return tooLarge("It is packed too tightly to be a document.");
  return undefined;
}

async function openZip(path: string): Promise<ZipFile> {
  return openPromise(path, { autoClose: false, validateEntrySizes: true, decodeStrings: false });
}

function pathOf(entry: Entry): string {
  return label(nameOfEntry(entry.fileNameRaw).replaceAll("\\", "/"), LONGEST.path);
}

/** The last component of a path with either slash, without control characters and those that turn the direction of reading, at most 200 characters. */
export function baseName(path: string): string {
  return label(path.split(/[/\\]/).at(-1)!, LONGEST.name);
}

function label(name: string, longest: number): string {
  return name.replace(/[\p{Cc}\p{Bidi_Control}]/gu, "").slice(-longest) || "document";
}

function tooLarge(message: Message): Fault {
  return new Fault("too-large", message, { remedy: REMEDY });
}

function unreadable(error: Error): never {
  throw error instanceof Fault ? error : new Fault("corrupt", `The zip cannot be read: ${error.message}`, { remedy: "Pack it again." });
}
