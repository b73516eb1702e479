import { Fault } from "../core/fault.js";
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
  const chain = (start: number, follow: (sector: number) => number, most: number): number[] => {
    const sectors: number[] = [];
    for (let sector = start; sector < FIRST_MARK; sector = follow(sector)) {
      if (sectors.length >= most) throw corrupt("a chain of sectors runs in a circle");
      sectors.push(sector);
    }
    return sectors;
  };
  /** Bytes of a chain; the last sector of a file that was cut off by a few bytes counts as filled with zeros. */
  const gather = (start: number, size: number): Uint8Array => {
    const wanted = Math.ceil(size / sectorSize);
    const sectors = chain(start, next, sectorCount).slice(0, wanted);
    if (sectors.length < wanted) throw corrupt("a stream is shorter than it says");
    const content = new Uint8Array(size);
    for (const [index, sector] of sectors.entries()) {
      const at = offsetOf(sector);
      content.set(bytes.subarray(at, Math.min(at + sectorSize, at + size - index * sectorSize)), index * sectorSize);
    }
    return content;
  };
  const directory = chain(view.u32(48), next, sectorCount);
  const entries = readEntries(
    directory.flatMap((sector) => [gatherSector(bytes, offsetOf(sector), sectorSize)]),
    shift === 9,
  );
  const root = entries[0];
  if (!root) throw corrupt("it has no directory");
  const children = childrenOf(entries, root);
  const cutoff = view.u32(56);
  const small = once(() => {
    const content = gather(root.start, Math.min(root.size, bytes.length));
    const links = new ByteView(gatherWhole(chain(view.u32(60), next, sectorCount), bytes, offsetOf, sectorSize), "table of small sectors");
    return { content, follow: (sector: number) => links.u32(sector * 4), count: Math.ceil(content.length / 64) };
  });
  return {
    stream(name) {
      const matches = (entry: Entry) => entry.type === STREAM && entry.name.toLowerCase() === name.toLowerCase();
      const entry = children.find(matches) ?? entries.find(matches);
      if (!entry) return undefined;
      if (entry.size > bytes.length) throw corrupt("a stream says to be longer than the file");
      if (entry.size >= cutoff) return gather(entry.start, entry.size);
      if (entry.size === 0) return new Uint8Array();
      const { content, follow, count } = small();
      const sectors = chain(entry.start, follow, count);
      const result = new Uint8Array(entry.size);
      for (const [index, sector] of sectors.slice(0, Math.ceil(entry.size / 64)).entries())
        result.set(content.subarray(sector * 64, Math.min(sector * 64 + 64, sector * 64 + entry.size - index * 64)), index * 64);
      return result;
    },
  };
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

function readEntries(sectors: readonly Uint8Array[], isOldVersion: boolean): Entry[] {
  return sectors.flatMap((sector) => {
    const view = new ByteView(sector, "directory of the OLE container");
    return Array.from({ length: sector.length / ENTRY_SIZE }, (_, index): Entry => {
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

function gatherSector(bytes: Uint8Array, at: number, size: number): Uint8Array {
  const sector = new Uint8Array(size);
  sector.set(bytes.subarray(at, at + size));
  return sector;
}

function gatherWhole(sectors: readonly number[], bytes: Uint8Array, offsetOf: (sector: number) => number, size: number): Uint8Array {
  const whole = new Uint8Array(sectors.length * size);
  for (const [index, sector] of sectors.entries()) whole.set(bytes.subarray(offsetOf(sector), offsetOf(sector) + size), index * size);
  return whole;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function corrupt(what: string): Fault {
  return new Fault("corrupt", `Not a whole OLE container: ${what}.`);
}
