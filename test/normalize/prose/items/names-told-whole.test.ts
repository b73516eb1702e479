import { describe, expect, it } from "vitest";
import { told } from "../told.js";

const read = (...texts: string[]) =>
  told(...texts).indicators.map(
    ({ level1, level2, level3, target, actual, weight, score }) =>
      `${level1}/${level2}/${level3} ${target} ${actual} ${weight?.value ?? ""} ${score?.value ?? ""}`,
  );

describe("a name behind which all is told that an indicator has", () => {
  it.each([
    "因渡致贫人数",
    "渡运统计分析篇数",
    "县内综合排名",
    "护栏技术等级达标率",
    "第三方绩效评价覆盖率",
    "自评材料报送份数",
    "季度督查次数",
  ])("may hold words that sentences are made of: %s", (name) => {
    expect(read("一、产出指标", `1.${name}（数量指标，20分）：目标≥12，完成12，得20分。`)).toEqual([
      `产出指标/数量指标/${name} ≥12 12 20 20`,
    ]);
  });

  it.each(["集约建设节约资金", "第四季度补贴发放时间"])("may be of money or of a time, its levels in brackets or before it: %s", (name) => {
    expect(read(`${name}（效益指标—经济效益指标，分值20分）：指标值为≥12，实际完成值为12，得分20分。`)).toEqual([
      `效益指标/经济效益指标/${name} ≥12 12 20 20`,
    ]);
    expect(read(`产出指标—时效指标—${name}：指标值≥12，实际完成12，分值20分，自评得分20分。`)).toEqual([
      `产出指标/时效指标/${name} ≥12 12 20 20`,
    ]);
  });

  it("may stand under 社会公众或服务对象满意度", () => {
    expect(read("养殖户满意度（满意度—社会公众或服务对象满意度，分值10分）：指标值为≥92%，实际完成值为92%，得分8分。")).toEqual([
      "满意度/社会公众或服务对象满意度/养殖户满意度 ≥92% 92% 10 8",
    ]);
  });

  it("is doubted where it is no name, and not passed over", () => {
    const { indicators, unnamed } = told(
      "一、产出指标",
      "1.检修浮桥座数（数量指标，20分）：目标≥12座，完成12座，得20分；2.自评得分情况（数量指标，10分）：目标≥2批，完成2批，得10分。",
    );
    expect(indicators.map(({ level3 }) => level3)).toEqual(["检修浮桥座数"]);
    expect(unnamed.map(({ value }) => value)).toEqual(["10"]);
  });

  it("may begin with a word in quotes", () => {
    expect(read("产出指标", "其中：预算编制完整性8分，自评8分，“三公”经费控制情况7分，自评7分。")[1]).toBe(
      "产出指标//“三公”经费控制情况   7 7",
    );
  });
});

describe("fields", () => {
  it.each(["／", "·", "|"])("parted by %s", (mark) => {
    const fields = ["目标≥12座", "完成9座", "满分10分", "得分8分"].join(mark);
    expect(read(`产出指标：数量指标——检修浮桥座数（${fields}）。`)).toEqual(["产出指标/数量指标/检修浮桥座数 ≥12座 9座 10 8"]);
  });

  it("on lines of their own, the levels under a label that the report itself made", () => {
    const rows = [
      ["检修浮桥座数", "产出指标—数量指标", "≥12座", "12座"],
      ["渡运安全水平", "效益指标—社会效益指标", "有效提升", "基本达到预期，部分渡口待改善"],
      ["预算执行率", "预算执行", "100%", "98%"],
    ];
    const lines = rows.flatMap(([name, levels, target, actual], i) => [
      `指标${i + 1} ${name}`,
      `所属类别：${levels}`,
      `指标值：${target}`,
      `完成值：${actual}`,
      "分值：10分",
      "得分：9分",
    ]);
    expect(read(...lines)).toEqual([
      "产出指标/数量指标/检修浮桥座数 ≥12座 12座 10 9",
      "效益指标/社会效益指标/渡运安全水平 有效提升 基本达到预期，部分渡口待改善 10 9",
      "预算执行//预算执行率 100% 98% 10 9",
    ]);
  });
});

describe("a level of the report's own", () => {
  it("is told by marks of which others have their parts, on a line numbered as those of known levels", () => {
    const report = told(
      "1.产出（20分），自评得19分。其中：检修浮桥座数20分，自评19分。",
      "2.渡口秩序（15分），自评得14分。其中：登记完整性8分，自评8分，护栏规范性7分，自评6分。",
    );
    expect(report.indicators.map(({ level1, level3 }) => `${level1}/${level3}`)).toEqual([
      "产出/检修浮桥座数",
      "渡口秩序/登记完整性",
      "渡口秩序/护栏规范性",
    ]);
    expect(report.statedScores.map(({ name, score, fullMarks }) => `${name} ${score?.value}/${fullMarks?.value}`)).toEqual([
      "产出 19/20",
      "渡口秩序 14/15",
    ]);
  });
});
