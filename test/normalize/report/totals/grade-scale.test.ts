import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const FORM = tableOf([
  ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
  ["产出指标", "数量指标", "培训人数", "≥100人", "120人", "60", "60"],
  ["效益指标", "社会效益指标", "知晓率", "≥90%", "92%", "40", "35"],
  ["总分", "", "", "", "", "100", "95"],
]);
const BANDS = ["90分以上", "80-90分", "60-80分", "60分以下"];

function gradeOf(...rows: readonly (readonly string[])[]) {
  return normalize(documentOf("2023年度项目支出绩效自评表", FORM, tableOf(rows)))[0]!.grade?.raw;
}

describe("a scale of grades", () => {
  it.each([
    [
      "lies across",
      [
        ["评价等级", "差", "中", "良", "优"],
        ["得分区间", ...BANDS.toReversed()],
      ],
    ],
    [
      "lies across below the points",
      [
        ["自评等级", ...BANDS],
        ["", "优", "良", "中", "差"],
      ],
    ],
    ["stands upright", [["等级", "分数区间"], ...["优", "良", "中", "差"].map((grade, i) => [grade, BANDS[i]!])]],
  ])("is no grade of the report where it %s", (_, rows) => {
    expect(gradeOf(...rows)).toBeUndefined();
  });

  it("leaves the report's own grade what it is", () => {
    expect(gradeOf(["自评等级", "优"], ["自评得分", "95"])).toBe("优");
  });
});
