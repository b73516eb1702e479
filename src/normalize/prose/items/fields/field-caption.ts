import { alternation } from "../../../lexicon/lexicon.js";
import { FIELD_WORDS } from "../../../lexicon/prose/field-words.js";
import { labelAt } from "./field-label.js";

const WORDS = alternation([
  ...FIELD_WORDS.modifiers,
  ...FIELD_WORDS.weight,
  ...FIELD_WORDS.score,
  ...FIELD_WORDS.target,
  ...FIELD_WORDS.actual,
]);
/** 完成情况:, 得分情况:, 指标完成及自评:. */
const CAPTION = new RegExp(`^[^\\p{Script=Han}:]{0,6}(?:该|本|此|项|${WORDS}|[及和与、])*(?:${WORDS}|情况|结果|说明|分析):\\s*`, "u");
const LONGEST = 16;
/** Labels that are nothing else: 目标值, 分值, 权重. */
const IS_LABEL = /(?:[值分]|权重)$/u;

/** How much of a text only says what the labels behind it tell of, 完成情况 of 年度目标值≥64座 and 得分情况 of 该指标分值8分; 0 where it tells something itself. */
export function captionLength(text: string): number {
  const length = CAPTION.exec(text.slice(0, LONGEST))?.[0].length ?? 0;
  const label = length > 0 ? labelAt(text, length, null) : undefined;
  const isField = label && (label.role === "target" || label.role === "actual" || label.role === "weight" || label.role === "score");
  return isField && (label.closed || IS_LABEL.test(label.key)) && length + label.length < text.length ? length : 0;
}
