import { CHAPTER_NUMBER, LETTER_NUMBER, PART_NUMBER } from "../../../core/numbering.js";
import { alternation } from "../../lexicon/lexicon.js";
import { PROSE_WORDS } from "../../lexicon/prose/prose-words.js";
import type { Passage } from "../passage.js";
import { HEAD_NUMBER } from "./head-number.js";
import { LEVEL_HEADING } from "./level-heading.js";

const HEADING_LENGTH = 32;
export const NUMBERING = new RegExp(
  `^(?:${CHAPTER_NUMBER}|${PART_NUMBER}|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\\d]{1,3}[）)]、?|\\d{1,2}[.．、)）]\\s*|[①-⑳]|${LETTER_NUMBER})`,
  "u",
);

/** Whether a passage is a head of what follows: by its style, its words, or its number and length. */
export function isHeading(passage: Passage): boolean {
  if (passage.place !== "paragraph") return false;
  if (passage.heading !== undefined) return true;
  if (LEVEL_HEADING.test(passage.folded)) return true;
  return passage.text.length <= HEADING_LENGTH && NUMBERING.test(passage.text) && !/[。；;]|\d分/u.test(passage.text);
}

const RUN_IN = new RegExp(
  `^${HEAD_NUMBER}、?\\s*(?:${alternation([...PROSE_WORDS.levelOne, ...PROSE_WORDS.levelTwo])})(?:类?指标)?(?:(?:完成|实现)?情况)?(?:分析|说明)?(?:\\([^()]{0,30}\\))?。`,
  "u",
);

/** （二）产出指标。该项满分50分: a head that its own text follows on the line. Its length; 0 where there is none. */
export function runInHead(passage: Passage): number {
  return passage.place === "paragraph" ? (RUN_IN.exec(passage.folded)?.[0].length ?? 0) : 0;
}

/** Whether a head's words name the level that it stands for: 1.检修座数 below 产出指标 heads an indicator. */
export function namesLevel({ folded }: Passage, level: string): boolean {
  return folded.includes(level.replace(/指标$/u, ""));
}
