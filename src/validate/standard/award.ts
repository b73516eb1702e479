import { exact } from "../../core/decimal.js";
import { COUNT, countOf } from "./condition.js";
import type { Award } from "./standard.js";

const WEIGHT = "(?:该项|本项|此项|该?指标|权重分?值?|标准分|满分|总分|分值|分数)";
const ITS = "(?:该项|本项|此项|该指标|一律|即|(?<!否)则|均|可|相应|再|各|倒|只)*";
const GET = "(?:得|计|给|记|赋|获得|不扣)";
const FULL = new RegExp(`${ITS}(?:${GET}(?:该项|本项)?(?:满分|全分|全部分值|标准分)(?:\\d+(?:\\.\\d+)?分)?|不扣分)$`, "u");
const NOTHING = new RegExp(
  `${ITS}(?:不予?(?:得|计|给|记|赋)分|(?:得|计|为|记)?(?:(?<![\\d.])0|零)分|全扣|扣(?:除|完)?${WEIGHT}*全部(?:分值?|分数)?)$`,
  "u",
);
const BY = `${ITS}(?:按照?|以(?![上下内])|根据|依据?)`;
const TIMES = "(?:[×*]|乘以?)";
const COUNTS = `(?:得分|计分|赋分|给分|记分|扣分|扣减|扣除|折算|计算(?:得分)?|递减)(?:(?:相应|对应|该项|本项)?(?:分值|分数|得分))?`;
const SHARE = new RegExp(
  `${BY}[^,]{0,12}?(?:比例|比率|之比|比值|完成率|完成度|完成程度|达成率|执行率)(?:${TIMES}${WEIGHT})?[^,\\d]{0,4}?${COUNTS}$`,
  "u",
);
const BY_RESULT = new RegExp(
  `(?:${BY}|视)(?:项目|指标|目标|任务|工作|年度|全年)*(?:的)?(?:实际)?(?:完成|达成|实现|达标|执行|落实)(?:的)?(?:情况|结果|质量)(?:予以|分别)?${COUNTS}$`,
  "u",
);
const OFF = new RegExp(`${ITS}(?:扣减|扣除|减扣|减去|扣|减)${WEIGHT}*的?(?<by>${COUNT})(?<of>分|%)(?:的?${WEIGHT})?$`, "u");
const SOME = new RegExp(
  `${ITS}${GET}${WEIGHT}*的?(?<low>${COUNT})(?:%|分)?(?:[-~—至到]+(?<high>${COUNT}))?(?<of>分|%)(?:的?${WEIGHT}|的?分)?(?<below>以下|以内)?$`,
  "u",
);
const HALF = new RegExp(`${ITS}${GET}${WEIGHT}*的?一半(?:的?${WEIGHT})?$`, "u");
const OPEN = /(?:酌情|视情(?:况|节)?)[^,]{0,10}$/u;
/** 得分=实际完成值÷目标值×分值, or 未达到的按实际完成值÷目标值×分值计分. */
const FORMULAS = [
  /^(?<condition>)(?:该项|本项|指标|实际|最终)?(?:得分|分值|评分)=(?<expression>.+)$/u,
  new RegExp(`^(?<condition>.*?)${BY}(?<expression>[^,]+?[×*/÷][^,]+?)${COUNTS}$`, "u"),
];

/** What a segment of a standard awards, and the text before it: its condition. Undefined where it awards nothing. */
export function readAward(segment: string): { readonly gives: Award; readonly condition: string } | undefined {
  for (const formula of FORMULAS) {
    const { expression, condition } = formula.exec(segment)?.groups ?? {};
    if (expression === undefined) continue;
    const gives = ofFormula(expression);
    if (gives) return { gives, condition: condition! };
  }
  for (const [form, award] of FORMS) {
    const found = form.exec(segment);
    if (found) return { gives: award(found.groups ?? {}), condition: segment.slice(0, found.index) };
  }
  return undefined;
}

type Groups = { readonly [group: string]: string | undefined };

const FORMS: readonly (readonly [RegExp, (groups: Groups) => Award])[] = [
  [OPEN, () => ({ kind: "open" })],
  [NOTHING, () => ({ kind: "nothing" })],
  [SHARE, () => ({ kind: "share" })],
  [BY_RESULT, () => ({ kind: "some" })],
  [FULL, () => ({ kind: "full" })],
  [OFF, ({ by, of }) => ({ kind: "off", by: countOf(by!), of: of === "%" ? "percent" : "points" })],
  [SOME, some],
  [HALF, () => ({ kind: "percent", low: exact(50), high: exact(50) })],
];

function some({ low, high, of, below }: Groups): Award {
  const [from, to] = [below && !high ? exact(0) : countOf(low!), countOf(high ?? low!)];
  return { kind: of === "%" ? "percent" : "points", low: from.lte(to) ? from : to, high: from.lte(to) ? to : from };
}

/** The letters are those that forms give the heads of the two columns. */
const PLANNED = "(?:年初|年度|绩效)?(?:目标|指标|计划|预期)(?:值|数)?|A";
const DONE = "(?:年度)?实际(?:完成|达到)?(?:值|数|率)?|完成(?:值|数)|B";
const ALL = `(?:${WEIGHT}|\\d+(?:\\.\\d+)?分?)+`;
const RATE = "(?:预算)?(?:实际)?(?:完成率|执行率|达成率|完成比例)";
const ratio = (above: string, below: string) => `(?:${above})[/÷](?:${below})(?:[×*]100%)?`;
const either = (rate: string) => new RegExp(`^(?:(?:${rate})${TIMES}${ALL}|${ALL}${TIMES}(?:${rate}))$`, "u");
const ACTUAL_OVER = either(ratio(DONE, PLANNED));
const TARGET_OVER = either(ratio(PLANNED, DONE));
const RATE_TIMES = either(RATE);

/** 实际完成值÷目标值×分值, or the other way up. */
function ofFormula(expression: string): Award | undefined {
  const bare = expression.replace(/[()]/gu, "");
  if (RATE_TIMES.test(bare)) return { kind: "share" };
  if (ACTUAL_OVER.test(bare)) return { kind: "share", over: "actual" };
  if (TARGET_OVER.test(bare)) return { kind: "share", over: "target" };
  return undefined;
}
