import type { ByteView } from "../byte-view.js";
import type { ListLevel, ListUse } from "../word/list-counter.js";
import { bulletText } from "../word/symbol-font.js";
import { readSprms } from "./sprm.js";
import type { WordFile } from "./word-file.js";

/** A list of the document: its levels, and the paragraph style that each belongs to. */
interface List {
  readonly levels: readonly ListLevel[];
  readonly styles: readonly number[];
}

/** A use of a list, by the number from 1 that paragraphs refer to. */
export interface DocListUse extends ListUse {
  readonly styles: readonly number[];
}

/** Names of the number formats, in the order of Word's codes (MSONFC). */
const FORMATS = [
  "decimal upperRoman lowerRoman upperLetter lowerLetter ordinal cardinalText ordinalText hex chicago ideographDigital japaneseCounting aiueo iroha",
  "decimalFullWidth decimalHalfWidth japaneseLegal japaneseDigitalTenThousand decimalEnclosedCircle decimalFullWidth2 aiueoFullWidth irohaFullWidth",
  "decimalZero bullet ganada chosung decimalEnclosedFullstop decimalEnclosedParen decimalEnclosedCircleChinese ideographEnclosedCircle",
  "ideographTraditional ideographZodiac ideographZodiacTraditional taiwaneseCounting ideographLegalTraditional taiwaneseCountingThousand",
  "taiwaneseDigital chineseCounting chineseLegalSimplified chineseCountingThousand",
]
  .join(" ")
  .split(" ");
const NUMBER_IN_DASH = 57;
const NO_NUMBER = 255;

const LIST_SIZE = 28;
const USE_SIZE = 16;
const LEVEL_SIZE = 28;
const ASCII_FONT = 0x4a4f;

/** Reads the lists and their uses. Numbering that is damaged is left out: labels are lost then, text is not. */
export function readListUses(file: WordFile, fonts: readonly string[]): ReadonlyMap<number, DocListUse> {
  const uses = new Map<number, DocListUse>();
  try {
    const lists = readLists(file, fonts);
    const table = file.table("listUses");
    if (table.length < 4) return uses;
    const count = Math.min(table.u32(0), Math.floor((table.length - 4) / USE_SIZE));
    let at = 4 + count * USE_SIZE;
    for (let index = 0; index < count; index++) {
      const id = table.i32(4 + index * USE_SIZE);
      const overrides = table.u8(4 + index * USE_SIZE + 12);
      const list = lists.get(id);
      const levels: ListLevel[] = [...(list?.levels ?? [])];
      const startOverrides: { [level: number]: number } = {};
      // The overrides of a use are headed by four bytes that say nothing here.
      at += 4;
      for (let left = overrides; left > 0; left--) {
        const level = table.u8(at + 4) & 0xf;
        const flags = table.u8(at + 4);
        if (flags & 0x10) startOverrides[level] = table.i32(at);
        at += 8;
        if (flags & 0x20) {
          const { level: own, size } = readLevel(table, at, fonts);
          levels[level] = own;
          if (flags & 0x10) startOverrides[level] = own.start;
          at += size;
        }
      }
      if (list) uses.set(index + 1, { id: String(index + 1), list: String(id), levels, styles: list.styles, startOverrides });
    }
  } catch {
    return uses;
  }
  return uses;
}

function readLists(file: WordFile, fonts: readonly string[]): Map<number, List> {
  const table = file.table("lists");
  const lists = new Map<number, List>();
  if (table.length < 2) return lists;
  const count = Math.min(table.u16(0), Math.floor((table.length - 2) / LIST_SIZE));
  const levels = file.tableAfter("lists");
  let at = 0;
  for (let index = 0; index < count; index++) {
    const list = 2 + index * LIST_SIZE;
    const isSimple = (table.u8(list + 26) & 1) !== 0;
    const own: ListLevel[] = [];
    for (let level = 0; level < (isSimple ? 1 : 9); level++) {
      const read = readLevel(levels, at, fonts);
      own.push(read.level);
      at += read.size;
    }
    lists.set(table.i32(list), { levels: own, styles: Array.from({ length: 9 }, (_, level) => table.u16(list + 8 + level * 2)) });
  }
  return lists;
}

/** A level ([MS-DOC] 2.9.150) and how many bytes it takes. */
function readLevel(view: ByteView, at: number, fonts: readonly string[]): { level: ListLevel; size: number } {
  const code = view.u8(at + 4);
  const flags = view.u8(at + 5);
  const characterSize = view.u8(at + 24);
  const paragraphSize = view.u8(at + 25);
  const textAt = at + LEVEL_SIZE + paragraphSize + characterSize;
  const length = view.u16(textAt);
  const raw = view.text(textAt + 2, length);
  const format = code === NUMBER_IN_DASH ? "numberInDash" : code === NO_NUMBER ? "none" : (FORMATS[code] ?? "decimal");
  const fontIndex = readSprms(view.slice(at + LEVEL_SIZE + paragraphSize, characterSize)).findLast(({ code }) => code === ASCII_FONT);
  const font = fontIndex && fonts[fontIndex.operand.getUint16(0, true)];
  const bullet = bulletText(font, raw);
  // Characters 0–8 stand for the numbers of those levels; a per cent sign of the text itself cannot be told from ours afterwards, and is not met.
  const pattern = Array.from(raw, (character) => (character < "\u0009" ? `%${character.charCodeAt(0) + 1}` : character)).join("");
  const follow = view.u8(at + 15);
  return {
    size: textAt + 2 + length * 2 - at,
    level: {
      start: Math.max(0, view.i32(at)),
      format,
      text: format === "bullet" ? bullet : pattern,
      suffix: follow === 2 ? "nothing" : follow === 1 ? "space" : "tab",
      restartAfter: flags & 0x08 ? view.u8(at + 26) : undefined,
      legal: (flags & 0x04) !== 0,
    },
  };
}
