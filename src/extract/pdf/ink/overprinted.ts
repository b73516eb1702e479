import type { Box } from "../../../core/evidence.js";
import type { InkGlyph } from "./ink.js";

/** Characters that a reader must tell apart: a tick drawn into its box is none. */
const READ = /^[\p{L}\p{N}]/u;
/** Glyphs whose middles are nearer than this, in glyph widths and heights, cannot both be read. Lines stand a height apart at least, raised figures beside theirs. */
const BESIDE = 0.6;
const ABOVE = 0.75;
/** The same character drawn again so near is bold, in glyph heights. */
const BOLD = 0.25;
/** Among so many that stand no lower others are looked for: more than any line has, and a line over it. */
const MOST_NEAR = 1000;

/** Where upright glyphs are drawn over other ones: texts that overflow the rows or columns that they were set in. */
export function overprinted(glyphs: readonly InkGlyph[]): Box[] {
  const written = glyphs.filter(({ turn, stacked }) => turn === 0 && !stacked).sort((a, b) => a.y - b.y);
  const met: Box[] = [];
  let first = 0;
  for (const [index, glyph] of written.entries()) {
    while (glyph.y - written[first]!.y >= ABOVE * glyph.size) first++;
    for (let other = Math.max(first, index - MOST_NEAR); other < index; other++)
      if (collide(written[other]!, glyph)) {
        met.push([glyph.x, glyph.y - glyph.size, glyph.x + glyph.advance, glyph.y]);
        break;
      }
  }
  return met;
}

function collide(a: InkGlyph, b: InkGlyph): boolean {
  const beside = Math.abs(a.x + a.advance / 2 - b.x - b.advance / 2);
  if (beside >= BESIDE * Math.min(a.advance, b.advance)) return false;
  const above = Math.abs(a.y - b.y);
  const size = Math.min(a.size, b.size);
  if (above >= ABOVE * size) return false;
  return READ.test(a.text) && READ.test(b.text) && (a.text !== b.text || beside > BOLD * size || above > BOLD * size);
}
