import type { PixelBox, Raster } from "../raster.js";
import { transpose } from "../transpose.js";
import { withoutGlyphs } from "../without-glyphs.js";
import { bandsOf } from "./bands.js";
import { bridgingDashes } from "./bridging-dashes.js";
import { bridgingStrokes } from "./bridging-strokes.js";
import { bridgingUprights } from "./bridging-uprights.js";
import { continuingStrokes } from "./continuing-strokes.js";
import { isGrained } from "./is-grained.js";
import { levelStrokes } from "./level-strokes.js";
import { openEnds } from "./open-ends.js";
import { PALE, paleMeasures, paleStrokes, smoothed } from "./pale-strokes.js";
import { bareMeasures, type Measures, measures, type PixelRuling, type Stroke } from "./pixel-ruling.js";
import { restoredStrokes } from "./restored-strokes.js";
import { IN_COLUMN, IN_ROW, withoutBrokenBands } from "./without-broken-bands.js";
import { withoutStreaks } from "./without-streaks.js";

/** Lengths (in glyphs) from which a stroke that nothing crosses is a ruling: solid, and dashed or broken. */
const SOLID_ALONE = 8;
const DASHED_ALONE = 8;
/** A stroke without a gap over so many glyphs is no row of glyph strokes, however near text stands to it. */
const UNBROKEN = 12;
/** Gaps of a faint stroke that broke by itself: the paper between two figures is wider. In glyphs. */
const NARROW = 0.3;
/** Least length of the pieces of a broken stroke, and greatest pitch of the dashes of a dashed one, in glyphs. */
const PIECE = 2.5;
const PITCH = 1.25;
/** A pale stroke of which so much was told before adds nothing. */
const MOSTLY = 0.9;
/** No two strokes run side by side at less than this distance, in glyphs. */
const BESIDE = 0.27;
/** Each stroke found may carry others; so often they are sought. */
const MOST_ROUNDS = 3;

/**
 * The rulings of a page that stands straight: level and upright strokes, solid, dashed, broken or faint. Long ones stand for themselves;
 * a short one counts only where it runs from one crossing ruling to another, since a row of glyphs makes short strokes too. Dashes are looked for on
 * the page without its glyphs, whose strokes come at like distances. `inkBelow` is its grey level of ink, `glyph` the usual glyph height, pixels;
 * `seals`: where seals were lifted and took the ink of rulings with them.
 */
export function findRulings(page: Raster, inkBelow: number, glyph: number, seals: readonly PixelBox[] = []): PixelRuling[] {
  const scale = measures(glyph);
  const bareScale = bareMeasures(glyph);
  const paleScale = paleMeasures(glyph);
  const flipped = transpose(page);
  const solid = (on: Raster) => levelStrokes(on, scale).filter((stroke) => isSolid(stroke, scale));
  const [level, upright] = [solid(page), solid(flipped)];
  const bare = withoutGlyphs(page, [...level.map(asHorizontal), ...upright.map(asVertical)], inkBelow, glyph);
  const bareFlipped = transpose(bare);
  const [levelPieces, uprightPieces] = [levelStrokes(bare, bareScale), levelStrokes(bareFlipped, bareScale)];
  const faint = (pieces: readonly Stroke[]) => pieces.filter((stroke) => isFaint(stroke, scale));
  const told = [
    joined(apart(faint(levelPieces), scale, level), scale),
    joined(apart(faint(uprightPieces), scale, upright), scale),
  ] as const;
  const [even, evenFlipped] = [smoothed(bare, glyph), smoothed(bareFlipped, glyph)];
  const withPale = (strokes: readonly Stroke[], on: Raster) => {
    const fresh = paleStrokes(on, paleScale).filter((stroke) => !isKnown(stroke, strokes, scale));
    return joined(apart(fresh, scale, strokes), scale);
  };
  const bridged = withBridges(
    { strokes: withPale(told[0], even), printed: flipped, bare: bareFlipped, even: transpose(even) },
    { strokes: withPale(told[1], evenFlipped), printed: page, bare, even: transpose(evenFlipped) },
    told.flat(),
    glyph,
  );
  const [horizontal, vertical] = restoredStrokes(
    { strokes: bridged.horizontal, pieces: levelPieces, upright: bareFlipped, printed: flipped },
    { strokes: bridged.vertical, pieces: uprightPieces, upright: bare, printed: page },
    bareScale,
  );
  // Where a page's end cut a row off, its borders stand out by right.
  const ends = [...horizontal, ...openEnds(page, horizontal, scale)];
  const uprights = withoutBrokenBands(
    page,
    vertical.map((stroke) => trimmed(stroke, ends, scale)),
    horizontal,
    seals,
    scale,
    IN_COLUMN,
  );
  const levels = withoutBrokenBands(
    flipped,
    horizontal.map((stroke) => trimmed(stroke, uprights, scale)),
    uprights,
    seals.map(({ x0, y0, x1, y1 }) => ({ x0: y0, y0: x0, x1: y1, y1: x1 })),
    scale,
    IN_ROW,
  );
  const rulings = [...levels.map(asHorizontal), ...uprights.map(asVertical)];
  return withoutStreaks(rulings, page, glyph);
}

/** The strokes of one direction, and the page turned so that they stand upright: as printed, without its glyphs, and smoothed besides. */
interface Side {
  readonly strokes: readonly Stroke[];
  readonly printed: Raster;
  readonly bare: Raster;
  readonly even: Raster;
}

/** The strokes of both directions with those that run from one of the other direction to another, until no more are found. `alone`: faint strokes told by themselves. */
function withBridges(level: Side, upright: Side, alone: readonly Stroke[], glyph: number) {
  const [scale, bareScale, paleScale] = [measures(glyph), bareMeasures(glyph), paleMeasures(glyph)];
  const bridges = ({ printed, bare, even }: Side, levels: readonly Stroke[], known: readonly Stroke[]) => [
    ...bridgingStrokes(printed, levels, known, scale),
    ...bridgingStrokes(bare, levels, known, bareScale),
    ...bridgingDashes(bare, levels, alone, bareScale),
    ...continuingStrokes(bare, levels, known, bareScale),
    ...continuingStrokes(even, levels, known, paleScale, PALE),
  ];
  let [horizontal, vertical] = [level.strokes, upright.strokes];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = horizontal.length + vertical.length;
    const rows = [...horizontal, ...openEnds(upright.printed, horizontal, scale)];
    const grained = bandsOf(rows, bareScale).flatMap((band) =>
      bridgingUprights(upright.bare, band, (column, height) => isGrained(column, height, bareScale), bareScale),
    );
    vertical = joined(apart([...bridges(upright, rows, vertical), ...grained], scale, vertical), scale);
    horizontal = joined(apart(bridges(level, vertical, horizontal), scale, horizontal), scale);
    if (horizontal.length + vertical.length === before) break;
  }
  return { horizontal, vertical };
}

function asHorizontal(stroke: Stroke): PixelRuling {
  return { direction: "horizontal", ...stroke };
}

function asVertical(stroke: Stroke): PixelRuling {
  return { direction: "vertical", ...stroke };
}

/** Level strokes of neighbouring ideographs (技术模式示范) run on from one to the next, each a run of its own: what text stands so near to is solid over more. */
function isSolid({ from, to, filled, clear, run }: Stroke, { glyph }: Measures): boolean {
  if (to - from >= UNBROKEN * glyph && filled >= 0.985 && clear >= 0.4) return true;
  return to - from >= SOLID_ALONE * glyph && filled >= 0.85 && (clear >= 0.8 || (clear >= 0.6 && filled >= 0.93 && run >= PIECE * glyph));
}

/** A stroke without glyphs is a ruling where its gaps are narrow, its pieces long, or its dashes short and even; a column of figures is none of these. */
function isFaint({ from, to, filled, clear, thickness, run, space, widest, regular }: Stroke, { glyph, side }: Measures): boolean {
  if (to - from < DASHED_ALONE * glyph || filled < 0.35 || clear < 0.5 || thickness > 2 * side) return false;
  return widest <= NARROW * glyph || run >= PIECE * glyph || (regular && run + space <= PITCH * glyph);
}

/** Whether most of a stroke lies on known ones. */
function isKnown({ at, from, to }: Stroke, known: readonly Stroke[], { glyph }: Measures): boolean {
  const on = known.filter((other) => Math.abs(other.at - at) < BESIDE * glyph);
  const shared = on.reduce((sum, other) => sum + Math.max(0, Math.min(other.to, to) - Math.max(other.from, from)), 0);
  return shared > MOSTLY * (to - from);
}

/** The strokes `known` and those that are no shadow of a longer one: noise and blur make strokes beside a stroke. */
function apart(strokes: readonly Stroke[], { glyph, side }: Measures, known: readonly Stroke[]): Stroke[] {
  const kept = [...known];
  for (const stroke of [...strokes].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const beside = kept.some(({ at, from, to }) => {
      const away = Math.abs(at - stroke.at);
      const shared = Math.min(to, stroke.to) - Math.max(from, stroke.from);
      return away < BESIDE * glyph && shared > (away > side ? 0.5 : 1) * (stroke.to - stroke.from);
    });
    if (!beside) kept.push(stroke);
  }
  return kept;
}

/** Pieces of one stroke (on the same line, overlapping or nearly touching) as one. */
function joined(strokes: readonly Stroke[], { meet, side }: Measures): Stroke[] {
  const sorted = [...strokes].sort((a, b) => a.from - b.from);
  const result: Stroke[] = [];
  for (const stroke of sorted) {
    const index = result.findIndex((r) => Math.abs(r.at - stroke.at) <= side && stroke.from <= r.to + meet);
    if (index < 0) {
      result.push(stroke);
      continue;
    }
    const other = result[index]!;
    const [a, b] = [other.to - other.from, stroke.to - stroke.from];
    result[index] = {
      at: a >= b ? other.at : stroke.at,
      from: Math.min(other.from, stroke.from),
      to: Math.max(other.to, stroke.to),
      thickness: Math.max(other.thickness, stroke.thickness),
      filled: (other.filled * a + stroke.filled * b) / (a + b),
      clear: (other.clear * a + stroke.clear * b) / (a + b),
      run: Math.max(other.run, stroke.run),
      space: Math.max(other.space, stroke.space),
      widest: Math.max(other.widest, stroke.widest),
      regular: other.regular && stroke.regular,
    };
  }
  return result;
}

/** Ends brought onto the crossing stroke that they nearly meet, or that they overshoot by less than a glyph and a half. */
function trimmed(stroke: Stroke, crossing: readonly Stroke[], { meet, glyph }: Measures): Stroke {
  const crossings = crossing
    .filter((c) => c.from - meet <= stroke.at && c.to + meet >= stroke.at && c.at >= stroke.from - meet && c.at <= stroke.to + meet)
    .map((c) => c.at);
  if (crossings.length < 2) return stroke;
  const first = Math.min(...crossings);
  const last = Math.max(...crossings);
  return {
    ...stroke,
    from: first - stroke.from < glyph * 1.5 ? first : stroke.from,
    to: stroke.to - last < glyph * 1.5 ? last : stroke.to,
  };
}
