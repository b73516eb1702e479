import { POINT_NUMBER } from "../../core/numbering.js";
import { cleanText, joinLines } from "../../core/text.js";
import type { Word } from "./placed.js";
import { lineText, type TextLine, textLines } from "./text-lines.js";

/** How a paragraph of a list starts: 1. 1、 （1） 一、 ① 指标1： */
const LIST_ITEM = new RegExp(`^(?:指标\\s*\\d{1,2}[:：]|${POINT_NUMBER})`, "u");

/** A line so many times as large as the next one is a title over it. */
const LARGER = 1.25;
const HANZI = /\p{Script=Han}/u;
const FIGURE = /^([≥≤><=]?)\s*\d{1,6}(?:\.\d{1,2})?\s*(%|\p{Script=Han}{0,3})$/u;
const WHOLE_UNIT = /[^年月日号时点分秒万亿千百十元角米]$/u;

/**
 * The text of a cell: its lines joined as the author wrote them. Where a line ends well before the cell does and the next one starts a list
 * item, or is in smaller print, or both are figures (10 | 10 are no 1010), the author began a new paragraph, kept as "\n"; so between two quantities in any case. `width` is the cell's inner width.
 */
export function cellText(words: readonly Word[], width: number): string {
  if (words.length === 0) return "";
  if (words.length === 1) return cleanText(words[0]!.text);
  const paragraphs: string[][] = [];
  let before: TextLine | undefined;
  for (const line of textLines(words)) {
    const text = lineText(line);
    const begins = LIST_ITEM.test(text) || (before !== undefined && (areFigures(lineText(before), text) || isTitleOver(before, line)));
    const isQuantity = before !== undefined && areQuantities(lineText(before), text);
    if (!before || isQuantity || (begins && before.box[2] - before.box[0] < width - 2 * line.size)) paragraphs.push([]);
    paragraphs.at(-1)!.push(text);
    before = line;
  }
  return paragraphs.map(joinLines).join("\n");
}

/** Of ideographs alone: figures without ascenders look smaller on a scan. */
function isTitleOver(before: TextLine, line: TextLine): boolean {
  return before.size >= LARGER * line.size && [before, line].every((one) => HANZI.test(lineText(one)));
}

/** Two whole figures, and not the two halves of one: both have a sign, or both a unit, or they are as long as each other. */
function areFigures(above: string, below: string): boolean {
  const [first, second] = [FIGURE.exec(above), FIGURE.exec(below)];
  if (!first || !second) return false;
  return (
    (first[1] !== "" && second[1] !== "") || (first[2] !== "" && second[2] !== "") || (above.length === below.length && above.length > 1)
  );
}

/**
 * Two quantities, whatever room there is: both are compared with a sign, or the first one's unit is none that a smaller one goes on behind
 * (2023年 | 6月, 2万 | 3000元).
 */
function areQuantities(above: string, below: string): boolean {
  const [first, second] = [FIGURE.exec(above), FIGURE.exec(below)];
  if (!first || !second) return false;
  return (first[1] !== "" && second[1] !== "") || (WHOLE_UNIT.test(first[2]!) && second[2] !== "");
}
