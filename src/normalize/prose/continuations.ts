import { captionOf } from "./heads/caption.js";
import { isHeading } from "./heads/heading.js";
import { LEVEL_HEADING } from "./heads/level-heading.js";
import { levelLead } from "./items/levels/level-lead.js";
import type { Passage } from "./passage.js";
import { isLevelName, leadLength } from "./paths/indicator-name.js";

/** 该项指标标准分值7分: it is of the indicator told before. */
const POINTS_BACK = /^(?:该|本|此)(?:项|个|条)?(?:三级|绩效)?指标(?!共|总|设)/u;
/** 目标值≥9座，实际完成10座: whose, the line above says. */
const TELLS_TARGET = /^(?:年初|年度|全年|预期|绩效)*(?:目标值|指标值|计划值)/u;
const LONGEST_ITEM = 400;
const LONGEST_NAME_LINE = 40;

/**
 * Paragraphs that go on with the indicator of the one before are one with it: a line that was full where a sentence ended looks like a
 * paragraph's last, and authors give an item's name, its figures and its marks a line each.
 */
export function withContinuations(passages: readonly Passage[]): Passage[] {
  const joined: Passage[] = [];
  for (const passage of passages) {
    const before = joined.at(-1);
    if (before && goesOn(before, passage)) joined[joined.length - 1] = together(before, passage);
    else joined.push(passage);
  }
  return joined;
}

function goesOn(before: Passage, { folded, place }: Passage): boolean {
  if (place !== "paragraph" || before.place !== "paragraph" || before.text.length > LONGEST_ITEM) return false;
  if (POINTS_BACK.test(folded)) return !isHeading(before);
  return TELLS_TARGET.test(folded) && namesItem(before);
}

/** 1.检修座数（数量指标）: a numbered line that is a name, and none of a level's. */
function namesItem({ folded }: Passage): boolean {
  const lead = leadLength(folded);
  const name = folded.slice(lead).replace(/[。:]$/u, "");
  if (lead === 0 || name.length < 2 || name.length > LONGEST_NAME_LINE || /[,;。:]/u.test(name)) return false;
  const isLevel = isLevelName(name) || levelLead(name).rest === name.length;
  return !LEVEL_HEADING.test(folded) && captionOf(folded) === "" && !isLevel && !/情况|分析|说明|如下$/u.test(name);
}

function together(before: Passage, after: Passage): Passage {
  const shift = before.text.length;
  const { heading: _, ...rest } = before;
  return {
    ...rest,
    text: before.text + after.text,
    folded: before.folded + after.folded,
    pieces: [...before.pieces, ...after.pieces.map((piece) => ({ ...piece, start: piece.start + shift, end: piece.end + shift }))],
  };
}
