import type { Block, Extracted, Paragraph } from "../../core/extracted.js";
import { BULLET, POINT_NUMBER } from "../../core/numbering.js";

const ENDS = /[。！？!?；;：:…）)”"』」】]$/u;
const IS_PROSE = /[，,。；]/u;
const STARTS_OWN = new RegExp(`^(?:${POINT_NUMBER}|${BULLET}|附[件表录]|注[:：]|备注|说明[:：])`, "u");

/**
 * Sentences that a page or a column cut into two paragraphs, as one: the first is prose without an end, the second goes on with one.
 * Only for documents laid out on pages; elsewhere a paragraph is the author's.
 */
export function mendParagraphs(extracted: Extracted): Extracted {
  if (extracted.pages.length === 0 || extracted.flow === "lines") return extracted;
  const blocks: Block[] = [];
  for (const block of extracted.blocks) {
    const before = blocks.at(-1);
    if (before?.type === "paragraph" && block.type === "paragraph" && goesOn(before, block))
      blocks[blocks.length - 1] = joined(before, block);
    else blocks.push(block);
  }
  return { ...extracted, blocks };
}

function goesOn(before: Paragraph, after: Paragraph): boolean {
  if (before.heading !== undefined || after.heading !== undefined) return false;
  return (
    before.text.length >= 16 &&
    IS_PROSE.test(before.text) &&
    !ENDS.test(before.text) &&
    !STARTS_OWN.test(after.text) &&
    /[。；]/u.test(after.text)
  );
}

function joined(before: Paragraph, after: Paragraph): Paragraph {
  return {
    ...before,
    text: before.text + after.text,
    lines: [...before.lines, ...after.lines],
    evidence: [...before.evidence, ...after.evidence],
  };
}
