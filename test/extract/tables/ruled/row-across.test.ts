import { describe, expect, it } from "vitest";
import { layOut } from "../../../../src/extract/tables/lay-out.js";
import type { Ruling } from "../../../../src/extract/tables/placed.js";
import { shownBlocks } from "../../shown-blocks.js";
import { across, down, drawGrid, drawnRows, page, word } from "../placed-grid.js";

const XS = [60, 180, 260, 340, 420];
const HEIGHT = 24;
const FIRST = [
  ["绩效指标", "分值", "目标值", "完成值"],
  ["修桥座数", "30", "3座", "3座"],
];
const BAND = "效益指标—社会效益指标";
const SECOND = [
  ["出行时间", "20", "20分", "18分"],
  ["群众满意", "10", "90%", "95%"],
];

/** Rows between lines that reach beyond their columns' edges, none of them at the sides. */
function sideless(rows: readonly (readonly string[])[], top: number): { words: ReturnType<typeof word>[]; rulings: Ruling[] } {
  const ys = Array.from({ length: rows.length + 1 }, (_, i) => top + i * HEIGHT);
  const { words } = drawGrid(drawnRows(rows), XS, ys);
  const bottom = ys.at(-1)!;
  return { words, rulings: [...ys.map((y) => across(y, 60, 420)), ...XS.slice(1, -1).map((x) => down(x, top, bottom))] };
}

describe("a table without sides, whose columns stop at a row across it", () => {
  const [upper, lower] = [sideless(FIRST, 100), sideless(SECOND, 100 + 3 * HEIGHT)];
  const rulings = [...upper.rulings, ...lower.rulings];

  it("is one, with that row", () => {
    const band = word(BAND, 62, 100 + 2.5 * HEIGHT + 3.8);
    expect(shownBlocks(layOut([page([...upper.words, band, ...lower.words], rulings)]))).toEqual([
      [...FIRST, [`${BAND} [1×4]`], ...SECOND],
    ]);
  });

  it("is one also where such a row is the last before the page ends", () => {
    const band = word(BAND, 62, 100 + 2.5 * HEIGHT + 3.8);
    const last = across(100 + 3 * HEIGHT, 60, 420);
    expect(shownBlocks(layOut([page([...upper.words, band], [...upper.rulings, last])]))).toEqual([[...FIRST, [`${BAND} [1×4]`]]]);
  });

  it("is two where other columns follow, or a heading stands out of its lines' middle", () => {
    const other = lower.rulings.map((ruling) => (ruling.direction === "vertical" ? { ...ruling, at: ruling.at + 20 } : ruling));
    const band = word(BAND, 62, 100 + 2.5 * HEIGHT + 3.8);
    expect(shownBlocks(layOut([page([...upper.words, band], [...upper.rulings, ...other])])).length).toBeGreaterThan(1);
    const heading = word(BAND, 62, 100 + 3 * HEIGHT - 1);
    expect(shownBlocks(layOut([page([...upper.words, heading, ...lower.words], rulings)]))).toEqual([FIRST, BAND, SECOND]);
  });

  it("is two where a label stands between, or the head stands again below", () => {
    const label = word("项目名称：某项目", 62, 100 + 2.5 * HEIGHT + 3.8);
    expect(shownBlocks(layOut([page([...upper.words, label, ...lower.words], rulings)])).length).toBeGreaterThan(1);
    const again = sideless([FIRST[0]!, SECOND[0]!], 100 + 3 * HEIGHT);
    const band = word(BAND, 62, 100 + 2.5 * HEIGHT + 3.8);
    const both = [...upper.rulings, ...again.rulings];
    expect(shownBlocks(layOut([page([...upper.words, band, ...again.words], both)])).length).toBeGreaterThan(1);
  });
});

describe("a ruled row whose heads have their units in brackets below them", () => {
  const ys = [100, 142, 162, 182, 202, 222];
  const heads = ["年初批|复预算|（万元）", "调整后|预算|（万元）", "执行|数额|（万元）", "执行率|（%）"];
  const xs = [60, 120, 180, 240, 300];
  const { rulings } = drawGrid(drawnRows([["", "", "", ""], ...Array.from({ length: 4 }, () => ["", "", "", ""])]), xs, ys);
  const head = heads.flatMap((text, column) =>
    text.split("|").map((line, i) => word(line, xs[column]! + 5, 114 + 12 * i + (text.split("|").length === 2 ? 6 : 0))),
  );
  const body = ys
    .slice(1, -1)
    .flatMap((y, i) => xs.slice(0, -1).map((x, column) => word(column === 3 ? "90%" : `${12 + i}.5`, x + 5, y + 13)));

  it("is one row", () => {
    expect((shownBlocks(layOut([page([...head, ...body], rulings)]))[0] as unknown[])[0]).toEqual(
      heads.map((text) => text.replaceAll("|", "")),
    );
  });
});
