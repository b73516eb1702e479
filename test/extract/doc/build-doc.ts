import CFB from "cfb";

const u16 = (n: number) => [n & 255, (n >> 8) & 255];
const u32 = (n: number) => [n & 255, (n >> 8) & 255, (n >> 16) & 255, (n >>> 24) & 255];
const utf16 = (text: string) => Array.from({ length: text.length }, (_, i) => u16(text.charCodeAt(i))).flat();

/** A property modifier; operands of variable length begin with their size. */
export const sprm = (code: number, ...operand: number[]) => [...u16(code), ...operand];
export const byte16 = u16;
export const byte32 = u32;

export interface DocRun {
  text: string;
  properties?: number[];
}

export interface DocParagraph {
  runs: DocRun[];
  /** "\r" (the default), "\u0007" a cell's or a row's, "\f" a section's. */
  mark?: string;
  markProperties?: number[];
  style?: number;
  properties?: number[];
  /** Stored one byte a character, in a piece of its own. */
  latin?: boolean;
  /** What a quick save laid over the piece. */
  modifier?: number;
}

export interface DocStyleSource {
  builtIn: number;
  /** 1 of paragraphs, 2 of characters. */
  kind: 1 | 2;
  base?: number;
  paragraph?: number[];
  character?: number[];
}

export interface DocParts {
  styles?: DocStyleSource[];
  fonts?: string[];
  /** Groups of modifiers that pieces refer to. */
  modifiers?: number[][];
  data?: Uint8Array;
  lists?: { id: number; levels: number[][] }[];
  /** List id, and overrides as bytes. */
  uses?: { list: number; overrides?: number[][] }[];
  footnotes?: DocParagraph[];
  /** Each box is one paragraph, anchored in the main text at the given place. */
  textBoxes?: { anchor: number; paragraphs: DocParagraph[] }[];
  /** Overrides in the head: [offset, byte]. */
  head?: [number, number][];
  /** Places at which sections end. */
  sectionEnds?: number[];
}

const STRUCTURES = 93;
const HEAD_SIZE = 0x9a + STRUCTURES * 8 + 2;
const TEXT_AT = 2048;

/** A Word 97 document of the given main text, laid out as Word does: text, pages of formatting, tables in a stream of their own. */
export function buildDoc(main: DocParagraph[], parts: DocParts = {}): Uint8Array {
  const boxes = (parts.textBoxes ?? []).flatMap(({ paragraphs }) => paragraphs);
  const stories = [main, parts.footnotes ?? [], boxes].map((story) => (story.length === 0 ? [] : story));
  const counts = stories.map((story) => story.reduce((sum, paragraph) => sum + lengthOf(paragraph), 0));
  const text: number[] = [];
  const pieces: { start: number; end: number; place: number; modifier: number }[] = [];
  const characters: Stretch[] = [];
  const paragraphs: Stretch[] = [];
  let at = 0;
  for (const paragraph of stories.flat()) {
    const width = paragraph.latin ? 1 : 2;
    const begin = TEXT_AT + text.length;
    const runs = [...paragraph.runs, { text: paragraph.mark ?? "\r", properties: paragraph.markProperties }];
    for (const run of runs) {
      const from = TEXT_AT + text.length;
      for (const character of run.text.split("")) text.push(...(width === 1 ? [character.charCodeAt(0)] : u16(character.charCodeAt(0))));
      characters.push({ start: from, end: TEXT_AT + text.length, content: run.properties ?? [] });
    }
    const end = at + lengthOf(paragraph);
    pieces.push({ start: at, end, place: width === 1 ? (begin * 2) | 0x40000000 : begin, modifier: paragraph.modifier ?? 0 });
    paragraphs.push({ start: begin, end: TEXT_AT + text.length, content: [...u16(paragraph.style ?? 0), ...(paragraph.properties ?? [])] });
    at = end;
  }
  const firstPage = Math.ceil((TEXT_AT + text.length) / 512);
  const characterPages = pagesOf(characters, 1);
  const paragraphPages = pagesOf(paragraphs, 13);
  const tables = new Tables();
  tables.add(1, styleSheet(parts.styles ?? [{ builtIn: 0, kind: 1 }]));
  tables.add(12, pageTable(characterPages, firstPage));
  tables.add(13, pageTable(paragraphPages, firstPage + characterPages.length));
  tables.add(15, fontTable(parts.fonts ?? []));
  tables.add(33, [
    ...(parts.modifiers ?? []).flatMap((group) => [1, ...u16(group.length), ...group]),
    2,
    ...u32((pieces.length + 1) * 4 + pieces.length * 8),
    ...[...pieces.map(({ start }) => start), at].flatMap(u32),
    ...pieces.flatMap(({ place, modifier }) => [0, 0, ...u32(place), ...u16(modifier)]),
  ]);
  if (parts.sectionEnds)
    tables.add(6, [...[0, ...parts.sectionEnds].flatMap(u32), ...parts.sectionEnds.flatMap(() => new Array<number>(12).fill(0))]);
  if (parts.lists) {
    const heads = parts.lists.flatMap(({ id, levels }) => [
      ...u32(id),
      ...u32(0),
      ...new Array<number>(9).fill(0xfff).flatMap(u16),
      levels.length === 1 ? 1 : 0,
      0,
    ]);
    tables.add(
      73,
      [...u16(parts.lists.length), ...heads],
      parts.lists.flatMap(({ levels }) => levels.flat()),
    );
  }
  if (parts.uses) {
    const heads = parts.uses.flatMap(({ list, overrides }) => [...u32(list), ...u32(0), ...u32(0), overrides?.length ?? 0, 0, 0, 0]);
    tables.add(74, [
      ...u32(parts.uses.length),
      ...heads,
      ...parts.uses.flatMap(({ overrides }) => [...u32(0), ...(overrides ?? []).flat()]),
    ]);
  }
  if (parts.footnotes) {
    const ends = sums(parts.footnotes.map(lengthOf));
    tables.add(2, [...parts.footnotes.map(() => 0), 0].flatMap(u32).concat(parts.footnotes.flatMap(() => u16(1))));
    tables.add(3, [...ends, ends.at(-1)!].flatMap(u32));
  }
  if (parts.textBoxes) {
    const ends = sums(parts.textBoxes.map(({ paragraphs }) => paragraphs.reduce((sum, paragraph) => sum + lengthOf(paragraph), 0)));
    const box = (shape: number) => [...u32(0), ...u32(0), ...u16(0), ...u32(0), ...u32(shape), ...u32(0)];
    tables.add(56, [...[...ends, ends.at(-1)!].flatMap(u32), ...parts.textBoxes.flatMap((_, index) => box(1000 + index)), ...box(0)]);
    const shape = (index: number) => [...u32(1000 + index), ...new Array<number>(22).fill(0)];
    tables.add(40, [
      ...[...parts.textBoxes.map(({ anchor }) => anchor), counts[0]!].flatMap(u32),
      ...parts.textBoxes.flatMap((_, index) => shape(index)),
    ]);
  }
  const document = Buffer.alloc((firstPage + characterPages.length + paragraphPages.length) * 512);
  document.set(headOf(counts, tables.places), 0);
  document.set(text, TEXT_AT);
  for (const [index, page] of [...characterPages, ...paragraphPages].entries()) document.set(page.bytes, (firstPage + index) * 512);
  for (const [offset, value] of parts.head ?? []) document[offset] = value;
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, "/WordDocument", document);
  CFB.utils.cfb_add(container, "/1Table", Buffer.from(tables.bytes));
  if (parts.data) CFB.utils.cfb_add(container, "/Data", Buffer.from(parts.data));
  return Uint8Array.from(CFB.write(container, { type: "buffer" }) as Buffer);
}

function lengthOf({ runs }: DocParagraph): number {
  return runs.reduce((sum, { text }) => sum + text.length, 1);
}

/** 0, then the sum after each. */
function sums(lengths: readonly number[]): number[] {
  const all = [0];
  for (const length of lengths) all.push(all.at(-1)! + length);
  return all;
}

interface Stretch {
  start: number;
  end: number;
  content: number[];
}

interface Page {
  starts: number[];
  end: number;
  bytes: Uint8Array;
}

/** Pages of formatting: offsets at the front, properties from the back. `entry`: bytes that an entry takes beside its offset. */
function pagesOf(stretches: readonly Stretch[], entry: 1 | 13): Page[] {
  const pages: Page[] = [];
  let rest = [...stretches];
  while (rest.length > 0) {
    const bytes = new Uint8Array(512);
    const offsets: number[] = [];
    let back = 510;
    let count = 0;
    for (const { content } of rest) {
      const stored =
        entry === 1
          ? [content.length, ...content]
          : content.length % 2 === 1
            ? [(content.length + 1) / 2, ...content]
            : [0, content.length / 2, ...content];
      const at = (back - stored.length) & ~1;
      if ((count + 2) * 4 + (count + 1) * entry > at) break;
      bytes.set(stored, at);
      offsets.push(at / 2);
      back = at;
      count++;
    }
    if (count === 0) throw new Error("A stretch does not fit into a page; put its properties into the data stream.");
    const taken = rest.slice(0, count);
    const view = new DataView(bytes.buffer);
    for (const [index, { start }] of taken.entries()) view.setUint32(index * 4, start, true);
    view.setUint32(count * 4, taken.at(-1)!.end, true);
    for (const [index, offset] of offsets.entries()) bytes[(count + 1) * 4 + index * entry] = offset;
    bytes[511] = count;
    pages.push({ starts: taken.map(({ start }) => start), end: taken.at(-1)!.end, bytes });
    rest = rest.slice(count);
  }
  return pages;
}
function pageTable(pages: readonly Page[], first: number): number[] {
  return [...pages.map(({ starts }) => starts[0]!), pages.at(-1)?.end ?? 0]
    .flatMap(u32)
    .concat(pages.flatMap((_, index) => u32(first + index)));
}

function styleSheet(styles: readonly DocStyleSource[]): number[] {
  const stored = styles.map(({ builtIn, kind, base = 0xfff, paragraph = [], character = [] }, index) => {
    const group = (bytes: number[]) => [...u16(bytes.length), ...bytes, ...(bytes.length % 2 === 1 ? [0] : [])];
    const groups = kind === 1 ? [...group([...u16(index), ...paragraph]), ...group(character)] : group(character);
    const head = [...u16(builtIn), ...u16(kind | (base << 4)), ...u16(kind === 1 ? 2 : 1), ...u16(0), ...u16(0)];
    const bytes = [...head, ...u16(1), ...utf16("s"), ...u16(0), ...groups];
    return [...u16(bytes.length), ...bytes];
  });
  return [...u16(18), ...u16(styles.length), ...u16(10), ...new Array<number>(14).fill(0), ...stored.flat()];
}

function fontTable(fonts: readonly string[]): number[] {
  const stored = fonts.map((name) => {
    const bytes = [...new Array<number>(39).fill(0), ...utf16(name), 0, 0];
    return [bytes.length, ...bytes];
  });
  return [...u16(fonts.length), ...u16(0), ...stored.flat()];
}

function headOf(counts: readonly number[], places: ReadonlyMap<number, [number, number]>): Uint8Array {
  const head = new Uint8Array(HEAD_SIZE);
  const view = new DataView(head.buffer);
  view.setUint16(0, 0xa5ec, true);
  view.setUint16(2, 0x00c1, true);
  view.setUint16(0x0a, 0x0200, true);
  view.setUint16(32, 14, true);
  view.setUint16(62, 22, true);
  const [main = 0, notes = 0, boxes = 0] = counts;
  view.setUint32(0x4c, main, true);
  view.setUint32(0x50, notes, true);
  view.setUint32(0x64, boxes, true);
  view.setUint16(0x98, STRUCTURES, true);
  for (const [index, [at, size]] of places) {
    view.setUint32(0x9a + index * 8, at, true);
    view.setUint32(0x9a + index * 8 + 4, size, true);
  }
  return head;
}

/** The table stream under way: where each structure stands, and what follows it without being counted. */
class Tables {
  readonly bytes: number[] = [];
  readonly places = new Map<number, [number, number]>();

  add(index: number, content: readonly number[], uncounted: readonly number[] = []): void {
    this.places.set(index, [this.bytes.length, content.length]);
    for (const byte of content) this.bytes.push(byte);
    for (const byte of uncounted) this.bytes.push(byte);
  }
}

export const text = (content: string, properties?: number[]): DocParagraph => ({ runs: [{ text: content }], properties });

/** A cell's last paragraph, at the given depth of tables. */
export const cell = (content: string, depth = 1): DocParagraph => ({
  runs: [{ text: content }],
  mark: depth === 1 ? "\u0007" : "\r",
  properties: [...inTable(depth), ...(depth === 1 ? [] : sprm(0x244b, 1))],
});

export interface RowCell {
  /** Right edge in twips. */
  right: number;
  /** Bits of TC80. */
  bits?: number;
}

export const DOWN = 0x60;
export const ON = 0x20;

/** The mark at a row's end, which defines its cells. */
export const rowEnd = (cells: readonly RowCell[], depth = 1, more: number[] = [], left = 0): DocParagraph => ({
  runs: [],
  mark: depth === 1 ? "\u0007" : "\r",
  properties: [
    ...inTable(depth),
    ...(depth === 1 ? sprm(0x2417, 1) : [...sprm(0x244b, 1), ...sprm(0x244c, 1)]),
    ...defineTable(cells, left),
    ...more,
  ],
});

export const defineTable = (cells: readonly RowCell[], left = 0): number[] => {
  const descriptors = cells.flatMap(({ bits = 0 }) => [...u16(bits), ...new Array<number>(18).fill(0)]);
  const content = [cells.length, ...u16(left), ...cells.flatMap(({ right }) => u16(right)), ...descriptors];
  return [...u16(0xd608), ...u16(content.length + 1), ...content];
};

const inTable = (depth: number) => [...sprm(0x2416, 1), ...sprm(0x6649, ...u32(depth))];
