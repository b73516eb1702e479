import { Fault } from "../core/fault.js";
import type { Message } from "../core/messages/messages.js";
import { ByteView } from "./byte-view.js";

/** An OLE container ([MS-CFB]): the file system inside DOC, XLS, WPS and encrypted OOXML files. */
export interface CompoundFile {
  /** The bytes of a stream of the root storage, undefined when there is none. Names are matched without regard to case. */
  stream(name: string): Uint8Array | undefined;
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly links: readonly [left: number, right: number, child: number];
  readonly start: number;
  readonly size: number;
}

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Sector numbers from here on are marks: free, end of chain, table. */
const FIRST_MARK = 0xfffffffa;
const STREAM = 2;
const HEADER_TABLE = 76;
const HEADER_TABLE_LENGTH = 109;
const ENTRY_SIZE = 128;
const SMALL_SECTOR = 64;

/** Whether bytes begin as an OLE compound file does: DOC, XLS, or an encrypted DOCX or XLSX. */
export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/**
 * Opens an OLE container. Every chain is followed for at most as many steps as the file has sectors: the usual library follows a chain that
 * bites its tail until the process dies. Faults: `corrupt`.
 */
export function openCompoundFile(bytes: Uint8Array): CompoundFile {
  if (!isCompoundFile(bytes) || bytes.length < 512) throw corrupt("it has no valid head");
  const view = new ByteView(bytes, "OLE container");
  const shift = view.u16(30);
  if (shift !== 9 && shift !== 12) throw corrupt("its sectors are of no known size");
  const sectorSize = 1 << shift;
  const sectorCount = Math.ceil(bytes.length / sectorSize) - 1;
  const offsetOf = (sector: number): number => {
    if (sector >= sectorCount) throw corrupt("it points outside the file");
    return (sector + 1) * sectorSize;
  };
  const table = readTable(view, offsetOf, sectorSize, sectorCount);
  const next = (sector: number): number => {
    const at = table[Math.floor((sector * 4) / sectorSize)];
    if (at === undefined) throw corrupt("its table of sectors is cut off");
    return view.u32(at + ((sector * 4) % sectorSize));
  };
  const sectors: Sectors = {
    size: sectorSize,
    count: sectorCount,
    next,
    bytesOf: (sector) => bytes.subarray(offsetOf(sector), offsetOf(sector) + sectorSize),
  };
  const entries = readEntries(gather(sectors, view.u32(48)), shift === 9);
  const root = entries[0];
  if (!root) throw corrupt("it has no directory");
  const children = childrenOf(entries, root);
  const cutoff = view.u32(56);
  const small = once(() => smallSectors(gather(sectors, root.start, Math.min(root.size, bytes.length)), gather(sectors, view.u32(60))));
  return {
    stream(name) {
      const matches = (entry: Entry) => entry.type === STREAM && entry.name.toLowerCase() === name.toLowerCase();
      const entry = children.find(matches) ?? entries.find(matches);
      if (!entry) return undefined;
      if (entry.size > bytes.length) throw corrupt("a stream says to be longer than the file");
      if (entry.size === 0) return new Uint8Array();
      return gather(entry.size >= cutoff ? sectors : small(), entry.start, entry.size);
    },
  };
}

/** Sectors of one size, of which each names the next of its chain. The last of a file that was cut off by a few bytes has fewer. */
interface Sectors {
  readonly size: number;
  readonly count: number;
  next(sector: number): number;
  bytesOf(sector: number): Uint8Array;
}

/** The sectors that lie in the root's own stream, linked by a table of their own. */
function smallSectors(content: Uint8Array, table: Uint8Array): Sectors {
  const links = new ByteView(table, "table of small sectors");
  return {
    size: SMALL_SECTOR,
    count: Math.ceil(content.length / SMALL_SECTOR),
    next: (sector) => links.u32(sector * 4),
    bytesOf: (sector) => content.subarray(sector * SMALL_SECTOR, (sector + 1) * SMALL_SECTOR),
  };
}

/** Bytes of a chain, all of them where no size is given; what was cut off the last sector counts as zeros. */
function gather({ size, count, next, bytesOf }: Sectors, start: number, length?: number): Uint8Array {
  const chain: number[] = [];
  for (let sector = start; sector < FIRST_MARK; sector = next(sector)) {
    if (chain.length >= count) throw corrupt("a chain of sectors runs in a circle");
    chain.push(sector);
  }
  const wanted = length === undefined ? chain.length : Math.ceil(length / size);
  if (chain.length < wanted) throw corrupt("a stream is shorter than it says");
  const content = new Uint8Array(length ?? wanted * size);
  for (const [index, sector] of chain.slice(0, wanted).entries())
    content.set(bytesOf(sector).subarray(0, content.length - index * size), index * size);
  return content;
}

/** Where each sector of the sector table begins: 109 are named in the head, more in a chain of their own. */
function readTable(view: ByteView, offsetOf: (sector: number) => number, sectorSize: number, sectorCount: number): number[] {
  const sectors: number[] = [];
  for (let i = 0; i < HEADER_TABLE_LENGTH; i++) sectors.push(view.u32(HEADER_TABLE + i * 4));
  const perSector = sectorSize / 4 - 1;
  let more = view.u32(68);
  for (let steps = 0; more < FIRST_MARK && sectors.length <= sectorCount + HEADER_TABLE_LENGTH; steps++) {
    if (steps > sectorCount) throw corrupt("a chain of sectors runs in a circle");
    const at = offsetOf(more);
    for (let i = 0; i < perSector; i++) sectors.push(view.u32(at + i * 4));
    more = view.u32(at + perSector * 4);
  }
  return sectors.filter((sector) => sector < FIRST_MARK).map(offsetOf);
}

function readEntries(directory: Uint8Array, isOldVersion: boolean): Entry[] {
  const view = new ByteView(directory, "directory of the OLE container");
  return Array.from({ length: directory.length / ENTRY_SIZE }, (_, index): Entry => {
    const at = index * ENTRY_SIZE;
    const high = isOldVersion ? 0 : view.u32(at + 124);
    return {
      name: view.text(at, Math.min(31, Math.max(0, view.u16(at + 64) / 2 - 1))),
      type: view.u8(at + 66),
      links: [view.u32(at + 68), view.u32(at + 72), view.u32(at + 76)],
      start: view.u32(at + 116),
      size: view.u32(at + 120) + high * 2 ** 32,
    };
  });
}

/** The entries right below the root; each is visited once, whatever the links say. */
function childrenOf(entries: readonly Entry[], root: Entry): Entry[] {
  const seen = new Set<number>();
  const open = [root.links[2]];
  const found: Entry[] = [];
  for (let index = open.pop(); index !== undefined; index = open.pop()) {
    const entry = entries[index];
    if (!entry || seen.has(index)) continue;
    seen.add(index);
    found.push(entry);
    open.push(entry.links[0], entry.links[1]);
  }
  return found;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function corrupt(what: Message): Fault {
  return new Fault("corrupt", `Not a whole OLE container: ${what}.`);
}
