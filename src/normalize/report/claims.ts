import type { Exact } from "../../core/decimal.js";
import { inYuan, meets } from "../../core/interval.js";
import type { Claims, Fund, Grade, Money, StatedScore } from "../../core/record.js";
import { gradeBand } from "../lexicon/labels/total-words.js";
import type { ProseFacts } from "../prose/facts.js";
import type { ToldRegions } from "./regions/read-regions.js";

/** What of a report's claims its record has joined before. */
export type Joined = Pick<Claims, "years" | "copies"> & {
  readonly funds: readonly Fund[];
  readonly grades: readonly Grade[];
  /** How many indicators were found. */
  readonly found: number;
};

/** What a report claims of itself beside its figures, for rules to compare. */
export function claimsOf(prose: ProseFacts, regions: ToldRegions, { years, copies, funds, grades, found }: Joined): Claims {
  // Items listed without a total are parts of what was spent.
  const spent = funds.find(({ source }) => source === "total")?.executed ?? null;
  const inProse = prose.breakdowns.flatMap((claim) => {
    const total = claim.total ?? spent;
    return total ? [{ ...claim, total }] : [];
  });
  return {
    amounts: prose.amounts.filter(({ certain }) => certain).map(({ certain: _, ...claim }) => claim),
    rates: [...prose.rates],
    counts: countsOf(prose.counts, found),
    years,
    breakdowns: [...regions.breakdowns, ...inProse],
    formulas: regions.formulas,
    copies,
    grades: [...grades],
    scoring: [...prose.scoring],
  };
}

/** Counts of goals are counts of indicators where they tell as many as there are. */
function countsOf(counts: ProseFacts["counts"], found: number): Claims["counts"] {
  const areIndicators = counts.some(({ of, inGoals, count }) => inGoals && of === "indicators" && Number(count) === found);
  return counts.flatMap(({ inGoals, ...count }) => (inGoals && !areIndicators ? [] : [count]));
}

/** What a report tells as its own, by which its sentences on another year are known. */
interface Own {
  readonly scores: readonly StatedScore[];
  readonly grades: readonly Grade[];
  readonly funds: readonly Fund[];
}

/**
 * The years that sentences tell, without those of results and of money that are not the report's own: 2022年度自评得分92分 in a report on 2023 with 96.5
 * compares. In a report without a result, a grade alone may be another year's.
 */
export function ownYears({ years }: Pick<ProseFacts, "years">, { scores, grades, funds }: Own): Claims["years"] {
  const own = [...totalsOf(scores), ...grades.map(({ band }) => band)];
  const isOwn = (result: string) => {
    const isScore = /\d/u.test(result);
    return own.length === 0 ? isScore : own.includes(isScore ? Number(result) : gradeBand(result));
  };
  const isOwnMoney = (told: readonly Money[]) => {
    const total = funds.find(({ source }) => source === "total");
    const amounts = [total?.initialBudget, total?.adjustedBudget, total?.received, total?.executed].filter((amount) => amount != null);
    return amounts.length === 0 || told.some((one) => amounts.some((amount) => meets(inYuan(one), inYuan(amount))));
  };
  return years.flatMap(({ result, money, ...year }) =>
    (result === undefined || isOwn(result)) && (money === undefined || isOwnMoney(money)) ? [year] : [],
  );
}

/**
 * Of the results that sentences tell with another year those that are the report's own: that say what it says elsewhere or, where it says nothing elsewhere,
 * that are what its rows sum to, if it has any.
 */
export function ownUnderOtherYears(
  { ofOtherYears }: Pick<ProseFacts, "ofOtherYears">,
  scores: readonly StatedScore[],
  sums: readonly Exact[] | undefined,
): ProseFacts["ofOtherYears"] {
  const own = totalsOf(scores);
  const isOwn = (total: number) => (own.length > 0 ? own.includes(total) : (sums?.some((sum) => sum.eq(total)) ?? true));
  return ofOtherYears.filter((told) => totalsOf(told.scores).some(isOwn));
}

function totalsOf(scores: readonly StatedScore[]): number[] {
  return scores.flatMap(({ scope, score }) => (scope === "total" && score ? [Number(score.value)] : []));
}
