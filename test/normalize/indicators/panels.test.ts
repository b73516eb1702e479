import { describe, expect, it } from "vitest";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const read = (...rows: string[][]) => normalize(documentOf("某项目绩效自评表", tableOf(rows)))[0]!;
const named = ({ indicators }: ReturnType<typeof read>) =>
  indicators.map(({ level1, level3, weight, score }) => [level1, level3, weight?.value, score?.value]);

describe("indicators in panels side by side under repeated heads", () => {
  const head = ["序号", "指标名称", "分值", "得分"];

  it("are all read, the left panel first, with the total whose label reaches over the panels", () => {
    const record = read(
      [...head, ...head],
      ["1", "补种苗木株数", "30", "30", "3", "苗木成活率", "25", "24"],
      ["2", "修剪草坪面积", "25", "20", "4", "市民满意度", "20", "18"],
      ["合计", "<", "<", "<", "<", "<", "100", "92"],
    );
    expect(named(record)).toEqual([
      ["", "补种苗木株数", "30", "30"],
      ["", "修剪草坪面积", "25", "20"],
      ["", "苗木成活率", "25", "24"],
      ["", "市民满意度", "20", "18"],
    ]);
    expect(record.statedScores).toMatchObject([{ scope: "total", score: { value: "92" }, fullMarks: { value: "100" } }]);
    expect(record.indicators[2]!.score!.evidence).toMatchObject([{ row: 1, column: 7 }]);
  });

  it("keep apart the total whose label and score each reach over a panel", () => {
    const record = read(
      [...head, ...head],
      ["1", "补种苗木株数", "30", "30", "3", "苗木成活率", "25", "24"],
      ["2", "修剪草坪面积", "25", "20", "4", "市民满意度", "20", "18"],
      ["自评总得分（满分100分）", "<", "<", "<", "92", "<", "<", "<"],
    );
    expect(record.indicators).toHaveLength(4);
    expect(record.statedScores).toMatchObject([{ scope: "total", score: { value: "92" }, fullMarks: { value: "100" } }]);
  });

  it("keep their merged levels, leave out empty rows of the shorter panel, and end where the form goes on", () => {
    const levels = ["一级指标", "三级指标", "分值", "得分"];
    const record = read(
      ["单位", "某中心", "<", "<", "<", "<", "<", "<", "<"],
      [...levels, "", ...levels],
      ["产出指标", "补种苗木株数", "30", "30", "", "效益指标", "市容改善程度", "25", "24"],
      ["^", "修剪草坪面积", "15", "15", "", "满意度指标", "市民满意度", "20", "18"],
      ["^", "养护按期完成率", "10", "9", "", "", "", "", ""],
      ["总分", "<", "<", "96", "", "", "", "", ""],
    );
    expect(named(record)).toEqual([
      ["产出指标", "补种苗木株数", "30", "30"],
      ["产出指标", "修剪草坪面积", "15", "15"],
      ["产出指标", "养护按期完成率", "10", "9"],
      ["效益指标", "市容改善程度", "25", "24"],
      ["满意度指标", "市民满意度", "20", "18"],
    ]);
    expect(record.statedScores.map(({ score }) => score?.value)).toEqual(["96"]);
  });

  it("may be three, beside a cell that stands beside all of them", () => {
    const short = ["指标名称", "分值", "得分"];
    const record = read(
      ["绩效指标", ...short, ...short, ...short],
      ["^", "甲项数量", "40", "40", "乙项质量", "30", "29", "丙项进度", "30", "27"],
    );
    expect(named(record).map(([, name]) => name)).toEqual(["甲项数量", "乙项质量", "丙项进度"]);
  });

  it("are none where a plan and its result have the same two heads", () => {
    const record = read(["指标名称", "指标值", "得分", "指标值", "得分"], ["补种苗木株数", "≥50株", "10", "≥60株", "12"]);
    expect(record.indicators.map(({ level3 }) => level3)).toEqual(["补种苗木株数"]);
  });
});

describe("a table without levels whose indicators are called as levels may be", () => {
  const head = ["序号", "指标名称", "分值", "得分"];

  it("has indicators only, where all rows sum to its total", () => {
    const { indicators, statedScores } = read(
      head,
      ["1", "管网清淤长度", "10", "9"],
      ["2", "单位成本", "40", "40"],
      ["3", "居民满意度", "50", "45"],
      ["合计", "<", "100", "94"],
    );
    expect(indicators.map(({ level3 }) => level3)).toEqual(["管网清淤长度", "单位成本", "居民满意度"]);
    expect(statedScores.map(({ scope }) => scope)).toEqual(["total"]);
  });

  it("has levels where a row's marks are those of the rows below it", () => {
    const record = read(
      head,
      ["1", "产出指标", "60", "58"],
      ["1.1", "补种苗木株数", "30", "30"],
      ["1.2", "苗木成活率", "30", "28"],
      ["2", "居民满意程度", "40", "36"],
      ["2.1", "居民满意度", "25", "22"],
      ["2.2", "商户满意度", "15", "14"],
      ["合计", "<", "100", "94"],
    );
    expect(named(record).map(([level1, name]) => [level1, name])).toEqual([
      ["产出指标", "补种苗木株数"],
      ["产出指标", "苗木成活率"],
      ["居民满意程度", "居民满意度"],
      ["居民满意程度", "商户满意度"],
    ]);
  });
});
