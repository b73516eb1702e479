import { columnsOfLine } from "./column-of.js";
import { isCaption } from "./is-caption.js";
import { lineText, type TextLine } from "./text-lines.js";

/** Texts of one table differ by less than this share in size. */
export const SAME_SIZE = 0.2;
/** 单位名称：… 填表日期：…: what stands above and below a form. */
const LABELLED = /^\p{Script=Han}.{0,11}[:：]/u;

/** Whether a text begins with a form's label, with what is filled in behind it or not. */
export function isLabelled(text: string): boolean {
  return LABELLED.test(text);
}

/** Whether a line may be of a row of the table whose columns lie between `edges` and whose texts are `glyph` high: no caption, nor a label with its value. */
export function standsInRow(line: TextLine, edges: readonly number[], glyph: number): boolean {
  if (Math.abs(line.size - glyph) > SAME_SIZE * glyph || columnsOfLine(line, edges) === undefined) return false;
  const text = lineText(line);
  return !isLabelled(text) && !isCaption(text);
}
