import type { ReadLine } from "./recognised-word.js";

const CIRCLED = /^[①-⑳]/u;
/** The digits within a circle that the reader did not see, what it made of the circle, and the item's text. */
const BARE = /^(\d{1,2})[-—.,·)]?(?=\p{Script=Han}{2})/u;
/** Items of a list begin at one edge, to so many glyphs. */
const EDGE = 0.7;

/**
 * Serials of a list of which the reader saw the circle of some only (④ … 5卷宗 … ⑥): a line that begins at the edge of the item before with the number that
 * comes next is the next item, else its number would be read as part of the item's name.
 */
export function circledSerials(lines: readonly ReadLine[], glyph: number): ReadLine[] {
  const serials: { readonly x0: number; number: number }[] = [];
  const mended = new Map<ReadLine, ReadLine>();
  for (const line of [...lines].sort((a, b) => a.box.y0 - b.box.y0)) {
    const list = serials.find(({ x0 }) => Math.abs(x0 - line.box.x0) <= EDGE * glyph);
    if (CIRCLED.test(line.text)) {
      const number = line.text.codePointAt(0)! - FIRST + 1;
      if (list) list.number = number;
      else serials.push({ x0: line.box.x0, number });
      continue;
    }
    const bare = BARE.exec(line.text);
    if (!list || !bare || Number(bare[1]) !== list.number + 1 || list.number >= LAST) continue;
    list.number++;
    const circled = (text: string) => text.replace(BARE, String.fromCodePoint(FIRST + list.number - 1));
    mended.set(line, { ...line, text: circled(line.text), alternatives: line.alternatives.map(circled) });
  }
  return lines.map((line) => mended.get(line) ?? line);
}

const FIRST = "①".codePointAt(0)!;
const LAST = 20;
