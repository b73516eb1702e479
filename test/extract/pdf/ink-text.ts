import type { InkGlyph } from "../../../src/extract/pdf/ink/ink.js";

/** A text's glyphs from x on, on a baseline, each as wide as it is high. */
export const inkText = (characters: string, x = 0, y = 100, size = 10): InkGlyph[] =>
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
