import { level1Of } from "../../lexicon/level.js";
import { PROSE_WORDS } from "../../lexicon/prose-words.js";

/** The first and the second level in force. */
export interface Place {
  readonly level1: string;
  readonly level2: string;
}

const FIRST = new Set<string>(PROSE_WORDS.levelOne);
/** First levels that no second one stands under by the Ministry's scheme but their own. */
const MAIN = /产出|效益|效果|满意|成本|决策|过程|投入/u;

/** 成本指标, 服务对象满意度指标: second levels under 产出 and 满意度, and first levels of some reports. */
export function isEither(name: string): boolean {
  return /^(?:(?:项目)?成本|(?:社会公众(?:或|及|和))?服务对象满意度|社会公众满意度|群众满意度)(?:指标)?$/u.test(name);
}

/** The stem by which one level is known among others: 产出 of 项目产出指标. 投入 is what older forms call 决策. */
function stem(level: string): string {
  return (MAIN.exec(level)?.[0] ?? level).replace("效果", "效益").replace("投入", "决策");
}

/** Whether the second level stands under the first by the Ministry's scheme, or may. */
function belongs(level1: string, level2: string): boolean {
  const scheme = level1Of(level2);
  if (level1 === "" || scheme === undefined || !MAIN.test(level1)) return true;
  // 服务对象满意度 stands under 效益 in older forms, 经济成本 under 产出 in some.
  if (/满意/u.test(level2)) return /满意|效益|效果/u.test(level1);
  if (/成本/u.test(level2)) return /产出|成本/u.test(level1);
  return stem(scheme) === stem(level1);
}

/** In the forms for whole departments 预算执行 and 资金管理 stand under 过程. */
const OF_PROCESS = /^(?:预算|资金)(?:执行|管理)(?:情况)?$/u;
const PROCESS = /^(?:项目|部门)?(?:过程|管理)/u;

/**
 * Where a level stands that a head or a sentence names below `above`. A name that may be either a first or a second level is a second one under the
 * first that it belongs to, unless the report is known to make it a first (`first`) or a second one.
 */
export function placeLevel(above: Place, name: string, first?: boolean): Place {
  if (OF_PROCESS.test(name) && PROCESS.test(above.level1)) return { level1: above.level1, level2: name };
  const either = isEither(name);
  const isFirst = either ? above.level1 === name || (first ?? (above.level1 === "" || !belongs(above.level1, name))) : FIRST.has(name);
  if (isFirst) return { level1: name, level2: "" };
  return { level1: belongs(above.level1, name) ? above.level1 : level1Of(name)!, level2: name };
}
