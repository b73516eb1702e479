import { isTiered } from "../lexicon/is-tiered.js";

/** 每少1场扣1分, 每超一天扣0.5分: so many points a step. */
const STEP = /每(?!个?指标)[^。；;，,]{1,20}?(?:扣|减|得)/u;
/** All or nothing, or as the reader sees fit. */
const NO_SHARE = /不得分|得?0分|零分|酌情|得一半|扣\s*\d|扣分/u;
const PROPORTION = /比例|完成率|[÷×*]|实际[^。；;，,]{0,8}[/／]/u;

/** A remark or reason that prints so many points a step: the row is scored by it. */
export function isStepRule(remark: string): boolean {
  return STEP.test(remark);
}

/** Whether a scoring standard printed beside an indicator is another rule than points in proportion to what was reached. */
export function isOwnRule(standard: string, target?: string): boolean {
  return isStepRule(standard) || isTiered(standard, target) || (NO_SHARE.test(standard) && !PROPORTION.test(standard));
}
