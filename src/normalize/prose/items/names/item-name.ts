import { EXECUTION_NAME } from "../../../lexicon/labels/execution-name.js";
import { endsCompound } from "../../../lexicon/prose/compounds.js";
import { NEVER_NAME, NO_NAME, patternOf } from "../../../lexicon/prose/no-name-words.js";
import type { Outline } from "../../heads/outline.js";
import type { Passage } from "../../passage.js";
import { LONGEST_NAME, type Named, named, plain } from "../../paths/indicator-name.js";
import { type IndicatorPath, readPath, readRestOfPath, type Span } from "../../paths/indicator-path.js";
import { placeLevel } from "../../paths/place-level.js";
import type { FieldRole } from "../fields/field-label.js";
import type { Lead } from "../item-events.js";
import { openingLength } from "../levels/level-lead.js";

const NO = patternOf(NO_NAME);
const NEVER = patternOf(NEVER_NAME);
/** 未完成年度目标: what is said of an indicator, and the name of none. */
const STATES_REACHED =
  /^(?:[已均未]|没有|未能|全部|基本|超额|如期|按期|按时)*(?:完成|达成|达到|实现|超过)了?(?:年初|年度|全年|预期|预定|既定|设定|绩效|计划|考核|的)*(?:目标|指标|任务|计划|预期)(?:值|要求)?$/u;
/** 共设7个三级指标, 设指标3个: how many a level has, and the name of none. */
const TELLS_HOW_MANY =
  /^(?:共计?|合计|总计|均|各|下|其下|分别|一共)*(?:设置?|设有|设定|设立|包括|包含|含|有|下设|涉及|细化|分解|确定|制定|选取|选定|安排)*了?(?:(?:三级|绩效|具体|考核|评价)*指标)?(?:共计?|合计)?(?:\d{1,3}|[一二三四五六七八九十两]{1,3})[个项条](?:(?:三级|绩效|具体|考核|评价)*指标)?$/u;
/** Money is an indicator's name only behind its levels: 成本指标 人均保障经费. */
const OF_MONEY = /(?:资金|经费|拨款)$/u;
/** 治理河道12公里: behind a level, what was to be done stands for a name. */
const DEED = /^([^\d≥≤<>=]{2,30}?)(?:达到|控制在|不低于|不超过|不少于)?[≥≤<>=]*\d[^,%]{0,16}$/u;
/** 长效机制基本建立: what was reached names what was aimed at. */
const REACHED =
  /^([\p{Script=Han}]{2,16}?)(?:基本|已经?|均已?|逐步|初步|进一步|得到|持续|有效|明显|显著|不断)+(?:建立|健全|形成|完善|提升|提高|改善|增强|巩固|优化|实现|落实|达到预期)/u;
const CALLS =
  "(?:设置|设定|设立|设有|共设|只设|仅设|(?:三级|绩效|具体|评价|考核)?指标(?:项|名称)?|关于|对于?|围绕|针对|其中|包括|年初|年度|该项|中|的|下|即)*";
/** 三级指标“检修座数”, 设置“检修座数”指标1个, 【检修座数】: words that say that a name is told, the name, and what closes it. */
const CALLED = new RegExp(`^(${CALLS}["(])([^"()]{2,60})[")](?:这|该|一|1)?[个项]?(?:指标)?(?:[一1][个项])?(?:方面|中|上)?$`, "u");
/** 三级指标检修座数. */
const CALLED_THIRD = /^(三级(?:绩效)?指标:?)(?=\p{Script=Han}{3})(.{3,60})$/u;
const QUOTED_LAST = /^[^"]{2,24}"[^"。]{2,60}"[^"。]{0,8}$/u;
/** “三公”经费控制情况: a word in quotes that the rest of the name goes on with. */
const QUOTED_WORD = /^"[^"。]{2,6}"\p{Script=Han}{3,}$/u;
/** 另预算执行率满分10分. */
const BESIDES = /^(?:另外?|此外|同时|再?加上?|[并再]?计入|算上|连同)/u;
/** 执行率这一项, 预算执行率一项. */
const ITEM_TOLD = /(?<=率)(?:[这该此][一1]?|[一1])[项个](?:指标)?$/u;
/** 【资金信息】（金额单位：万元）: a head in brackets, and what it says of the figures below. */
const BRACKETED = /^\(([^()]{2,12})\)(?:\([^()]*\))?$/u;
/** 预算执行率91%, before the marks that it is given. */
const RATE_TOLD = /(?<=率)(?:为|是|达到?|:)?\d+(?:\.\d+)?%$/u;

/** 河道保洁考核得分: what others gave for the matter measures it, where a target or a result is told of it. */
const MEASURED_SCORE =
  /\p{Script=Han}{2}(?<!自评|评价|综合|最终|合计|绩效|[指标]|本项|该项)(?:考核|测评|考评|评估|检查|检测|抽查|测试|调查|评比|满意度)(?:评分|得分)$/u;

/** Whether a text is no indicator's name. `isPlaced`: a level or a number stands before it; `isAimed`: a target or a result is told of it. */
export function isNoName(text: string, isPlaced = false, isAimed = false): boolean {
  const own = isAimed && isPlaced && MEASURED_SCORE.test(text) ? text.slice(0, -2) : text;
  return NO.test(own) || TELLS_HOW_MANY.test(text) || STATES_REACHED.test(text) || (!isPlaced && OF_MONEY.test(text));
}

const OF_BENEFITS = /效益|效果|效应/u;

/** All that an indicator has. */
export function isToldWhole(roles: readonly FieldRole[]): boolean {
  return roles.includes("target") && roles.includes("actual") && (roles.includes("weight") || roles.includes("score"));
}

/** Something is told that others of its kind are held to. */
export function isAimed(roles: readonly FieldRole[]): boolean {
  return roles.includes("target") || roles.includes("actual");
}

/** Where the name of the budget's execution stands that a text consists of; undefined where it is another. */
export function executionIn(text: string): Span | undefined {
  const bare = text.replace(BESIDES, "").replace(ITEM_TOLD, "").replace(RATE_TOLD, "").replace(BRACKETED, "$1");
  const start = text.indexOf(bare);
  return EXECUTION_NAME.test(bare) ? { start, end: start + bare.length } : undefined;
}

/** Where a deed's words end that stand for a name behind a level. */
export function deedIn({ text, rest }: Lead, behindLevel: boolean): number | undefined {
  const deed = behindLevel && !TELLS_HOW_MANY.test(text.slice(rest)) ? DEED.exec(text.slice(rest))?.[1] : undefined;
  return deed === undefined ? undefined : rest + deed.length;
}

/** How long the name is of what a statement says was reached. */
export function reachedIn({ text, rest }: Lead): number | undefined {
  return REACHED.exec(text.slice(rest))?.[1]?.length;
}

/** The indicator that a lead names below the levels in force, as far as `until`; undefined where it is none. `roles`: what is told behind it. */
export function nameIn(
  passage: Passage,
  { start, text, levels, rest, isPath }: Lead,
  under: Outline,
  until = text.length,
  roles: readonly FieldRole[] = [],
): Named | undefined {
  const isLevel = levels.length > 0 && rest === text.length;
  const from = isLevel ? openingLength(text) : rest;
  let own = text.slice(from, until).replace(/[\s:的]+$/u, "");
  // 检查企业数量为10分: the word between the name and its marks. 规范执法行为 ends in it.
  if (/[为是]$/u.test(own) && !endsCompound(own, own.length - 1)) own = own.slice(0, -1);
  let offset = start + from;
  const called = CALLED.exec(own) ?? CALLED_THIRD.exec(own);
  if (called) {
    offset += called[1]!.length;
    own = called[2]!;
  }
  own = own.replace(/(?<=.{3})方面$/u, "");
  // 满意度只设家属满意度一项: how many they are.
  own = own.replace(
    /(?<=.{2})(?:(?:[这该此][一1]?|[一1])[个项条])?(?:(?:三级|具体|绩效)?指标)$|(?<=.{3})(?:[这该此][一1]?|[一1])[项个条]$/u,
    "",
  );
  const hasLevels = levels.length > 0 || isPath === true || roles.includes("levels");
  const isPlaced = hasLevels || under.level1 !== "" || from > 0;
  const isSure = isPlaced && (isToldWhole(roles) || (called !== null && roles.includes("weight") && roles.includes("score")));
  const isNone =
    isNoName(own, hasLevels || under.level2 !== "", isAimed(roles)) &&
    (!isSure || NEVER.test(own) || TELLS_HOW_MANY.test(own) || STATES_REACHED.test(own));
  if (
    own.length < 2 ||
    own.length > LONGEST_NAME ||
    isNone ||
    (/[。"]/u.test(own) && !QUOTED_LAST.test(own) && !QUOTED_WORD.test(own)) ||
    !/\p{Script=Han}{2}/u.test(own)
  )
    return undefined;
  const whole = levels.length === 0 ? readPath(own) : null;
  // 社会效益～帮扶户数, below 效益: the path begins with a second level.
  const first = whole?.level1 ? own.slice(whole.level1.start, whole.level1.end) : "";
  const isBelow = OF_BENEFITS.test(under.level1) || (first !== "" && placeLevel(under, first).level2 === first);
  const path = whole && !whole.level2 && isBelow && readRestOfPath(own, under.level1) ? null : whole;
  const below = path || levels.length > 0 ? null : readRestOfPath(own, under.level1);
  if (below) {
    const { names, mended } = named(passage, offset, withoutCall(own, below));
    return { names: { ...names, level1: under.level1 }, mended };
  }
  return path ? named(passage, offset, withoutCall(own, path)) : plain(passage, offset, own.length, under);
}

/** 产出—数量指标—三级指标“检修座数”: a path whose last part says that it tells a name. */
function withoutCall(text: string, path: IndicatorPath): IndicatorPath {
  const { start, end } = path.level3;
  const own = text.slice(start, end);
  const called = CALLED.exec(own) ?? CALLED_THIRD.exec(own);
  if (!called) return path;
  const from = start + called[1]!.length;
  return { ...path, level3: { start: from, end: from + called[2]!.length } };
}
