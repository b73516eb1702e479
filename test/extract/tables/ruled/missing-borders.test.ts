import { describe, expect, it } from "vitest";
import { layOut } from "../../../../src/extract/tables/lay-out.js";
import type { Ruling, Word } from "../../../../src/extract/tables/placed.js";
import { shownBlocks } from "../../shown-blocks.js";
import { across, down, page, word } from "../placed-grid.js";

const XS = [60, 130, 210, 320, 400, 480];
const PITCH = 20;
const middled = (text: string, column: number, from: number, to: number, top: number): Word => {
  const x = (XS[column]! + XS[column + 1]!) / 2 - text.length * 5;
  return word(text, x, top + ((from + to) / 2) * PITCH + 3.8);
};

/** A head, two blocks of merged levels, and a row of its own. */
function form(top: number): Word[] {
  const head = ["一级指标", "二级指标", "三级指标", "目标值", "完成值"].map((text, i) => middled(text, i, 0, 1, top));
  const rows = ["修桥座数", "修路里程", "栽树棵数", "验收合格", "居民满意"].flatMap((text, i) => [
    middled(text, 2, i + 1, i + 2, top),
    middled("达标", 3, i + 1, i + 2, top),
    middled("达标", 4, i + 1, i + 2, top),
  ]);
  const levels = [
    middled("产出指标", 0, 1, 5, top),
    middled("数量指标", 1, 1, 4, top),
    middled("质量指标", 1, 4, 5, top),
    middled("满意度", 0, 5, 6, top),
    middled("服务对象", 1, 5, 6, top),
  ];
  return [...head, ...rows, ...levels];
}

/** Rows of another block whose texts run across the edge between the form's first two columns. */
const above = (top: number): Word[] =>
  [0, 1, 2, 3].flatMap((row) =>
    ["上级财政拨付资金", "拨付数额", "使用数额"].map((text, i) => word(text, [95, 245, 405][i]!, top + row * PITCH + 13.8)),
  );

const FORM = [
  ["一级指标", "二级指标", "三级指标", "目标值", "完成值"],
  ["产出指标 [4×1]", "数量指标 [3×1]", "修桥座数", "达标", "达标"],
  ["修路里程", "达标", "达标"],
  ["栽树棵数", "达标", "达标"],
  ["质量指标", "验收合格", "达标", "达标"],
  ["满意度", "服务对象", "居民满意", "达标", "达标"],
];
const rowsOf = (words: readonly Word[], rulings: readonly Ruling[]): unknown[] =>
  shownBlocks(layOut([page(words, rulings)])).flatMap((table) => table as unknown[]);

describe("tables without their side borders", () => {
  it("keep a block's own columns below rows that run across them, with no ruling at all", () => {
    expect(rowsOf([...above(100), ...form(180)], []).slice(-FORM.length)).toEqual(FORM);
  });

  it("do so with rulings between the rows only", () => {
    const rules: Ruling[] = [
      ...[100, 120, 140, 160, 180, 200, 280, 300].map((y) => across(y, 60, 480)),
      ...[220, 240].map((y) => across(y, 210, 480)),
      across(260, 130, 480),
    ];
    expect(rowsOf([...above(100), ...form(180)], rules).slice(-FORM.length)).toEqual(FORM);
  });

  it("part merged cells where their neighbours' rulings begin", () => {
    const rules: Ruling[] = [
      ...[180, 200, 280, 300].map((y) => across(y, 60, 480)),
      ...[220, 240].map((y) => across(y, 210, 480)),
      across(260, 130, 480),
      ...[320, 400, 480].map((x) => down(x, 180, 300)),
      // The first cell of each row has no left border.
      ...[130, 210].map((x) => down(x, 180, 200)),
      down(130, 200, 220),
      down(210, 200, 220),
      down(210, 240, 260),
      ...[130, 210].map((x) => down(x, 280, 300)),
    ];
    expect(rowsOf(form(180), rules)).toEqual(FORM);
  });

  it("leave its head to the table that joins one from below", () => {
    const words = [
      ...[
        ["项目", 70],
        ["管护步道", 200],
      ].map(([text, x]) => word(text as string, x as number, 112)),
      ...[
        ["主管", 70],
        ["水务站", 200],
      ].map(([text, x]) => word(text as string, x as number, 128)),
      ...[
        ["资金", 70],
        ["预算数", 170],
        ["执行数", 270],
      ].map(([text, x]) => word(text as string, x as number, 144)),
      ...[
        ["总额", 70],
        ["30.00", 170],
        ["29.00", 270],
      ].map(([text, x]) => word(text as string, x as number, 160)),
    ];
    const rulings = [across(117, 56, 340), down(120, 100, 133), across(149, 56, 340), down(150, 133, 165), down(250, 133, 165)];
    expect(shownBlocks(layOut([page(words, rulings)]))).toEqual([
      [
        ["项目", "管护步道"],
        ["主管", "水务站"],
      ],
      [
        ["资金", "预算数", "执行数"],
        ["总额", "30.00", "29.00"],
      ],
    ]);
  });
});
