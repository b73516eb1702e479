import { describe, expect, it } from "vitest";
import { layOut } from "../../../../src/extract/tables/lay-out.js";
import type { PlacedPage } from "../../../../src/extract/tables/placed.js";
import { shownBlocks } from "../../shown-blocks.js";
import { drawGrid, drawnRows, page, word } from "../placed-grid.js";

/** The edges of a sheet's columns on its left pages, and on its right ones. */
const LEFT = [60, 160, 300, 420, 530];
const RIGHT = [60, 180, 260];

const HEAD = ["类别", "名称", "目标", "结果", "满分", "得分"];
const ABOVE = [
  HEAD,
  ["产出", "修桥座数", "3座", "3座", "30", "30"],
  ["产出", "修路里程", "8里", "7里", "30", "26"],
  ["产出", "栽树棵数", "90棵", "91棵", "10", "10"],
];
const BELOW = [
  ["效益", "出行时间", "20分", "18分", "20", "20"],
  ["效益", "受益人数", "700人", "705人", "5", "5"],
  ["满意", "居民满意", "90%", "95%", "5", "5"],
];

/** Heights of rows as their texts need them. */
const HEIGHTS = [20, 32, 26, 44, 20];

/** A part of the sheet on a page of its own. */
function part(number: number, rows: readonly (readonly string[])[], xs: readonly number[], from: number, top = 60): PlacedPage {
  const ys = [top, ...rows.map((_, i) => HEIGHTS.slice(0, i + 1).reduce((y, height) => y + height, top))];
  const { words, rulings } = drawGrid(drawnRows(rows.map((row) => row.slice(from, from + xs.length - 1))), xs, ys);
  return page(words, rulings, number);
}

const shown = (...pages: PlacedPage[]): unknown[] => shownBlocks(layOut(pages));

describe("a sheet that is wider than its pages", () => {
  it("is one table where its pages go down, then over", () => {
    const pages = [part(1, ABOVE, LEFT, 0), part(2, BELOW, LEFT, 0), part(3, ABOVE, RIGHT, 4), part(4, BELOW, RIGHT, 4)];
    expect(shown(...pages)).toEqual([[...ABOVE, ...BELOW]]);
  });

  it("is one table where its pages go over, then down", () => {
    const pages = [part(1, ABOVE, LEFT, 0), part(2, ABOVE, RIGHT, 4), part(3, BELOW, LEFT, 0), part(4, BELOW, RIGHT, 4)];
    expect(shown(...pages)).toEqual([[...ABOVE, ...BELOW]]);
  });

  it("goes on in the next pages that have its columns", () => {
    // Alone, the middle page may as well stand below the first: both end alike.
    const middle = (number: number, rows: readonly (readonly string[])[], cut: string): PlacedPage => {
      const own = part(number, rows, LEFT, 2);
      return { ...own, words: [...own.words, word(cut, 60, 50)] };
    };
    const wide = (rows: readonly (readonly string[])[]) => rows.map((row) => [...row.slice(0, 2), ...row]);
    const sheet = (first: number, rows: readonly (readonly string[])[], title: readonly [string, string]): PlacedPage[] => {
      const left = part(first, wide(rows), LEFT, 0);
      return [
        { ...left, words: [...left.words, word(title[0], 530 - 10 * title[0].length, 50)] },
        middle(first + 1, rows, title[1]),
        part(first + 2, rows, RIGHT, 4),
      ];
    };
    const pages = [...sheet(1, ABOVE, ["自评", "表"]), ...sheet(4, BELOW, ["", ""])];
    const rows = shown(...pages).flatMap((block) => (Array.isArray(block) ? (block as string[][]) : []));
    expect(rows.map((row) => row.length)).toEqual(rows.map(() => 10));
  });

  it("has its cells' places on the pages where they stand", () => {
    const [table] = layOut([part(1, ABOVE, LEFT, 0), part(2, ABOVE, RIGHT, 4)]);
    const cells = table!.type === "table" ? table!.cells.filter(({ row }) => row === 1) : [];
    expect(cells.map(({ text, evidence }) => [text, evidence[0]!.page, Math.round(evidence[0]!.bbox![0])])).toEqual([
      ["产出", 1, 100],
      ["修桥座数", 1, 210],
      ["3座", 1, 353],
      ["3座", 1, 468],
      ["30", 2, 115],
      ["30", 2, 215],
    ]);
  });

  it("has a text whole that the cut goes through, with a place on both pages", () => {
    const [left, right] = [part(1, ABOVE, LEFT, 0, 80), part(2, ABOVE, RIGHT, 4, 80)];
    const pages = [
      { ...left, words: [...left.words, word("某镇道路桥梁", 468, 70)] },
      { ...right, words: [...right.words, word("自评表", 58, 70)] },
    ];
    const [title] = layOut(pages);
    expect(title).toMatchObject({ text: "某镇道路桥梁自评表" });
    expect(title!.type === "paragraph" && title!.evidence.map((each) => [each.page, each.bbox!.map(Math.round)])).toEqual([
      [1, [468, 61, 530, 71]],
      [2, [60, 61, 88, 71]],
    ]);
  });
});

describe("pages that are not beside each other", () => {
  it("are those of one form filled in twice", () => {
    const other = ABOVE.map((row, i) => (i === 0 ? row : [row[0]!, row[1]!, "5", "5", "10", "10"]));
    const rows = shown(part(1, ABOVE, LEFT, 0), part(2, other, LEFT, 0)).flat() as string[][];
    expect(rows.map((row) => row.length)).toEqual(rows.map(() => 4));
  });

  it("are two tables of other rows", () => {
    const [head, ...rows] = ABOVE;
    expect(shown(part(1, ABOVE, LEFT, 0), part(2, [...rows, head!, rows[0]!], RIGHT, 4, 64))).toHaveLength(2);
  });

  it("are two tables of which the first has room for another column", () => {
    expect(shown(part(1, ABOVE, [60, 160, 220, 280, 340], 0), part(2, ABOVE, RIGHT, 4))).toHaveLength(2);
  });

  it("are those between which another may as well stand beside the first", () => {
    const first = part(1, ABOVE, LEFT, 0);
    const rival = { ...part(2, [...ABOVE].reverse(), LEFT, 0), rulings: first.rulings };
    const rows = shown(first, rival, part(3, ABOVE, RIGHT, 4)).flat() as string[][];
    expect(Math.max(...rows.map((row) => row.length))).toBe(4);
  });
});
