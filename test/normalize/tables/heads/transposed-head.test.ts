import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const recordOf = (...rows: string[][]) => normalize(documentOf("2022年度某项目绩效自评报告", tableOf(rows)))[0]!;

describe("a fund table turned about", () => {
  it.each([
    ["年中调整（2）", "结余（4）=（3）-（5）"],
    ["预算追加 2", "结余 4=3-5"],
    ["统筹收回②", "年末结余④=③-⑤"],
  ])("goes on below %s, which names no fund's amount, and has its formula in %s", (adjustment, balance) => {
    const { funds, claims } = recordOf(
      ["行次及项目", "资金合计", "省级专项", "区级配套"],
      ["年初安排（1）", "460.00", "300.00", "160.00"],
      [adjustment, "45.00", "45.00", "0.00"],
      ["调整后预算（3）", "505.00", "345.00", "160.00"],
      [balance, "30.00", "20.00", "0.00"],
      ["实际支付（5）", "485.00", "325.00", "160.00"],
    );
    expect(
      funds.map(({ source, initialBudget, adjustedBudget, executed }) => [
        source,
        initialBudget?.value,
        adjustedBudget?.value,
        executed?.value,
      ]),
    ).toEqual([
      ["total", "460.00", "505.00", "485.00"],
      ["provincial", "300.00", "345.00", "325.00"],
      ["county", "160.00", "160.00", "160.00"],
    ]);
    expect(claims.formulas.map(({ label, stated, operands }) => [label, stated.value, ...operands.map(({ value }) => value)])[0]).toEqual([
      balance.replace(/[\s（④4].*$/u, ""),
      "30.00",
      "505.00",
      "485.00",
    ]);
  });
});

describe("rows of a form that print their numbers", () => {
  it("tell the amounts beside them", () => {
    const [fund] = recordOf(["年初预算数 1", "460.00"], ["全年预算数 2", "505.00"], ["支出数 3", "485.00"], ["结余 4=2-3", "20.00"]).funds;
    expect([fund?.initialBudget?.value, fund?.adjustedBudget?.value, fund?.executed?.value]).toEqual(["460.00", "505.00", "485.00"]);
  });
});
