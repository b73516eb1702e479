import { level1Of } from "../../lexicon/labels/level.js";
import { classesConflict } from "../../lexicon/labels/level-class.js";
import { PROSE_WORDS } from "../../lexicon/prose/prose-words.js";

/** The first and the second level in force. */
export interface Place {
  readonly level1: string;
  readonly level2: string;
}

const FIRST = new Set<string>(PROSE_WORDS.levelOne);
/** 成本指标, 服务对象满意度指标: second levels under 产出 and 满意度, and first levels of some reports. */
export function isEither(name: string): boolean {
  return /^(?:(?:项目)?成本|(?:社会公众(?:或|及|和))?服务对象满意度|社会公众满意度|群众满意度)(?:指标)?$/u.test(name);
}

/** In the forms for whole departments 预算执行 and 资金管理 stand under 过程; under a head that names the execution, 资金管理 is its part. */
const OF_PROCESS = /^(?:预算|资金)(?:执行|管理)(?:情况)?$/u;
const MANAGED = /管理/u;
const EXECUTION = /^(?:预算|资金)执行/u;
/** 预算执行率指标 is the second level under 预算执行指标, and the first where that is not told. */
const RATE = /^(?:预算|资金)执行率(?:指标)?$/u;
const PROCESS = /^(?:项目|部门)?(?:过程|管理)/u;

/**
 * Where a level stands that a head or a sentence names below `above`. A name that may be either a first or a second level is a second one under the
 * first that it belongs to, unless the report is known to make it a first (`first`) or a second one.
 */
export function placeLevel(above: Place, name: string, first?: boolean): Place {
  const holds = PROCESS.test(above.level1) || (EXECUTION.test(above.level1) && MANAGED.test(name));
  const isRate = RATE.test(name) && EXECUTION.test(above.level1) && !RATE.test(above.level1);
  if (isRate || (OF_PROCESS.test(name) && holds)) return { level1: above.level1, level2: name };
  const either = isEither(name);
  // （三）预算执行情况 above 1.预算执行情况, where 1.数量指标 stands under the others.
  const isRepeated = first === false && above.level1 === name && EXECUTION.test(name);
  const isFirst = either
    ? above.level1 === name || (first ?? (above.level1 === "" || classesConflict(above.level1, name)))
    : FIRST.has(name) && !isRepeated;
  if (isFirst) return { level1: name, level2: "" };
  return { level1: !isRepeated && classesConflict(above.level1, name) ? (level1Of(name) ?? above.level1) : above.level1, level2: name };
}
