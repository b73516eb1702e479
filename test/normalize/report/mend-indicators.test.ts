import { describe, expect, it } from "vitest";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

describe("words of targets and results that recognition garbles", () => {
  const draft = normalize(
    documentOf(
      tableOf([
        ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        ["产出指标", "时效指标", "办结时限", "≤20个工作日", "18个工作目", "50", "50"],
        ["产出指标", "质量指标", "目标管理", "明确工作目标", "明确工作目标", "50", "50"],
      ]),
    ),
  )[0]!;

  it("are put right with the unit, and listed", () => {
    expect(draft.indicators[0]).toMatchObject({ actual: "18个工作日", actualValue: { value: "18", unit: "个工作日" } });
    expect(draft.repairs).toMatchObject([{ path: "/indicators/0/actual", before: "18个工作目", after: "18个工作日" }]);
  });

  it("stay where they are other words", () => {
    expect(draft.indicators[1]).toMatchObject({ target: "明确工作目标", actual: "明确工作目标" });
  });
});

describe("a 2 in the place of ≥ before the targets", () => {
  const HEAD = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"];
  const read = (...rows: string[][]) => normalize(documentOf(tableOf([HEAD, ...rows])))[0]!.indicators;

  it("is the sign where a share would be beyond the whole, and then where what is left gives the marks", () => {
    const rows = read(
      ["产出指标", "质量指标", "验收合格率", "298%", "99%", "40", "40"],
      ["产出指标", "数量指标", "检修泵站座数", "2120座", "108座", "50", "45"],
      ["产出指标", "数量指标", "巡检次数", "2400次", "2410次", "10", "10"],
    );
    expect(rows.map(({ target }) => target)).toEqual(["≥98%", "≥120座", "2400次"]);
  });

  it("stays a figure where a share is one", () => {
    const [row] = read(["效益指标", "社会效益指标", "公交出行分担率", "22%", "22.6%", "100", "100"]);
    expect(row).toMatchObject({ target: "22%", targetValue: { value: "22" } });
  });

  it("is the sign alone in a column of signs, as 5= is", () => {
    const head = ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值", "权重", "得分"];
    const row = (name: string, sign: string) => ["产出指标", "数量指标", name, sign, "92", "%", "92%", "50", "50"];
    const { indicators } = normalize(documentOf(tableOf([head, row("检修合格率", "5="), row("巡检覆盖率", "2")])))[0]!;
    expect(indicators.map(({ targetValue }) => [targetValue?.operator, targetValue?.value])).toEqual([
      [">=", "92"],
      [">=", "92"],
    ]);
  });
});
