import { type Box, type Evidence, unionBox } from "../../core/evidence.js";
import type { Line, Paragraph } from "../../core/extracted.js";
import { BULLET, POINT_NUMBER } from "../../core/numbering.js";
import { joinLines } from "../../core/text.js";
import { firstUnit } from "./first-unit.js";
import type { LineItem } from "./page-items.js";
import { readingOf } from "./reading-of.js";
import { lineSegments, lineText, type TextLine } from "./text-lines.js";
import { usualSize } from "./usual-size.js";

/** Left and right edge of the body text, and its glyphs' height, points. */
export interface Measure {
  readonly size: number;
  readonly left: number;
  readonly right: number;
}

/** Lines farther apart than this, in glyph heights, belong to different paragraphs. */
const FARTHEST = 2.7;
/** Sizes of one paragraph differ by less than this share. */
const SAME_SIZE = 0.15;

/** A paragraph's first line is indented less than this, in glyph heights. */
const MOST_INDENT = 4.5;

/** Lines that begin at one edge do so within this, in glyph heights; an item's own edge is that of the text behind its mark. */
const SAME_EDGE = 0.3;
const MARK = new RegExp(`^(?:${POINT_NUMBER}|[^\\p{L}\\p{N}])$`, "u");

/** More lines than this do not stick out of the text. */
const MOST_LONE = 50;
/** A title is larger than the text by this factor. */
const TITLE = 1.15;

/** 1, 1-2, 三: what numbers a table or an annex. */
const TABLE_NUMBER = "(?:\\d+[-－.—\\d]*|[一二三四五六七八九十]{1,3})";
/** A line that starts so starts a paragraph: 一、 （一） 1. 1、 （1） ① ◆ 第一 附件 表1 表一 */
const OPENS = new RegExp(`^(?:${POINT_NUMBER}|${BULLET}|附[件表]\\s*${TABLE_NUMBER}?\\s*[:：.]|附?表\\s*${TABLE_NUMBER}[\\s:：、])`, "u");
/** A date alone is a line of its own: 2024年3月, 二〇二四年三月五日. */
const DATE =
  /^(?:(?:19|20)\d{2}|[一二三四五六七八九〇○零]{4})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*[日号])?$/u;
/** 自评等级：较好: a label and its value, of which no title consists. */
const LABELLED = /^\p{Script=Han}{2,8}\s*[:：]/u;

/** Consecutive lines of text as the author's paragraphs. */
export function toParagraphs(items: readonly LineItem[], measure: Measure): Paragraph[] {
  const groups: LineItem[][] = [];
  for (const item of items) {
    const group = groups.at(-1);
    if (group && goesOn(group, item, measure)) group.push(item);
    else groups.push([item]);
  }
  return groups.map(toParagraph);
}

/**
 * The edges between which the body text of pages of one width runs: those that two lines, or a line and a table, reach, since one line alone may
 * stick out. Lines that end before the middle of all that stands on the pages are short: they do not show where the text ends.
 */
export function measureOf(items: readonly LineItem[], tables: readonly Box[]): Measure {
  const size = usualSize(items.flatMap((item) => item.line.words));
  const reached = (lines: readonly number[], others: readonly number[], slack: number): number => {
    const edges = [...lines, ...others];
    const isShared = (edge: number) => edges.filter((other) => Math.abs(other - edge) <= slack).length > 1;
    return lines.slice(0, MOST_LONE).find(isShared) ?? lines[0] ?? 0;
  };
  const lefts = items.map(({ box }) => box[0]).sort((a, b) => a - b);
  const rights = items.map(({ box }) => box[2]).sort((a, b) => b - a);
  const tableRights = tables.map((box) => box[2]);
  const left = reached(
    lefts,
    tables.map((box) => box[0]),
    size,
  );
  const middle = (left + Math.max(left, ...tableRights, ...rights.slice(0, 1))) / 2;
  const long = rights.filter((edge) => edge > middle);
  return { size, left, right: reached(long.length > 0 ? long : rights, tableRights, 1.5 * size) };
}

/** Whether the author's paragraph that `group` begins goes on in `next`: the line before was full, and the next is not set off. */
function goesOn(group: readonly LineItem[], next: LineItem, { left, right, size: body }: Measure): boolean {
  const before = group.at(-1)!;
  const a = before.line;
  const b = next.line;
  const size = Math.max(a.size, b.size);
  if (Math.abs(a.size - b.size) > SAME_SIZE * size) return false;
  if (before.page === next.page && (b.baseline - a.baseline > FARTHEST * size || b.baseline <= a.baseline)) return false;
  if (OPENS.test(lineText(b)) || DATE.test(lineText(b))) return false;
  const isCentred = (line: TextLine): boolean => Math.abs(line.box[0] - left - (right - line.box[2])) < size;
  // The first word of the next line would not have fitted.
  const isFull = right - a.box[2] < firstUnit(lineText(b), lineText(a)) * size + 1.3 * size;
  // A title goes on in the same size; in the size of the text, or nearer to it than to the title's, each centred line stands for itself.
  const isLarge = size > TITLE * body && Math.abs(b.size - a.size) <= Math.abs(b.size - body);
  if (isCentred(b) && b.box[0] - left > size)
    return isCentred(a) && isLarge && before.page === next.page && b.baseline - a.baseline < 2.2 * size && !LABELLED.test(lineText(b));
  const begins = b.box[0] - left < size || hangs(group, b, size);
  return isFull && a.box[0] - left < MOST_INDENT * size && begins && a.box[2] - a.box[0] > 0.5 * (right - left);
}

/** Whether a line begins where the text of the list's item does, behind its number or bullet. */
function hangs([first]: readonly LineItem[], next: TextLine, size: number): boolean {
  const [mark, text] = first!.line.words;
  return text !== undefined && MARK.test(mark!.text) && Math.abs(next.box[0] - text.box[0]) < SAME_EDGE * size;
}

function toParagraph(items: readonly LineItem[]): Paragraph {
  const lines = items.map(({ line, page }): Line => ({ text: lineText(line), evidence: { page, bbox: line.box } }));
  const spell = (words: readonly TextLine["words"][number][]): string => {
    const replaced = new Map(items.flatMap((item) => item.line.words).map((word, i) => [word, words[i]!]));
    return joinSegments(items.map(({ line }) => lineSegments({ ...line, words: line.words.map((word) => replaced.get(word)!) })));
  };
  const words = items.flatMap((item) => item.line.words);
  const reading = readingOf(words, spell);
  return {
    type: "paragraph",
    text: spell(words),
    lines,
    evidence: evidenceOf(items),
    ...(reading ? { reading } : {}),
  };
}

/** Wide gaps are the author's and stay as a space; line ends are the page's and go. */
function joinSegments(lines: readonly (readonly string[])[]): string {
  const segments: string[] = [];
  for (const line of lines) {
    const before = segments.pop();
    segments.push(...(before === undefined ? line : [joinLines([before, line[0] ?? ""]), ...line.slice(1)]));
  }
  return segments.filter((segment) => segment !== "").join(" ");
}

function evidenceOf(items: readonly LineItem[]): Evidence[] {
  return [...new Set(items.map((item) => item.page))].map((page) => ({
    page,
    bbox: unionBox(items.filter((item) => item.page === page).map((item) => item.box)),
  }));
}
