import { expect, it } from "vitest";
import { layOut } from "../../../../src/extract/tables/lay-out.js";
import type { Word } from "../../../../src/extract/tables/placed.js";
import { shownBlocks } from "../../shown-blocks.js";
import { across, page, word } from "../placed-grid.js";

const FUNDS = [
  ["项目", "预算数", "执行数", "执行率"],
  ["资金总额", "120.00", "96.00", "80.00%"],
];
const HEAD = ["三级指标", "指标值", "完成值", "得分"];
const LEFT = [HEAD, ["修桥座数", "3座", "3座", "30"], ["修路里程", "8里", "8里", "40"], ["修缮工期", "6月", "5月", "10"]];
const RIGHT = [HEAD, ["出行时间", "20分", "18分", "10"], ["群众满意", "90%", "88%", "9"]];

const rows = (texts: readonly (readonly string[])[], left: number, width: number, top: number, pitch: number): Word[] =>
  texts.flatMap((row, r) => row.map((text, i) => word(text, left + i * width, top + r * pitch)));

it("three-line tables side by side below a wider one are two, each with rows of its own", () => {
  const words = [...rows(FUNDS, 60, 130, 113, 18), ...rows(LEFT, 60, 58, 159, 18), ...rows(RIGHT, 320, 58, 159, 27)];
  const wide = [100, 118, 140].map((y) => across(y, 56, 550));
  const left = [146, 164, 222].map((y) => across(y, 56, 290));
  const right = [146, 164, 230].map((y) => across(y, 316, 550));
  expect(shownBlocks(layOut([page(words, [...wide, ...left, ...right])]))).toEqual([FUNDS, LEFT, RIGHT]);
});
