import { POINT_NUMBER } from "../../../core/numbering.js";
import type { Category } from "../../../core/record.js";
import { unspaced } from "../../../core/text.js";
import { foldWidth } from "../../numeral.js";
import { alternation, compile, LEXICON } from "../lexicon.js";
import { remembered } from "../remembered.js";
import { withoutLatin } from "../writing/fold.js";

type Level = { readonly pattern: string; readonly category: Category; readonly level1?: string; readonly source: string };
const LEVEL1 = compile(LEXICON.levels.level1 as readonly Level[]);
const LEVEL2 = compile(LEXICON.levels.level2 as readonly Level[]);
const SEPARATOR = new RegExp(`(?:${alternation(LEXICON.levels.separators.words)})+`, "u");
/** First levels that are nothing else: those of departments' frames. */
const FRAME: ReadonlySet<string> = new Set(Object.keys(LEXICON.levels.frames.level1));
/** Their second levels, which stand below first ones of other schemes, too (预算执行指标—预算管理). */
const FRAME2: ReadonlySet<string> = new Set(Object.keys(LEXICON.levels.frames.level2));
const NAME = /^\p{Script=Han}{2,12}$/u;

/** `产出指标（50分，得分48分）` → name, the group's marks and score. */
export interface LevelName {
  readonly name: string;
  readonly fullMarks?: string;
  readonly score?: string;
}

/** 产出指标（续）: said again overleaf. */
const GOES_ON = /(?<=.)(?:[(（](?:续|续表|续上页|接上页)[)）])$/u;
const NUMBER = "\\d+(?:\\.\\d+)?";
const MARKS = new RegExp(
  `^(.*?)[(（\\[【]?(?:共|满分|分值|权重|标准分|计)?[:：]?(${NUMBER})(?:分|%)?[)）\\]】]?(?:[,，、;；/]?(?:(?:自评|实际|评价)?(?:得?分|得|实得|评分|评得)|自评|实评)[:：为]?(${NUMBER})分?)?[)）\\]】]?$`,
  "u",
);

/** 建档率=建档数/人口数×, 满意度不低于: what stands before a figure of a formula or a target. */
const BEFORE_VALUE = /(?:[≥≤><=＝≧≦*×✕÷/+＋-]|达到?|不低于|不少于|不高于|不超过|高于|低于|超过|至少|大于|小于|等于)$/u;

/** 产出指标（自评48分，满分: what tells other points, or opens a bracket, before a figure is no name. */
const OPEN = /[(（[【][^)）\]】]*$|\d分/u;

/** A level's cell: its name, and the marks printed behind it. Marks need 分, % or parentheses, so that `指标1` keeps its number. */
export const readLevel = remembered((text): LevelName => {
  const joined = unspaced(text).replace(GOES_ON, "");
  const match = MARKS.exec(foldWidth(joined).replace(/〔/gu, "(").replace(/〕/gu, ")"));
  if (!match || match[1] === "" || BEFORE_VALUE.test(match[1]!) || OPEN.test(match[1]!)) return { name: joined };
  const [printed, tail] = [joined.slice(0, match[1]!.length), joined.slice(match[1]!.length)];
  if (!/[分%％(（[【]/u.test(tail)) return { name: joined };
  return { name: printed.replace(/[:：]$/u, ""), fullMarks: match[2]!, ...(match[3] ? { score: match[3] } : {}) };
});

/** The same of an indicator's cell: 合格率100% names what is to be reached, so its marks need 分 or parentheses. */
export function readIndicatorName(text: string): LevelName {
  const read = readLevel(text);
  const tail = unspaced(text).slice(read.name.length);
  return read.fullMarks === undefined || /[分(（[【]/u.test(tail) ? read : { name: text };
}

/** 表2-1, 附表3, （二）, 2.1, also one after the other: before what a table is called. */
const TABLE_NUMBER = new RegExp(
  `^(?:(?:附?[表件]\\s*[\\d一二三四五六七八九十]{1,2}(?:\\s*[-—–－.．]\\s*\\d{1,2})*|${POINT_NUMBER}|\\d{1,2}(?:\\.\\d{1,2})+)[\\s:：、.．]*)+`,
  "u",
);

/** A level that heads the rows below it, 一、产出指标（60分） or 表二 产出指标: the number is the heading's, and no part of the name. */
export function readLevelHeading(text: string): LevelName {
  const { name, ...marks } = readLevel(text);
  return { name: name.replace(TABLE_NUMBER, ""), ...marks };
}

const WHAT_IS_TOLD = /(?:完成|实现|自评|评分|得分)*(?:(?<!执行)情况|结果)?(?:分析|说明)?(?:表|汇总)?$/u;

/**
 * The level that a line over a table is called by (表2-2 产出指标（50分）, （二）项目产出情况), its number and what it says of the table left out. 预算执行情况 is
 * called so.
 */
export function readTableHeading(text: string): LevelName {
  const { name, ...marks } = readLevelHeading(text);
  return { name: name.replace(WHAT_IS_TOLD, ""), ...marks };
}

/** 1.产出指标, （一）数量指标, A投入: the form's numbering is no part of what a level is called. */
const NUMBERING =
  /^(?:\d{1,2}(?:\.\d{1,2})*[.、．]?|[(（][一二三四五六七八九十\d]{1,3}[)）]、?|[一二三四五六七八九十]{1,3}、|[A-Z]\d{0,2}[.、．-]?)(?=\p{Script=Han})/u;

function bare(name: string): string {
  return withoutLatin(unspaced(name)).replace(NUMBERING, "").replace(/指标/gu, "");
}

/** Whether a name is that of a first level, and of no second one. */
export const isLevel1 = remembered((name): boolean => {
  const stem = bare(name);
  return stem.length <= 10 && LEVEL1.some(({ regex }) => regex.test(stem)) && !isOnlyLevel2(name);
});

/** Names that are only ever a second level: 数量, 社会效益 … */
function isOnlyLevel2(name: string): boolean {
  return /^(?:数量|质量|时效|进度|(?:经济|社会|生态|环境)效益|可持续|服务对象|社会公众)/u.test(bare(name));
}

/** Whether a name is that of a second level. */
export const isLevel2 = remembered((name): boolean => {
  const stem = bare(name);
  return stem.length <= 16 && LEVEL2.some(({ regex }) => regex.test(stem));
});

/** The first level that a second level belongs to in the Ministry's scheme; undefined when it is not one of the scheme. */
export function level1Of(level2: string): string | undefined {
  return LEVEL2.find(({ regex }) => regex.test(bare(level2)))?.level1;
}

/** What an indicator measures, by its levels and name (satisfaction under 效益 is satisfaction; 成本 under 产出 is output). */
export function categoryOf(level1: string, level2: string, level3: string): Category {
  if (/满意/u.test(level2) || (/满意/u.test(level1) && level1 !== "")) return "satisfaction";
  const first = bare(level1);
  const byFirst = first === "" ? undefined : LEVEL1.find(({ regex }) => regex.test(first))?.category;
  if (byFirst) return byFirst;
  const second = bare(level2);
  const bySecond = second === "" ? undefined : LEVEL2.find(({ regex }) => regex.test(second))?.category;
  if (bySecond) return bySecond;
  if (/^(?:预算|资金)?(?:预算)?(?:执行|支出)率/u.test(level3)) return "execution";
  return /满意度/u.test(level3) ? "satisfaction" : "other";
}

/** `产出指标—数量指标`, `产出/数量指标/某指标`: the levels told in one cell; undefined when the cell tells one thing. */
export const splitLevels = remembered((text): readonly string[] | undefined => {
  const joined = unspaced(text);
  const parts = joined.split(SEPARATOR).filter((part) => part !== "");
  const [first, second] = parts.map((part) => readLevel(part).name);
  if (second !== undefined && isLevel1(first!) && (isLevel2(second) || FRAME2.has(second))) return splitAt(joined, 2);
  // Below the first levels of a frame stand more second ones than are known (履职效能-重点工作完成情况).
  if (parts.length === 2 && FRAME.has(first!) && NAME.test(second!)) return parts;
  // Recognition makes the ideograph one of a dash.
  const dashed = /^(.{2,8}?)一(.{2,12})$/u.exec(joined);
  if (dashed && isLevel1(dashed[1]!) && isLevel2(dashed[2]!)) return [dashed[1]!, dashed[2]!];
  const glued = /^(.{2,6}?指标)(.{2,10}指标.*)$/u.exec(joined);
  return glued && isLevel1(glued[1]!) && isLevel2(readLevel(glued[2]!).name) ? [glued[1]!, glued[2]!] : surelyTwo(joined);
});

/** The stems of first levels, the longer first: what follows one is a second level. */
const FIRST =
  /^((?:项目|绩效)?(?:产出|效益|效果|成本|决策|过程|投入)(?:类)?(?:指标)?|(?:服务对象)?满意度(?:指标)?|(?:预算|资金)执行(?:情况|率)?(?:指标)?)(.{2,})$/u;
/** What begins names of second levels, too: 产出数量, 成本节约. */
const STEM = /^(?:产出|效益|效果|成本|决策|过程|投入)$/u;
/** Second levels to their last character: 质量达标率 is an indicator's name. */
const WHOLE_LEVEL2 = new RegExp(
  [
    "^(?:数量|质量|时效|进度|成本|(?:经济|社会|生态环境|生态|环境)(?:成本|效益)|可持续影响",
    "|(?:社会公众[或及和与])?服务对象满意度|社会公众满意度|满意度|(?:预算|资金)执行(?:率|情况|进度))(?:指标)?$",
  ].join(""),
  "u",
);

/** 效益社会效益, 项目产出数量指标（20分）: both levels that a text tells with nothing between, the second with its marks. 产出数量 may be one name. */
export function levelsRunTogether(text: string): readonly [string, string] | undefined {
  const [, first, second] = FIRST.exec(unspaced(text)) ?? [];
  if (first === undefined || second === undefined || !isLevel1(first)) return undefined;
  const { name } = readLevel(second);
  return isLevel2(name) && !/^指标/u.test(name) ? [first, second] : undefined;
}

/** Of levels that ran together those that can be nothing else: 满意度服务对象满意度指标, but neither 产出数量 nor 项目产出质量达标率. */
function surelyTwo(text: string): readonly [string, string] | undefined {
  const levels = levelsRunTogether(text);
  return levels && !STEM.test(levels[0]) && WHOLE_LEVEL2.test(readLevel(levels[1]).name) ? levels : undefined;
}

/** The first level that a text begins with, and what stands behind its separator; the whole text where it begins with none. */
export function splitFirst(text: string): readonly [string | undefined, string] {
  const match = SEPARATOR.exec(text);
  const first = match ? text.slice(0, match.index) : "";
  return match && isLevel1(first) ? [first, text.slice(match.index + match[0].length)] : [undefined, text];
}

/** `数量指标系统巡检次数`: a second level and the name that ran into it; undefined when the text does not begin with a level. */
export function splitName(text: string): readonly [string, string] | undefined {
  const match = /^(.{2,12}?指标)(.+)$/u.exec(unspaced(text));
  return match && isLevel2(match[1]!) && !/指标$/u.test(match[2]!) ? [match[1]!, match[2]!] : undefined;
}

/** At most `count` cuts: a separator inside the indicator's own name stays. */
function splitAt(text: string, count: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (parts.length < count) {
    const match = SEPARATOR.exec(rest);
    if (!match) break;
    parts.push(rest.slice(0, match.index));
    rest = rest.slice(match.index + match[0].length);
  }
  return [...parts, rest].filter((part) => part !== "");
}

const EXECUTION = /^(?:预算|资金)?执行(?:率|情况|进度)?$/u;

/** Whether a name is that of the budget's execution, as it is told beside the levels: 预算执行率, 执行. */
export function namesExecution(name: string): boolean {
  return EXECUTION.test(name);
}
