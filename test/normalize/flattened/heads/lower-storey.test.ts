import { describe, expect, it } from "vitest";
import { atomsOf } from "../../../../src/normalize/flattened/atom.js";
import { findHeads } from "../../../../src/normalize/flattened/heads/find-heads.js";
import { extractedLines } from "../flatten.js";

function titlesBelow(lines: readonly string[]): (string | undefined)[] {
  const { blocks } = extractedLines(lines);
  return findHeads(atomsOf(blocks, 0, blocks.length))[0]?.columns.map(({ title }) => title) ?? [];
}

const VALUES = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值"];
const BODY = ["产出指标", "数量指标", "培训班期数", "≥10期", "10期", "20", "20"];

describe("heads of two storeys, their lines one behind the other", () => {
  it("puts a group's columns in the place of its head", () => {
    const wanted = [...VALUES, "分值", "得分", "偏差原因"];
    expect(titlesBelow([...VALUES, "评分情况", "偏差原因", "分值", "得分", ...BODY])).toEqual(wanted);
    expect(titlesBelow([`${VALUES.join(" ")} 评分情况 偏差原因`, "分值 得分", BODY.join(" ")])).toEqual(wanted);
  });

  it("puts the columns of several groups each in the place of its own", () => {
    const upper = ["编号", "绩效指标", "分值", "指标值", "评分", "偏差原因"];
    const lower = ["一级指标", "二级指标", "三级指标", "单位", "目标值", "完成值", "自评得分", "复核得分"];
    const wanted = ["编号", ...lower.slice(0, 3), "分值", ...lower.slice(3), "偏差原因"];
    const body = ["1", "产出指标", "数量指标", "培训班期数", "20", "期", "10", "10", "20", "20"];
    expect(titlesBelow([...upper, ...lower, ...body])).toEqual(wanted);
    expect(titlesBelow([upper.join(" "), lower.join(" "), body.join(" ")])).toEqual(wanted);
  });

  it("knows the lower heads by the words in them where no list has them, each a piece by itself", () => {
    const upper = ["二级指标", "绩效指标内容", "指标完成情况", "完成率", "评分"];
    const lower = ["批复考核目标值", "年末完成值", "满分", "自评分"];
    const wanted = [...upper.slice(0, 2), ...lower.slice(0, 2), "完成率", ...lower.slice(2)];
    expect(titlesBelow([...upper, ...lower, "数量指标", "培训班期数", "≥10期", "10期", "100%", "20", "20"])).toEqual(wanted);
  });

  it("leaves the columns beside a label of the whole table where they stand", () => {
    const wanted = ["编号", ...VALUES, "分值", "得分"];
    expect(titlesBelow(["绩效指标", ...wanted, "1", ...BODY])).toEqual(wanted);
  });
});
