import tiers from "../lexicon/tiers.json" with { type: "json" };
import { plainText } from "../plain-text.js";

/** Whether a target was met. `unknown` where the record does not let it be told: then nothing is accused. */
export type Outcome = "met" | "partly" | "unmet" | "unknown";

const WORDS: ReadonlyMap<string, Outcome> = new Map(
  (["met", "partly", "unmet"] as const).flatMap((tier) =>
    tiers[tier].flatMap(({ words }) => words.map((word) => [plainText(word), tier] as const)),
  ),
);
const EXTENTS: ReadonlyMap<string, Outcome> = new Map([
  ["", "met"],
  ...(["met", "partly", "unmet"] as const).flatMap((tier) =>
    tiers.extents[tier].flatMap(({ words }) => words.map((word) => [word, tier] as const)),
  ),
]);
const alternation = (lists: readonly { words: readonly string[] }[]) => lists.flatMap(({ words }) => words).join("|");
/** 部分 | 达到 | 预期 | 效果: how far, a verb of reaching, and what was to be reached. */
const REACHED = new RegExp(
  `^(.*?)(?:${alternation(tiers.reached)})(?:${alternation(tiers.planned)}){0,3}(?:${alternation(tiers.aims)})?$`,
  "u",
);
const NEGATIONS = tiers.negations.flatMap(({ words }) => words);
const WEAKENINGS = tiers.weakenings.flatMap(({ words }) => words);
const PREVENTIONS = tiers.preventions.flatMap(({ words }) => words);
const MISHAPS = tiers.mishaps.flatMap(({ words }) => words);
const MISDEEDS = tiers.misdeeds.flatMap(({ words }) => words);

/** The tier that the words of an actual name, for a target told in words. */
export function tierOf(target: string, actual: string): Outcome {
  const wanted = plainText(target);
  const got = plainText(actual);
  if (wanted === "" || got === "") return "unknown";
  if (repeats(wanted, got)) return "met";
  if (denies(wanted, got)) return "unmet";
  const prevented = isPrevented(wanted, got);
  if (prevented !== undefined) return prevented ? "met" : "unmet";
  const tier = WORDS.get(got) ?? EXTENTS.get(REACHED.exec(got)?.[1] ?? "-") ?? "unknown";
  return tier !== "unknown" && isNegative(wanted) && got.length === 1 ? "unknown" : tier;
}

/** The same words, or the same words inside others none of which takes them back. 合格率60% and 完成60% say how much was reached, not that it was. */
function repeats(wanted: string, got: string): boolean {
  if (wanted === got) return true;
  const at = got.indexOf(wanted);
  if (at < 0 || wanted.length < 2) return false;
  const behind = got.slice(at + wanted.length);
  const around = got.slice(0, at) + behind;
  return !behind.startsWith("率") && !/\d/u.test(around) && !isNegative(around) && !WEAKENINGS.some((word) => around.includes(word));
}

/** 未完全落实 is partly done: how far is not told. */
const DENIAL = /^(?:尚未|仍未|未能|未见|未有|未曾|没有|没能|未)(?!完全|全部|全面|明显|显著|充分|及时)([^,，。;；、(（]{2,})/u;
const FORBIDDEN = /^(?:不得|不发生|不出现|不|未发生|未出现|未|无|杜绝)([^,，。;；、(（]{2,})$/u;
/** Behind what should not be, nothing but how much of it there was: 安全事故10起, not 安全事故0起 or 投诉率低. */
const AMOUNT = /^(?:[:为是了达共计约]{0,3}[\d.,]*[1-9][\d.,]*[^\d,，。;；]{0,6})?$/u;

/** 通过验收 answered by 未验收, or 不超预算 by 超预算12%: the words of the target with the opposite sign. */
function denies(wanted: string, got: string): boolean {
  const denied = isNegative(wanted) || PREVENTIONS.some((word) => wanted.includes(word)) ? undefined : DENIAL.exec(got)?.[1];
  if (denied !== undefined) return wanted.includes(denied);
  const forbidden = FORBIDDEN.exec(wanted)?.[1];
  const told = got.replace(/^(?:发生|出现|存在)/u, "");
  return forbidden !== undefined && told.startsWith(forbidden) && AMOUNT.test(told.slice(forbidden.length));
}

/** 不发生, 零事故, 杜绝挪用: what is named is not to happen. Behind a bare 不, 未, 无 or 零 only a mishap is: 无人机巡查, 不断增加 forbid nothing. */
const NEVER = /^(杜绝|不得|不|未|无|零)(发生|出现)?([^\d,，。;；、(（]*)$/u;
/** 不少于两次, 一般及以上: how many or how bad it may get at most, which words alone do not tell. */
const BOUND = /^(?:低于|少于|高于|超过|超出|多于|大于|小于|晚于|迟于|早于)|以上|以下|以内|[一二两三四五六七八九十百][起次件例宗个人]/u;
const HAPPENED = /^(?:全年|年内|共|累计|实际|仅)*(发生|出现)?(?:了)?(\d+)(?:起|次|件|例|宗|人次|人|个)([^\d,，。;；]*)$/u;
const DID_NOT = /^(?:全年|年内|均|全部)*(?:未|没有|无|不|零)(?:发生|出现)过?([^\d,，。;；]*)$/u;

/** 不发生 answered by 未发生 or by 发生2起, 零事故 by 发生1起事故; undefined where the two do not speak of one thing. */
function isPrevented(wanted: string, got: string): boolean | undefined {
  const [, sign, happens, what = ""] = NEVER.exec(wanted) ?? [];
  if (sign === undefined || BOUND.test(what)) return undefined;
  const [, verb, count, thing = ""] = HAPPENED.exec(got) ?? [];
  const isForbidden = sign === "杜绝" || happens !== undefined || isMishap(what);
  if (!isForbidden && (verb === undefined || thing === "")) return undefined;
  const isRelated = (other: string) => other === "" || what === "" || what.includes(other) || other.includes(what);
  const none = DID_NOT.exec(got)?.[1];
  if (none !== undefined) return isRelated(none) ? true : undefined;
  if (count === undefined || (verb === undefined && thing === "")) return undefined;
  if (Number(count) === 0) return isRelated(thing) ? true : undefined;
  return isSame(what, thing, verb !== undefined) ? false : undefined;
}

/** What happened is what was forbidden, or a kind of it: not a wider thing (安全事故 for 重大安全事故), nor what was done about it (投诉处理). */
function isSame(what: string, thing: string, happened: boolean): boolean {
  if (thing === "") return true;
  if (!thing.endsWith(what) || (what === "" && !happened && !isMishap(thing))) return false;
  const kind = thing.slice(0, thing.length - what.length);
  return !isNegative(kind) && !PREVENTIONS.some((word) => kind.includes(word));
}

function isMishap(thing: string): boolean {
  const bare = thing.replace(/(?:事件|现象|情况|行为|问题|案件)$/u, "");
  return MISHAPS.some((word) => thing.endsWith(word) || bare.endsWith(word)) || MISDEEDS.some((word) => thing.startsWith(word));
}

function isNegative(text: string): boolean {
  return NEGATIONS.some((word) => text.includes(word));
}
