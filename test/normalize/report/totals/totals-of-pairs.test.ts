import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const HEAD = ["二级指标", "三级指标", "指标值", "完成值", "分值", "得分"];
const OUTPUT = tableOf([HEAD, ["数量指标", "培训场次", "≥10场", "12场", "60", "58"]]);
const scores = (...blocks: Parameters<typeof documentOf>) =>
  normalize(documentOf("某项目绩效自评表", OUTPUT, ...blocks))[0]!.statedScores.map(({ scope, name, score, fullMarks }) => [
    scope,
    name,
    score?.value,
    fullMarks?.value,
  ]);

describe("the whole's score beside its full marks", () => {
  it("is one score, whichever of the two labels names a total too", () => {
    expect(scores(tableOf([["总分", "100", "自评总得分", "97.82"]]))).toEqual([["total", "自评总得分", "97.82", "100"]]);
    expect(scores(tableOf([["满分", "100", "总得分", "97.82"]]))).toEqual([["total", "总得分", "97.82", "100"]]);
  });

  it("may stand below its labels", () => {
    const summary = [
      ["总分", "自评得分", "自评等级"],
      ["100", "95.7", "优"],
    ];
    expect(scores(tableOf(summary))).toEqual([["total", "自评得分", "95.7", "100"]]);
    expect(normalize(documentOf("某项目绩效自评表", OUTPUT, tableOf(summary)))[0]!.grade).toMatchObject({ raw: "优" });
  });

  it("may have its grade behind it, which is none where a score does not stand before", () => {
    const gradeOf = (...row: string[]) => normalize(documentOf("某项目绩效自评表", OUTPUT, tableOf([row])))[0]!.grade?.raw;
    expect(gradeOf("总分", "100", "95.7", "优")).toBe("优");
    expect(gradeOf("总分", "90-100", "优", "80-90", "良")).toBeUndefined();
  });

  it("may stand on a line of nothing else, which no other line tells", () => {
    expect(scores("满分：100 总得分：98.89")).toEqual([["total", "总得分", "98.89", "100"]]);
    expect(scores("满分：100 总得分：98.89", "综上，本项目自评得分98.89分。")).toHaveLength(1);
    expect(scores("自评总得分 98.89 评价等级 优")).toEqual([["total", "自评总得分", "98.89", undefined]]);
    expect(scores("培训：100 总得分：98.89")).toEqual([]);
  });

  it("are two scores where both say what was got, or the first is no round figure", () => {
    expect(scores(tableOf([["自评得分", "96", "评价得分", "94"]]))).toHaveLength(2);
    expect(scores(tableOf([["总分", "97.5", "自评得分", "96"]]))).toHaveLength(2);
  });
});

describe("a score too small for any whole, under a name that may be a part's", () => {
  const small = (label: string, score: string) => {
    const rows = [
      HEAD,
      ["数量指标", "培训场次", "≥10场", "12场", "90", "88"],
      [label, "", "", "", "", score],
      ["总分", "", "", "", "100", "97.5"],
    ];
    const { statedScores } = normalize(documentOf("某项目绩效自评表", tableOf(rows)))[0]!;
    return statedScores.map((told) => [told.name, told.score?.value, told.score?.doubt !== undefined]);
  };
  const whole = ["总分", "97.5", false];

  it("is doubtful in a row of the indicators, and no pair tells it", () => {
    expect(small("自评得分", "9.5")).toEqual([["自评得分", "9.5", true], whole]);
    expect(small("评价得分", "9.5")).toEqual([["评价得分", "9.5", true], whole]);
    expect(scores(tableOf([["评价得分", "9.5"]]))).toEqual([]);
  });

  it("is the whole's where the rows sum to it, or the name says 总", () => {
    expect(small("总得分", "9.5")).toEqual([["总得分", "9.5", false], whole]);
    const rows = [HEAD, ["数量指标", "培训场次", "≥10场", "2场", "100", "20"], ["自评得分", "", "", "", "", "20"]];
    expect(normalize(documentOf("某项目绩效自评表", tableOf(rows)))[0]!.statedScores[0]!.score!.doubt).toBeUndefined();
  });
});

describe("the level that a table's heading names with its marks", () => {
  it("is a stated score, once, whatever number stands before it", () => {
    const stated = [["level1", "产出指标", undefined, "60"]];
    for (const heading of [
      "表2-1 产出指标（60分）",
      "附表2 产出指标完成情况（权重60分）",
      "（一）产出指标（60分）",
      "2.1 产出指标（60分）",
    ])
      expect(
        normalize(documentOf("某项目绩效自评表", heading, OUTPUT))[0]!.statedScores.map(({ scope, name, score, fullMarks }) => [
          scope,
          name,
          score?.value,
          fullMarks?.value,
        ]),
      ).toEqual(stated);
  });

  it("is none above a table whose rows name their levels", () => {
    const own = tableOf([
      ["一级指标", ...HEAD],
      ["效益指标", "社会效益", "培训场次", "≥10场", "12场", "60", "58"],
    ]);
    expect(normalize(documentOf("某项目绩效自评表", "表2-1 产出指标（60分）", own))[0]!.statedScores).toEqual([]);
  });
});
