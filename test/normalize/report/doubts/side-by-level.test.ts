import { describe, expect, it } from "vitest";
import type { Table } from "../../../../src/core/extracted.js";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const HEAD = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"];
/** The weights of both first levels as the form states them, and one row that may stand under the wrong one. */
const ROWS = (second: string, sign: string) => [
  ["产出指标（50分）", "数量指标", "培训人数", "205人", "235人", "50", "50"],
  ["^", "成本指标", "人均费用", "≤2600元", "2600元", "10", "10"],
  ["^", second, "培训后就业率", `${sign}84%`, "87%", "10", "10"],
  ["效益指标（30分）", "社会效益指标", "社会认同感", "增强", "增强", "30", "30"],
];
const GUESSED = { origin: "aligned", confidence: 0.85 } as const;

function isDoubted(second: string, sign = "", grid: Partial<Pick<Table, "origin" | "confidence">> = GUESSED): boolean {
  const table = { ...(tableOf([HEAD, ...ROWS(second, sign)]) as Table), ...grid };
  const row = normalize(documentOf("2021年度技能培训项目绩效自评表", table))[0]!.indicators.find(({ level3 }) => level3 === "培训后就业率");
  return row!.targetValue!.doubt !== undefined;
}

describe("the good side of a target that only its level tells, where the levels of a guessed grid lack their marks", () => {
  it("is in doubt", () => {
    expect(isDoubted("成本指标")).toBe(true);
  });

  it("is none where the target has a sign, another level tells no side, or rulings tell the levels", () => {
    expect(isDoubted("成本指标", "≤")).toBe(false);
    expect(isDoubted("质量指标")).toBe(false);
    expect(isDoubted("成本指标", "", { origin: "markup", confidence: 1 })).toBe(false);
  });
});
