import { exact, plain } from "../../src/core/decimal.js";
import type { Claims, Draft, Fund, Indicator } from "../../src/core/record.js";
import { aim, figure, fund, got, marks, money } from "../../src/validate/example-draft.js";
import { restate } from "./consistent-draft.js";

/** One error put into a consistent report: the rule that must name it, and the report with it; undefined where the report has no place for it. */
export type Fault = readonly [rule: string, inject: (draft: Draft, execution: string) => Draft | undefined];

type Row = Indicator;

const isMet = (one: Row) => one.weight!.value === one.score!.value;
const isFigure = (one: Row) => one.targetValue !== null && one.category !== "execution";
const higher = (one: Row) => isFigure(one) && one.direction === "higher";

/** The first row that fits is changed, and what the report states of its rows follows. */
function change(draft: Draft, fits: (one: Row) => boolean, by: (one: Row) => Partial<Row>): Draft | undefined {
  const at = draft.indicators.findIndex(fits);
  if (at < 0) return undefined;
  const indicators = draft.indicators.map((one, i) => (i === at ? { ...one, ...by(one) } : one));
  return restate({ ...draft, indicators });
}

function changeFund(draft: Draft, index: number, by: (one: Fund) => Partial<Fund>): Draft {
  return { ...draft, funds: draft.funds.map((one, i) => (i === index ? { ...one, ...by(one) } : one)) };
}

function claim(draft: Draft, by: (claims: Claims) => Partial<Claims>): Draft {
  return { ...draft, claims: { ...draft.claims, ...by(draft.claims) } };
}

/** Without the claims that count rows or compare amounts, for errors that change those too. */
function quiet(draft: Draft): Draft {
  return { ...draft, claims: { ...draft.claims, counts: [], copies: [], rates: [], amounts: [], breakdowns: [], formulas: [] } };
}

const plus = (value: string, more: number | string) => plain(exact(value).plus(more));
const times = (value: string, factor: string) => exact(value).times(factor).toFixed(2);

export const FAULTS: readonly Fault[] = [
  [
    "score/total-mismatch",
    (draft) => {
      const moved = draft.statedScores.map((one) => (one.scope === "total" ? { ...one, score: figure(plus(one.score!.value, -3)) } : one));
      return { ...draft, statedScores: moved, grade: null };
    },
  ],
  [
    "score/stated-totals-differ",
    (draft) => ({
      ...draft,
      statedScores: draft.statedScores.map((one, i) => (i === 0 ? { ...one, score: figure(plus(one.score!.value, "-0.5")) } : one)),
    }),
  ],
  [
    "score/subtotal-mismatch",
    (draft) => ({
      ...draft,
      statedScores: draft.statedScores.map((one) => (one.name === "绩效产出" ? { ...one, score: figure(plus(one.score!.value, 1)) } : one)),
    }),
  ],
  ["score/exceeds-weight", (draft) => change(quiet(draft), isMet, (one) => ({ score: figure(plus(one.weight!.value, 1)) }))],
  [
    "score/full-though-unmet",
    (draft) =>
      change(
        quiet(draft),
        (one) => isFigure(one) && !isMet(one),
        (one) => ({ score: one.weight }),
      ),
  ],
  [
    "score/deducted-though-met",
    (draft) =>
      change(
        quiet(draft),
        (one) => isFigure(one) && isMet(one),
        (one) => ({ score: figure(times(one.weight!.value, "0.7")), deviationReason: "酌情扣分" }),
      ),
  ],
  [
    "score/recomputed-mismatch",
    (draft) =>
      change(
        quiet(draft),
        (one) => isFigure(one) && !isMet(one),
        (one) => ({ score: figure(times(one.weight!.value, "0.2")) }),
      ),
  ],
  ["weight/total-mismatch", (draft) => change(quiet(draft), isMet, (one) => marks(plus(one.weight!.value, 2), plus(one.score!.value, 2)))],
  [
    "coverage/incomplete",
    (draft) => ({
      ...quiet(draft),
      indicators: draft.indicators.slice(0, -1),
      statedScores: draft.statedScores.filter((one) => one.scope === "total"),
    }),
  ],
  [
    "weight/subtotal-mismatch",
    (draft) => ({
      ...draft,
      statedScores: draft.statedScores.map((one) =>
        one.name === "产出指标" ? { ...one, fullMarks: figure(plus(one.fullMarks!.value, -4)) } : one,
      ),
    }),
  ],
  ["grade/mismatch", (draft) => ({ ...draft, grade: { ...draft.grade!, ...(draft.grade!.band === "poor" ? EXCELLENT : POOR) } })],
  ["grade/invalid", (draft) => ({ ...draft, grade: { raw: "100", band: null, evidence: [] } })],
  [
    "funds/execution-rate-mismatch",
    (draft) => changeFund(draft, 0, (one) => ({ executionRate: figure(plus(one.executionRate!.value, -5)) })),
  ],
  [
    "funds/execution-score-mismatch",
    (draft, execution) =>
      execution === "fund" ? restate(changeFund(draft, 0, (one) => ({ score: figure(plus(one.score!.value, "-1.5")) }))) : undefined,
  ],
  [
    "funds/sources-mismatch",
    (draft) =>
      changeFund(draft, 1, (one) => {
        const adjusted = plus(one.adjustedBudget!.value, "25.00");
        const rate = exact(one.executed!.value).div(adjusted).times(100).toFixed(2);
        return { adjustedBudget: money(adjusted), executionRate: figure(rate) };
      }),
  ],
  [
    "funds/formula-mismatch",
    (draft) => claim(draft, ({ formulas: [one] }) => ({ formulas: [{ ...one!, stated: figure(plus(one!.stated.value, 3)) }] })),
  ],
  [
    "funds/overspent",
    (draft) => ({
      ...draft,
      funds: [
        ...draft.funds,
        fund("专户资金", { source: "special_account", depth: 2, adjustedBudget: money("80.00"), executed: money("90.00") }),
      ],
    }),
  ],
  [
    "funds/narrative-mismatch",
    (draft) =>
      claim(draft, ({ amounts: [first, second] }) => ({
        amounts: [first!, { ...second!, money: money(plus(second!.money.value, 70000), "元") }],
      })),
  ],
  [
    "funds/breakdown-mismatch",
    (draft) => claim(draft, ({ breakdowns: [one] }) => ({ breakdowns: [{ ...one!, total: money(plus(one!.total.value, "2.40")) }] })),
  ],
  [
    "count/indicators-mismatch",
    (draft) => claim(draft, ({ counts }) => ({ counts: [{ ...counts[0]!, count: plus(counts[0]!.count!, 2) }] })),
  ],
  [
    "count/completed-mismatch",
    (draft) => claim(draft, ({ counts }) => ({ counts: [counts[0]!, { ...counts[1]!, count: String(draft.indicators.length) }] })),
  ],
  [
    "indicator/completion-rate-mismatch",
    (draft) =>
      change(
        quiet(draft),
        (one) => isFigure(one) && one.completionRate !== null,
        (one) => ({ completionRate: figure(plus(one.completionRate!.value, 12)) }),
      ),
  ],
  [
    "indicator/duplicate",
    (draft) =>
      change(
        quiet(draft),
        (one) => one.level3 === "指标5",
        () => ({ level3: "指标1" }),
      ),
  ],
  ["indicator/missing-value", (draft) => change(quiet(draft), isMet, () => ({ actual: "", actualValue: null, completionRate: null }))],
  [
    "indicator/deviation-unexplained",
    (draft) =>
      change(
        quiet(draft),
        (one) => !isMet(one),
        () => ({ deviationReason: "无" }),
      ),
  ],
  [
    "indicator/target-too-low",
    (draft) =>
      change(
        quiet(draft),
        (one) => higher(one) && isMet(one),
        (one) => {
          const target = one.targetValue!.value;
          return { ...aim(">=", target, "次"), ...got(plus(target, target), "次"), completionRate: figure("200%") };
        },
      ),
  ],
  ["indicator/copies-differ", (draft) => claim(draft, ({ copies: [one] }) => ({ copies: [{ ...one!, other: plus(one!.kept, 1) }] }))],
  ["report/year-conflict", (draft) => claim(draft, ({ years: [first, second] }) => ({ years: [first!, { ...second!, year: 2022 }] }))],
];

const POOR = { raw: "差", band: "poor" } as const;
const EXCELLENT = { raw: "优", band: "excellent" } as const;
