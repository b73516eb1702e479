import type { Raster } from "../raster.js";
import { columnOf } from "./column-of.js";
import type { Measures, Stroke } from "./pixel-ruling.js";

/** The strokes of one direction, `at` being where they stand across it. */
export interface Direction {
  readonly strokes: readonly Stroke[];
  /** All that runs so on the page without its glyphs, also what is too short to be a ruling by itself. */
  readonly pieces: readonly Stroke[];
  /** The page turned so that these strokes are upright, without its glyphs and with them. */
  readonly upright: Raster;
  readonly printed: Raster;
}

/** Rulings broke where so many of the ends of pieces are loose; a page has at least so many ends. */
const LOOSE = 0.3;
const FEWEST = 12;
/** So many strokes that end at one place do not end there by chance. */
const IN_LINE = 3;
/** Pieces of broken rulings are thin and stand clear; those of one ruling are together as long as this, in glyphs. */
const PIECE = { filled: 0.75, clear: 0.75 };
const LEAST = 8;
/** What is left of a ruling between two crossings: so much of it, or one piece as long as this, in glyphs; and so much of that stands clear. */
const LEFT = { filled: 0.4, run: 1.15, clear: 0.7 };
/** Or a stub at a crossing, as long as this, in glyphs, and hardly broken. */
const STUB = { length: 0.4, filled: 0.85 };
/** An upright line that is no longer than one row is high shows so much of it, in rows as high as this, in glyphs: strokes of print are as long as a lower one. */
const SHORT = { filled: 0.35, height: 2 };
/** Less is enough where the ruling goes on beyond both crossings: so much. Strokes of glyphs are not as clear. */
const LESS = { filled: 0.25, clear: 0.85 };
/** And nothing between crossings that are nearer than this, in glyphs, where most others there are left and at most so much is print: texts stand across the middle of a merged cell. */
const LOST = { reach: 3, printed: 0.1 };
/** The blurred edge of a stroke, pixels. */
const EDGE = 2.5;

/** Lines of one direction in their order, and for each whether a piece of it is left between a line that crosses them and the next. */
interface Lines {
  readonly lines: readonly Stroke[];
  readonly left: readonly (readonly boolean[])[];
}

/** Where a ruling of one line may be: between two others that reach it. */
interface Edge {
  readonly line: Stroke;
  readonly from: number;
  readonly to: number;
  readonly isLeft: boolean;
}

/**
 * The rulings, level and upright, of a page on which they broke into pieces with gaps wider than a glyph (a fax, a copy of copies). A ruling ends at another
 * one, never within a cell: between two crossings the whole of it is there where a piece of it is. Those of a page whose strokes end at crossings stay as they are.
 */
export function restoredStrokes(level: Direction, upright: Direction, measures: Measures): readonly [readonly Stroke[], readonly Stroke[]] {
  const [levelPieces, uprightPieces] = [piecesOf(level, measures), piecesOf(upright, measures)];
  if (!isBroken(levelPieces, uprightPieces, measures)) return [level.strokes, upright.strokes];
  const rows = linesOf(levelPieces, measures);
  const columns = withShort(linesOf(uprightPieces, measures), rows, upright.upright, measures);
  const left = (lines: readonly Stroke[], crossing: readonly Stroke[], direction: Direction): Lines => ({
    lines,
    left: lines.map(({ at }) => crossing.slice(1).map((next, i) => isLeft(direction, at, crossing[i]!.at, next.at, measures))),
  });
  const [levels, uprights] = [left(rows, columns, level), left(columns, rows, upright)];
  return [restored(levels, uprights, level, measures), restored(uprights, levels, upright, measures)];
}

function isBroken(levels: readonly Stroke[], uprights: readonly Stroke[], measures: Measures): boolean {
  const ends = 2 * (levels.length + uprights.length);
  return ends >= FEWEST && looseEnds(levels, uprights, measures) + looseEnds(uprights, levels, measures) >= LOOSE * ends;
}

/**
 * How many ends of strokes meet no other, though one crosses their line farther on. Where several end in line, they end at the border of a column that is
 * not printed: nothing broke there.
 */
function looseEnds(strokes: readonly Stroke[], others: readonly Stroke[], { meet, side }: Measures): number {
  const ends = strokes.flatMap(({ at, from, to }) => {
    const crossing = others.filter((other) => other.from - meet <= at && at <= other.to + meet).map((other) => other.at);
    const isLoose = (end: number, direction: 1 | -1) =>
      crossing.every((cross) => Math.abs(cross - end) > meet) && crossing.some((cross) => (cross - end) * direction > 0);
    return [from, -to].filter((end) => (end === from ? isLoose(from, -1) : isLoose(to, 1)));
  });
  return ends.filter((end) => ends.filter((other) => Math.abs(other - end) <= side).length < IN_LINE).length;
}

function piecesOf({ strokes, pieces }: Direction, { side }: Measures): Stroke[] {
  const thin = pieces.filter(({ filled, clear, thickness }) => filled >= PIECE.filled && clear >= PIECE.clear && thickness <= 2 * side);
  const isKnown = ({ at, from, to }: Stroke) =>
    strokes.some((other) => Math.abs(other.at - at) <= side && other.from <= from && to <= other.to);
  return [...strokes, ...thin.filter((piece) => !isKnown(piece))];
}

/** The longest of the pieces that lie in line, for each line; in their order. */
function linesOf(pieces: readonly Stroke[], { glyph, side }: Measures): Stroke[] {
  const lines: Stroke[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.to - b.from - (a.to - a.from))) {
    const line = lines.find(([first]) => Math.abs(first!.at - piece.at) <= side);
    if (line) line.push(piece);
    else lines.push([piece]);
  }
  return lines
    .filter((line) => covered(line) >= LEAST * glyph)
    .map(([longest]) => longest!)
    .sort((a, b) => a.at - b.at);
}

/** The upright lines with those that part the cells of one row only, of which no piece is long. */
function withShort(columns: readonly Stroke[], rows: readonly Stroke[], upright: Raster, measures: Measures): Stroke[] {
  const { glyph, side } = measures;
  const all = [...columns];
  rows.slice(1).forEach((lower, i) => {
    const [top, bottom] = [Math.ceil(rows[i]!.at + EDGE), Math.floor(lower.at - EDGE)];
    if (lower.at - rows[i]!.at < SHORT.height * glyph) return;
    for (let x = side + 1; x < upright.width - side - 1; x++) {
      if (all.some(({ at }) => Math.abs(at - x) < glyph / 2)) continue;
      const { filled, clear, run, space } = columnOf(upright, x, top, bottom, measures);
      if (filled < SHORT.filled || clear < LEFT.clear || !hasStub(upright, x, top, bottom, measures)) continue;
      const at = x + 0.5;
      all.push({ at, from: rows[i]!.at, to: lower.at, thickness: 2, filled, clear, run, space, widest: space, regular: false });
    }
  });
  return all.sort((a, b) => a.at - b.at);
}

function hasStub(upright: Raster, x: number, top: number, bottom: number, measures: Measures): boolean {
  const length = Math.min(bottom - top, Math.round(STUB.length * measures.glyph));
  const ends = [columnOf(upright, x, top, top + length, measures), columnOf(upright, x, bottom - length, bottom, measures)];
  return ends.some(({ filled, clear }) => filled >= STUB.filled && clear >= LEFT.clear);
}

function covered(strokes: readonly Stroke[]): number {
  let [sum, end] = [0, Number.NEGATIVE_INFINITY];
  for (const { from, to } of [...strokes].sort((a, b) => a.from - b.from)) {
    sum += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return sum;
}

function isLeft({ strokes, upright }: Direction, at: number, from: number, to: number, measures: Measures): boolean {
  const { side, glyph, meet } = measures;
  if (strokes.some((known) => Math.abs(known.at - at) <= side && known.from <= from + meet && known.to >= to - meet)) return true;
  const [top, bottom] = [Math.ceil(from + EDGE), Math.floor(to - EDGE)];
  for (let x = Math.max(side + 1, Math.round(at) - side); x <= Math.min(upright.width - side - 2, Math.round(at) + side); x++) {
    const { filled, clear, run } = columnOf(upright, x, top, bottom, measures);
    if (clear >= LEFT.clear && (filled >= LEFT.filled || run >= LEFT.run * glyph)) return true;
    if (hasStub(upright, x, top, bottom, measures)) return true;
  }
  return false;
}

function restored({ lines }: Lines, crossing: Lines, direction: Direction, measures: Measures): Stroke[] {
  const along = lines.map((line, i) => {
    const stops = crossing.lines.filter((_, k) => crossing.left[k]![i - 1] || crossing.left[k]![i]).map(({ at }) => at);
    return stops.slice(1).map((to, k): Edge => {
      const from = stops[k]!;
      return { line, from, to, isLeft: isLeft(direction, line.at, from, to, measures) };
    });
  });
  const all = along.flat();
  return along.flatMap((edges, i) => {
    if (edges.length === 0) return [lines[i]!];
    const strokes: Stroke[] = [];
    edges.forEach((edge, k) => {
      const goesOn = edges[k - 1]?.isLeft && edges[k + 1]?.isLeft;
      if (!edge.isLeft && !(goesOn && isThere(edge, all, direction, measures))) return;
      const before = strokes.at(-1);
      if (before?.to === edge.from) strokes[strokes.length - 1] = { ...before, to: edge.to };
      else strokes.push({ ...edge.line, from: edge.from, to: edge.to });
    });
    return strokes;
  });
}

function isThere({ line, from, to }: Edge, all: readonly Edge[], { printed }: Direction, measures: Measures): boolean {
  const { filled, clear } = columnOf(printed, Math.round(line.at), Math.ceil(from + EDGE), Math.floor(to - EDGE), measures);
  if (filled >= LESS.filled && clear >= LESS.clear) return true;
  if (to - from > LOST.reach * measures.glyph || filled > LOST.printed) return false;
  const beside = all.filter((edge) => edge.line !== line && Math.min(edge.to, to) - Math.max(edge.from, from) > (to - from) / 2);
  return beside.filter(({ isLeft }) => isLeft).length * 2 >= beside.length;
}
