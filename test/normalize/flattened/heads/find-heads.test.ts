import { describe, expect, it } from "vitest";
import { atomsOf } from "../../../../src/normalize/flattened/atom.js";
import { findHeads } from "../../../../src/normalize/flattened/heads/find-heads.js";
import { extractedLines } from "../flatten.js";

function kindsBelow(lines: readonly string[]): (string | undefined)[] {
  const { blocks } = extractedLines(lines);
  return findHeads(atomsOf(blocks, 0, blocks.length))[0]?.columns.map(({ kind }) => kind) ?? [];
}

describe("heads, one a line", () => {
  it("end with a word that no list has, before what a first row begins with", () => {
    const head = ["一级指标", "三级指标", "指标值", "完成值", "分值", "得分", "取数来源"];
    const kinds = ["level1", "name", "target", "actual", "points", "points", "other"];
    expect(kindsBelow([...head, "产出指标", "培训班期数", "≥10期", "10期", "20", "20", "统计报表"])).toEqual(kinds);
    expect(kindsBelow(["序号", ...head, "1", "产出指标", "培训班期数", "≥10期", "10期", "20", "20", "统计报表"])).toEqual([
      "serial",
      ...kinds,
    ]);
  });

  it("are one head of reasons with what it tells besides, wherever it is broken", () => {
    const head = ["一级指标", "三级指标", "指标值", "完成值", "分值 得分"];
    const kinds = ["level1", "name", "target", "actual", "points", "points", "text"];
    for (const broken of [["扣分原", "因 及 整", "改措施"], ["未完成", "原因和下一", "步改进措", "施"], ["扣分原因"]])
      expect(kindsBelow([...head, ...broken, "产出指标", "培训班期数", "≥10期", "10期", "20", "20", "无"]), broken.join()).toEqual(kinds);
  });

  it("name the indicators in their second level where there is no third", () => {
    const kinds = ["level1", "name", "target", "actual", "points", "points"];
    expect(kindsBelow(["一级指标", "二级指标", "指标值", "完成值", "分值", "得分", "产出指标", "培训班期数"])).toEqual(kinds);
  });

  it("tell values of another year apart, and what an indicator measures", () => {
    const head = ["一级指标", "指标名称", "上年完成值", "指标说明", "指标值", "完成值", "分值", "得分"];
    const kinds = ["level1", "name", "earlier", "explanation", "target", "actual", "points", "points"];
    expect(kindsBelow([...head, "产出指标", "培训班期数"])).toEqual(kinds);
  });
});
