import { Fault } from "../../core/fault.js";
import { ByteView } from "../byte-view.js";
import { readSprms, type Sprm } from "./sprm.js";
import type { WordFile } from "./word-file.js";

/** Properties of a stretch of the file's bytes. */
export interface Stretch {
  readonly end: number;
  readonly sprms: readonly Sprm[];
  /** Paragraphs only: the index of the style. */
  readonly style: number;
}

/** Stretches looked up by byte offset; their properties are read when they are asked for. */
export interface Stretches {
  at(offset: number): Stretch | undefined;
}

interface StoredStretch {
  readonly start: number;
  readonly end: number;
  readonly style: number;
  readonly properties: Uint8Array;
}

const PAGE = 512;
/** More stretches than the longest documents have: a file that repeats pages without end must not fill the memory. */
const MOST = 1_000_000;

/** Properties of paragraphs. */
export function readParagraphStretches(file: WordFile): Stretches {
  return readStretches(file, "paragraphPages", (page, index, count) => {
    const offset = page.u8((count + 1) * 4 + index * 13) * 2;
    if (offset === 0) return NO_PROPERTIES;
    const words = page.u8(offset);
    const start = words === 0 ? offset + 2 : offset + 1;
    const size = words === 0 ? page.u8(offset + 1) * 2 : words * 2 - 1;
    return size < 2 ? NO_PROPERTIES : { style: page.u16(start), properties: clipped(page, start + 2, size - 2) };
  });
}

/** Properties of characters. */
export function readCharacterStretches(file: WordFile): Stretches {
  return readStretches(file, "characterPages", (page, index, count) => {
    const offset = page.u8((count + 1) * 4 + index) * 2;
    return offset === 0 ? NO_PROPERTIES : { style: 0, properties: clipped(page, offset + 1, page.u8(offset)) };
  });
}

type Properties = Pick<StoredStretch, "properties" | "style">;
const NO_PROPERTIES: Properties = { style: 0, properties: new Uint8Array() };

function readStretches(
  file: WordFile,
  structure: "paragraphPages" | "characterPages",
  read: (page: ByteView, index: number, count: number) => Properties,
): Stretches {
  const plc = file.table(structure);
  const pages = Math.max(0, Math.floor((plc.length - 4) / 8));
  const all: StoredStretch[] = [];
  for (let i = 0; i < pages; i++) {
    const number = plc.u32((pages + 1) * 4 + i * 4) & 0x3fffff;
    if ((number + 1) * PAGE > file.document.length) throw new Fault("corrupt", "The Word document's formatting points outside the file.");
    const page = new ByteView(file.document.slice(number * PAGE, PAGE), "page of formatting");
    const count = page.u8(PAGE - 1);
    if (all.length + count > MOST) throw new Fault("too-large", `More than ${MOST} stretches of formatting.`);
    for (let index = 0; index < count; index++) {
      const start = page.u32(index * 4);
      const end = page.u32(index * 4 + 4);
      if (end > start) all.push({ start, end, ...read(page, index, count) });
    }
  }
  all.sort((a, b) => a.start - b.start);
  return {
    at(offset) {
      const found = lookUp(all, offset);
      return found && { end: found.end, style: found.style, sprms: withHuge(readSprms(found.properties), file) };
    },
  };
}

function lookUp(all: readonly StoredStretch[], offset: number): StoredStretch | undefined {
  let low = 0;
  let high = all.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const stretch = all[middle]!;
    if (offset < stretch.start) high = middle - 1;
    else if (offset >= stretch.end) low = middle + 1;
    else return stretch;
  }
  return undefined;
}

function clipped(page: ByteView, at: number, size: number): Uint8Array {
  return page.slice(Math.min(at, PAGE - 1), Math.max(0, Math.min(size, PAGE - 1 - at)));
}

/** sprmPHugePapx, its older form, and sprmPTableProps: properties too long for a page stand in the data stream. */
const HUGE: ReadonlySet<number> = new Set([0x6645, 0x6646, 0x646b]);
/** A row of 63 cells, the most that Word makes, takes less than half of this. */
const MOST_HUGE = 16_384;

function withHuge(sprms: readonly Sprm[], file: WordFile): readonly Sprm[] {
  if (!sprms.some(({ code }) => HUGE.has(code))) return sprms;
  return sprms.flatMap((sprm) => {
    if (!HUGE.has(sprm.code)) return [sprm];
    const at = sprm.operand.getUint32(0, true);
    if (at + 2 > file.data.length) return [];
    return readSprms(file.data.slice(at + 2, Math.min(file.data.u16(at), file.data.length - at - 2, MOST_HUGE)));
  });
}
