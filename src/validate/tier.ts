import tiers from "./lexicon/tiers.json" with { type: "json" };
import { plainText } from "./plain-text.js";

/** Whether a target was met. `unknown` where the record does not let it be told: then nothing is accused. */
export type Outcome = "met" | "partly" | "unmet" | "unknown";

const WORDS: ReadonlyMap<string, Outcome> = new Map(
  (["met", "partly", "unmet"] as const).flatMap((tier) =>
    tiers[tier].flatMap(({ words }) => words.map((word) => [plainText(word), tier] as const)),
  ),
);
const NEGATIONS = tiers.negations.flatMap(({ words }) => words);
const PREVENTIONS = tiers.preventions.flatMap(({ words }) => words);

/** The tier that the words of an actual name, for a target told in words. */
export function tierOf(target: string, actual: string): Outcome {
  const wanted = plainText(target);
  const got = plainText(actual);
  if (wanted === "" || got === "") return "unknown";
  if (repeats(wanted, got)) return "met";
  if (denies(wanted, got)) return "unmet";
  const tier = WORDS.get(got) ?? "unknown";
  return tier !== "unknown" && isNegative(wanted) && got.length === 1 ? "unknown" : tier;
}

/** The same words, or the same words inside others none of which takes them back. */
function repeats(wanted: string, got: string): boolean {
  if (wanted === got) return true;
  const at = got.indexOf(wanted);
  if (at < 0 || wanted.length < 2) return false;
  return !isNegative(got.slice(0, at) + got.slice(at + wanted.length));
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

function isNegative(text: string): boolean {
  return NEGATIONS.some((word) => text.includes(word));
}
