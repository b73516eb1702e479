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
