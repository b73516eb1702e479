import { decimalPlaces } from "../core/decimal.js";
import { type Interval, points, rounded } from "../core/interval.js";
import type { Indicator } from "../core/record.js";
import type { Cited } from "./accusation.js";
import { type Expected, expectedScore, type ScoringRule } from "./expected.js";
import type { Profile } from "./profile.js";
import { type Verdict, verdictOf } from "./verdict.js";

/** An indicator with what is recomputed of it. */
export interface Row {
  readonly indicator: Indicator;
  readonly path: string;
  readonly weight: Interval | null;
  /** Its points come on top, or off: its weight is no share of the full marks. */
  readonly isBonus: boolean;
  readonly score: Interval | null;
  readonly verdict: Verdict;
  /** The rule by which the indicator is scored when it is quantitative. */
  readonly rule: ScoringRule;
  /** What the formula gives; only for a quantitative indicator whose target was not met. */
  readonly expected: Expected | undefined;
}

/** 加分项1, 附加分指标（5分）, 加减分项, 扣分项, 工作加分考核; not 参加分享会 or 增加分布点. */
const BONUS =
  /(?:扣|减|扣减|倒扣)分项|(?<!参|增)(?:加减?分|附加分|奖励分)(?:项目?|指标|事项|因素|内容|情况|条件|考核|值)?(?:$|\P{Script=Han})/u;

function isBonus({ level1, level2, level3 }: Indicator): boolean {
  return [level1, level2, level3].some((name) => BONUS.test(name));
}

export function toRow(indicator: Indicator, index: number, year: number | null, profile: Profile): Row {
  const verdict = verdictOf(indicator, year);
  const rule = indicator.category === "execution" ? profile.execution : profile.quantitative;
  const isPlain = !indicator.ownRule && !indicator.sharesMarks;
  const judged = indicator.kind === "quantitative" && verdict.outcome === "unmet" && indicator.weight !== null && isPlain;
  return {
    indicator,
    path: `/indicators/${index}`,
    weight: indicator.weight && points(indicator.weight.value),
    isBonus: isBonus(indicator),
    score: indicator.score && points(indicator.score.value),
    verdict,
    rule,
    expected: judged ? expectedScore(indicator.weight!, verdict, rule) : undefined,
  };
}

/** A figure of the row, or the row itself for what has no figure. */
export function cite(row: Row, field: "weight" | "score" | "completionRate" | "target" | "actual" | "level3" | "deviationReason"): Cited {
  const { indicator } = row;
  const path = `${row.path}/${field}`;
  if (field === "weight" || field === "score" || field === "completionRate") {
    const figure = indicator[field];
    return { path, evidence: figure?.evidence ?? indicator.evidence, doubt: figure ? figure.doubt : indicator.doubt };
  }
  const quantity = field === "target" ? indicator.targetValue : field === "actual" ? indicator.actualValue : null;
  return { path, evidence: indicator.evidence, doubt: quantity?.doubt ?? indicator.doubt };
}

/** Everything that the verdict on the row's score rests on. */
export function citeVerdict(row: Row): Cited[] {
  return [cite(row, "target"), cite(row, "actual")];
}

/**
 * The score as it is held against its weight: one decimal beside a weight of two may be that weight rounded once more (6.3 of 6.25).
 * A whole number is exact.
 */
function besideWeight({ indicator: { weight, score }, score: stands }: Row): Interval | null {
  if (score === null || weight === null) return null;
  return decimalPlaces(score.value) === 1 && decimalPlaces(weight.value) > 1 ? rounded(score.value) : stands;
}

/** Score is weight, also where both were rounded; null where that is not known of this row alone. */
export function isFull(row: Row): boolean | null {
  const given = besideWeight(row);
  return given === null || row.indicator.sharesMarks ? null : !hasLost(row) && !isAbove(row);
}

/** Points were lost, whatever the rounding. Which of the rows that share a score lost them is not told. */
export function hasLost(row: Row): boolean {
  if (row.indicator.sharesMarks) return false;
  return besideWeight(row)?.high.lt(row.weight!.low) ?? false;
}

/** More points were given than there are, whatever the rounding. A bonus with a weight of 0 has no share of the marks, and no limit by it. */
export function isAbove(row: Row): boolean {
  if (row.isBonus && row.weight?.high.isZero()) return false;
  return besideWeight(row)?.low.gt(row.weight!.high) ?? false;
}

/** The report scores this indicator by a rule of its own that is not computed: neither full marks nor a deduction prove anything. */
export function hasOwnRule(row: Row): boolean {
  return row.rule.form === "other" && row.indicator.kind === "quantitative";
}
