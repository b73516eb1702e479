import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

it("takes no row with marks or rates of its own for the head of funds, whatever its words", () => {
  const [draft] = normalize(
    documentOf(
      "某项目绩效自评表",
      tableOf([
        ["一级指标", "二级指标", "三级指标", "权重（100分）", "指标值", "完成值", "自评分", "偏差原因"],
        ["预算执行（10分）", "预算执行（10分）", "预算执行率", "10分", "100%", "95%", "9.5分", "尾款待付"],
        ["产出指标（90分）", "数量（90分）", "检修浮桥座数", "90分", "12座", "12座", "90分", "—"],
      ]),
    ),
  );
  expect(draft!.funds).toEqual([]);
  expect(draft!.indicators.map(({ level3, score, deviationReason }) => [level3, score?.value, deviationReason])).toEqual([
    ["预算执行率", "9.5", "尾款待付"],
    ["检修浮桥座数", "90", "—"],
  ]);
});

describe("a head of several amounts stays one with a cell of marks in its row", () => {
  const funds = (...rows: string[][]) =>
    normalize(documentOf("某项目绩效自评表", tableOf(rows)))[0]!.funds.map(({ initialBudget, adjustedBudget, executed, weight, score }) =>
      [initialBudget, adjustedBudget, executed, weight, score].map((figure) => figure?.value),
    );

  it("left of the amounts", () => {
    expect(
      funds(
        ["预算执行情况", "10分", "项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "执行率", "得分"],
        ["^", "^", "年度资金总额", "90", "80", "76", "95%", "9.5"],
        ["^", "^", "其中：财政拨款", "90", "80", "76", "95%", ""],
      ),
    ).toEqual([
      ["90", "80", "76", undefined, "9.5"],
      ["90", "80", "76", undefined, undefined],
    ]);
  });

  it("between rate and score", () => {
    expect(
      funds(
        ["预算执行情况（10分）", "全年预算数", "全年执行数", "执行率", "10分", "得分"],
        ["年度资金总额", "80万元", "76万元", "95%", "10", "9.5"],
      ),
    ).toEqual([[undefined, "80", "76", "10", "9.5"]]);
  });
});
