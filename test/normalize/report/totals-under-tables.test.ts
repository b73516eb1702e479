import { describe, expect, it } from "vitest";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const HEAD = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"];
const OUTPUT = tableOf([HEAD, ["产出指标", "数量指标", "培训场次", "≥10场", "12场", "60", "58"]]);
const BENEFIT = tableOf([HEAD, ["效益指标", "社会效益", "就业带动", "明显", "明显", "40", "40"]]);
const totals = (...blocks: Parameters<typeof documentOf>) =>
  normalize(documentOf("某项目绩效自评表", ...blocks))[0]!.statedScores.map(({ scope, name, score }) => [scope, name, score?.value]);

describe("合计 on the first line under an indicator table", () => {
  const whole = tableOf([HEAD, ["产出指标", "数量指标", "培训场次", "≥10场", "12场", "100", "98"]]);

  it("is the total that the table lacks", () => {
    expect(totals(whole, "合计：95分")).toEqual([["total", "合计", "95"]]);
    expect(totals(whole, "合计：98")).toEqual([["total", "合计", "98"]]);
  });

  it("is none where the sum does not bear out a figure without 分, or other text stands between", () => {
    expect(totals(whole, "合计：95")).toEqual([]);
    expect(totals(whole, "本项目按期完成。", "合计：98分")).toEqual([]);
  });

  it("is none under one of several tables, unless it sums them all", () => {
    expect(totals(OUTPUT, "合计：58分", BENEFIT, "合计：40分")).toEqual([]);
    expect(totals(OUTPUT, BENEFIT, "合计：98分")).toEqual([["total", "合计", "98"]]);
  });
});
