import { crc32, inflateRawSync } from "node:zlib";
import { Fault } from "../core/fault.js";
import type { Limits } from "../core/limits.js";

/** A zip container. Nothing is inflated before it is asked for, and nothing is written: names are keys, never paths. */
export interface ZipArchive {
  /** Names of the files inside: slashes forward, no leading slash, no "." or ".." segments. Folders are left out. */
  readonly names: readonly string[];
  has(name: string): boolean;
  /**
   * The entry's bytes, undefined when there is none. Names are matched exactly, else without regard to case (OPC part names).
   * Faults: `corrupt`, `encrypted`, and `too-large` while inflating, before a limit's worth of memory is taken.
   */
  read(name: string): Uint8Array | undefined;
}

interface Entry {
  readonly name: string;
  readonly encrypted: boolean;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  /** Where the local header starts in the file. */
  readonly offset: number;
}

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const END64 = 0x06064b50;
const LOCATOR64 = 0x07064b50;
/** The longest comment, and a little of what senders append. */
const END_SEARCH = 0xffff + 22 + 1024;
/** Below this, a high ratio is ordinary (a page of spaces). */
const RATIO_FROM = 2 ** 20;

/**
 * Opens a zip by its central directory; a container without one is cut off. Faults: `corrupt` (also when two entries of one name differ,
 * since readers would disagree which one holds), `too-large` (entries, or what they declare to inflate to).
 */
export function openZip(bytes: Uint8Array, limits: Limits): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view, limits);
  const declared = [...entries.values()].reduce((sum, entry) => sum + entry.size, 0);
  if (declared > limits.inflatedBytes)
    throw tooLarge(`the container declares ${declared} bytes inside`, "inflatedBytes", limits.inflatedBytes);
  const folded = new Map([...entries.keys()].map((name) => [name.toLowerCase(), name]));
  const find = (name: string): Entry | undefined => {
    const normal = normalName(name);
    return entries.get(normal) ?? entries.get(folded.get(normal.toLowerCase()) ?? "");
  };
  const inflated = new Set<Entry>();
  let total = 0;
  return {
    names: [...entries.keys()],
    has: (name) => find(name) !== undefined,
    read(name) {
      const entry = find(name);
      if (!entry) return undefined;
      const again = inflated.has(entry);
      const content = inflate(bytes, view, entry, limits, again ? limits.inflatedBytes : limits.inflatedBytes - total);
      if (!again) total += content.byteLength;
      inflated.add(entry);
      return content;
    },
  };
}

function inflate(bytes: Uint8Array, view: DataView, entry: Entry, limits: Limits, allowance: number): Uint8Array {
  if (entry.encrypted) throw new Fault("encrypted", `"${entry.name}" inside the container is encrypted`);
  need(view, entry.offset, 30, "a local header");
  if (view.getUint32(entry.offset, true) !== LOCAL) throw corrupt(`no local header for "${entry.name}"`);
  const start = entry.offset + 30 + view.getUint16(entry.offset + 26, true) + view.getUint16(entry.offset + 28, true);
  need(view, start, entry.packed, `the bytes of "${entry.name}"`);
  const packed = bytes.subarray(start, start + entry.packed);
  const most = Math.min(allowance, Math.max(RATIO_FROM, entry.packed * limits.ratio));
  if (entry.size > most) throw tooLarge(`"${entry.name}" declares ${entry.size} bytes`, "inflatedBytes or ratio", most);
  const content = entry.method === 0 ? packed : entry.method === 8 ? inflateRaw(packed, entry, most) : undefined;
  if (!content) throw corrupt(`"${entry.name}" is compressed with method ${entry.method}, which office programs do not write`);
  if (content.byteLength !== entry.size || crc32(content) !== entry.crc) throw corrupt(`"${entry.name}" is damaged (checksum)`);
  return content;
}

/** `maxOutputLength` stops the inflating itself, so that a bomb never takes more memory than it is allowed. */
function inflateRaw(packed: Uint8Array, entry: Entry, most: number): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(`"${entry.name}"`, "inflatedBytes or ratio", most);
    throw new Fault("corrupt", `"${entry.name}" cannot be inflated: ${(cause as Error).message}`, { cause });
  }
}

function readDirectory(view: DataView, limits: Limits): Map<string, Entry> {
  const { count, size, start, shift } = findDirectory(view);
  if (count > limits.entries) throw tooLarge(`${count} entries`, "entries", limits.entries);
  const entries = new Map<string, Entry>();
  let at = start;
  for (let i = 0; i < count; i++) {
    need(view, at, 46, "the central directory");
    if (view.getUint32(at, true) !== CENTRAL || at >= start + size) throw corrupt("the central directory is damaged");
    const nameLength = view.getUint16(at + 28, true);
    const extraLength = view.getUint16(at + 30, true);
    const length = 46 + nameLength + extraLength + view.getUint16(at + 32, true);
    need(view, at, length, "the central directory");
    const entry = readEntry(view, at, nameLength, extraLength, shift);
    at += length;
    if (entry.name === "") continue;
    const other = entries.get(entry.name);
    if (other && (other.crc !== entry.crc || other.size !== entry.size)) throw corrupt(`two different entries are named "${entry.name}"`);
    entries.set(entry.name, entry);
  }
  return entries;
}

function readEntry(view: DataView, at: number, nameLength: number, extraLength: number, shift: number): Entry {
  const flags = view.getUint16(at + 8, true);
  let packed = view.getUint32(at + 20, true);
  let size = view.getUint32(at + 24, true);
  let offset = view.getUint32(at + 42, true);
  // Zip64: the fields that read ffffffff stand in the extra field 0001, in this order.
  for (let extra = at + 46 + nameLength, end = extra + extraLength; extra + 4 <= end; ) {
    const kind = view.getUint16(extra, true);
    const next = extra + 4 + view.getUint16(extra + 2, true);
    let field = extra + 4;
    const wide = (narrow: number): number => {
      if (narrow !== 0xffffffff || field + 8 > Math.min(next, end)) return narrow;
      field += 8;
      return Number(view.getBigUint64(field - 8, true));
    };
    if (kind === 1) [size, packed, offset] = [wide(size), wide(packed), wide(offset)];
    extra = next;
  }
  const rawName = new Uint8Array(view.buffer, view.byteOffset + at + 46, nameLength);
  const name = decodeName(rawName);
  return {
    name: name.endsWith("/") || name.endsWith("\\") ? "" : normalName(name),
    encrypted: (flags & 0x2041) !== 0,
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    packed,
    size,
    offset: offset + shift,
  };
}

/** The central directory's place. `shift`: bytes put before the container, by which its own offsets are short. */
function findDirectory(view: DataView): { count: number; size: number; start: number; shift: number } {
  const least = Math.max(0, view.byteLength - END_SEARCH);
  for (let at = view.byteLength - 22; at >= least; at--) {
    if (view.getUint32(at, true) !== END) continue;
    let count = view.getUint16(at + 10, true);
    let size = view.getUint32(at + 12, true);
    let offset = view.getUint32(at + 16, true);
    let end = at;
    if (at >= 20 && view.getUint32(at - 20, true) === LOCATOR64) {
      const at64 = findEnd64(view, at - 20);
      count = Number(view.getBigUint64(at64 + 32, true));
      size = Number(view.getBigUint64(at64 + 40, true));
      offset = Number(view.getBigUint64(at64 + 48, true));
      end = at64;
    }
    const start = end - size;
    const shift = start - offset;
    if (start < 0 || shift < 0 || (count > 0 && view.getUint32(start, true) !== CENTRAL)) continue;
    return { count, size, start, shift };
  }
  throw corrupt("the container has no central directory");
}

/** The zip64 end record stands where its locator says, or right before the locator when bytes were put before the container. */
function findEnd64(view: DataView, locator: number): number {
  for (const at of [Number(view.getBigUint64(locator + 8, true)), locator - 56])
    if (at >= 0 && at + 56 <= locator && view.getUint32(at, true) === END64) return at;
  throw corrupt("the zip64 directory is damaged");
}

/** UTF-8 whether flagged or not, else the code page that Chinese programs write. */
function decodeName(raw: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(raw);
  } catch {
    return new TextDecoder("gb18030").decode(raw);
  }
}

function normalName(name: string): string {
  const segments: string[] = [];
  for (const segment of name.split(/[/\\]/)) {
    if (segment === "..") segments.pop();
    else if (segment !== "" && segment !== ".") segments.push(segment);
  }
  return segments.join("/");
}

function need(view: DataView, at: number, length: number, what: string): void {
  if (at < 0 || length < 0 || at + length > view.byteLength) throw corrupt(`${what} lies outside the file`);
}

function corrupt(what: string): Fault {
  return new Fault("corrupt", `Not a whole zip container: ${what}.`);
}

function tooLarge(what: string, limit: string, value: number): Fault {
  return new Fault("too-large", `Too large inside: ${what}; the limit (${limit}) is ${value}.`);
}
