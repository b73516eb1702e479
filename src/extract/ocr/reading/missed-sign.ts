import { candidates, type Glyph, type Lattice } from "./ctc.js";
import { figureSpots } from "./figure-spots.js";

const SIGN = /^[≥≤><＞＜》《=＝]/u;
const POINTS_RIGHT = /^[≥>＞》]/u;
const MOST = 8;

/**
 * The line's glyphs with the comparison signs that best path lost: where the probability is shared out among ≥, > and their likes, "nothing here" wins
 * each step, though some sign is likelier than none. The sign given is the bare angle; its bar is judged by the ink.
 */
export function withMissedSigns(glyphs: readonly Glyph[], lattice: Lattice): Glyph[] {
  const found = [...glyphs];
  for (const spot of figureSpots(glyphs).reverse()) {
    if (SIGN.test(spot.text)) continue;
    const before = glyphs[spot.first - 1];
    if (before && SIGN.test(before.text)) continue;
    const from = before?.to ?? 0;
    const to = glyphs[spot.first]!.to;
    if (to - from < 2) continue;
    const readings = candidates(lattice, from, to, MOST);
    const signed = readings.filter(({ text }) => SIGN.test(text));
    const share = signed.reduce((sum, reading) => sum + reading.share, 0);
    if (share <= 0.5) continue;
    const right = signed.filter(({ text }) => POINTS_RIGHT.test(text)).reduce((sum, reading) => sum + reading.share, 0);
    const level = signed.filter(({ text }) => /^[=＝]/u.test(text)).reduce((sum, reading) => sum + reading.share, 0);
    const text = level > share / 2 ? "=" : right >= (share - level) / 2 ? ">" : "<";
    const step = likeliest(lattice, from, glyphs[spot.first]!.from);
    found.splice(spot.first, 0, { text, confidence: share / 2, from: step, to: step + 1 });
  }
  return found;
}

/** The step where "nothing here" is least likely. */
function likeliest({ values, classes }: Lattice, from: number, to: number): number {
  let best = from;
  for (let step = from; step < to; step++) if (values[step * classes]! < values[best * classes]!) best = step;
  return best;
}
