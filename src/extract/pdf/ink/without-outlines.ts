import { groupBy } from "../../../core/group-by.js";
import { rankOf } from "../../rank-of.js";
import type { InkGlyph, InkRuling } from "./ink.js";

/** Below its baseline a glyph reaches so far, in glyph heights. */
const BELOW = 0.2;
/** A line shorter than this share of a glyph's advance strikes nothing out. */
const SHORT = 0.8;
/** Among so many glyphs from one height on the stroked one is looked for: more than any line has. */
const MOST_NEAR = 1000;
/** Pieces of a dashed line stand no farther apart, and no farther off its level, points. */
const DASH_GAP = 7;
const LEVEL_GAP = 0.1;

/**
 * The rulings without the strokes of glyphs' own outlines, by which some writers make type bold: they lie within one glyph, and are shorter than
 * it is wide or not the only ones there, as a line that strikes one figure out is. Dashes of a line that goes on outside of all glyphs are none.
 */
export function withoutOutlines(rulings: readonly InkRuling[], glyphs: readonly InkGlyph[]): readonly InkRuling[] {
  const highest = glyphs.reduce((most, { size }) => Math.max(most, size), 0);
  const short = rulings.filter(({ from, to }) => to - from <= highest);
  if (short.length === 0) return rulings;
  const written = glyphs.filter(({ turn, stacked }) => turn === 0 && !stacked).sort((a, b) => a.y - b.y);
  const baselines = written.map(({ y }) => y);
  const glyphAround = (ruling: InkRuling) => {
    const reach = reachOf(ruling);
    const first = rankOf(baselines, reach.bottom - BELOW * highest);
    const last = Math.min(first + MOST_NEAR, rankOf(baselines, reach.top + highest));
    for (let at = first; at < last; at++) if (isWithin(reach, written[at]!)) return written[at];
    return undefined;
  };
  const strokesOf = groupBy(short, glyphAround);
  const levelOf = levelsOf(short);
  const outside = groupBy(strokesOf.get(undefined) ?? [], levelOf);
  const outlines = new Set(
    [...strokesOf].flatMap(([glyph, all]) => {
      const strokes = glyph ? withoutDashes(all, outside, levelOf) : [];
      return glyph && strokes.length > 0 && isOutline(glyph, strokes) ? strokes : [];
    }),
  );
  return outlines.size === 0 ? rulings : rulings.filter((ruling) => !outlines.has(ruling));
}

/** The strokes but for those of a level on which pieces `outside` of all glyphs go on. */
function withoutDashes(
  strokes: readonly InkRuling[],
  outside: ReadonlyMap<number, readonly InkRuling[]>,
  levelOf: (piece: InkRuling) => number,
): readonly InkRuling[] {
  return [...groupBy(strokes, levelOf)].flatMap(([level, own]) => {
    const [from, to] = [Math.min(...own.map((each) => each.from)), Math.max(...own.map((each) => each.to))];
    return outside.get(level)?.some((piece) => piece.from < to + DASH_GAP && piece.to > from - DASH_GAP) ? [] : own;
  });
}

/** The level of each piece, counted over both directions: between two levels of a direction there is a gap. */
function levelsOf(pieces: readonly InkRuling[]): (piece: InkRuling) => number {
  const levels = new Map<InkRuling, number>();
  let level = 0;
  for (const own of groupBy(pieces, ({ direction }) => direction).values()) {
    let last = Number.NEGATIVE_INFINITY;
    for (const piece of [...own].sort((a, b) => a.at - b.at)) {
      if (piece.at - last > LEVEL_GAP) level++;
      levels.set(piece, level);
      last = piece.at;
    }
  }
  return (piece) => levels.get(piece)!;
}

function isOutline({ advance }: InkGlyph, strokes: readonly InkRuling[]): boolean {
  return strokes.length > 1 || strokes[0]!.to - strokes[0]!.from < SHORT * advance;
}

/** Where a line reaches, points from the page's top left. */
interface Reach {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

function reachOf({ direction, at, from, to }: InkRuling): Reach {
  return direction === "horizontal" ? { left: from, right: to, top: at, bottom: at } : { left: at, right: at, top: from, bottom: to };
}

function isWithin({ left, right, top, bottom }: Reach, { x, y, advance, size }: InkGlyph): boolean {
  return left >= x && right <= x + advance && top >= y - size && bottom <= y + BELOW * size;
}
