import { alternation } from "../../lexicon/lexicon.js";
import { PROSE_WORDS } from "../../lexicon/prose/prose-words.js";
import { leadLength } from "../paths/indicator-name.js";
import { HEAD_NUMBER as NUMBER } from "./head-number.js";

const FIRST = `(?:${alternation(PROSE_WORDS.levelOne.filter((word) => !/执行/u.test(word)))})(?:类?指标)?`;
const CAPTION = new RegExp(
  `^(${NUMBER}、?)?\\s*(${FIRST}(?:[与和及、]${FIRST})*)(?:(?:完成|实现)?情况)?[:,(]{1,2}[^\\d,。;:()]{0,8}\\d+(?:\\.\\d+)?分`,
  "u",
);
const MARKED = "[^\\d,。;:()]{0,8}\\d+(?:\\.\\d+)?分";
const OWN = new RegExp(
  `^(${NUMBER}、?\\s*)(\\p{Script=Han}{2,10})[(,]${MARKED}\\)?,${MARKED}[,;。:]其中:?[^\\d]{2,40}\\d+(?:\\.\\d+)?分`,
  "u",
);

/** （二）产出（45分），得分44分。: the first levels that a line names before their marks, by its number or by the 其中 that it ends with; empty where it does not, or names others behind. */
export function captionOf(folded: string): string {
  const [whole, number, level] = CAPTION.exec(folded) ?? [];
  if (whole === undefined || level === undefined || (number === undefined && !/其中:?$/u.test(folded))) return "";
  return /(?:产出|效益|效果|满意度|成本|过程|决策|投入)(?:指标)?[(,:]?[^\d,。;:()]{0,8}\d+(?:\.\d+)?分/u.test(folded.slice(whole.length))
    ? ""
    : level;
}

const EXECUTION = new RegExp(`^${NUMBER}、?\\s*((?:项目|资金)?预算执行(?:率|情况|进度)?(?:指标)?)[,(:]${MARKED}[^。;]*$`, "u");

/** （一）预算执行率，满分10分，得9.6分 above ◆预算执行率（10分）…: the level of the row that the text below begins with; empty where that tells no such row. */
export function executionCaption(folded: string, below: string): string {
  const name = EXECUTION.exec(folded)?.[1] ?? "";
  const row = below.slice(leadLength(below));
  return name !== "" && /^(?:预算|资金)执行(?:率|进度)/u.test(row) ? name : "";
}

/** 2.管理效率（25分），自评得24.5分。其中：预算编制8分，…: a name with marks of which others behind it have their parts, and where it begins. */
export function ownCaption(folded: string): { readonly name: string; readonly start: number } | undefined {
  const [, number, name] = OWN.exec(folded) ?? [];
  return number === undefined || name === undefined ? undefined : { name, start: number.length };
}
