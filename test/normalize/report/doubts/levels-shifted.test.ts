import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const HEAD = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"];
const ROWS = [
  ["产出指标", "数量指标", "改造路灯数量", "≥120盏", "126盏", "20", "20"],
  ["", "质量指标", "路灯验收合格率", "≥95%", "97%", "30", "30"],
  ["效益指标", "社会效益指标", "夜间出行方便程度", "明显提高", "明显提高", "30", "30"],
  ["", "生态效益指标", "节电量", "≥3万度", "3万度", "20", "20"],
];
const read = (rows: readonly (readonly string[])[]) =>
  normalize(documentOf("河湾镇路灯改造项目绩效自评表", tableOf([HEAD, ...rows])))[0]!.completeness;

describe("second levels of a table", () => {
  it("leave the indicators in doubt where rows without a first level have them in its column", () => {
    const shifted = ROWS.map((row) => (row[0] === "" ? [...row.slice(1), ""] : row));
    expect(read(shifted)).toMatchObject({
      indicators: "doubtful",
      because: expect.arrayContaining([expect.stringContaining("several columns")]),
    });
  });

  it("say nothing in one column", () => {
    expect(read(ROWS).because.join()).not.toContain("several columns");
  });
});
