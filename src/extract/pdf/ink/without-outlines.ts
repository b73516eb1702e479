import { groupBy } from "../../../core/group-by.js";
import { firstFrom } from "./first-from.js";
import type { InkGlyph, InkRuling } from "./ink.js";

/** Below its baseline a glyph reaches so far, in glyph heights. */
const BELOW = 0.2;
/** A line shorter than this share of a glyph's advance strikes nothing out. */
const SHORT = 0.8;
/** Among so many glyphs from one height on the stroked one is looked for: more than any line has. */
const MOST_NEAR = 1000;

/**
 * The rulings without the strokes of glyphs' own outlines, by which some writers make type bold: they lie within one glyph, and are shorter than
 * it is wide or not the only ones there, as a line that strikes one figure out is.
 */
export function withoutOutlines(rulings: readonly InkRuling[], glyphs: readonly InkGlyph[]): readonly InkRuling[] {
  const written = glyphs.filter(({ turn, stacked }) => turn === 0 && !stacked).sort((a, b) => a.y - b.y);
  const highest = written.reduce((most, { size }) => Math.max(most, size), 0);
  const short = rulings.filter(({ from, to }) => to - from <= highest);
  const strokesOf = groupBy(short, (ruling) => glyphAround(ruling, written, highest));
  const outlines = new Set([...strokesOf].flatMap(([glyph, strokes]) => (glyph && isOutline(glyph, strokes) ? strokes : [])));
  return outlines.size === 0 ? rulings : rulings.filter((ruling) => !outlines.has(ruling));
}

function isOutline({ advance }: InkGlyph, strokes: readonly InkRuling[]): boolean {
  return strokes.length > 1 || strokes[0]!.to - strokes[0]!.from < SHORT * advance;
}

/** The glyph within which a line lies as a whole. `written` is sorted by baseline. */
function glyphAround({ direction, at, from, to }: InkRuling, written: readonly InkGlyph[], highest: number): InkGlyph | undefined {
  const [left, right, top, bottom] = direction === "horizontal" ? [from, to, at, at] : [at, at, from, to];
  const lowest = firstFrom(bottom - BELOW * highest, written);
  for (let i = lowest; i < Math.min(written.length, lowest + MOST_NEAR); i++) {
    const glyph = written[i]!;
    if (glyph.y - highest > top) return undefined;
    const { x, y, advance, size } = glyph;
    if (left >= x && right <= x + advance && top >= y - size && bottom <= y + BELOW * size) return glyph;
  }
  return undefined;
}
