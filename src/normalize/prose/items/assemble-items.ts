import { EXECUTION_NAME } from "../../lexicon/labels/execution-name.js";
import { runInHead } from "../heads/heading.js";
import type { Outline } from "../heads/outline.js";
import type { Passage } from "../passage.js";
import { plain } from "../paths/indicator-name.js";
import { headedLevel, isLevelAlone, isListed, isOfItem, isScoredBehindMoney, nameGoesOn, rolesAhead, saysWhose } from "./clauses-ahead.js";
import type { FieldRole } from "./fields/field-label.js";
import { Gathering, openingOf, under } from "./gathering.js";
import type { ItemEvent, Lead } from "./item-events.js";
import { openingLength } from "./levels/level-lead.js";
import type { OwnLevels } from "./levels/own-levels.js";
import { deedIn, executionIn, isNoName, isToldWhole, nameIn, reachedIn } from "./names/item-name.js";
import { countsLevels, deedNamed, namesItself, namesScope, opens } from "./names/what-opens.js";
import { placeOf, type Remarks } from "./remarks-within.js";

/** 经汇总统计全年实际9座, 对照细则得8分: how it was found, and no other matter. */
const ADVERBIAL =
  /^(?:(?:经|据|根据|按照|按|依据|依照|对照|参照|通过|截至|截止)(?!费)[^\d率]*|(?:截至|截止|至|到|于)?(?:(?:19|20)\d\d年)?(?:\d{1,2}月(?:\d{1,2}日|底|末|份)?|年[底末终])(?:止|时|前)?)$/u;
/** The execution of the budget told below these heads is none of theirs. */
const NO_LEVEL_OF_EXECUTION = /满意|效益|效果|执行/u;

/** A clause with words before its first label, among all; `roles`: what is told of these words. */
interface Turn {
  readonly event: ItemEvent;
  readonly lead: Lead;
  readonly passage: Passage;
  readonly roles: readonly FieldRole[];
  readonly events: readonly ItemEvent[];
  /** The event's place among them. */
  readonly k: number;
  readonly openers: ReadonlySet<FieldRole>;
  readonly levels: OwnLevels;
  readonly names: ReadonlySet<string>;
  /** It names the level that its passage is the head of. */
  readonly isHead: boolean;
}

/** What the words before a label may be, in the order in which they are tried. Each tells whether they were that. */
const READINGS = [takeOwnLevel, takeNamedLine, takeExecution, takeLevel, takeScope, takeNameThatGoesOn, takeName, takeStatement];

/**
 * Items out of the clauses of a report: a name, and the fields that follow it, up to the next name. What opens an item is what the report's
 * items open with: `openers` are the fields that they tell first. `remarks` are known to open nothing, `levels` to open levels of the report's own,
 * `names` to open items, whatever follows.
 */
export function assembleItems(
  events: readonly ItemEvent[],
  passages: readonly Passage[],
  outline: readonly Outline[],
  openers: ReadonlySet<FieldRole> = new Set(),
  remarks: Remarks = new Set(),
  levels: OwnLevels = new Map(),
  names: ReadonlySet<string> = new Set(),
): Pick<Gathering, "items" | "unnamed" | "levels"> {
  const gathering = new Gathering(passages);
  let head: Outline | undefined;
  for (const [k, event] of events.entries()) {
    const { lead, clause } = event;
    const passage = passages[event.passage]!;
    const isHead = event.opensPassage && outline[event.passage] !== head;
    if (event.opensPassage) {
      const own = outline[event.passage]!;
      if (own !== head && (runInHead(passage) === 0 || own.execution)) gathering.start(own);
      head = own;
      if (lead && !saysWhose(event)) gathering.item = undefined;
    }
    const roles = rolesAhead(events, k);
    const deed = lead ? undefined : deedNamed(event, roles, gathering.item);
    if (deed) {
      const [start, end] = [clause.start + deed.start, clause.start + deed.end];
      gathering.begin(plain(passage, start, end - start, gathering.scope), event, { start: clause.start, end });
    }
    if (!lead || event === gathering.ending || remarks.has(placeOf(openingOf(event)))) gathering.give(event);
    else READINGS.some((take) => take({ event, lead, passage, roles, events, k, openers, levels, names, isHead }, gathering));
  }
  return gathering;
}

/** （一）制度建设（15分）, above those that share its marks. */
function takeOwnLevel({ event, levels }: Turn, gathering: Gathering): boolean {
  const name = levels.get(placeOf(openingOf(event)));
  if (name === undefined) return false;
  gathering.found(name, event);
  gathering.give(event);
  return true;
}

/** （2）绩效目标合理性。部分指标未量化，标准分4分: a line's first words, where lines of the report begin with names. */
function takeNamedLine({ event, lead, passage, names }: Turn, gathering: Gathering): boolean {
  if (!names.has(placeOf(openingOf(event)))) return false;
  const from = openingLength(lead.text);
  const named = isLevelAlone(event) ? undefined : nameIn(passage, lead, gathering.below(event, lead.levels));
  gathering.begin(named ?? plain(passage, lead.start + from, lead.text.length - from, gathering.scope), event, lead);
  gathering.give(event);
  return true;
}

/** 预算执行率10分，得9分: the execution of the budget outside of any list, which is no item of the level in force. */
function takeExecution({ event, lead, passage, roles, events, k, isHead }: Turn, gathering: Gathering): boolean {
  const { item, scope } = gathering;
  const bare = isLevelAlone(event) ? openingLength(lead.text) : lead.rest;
  const name = event.clause.inside ? undefined : executionIn(lead.text.slice(bare));
  const ofMoney = scope.level1 === "" || NO_LEVEL_OF_EXECUTION.test(scope.level1);
  const isPlaced = lead.levels.length > 0 && !isLevelAlone(event);
  const above = events[k - 1];
  const isBelowItself = above?.passage === event.passage && isLevelAlone(above) && EXECUTION_NAME.test(scope.level1);
  const isAmongRows = !isHead && (isPlaced || isBelowItself || scope.execution) && (roles.includes("weight") || roles.includes("target"));
  const isRow = isAmongRows || ((gathering.isBehindLevel || openingOf(event).own) && roles.includes("target") && roles.includes("actual"));
  const isScored = roles.includes("score") || (roles.includes("weight") && isScoredBehindMoney(events, k));
  const isNew = isScored && (!item || item.told.has(roles[0]!));
  if (!name || !ofMoney || isRow || isListed(events, k) || !isNew) return false;
  const [start, end] = [lead.start + bare + name.start, lead.start + bare + name.end];
  gathering.begin(plain(passage, start, end - start, scope), event, { start, end }, { isExecution: true });
  if (isLevelAlone(event)) gathering.headed = lead.levels[0]!;
  gathering.give(event);
  return true;
}

/** 产出指标（50分）, （数量指标）: levels alone, of what follows or of the item at hand. */
function takeLevel({ event, lead, roles, events, k }: Turn, gathering: Gathering): boolean {
  if (!isLevelAlone(event) || namesItself(event, roles, gathering.scope, gathering.item)) return false;
  if (isOfItem(event) && gathering.item) gathering.belong(lead.levels, event);
  else if (!countsLevels(events, k) && !(gathering.isNameless && event.clause.inside)) gathering.enter(lead.levels, event);
  gathering.give(event);
  return true;
}

/** 管理效率满分25分 below a head that says so; what else stands in brackets is told of the item at hand. */
function takeScope({ event, passage, roles, isHead }: Turn, gathering: Gathering): boolean {
  if (event.clause.inside) {
    gathering.give(event);
    return true;
  }
  // 预算执行率10分 below 预算执行率, among the other heads' rows.
  if (!isHead && gathering.scope.execution && isLevelAlone(event) && namesItself(event, roles, gathering.scope)) return false;
  if (!(event.fields.length > 0 || event.opensPassage) || !namesScope(event, passage, gathering.scope)) return false;
  gathering.enter([], event);
  gathering.give(event);
  return true;
}

/** 效益指标～保障平稳运行，提高效率10分: a name that a comma stands in. */
function takeNameThatGoesOn({ event, lead, passage, events, k }: Turn, gathering: Gathering): boolean {
  const ending = event.isKnown ? undefined : nameGoesOn(events, k);
  if (!ending || (gathering.item && !event.strong)) return false;
  const { start } = lead;
  const { end } = ending.lead!;
  const named = nameIn(passage, { ...lead, end, text: passage.folded.slice(start, end) }, under(gathering.scope, lead.levels));
  if (!named) return false;
  gathering.begin(named, event, { start, end });
  gathering.ending = ending;
  return true;
}

/** 检修座数，目标≥9座: a name, behind its levels or without any. */
function takeName({ event, lead, passage, roles, events, k, openers }: Turn, gathering: Gathering): boolean {
  const { item, scope, isBehindLevel } = gathering;
  const next = events[k + 1];
  if (!event.isKnown && (roles.length === 0 || !opens(event, roles, item, openers, isBehindLevel))) return false;
  const below = gathering.below(event, lead.levels);
  const named = event.isKnown
    ? plain(passage, lead.start, lead.end - lead.start, below)
    : nameIn(
        passage,
        lead,
        isLevelAlone(event) ? scope : below,
        deedIn(lead, isBehindLevel),
        next && isOfItem(next) ? [...roles, "levels"] : roles,
      );
  if (!named) {
    if (isToldWhole(roles)) gathering.loseName();
    return false;
  }
  // A list goes on under the level that its first item named.
  if (!isLevelAlone(event)) gathering.descend(below, event);
  const isAgain = lead.levels.length === 1 && lead.levels[0] === gathering.headed && !isLevelAlone(event);
  gathering.begin(named, event, lead, isAgain ? { again: true } : {});
  gathering.give(event);
  return true;
}

/** Words that name no item for what is told of them: what was reached, how a figure was found, the head of a list, another matter. */
function takeStatement({ event, lead, passage, events, k }: Turn, gathering: Gathering): boolean {
  const { item, scope } = gathering;
  const reached = gathering.isBehindLevel && event.clause.before === ":" && scope.marks ? reachedIn(lead) : undefined;
  const level2 = scope.level1 === "" ? undefined : headedLevel(events, k);
  if (reached !== undefined) {
    const start = lead.start + lead.rest;
    gathering.begin(plain(passage, start, reached, scope), event, { start, end: start + reached }, { reached: true });
  } else if (event.fields.length > 0) {
    if (item && (ADVERBIAL.test(lead.text) || !isNoName(lead.text))) gathering.give(event);
  } else if (level2 !== undefined) {
    gathering.descend({ ...scope, level2 }, event);
    gathering.item = undefined;
  } else if (event.opensPassage) gathering.item = undefined;
  return true;
}
