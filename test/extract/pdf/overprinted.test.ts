import { expect, it } from "vitest";
import type { InkGlyph } from "../../../src/extract/pdf/ink.js";
import { overprinted } from "../../../src/extract/pdf/overprinted.js";

/** A text's glyphs from x on, on a baseline. */
const text = (characters: string, x: number, y: number, size = 10): InkGlyph[] =>
  [...characters].map((character, i) => ({
    text: character,
    x: x + i * size,
    y,
    advance: size,
    size,
    turn: 0,
    oblique: false,
    stacked: false,
    colour: "#000000",
    opacity: 1,
    invisible: false,
  }));

it("finds glyphs drawn over others of another line, not lines that stand close, raised figures or bold", () => {
  expect(overprinted([...text("可持续影响", 60, 100), ...text("服务对象满", 60, 105)])).toHaveLength(5);
  expect(overprinted([...text("服务对象", 60, 100), ...text("满意度", 60, 110)])).toEqual([]);
  expect(overprinted([...text("面积", 60, 100), ...text("2", 80, 96, 6)])).toEqual([]);
  expect(overprinted([...text("总分", 60, 100), ...text("总分", 60.3, 100)])).toEqual([]);
});
