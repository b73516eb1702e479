import { expect, it } from "vitest";
import { isOverprinted } from "../../../../src/extract/tables/ruled/overprinted.js";
import { word } from "../placed-grid.js";

it("tells lines that are printed over each other from lines of one text, a raised character and texts side by side", () => {
  expect(isOverprinted([word("可持续影响指", 60, 100), word("服务对象满意", 60, 105)])).toBe(true);
  expect(isOverprinted([word("服务对象", 60, 100), word("满意度", 60, 110)])).toBe(false);
  expect(isOverprinted([word("10", 60, 100), word("4", 69, 96, 6)])).toBe(false);
  expect(isOverprinted([word("服务对象", 60, 100), word("满意度", 100, 105)])).toBe(false);
});
