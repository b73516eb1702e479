import { describe, expect, it } from "vitest";
import { told } from "../told.js";

const read = (...texts: string[]) => {
  const { indicators, statedScores } = told(...texts);
  return {
    rows: indicators.map(({ level1, level2, level3, weight, score }) => [level1, level2, level3, weight?.value, score?.value].join("/")),
    scores: statedScores.map(({ scope, name, score, fullMarks }) => [scope, name, score?.value, fullMarks?.value].join("/")),
  };
};

describe("first levels that no form knows", () => {
  it("are those whose marks the indicators behind them sum to", () => {
    expect(
      read(
        "（一）渡口制度（15分）。“值班制度”应得8分，缺一次记录，扣1分，实得7分；“维修制度”应得7分，实得7分。",
        "（二）渡口成效（20分）。“渡运人次”应得20分，实得20分。",
      ),
    ).toEqual({
      rows: ["渡口制度//值班制度/8/7", "渡口制度//维修制度/7/7", "渡口成效//渡运人次/20/20"],
      scores: ["level1/渡口制度//15", "level1/渡口成效//20"],
    });
    expect(
      read(
        "履职效能（20分）",
        "【重点工作—检修任务完成率】分值：20分；自评：20分。",
        "内部治理（15分）",
        "【预算编制—编制规范性】分值：10分；自评：10分。",
        "【资产管理—账实相符】分值：5分；自评：4分。",
      ),
    ).toEqual({
      rows: ["履职效能/重点工作/检修任务完成率/20/20", "内部治理/预算编制/编制规范性/10/10", "内部治理/资产管理/账实相符/5/4"],
      scores: ["level1/履职效能//20", "level1/内部治理//15"],
    });
  });

  it("are none where the marks do not sum", () => {
    expect(read("渡口制度（15分）", "“值班制度”应得8分，实得7分；“维修制度”应得9分，实得9分。").scores).toEqual([]);
  });
});

describe("满意度 among benefits", () => {
  it.each([
    [
      "counted as their kinds are",
      [
        "效益共40分。一是社会效益，渡运人次计划5万人次，实际6万人次，该项25分，自评25分。二是满意度，船民满意度计划85%，实际89%，该项15分，自评15分。",
      ],
    ],
    [
      "told as their kinds are",
      [
        "（四）项目效益情况",
        "效益类指标满分40分，得40分。其中，社会效益下设渡运人次一个指标，满分25分，得25分。满意度下设船民满意度一个指标，满分15分，得15分。",
      ],
    ],
  ])("is one of them where it is %s", (_, texts) => {
    expect(read(...texts).rows.map((row) => row.split("/").slice(1, 3).join("/"))).toEqual(["社会效益/渡运人次", "满意度/船民满意度"]);
  });

  it("is a first level where it is told as 效益 is", () => {
    const rows = read(
      "效益：渡运人次计划5万人次，实际6万人次，满分25分，得25分。",
      "满意度：船民满意度计划85%，实际89%，满分15分，得15分。",
    ).rows;
    expect(rows).toEqual(["效益//渡运人次/25/25", "满意度//船民满意度/15/15"]);
  });
});

describe("names that are levels' elsewhere", () => {
  it("are indicators below a second level of the report's own, and in quotes", () => {
    expect(
      read(
        "（四）效果情况（20分，得19分）",
        "履职效益方面：社会效益，权重10分，得10分；社会公众满意度，权重10分，回访有抱怨，扣1分，得9分。",
      ).rows,
    ).toEqual(["效果/履职效益/社会效益/10/10", "效果/履职效益/社会公众满意度/10/9"]);
    expect(read("项目产出（20分）。“产出数量”指标12分，检修12座，得12分；“产出时效”指标8分，晚到，扣2分，得6分。").rows).toEqual([
      "项目产出//产出数量/12/12",
      "项目产出//产出时效/8/6",
    ]);
  });

  it("stand on a line with their level, above the line of their marks", () => {
    const lines = ["预算编制：预算编制完整性", "重点任务：浮桥检修", "信息公开：预决算公开"].flatMap((line) => [
      line,
      "标准分5分，自评分5分。按要求完成。",
    ]);
    expect(read("部门履职", ...lines).rows).toEqual([
      "部门履职/预算编制/预算编制完整性/5/5",
      "部门履职/重点任务/浮桥检修/5/5",
      "部门履职/信息公开/预决算公开/5/5",
    ]);
  });
});

describe("words between a level and its name", () => {
  it.each([
    ["数量指标有检修浮桥≥12座（实际12座，10分，得10分）。", "检修浮桥"],
    ["数量指标有效灌溉面积≥12公顷（实际12公顷，10分，得10分）。", "有效灌溉面积"],
    ["社会效益指标有责投诉件数≤3件（实际2件，10分，得10分）。", "有责投诉件数"],
    ["数量指标包括检修浮桥≥12座（实际12座，10分，得10分）。", "检修浮桥"],
    ["产出数量下设浮桥检修完成数一个指标，满分10分，得10分。", "浮桥检修完成数"],
    ["质量指标下设验收合格率1个三级指标，满分10分，得10分。", "验收合格率"],
    ["数量指标为办结许可事项指标，目标值≥12件，完成值12件，分值10分，得分10分。", "办结许可事项"],
    ["（A）数量指标——检修浮桥：目标值≥12座，完成值12座，分值10分，得分10分。", "检修浮桥"],
  ])("are no part of it: %s", (text, name) => {
    expect(told(text).indicators.map(({ level3 }) => level3)).toEqual([name]);
  });
});
