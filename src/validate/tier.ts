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

/** The tier that the words of an actual name, for a target told in words. */
export function tierOf(target: string, actual: string): Outcome {
  const wanted = plainText(target);
  const got = plainText(actual);
  if (wanted === "" || got === "") return "unknown";
  if (repeats(wanted, got)) return "met";
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

function isNegative(text: string): boolean {
  return NEGATIONS.some((word) => text.includes(word));
}
