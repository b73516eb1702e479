import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LEXICON } from "../../src/normalize/lexicon/lexicon.js";
import { normalize } from "../../src/normalize/normalize.js";
import { documentOf, tableOf } from "./table-of.js";

/** Rows of one fund table: label, source, initial, adjusted, executed, rate. */
const SOURCES = [
  ["当年财政拨款", "current_fiscal", "180.00", "160.00", "150.00", "93.75%"],
  ["上年结转资金", "carryover", "20.00", "20.00", "20.00", "100.00%"],
  ["其他资金", "other", "0.00", "0.00", "0.00", "—"],
] as const;
const TOTAL = ["200.00", "180.00", "170.00", "94.44%"] as const;
const FIELDS = ["initialBudget", "adjustedBudget", "executed", "executionRate"] as const;
const head = (field: (typeof FIELDS)[number]) => fc.constantFrom(...Object.keys(LEXICON.fundColumns.words[field]));

const form = fc.record({
  heads: fc.tuple(...FIELDS.map(head)),
  order: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4, maxLength: 4 }),
  total: fc.constantFrom("年度资金总额", "资金总额：", "合计", "年度财政资金总额", "总额"),
  last: fc.boolean(),
  ofWhich: fc.boolean(),
  side: fc.constantFrom(undefined, "项目资金（万元）", "预算执行情况（10分）（万元）"),
  unit: fc.constantFrom("line", "head"),
  labelHead: fc.constantFrom("", "资金来源", "资金性质"),
});
/** Within a label of all rows, a rate before the amounts is no fund table beside a form's head. */
const RATE_FIRST: typeof form extends fc.Arbitrary<infer Form> ? Form : never = {
  heads: ["年初预算", "全年预算", "全年执行数", "执行率"],
  order: [3, 0, 2, 1],
  total: "年度资金总额",
  last: false,
  ofWhich: false,
  side: "项目资金（万元）",
  unit: "line",
  labelHead: "资金性质",
};

function drawn({ heads, order, total, last, ofWhich, side, unit, labelHead }: typeof form extends fc.Arbitrary<infer Form> ? Form : never) {
  const names = order.map((field) => (unit === "head" && field < 3 ? `${heads[field]}（万元）` : heads[field]!));
  const sources = SOURCES.map(([label, , ...figures], i) => [
    ofWhich && i === 0 ? `其中：${label}` : label,
    ...order.map((field) => figures[field]!),
  ]);
  const sum = [total, ...order.map((field) => TOTAL[field]!)];
  const rows = [[labelHead, ...names], ...(last ? [...sources, sum] : [sum, ...sources])];
  const table = tableOf(side ? rows.map((row, i) => [i === 0 ? side : "^", ...row]) : rows);
  return unit === "line" && !side ? ["单位：万元", table] : [table];
}

describe("the same funds in another form", () => {
  it("give the same rows, whatever the order of columns and rows and the words of the heads", () => {
    fc.assert(
      fc.property(form, (shape) => {
        const [draft] = normalize(documentOf("2023年度河道整治项目绩效自评报告", ...drawn(shape)));
        const read = draft!.funds.map((fund) => [
          fund.source,
          fund.initialBudget?.value,
          fund.adjustedBudget?.value,
          fund.executed?.value,
          fund.executionRate?.value ?? "—",
          fund.depth,
          fund.executed?.unit,
        ]);
        const parts = SOURCES.map(([, source, initial, adjusted, executed, rate]) => [
          source,
          initial,
          adjusted,
          executed,
          rate.replace("%", ""),
          1,
          "万元",
        ]);
        const whole = ["total", "200.00", "180.00", "170.00", "94.44", 0, "万元"];
        expect(read).toEqual(shape.last ? [...parts, whole] : [whole, ...parts]);
      }),
      { numRuns: 200, examples: [[RATE_FIRST]] },
    );
  });
});
