import { type Exact, exact } from "../../core/decimal.js";
import type { Clause, Step } from "./standard.js";

/** When a clause of a printed standard holds. `alien`: on something that target and actual do not tell. */
export type Condition =
  | { readonly when: "met" | "partly" | "unmet" | "always" | "alien" }
  | Omit<Extract<Clause, { readonly when: "within" }>, "gives">
  | Omit<Extract<Clause, { readonly when: "each" }>, "gives">;

export const COUNT = "(?:\\d+(?:\\.\\d+)?|[一二两三四五六七八九十])";
const NUMERALS = "零一二三四五六七八九十";

/** The figure of a text that {@link COUNT} matches. */
export function countOf(text: string): Exact {
  return exact(text === "两" ? 2 : /^\d/u.test(text) ? text : NUMERALS.indexOf(text));
}

const PLAN =
  "(?:(?:年初|年度|绩效|计划|规定|预期|既定|预定|设定)?(?:目标|指标|计划|任务|要求|标准|预期|时限|时间|期限|进度)(?:值|数|要求)?)";
const WHOLE = "(?:按(?:期|时|质|量|要求|计划|规定|进度)*|全部|全面|如期|及时|有效)*";
const REACH = "(?:完成|达到|达标|达成|实现|完工|合格|到位)";
const MET = new RegExp(
  `^(?:如|若|凡)?(?:${WHOLE}${REACH}?|与${PLAN}相?(?:一致|符|吻合|持平)|(?:等于|不低于|不少于|不高于|不超过|未超过?|不超|不大于|不小于))${PLAN}?(?:及?以上|及?以内|内|完成|者)?$`,
  "u",
);
const UNMET_BY =
  "(?:低于|不足|小于|少于|超过|超出|超|高于|大于|多于|迟于|晚于|逾期|延期|延迟|超期|偏离|不到|未达到?|未能达到|没有达到|不及)";
const UNMET = new RegExp(
  `^(?:否则|反之|其余|其他|其它|(?:如|若|凡)?(?:未能?|没有?|没能|不能)${WHOLE}${REACH}${PLAN}?|(?:与${PLAN})?不(?:达标|符合(?:要求|标准)?|合格|相?一致|相?符)|(?:\\p{Script=Han}{0,8}?)${UNMET_BY}${PLAN}|${UNMET_BY})(?:部分)?$`,
  "u",
);
const PARTLY = /^(?:大?部分|基本|未(?:能)?完全|未全部)/u;
const SPARE = /(?:的(?:部分)?|时|者|(?<!否)则|情况|情形|即|可|应|,)+$/u;

/** The parts of a condition, as commas part them, without what follows from it. */
export function readCondition(parts: readonly string[]): Condition {
  const bare = parts.map((part) => part.replace(SPARE, "")).filter((part) => part !== "");
  const last = bare.at(-1);
  if (last === undefined) return { when: "always" };
  const before = bare.slice(0, -1);
  if (last.includes("每")) return before.every((part) => UNMET.test(part)) ? (eachStep(last) ?? { when: "alien" }) : { when: "alien" };
  if (/\d/u.test(bare.join())) return within(bare.join("且")) ?? (before.length === 0 ? onceStep(last) : undefined) ?? { when: "alien" };
  if (bare.every((part) => UNMET.test(part))) return { when: "unmet" };
  if (bare.every((part) => MET.test(part))) return { when: "met" };
  if (before.length === 0 && PARTLY.test(last)) return { when: "partly" };
  return (before.length === 0 ? onceStep(last) : undefined) ?? { when: "alien" };
}

const BELOW = "减少|缺少|少于|少|缺|相差|差|低于|低|降低|下降|降|不足";
const ABOVE = "超过|超出|超|高于|高出|高|增加|增|多出|多|迟延|延迟|推迟|延期|延误|延后|逾期|晚于|晚|迟|滞后|发生|出现";
const EITHER = "偏离|偏差|变动";
const VERBS = `(?:${BELOW}|${ABOVE}|${EITHER}|实际|比|较|与|于|再|了|${PLAN})`;
const UNIT = "(?:%|‰|[^\\d,%≥≤<>=以及]{1,5})";
const EACH = new RegExp(`^\\P{N}{0,12}?每(?<verbs>${VERBS}{0,6})(?<size>${COUNT})?(?<unit>${UNIT})$`, "u");
const ONCE = new RegExp(`^(?<verbs>${VERBS}{1,4})(?<size>${COUNT})(?<unit>${UNIT})$`, "u");

function eachStep(text: string): Condition | undefined {
  const found = EACH.exec(text)?.groups;
  return found && { when: "each", step: stepOf(found, text.slice(0, text.indexOf("每")), false) };
}

function onceStep(text: string): Condition | undefined {
  const found = ONCE.exec(text)?.groups;
  return found && { when: "each", step: stepOf(found, "", true) };
}

function stepOf(
  { verbs = "", size = "1", unit }: { readonly [group: string]: string | undefined },
  lead: string,
  mayBeOnce: boolean,
): Step {
  const told = lead + verbs;
  const below = new RegExp(BELOW, "u").test(told);
  const above = new RegExp(ABOVE, "u").test(told);
  return { size: countOf(size), unit: unit!, side: below === above ? "either" : below ? "below" : "above", mayBeOnce };
}

const FIGURE = "(\\d+(?:\\.\\d+)?)";
const THING = "(%|‰|[^\\d,%≥≤<>=且\\-~至到以及]{0,4}?)";
/** What is measured: not by how much a target was missed. */
const MATTER = "(?![^\\d]*(?:低于|超过|超出|高于|少于|偏离|未达|相差|每)(?:年初|年度|绩效)?(?:目标|指标|计划|预期))([^\\d,≥≤<>=且]{0,12}?)";
const LOW = "(?:≥|>|大于等于|大于或等于|大于|高于|不低于|不少于|不小于|达到?|完成|发生|出现|为)";
const HIGH = "(?:≤|<|小于等于|小于或等于|小于|低于|少于|不足|不到|未达到?|不高于|不超过|不大于)";
const RANGE = new RegExp(`^${MATTER}(?:为|在|达到?)?${FIGURE}${THING}[-~—至到]+${FIGURE}${THING}(?:之间|区间|范围)?(?:以?内)?$`, "u");
const AROUND = new RegExp(`^${FIGURE}${THING}(?:≤|<)([^\\d,≥≤<>=]{0,10})(?:≤|<)${FIGURE}${THING}$`, "u");
const AT_LEAST = [
  new RegExp(`^${MATTER}${LOW}${FIGURE}${THING}(?:及?以上)?$`, "u"),
  new RegExp(`^${MATTER}${FIGURE}${THING}及?以上$`, "u"),
];
const AT_MOST = [
  new RegExp(`^${MATTER}${HIGH}${FIGURE}${THING}(?:及?以下|以内)?$`, "u"),
  new RegExp(`^${MATTER}${FIGURE}${THING}(?:及?以下|以内)$`, "u"),
];

/** 90%以上, 80%-90%, ≥80%且<90%, 低于80%, 发生1起. */
function within(text: string): Condition | undefined {
  const range = RANGE.exec(text);
  if (range) return bounded(range[2]!, range[4]!, range[5] || range[3]!);
  const around = AROUND.exec(text);
  if (around) return bounded(around[1]!, around[4]!, around[5] || around[2]!);
  const ends = text.split(/[且但并]+/u);
  if (ends.length > 2) return undefined;
  const sides = ends.map(oneSided);
  if (sides.some((side) => side === undefined)) return undefined;
  const low = sides.find((side) => side!.side === "low");
  const high = sides.find((side) => side!.side === "high");
  if (sides.length === 2 && (low === undefined || high === undefined)) return undefined;
  return bounded(low?.value, high?.value, low?.unit || high?.unit || "");
}

function oneSided(text: string) {
  for (const [side, forms] of [["low", AT_LEAST] as const, ["high", AT_MOST] as const]) {
    const found = forms.map((form) => form.exec(text)).find((match) => match !== null);
    if (found) return { side, value: found[2]!, unit: found[3]! };
  }
  return undefined;
}

function bounded(low: string | undefined, high: string | undefined, unit: string): Condition {
  return { when: "within", unit, ...(low === undefined ? {} : { low: exact(low) }), ...(high === undefined ? {} : { high: exact(high) }) };
}
