import { HEADING_NUMBER } from "../../../../core/numbering.js";
import { lineText, type TextLine } from "../../text-lines.js";

const NUMBERED = new RegExp(`^${HEADING_NUMBER}`, "u");

/** Whether a line begins with a heading's number: 二、 （一）. In a row of its own it names the group of the rows below. */
export function isNumbered(line: TextLine): boolean {
  return NUMBERED.test(lineText(line));
}
