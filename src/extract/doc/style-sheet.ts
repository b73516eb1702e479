import { ByteView } from "../byte-view.js";
import { readSprms, type Sprm } from "./sprm.js";
import type { WordFile } from "./word-file.js";

/** A style with what it inherits. */
export interface DocStyle {
  /** Word's number for the styles it brings along: 1–9 headings, 19–27 contents, 62 title. */
  readonly builtIn: number;
  readonly paragraph: readonly Sprm[];
  readonly character: readonly Sprm[];
}

export type StyleSheet = (index: number) => DocStyle | undefined;

interface RawStyle extends DocStyle {
  readonly base: number;
}

const PARAGRAPH = 1;
const CHARACTER = 2;

/** Reads the style sheet ([MS-DOC] 2.9.271). A damaged style is left out, since text does not hang on it. */
export function readStyleSheet(file: WordFile): StyleSheet {
  const sheet = file.table("styles");
  const raw: (RawStyle | undefined)[] = [];
  if (sheet.length >= 6) {
    const count = sheet.u16(2);
    const baseSize = sheet.u16(4);
    let at = 2 + sheet.u16(0);
    for (let i = 0; i < count && at + 2 <= sheet.length; i++) {
      const size = sheet.u16(at);
      raw.push(size === 0 || at + 2 + size > sheet.length ? undefined : readStyle(sheet.slice(at + 2, size), baseSize));
      at += 2 + size;
    }
  }
  const resolved = new Map<number, DocStyle | undefined>();
  const resolve = (index: number, depth: number): DocStyle | undefined => {
    if (resolved.has(index)) return resolved.get(index);
    const own = raw[index];
    const base = own && depth < 50 ? resolve(own.base, depth + 1) : undefined;
    const whole = own && {
      builtIn: own.builtIn,
      paragraph: merged(base?.paragraph ?? [], own.paragraph),
      character: merged(base?.character ?? [], own.character),
    };
    resolved.set(index, whole);
    return whole;
  };
  return (index) => resolve(index, 0);
}

/** The last of each kind is the one that holds. */
function merged(base: readonly Sprm[], own: readonly Sprm[]): Sprm[] {
  return [...new Map([...base, ...own].map((sprm) => [sprm.code, sprm])).values()];
}

function readStyle(bytes: Uint8Array, baseSize: number): RawStyle | undefined {
  const std = new ByteView(bytes, "style");
  if (std.length < baseSize + 4 || baseSize < 8) return undefined;
  const kind = std.u16(2) & 0xf;
  const groups: Uint8Array[] = [];
  let at = baseSize + 2 + std.u16(baseSize) * 2 + 2;
  for (let left = std.u16(4) & 0xf; left > 0 && at + 2 <= std.length; left--) {
    const size = Math.min(std.u16(at), std.length - at - 2);
    groups.push(std.slice(at + 2, size));
    at += 2 + size + (size % 2);
  }
  const [first, second] = groups;
  return {
    builtIn: std.u16(0) & 0xfff,
    base: std.u16(2) >> 4,
    paragraph: kind === PARAGRAPH && first && first.length > 2 ? readSprms(first.subarray(2)) : [],
    character: kind === PARAGRAPH ? readSprms(second ?? new Uint8Array()) : kind === CHARACTER ? readSprms(first ?? new Uint8Array()) : [],
  };
}
