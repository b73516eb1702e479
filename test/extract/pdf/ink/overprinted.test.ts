import { expect, it } from "vitest";
import { overprinted } from "../../../../src/extract/pdf/ink/overprinted.js";
import { inkText } from "../ink-text.js";

it("finds glyphs drawn over others of another line, not lines that stand close, raised figures or bold", () => {
  expect(overprinted([...inkText("可持续影响", 60, 100), ...inkText("服务对象满", 60, 105)])).toHaveLength(5);
  expect(overprinted([...inkText("服务对象", 60, 100), ...inkText("满意度", 60, 110)])).toEqual([]);
  expect(overprinted([...inkText("面积", 60, 100), ...inkText("2", 80, 96, 6)])).toEqual([]);
  expect(overprinted([...inkText("总分", 60, 100), ...inkText("总分", 60.3, 100)])).toEqual([]);
});
