import fc from "fast-check";
import { type Exact, exact, plain } from "../../src/core/decimal.js";
import type { Draft, Fund, Indicator, StatedScore } from "../../src/core/record.js";
import { aim, at, draft, figure, fund, got, marks, money, row, stated, told } from "../../src/validate/example-draft.js";

/** A report whose figures agree with each other in every way that a rule looks at, with parts for each rule to look at. */
export interface Consistent {
  readonly draft: Draft;
  /** Where the execution score stands. */
  readonly execution: "fund" | "indicator" | "none";
}

const LEVELS = [
  { level1: "产出指标", level2: "数量指标", category: "output" },
  { level1: "产出指标", level2: "质量指标", category: "output" },
  { level1: "效益指标", level2: "社会效益指标", category: "benefit" },
  { level1: "满意度指标", level2: "服务对象满意度指标", category: "satisfaction" },
] as const;

/** Weights in halves of points that sum to `total`. */
function weightsOf(total: number, rows: number): fc.Arbitrary<string[]> {
  return fc.array(fc.integer({ min: 1, max: 9 }), { minLength: rows, maxLength: rows }).map((shares) => {
    const unit = Math.floor((total * 2) / shares.reduce((a, b) => a + b, 0));
    const halves = shares.map((share) => Math.max(share * unit, 2));
    halves[0]! += total * 2 - halves.reduce((a, b) => a + b, 0);
    return halves.map((half) => plain(exact(half).div(2)));
  });
}

const columns = ["target", "actual", "weight", "score", "completionRate", "deviationReason"] as const;

/** What an indicator tells, and the share of its points that the formula gives. */
interface Told {
  readonly told: Partial<Indicator>;
  readonly share: Exact;
  readonly rate: Exact | null;
}

const whole = exact(1);
const met: fc.Arbitrary<Told> = fc.oneof(
  fc.tuple(fc.integer({ min: 20, max: 900 }), fc.integer({ min: 0, max: 12 })).map(([target, more]) => {
    const actual = Math.round(target * (1 + more / 100));
    return { told: { ...aim(">=", `${target}`, "次"), ...got(`${actual}`, "次") }, share: whole, rate: exact(actual).div(target) };
  }),
  fc.tuple(fc.integer({ min: 20, max: 90 }), fc.integer({ min: 0, max: 9 })).map(([target, less]) => {
    const actual = `${target - less}.5`;
    return { told: { ...aim("<=", `${target + 1}`, "小时"), ...got(actual, "小时") }, share: whole, rate: exact(actual).div(target + 1) };
  }),
  fc.integer({ min: 2, max: 90 }).map((n) => ({ told: { ...aim("=", `${n}`, "座"), ...got(`${n}`, "座") }, share: whole, rate: whole })),
  fc
    .integer({ min: 8, max: 10 })
    .map((n) => ({ told: { ...aim("range", "8..10", "天"), ...got(`${n}`, "天") }, share: whole, rate: null })),
  fc.constantFrom("达成预期指标", "完成", "有效改善").map((words) => ({ told: told("有效改善", words), share: whole, rate: null })),
  fc.integer({ min: 1, max: 11 }).map((month) => ({
    told: { target: "2023年12月底前", actual: `2023年${month}月20日`, kind: "quantitative" as const },
    share: whole,
    rate: null,
  })),
);
const unmet: fc.Arbitrary<Told> = fc.oneof(
  fc.tuple(fc.integer({ min: 100, max: 900 }), fc.integer({ min: 60, max: 92 })).map(([target, percent]) => {
    const actual = Math.floor((target * percent) / 100);
    return {
      told: { ...aim(">=", `${target}`, "户"), ...got(`${actual}`, "户") },
      share: exact(actual).div(target),
      rate: exact(actual).div(target),
    };
  }),
  fc.tuple(fc.integer({ min: 20, max: 90 }), fc.integer({ min: 10, max: 60 })).map(([target, more]) => {
    const actual = exact(target)
      .times(100 + more)
      .div(100);
    return {
      told: { ...aim("<=", `${target}`, "元"), ...got(actual.toFixed(2), "元") },
      share: exact(target).div(actual.toFixed(2)),
      rate: exact(actual.toFixed(2)).div(target),
    };
  }),
  fc.integer({ min: 60, max: 79 }).map((percent) => ({
    told: told("有效改善", "部分达成预期指标并具有一定效果"),
    share: exact(percent).div(100),
    rate: null,
  })),
);

function indicator(index: number, weight: string, one: Told): Indicator {
  const lost = one.share.lt(1);
  const score = lost ? exact(weight).times(one.share).toFixed(2) : weight;
  return row(`指标${index + 1}`, {
    ...LEVELS[index % LEVELS.length],
    ...one.told,
    ...marks(weight, score),
    completionRate: one.rate === null ? null : figure(`${one.rate.times(100).toFixed(2)}%`),
    deviationReason: lost ? "受天气影响，工期推迟" : "",
    columns: [...columns],
  });
}

function fundRow(label: string, source: Fund["source"], depth: number, cents: readonly [number, number]): Fund {
  const [budget, spent] = cents.map((value) => exact(value).div(100));
  return fund(label, {
    source,
    depth,
    initialBudget: money(budget!.toFixed(2)),
    adjustedBudget: money(budget!.toFixed(2)),
    received: money(budget!.toFixed(2)),
    executed: money(spent!.toFixed(2)),
    balance: money(budget!.minus(spent!).toFixed(2)),
    executionRate: budget!.isZero() ? null : figure(`${spent!.div(budget!).times(100).toFixed(2)}%`),
  });
}

/** Score by the fund table's rate, at a precision of its own. */
function executionScore(total: Fund, weight: number, places: number): string {
  return exact(total.executed!.value).div(total.adjustedBudget!.value).times(weight).toDecimalPlaces(places).toFixed();
}

const parts = fc.record({
  execution: fc.constantFrom("fund", "indicator", "none" as const),
  executionWeight: fc.constantFrom(10, 12, 20),
  places: fc.constantFrom(1, 2),
  size: fc.integer({ min: 4, max: 12 }),
  budgets: fc.tuple(fc.integer({ min: 50_000, max: 9_000_000 }), fc.integer({ min: 0, max: 900_000 })),
  spent: fc.tuple(fc.integer({ min: 61, max: 99 }), fc.integer({ min: 50, max: 100 })),
});

export const consistentDraft: fc.Arbitrary<Consistent> = parts.chain(({ execution, executionWeight, places, size, budgets, spent }) => {
  const apart = execution === "none" ? 0 : executionWeight;
  const rows = fc.tuple(met, met, unmet, met, fc.array(fc.oneof(met, met, unmet), { minLength: size - 4, maxLength: size - 4 }));
  return fc.tuple(weightsOf(100 - apart, size), rows).map(([weights, [first, second, third, fourth, others]]) => {
    const shares = budgets.map((budget, i) => Math.floor((budget * spent[i]!) / 100)) as [number, number];
    const total = fundRow("年度资金总额", "total", 0, [budgets[0] + budgets[1], shares[0] + shares[1]]);
    const score = executionScore(total, executionWeight, places);
    const told = [first, second, third, fourth, ...others].map((one, index) => indicator(index, weights[index]!, one));
    const rate = total.executionRate!;
    const executed = row("预算执行率", {
      level1: "预算执行",
      level2: "预算执行",
      category: "execution",
      ...aim(">=", "100", "%"),
      ...got(rate.value, "%"),
      ...marks(String(executionWeight), score),
      completionRate: rate,
      deviationReason: "部分款项待验收后支付",
      columns: [...columns],
    });
    const onFund = execution === "fund" ? { weight: figure(String(executionWeight)), score: figure(score) } : {};
    const funds = [
      { ...total, ...onFund },
      fundRow("当年财政拨款", "current_fiscal", 1, [budgets[0], shares[0]]),
      fundRow("上年结转资金", "carryover", 1, [budgets[1], shares[1]]),
      fundRow("其他资金", "other", 1, [0, 0]),
    ];
    const indicators = execution === "indicator" ? [executed, ...told] : told;
    return { draft: restate(draft({ funds, indicators }), true), execution };
  });
});

const NAMES = { 产出: "绩效产出", 效益: "绩效效益", 满意度: "社会满意度" } as const;

/** What the report states of its rows, brought into agreement with them. `counts`: also what the prose claims. */
export function restate(record: Draft, counts = false): Draft {
  const { indicators, funds } = record;
  const execution = funds[0]?.score ? [funds[0].score] : [];
  const total = sum([...indicators.flatMap(({ score }) => score ?? []), ...execution]);
  const levels = Object.entries(NAMES).flatMap(([stem, section]): StatedScore[] => {
    const rows = indicators.filter(({ level1 }) => level1 === `${stem}指标`);
    const weight = sum(rows.flatMap((one) => one.weight ?? []));
    return rows.length === 0
      ? []
      : [stated(`${stem}指标`, null, weight, "level1"), stated(section, sum(rows.flatMap((one) => one.score ?? [])), null, "section")];
  });
  const value = exact(total);
  const [raw, band] = value.gte(90)
    ? (["优", "excellent"] as const)
    : value.gte(80)
      ? (["良", "good"] as const)
      : value.gte(60)
        ? (["中", "fair"] as const)
        : (["差", "poor"] as const);
  return {
    ...record,
    statedScores: [stated("自评得分", total), ...levels, stated("总分", total, "100")],
    grade: { raw, band, evidence: [at(raw)] },
    claims: counts ? { ...record.claims, ...claimsOf(record) } : record.claims,
  };
}

function claimsOf({ indicators, funds }: Draft): Partial<Draft["claims"]> {
  const [total, ...sources] = funds;
  const done = indicators.filter(({ weight, score }) => weight!.value === score!.value).length;
  const count = (of: "indicators" | "completed" | "uncompleted", n: number) => ({ of, count: String(n), share: null, evidence: [] });
  const { adjustedBudget, executed, balance, received } = total!;
  return {
    counts: [count("indicators", indicators.length), count("completed", done), count("uncompleted", indicators.length - done)],
    amounts: [
      { source: "total", field: "adjustedBudget", money: adjustedBudget!, evidence: [] },
      { source: "total", field: "executed", money: money(exact(executed!.value).times(10000).toFixed(0), "元"), evidence: [] },
    ],
    rates: [{ source: "total", rate: figure(`${exact(total!.executionRate!.value).toFixed(0)}%`), evidence: [] }],
    years: [
      { year: 2023, place: "标题", evidence: [] },
      { year: 2023, place: "正文", evidence: [] },
    ],
    formulas: [
      {
        label: "资金结余",
        column: "年度总金额",
        formula: "(5)=(3)-(4)",
        operator: "-",
        stated: balance!,
        operands: [received!, executed!],
        percent: false,
        evidence: [],
      },
    ],
    breakdowns: [
      {
        label: "支出合计",
        total: executed!,
        items: sources.map((one) => ({ label: one.label, money: one.executed! })),
        evidence: [],
      },
    ],
    copies: [
      { indicator: "指标1", field: "weight", kept: indicators[0]!.weight!.value, other: `${indicators[0]!.weight!.value} `, evidence: [] },
    ],
  };
}

function sum(figures: readonly { value: string }[]): string {
  return plain(figures.reduce((total, { value }) => total.plus(value), exact(0)));
}
