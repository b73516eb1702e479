import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

describe("a reason in a row of its own", () => {
  it("leaves in doubt whether the indicators beside it are without one, and no others", () => {
    const table = tableOf([
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"],
      ["产出指标", "数量指标", "更换路灯", "≥300盏", "310盏", "30", "30", ""],
      ["产出指标", "质量指标", "完好率", "≥95%", "90%", "30", "28", ""],
      ["", "", "", "", "", "", "", "雨季雷击，灯具损坏较多"],
      ["效益指标", "社会效益指标", "夜间事故", "≤5起", "4起", "20", "20", ""],
      ["满意度指标", "服务对象满意度指标", "居民满意度", "≥90%", "95%", "20", "20", ""],
    ]);
    const [draft] = normalize(documentOf("2023年度项目支出绩效自评表", table));
    expect(draft!.indicators.map(({ level3, doubt }) => [level3, doubt?.on])).toEqual([
      ["更换路灯", undefined],
      ["完好率", ["deviationReason"]],
      ["夜间事故", ["deviationReason"]],
      ["居民满意度", undefined],
    ]);
  });
});
