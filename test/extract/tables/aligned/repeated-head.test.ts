import { expect, it } from "vitest";
import { layOut } from "../../../../src/extract/tables/lay-out.js";
import type { Word } from "../../../../src/extract/tables/placed.js";
import { shownBlocks } from "../../shown-blocks.js";
import { page, word } from "../placed-grid.js";

const HEAD = ["三级指标", "指标值", "完成值", "得分"];
const FIRST = [HEAD, ["修桥座数", "3座", "3座", "30"], ["修路里程", "8里", "8里", "40"], ["修缮工期", "6月", "5月", "10"]];
const SECOND = [HEAD, ["出行时间", "20分", "18分", "10"], ["群众满意", "90%", "88%", "9"], ["投诉件数", "3件", "2件", "1"]];
const rows = (texts: readonly (readonly string[])[], top: number): Word[] =>
  texts.flatMap((row, r) => row.map((text, i) => word(text, 60 + i * 110, top + r * 18)));

it("a heading above the same head once more parts two tables that nothing rules", () => {
  const words = [...rows(FIRST, 100), word("（二）项目效益", 60, 176), ...rows(SECOND, 196)];
  expect(shownBlocks(layOut([page(words, [])]))).toEqual([FIRST, "（二）项目效益", SECOND]);
});

it("a numbered name in the midst of a table's rows parts none", () => {
  const words = [...rows(FIRST, 100), word("（二）项目效益", 60, 172), ...rows(SECOND.slice(1), 190)];
  expect(shownBlocks(layOut([page(words, [])]))).toHaveLength(1);
});
