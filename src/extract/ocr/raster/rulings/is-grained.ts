import type { Column } from "./column-of.js";
import type { Measures } from "./pixel-ruling.js";

/** Gaps as short as this, in glyphs, paper on both sides of so much of its ink, over at least two glyphs. */
const SPACE = 0.2;
const FILLED = 0.7;
const CLEAR = 0.9;
const LENGTH = 2;

/** Whether a stroke is broken by nothing but the grain of a one-bit page, which breaks thin rulings as strokes of glyphs that stand in line do not break. */
export function isGrained(
  { filled, clear, space }: Pick<Column, "filled" | "clear" | "space">,
  length: number,
  { glyph }: Measures,
): boolean {
  return length >= LENGTH * glyph && space <= SPACE * glyph && filled >= FILLED && clear >= CLEAR;
}
