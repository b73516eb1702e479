import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Evidence } from "../../src/core/evidence.js";
import type { Claims, Fund, Indicator, Quantity, StatedScore } from "../../src/core/record.js";
import { Finding } from "../../src/core/record-shapes.js";
import { draft, figure, fund, money, row } from "../../src/validate/example-draft.js";
import { validate } from "../../src/validate/validate.js";

const decimal = fc.oneof(
  fc.integer({ min: -5, max: 120 }).map(String),
  fc.constantFrom("0", "0.00", "-0.5", "100", "100.00", "99.995", "6.67", "0.0000000001", "99999999999999999999999999.99", "10"),
  fc.integer({ min: 0, max: 9999 }).map((n) => (n / 100).toFixed(2)),
);
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const unit = fc.constantFrom("", "%", "万元", "元", "个", "万人", "人", "天", "工作日", "‰", "次/年", "/年", "万", "亩");
const quantity: fc.Arbitrary<Quantity> = fc.oneof(
  fc.record({ operator: fc.constantFrom(">=", ">", "<=", "<", "=" as const), value: decimal, unit }),
  fc.tuple(decimal, decimal, unit).map(([low, high, of]) => ({ operator: "range" as const, value: `${low}..${high}`, unit: of })),
);
const words = fc.constantFrom(
  "",
  "/",
  "—",
  "完成",
  "部分达成预期指标并具有一定效果",
  "2023年12月底前",
  "13月",
  "≥95%",
  "1**",
  "2023-02-30",
  "无",
  "否",
  "a".repeat(2000),
);
const name = fc.constantFrom("产出指标", "产出", "绩效效益", "", "指标", "一、满意度指标（10分）", "决策和过程", "小计", "（".repeat(50));

const indicator: fc.Arbitrary<Indicator> = fc
  .record({
    level1: name,
    level2: name,
    level3: name,
    category: fc.constantFrom("execution", "output", "benefit" as const),
    target: words,
    actual: words,
    targetValue: maybe(quantity),
    actualValue: maybe(quantity),
    kind: fc.constantFrom("quantitative", "qualitative" as const),
    direction: fc.constantFrom("higher", "lower", "equal", "range", "none" as const),
    weight: maybe(decimal.map(figure)),
    score: maybe(decimal.map(figure)),
    completionRate: maybe(decimal.map(figure)),
    deviationReason: words,
    partOf: fc.constantFrom(undefined, undefined, "i1"),
  })
  .map((parts) => row("", { ...parts, columns: ["target", "actual", "weight", "score", "completionRate", "deviationReason"] }));

const amount = maybe(fc.tuple(decimal, fc.constantFrom("万元", "元", "亿元" as const)).map(([value, of]) => money(value, of)));
const fundRow: fc.Arbitrary<Fund> = fc
  .record({
    source: fc.constantFrom("total", "fiscal", "current_fiscal", "municipal", "carryover", "other" as const),
    depth: fc.constantFrom(undefined, 0, 1, 2),
    initialBudget: amount,
    adjustedBudget: amount,
    received: amount,
    executed: amount,
    executionRate: maybe(decimal.map(figure)),
    weight: maybe(decimal.map(figure)),
    score: maybe(decimal.map(figure)),
    rateBase: fc.constantFrom(undefined, "initialBudget", "received" as const),
    told: fc.constantFrom(undefined, "table", "prose" as const),
  })
  .map((parts) => fund("资金", parts));

const stated: fc.Arbitrary<StatedScore> = fc.record({
  scope: fc.constantFrom("total", "section", "level1", "level2" as const),
  name,
  score: maybe(decimal.map(figure)),
  fullMarks: maybe(decimal.map(figure)),
  evidence: fc.constant<Evidence[]>([]),
});

const text = fc.constantFrom("12", "十二", "12.5", "", "80%", "-1");
const claims: fc.Arbitrary<Partial<Claims>> = fc.record({
  counts: fc.array(
    fc.record({
      of: fc.constantFrom("indicators", "completed", "uncompleted", "band" as const),
      count: maybe(text),
      share: maybe(text),
      band: fc.constantFrom<[number, number] | undefined>(undefined, [80, 100], [0, 60]),
      evidence: fc.constant<Evidence[]>([]),
    }),
    { maxLength: 3 },
  ),
  formulas: fc.array(
    fc.record({
      label: fc.constantFrom("资金结余", "预算执行率"),
      column: fc.constant("总"),
      formula: fc.constant("(5)=(3)-(4)"),
      operator: fc.constantFrom("+", "-", "*", "/" as const),
      stated: decimal.map(figure),
      operands: fc.array(decimal.map(figure), { maxLength: 3 }),
      percent: fc.boolean(),
      evidence: fc.constant<Evidence[]>([]),
    }),
    { maxLength: 2 },
  ),
  copies: fc.array(
    fc.record({
      indicator: name,
      field: fc.constantFrom("weight", "score", "target", "actual", "completionRate" as const),
      kept: fc.oneof(decimal, words),
      other: fc.oneof(decimal, words),
      evidence: fc.constant<Evidence[]>([]),
    }),
    { maxLength: 2 },
  ),
  scoring: fc.array(
    fc.record({
      about: fc.constantFrom("qualitative-bands", "ratio", "execution", "grade-bands", "full-marks", "overachievement" as const),
      values: fc.array(text, { maxLength: 4 }),
      text: fc.constant("评分说明"),
      evidence: fc.constant<Evidence[]>([]),
    }),
    { maxLength: 2 },
  ),
});

const anyDraft = fc
  .record({
    indicators: fc.array(indicator, { maxLength: 6 }),
    funds: fc.array(fundRow, { maxLength: 5 }),
    statedScores: fc.array(stated, { maxLength: 5 }),
    grade: maybe(
      fc.record({
        raw: fc.constantFrom("优", "好", "100", "", "“良”"),
        band: maybe(fc.constantFrom<"excellent" | "good">("excellent", "good")),
        evidence: fc.constant<Evidence[]>([]),
      }),
    ),
    claims,
  })
  .map((parts) => draft(parts));

describe("any record that the schema allows", () => {
  it("is judged without a fault, and each finding is one that the schema allows", () => {
    fc.assert(
      fc.property(anyDraft, (record) => {
        for (const finding of validate(record)) expect(Finding.safeParse(finding).error).toBe(undefined);
      }),
      { numRuns: 400 },
    );
  });

  it("is judged in seconds also where it has thousands of rows, parts and claims", () => {
    const size = 2000;
    const indicators = Array.from({ length: size }, (_, i) =>
      row(i % 2 === 0 ? "同名" : `指标${i}`, { weight: figure("5"), score: figure("6"), level1: `类${i % 50}` }),
    );
    const statedScores: StatedScore[] = Array.from({ length: size }, (_, i) => ({
      scope: i % 2 === 0 ? "total" : "level1",
      name: `类${i % 50}`,
      score: figure(String(i)),
      fullMarks: figure(String(i)),
      evidence: [],
    }));
    const counts = Array.from({ length: size }, (_, i) => ({
      of: "completed" as const,
      count: String(size + i + 1),
      share: null,
      evidence: [],
    }));
    const started = performance.now();
    expect(validate(draft({ indicators, statedScores, claims: { counts } })).length).toBeGreaterThan(size);
    expect(performance.now() - started).toBeLessThan(45_000);
  });
});
