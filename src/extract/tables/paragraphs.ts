import { type Evidence, unionBox } from "../../core/evidence.js";
import type { Line, Paragraph } from "../../core/extracted.js";
import { joinLines } from "../../core/text.js";
import type { LineItem } from "./page-items.js";
import { readingOf } from "./reading-of.js";
import { characterWidth } from "./split-word.js";
import { lineText, type TextLine } from "./text-lines.js";

/** Left and right edge of the body text, points. */
export interface Measure {
  readonly left: number;
  readonly right: number;
}

/** Lines farther apart than this, in glyph heights, belong to different paragraphs. */
const FARTHEST = 2.7;
/** Sizes of one paragraph differ by less than this share. */
const SAME_SIZE = 0.15;

/** A line that starts so starts a paragraph: 一、 （一） 1. 1、 （1） ① 第一 附件 表1 */
const OPENS =
  /^(?:[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[.、．](?!\d)|[①-⑳]|第[一二三四五六七八九十]{1,3}[章节条部]|附[件表]\s*\d*\s*[:：.]|表\s*\d+[-－.—\d]*\s)/u;

/** Consecutive lines of text as the author's paragraphs. */
export function toParagraphs(items: readonly LineItem[], measure: Measure = measureOf(items)): Paragraph[] {
  const groups: LineItem[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group && goesOn(group, item, measure)) group.push(item);
    else groups.push([item]);
  }
  return groups.map(toParagraph);
}

/** The edges between which body text runs: those that the widest lines reach. */
export function measureOf(items: readonly LineItem[]): Measure {
  return {
    left: Math.min(...items.map((item) => item.box[0])),
    right: Math.max(...items.map((item) => item.box[2])),
  };
}

/** Whether the author's paragraph that `group` begins goes on in `next`: the line before was full, and the next is not set off. */
function goesOn(group: readonly LineItem[], next: LineItem, { left, right }: Measure): boolean {
  const before = group.at(-1)!;
  const a = before.line;
  const b = next.line;
  const size = Math.max(a.size, b.size);
  if (Math.abs(a.size - b.size) > SAME_SIZE * size) return false;
  if (before.page === next.page && (b.baseline - a.baseline > FARTHEST * size || b.baseline <= a.baseline)) return false;
  if (OPENS.test(lineText(b))) return false;
  const isCentred = (line: TextLine): boolean =>
    line.box[0] - left > size && right - line.box[2] > 0.5 * size && Math.abs(line.box[0] - left - (right - line.box[2])) < size;
  // The first word of the next line would not have fitted.
  const isFull = right - a.box[2] < firstUnit(b) * size + 1.3 * size;
  if (isCentred(b)) return isCentred(a) && a.box[2] - a.box[0] > b.box[2] - b.box[0] && right - left - (a.box[2] - a.box[0]) < 4 * size;
  return isFull && b.box[0] - left < size && a.box[2] - a.box[0] > 0.5 * (right - left);
}

/** The width of what a line may not break at its start, in glyph heights: a character, a Latin word or a figure. */
function firstUnit(line: TextLine): number {
  const unit = /^[\w.,%+-]+|^./u.exec(lineText(line))?.[0] ?? "";
  return [...unit].reduce((sum, character) => sum + characterWidth(character), 0);
}

function toParagraph(items: readonly LineItem[]): Paragraph {
  const lines = items.map(({ line, page }): Line => ({ text: lineText(line), evidence: { page, bbox: line.box } }));
  const spell = (words: readonly TextLine["words"][number][]): string => {
    const replaced = new Map(items.flatMap((item) => item.line.words).map((word, i) => [word, words[i]!]));
    return joinLines(items.map(({ line }) => lineText({ ...line, words: line.words.map((word) => replaced.get(word)!) })));
  };
  const words = items.flatMap((item) => item.line.words);
  const reading = readingOf(words, spell);
  return {
    type: "paragraph",
    text: joinLines(lines.map((line) => line.text)),
    lines,
    evidence: evidenceOf(items),
    ...(reading ? { reading } : {}),
  };
}

function evidenceOf(items: readonly LineItem[]): Evidence[] {
  return [...new Set(items.map((item) => item.page))].map((page) => ({
    page,
    bbox: unionBox(items.filter((item) => item.page === page).map((item) => item.box)),
  }));
}
