import { describe, expect, it } from "vitest";
import { told, toldLines } from "./told.js";

const rows = (...texts: readonly string[]) =>
  told(...texts).indicators.map(({ level1, level2, level3, target, actual, weight, score }) => [
    [level1, level2, level3].join("/"),
    target,
    actual,
    weight?.value,
    score?.value,
  ]);
const BRIDGES = ["/数量指标/浮桥检修座数", "≥9座", "8座", "7", "6.2"];

describe("an indicator told in several paragraphs", () => {
  it("has its marks where 该项指标 goes on", () => {
    expect(rows("1.浮桥检修座数（数量指标）。目标值≥9座，实际完成8座。", "该项指标标准分值7分，自评得分6.2分。")).toEqual([BRIDGES]);
  });

  it("has its name on the line above its figures", () => {
    expect(rows("1.浮桥检修座数（数量指标）", "目标值≥9座，实际完成8座。", "该项指标分值7分，自评得分6.2分。")).toEqual([BRIDGES]);
  });

  it("is no level's, nor a heading's", () => {
    expect(rows("（一）产出指标", "目标值≥9座，实际完成8座，该项指标分值7分，得分6.2分。")).toEqual([]);
    expect(rows("1.指标完成情况", "目标值≥9座，实际完成8座，该项指标分值7分，得分6.2分。")).toEqual([]);
  });

  it("goes on behind a line that was full where a sentence ended", () => {
    const lines = [
      "1.浮桥检修座数（数量指标）。目标值≥9座，实际完成8座。",
      "",
      "该项指标标准分值7分，自评得分6.2分。",
      "",
      "2.护栏更换长度（数量指标）。目标值≥90米，实际完成95米。该",
      "",
      "项指标标准分值8分，自评得分8分。",
    ];
    expect(toldLines(lines.join("\n")).indicators.map(({ level3, weight }) => [level3, weight?.value])).toEqual([
      ["浮桥检修座数", "7"],
      ["护栏更换长度", "8"],
    ]);
  });
});

describe("the levels in a bracket behind a name", () => {
  const levels = (name: string) => rows(`1.${name}。目标值≥9座，实际完成8座。该项指标分值7分，得分6.2分。`).map(([path]) => path);

  it.each([
    ["浮桥检修座数（数量指标）", "/数量指标/浮桥检修座数"],
    ["浮桥检修座数[数量指标]", "/数量指标/浮桥检修座数"],
    ["浮桥检修座数（产出—数量指标）", "产出/数量指标/浮桥检修座数"],
    ["单座检修成本（元）（成本指标）", "/成本指标/单座检修成本（元）"],
    ["渡客满意度（满意度指标）", "满意度指标//渡客满意度"],
    ["单座检修成本（元/座）", "//单座检修成本（元/座）"],
    ["浮桥检修座数（含栈桥数量）", "//浮桥检修座数（含栈桥数量）"],
  ])("%s", (name, path) => {
    expect(levels(name)).toEqual([path]);
  });
});
