import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const HEAD = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"];
const values = (name: string, target: string, actual: string) => {
  const [row] = normalize(documentOf("某项目绩效自评表", tableOf([HEAD, ["产出指标", "数量指标", name, target, actual, "50", "50"]])))[0]!
    .indicators;
  return [row!.targetValue?.value, row!.actualValue?.value, row!.direction];
};

describe("a quantity in a sentence", () => {
  it("is the indicator's where the words before it are the name's, the target's or only say that something was done", () => {
    expect(values("培训场次", "不少于10场次", "全年共举办培训12场次，超额完成")).toEqual(["10", "12", "higher"]);
    expect(values("合格率", "≥95%", "考核合格率为94.2%，略低于目标")).toEqual(["95", "94.2", "higher"]);
    expect(values("群众满意度", "达到90%", "经调查达93%")).toEqual(["90", "93", "higher"]);
    expect(values("甲", "新建公厕5座", "新建公厕4座")).toEqual(["5", "4", "higher"]);
  });

  it("takes the good side from the words that say what is counted", () => {
    expect(values("质量", "投诉率1%", "投诉率0.5%")).toEqual(["1", "0.5", "lower"]);
  });

  it("is another one where it tells a change, a part or what is left, or counts something else", () => {
    for (const [name, actual] of [
      ["培训人数", "上半年培训300人"],
      ["培训人数", "其中党员培训100人"],
      ["培训人数", "培训教师300人、学生100人"],
      ["培训人数", "每期培训50人"],
      ["新增就业", "减少400人"],
      ["到会人数", "还差20人"],
      ["培训人数", "完成计划的300人"],
    ] as const)
      expect(values(name, "≥500人", actual)[1]).toBeUndefined();
    expect(values("覆盖率", "≥95%", "出勤率90%")[1]).toBeUndefined();
    expect(values("甲", "新建公厕5座", "改建公厕4座")).toEqual([undefined, undefined, "none"]);
  });

  it("is the indicator's also where it is money: not what the whole project spent", () => {
    const { funds } = normalize(
      documentOf(
        "某项目绩效自评表",
        tableOf([HEAD, ["产出指标", "成本指标", "培训成本", "成本控制在90万元以内", "实际支出81万元，节约9万元", "100", "100"]]),
      ),
    )[0]!;
    expect(funds).toEqual([]);
  });
});
