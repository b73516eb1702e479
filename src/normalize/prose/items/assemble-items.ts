import { EXECUTION_NAME } from "../../lexicon/execution-name.js";
import { points } from "../figures.js";
import type { Named } from "../indicators/indicator-name.js";
import { leadLength, plain } from "../indicators/indicator-name.js";
import { isEither, type Place, placeLevel } from "../indicators/place-level.js";
import { type Outline, runInHead } from "../outline.js";
import type { Passage } from "../passage.js";
import type { Field } from "./clause-fields.js";
import { headedLevel, isLevelAlone, isListed, isOfItem, nameGoesOn, rolesAhead, saysWhose } from "./clauses-ahead.js";
import type { FieldRole } from "./field-label.js";
import { type Item, type Opening, placed, reach, type Told, tell } from "./item.js";
import type { ItemEvent } from "./item-events.js";
import { deedIn, executionIn, isAimed, isNoName, isToldWhole, nameIn, reachedIn } from "./item-name.js";
import { levelLead, openingLength } from "./level-lead.js";
import { placeOf, type Remarks } from "./remarks-within.js";

/** Said of an item within it. */
const REMARK =
  /^(?:已|均|基本|全部|超额|如期|按期|按时|未|没有|尚未|符合|达到|达成|完成|受|因|由于|较|比|低于|高于|超过|存在|仍|但|主要|个别|部分)/u;
/** 经汇总统计全年实际9座, 对照细则得8分: how it was found, and no other matter. */
const ADVERBIAL =
  /^(?:(?:经|据|根据|按照|按|依据|依照|对照|参照|通过|截至|截止)(?!费)[^\d率]*|(?:截至|截止|至|到|于)?(?:(?:19|20)\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|底|末|份)?|年[底末终])(?:止|时|前)?)$/u;
/** The execution of the budget told below these heads is none of theirs. */
const NO_LEVEL_OF_EXECUTION = /满意|效益|效果|执行/u;
/** 完成建设12座 names nothing. */
const SHORTEST_DEED = 4;

interface Assembled {
  readonly items: readonly Item[];
  /** Marks that were told with a score of something that has no name here. */
  readonly unnamed: readonly Told[];
}

/**
 * Items out of the clauses of a report: a name, and the fields that follow it, up to the next name. What opens an item is what the report's
 * items open with: `openers` are the fields that they tell first. `remarks` are known to open nothing.
 */
export function assembleItems(
  events: readonly ItemEvent[],
  passages: readonly Passage[],
  outline: readonly Outline[],
  openers: ReadonlySet<FieldRole> = new Set(),
  remarks: Remarks = new Set(),
): Assembled {
  const items: Item[] = [];
  const unnamed: Told[] = [];
  /** Marks that were told of no item. */
  let lost: Told | undefined;
  /** All that an indicator has is told next, and what stands before it is no name. */
  let nameless = false;
  let scope: Outline = { level1: "", level2: "", list: null, completion: false };
  let item: Item | undefined;
  let head: Outline | undefined;
  /** The clause that a name ends in which a comma stands in. */
  let ending: ItemEvent | undefined;
  /** The level that was named last, until its first item. */
  let level: Told[] | undefined;
  const begin = (named: Named, event: ItemEvent, at: { start: number; end: number }, is: Partial<Item> = {}) => {
    const state = { told: new Map(), spans: new Map(), order: [], twice: new Set<FieldRole>() };
    item = { opening: openingOf(event), named, isExecution: false, isKnown: event.isKnown, reached: false, under: scope, ...state, ...is };
    reach(item, event.passage, at.start, at.end);
    items.push(item);
    level = undefined;
    nameless = false;
  };
  const give = (event: ItemEvent) => {
    for (const field of event.fields) {
      const told = placed(field, event.clause.start, event.passage);
      if (field.role === "levels") belong(levelsTold(told));
      else if (field.role === "level1" || field.role === "level2" || field.role === "name") label(told, event);
      else if (item && field.role !== "other") tell(item, told);
      else if (level && (field.role === "weight" || field.role === "score")) markLevel(told);
      else if (nameless && (field.role === "weight" || field.role === "score")) {
        unnamed.push(told);
        nameless = false;
      } else if (field.role === "weight" && !field.bare) lost = told;
      else if (field.role === "score" && lost?.passage === event.passage) {
        unnamed.push(lost);
        lost = undefined;
      }
    }
  };
  const levelsTold = ({ passage, value, end }: Told) => levelLead(passages[passage]!.folded.slice(value, end)).levels;
  /** The levels of the item at hand, told behind its name; without one, those of what follows. */
  const belong = (levels: readonly string[]) => {
    if (!item) return enter(levels);
    const { names } = item.named;
    const { level1, level2 } = inBracket(scope, levels);
    item.named = { ...item.named, names: { ...names, level1: level1 || names.level1, level2 } };
  };
  /** 三级指标：检修座数: levels and names under labels of their own. */
  const label = (told: Told, event: ItemEvent) => {
    const text = passages[told.passage]!.text.slice(told.value, told.end).trim();
    if (told.role === "level1") scope = { ...scope, level1: text, level2: "" };
    else if (told.role === "level2") scope = { ...scope, level2: text };
    if (told.role !== "name") item = undefined;
    else begin(plain(passages[told.passage]!, told.value, told.end - told.value, scope), event, told);
  };
  const enter = (levels: readonly string[]) => {
    scope = under(scope, levels);
    item = undefined;
    level = [];
  };
  /** 数量指标（满分20分，自评20分）: marks of the level, which its only indicator has. */
  const markLevel = (told: Told) => {
    level!.push(told);
    const figure = (role: FieldRole) => {
      const own = level!.find((told) => told.role === role);
      return own?.figure ? points(passages[own.passage]!, own.figure) : null;
    };
    const weight = figure("weight");
    if (weight) scope = { ...scope, marks: { weight, score: figure("score") } };
  };
  for (const [k, event] of events.entries()) {
    const { lead, fields, clause } = event;
    const passage = passages[event.passage]!;
    if (event.opensPassage) {
      if (outline[event.passage] !== head && (runInHead(passage) === 0 || outline[event.passage]!.execution))
        scope = outline[event.passage]!;
      head = outline[event.passage];
      if (lead && !saysWhose(event)) item = undefined;
    }
    const deed = lead ? undefined : deedNamed(event, rolesAhead(events, k), item);
    if (deed)
      begin(plain(passage, clause.start + deed.start, deed.end - deed.start, scope), event, {
        start: clause.start,
        end: clause.start + deed.end,
      });
    if (!lead || event === ending || remarks.has(placeOf(openingOf(event)))) {
      give(event);
      continue;
    }
    const roles = rolesAhead(events, k);
    const bare = isLevelAlone(event) ? openingLength(lead.text) : lead.rest;
    const execution = clause.inside ? undefined : executionIn(lead.text.slice(bare));
    const ofMoney = !scope.execution && (scope.level1 === "" || NO_LEVEL_OF_EXECUTION.test(scope.level1));
    const isRow = (level !== undefined || openingOf(event).own) && roles.includes("target") && roles.includes("actual");
    if (
      execution !== undefined &&
      ofMoney &&
      !isRow &&
      !isListed(events, k) &&
      roles.includes("score") &&
      (!item || item.told.has(roles[0]!))
    ) {
      const start = lead.start + bare;
      begin(plain(passage, start, execution, scope), event, { start, end: start + execution }, { isExecution: true });
      give(event);
      continue;
    }
    if (isLevelAlone(event) && !namesItself(event, roles, scope)) {
      if (isOfItem(event) && item) belong(lead.levels);
      else if (!countsLevels(events, k) && !(nameless && clause.inside)) enter(lead.levels);
      give(event);
      continue;
    }
    const isScope = !clause.inside && (fields.length > 0 || event.opensPassage) && namesScope(event, passage, scope);
    if (isScope) {
      item = undefined;
      level = [];
    }
    if (clause.inside || isScope) {
      give(event);
      continue;
    }
    const joined = event.isKnown ? undefined : nameGoesOn(events, k);
    if (joined && (!item || event.strong)) {
      const end = joined.lead!.end;
      const named = nameIn(passage, { ...lead, end, text: passage.folded.slice(lead.start, end) }, under(scope, lead.levels));
      if (named) {
        begin(named, event, { start: lead.start, end });
        ending = joined;
        continue;
      }
    }
    if (event.isKnown || (roles.length > 0 && opens(event, roles, item, openers, level !== undefined))) {
      const until = event.isKnown ? undefined : deedIn(lead, level !== undefined);
      const named = event.isKnown
        ? plain(passage, lead.start, lead.end - lead.start, under(scope, lead.levels))
        : nameIn(passage, lead, isLevelAlone(event) ? scope : under(scope, lead.levels), until, roles);
      if (named) {
        // A list goes on under the level that its first item named.
        if (!isLevelAlone(event)) scope = under(scope, lead.levels);
        begin(named, event, lead);
        give(event);
        continue;
      }
      if (isToldWhole(roles)) {
        item = undefined;
        level = undefined;
        nameless = true;
      }
    }
    const reached = level !== undefined && clause.before === ":" && scope.marks ? reachedIn(lead) : undefined;
    if (reached !== undefined) {
      const start = lead.start + lead.rest;
      begin(plain(passage, start, reached, scope), event, { start, end: start + reached }, { reached: true });
    } else if (fields.length > 0) {
      if (item && (ADVERBIAL.test(lead.text) || !isNoName(lead.text))) give(event);
    } else if (scope.level1 !== "" && headedLevel(events, k) !== undefined) {
      scope = { ...scope, level2: headedLevel(events, k)! };
      item = undefined;
    } else if (event.opensPassage) item = undefined;
  }
  return { items, unnamed };
}

function openingOf({ passage, clause, lead, isKnown }: ItemEvent): Opening {
  return { passage, start: clause.start, own: isKnown || (lead !== undefined && (lead.levels.length > 0 || leadLength(lead.text) > 0)) };
}

/** 完成检修浮桥12座（目标10座），得10分: where no name is at hand, what was done is one. */
function deedNamed({ fields, strong }: ItemEvent, roles: readonly FieldRole[], item: Item | undefined): Field["deed"] {
  const [first] = fields;
  if (!strong || !first?.deed || first.deed.end - first.deed.start < SHORTEST_DEED) return undefined;
  const isTold = !item || (item.told.has(first.role) && (item.told.has("score") || item.told.has("weight")));
  const other = first.role === "target" ? "actual" : "target";
  return isTold && roles.includes(other) && (roles.includes("score") || roles.includes("weight")) ? first.deed : undefined;
}

/** 产出指标5个，效益指标2个，满意度指标1个: how many each has; what follows is under none of them. */
function countsLevels(events: readonly ItemEvent[], k: number): boolean {
  const counts = (event: ItemEvent | undefined) =>
    event?.passage === events[k]!.passage && isLevelAlone(event) && event.fields.length === 0 && /\d[个项条]$/u.test(event.clause.text);
  return counts(events[k]) && (counts(events[k - 1]) || counts(events[k + 1]));
}

/** 服务对象满意度，目标≥90%: an indicator that is called as its level is; what has a target or a result is none. */
function namesItself({ lead, clause }: ItemEvent, roles: readonly FieldRole[], scope: Outline): boolean {
  // 质量指标共2项: a level, and how many it has.
  if (clause.inside || /\d[项个条]$/u.test(lead!.text)) return false;
  if (EXECUTION_NAME.test(lead!.levels[0]!) && /率|进度/u.test(lead!.text))
    return isToldWhole(roles) || (roles.length > 0 && scope.level1 !== "");
  const isToldSatisfaction = /满意/u.test(scope.level2) && lead!.text !== scope.level2;
  if (lead!.text.endsWith("指标") && !isToldSatisfaction) return false;
  // 服务对象满意度：服务对象满意度10分.
  if (clause.before === ":" && [scope.level1, scope.level2].includes(lead!.levels[0]!) && roles.includes("weight")) return true;
  return isAimed(roles);
}

/** 管理效率满分25分, under a head that says 管理效率: marks of the level in force. Its last character may look like a label's first (社会效应满分). */
function namesScope({ lead }: ItemEvent, { folded }: Passage, { level1 }: Outline): boolean {
  const text = lead!.text.slice(lead!.rest);
  return text.length > 1 && level1.startsWith(text) && folded.startsWith(level1, lead!.start + lead!.rest);
}

/** Whether a lead with these fields ahead is a new item's name, and no remark within the item at hand. */
function opens(
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

function under(scope: Outline, levels: readonly string[]): Outline {
  const [first, second] = levels;
  if (first === undefined) return scope;
  const { marks: _, ...rest } = scope;
  return { ...rest, ...(second === undefined ? placeLevel(scope, first) : { level1: first, level2: second }) };
}

/** 单座检修成本（成本指标）: of the names that may be either level's, a bracket tells the second. */
function inBracket(scope: Outline, levels: readonly string[]): Place {
  return levels.length === 1 && isEither(levels[0]!) ? placeLevel(scope, levels[0]!, false) : under(scope, levels);
}

/** A field that so large a share of the items tell first is one that items open with: lists of targets and of results may open otherwise. */
const SHARE_OF_OPENERS = 0.2;

/** The fields that items tell first. */
export function openersOf(items: readonly Item[]): ReadonlySet<FieldRole> {
  const counts = new Map<FieldRole, number>();
  for (const { order } of items) if (order[0]) counts.set(order[0], (counts.get(order[0]) ?? 0) + 1);
  return new Set([...counts].flatMap(([role, count]) => (count >= items.length * SHARE_OF_OPENERS ? [role] : [])));
}
