import { meets } from "../../core/interval.js";
import type { Judged, Stated } from "../judged.js";
import { conceptsOf, levelStem } from "../level-name.js";
import type { Row } from "../rows/row.js";
import { type Item, type Tally, tally, toItem } from "./tally.js";
import { coverage } from "./totals.js";

/** The rows that a stated level or section may be the sum of: one tally for each way of reading its name. */
export interface Group {
  readonly ways: readonly Tally[];
  /** The name speaks of a part that has no rows, or rows name no level: points of the group may be elsewhere. */
  readonly lacksPart: boolean;
}

/** 小计 below the indicators of all levels: what the execution's marks are added to. */
const OF_ALL = /^(?:得分)?小计(?:得分)?$/u;

/** Undefined where no row can be told to belong to the name. */
export function groupOf(stated: Stated, judged: Judged): Group | undefined {
  const { scope, name } = stated.stated;
  const { levels } = judged;
  if (scope === "section" && OF_ALL.test(name))
    return stated.marks && meets(stated.marks, judged.indicators.weights) ? { ways: [judged.indicators], lacksPart: false } : undefined;
  const stem = levelStem(name);
  const first = levels.named("level1", stem);
  const second = levels.named("level2", stem);
  if (scope !== "level2" && first.length > 0)
    return toGroup(
      [first, ...withSatisfaction(name, judged, first), ...withCost(name, judged, first)],
      levels.mayMiss("level1", conceptsOf(name)),
    );
  if (second.length > 0) return toGroup([second, ...byLevel1(second)], levels.mayMiss("level2", meantBy(second)));
  if (first.length > 0) return toGroup([first], levels.mayMiss("level1", conceptsOf(name)));
  return byConcept(name, judged);
}

function toGroup(ways: readonly (readonly Row[])[], lacksPart: boolean): Group {
  return { ways: ways.map((rows) => tally(rows.map(toItem))), lacksPart };
}

/** What the first levels of rows mean; nothing where one of them says more. */
function meantBy(rows: readonly Row[]): ReadonlySet<string> {
  const concepts = rows.map(({ indicator }) => conceptsOf(indicator.level1));
  return new Set(concepts.some(({ size }) => size === 0) ? [] : concepts.flatMap((each) => [...each]));
}

/** A second level of one name under several first levels may be stated for each of them. */
function byLevel1(rows: readonly Row[]): Row[][] {
  const names = [...new Set(rows.map((row) => row.indicator.level1))];
  return names.length > 1 ? names.map((name) => rows.filter((row) => row.indicator.level1 === name)) : [];
}

function byConcept(name: string, judged: Judged): Group | undefined {
  const wanted = conceptsOf(name);
  const { rows, found } = judged.levels.meaning(wanted);
  const execution: readonly Item[] = wanted.has("execution") && !found.has("execution") ? judged.execution : [];
  if (rows.length === 0 && execution.length === 0) return undefined;
  const ways = [rows, ...withSatisfaction(name, judged, rows), ...withCost(name, judged, rows)].map((way) =>
    tally([...way.map(toItem), ...execution]),
  );
  const present = (concept: string) => found.has(concept) || (concept === "execution" && execution.length > 0);
  return { ways, lacksPart: judged.levels.mayMiss("level1", wanted) || ![...wanted].every(present) };
}

/**
 * Whether rows of a level may have been lost in reading: all that is known of the report's indicators are sentences, and what they carry does not
 * reach the full marks. A level that states more than its rows then proves nothing.
 */
export function mayBeLost(judged: Judged): boolean {
  const inSentences = judged.rows.every(({ indicator }) => indicator.columns === undefined);
  const extent = coverage(judged);
  return inSentences && extent !== "covered" && extent !== "over";
}

const SATISFACTION: ReadonlySet<string> = new Set(["satisfaction"]);

/** Benefit may be meant with satisfaction in it, unless the report states satisfaction apart. */
function withSatisfaction(name: string, judged: Judged, rows: readonly Row[]): Row[][] {
  const meant = conceptsOf(name);
  if (!meant.has("benefit") || meant.has("satisfaction")) return [];
  const apart = judged.record.statedScores.some((other) => other.scope !== "total" && conceptsOf(other.name).has("satisfaction"));
  const own = new Set(rows);
  const more = apart ? [] : judged.levels.meaning(SATISFACTION).rows.filter((row) => !own.has(row));
  return more.length > 0 ? [[...rows, ...more]] : [];
}

const COST: ReadonlySet<string> = new Set(["cost"]);

/**
 * Cost is a part of output in one scheme and a first level in another: output may be meant with the rows of a first level of cost, and where cost is
 * stated apart, without its own rows of cost.
 */
function withCost(name: string, judged: Judged, rows: readonly Row[]): Row[][] {
  const meant = conceptsOf(name);
  if (!meant.has("output") || meant.has("cost")) return [];
  const own = new Set(rows);
  const more = judged.levels.meaning(COST).rows.filter((row) => !own.has(row));
  const less = rows.filter(({ indicator }) => !conceptsOf(indicator.level2).has("cost"));
  const apart = judged.record.statedScores.some((other) => other.scope !== "total" && conceptsOf(other.name).has("cost"));
  return [more.length > 0 ? [...rows, ...more] : [], apart && less.length < rows.length ? less : []].filter((way) => way.length > 0);
}
