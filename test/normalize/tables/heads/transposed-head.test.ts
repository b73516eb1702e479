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

describe("a fund table turned about whose rows are numbered in a column of their own", () => {
  it.each([[["A", "B", "C", "D=B-C"]], [["1", "2", "3", "4=2-3"]]])("%s", ([budget, received, executed, balance]) => {
    const { funds, claims } = recordOf(
      ["项目", "计算关系", "合计", "省级补助资金", "县级配套资金"],
      ["全年预算", budget!, "80.00", "50.00", "30.00"],
      ["资金到位", received!, "80.00", "50.00", "30.00"],
      ["实际支出", executed!, "76.00", "48.00", "28.00"],
      ["年末结余", balance!, "5.00", "2.00", "2.00"],
    );
    expect(funds.map((fund) => fund.balance?.value)).toEqual(["5.00", "2.00", "2.00"]);
    expect(claims.formulas.map(({ stated, operands }) => [stated.value, ...operands.map(({ value }) => value)])).toEqual([
      ["5.00", "80.00", "76.00"],
      ["2.00", "50.00", "48.00"],
      ["2.00", "30.00", "28.00"],
    ]);
  });
});

describe("rows of a form that print their numbers", () => {
  it("tell the amounts beside them", () => {
    const [fund] = recordOf(["年初预算数 1", "460.00"], ["全年预算数 2", "505.00"], ["支出数 3", "485.00"], ["结余 4=2-3", "20.00"]).funds;
    expect([fund?.initialBudget?.value, fund?.adjustedBudget?.value, fund?.executed?.value]).toEqual(["460.00", "505.00", "485.00"]);
  });
});
