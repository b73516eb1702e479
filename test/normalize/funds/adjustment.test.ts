import { describe, expect, it } from "vitest";
import { eachFundAmount, type Fund, type Money } from "../../../src/core/record.js";
import { settleAdjustments } from "../../../src/normalize/funds/adjustment.js";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const money = (value: number): Money => ({ raw: `${value}`, value: `${value}`, unit: "万元", yuan: `${value * 10000}` });

function row(initial: number, adjustment: number, executed: number, rate?: string): { fund: Fund; adjustment: Money } {
  return {
    adjustment: money(adjustment),
    fund: {
      source: "total",
      label: "年度资金总额",
      ...eachFundAmount(() => null),
      initialBudget: money(initial),
      executed: money(executed),
      executionRate: rate === undefined ? null : { raw: `${rate}%`, value: rate },
      weight: null,
      score: null,
      evidence: [],
    },
  };
}

const settled = (...rows: ReturnType<typeof row>[]) =>
  settleAdjustments(rows).map(({ adjustedBudget, executionRate }) => [adjustedBudget?.value ?? null, executionRate?.doubt !== undefined]);

describe("a column 调整数", () => {
  it("is the adjusted budget where the rate is of it", () => {
    expect(settled(row(100, 120, 98, "81.67"))).toEqual([["120", false]]);
  });

  it("is the adjustment where the rate is of the initial budget and it, and then no rate is held against the initial budget", () => {
    expect(settled(row(100, 20, 98, "81.67"))).toEqual([[null, true]]);
    expect(settled(row(100, 20, 98, "98"))).toEqual([[null, false]]);
  });

  it("is told by what is spent where no rate is printed", () => {
    expect(settled(row(100, 120, 98), row(50, 60, 49))).toEqual([
      ["120", false],
      ["60", false],
    ]);
    expect(settled(row(100, 120, 98), row(50, 10, 49))).toEqual([
      [null, false],
      [null, false],
    ]);
  });

  it.each(["预算数", "批复预算", "预算安排数"])("beside which %s is the initial budget", (head) => {
    const table = tableOf([
      ["资金来源", head, "追加（减）数", "支出数（万元）", "执行率"],
      ["县级资金", "300", "-20", "266", "95%"],
    ]);
    const [fund] = normalize(documentOf("某项目绩效自评表", table))[0]!.funds;
    expect([fund?.initialBudget?.value, fund?.adjustedBudget, fund?.executionRate?.doubt !== undefined]).toEqual(["300", null, true]);
  });
});
