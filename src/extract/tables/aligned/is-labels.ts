import { isLabelled } from "../stands-in-row.js";
import type { TextLine } from "../text-lines.js";
import { coveredRuns } from "./line-columns.js";

/** Gap between texts that stand apart, in glyph heights. */
const APART = 0.9;

/** 填报人：… 审核人：… 填报日期：…: each of its texts begins with a label, with or without what is filled in; no row of a table. */
export function isLabels(line: TextLine, glyph: number): boolean {
  const texts = coveredRuns(line.words, APART * glyph).map(({ from, to }) =>
    line.words
      .filter(({ box }) => box[0] >= from && box[2] <= to)
      .map(({ text }) => text)
      .join(""),
  );
  const areNear = line.words.length >= 2 && line.words.every(({ text }) => isLabelled(text));
  return areNear || (texts.length >= 2 && texts.every((text) => isLabelled(text)));
}
