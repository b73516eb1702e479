import { describe, expect, it } from "vitest";
import { layOut } from "../../../../src/extract/tables/lay-out.js";
import type { PlacedPage, Word } from "../../../../src/extract/tables/placed.js";
import { shownBlocks } from "../../shown-blocks.js";
import { across, page, word } from "../placed-grid.js";

const shown = (...pages: PlacedPage[]): unknown[] => shownBlocks(layOut(pages));
const XS = [60, 90, 220, 300, 380, 440];
const row = (y: number, texts: readonly string[]): Word[] => texts.flatMap((text, i) => (text ? [word(text, XS[i]!, y)] : []));

const HEAD = ["序号", "三级指标", "指标值", "完成值", "分值", "得分"];
const ROWS = [
  ["一、产出指标（60分）"],
  ["1", "修桥座数", "3座", "3座", "30", "30"],
  ["2", "修路里程", "8里", "8里", "30", "30"],
  ["二、满意度指标（40分）"],
  ["3", "群众满意", "90%", "91%", "40", "40"],
];

describe("rows between rulings that name a group", () => {
  const rulings = Array.from({ length: 7 }, (_, i) => across(100 + i * 24, 56, 500));

  it("part no table, though they are called as headings are", () => {
    const words = [HEAD, ...ROWS].flatMap((texts, i) => row(116 + i * 24, texts));
    const [table, ...others] = shown(page(words, rulings)) as string[][][];
    expect(others).toEqual([]);
    expect(table!.map((texts) => texts.flatMap((text) => text.replace(/ \[.*$/u, "") || []))).toEqual([HEAD, ...ROWS]);
  });

  it("are headings where the head of another table stands below", () => {
    const words = [
      HEAD,
      ROWS[1]!,
      ["二、资金情况"],
      ["编号", "来源", "预算", "到位", "执行", "备注"],
      ["4", "拨款", "5", "5", "5", "无"],
    ].flatMap((texts, i) => row(116 + i * 24, texts));
    expect(shown(page(words, rulings.slice(0, 6)))).toHaveLength(3);
  });
});
