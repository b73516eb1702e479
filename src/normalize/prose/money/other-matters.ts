import { OTHER_MATTERS } from "../../lexicon/prose/subject-words.js";

const OTHER = new RegExp(OTHER_MATTERS.join("|"), "u");
/** Basic expenditure is a part of a department's, where parts are read. */
const OTHER_THAN_PARTS = new RegExp(OTHER_MATTERS.filter((word) => word !== "基本支出").join("|"), "u");
const APPROXIMATE = /约|近|逾|超过?|不足|大概|左右/u;

/** Whether words about money speak of another matter than the whole's money: another fund, another budget, a part of a department's. */
export function isOfOtherMatter(text: string): boolean {
  return OTHER.test(text);
}

/** Whether they speak of another matter than the whole's money and its parts'. */
export function isOfOtherThanParts(text: string): boolean {
  return OTHER_THAN_PARTS.test(text);
}

/** 约20万元 is no figure to hold against another. */
export function isApproximate(text: string): boolean {
  return APPROXIMATE.test(text);
}
