import { NAME_ENDS, QUALITATIVE_ENDS, QUALITATIVE_STARTS } from "../../lexicon/flattened-words.js";

/** The likelihood of a text that cannot be a cell of a kind. */
export const IMPOSSIBLE = -100;

export const ENDS_AS_NAME = new RegExp(`(?:${NAME_ENDS.join("|")})(?:[(（][^()（）]{1,12}[)）])?$`, "u");
export const STARTS_QUALITATIVE = new RegExp(`^(?:${QUALITATIVE_STARTS.join("|")})`, "u");
export const ENDS_QUALITATIVE = new RegExp(`(?:${QUALITATIVE_ENDS.join("|")})$`, "u");

export const SIGN = /^[≥≤≧≦>＞<＜=＝═》《]/u;
export const ANY_SIGN = /[≥≤≧≦>＞<＜＝═》《]/u;

/** 完成, 达成预期目标: what a qualitative result says that is met. */
export const STATED_FULL =
  /^(?:是|达标|已达标|(?:已|均已|全部|均|基本|部分|未|尚未)?(?:完成|达成|达到|实现)(?:了)?(?:预期|年度|年初|绩效|既定)*(?:目标|指标|任务|效果)*(?:并具有一定效果|且效果较差)?)$/u;

export const PROSE_MARK = /[。！？]/u;

/** Whether brackets close in the order in which they open. */
export function balanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === "（" || character === "(") depth++;
    else if (character === "）" || character === ")") depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}
