import { cleanText, joinLines } from "../../core/text.js";
import type { Word } from "./placed.js";
import { lineText, type TextLine, textLines } from "./text-lines.js";

/** How a paragraph of a list starts: 1. 1、 （1） 一、 ① */
const LIST_ITEM = /^(?:\d{1,2}[.、．](?!\d)|[(（](?:\d{1,2}|[一二三四五六七八九十]{1,3})[)）]|[一二三四五六七八九十]{1,3}、|[①-⑳])/u;

/**
 * The text of a cell: its lines joined as the author wrote them. Where a line ends well before the cell does and the next one starts a list
 * item, the author began a new paragraph, kept as "\n". `width` is the cell's inner width.
 */
export function cellText(words: readonly Word[], width: number): string {
  if (words.length === 0) return "";
  if (words.length === 1) return cleanText(words[0]!.text);
  const paragraphs: string[][] = [];
  let before: TextLine | undefined;
  for (const line of textLines(words)) {
    const text = lineText(line);
    if (!before || (LIST_ITEM.test(text) && before.box[2] - before.box[0] < width - 2 * line.size)) paragraphs.push([]);
    paragraphs.at(-1)!.push(text);
    before = line;
  }
  return paragraphs.map(joinLines).join("\n");
}
