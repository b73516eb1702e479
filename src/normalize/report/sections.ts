import type { Block, Paragraph } from "../../core/extracted.js";
import type { Section } from "../../core/record.js";

/** Numbering of headings in the order of their rank, as official documents number them: 一、 （一） 1. （1） ①. */
const RANKS = [
  /^第[一二三四五六七八九十]{1,3}[章部]/u,
  /^[一二三四五六七八九十]{1,3}[、.．]/u,
  /^[(（][一二三四五六七八九十]{1,3}[)）]/u,
  /^\d{1,2}[.．、](?!\d)/u,
  /^[(（]\d{1,2}[)）]/u,
];
const LONGEST_HEADING = 40;

/** The report's outline: headings with the text under each. Headings are those the format marks, else short numbered lines. */
export function readSections(blocks: readonly Block[], flow: "flowed" | "lines"): Section[] {
  const sections: { heading: string; level: number; text: string[] }[] = [];
  for (const block of blocks) {
    if (block.type === "table") continue;
    const level = headingLevel(block, flow);
    if (level !== undefined) sections.push({ heading: block.text, level, text: [] });
    else if (block.text !== "") sections.at(-1)?.text.push(block.text);
  }
  return sections.map(({ heading, level, text }) => ({ heading, level, text: text.join(flow === "lines" ? "" : "\n") }));
}

function headingLevel({ text, heading }: Paragraph, flow: "flowed" | "lines"): number | undefined {
  if (heading !== undefined) return heading;
  if (text.length > LONGEST_HEADING || /[。；;，,：:]$/u.test(text) || /[。；;]/u.test(text)) return undefined;
  const rank = RANKS.findIndex((pattern) => pattern.test(text));
  // Physical lines that begin with 1. are as often the first line of a paragraph.
  if (rank < 0 || (rank >= 3 && (flow === "lines" || /[，,：:]/u.test(text)))) return undefined;
  return Math.max(1, rank);
}
