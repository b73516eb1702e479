import type { Judged, Stated } from "./judged.js";
import { conceptsOf, levelStem } from "./level-name.js";
import { isBlank } from "./plain-text.js";
import type { Row } from "./row.js";
import { type Item, type Tally, tally, toItem } from "./tally.js";

/** The rows that a stated level or section may be the sum of: one tally for each way of reading its name. */
export interface Group {
  readonly ways: readonly Tally[];
  /** The name speaks of a part that has no rows, or rows name no level: points of the group may be elsewhere. */
  readonly lacksPart: boolean;
}

/** Undefined where no row can be told to belong to the name. */
export function groupOf(stated: Stated, judged: Judged): Group | undefined {
  const { scope, name } = stated.stated;
  const rows = judged.counted;
  const stem = levelStem(name);
  const first = rows.filter((row) => levelStem(row.indicator.level1) === stem);
  const second = rows.filter((row) => levelStem(row.indicator.level2) === stem);
  const nameless = (level: "level1" | "level2") => rows.some((row) => isBlank(row.indicator[level]));
  if (scope !== "level2" && first.length > 0) return toGroup([first, ...withSatisfaction(stated, judged, first)], nameless("level1"));
  if (second.length > 0) return toGroup([second, ...byLevel1(second)], nameless("level2"));
  if (first.length > 0) return toGroup([first], nameless("level1"));
  const group = byConcept(stated, judged);
  return group && { ...group, lacksPart: group.lacksPart || nameless("level1") };
}

function toGroup(ways: readonly (readonly Row[])[], lacksPart: boolean): Group {
  return { ways: ways.map((rows) => tally(rows.map(toItem))), lacksPart };
}

/** A second level of one name under several first levels may be stated for each of them. */
function byLevel1(rows: readonly Row[]): Row[][] {
  const names = new Set(rows.map((row) => row.indicator.level1));
  return names.size > 1 ? [...names].map((name) => rows.filter((row) => row.indicator.level1 === name)) : [];
}

function byConcept(stated: Stated, judged: Judged): Group | undefined {
  const wanted = conceptsOf(stated.stated.name);
  const belonging = judged.counted.filter((row) => includesAny(wanted, conceptsOf(row.indicator.level1)));
  const found = new Set(belonging.flatMap((row) => [...conceptsOf(row.indicator.level1)]));
  const execution: readonly Item[] = wanted.has("execution") && !found.has("execution") ? judged.execution : [];
  if (belonging.length === 0 && execution.length === 0) return undefined;
  if (execution.length > 0) found.add("execution");
  const ways = [belonging, ...withSatisfaction(stated, judged, belonging)].map((rows) => tally([...rows.map(toItem), ...execution]));
  return { ways, lacksPart: [...wanted].some((concept) => !found.has(concept)) };
}

/** Benefit may be meant with satisfaction in it, unless the report states satisfaction apart. */
function withSatisfaction(stated: Stated, judged: Judged, rows: readonly Row[]): Row[][] {
  const meant = conceptsOf(stated.stated.name);
  const apart = judged.record.statedScores.some(({ scope, name }) => scope !== "total" && conceptsOf(name).has("satisfaction"));
  if (!meant.has("benefit") || meant.has("satisfaction") || apart) return [];
  const satisfaction = judged.counted.filter((row) => !rows.includes(row) && conceptsOf(row.indicator.level1).has("satisfaction"));
  return satisfaction.length > 0 ? [[...rows, ...satisfaction]] : [];
}

function includesAny(wanted: ReadonlySet<string>, names: ReadonlySet<string>): boolean {
  return [...names].some((name) => wanted.has(name));
}
