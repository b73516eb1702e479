import { expect, it } from "vitest";
import { layOut } from "../../../../src/extract/tables/lay-out.js";
import { drawGrid, drawnRows, page } from "../placed-grid.js";

const confidence = (xs: readonly number[]) => {
  const { words, rulings } = drawGrid(
    drawnRows([
      ["三级指标", "分值", "得分"],
      ["修桥座数", "10", "9"],
      ["修路里程", "20", "20"],
    ]),
    xs,
    [100, 130, 160, 190],
  );
  return layOut([page(words, rulings)]).flatMap((block) => (block.type === "table" ? [block.confidence] : []));
};

it("a table whose sides lie at those of its page was cut there, and is not to be trusted", () => {
  expect(confidence([60, 300, 420, 560])).toEqual([1]);
  const [left] = confidence([0, 300, 420, 560]);
  const [right] = confidence([60, 300, 420, page([], []).width]);
  expect([left, right].every((one) => one! < 0.55)).toBe(true);
});
