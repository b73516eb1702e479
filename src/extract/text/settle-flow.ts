import { displayWidth } from "../../core/display-width.js";
import type { Block, Paragraph } from "../../core/extracted.js";
import { POINT_NUMBER } from "../../core/numbering.js";
import { joinLines } from "../../core/text.js";

/** Display columns that no heading, label or signature takes. */
const LONG = 40;
/** A paragraph of so many columns is longer than any page's line: it was not broken for a width. */
const LONGER_THAN_PAGES = 120;
/** The share of long lines that may stop in mid-sentence (a page cuts one) while lines are still paragraphs. */
const MOST_CUT = 0.25;
/** The share of lines of at most so many characters above which a table may be lying there in pieces. */
const SHORT = 6;
const MOST_SHORT = 0.35;

const ENDS_SENTENCE = /[。！？!?；;：:][”’"）)]*$/u;
const ENDS_CLOSED = /[”’"）)》】\]]$/u;
const STARTS_OWN = new RegExp(`^(?:${POINT_NUMBER}|\\d{1,2}[)）]|附[件表录注]|表\\s?\\d|[-•●■◆])`, "u");
const LONE_NUMBER = /^[-—–]?\s?\d{1,4}\s?[-—–]?$/u;

/**
 * Tells whether a text's lines are its author's paragraphs (`flowed`) or were broken for a width or out of a table (`lines`), and mends what a page's
 * end did to it: in flowing text a paragraph cut in two is joined; a page number that stands in the midst of a sentence is left out.
 */
export function settleFlow(blocks: readonly Block[]): { blocks: Block[]; flow: "flowed" | "lines" } {
  const paragraphs = blocks.filter((block): block is Paragraph => block.type === "paragraph");
  const flow = isFlowing(paragraphs) ? "flowed" : "lines";
  const kept = withoutPageNumbers(blocks);
  return { blocks: flow === "flowed" ? joinCut(kept) : kept, flow };
}

/** Fewer paragraphs do not tell. */
const LEAST_TOLD = 20;

/**
 * The flow of a page's paragraphs: the author's, except where no table stands among them and so many are as short as cells that one may be lying there in
 * pieces, a paragraph for each cell (as pages are made by pasting).
 */
export function flowOfPage(blocks: readonly Block[]): "flowed" | "lines" {
  const paragraphs = blocks.filter((block): block is Paragraph => block.type === "paragraph" && block.heading === undefined);
  const hasTable = blocks.some((block) => block.type === "table" && block.columnCount > 2);
  return !hasTable && paragraphs.length >= LEAST_TOLD && shortShare(paragraphs) > MOST_SHORT ? "lines" : "flowed";
}

function shortShare(paragraphs: readonly Paragraph[]): number {
  return paragraphs.filter((each) => [...each.text].length <= SHORT).length / paragraphs.length;
}

function isFlowing(paragraphs: readonly Paragraph[]): boolean {
  const body = paragraphs.filter((paragraph) => paragraph.heading === undefined);
  const long = body.filter((paragraph) => displayWidth(paragraph.text) >= LONG);
  if (long.length === 0) return paragraphs.length > body.length;
  const cut = long.filter((paragraph) => isCut(paragraph.text)).length;
  const wrapped =
    cut > long.length * MOST_CUT && !(cut < long.length * 0.5 && long.some((each) => displayWidth(each.text) > LONGER_THAN_PAGES));
  return !wrapped && shortShare(body) <= MOST_SHORT;
}

function isCut(text: string): boolean {
  return !ENDS_SENTENCE.test(text) && !ENDS_CLOSED.test(text);
}

/** A number alone between a line that is full and in mid-sentence and the line that goes on: the page's, and so are the blank lines around it. */
function withoutPageNumbers(blocks: readonly Block[]): Block[] {
  const isNumber = (index: number) => isPageNumber(blocks[index - 1], blocks[index], blocks[index + 1]);
  return blocks.flatMap((block, index) => {
    if (isNumber(index)) return [];
    return [block.type === "paragraph" && isNumber(index - 1) ? { ...block, blankBefore: 0 } : block];
  });
}

function isPageNumber(before: Block | undefined, block: Block | undefined, after: Block | undefined): boolean {
  if (block?.type !== "paragraph" || !LONE_NUMBER.test(block.text) || before?.type !== "paragraph" || after?.type !== "paragraph")
    return false;
  return displayWidth(before.text) >= LONG && isCut(before.text) && displayWidth(after.text) >= LONG / 2 && !STARTS_OWN.test(after.text);
}

function joinCut(blocks: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const before = joined.at(-1);
    if (before?.type === "paragraph" && block.type === "paragraph" && wasCut(before, block))
      joined[joined.length - 1] = joinTwo(before, block);
    else joined.push(block);
  }
  return joined;
}

/** A long paragraph that stops in mid-sentence, before one that begins nothing of its own. */
function wasCut(before: Paragraph, after: Paragraph): boolean {
  if (before.heading !== undefined || after.heading !== undefined) return false;
  const { text } = before;
  // Two figures must not become one.
  if (/\d$/u.test(text) && /^\d/u.test(after.text)) return false;
  return (
    displayWidth(text) >= LONG &&
    isCut(text) &&
    /[，、,。；]/u.test(text) &&
    !STARTS_OWN.test(after.text) &&
    !/^\s{2,}|^\u3000/u.test(after.lines[0]!.text)
  );
}

function joinTwo(before: Paragraph, after: Paragraph): Paragraph {
  return {
    ...before,
    text: joinLines([before.text, after.text]),
    lines: [...before.lines, ...after.lines],
    evidence: [...before.evidence, ...after.evidence],
  };
}
