import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const levels = (head: string[], ...rows: string[][]) =>
  normalize(documentOf("某项目绩效自评表", tableOf([[...head, "指标值", "完成值", "分值", "得分"], ...rows])))[0]!.indicators.map(
    ({ level1, level2, level3, direction }) => [level1, level2, level3, direction].join("/"),
  );
const COUNT = ["12座", "12座", "60", "60"];
const WORDS = ["明显改善", "明显改善", "40", "40"];

describe("指标类型", () => {
  it("over 定量 and 定性 tells natures, and no levels", () => {
    expect(
      levels(
        ["二级指标", "三级指标", "指标类型"],
        ["数量指标", "检修浮桥座数", "定量", ...COUNT],
        ["社会效益", "渡运条件", "定性", ...WORDS],
      ),
    ).toEqual(["产出指标/数量指标/检修浮桥座数/higher", "效益指标/社会效益/渡运条件/none"]);
    expect(
      levels(["指标类型", "三级指标"], ["产出指标-数量指标", "检修浮桥座数", ...COUNT], ["效益指标-社会效益", "渡运条件", ...WORDS]),
    ).toEqual(["产出指标/数量指标/检修浮桥座数/higher", "效益指标/社会效益/渡运条件/none"]);
  });

  it("stands beside 一、二级指标, a head of two levels and no numbered one", () => {
    expect(
      levels(
        ["一、二级指标", "指标名称", "指标类型"],
        ["产出/数量指标", "检修浮桥座数", "定量", ...COUNT],
        ["效益/社会效益", "渡运条件", "定性", ...WORDS],
      ),
    ).toEqual(["产出/数量指标/检修浮桥座数/higher", "效益/社会效益/渡运条件/none"]);
  });
});
