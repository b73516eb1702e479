import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const HEAD = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"];
const ROW = ["产出指标", "数量指标", "栽植苗木", "≥3000株", "3022株", "90", "88"];

function execution(row: readonly string[]) {
  const { indicators } = normalize(documentOf("造林项目2021年度绩效自评表", tableOf([HEAD, ROW, row])))[0]!;
  expect(indicators).toHaveLength(2);
  const { level3, actual, weight, score, category } = indicators[1]!;
  return [level3, category, actual, weight?.value, score?.value];
}

describe("a row of labels and values for the budget's execution", () => {
  it("among the indicators is the execution with its marks", () => {
    const marks = (weight: string | undefined) => ["预算执行率", "execution", "95%", weight, "9.5"];
    expect(execution(["预算执行率", "95%", "自评得分", "9.5", "<", "<", "<"])).toEqual(marks(undefined));
    expect(execution(["预算执行率（10分）", "95%", "预算执行得分", "9.5分", "<", "<", "<"])).toEqual(marks("10"));
    expect(execution(["预算执行率", "95%", "分值", "10", "得分", "9.5", "<"])).toEqual(marks("10"));
  });

  it("lacks no result that nothing stood for", () => {
    const [report] = normalize(
      documentOf("造林项目2021年度绩效自评表", tableOf([HEAD, ROW, ["预算执行率", "分值", "10", "得分", "9.5", "<", "<"]])),
    );
    expect(report!.indicators.map(({ level3, columns }) => [level3, columns?.includes("actual")])).toEqual([
      ["栽植苗木", true],
      ["预算执行率", false],
    ]);
  });

  it("is a row as any other where its cells stand under the heads", () => {
    expect(execution(["预算执行率", "<", "<", "100%", "95%", "10", "9.5"])).toEqual(["预算执行率", "execution", "95%", "10", "9.5"]);
  });
});
