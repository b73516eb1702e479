import { crc32, inflateRawSync } from "node:zlib";
import { type Entry, fromBufferPromise } from "yauzl";
import { Fault } from "../core/fault.js";
import type { Limits } from "../core/limits.js";
import type { Message } from "../core/messages/messages.js";
import { nameOfEntry } from "../core/zip-names.js";

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

interface Part {
  readonly name: string;
  readonly entry: Entry;
  /** Where the entry's bytes start; what is wrong with its header, where that tells no place. */
  readonly start: number | Fault;
}

/** Signatures of the records that end a container and that tell of one entry. */
const END = "PK\x05\x06";
const CENTRAL = "PK\x01\x02";
/** Of the record before an entry's bytes. */
const LOCAL = "PK\x03\x04";
/** Below this, a high ratio is ordinary (a page of spaces). */
const RATIO_FROM = 2 ** 20;

/**
 * Opens a zip by its central directory; a container without one is cut off. Faults: `corrupt` (also when two entries of one name differ,
 * since readers would disagree which one holds), `too-large` (entries, or what they declare to inflate to).
 */
export async function openZip(bytes: Uint8Array, limits: Limits): Promise<ZipArchive> {
  const container = withoutFrame(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  const parts = await readDirectory(container, limits);
  const declared = [...parts.values()].reduce((sum, { entry }) => sum + entry.uncompressedSize, 0);
  if (declared > limits.inflatedBytes)
    throw tooLarge(`the container declares ${declared} bytes inside`, "inflatedBytes", limits.inflatedBytes);
  const folded = new Map([...parts.keys()].map((name) => [name.toLowerCase(), name]));
  const find = (name: string): Part | undefined => {
    const normal = normalName(name);
    return parts.get(normal) ?? parts.get(folded.get(normal.toLowerCase()) ?? "");
  };
  const inflated = new Set<Part>();
  let total = 0;
  return {
    names: [...parts.keys()],
    has: (name) => find(name) !== undefined,
    read(name) {
      const part = find(name);
      if (!part) return undefined;
      const again = inflated.has(part);
      const content = inflate(container, part, limits, again ? limits.inflatedBytes : limits.inflatedBytes - total);
      if (!again) total += content.byteLength;
      inflated.add(part);
      return content;
    },
  };
}

/**
 * The container without what senders put before and behind it, by which its own offsets are wrong. Where files of a zip stand before it, that zip is cut
 * off, and the container is the last of them that is whole.
 */
function withoutFrame(bytes: Buffer): Buffer {
  const end = bytes.lastIndexOf(END, undefined, "latin1");
  if (end < 0 || end + 22 > bytes.length) return bytes;
  const directory = end - bytes.readUInt32LE(end + 12);
  const before = directory - bytes.readUInt32LE(end + 16);
  const isFramed = before > 0 && bytes.toString("latin1", 0, 4) !== LOCAL && bytes.toString("latin1", directory, directory + 4) === CENTRAL;
  return bytes.subarray(isFramed ? before : 0, end + 22 + bytes.readUInt16LE(end + 20));
}

async function readDirectory(container: Buffer, limits: Limits): Promise<Map<string, Part>> {
  try {
    const zip = await fromBufferPromise(container, { lazyEntries: true, decodeStrings: false });
    if (zip.entryCount > limits.entries) throw tooLarge(`${zip.entryCount} entries`, "entries", limits.entries);
    const parts = new Map<string, Part>();
    for await (const entry of zip.eachEntry()) {
      const label = nameOfEntry(entry.fileNameRaw);
      const name = normalName(label);
      if (/[/\\]$/u.test(label) || name === "") continue;
      const other = parts.get(name)?.entry;
      if (other && (other.crc32 !== entry.crc32 || other.uncompressedSize !== entry.uncompressedSize))
        throw corrupt(`two different entries are named "${name}"`);
      const start = await zip.readLocalFileHeaderPromise(entry, { minimal: true }).then(
        ({ fileDataStart }) => fileDataStart,
        ({ message }: Error) => corrupt(`"${name}": ${message}`),
      );
      parts.set(name, { name, entry, start });
    }
    return parts;
  } catch (cause) {
    if (cause instanceof Fault) throw cause;
    const { message } = cause as Error;
    throw /encrypt/iu.test(message)
      ? new Fault("encrypted", `The container cannot be opened: ${message}.`)
      : corrupt(`the directory cannot be read: ${message.replace(/\.$/u, "")}`);
  }
}

function inflate(container: Buffer, { name, entry, start }: Part, limits: Limits, allowance: number): Uint8Array {
  if (entry.isEncrypted()) throw new Fault("encrypted", `"${name}" inside the container is encrypted`);
  if (start instanceof Fault) throw start;
  const packed = container.subarray(start, start + entry.compressedSize);
  const most = Math.min(allowance, Math.max(RATIO_FROM, entry.compressedSize * limits.ratio));
  const { compressionMethod: method, uncompressedSize: size } = entry;
  if (size > most) throw tooLarge(`"${name}" declares ${size} bytes`, "inflatedBytes or ratio", most);
  const content = method === 0 ? packed : method === 8 ? inflateRaw(packed, name, most) : undefined;
  if (!content) throw corrupt(`"${name}" is compressed with method ${method}, which office programs do not write`);
  if (content.byteLength !== size || crc32(content) !== entry.crc32) throw corrupt(`"${name}" is damaged (checksum)`);
  return new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
}

/** `maxOutputLength` stops the inflating itself, so that a bomb never takes more memory than it is allowed. */
function inflateRaw(packed: Uint8Array, name: string, most: number): Buffer {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(`"${name}"`, "inflatedBytes or ratio", most);
    throw new Fault("corrupt", `"${name}" cannot be inflated: ${(cause as Error).message}`, { cause });
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

function corrupt(what: Message): Fault {
  return new Fault("corrupt", `Not a whole zip container: ${what}.`);
}

function tooLarge(what: Message, limit: string, value: number): Fault {
  return new Fault("too-large", `Too large inside: ${what}; the limit (${limit}) is ${value}.`);
}
