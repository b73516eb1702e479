import { isLabelled } from "../../stands-in-row.js";
import type { TextLine } from "../../text-lines.js";
import { CELL_GAP, textRuns } from "../columns/line-columns.js";

/** 填报人：… 审核人：… 填报日期：…: each of its texts begins with a label, with or without what is filled in; no row of a table. */
export function isLabels(line: TextLine, glyph: number): boolean {
  const texts = textRuns(line.words, CELL_GAP * glyph);
  const areNear = line.words.length >= 2 && line.words.every(({ text }) => isLabelled(text));
  return areNear || (texts.length >= 2 && texts.every((text) => isLabelled(text)));
}
