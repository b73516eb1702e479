import type { Block, Paragraph } from "../../core/extracted.js";
import { indicatorRole } from "../lexicon/labels/head-words.js";
import { INDICATOR_HEADS } from "./column.js";

/** What parts columns: also one blank as wide as an ideograph, which recognition puts nowhere. */
const COLUMNS = /\s*[\t\u3000]\s*|\s{2,}/u;
/** Fewer known heads side by side may be a sentence's words. */
const LEAST_HEADS = 4;
const KNOWN_HEADS: ReadonlySet<string> = new Set(INDICATOR_HEADS.map(({ word }) => word));
/** A blank of one within a cell; between two Latin words or figures it is writing. */
const STRAY = /(?<!\s) (?!\s)(?<=[^\x20-\x7e] | (?=[^\x20-\x7e]))/gu;

/**
 * A recognised text whose columns are parted by wide gaps, with single blanks strewn within its cells: without those. The head shows it: fields parted by
 * wide gaps are all known heads, some of them only without their blanks.
 */
export function withoutStrayBlanks(blocks: readonly Block[]): readonly Block[] {
  const isParagraph = (block: Block): block is Paragraph => block.type === "paragraph";
  if (!blocks.some((block) => isParagraph(block) && block.lines.some(({ text }) => isHeadWithBlanks(text)))) return blocks;
  const tidy = (text: string) => (COLUMNS.test(text.trim()) ? text.replace(STRAY, "") : text);
  return blocks.map((block) =>
    isParagraph(block)
      ? { ...block, text: tidy(block.text), lines: block.lines.map((line) => ({ ...line, text: tidy(line.text) })) }
      : block,
  );
}

function isHeadWithBlanks(text: string): boolean {
  const fields = text.trim().split(COLUMNS);
  if (fields.length < LEAST_HEADS || !fields.some((field) => /\S\s\S/u.test(field))) return false;
  return fields.every((field) => {
    const pieces = field.split(/\s+/u);
    // 二级指标 三级指标, 分值 得分: a narrow gap between two heads.
    const roles = new Set(pieces.flatMap((piece) => (KNOWN_HEADS.has(piece) ? indicatorRole(piece)!.role : [])));
    return roles.size < 2 && indicatorRole(pieces.join("")) !== undefined;
  });
}
