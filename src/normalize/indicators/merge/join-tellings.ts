import type { ProseIndicator } from "../../prose/facts.js";
import { differences } from "./compare-copies.js";
import { nameKey } from "./name-key.js";

const FIGURES = ["target", "actual", "weight", "score", "completionRate"] as const;

/** Sentences that each tell a part of one indicator, its target here and its result there, as one telling; what differs stays apart. */
export function joinTellings(told: readonly ProseIndicator[]): ProseIndicator[] {
  const joined: ProseIndicator[] = [];
  const named = new Map<string, number[]>();
  // What has marks comes first: it stands where the report lists its indicators.
  const marked = [...told].sort((a, b) => Number(a.isPart ?? false) - Number(b.isPart ?? false));
  for (const telling of marked) {
    const key = nameKey(telling.level3);
    const same = named.get(key) ?? [];
    const at = same.find((i) => isRest(joined[i]!, telling));
    if (at === undefined) named.set(key, [...same, joined.push(telling) - 1]);
    else joined[at] = both(joined[at]!, telling);
  }
  return joined;
}

/** Whether the other tells something that the one lacks, and lacks something that it tells: two whole tellings are two indicators. */
function isRest(one: ProseIndicator, other: ProseIndicator): boolean {
  const tells = (telling: ProseIndicator, field: (typeof FIGURES)[number]) => telling[field] !== null && telling[field] !== "";
  const adds = FIGURES.some((field) => tells(other, field) && !tells(one, field));
  const lacks = FIGURES.some((field) => tells(one, field) && !tells(other, field));
  const agrees = (["level1", "level2"] as const).every((level) => one[level] === "" || other[level] === "" || one[level] === other[level]);
  return adds && lacks && agrees && differences(one.level3, one, other, () => []).length === 0;
}

function both(one: ProseIndicator, other: ProseIndicator): ProseIndicator {
  return {
    level1: one.level1 || other.level1,
    level2: one.level2 || other.level2,
    level3: one.level3,
    target: one.target || other.target,
    actual: one.actual || other.actual,
    weight: one.weight ?? other.weight,
    score: one.score ?? other.score,
    completionRate: one.completionRate ?? other.completionRate,
    completed: one.completed ?? other.completed,
    evidence: [...one.evidence, ...other.evidence],
    ...(one.isPart && other.isPart ? { isPart: true as const } : {}),
  };
}
