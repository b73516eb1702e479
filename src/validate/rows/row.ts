import { decimalPlaces } from "../../core/decimal.js";
import { type Interval, points, rounded } from "../../core/interval.js";
import type { Indicator, RowDoubt } from "../../core/record.js";
import type { Cited } from "../accusation.js";
import type { Profile } from "../profile.js";
import { readStandard } from "../standard/read-standard.js";
import type { Standard } from "../standard/standard.js";
import { standardScores } from "../standard/standard-scores.js";
import { type Expected, expectedScore, type ScoringRule } from "./expected.js";
import { isMissedAsPrinted, type Verdict, verdictOf } from "./verdict.js";

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
  /** The scoring standard printed beside it: it wins over `rule`. */
  readonly standard: Standard | undefined;
  /**
   * The scores that the rule in force allows, the one to name first: by the printed standard, else by the formula for a quantitative
   * indicator whose target was not met. Undefined where none is told.
   */
  readonly expected: readonly [Expected, ...Expected[]] | undefined;
}

/** 加分项1, 附加分指标（5分）, 加减分项, 扣分项, 工作加分考核; not 参加分享会 or 增加分布点. */
const BONUS =
  /(?:扣|减|扣减|倒扣)分项|(?<!参|增)(?:加减?分|附加分|奖励分)(?:项目?|指标|事项|因素|内容|情况|条件|考核|值)?(?:$|\P{Script=Han})/u;

function isBonus({ level1, level2, level3 }: Indicator): boolean {
  return [level1, level2, level3].some((name) => BONUS.test(name));
}

/** An indicator with what is judged of it; `index`: its place in the record, `year`: the one evaluated. */
export function toRow(indicator: Indicator, index: number, year: number | null, profile: Profile): Row {
  const verdict = verdictOf(indicator, year);
  const rule = indicator.category === "execution" ? profile.execution : profile.quantitative;
  const standard = indicator.standard === undefined ? undefined : readStandard(indicator.standard);
  return {
    indicator,
    path: `/indicators/${index}`,
    weight: indicator.weight && points(indicator.weight.value),
    isBonus: isBonus(indicator),
    score: indicator.score && points(indicator.score.value),
    verdict,
    rule,
    standard,
    expected: expectedOf(indicator, verdict, rule, standard),
  };
}

function expectedOf(
  { weight, kind, sharesMarks }: Indicator,
  verdict: Verdict,
  rule: ScoringRule,
  standard: Standard | undefined,
): Row["expected"] {
  if (weight === null || sharesMarks) return undefined;
  if (standard !== undefined) {
    const [first, ...others] = standardScores(standard, weight, verdict, rule) ?? [];
    return first && [first, ...others];
  }
  const usual = kind === "quantitative" && isMissedAsPrinted(verdict) ? expectedScore(weight, verdict, rule) : undefined;
  return usual && [usual];
}

type CitedField = "weight" | "score" | "completionRate" | "target" | "actual" | "level3" | "deviationReason" | "standard";

/** A figure of the row, or the row itself for what has no figure. */
export function cite(row: Row, field: CitedField): Cited {
  const { indicator } = row;
  const path = `${row.path}/${field}`;
  if (field === "weight" || field === "score" || field === "completionRate") {
    const figure = indicator[field];
    return { path, evidence: figure?.evidence ?? indicator.evidence, doubt: figure ? figure.doubt : indicator.doubt };
  }
  const quantity = field === "target" ? indicator.targetValue : field === "actual" ? indicator.actualValue : null;
  return { path, evidence: indicator.evidence, doubt: quantity?.doubt ?? doubtOn(indicator, field) };
}

/** What makes a field of the row doubtful: what does so to the whole row, to its name, by which it is accused, or to the field itself. */
function doubtOn({ doubt }: Indicator, field: CitedField): RowDoubt | undefined {
  const on: readonly string[] = doubt?.on ?? [field];
  return on.includes(field) || on.includes("level3") ? doubt : undefined;
}

/** Everything that the verdict on the row's score rests on. */
export function citeVerdict(row: Row): Cited[] {
  return [cite(row, "target"), cite(row, "actual"), ...(row.standard === undefined ? [] : [cite(row, "standard")])];
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
export function hasOwnRule({ standard, expected, rule, indicator: { kind } }: Row): boolean {
  return standard === undefined ? rule.form === "other" && kind === "quantitative" : expected === undefined;
}

/** The rule in force allows full marks, where it tells any. */
export function allowsFull({ expected, weight }: Row): boolean {
  return expected?.some(({ score }) => score.high.gte(weight!.low)) !== false;
}

/** The rule in force allows nothing but full marks, where it tells any. */
export function asksFull({ expected, weight }: Row): boolean {
  return expected?.every(({ score }) => score.low.gte(weight!.low)) !== false;
}
