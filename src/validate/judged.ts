import { exact } from "../core/decimal.js";
import { type Interval, meets, points } from "../core/interval.js";
import { type Draft, isCounted, type Points, type StatedScore } from "../core/record.js";
import { type Cited, type Reading, unsurelyRepaired } from "./accusation.js";
import { foldedScores } from "./folded-scores.js";
import { citeFund } from "./funds/amounts.js";
import { type RowByRate, rowsByRate } from "./funds/rows-by-rate.js";
import data from "./lexicon/levels.json" with { type: "json" };
import type { Profile } from "./profile.js";
import { LevelIndex } from "./rows/level-index.js";
import { type Row, toRow } from "./rows/row.js";
import { scoreRounding } from "./rows/score-rounding.js";
import { type Item, type Tally, tally, toItem } from "./totals/tally.js";

/** A stated score with what it is compared as. */
export interface Stated {
  readonly stated: StatedScore;
  readonly path: string;
  readonly score: Interval | null;
  readonly marks: Interval | null;
}

export interface StatedTotal extends Stated {
  /** What it totals: everything, or the indicator table alone where the execution score stands outside it (合计 90 of 100). */
  readonly extent: "everything" | "indicators";
}

/** A record prepared for the rules: what several of them recompute is recomputed once. */
export interface Judged {
  readonly record: Draft;
  readonly reading: Reading;
  readonly profile: Profile;
  readonly rows: readonly Row[];
  /** The rows that take part in sums: a 其中 row is counted with its parent. */
  readonly counted: readonly Row[];
  /** The rows that are scored by the fund table's rate. */
  readonly byRate: readonly RowByRate[];
  /** All other rows: they are scored by their own target. */
  readonly byTarget: readonly Row[];
  readonly levels: LevelIndex;
  /** The execution score of the fund table, where it counts beside the indicators. */
  readonly execution: readonly Item[];
  readonly everything: Tally;
  readonly indicators: Tally;
  readonly totals: readonly StatedTotal[];
  /** What a score that a formula gives stands for as printed. */
  readonly standsFor: (score: string) => Interval;
  /** The figures that Σ weights may sum to: as the report states them, else the profile's. */
  readonly fullMarks: readonly { readonly marks: Interval; readonly value: string; readonly cites: readonly Cited[] }[];
}

/** What the rules hold a record against: its rows and totals by a profile, summed up. */
export function judge(record: Draft, profile: Profile): Judged {
  const indicatorsInPoints = foldedScores(record.indicators, record.statedScores);
  const rows = indicatorsInPoints.map((indicator, index) => toRow(indicator, index, record.report.fiscalYear, profile));
  const counted = rows.filter((row) => isCounted(row.indicator));
  const items = counted.map(toItem);
  const byRate = rowsByRate(record, counted, profile);
  const rated = new Set(byRate.map(({ row }) => row));
  const stated = record.statedScores.map(toStated).filter(({ stated: { scope } }) => scope === "total");
  const usual = { marks: points(profile.fullMarks.value), value: profile.fullMarks.value, cites: [] };
  const anyMarks = [...distinctMarks(stated).map(({ marks }) => marks!), usual.marks];
  const execution = executionItems(record, counted, items, anyMarks);
  const everything = tally([...items, ...execution]);
  const indicators = tally(items);
  const totals = stated.map((total) => ({
    ...total,
    extent: leavesOutOthers(total, stated, indicators, usual.marks) ? ("indicators" as const) : extentOf(total, everything, indicators),
  }));
  const printed = distinctMarks(totals.filter(({ extent, stated }) => extent === "everything" && isRound(stated.fullMarks))).map(
    (total) => ({
      marks: total.marks!,
      value: total.stated.fullMarks!.value,
      cites: [citeStated(total, "fullMarks")],
    }),
  );
  return {
    record,
    reading: { completeness: record.completeness, unsure: unsurelyRepaired(record) },
    profile,
    rows,
    counted,
    byRate,
    byTarget: rows.filter((row) => !rated.has(row)),
    levels: new LevelIndex(counted),
    execution,
    everything,
    indicators,
    totals,
    standsFor: scoreRounding([...rows.map(({ indicator }) => indicator), ...record.funds].flatMap(({ score }) => score?.value ?? [])),
    fullMarks: printed.length > 0 ? printed : [usual],
  };
}

/** 98 in the total's row is what its weights sum to; full marks are a round figure. */
function isRound(marks: Points | null): boolean {
  return marks !== null && exact(marks.value).mod(ROUND).isZero();
}

const ROUND = 5;

/** Full marks are stated once or twice; of a text that states them by the hundred the first few are enough. */
const MOST_MARKS = 8;

function distinctMarks<T extends Stated>(totals: readonly T[]): T[] {
  const byValue = new Map(
    totals.toReversed().flatMap((total) => (total.marks === null ? [] : [[total.stated.fullMarks!.value, total] as const])),
  );
  return [...byValue.values()].toReversed().slice(0, MOST_MARKS);
}

/** A stated score with its figures as intervals; `index`: its place among the record's. */
export function toStated(stated: StatedScore, index: number): Stated {
  return {
    stated,
    path: `/statedScores/${index}`,
    score: stated.score && points(stated.score.value),
    marks: stated.fullMarks && points(stated.fullMarks.value),
  };
}

/** What a finding cites of a stated score: the figure, else the whole of it. */
export function citeStated({ stated, path }: Stated, field: "score" | "fullMarks"): Cited {
  return { path: `${path}/${field}`, evidence: stated[field]?.evidence ?? stated.evidence, doubt: stated[field]?.doubt };
}

/**
 * The points of the fund table. They stand on the total row; forms that repeat them on its parts mean them once, and so do those whose
 * indicators tell the execution score too. Where only one way of counting brings the weights to the full marks, it is that way.
 */
function executionItems(record: Draft, counted: readonly Row[], items: readonly Item[], marks: readonly Interval[]): Item[] {
  const carrying = record.funds
    .map((fund, index) => ({ fund, index }))
    .filter(({ fund }) => fund.score !== null || fund.weight !== null)
    .toSorted((a, b) => Number(b.fund.source === "total") - Number(a.fund.source === "total"))
    .map(({ fund, index }) => ({
      weight: fund.weight && points(fund.weight.value),
      score: fund.score && points(fund.score.value),
      cites: { weight: citeFund(fund, index, "weight"), score: citeFund(fund, index, "score") },
    }));
  const asLevel = record.statedScores.flatMap((stated, index) =>
    tellsExecution(stated, counted) ? [executionLevel(toStated(stated, index))] : [],
  );
  const toldAsIndicator = counted.some(
    ({ indicator }) => indicator.category === "execution" && (indicator.score ?? indicator.weight) !== null,
  );
  if (carrying.length === 0 && !toldAsIndicator) return asLevel.slice(0, 1);
  const ways = [...(toldAsIndicator ? [[]] : []), carrying.slice(0, 1), carrying];
  const fits = (way: Item[]) => {
    const { weights } = tally([...items, ...way]);
    return marks.some((full) => meets(weights, full));
  };
  return ways.find(fits) ?? ways[0]!;
}

/** 预算执行率得9.44分: a part of the evaluation by itself, no level above indicators. */
function tellsExecution({ scope, name, score }: StatedScore, counted: readonly Row[]): boolean {
  const bare = name.replace(/指标$/u, "");
  return (
    scope === "level1" &&
    score !== null &&
    data.concepts.execution.includes(bare) &&
    !counted.some(({ indicator }) => indicator.level1 === name)
  );
}

function executionLevel(told: Stated): Item {
  return { weight: told.marks, score: told.score, cites: { weight: citeStated(told, "fullMarks"), score: citeStated(told, "score") } };
}

function extentOf(total: Stated, everything: Tally, indicators: Tally): StatedTotal["extent"] {
  const { marks } = total;
  if (marks === null || everything.items.length === indicators.items.length) return "everything";
  return meets(indicators.weights, marks) && !meets(everything.weights, marks) ? "indicators" : "everything";
}

/**
 * 合计 90 of the indicator table, where the whole is of a hundred and another place states a total that the marks left out can explain: the
 * execution's points are told nowhere, or were not read.
 */
function leavesOutOthers({ marks, score }: Stated, totals: readonly Stated[], { weights }: Tally, whole: Interval): boolean {
  if (marks === null || score === null || !meets(weights, marks) || meets(marks, whole) || marks.high.gt(whole.low)) return false;
  const room = whole.high.minus(marks.low);
  return totals.some(
    (other) =>
      other.score !== null &&
      (other.marks === null || meets(other.marks, whole)) &&
      other.score.low.gt(score.high) &&
      other.score.low.minus(score.high).lte(room),
  );
}
