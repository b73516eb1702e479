import fc from "fast-check";
import { toYuan } from "../../../src/core/decimal.js";
import type { Doubt, Draft, Fund, Indicator, Money } from "../../../src/core/record.js";
import { draft } from "../../../src/validate/example-draft.js";

export function figure(value: string) {
  return { raw: value, value };
}

export function money(value: string): Money {
  return { raw: value, value, unit: "万元", yuan: toYuan(value, "万元") };
}

export function fund(parts: Partial<Fund>): Fund {
  return {
    source: "total",
    label: "年度资金总额",
    initialBudget: null,
    adjustedBudget: null,
    received: null,
    executed: null,
    balance: null,
    executionRate: null,
    weight: null,
    score: null,
    evidence: [],
    told: "table",
    depth: 0,
    ...parts,
  };
}

/** A row with a target of at least `target`; the score is what the formula gives, unless one is given. */
export function indicator(
  name: string,
  row: { target: string; actual: string; weight: string; score?: string; level1?: string },
): Indicator {
  const ratio = Math.min(1, Number(row.actual) / Number(row.target));
  const score = row.score ?? (ratio === 1 ? row.weight : (Math.round(Number(row.weight) * ratio * 100) / 100).toFixed(2));
  return {
    id: name,
    level1: row.level1 ?? "产出指标",
    level2: "数量指标",
    level3: name,
    category: "output",
    target: `≥${row.target}处`,
    actual: `${row.actual}处`,
    targetValue: { operator: ">=", value: row.target, unit: "处", signed: true },
    actualValue: { operator: "=", value: row.actual, unit: "处", signed: false },
    kind: "quantitative",
    direction: "higher",
    weight: figure(row.weight),
    score: figure(score),
    completionRate: null,
    deviationReason: "",
    evidence: [{ table: 1 }],
    confidence: 1,
    columns: ["target", "actual", "weight", "score"],
  };
}

export function doubt(readings: readonly string[], confidence = 0.5): Doubt {
  return { confidence, readings: [...readings], because: "recognised with low confidence" };
}

const sum = (values: readonly string[]) => values.reduce((total, value) => total + Math.round(Number(value) * 100), 0) / 100;
const plain = (value: number) => String(Math.round(value * 100) / 100);

/** A report whose figures agree: 3 to 5 output rows, 2 to 3 benefit rows, an execution row; in half of them the groups' marks are stated. */
export const consistentDraft: fc.Arbitrary<Draft> = fc
  .record({
    rows: fc.array(
      fc.record({ target: fc.integer({ min: 3, max: 900 }), short: fc.integer({ min: 0, max: 5 }), over: fc.integer({ min: 0, max: 9 }) }),
      {
        minLength: 5,
        maxLength: 8,
      },
    ),
    cuts: fc.array(fc.integer({ min: 2, max: 12 }), { minLength: 8, maxLength: 8 }),
    budget: fc.tuple(fc.integer({ min: 1000, max: 90_000 }), fc.integer({ min: 500, max: 9_000 })),
    spent: fc.integer({ min: 60, max: 100 }),
    groups: fc.boolean(),
  })
  .map(({ rows, cuts, budget, spent, groups }) => {
    const weights = rows.slice(1).map((_, i) => cuts[i]!);
    const all = [90 - weights.reduce((a, b) => a + b, 0), ...weights];
    const indicators = rows.map(({ target, short, over }, i) => {
      const actual = short > 3 ? Math.max(1, target - short) : target + over;
      const level1 = i < 3 ? "产出指标" : "效益指标";
      return indicator(`指标${i + 1}`, { target: String(target), actual: String(actual), weight: String(all[i]), level1 });
    });
    const [fiscal, other] = budget.map((cents) => cents / 100) as [number, number];
    const used = [(fiscal * spent) / 100, other].map((value) => Math.round(value * 100) / 100) as [number, number];
    const [adjusted, executed] = [fiscal + other, used[0] + used[1]];
    const rate = (executed / adjusted) * 100;
    const total = fund({
      adjustedBudget: money(adjusted.toFixed(2)),
      executed: money(executed.toFixed(2)),
      executionRate: figure(rate.toFixed(2)),
      weight: figure("10"),
      score: figure((Math.round(rate * 10) / 100).toFixed(2)),
    });
    const part = (source: Fund["source"], label: string, a: number, e: number) =>
      fund({ source, label, depth: 1, adjustedBudget: money(a.toFixed(2)), executed: money(e.toFixed(2)) });
    const scoreOf = (some: readonly Indicator[]) => sum(some.map(({ score }) => score!.value));
    const weightOf = (some: readonly Indicator[]) => sum(some.map(({ weight }) => weight!.value));
    const levels = ["产出指标", "效益指标"].map((name) => ({ name, rows: indicators.filter(({ level1 }) => level1 === name) }));
    return draft({
      funds: [total, part("current_fiscal", "当年财政拨款", fiscal, used[0]), part("other", "其他资金", other, used[1])],
      indicators,
      statedScores: [
        ...(groups
          ? levels.map(({ name, rows }) => ({
              scope: "level1" as const,
              name,
              score: null,
              fullMarks: figure(plain(weightOf(rows))),
              evidence: [],
            }))
          : []),
        {
          scope: "total",
          name: "总分",
          score: figure((scoreOf(indicators) + Number(total.score!.value)).toFixed(2)),
          fullMarks: figure("100"),
          evidence: [],
        },
      ],
    });
  });
