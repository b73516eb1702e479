import { exact, sumOf } from "../../../core/decimal.js";
import { groupBy } from "../../../core/group-by.js";
import { type Claims, type Indicator, isCounted } from "../../../core/record.js";
import { readQuantity } from "../../figures/quantity.js";
import { categoryOf } from "../../lexicon/labels/level.js";
import { likeness } from "../../lexicon/writing/likeness.js";
import type { ProseIndicator } from "../../prose/facts.js";
import { directionOf } from "../targets/direction.js";
import { kindOf } from "../targets/kind.js";
import type { WholeMarks } from "../whole-marks.js";
import { differences } from "./compare-copies.js";
import { joinTellings } from "./join-tellings.js";
import { nameKey } from "./name-key.js";

type Row = Omit<Indicator, "id">;
/** Names this alike, where all that is told agrees, are one: a recognised name lost characters, a sentence has a shorter one. */
const ALIKE = 0.6;
/** Rows compared letter by letter, at most. */
const MOST_COMPARED = 300;

/**
 * Joins what the prose tells of indicators to the rows of the tables: the prose fills what the table lacks; where both speak and differ,
 * the table's figure stands and the difference is kept. Indicators that no table tells are rows of their own, unless the tables
 * already account for the full marks (then the sentence speaks of something else).
 */
export function mergeProse(
  rows: readonly Row[],
  told: readonly ProseIndicator[],
  marks: WholeMarks,
): { rows: Row[]; copies: Claims["copies"] } {
  const copies: Claims["copies"][number][] = [];
  const merged: Row[] = [...rows];
  const taken = new Set<number>();
  const alone: ProseIndicator[] = [];
  const named = groupBy(rows.keys(), (i) => nameKey(rows[i]!.level3));
  for (const prose of withScores(rows, joinTellings(told), named)) {
    const same = (named.get(nameKey(prose.level3)) ?? []).filter((i) => !taken.has(i));
    const found = same.find((i) => agrees(merged[i]!, prose)) ?? same[0] ?? rowAlike(merged, prose, taken);
    if (found === undefined) {
      if (!prose.isPart) alone.push(prose);
      continue;
    }
    taken.add(found);
    const row = merged[found]!;
    copies.push(...differences(row.level3, row, prose, () => [...row.evidence.slice(0, 1), ...prose.evidence]));
    merged[found] = filled(row, prose);
  }
  if (alone.length === 0 || (rows.length > 0 && isAccountedFor(merged, marks))) return { rows: merged, copies };
  const own = rows.length === 0 ? alone : alone.filter((prose) => prose.weight && prose.score && prose.level1 !== "");
  return { rows: [...merged, ...own.map(rowOf)], copies };
}

/** Rows of which the sentences must tell one figure each, for these to be scores. */
const FEWEST_SCORED = 2;

/**
 * The tellings, the one figure of each as its score where 各指标得分如下：巡查次数：12分；… stands beside a table of weights without scores: none is more than the
 * row's weight, and some is less.
 */
function withScores(
  rows: readonly Row[],
  told: readonly ProseIndicator[],
  named: ReadonlyMap<string, readonly number[]>,
): readonly ProseIndicator[] {
  if (rows.some(({ score }) => score !== null)) return told;
  const marked = told.flatMap((prose) => {
    const [i, ...others] = named.get(nameKey(prose.level3)) ?? [];
    const weight = i === undefined || others.length > 0 ? null : rows[i]!.weight;
    return weight && prose.weight && !prose.score ? [{ prose, lost: exact(weight.value).minus(prose.weight.value) }] : [];
  });
  const areScores = marked.length >= FEWEST_SCORED && marked.every(({ lost }) => lost.gte(0)) && marked.some(({ lost }) => lost.gt(0));
  if (!areScores) return told;
  const scored = new Set(marked.map(({ prose }) => prose));
  return told.map((prose) => (scored.has(prose) ? { ...prose, score: prose.weight, weight: null } : prose));
}

/**
 * Where no row has the name letter by letter: the row that is most like it, tells the same score and nothing else than the sentence does. 培训人次 500人次 beside
 * 培训场次 10场 is another indicator.
 */
function rowAlike(rows: readonly Row[], prose: ProseIndicator, taken: ReadonlySet<number>): number | undefined {
  if (rows.length > MOST_COMPARED || !prose.score) return undefined;
  const key = nameKey(prose.level3);
  const alike = rows.flatMap((row, i) => {
    const isSame = !taken.has(i) && row.score && Number(row.score.value) === Number(prose.score!.value);
    const like = isSame ? likeness(nameKey(row.level3), key) : 0;
    return like >= ALIKE && differences(row.level3, row, prose, () => []).length === 0 ? [{ i, like }] : [];
  });
  return alike.sort((a, b) => b.like - a.like)[0]?.i;
}

/** Of rows with one name, the one whose figures the sentence repeats. */
function agrees(row: Row, prose: ProseIndicator): boolean {
  return !row.score || !prose.score || Number(row.score.value) === Number(prose.score.value);
}

function filled(row: Row, prose: ProseIndicator): Row {
  const target = row.target === "" ? prose.target : row.target;
  const targetValue = row.target === "" ? readQuantity(prose.target) : row.targetValue;
  return {
    ...row,
    level1: row.level1 || prose.level1,
    level2: row.level2 || prose.level2,
    target,
    targetValue,
    actual: row.actual === "" ? prose.actual : row.actual,
    actualValue: row.actual === "" ? readQuantity(prose.actual, "actual") : row.actualValue,
    weight: row.weight ?? prose.weight,
    score: row.score ?? prose.score,
    completionRate: row.completionRate ?? prose.completionRate,
    evidence: [...row.evidence, ...prose.evidence],
  };
}

function rowOf(prose: ProseIndicator): Row {
  const { level1, level2, level3, target, actual, weight, score, completionRate } = prose;
  const category = categoryOf(level1, level2, level3);
  const targetValue = readQuantity(target);
  const actualValue = readQuantity(actual, "actual");
  const doubts = [weight?.doubt, score?.doubt].filter((doubt) => doubt !== undefined);
  return {
    level1,
    level2,
    level3,
    category,
    target,
    actual,
    targetValue,
    actualValue,
    kind: kindOf(target, targetValue, actualValue),
    direction: directionOf(targetValue, { level2, level3, category }),
    weight,
    score,
    completionRate,
    deviationReason: prose.reason ?? "",
    evidence: [...prose.evidence],
    confidence: Math.min(0.95, ...doubts.map((doubt) => doubt.confidence)),
  };
}

function isAccountedFor(rows: readonly Row[], { fullMarks, executionMarks }: WholeMarks): boolean {
  const sum = sumOf(rows.filter(isCounted).map(({ weight }) => weight?.value));
  return sum.gte(fullMarks) || (executionMarks !== null && sum.plus(executionMarks).gte(fullMarks));
}
