import { bounds, type PixelBox } from "../raster/raster.js";
import type { PixelRuling } from "../raster/rulings/pixel-ruling.js";

/** Paper between the pieces of a stroke that broke, in glyphs. */
const BROKEN = 0.2;
/** The longer side of a stroke that is no speck, in glyphs. */
const STROKE = 0.3;

/**
 * Pieces that together are one glyph whose thin stroke broke (the bar of a 7 off its leg) as one: one above the other, nearer than two rows are, no higher than a
 * glyph, and one of them at least no speck.
 */
export function joinStrokes<Piece extends PixelBox>(
  pieces: readonly Piece[],
  rulings: readonly PixelRuling[],
  glyph: number,
  join: (above: Piece, below: Piece) => Piece,
): Piece[] {
  const sideOf = ({ x0, y0, x1, y1 }: PixelBox) => Math.max(x1 - x0, y1 - y0);
  const isPiece = (box: PixelBox) => sideOf(box) <= glyph;
  const isAbove = (other: Piece, piece: Piece) => {
    const shared = Math.min(other.x1, piece.x1) - Math.max(other.x0, piece.x0);
    const isNear = shared > 0 && piece.y0 - other.y1 <= glyph * BROKEN && Math.max(sideOf(other), sideOf(piece)) >= glyph * STROKE;
    return isNear && isPiece(bounds([other, piece])) && !levelBetween(rulings, other, piece);
  };
  const joined: Piece[] = [];
  let near = 0;
  for (const piece of pieces.filter(isPiece).sort((a, b) => a.y0 - b.y0)) {
    while (near < joined.length && joined[near]!.y0 < piece.y0 - 2 * glyph) near++;
    const above = joined.slice(near).findIndex((other) => isAbove(other, piece));
    if (above < 0) joined.push(piece);
    else joined[near + above] = join(joined[near + above]!, piece);
  }
  return [...pieces.filter((piece) => !isPiece(piece)), ...joined];
}

function levelBetween(rulings: readonly PixelRuling[], above: PixelBox, below: PixelBox): boolean {
  return rulings.some(
    (r) => r.direction === "horizontal" && r.at >= above.y1 - 1 && r.at <= below.y0 + 1 && r.from < below.x1 && r.to > below.x0,
  );
}
