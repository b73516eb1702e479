import type { Glyph } from "./ctc.js";

/** A figure in a read line: characters `from`–`to` of its text, glyphs `first`–`last`. */
export interface FigureSpot {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly first: number;
  readonly last: number;
}

const FIGURE = /(?:[≥≤><＞＜=＝][-−]?)?\d[\d.,，．:：]*[%％‰]?/gu;

/** The figures of a text, signs and percent included. */
export function figuresIn(text: string): string[] {
  return text.match(FIGURE) ?? [];
}

/** Where the figures of a line stand among its glyphs. */
export function figureSpots(glyphs: readonly Glyph[]): FigureSpot[] {
  const text = glyphs.map((glyph) => glyph.text).join("");
  const glyphAt: number[] = [];
  glyphs.forEach((glyph, i) => {
    for (let k = 0; k < glyph.text.length; k++) glyphAt.push(i);
  });
  return Array.from(text.matchAll(FIGURE), (match) => {
    const to = match.index + match[0].length;
    return { text: match[0], from: match.index, to, first: glyphAt[match.index]!, last: glyphAt[to - 1]! };
  });
}

/** The time steps of a figure, half way to its neighbours. */
export function stepsOf({ first, last }: FigureSpot, glyphs: readonly Glyph[], steps: number): [number, number] {
  const from = first > 0 ? Math.round((glyphs[first - 1]!.to + glyphs[first]!.from) / 2) : 0;
  const to = last + 1 < glyphs.length ? Math.round((glyphs[last]!.to + glyphs[last + 1]!.from) / 2) : steps;
  return [Math.min(from, glyphs[first]!.from), Math.max(to, glyphs[last]!.to)];
}
