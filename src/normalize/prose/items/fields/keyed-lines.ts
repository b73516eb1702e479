import { groupBy } from "../../../../core/group-by.js";
import type { ItemEvent } from "../item-events.js";
import { levelLead } from "../levels/level-lead.js";
import type { FieldRole } from "./field-label.js";

/** What a report's own labels tell, by their words. */
export type KeyedLines = ReadonlyMap<string, FieldRole>;

/** A name begins one line, a label many. */
const LEAST_LINES = 3;
/** Behind a bullet or a number in figures. */
const KEY = /^[^\p{Script=Han}\p{Letter}]{0,6}([\p{Script=Han}A-Za-z]{2,10}):/u;
const SIGNED = /^[≥≤<>=≧≦]|^不[低少高大小多]于|^不超过/u;
const OPENS_LIST = /^(?:其中|另外?)$|(?:如下|包括|分别为|其中)$/u;
/** 未完成原因, 目标设定依据: words on a result or a target, and neither. */
const SAYS_ABOUT = /原因|依据|来源|说明|措施|问题|标准|方法|偏差/u;
const SAYS_TARGET = /目标|计划|应达|设定|预期|要求/u;
const SAYS_RESULT = /完成|实际|达成|实现/u;

/** The key that a line begins with, before its colon; undefined where there is none. */
export function keyOf(text: string): { readonly key: string; readonly length: number } | undefined {
  const [whole, key] = KEY.exec(text) ?? [];
  return whole === undefined || key === undefined ? undefined : { key, length: whole.length };
}

/**
 * Labels that no form has, learned from the report: what line after line begins with before a colon (计划指标：, 评价要点：). What they tell is told by
 * their words, by levels that all of them name, or by signs of comparison behind them; else it is told of the indicator, and is neither its name nor a field.
 */
export function learnKeys(events: readonly ItemEvent[]): KeyedLines {
  const found: { readonly key: string; readonly value: string }[] = [];
  for (const [k, { opensPassage, lead, fields, clause, passage }] of events.entries()) {
    const next = events[k + 1];
    if (!opensPassage || !lead || lead.levels.length > 0 || fields.some(({ figure }) => figure) || next?.passage !== passage) continue;
    const key = next.clause.before === ":" ? keyOf(`${clause.text}:`)?.key : undefined;
    if (key !== undefined && clause.text.endsWith(key) && !OPENS_LIST.test(key) && !tellsMarks(events, k + 1))
      found.push({ key, value: next.clause.text });
  }
  const lines = [...groupBy(found, ({ key }) => key)].filter(([, told]) => told.length >= LEAST_LINES);
  return new Map(lines.map(([key, told]) => [key, roleOf(key, told)]));
}

/** A line that tells marks is an indicator's own, whatever it begins with. */
function tellsMarks(events: readonly ItemEvent[], from: number): boolean {
  for (let k = from; events[k]?.passage === events[from]!.passage; k++)
    if (events[k]!.fields.some(({ role }) => role === "weight" || role === "score")) return true;
  return false;
}

function roleOf(key: string, told: readonly { readonly value: string }[]): FieldRole {
  if (told.every(({ value }) => levelLead(value).rest === value.length)) return "levels";
  if (told.filter(({ value }) => SIGNED.test(value)).length * 2 > told.length) return "target";
  if (SAYS_ABOUT.test(key)) return "other";
  if (SAYS_RESULT.test(key)) return "actual";
  return SAYS_TARGET.test(key) ? "target" : "other";
}
