import type { StatedScore } from "../../../core/record.js";
import { PROSE_WORDS } from "../../lexicon/prose/prose-words.js";
import { points } from "../figures.js";
import { captionOf, ownCaption } from "../heads/caption.js";
import { isHeading, namesLevel, runInHead } from "../heads/heading.js";
import type { Outline } from "../heads/outline.js";
import { locate, type Passage } from "../passage.js";
import type { Span } from "../paths/indicator-path.js";
import { headMarks } from "./head-marks.js";

const FIRST = new Set<string>(PROSE_WORDS.levelOne);

/** （二）产出指标。该项满分50分，得49.56分。, or the same below the head: the score of the level that the head names. */
export function readHeadScore(
  passages: readonly Passage[],
  at: number,
  { level1, level2 }: Outline,
): { score: StatedScore; taken: Span } | undefined {
  const passage = passages[at]!;
  const before = passages[at - 1];
  const runIn = runInHead(passage);
  const name = level2 || level1;
  const caption = captionOf(passage.folded) === "" ? ownCaption(passage.folded) : undefined;
  const isOwn = caption !== undefined && caption.name === name;
  const isBelow = before !== undefined && isHeading(before) && namesLevel(before, name) && !isHeading(passage);
  if (name === "" || !(isOwn || runIn > 0 || isBelow)) return undefined;
  const told = headMarks(passage, isOwn ? caption.start : runIn, name);
  if (!told) return undefined;
  const { weight, score, level, start, end } = told;
  const isSecond =
    level === "" || level === level2 || level === level1
      ? level2 !== "" && level !== level1
      : !FIRST.has(level.replace(/类(?:指标)?$/u, ""));
  return {
    score: {
      scope: isSecond ? "level2" : "level1",
      name: level || name,
      score: score?.figure ? points(passage, score.figure) : null,
      fullMarks: points(passage, weight.figure!),
      evidence: locate(passage, start, end),
    },
    taken: { start, end },
  };
}
