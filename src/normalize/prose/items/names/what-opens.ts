import { EXECUTION_NAME } from "../../../lexicon/labels/execution-name.js";
import type { Outline } from "../../heads/outline.js";
import type { Passage } from "../../passage.js";
import { isLevelName } from "../../paths/indicator-name.js";
import { isLevelAlone } from "../clauses-ahead.js";
import type { Field } from "../fields/field.js";
import type { FieldRole } from "../fields/field-label.js";
import type { Item } from "../item.js";
import type { ItemEvent } from "../item-events.js";
import { isAimed, isToldWhole } from "./item-name.js";

/** Said of an item within it. */
const REMARK =
  /^(?:已|均|基本|全部|超额|如期|按期|按时|未|没有|尚未|符合|达到|达成|完成|受|因|由于|较|比|低于|高于|超过|存在|仍|但|主要|个别|部分)/u;
/** 完成建设12座 names nothing. */
const SHORTEST_DEED = 4;

/** 完成检修浮桥12座（目标10座），得10分: where no name is at hand, what was done is one. */
export function deedNamed({ fields, strong }: ItemEvent, roles: readonly FieldRole[], item: Item | undefined): Field["deed"] {
  const [first] = fields;
  if (!strong || !first?.deed || first.deed.end - first.deed.start < SHORTEST_DEED) return undefined;
  const isTold = !item || (item.told.has(first.role) && (item.told.has("score") || item.told.has("weight")));
  return isTold && isToldWhole(roles) ? first.deed : undefined;
}

/** 产出指标5个，效益指标2个，满意度指标1个: how many each has; what follows is under none of them. */
export function countsLevels(events: readonly ItemEvent[], k: number): boolean {
  const counts = (event: ItemEvent | undefined) =>
    event?.passage === events[k]!.passage && isLevelAlone(event) && event.fields.length === 0 && /\d[个项条]$/u.test(event.clause.text);
  return counts(events[k]) && (counts(events[k - 1]) || counts(events[k + 1]));
}

/** 服务对象满意度，目标≥90%: an indicator that is called as its level is; what has a target or a result is none. */
export function namesItself({ lead, clause }: ItemEvent, roles: readonly FieldRole[], scope: Outline, item?: Item): boolean {
  // 质量指标共2项: a level, and how many it has.
  if (clause.inside || /\d[项个条]$/u.test(lead!.text)) return false;
  if (EXECUTION_NAME.test(lead!.levels[0]!) && /率|进度/u.test(lead!.text))
    return isToldWhole(roles) || (roles.length > 0 && scope.level1 !== "");
  const isToldSatisfaction = /满意/u.test(scope.level2) && lead!.text !== scope.level2;
  if (lead!.text.endsWith("指标") && !isToldSatisfaction) return false;
  // 满意度。社会公众满意度10分，得9分: below its level, whose name it has with more words.
  if (isToldSatisfaction && !lead!.text.endsWith("指标") && roles.includes("weight") && roles.includes("score")) return true;
  // 履职效益方面：社会效益，权重10分，得10分: below a second level of the report's own.
  const isBeside = roles.includes("score") || item?.named.names.level2 === scope.level2;
  if (scope.level2 !== "" && !isLevelName(scope.level2) && lead!.levels.length === 1 && roles.includes("weight") && isBeside) return true;
  // 服务对象满意度：服务对象满意度10分.
  if (clause.before === ":" && [scope.level1, scope.level2].includes(lead!.levels[0]!) && roles.includes("weight")) return true;
  return isAimed(roles);
}

/** 管理效率满分25分, under a head that says 管理效率: marks of the level in force. Its last character may look like a label's first (社会效应满分). */
export function namesScope({ lead }: ItemEvent, { folded }: Passage, { level1 }: Outline): boolean {
  const text = lead!.text.slice(lead!.rest);
  return text.length > 1 && level1.startsWith(text) && folded.startsWith(level1, lead!.start + lead!.rest);
}

/** Whether a lead with these fields ahead is a new item's name, and no remark within the item at hand. */
export function opens(
  { strong, lead, opensPassage, fields }: ItemEvent,
  roles: readonly FieldRole[],
  item: Item | undefined,
  openers: ReadonlySet<FieldRole>,
  behindLevel: boolean,
): boolean {
  const first = roles.find((role) => role !== "other");
  if (first === undefined || first === "name") return false;
  if (fields.length > 0 && first === "deduction") return false;
  if (!item) return strong || behindLevel || openers.has(first);
  const text = lead!.text.slice(lead!.rest);
  if (lead!.levels.length > 0) return true;
  const isTold = item.told.has(first);
  if (REMARK.test(text)) return isTold && strong && openers.has(first);
  return isTold || opensPassage || (strong && (openers.size === 0 || openers.has(first)));
}

/** A field that so large a share of the items tell first is one that items open with: lists of targets and of results may open otherwise. */
const SHARE_OF_OPENERS = 0.2;

/** The fields that items tell first. */
export function openersOf(items: readonly Item[]): ReadonlySet<FieldRole> {
  const counts = new Map<FieldRole, number>();
  for (const { order } of items) if (order[0]) counts.set(order[0], (counts.get(order[0]) ?? 0) + 1);
  return new Set([...counts].flatMap(([role, count]) => (count >= items.length * SHARE_OF_OPENERS ? [role] : [])));
}
