import type { ProseCount as Count } from "../facts.js";
import type { Token } from "../lexer.js";
import type { Sentence } from "../sentence.js";

/** （含预算执行率）, （预算执行率除外） behind a count. */
const EXECUTION =
  /^[^\d,:;()]{0,6}[,(](?:其中)?(?:已|均|都)?(不|未)?(?:含|包含|包括|计入)[^\d,()]{0,6}执行|^[^\d,:;()]{0,6}[,(][^\d,()]{0,6}执行[^\d,()]{0,4}(除外)/u;

/** 除预算执行率外 before it. */
export const EXCEPT_EXECUTION = /除了?[^,:;()\d]{0,6}执行[^,:;()\d]{0,6}?外/u;
const EXCEPT_BEFORE = new RegExp(`${EXCEPT_EXECUTION.source},?[^,:;()\\d]*$`, "u");

/** 涵盖产出、效益和满意度三个方面 behind a count: nothing else is counted. */
const RESULTS_ALONE =
  /^[^\d,;]{0,6},(?:涵盖|覆盖|包括|包含|涉及|分为|分布于|分布在)了?产出(?:指标)?、(?:成本(?:指标)?、)?效[益果](?:指标)?[、和与及](?:服务对象|社会公众)?满意度/u;

/** Whether budget execution is among the indicators that a count has, where the sentence tells. */
export function saysOfExecution({ text, start }: Sentence, { start: at, end }: Token): Pick<Count, "execution"> {
  if (EXCEPT_BEFORE.test(text.slice(0, at - start))) return { execution: false };
  const behind = text.slice(end - start);
  const match = EXECUTION.exec(behind);
  if (match) return { execution: match[1] === undefined && match[2] === undefined };
  return RESULTS_ALONE.test(behind) && !/执行|过程|投入|管理|决策/u.test(behind) ? { execution: false } : {};
}
