import { HEADING_NUMBER } from "../../core/numbering.js";
import { UNIT_NOTE } from "../../core/unit-note.js";

/** A heading of the text or a table's own: 一、 （二） 3. 表1 附件 第二部分. 98.5 is a figure, and so is the 98. that its cell broke. */
const HEADING = new RegExp(`^(?:${HEADING_NUMBER}|\\d{1,2}[.、．](?!\\d|$)|附?表|附件|第.{1,3}[章节部])`, "u");
/** The unit of the table below: 单位：万元 金额单位：元 */
const UNIT = new RegExp(`^${UNIT_NOTE}\\S{1,4}$`, "u");
/** The year that a form is for, below its title: （2023年度） */
const YEAR = /^[(（]\s*\d{4}\s*年度?\s*[)）]$/u;

const PART = /^第[一二三四五六七八九十]{1,3}(?:部分|章|节)/u;

/** Whether two texts of a line are a part's number and its name, however far apart: 第五部分　项目绩效. */
export function isPartHeading([number, name, ...others]: readonly string[]): boolean {
  return name !== undefined && others.length === 0 && PART.exec(number!)?.[0] === number && !/\d/u.test(name);
}

/** Whether the line of text belongs above a table and not into it. */
export function isCaption(text: string): boolean {
  return HEADING.test(text) || UNIT.test(text) || YEAR.test(text);
}
