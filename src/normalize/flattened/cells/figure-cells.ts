import { readQuantity } from "../../figures/quantity.js";
import { saysNothing } from "../../lexicon/lexicon.js";
import { balanced, ENDS_AS_NAME, ENDS_QUALITATIVE, IMPOSSIBLE, PROSE_MARK, SIGN, STARTS_QUALITATIVE, STATED_FULL } from "./cell-words.js";

const FIGURE = /^\d{1,3}(?:\.\d{1,4})?分?$/u;
const RATE = /^-?(?!0\d)\d{1,5}(?:\.\d{1,4})?%?$/u;
export const AMOUNT = /^-?(?:\d{1,3}(?:,\d{3})+|0|[1-9]\d{0,11})(?:\.\d{1,6})?(?:万元|元|亿元)?$/u;
const DATE = /^(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|中旬|上旬|下旬|初)?(?:之?前|以前|完成|前完成|底前)?$/u;
/** Words that say nothing without the word behind them: 进一步 is no target, 进一步完善 is. */
const INCOMPLETE = /^(?:进一步?|不断|逐步|稳步|有所|得到|大幅度?|较为?|更加?|切实|部分)$/u;

/** 不低: a comparison without its figure. */
const COMPARISON = /^(?:不[低高少大小多早晚迟](?:于)?|不超过?|[大小高低多少等早]于(?:等于?|或等?于?)?)$/u;
/** 日4日: the unit of the cell before. */
const UNIT_BEFORE = /^(\p{Script=Han}{1,3})\d[\d.]*\1$/u;
/** 达成 | 预期指标: the end of what is told of a result. */
const END_OF_STATED = /^(?:预期|年度|既定)(?:指标|目标|效果)$/u;

/** 达到目标值得满分: a rule of scoring. */
const SCORED = /不?得满分|不得分|[计扣]分/u;

/** 保障水平, 稳定性, 改善程度: what names end with, though targets begin with the same words. */
const ENDS_OF_NAMES = /^(?:保障(?!有|到|充)|稳定性|\p{Script=Han}{2}(?:程度|情况|状况))./u;

/** Percent: nothing is carried out ten times over, so a figure from here on that has no sign is an amount. */
export const MOST_RATE = 1000;

/** The likelihood of a text as a cell of targets (`target`), or of results. */
export function quantityCell(text: string, target: boolean): number {
  if (text.length > 46) return IMPOSSIBLE;
  if (saysNothing(text)) return 0.3;
  if (UNIT_BEFORE.test(text) || END_OF_STATED.test(text)) return -6;
  const signed = SIGN.test(text);
  if (signed && text.length < 2) return IMPOSSIBLE;
  const date = dateScore(text.replace(SIGN, ""));
  if (date !== null) return date;
  const quantity = readQuantity(text);
  if (quantity) {
    const form = quantity.unit === "" ? 0.6 : unitScore(quantity.unit);
    if (target) return form + (quantity.signed ? 3 : 1.2);
    return form + (quantity.signed ? 0.8 : 2.4);
  }
  if (/^\d+(?:\.\d+)?(?:%|‰)$/u.test(text)) return 4;
  if (STATED_FULL.test(text)) return target ? 1.5 : 4.5;
  if (INCOMPLETE.test(text) || COMPARISON.test(text) || SCORED.test(text)) return -6;
  if (signed) return /\d/u.test(text) ? 0.5 : -4;
  if (PROSE_MARK.test(text.replace(/。$/u, "")) || /^[、，,;；)）]/u.test(text) || !balanced(text)) return -6;
  const letters = (text.match(/\p{Script=Han}/gu) ?? []).length;
  if (letters === 0) return -3;
  let score = 0;
  if (ENDS_OF_NAMES.test(text)) score -= 2;
  else if (STARTS_QUALITATIVE.test(text)) score += 1.6;
  if (ENDS_QUALITATIVE.test(text)) score += 1.4;
  if (/指标$/u.test(text) && !/预期指标$|年度指标$/u.test(text)) score -= 3;
  if (/\d/u.test(text)) score -= /^\D*\d[\d.,]*\D{0,6}$/u.test(text) && text.length <= 16 ? 0.6 : 2;
  if (text.length === 1 && !/[优良中差是否有无好高]/u.test(text)) score -= 3;
  if (text.length > 8) score -= (text.length - 8) * 0.12;
  if (/(?:基本|部分|全部|并|且|和|及|的|与)$/u.test(text)) score -= 3;
  if (ENDS_AS_NAME.test(text) && !ENDS_QUALITATIVE.test(text) && !STARTS_QUALITATIVE.test(text)) score -= 1.2;
  return score;
}

/** The more of a date, the likelier a cell of its own; a bare year or month is mostly a piece of one. */
function dateScore(text: string): number | null {
  if (!/[年月日]/u.test(text) || !DATE.test(text)) return null;
  const parts = (text.match(/\d+[年月日]/gu) ?? []).length;
  return (
    parts +
    (/(?:底|末|前|旬|初|完成)$/u.test(text) ? 2 : parts === 3 ? 1.5 : 0) -
    (parts === 0 ? 4 : parts === 1 && /^\d+[年日]$/u.test(text) ? 1.5 : 0)
  );
}

/** A unit of measure is short; a long one is a word that belongs to the next cell. */
function unitScore(unit: string): number {
  if (/^[%‰]$/u.test(unit)) return 2;
  return unit.length <= 3 ? 1.6 : unit.length <= 5 ? 0.6 : -1.5;
}

/** Marks are hardly ever told in thousandths: of two that ran together, the cut is rather elsewhere. */
const FINE = /\.\d{3}/u;
const FINE_MARKS = 1.5;

/** The likelihood of a text as a cell of weights or scores. */
export function pointsCell(text: string): number {
  if (/^0\.0+$/u.test(text)) return 1;
  if (FIGURE.test(text)) return Number.parseFloat(text) <= 100 && !/^0\d/u.test(text) ? 3 - (FINE.test(text) ? FINE_MARKS : 0) : -6;
  return nothing(text, text === "无" ? -1.5 : 0);
}

/** The likelihood of a text as a cell of rates. */
export function rateCell(text: string): number {
  if (RATE.test(text) && !text.endsWith("%") && Number.parseFloat(text) >= MOST_RATE) return IMPOSSIBLE;
  if (RATE.test(text)) return (text.endsWith("%") ? 4 : -1) - (text.startsWith("-") ? 3 : 0);
  return nothing(text, 1);
}

/** The score of a cell that says that it has nothing; else no cell of figures. */
export function nothing(text: string, score: number): number {
  return text !== "" && saysNothing(text) ? score : IMPOSSIBLE;
}
