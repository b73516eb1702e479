import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const HEAD = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"];
const OUTPUT = tableOf([HEAD, ["产出指标", "数量指标", "培训场次", "≥10场", "12场", "60", "58"]]);
const BENEFIT = tableOf([HEAD, ["效益指标", "社会效益", "就业带动", "明显", "明显", "40", "40"]]);
const totals = (...blocks: Parameters<typeof documentOf>) =>
  normalize(documentOf("某项目绩效自评表", ...blocks))[0]!.statedScores.map(({ scope, name, score }) => [scope, name, score?.value]);

describe("a grade in the row of the total", () => {
  const REASON = [...HEAD, "偏差原因"];
  const form = (grade: string) =>
    tableOf([
      REASON,
      ["产出指标", "数量指标", "培训场次", "≥10场", "12场", "100", "95.8", ""],
      ["总分", "", "", "", "", "100", "95.8", grade],
    ]);
  const NOTE = "注：“总分”栏依次填列分值合计、得分合计和自评等级。";
  const graded = (...blocks: Parameters<typeof documentOf>[1][]) => normalize(documentOf("某项目绩效自评表", ...blocks))[0]!.grade;

  it("is read whatever it is where a note says that it stands there", () => {
    expect(graded(form("96"), NOTE)).toMatchObject({ raw: "96", band: null });
    expect(graded(form("优"), NOTE)).toMatchObject({ raw: "优", band: "excellent" });
    expect(graded(form("96"), "合计行分别填写分值、得分及评价等次。")).toMatchObject({ raw: "96", band: null });
  });

  it("is none where no note says so, or nothing stands there", () => {
    expect(graded(form("96"))).toBeNull();
    expect(graded(form(""), NOTE)).toBeNull();
  });
});

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
