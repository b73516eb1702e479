import { describe, expect, it } from "vitest";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const HEAD = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"];
const ROW = ["产出指标", "数量指标", "巡查次数", "≥20次", "22次", "90", "90"];
const funds = (...rows: string[][]) =>
  normalize(documentOf("某项目绩效自评表", tableOf([...rows, HEAD, ROW])))[0]!.funds.map((fund) => ({
    label: fund.label,
    budget: fund.adjustedBudget?.value,
    executed: fund.executed?.value,
    rate: fund.executionRate?.value,
    marks: [fund.weight?.value, fund.score?.value],
  }));

describe("funds whose labels stand beside their figures", () => {
  it("are read with rate, marks and score, in cells of their own or one cell each", () => {
    expect(funds(["预算执行情况（5分）", "全年预算", "64.00万元", "全年支出", "62.00万元", "执行率 96.88%", "得分：4.84"])).toEqual([
      expect.objectContaining({ budget: "64.00", executed: "62.00", rate: "96.88", marks: ["5", "4.84"] }),
    ]);
    expect(funds(["项目单位", "某站", "资金（万元）", "预算 150.00", "支出 135.00", "执行率 90%", ""])).toEqual([
      expect.objectContaining({ budget: "150.00", executed: "135.00", rate: "90", marks: [undefined, undefined] }),
    ]);
  });

  it("take their name and marks from cells that stand beside the rows", () => {
    expect(
      funds(
        ["项目资金", "<", "执行情况（万元）", "<", "<", "分值", "得分"],
        ["年度资金总额", "全年预算数", "80.00", "<", "<", "10", "9"],
        ["^", "全年执行数", "72.00", "<", "<", "^", "^"],
        ["^", "执行率", "90%", "<", "<", "^", "^"],
      ),
    ).toEqual([{ label: "年度资金总额", budget: "80.00", executed: "72.00", rate: "90", marks: ["10", "9"] }]);
  });
});

describe("fund tables", () => {
  it("keep the execution's marks where the amounts are masked", () => {
    expect(funds(["资金", "全年预算数", "<", "全年执行数", "<", "分值", "得分"], ["^", "**.**", "<", "**.**", "<", "10", "10"])).toEqual([
      expect.objectContaining({ budget: undefined, executed: undefined, marks: ["10", "10"] }),
    ]);
  });

  it("know their columns by names with circled serials, and hold the printed formula to them", () => {
    const draft = normalize(
      documentOf(
        "某项目绩效自评表",
        tableOf([
          ["资金来源", "计划数①", "到位数②", "支出数③", "结余④=②-③"],
          ["合计", "95.00", "95.00", "88.40", "6.50"],
        ]),
      ),
    )[0]!;
    expect(draft.funds[0]).toMatchObject({ initialBudget: { value: "95.00" }, received: { value: "95.00" }, balance: { value: "6.50" } });
    expect(draft.claims.formulas).toMatchObject([{ stated: { value: "6.50" }, operands: [{ value: "95.00" }, { value: "88.40" }] }]);
  });
});
