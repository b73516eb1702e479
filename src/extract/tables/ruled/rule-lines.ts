import { groupBy } from "../../../core/group-by.js";
import type { Ruling } from "../placed.js";

/** Pieces up to this long may be dashes or dots of one line, points. */
const DASH = 12;
/** Widest gap inside a dashed or dotted line. */
const DASH_GAP = 7;
/** Pieces of one drawn line meet within this; cells set a little apart have sides that make one line all the same. */
const SEAM = 2.4;
/** Pieces of one line lie on the same level within this. */
const LEVEL = 0.8;

/**
 * Rulings as a reader sees them: pieces joined (cell borders drawn one by one, dashes, dots), doubles made one. `glyph` is the usual glyph
 * height of the page, to which all that is near is measured; lines shorter than half of it are marks, not rulings.
 */
export function ruleLines(rulings: readonly Ruling[], glyph: number): { horizontal: Ruling[]; vertical: Ruling[] } {
  const of = (direction: Ruling["direction"]): Ruling[] => {
    const pieces = rulings.filter((ruling) => ruling.direction === direction);
    return joinDoubles(joinPieces(pieces), 0.4 * glyph).filter((line) => line.to - line.from >= 0.5 * glyph);
  };
  return { horizontal: of("horizontal"), vertical: of("vertical") };
}

/** Joins pieces that lie on one level and meet. */
function joinPieces(pieces: readonly Ruling[]): Ruling[] {
  const sorted = byLevel(pieces);
  const joined: Ruling[] = [];
  for (let start = 0; start < sorted.length; ) {
    let end = start + 1;
    while (end < sorted.length && sorted[end]!.at - sorted[end - 1]!.at <= LEVEL / 2 && sorted[end]!.at - sorted[start]!.at <= 3 * LEVEL)
      end++;
    joinLevel(sorted.slice(start, end), joined);
    start = end;
  }
  return joined;
}

/** Sorted by level. Hundreds of pieces lie on a few dozen levels. */
function byLevel(pieces: readonly Ruling[]): Ruling[] {
  const sorted: Ruling[] = [];
  const levels = [...groupBy(pieces, ({ at }) => at).values()].sort((a, b) => a[0]!.at - b[0]!.at);
  // V8 takes ten times as long to flatten arrays.
  for (const level of levels) for (const piece of level) sorted.push(piece);
  return sorted;
}

function joinLevel(pieces: Ruling[], joined: Ruling[]): void {
  pieces.sort((a, b) => a.from - b.from);
  let line: Ruling | undefined;
  let last = 0;
  for (const piece of pieces) {
    const length = piece.to - piece.from;
    if (line && piece.from - line.to <= reach(last, length)) line = union(line, piece);
    else {
      if (line) joined.push(line);
      line = piece;
    }
    last = length;
  }
  if (line) joined.push(line);
}

/** How far apart two pieces of one line may be, by their lengths. */
function reach(a: number, b: number): number {
  return a <= DASH && b <= DASH ? Math.min(DASH_GAP, Math.max(SEAM, 2 * Math.max(a, b))) : SEAM;
}

/** Joins lines that run side by side within `apart`, as double borders do; no text fits between. */
function joinDoubles(lines: Ruling[], apart: number): Ruling[] {
  const sorted = [...lines].sort((a, b) => a.at - b.at);
  const done: Ruling[] = [];
  let open: Ruling[] = [];
  for (const line of sorted) {
    const still: Ruling[] = [];
    let twin: Ruling | undefined;
    for (const candidate of open) {
      if (line.at - candidate.at > apart) done.push(candidate);
      else if (!twin && overlap(candidate, line) > 0) twin = candidate;
      else still.push(candidate);
    }
    still.push(twin ? union(twin, line) : line);
    open = still;
  }
  return [...done, ...open].sort((a, b) => a.at - b.at);
}

function overlap(a: Ruling, b: Ruling): number {
  return Math.min(a.to, b.to) - Math.max(a.from, b.from);
}

/** The level of the longer piece holds. */
function union(a: Ruling, b: Ruling): Ruling {
  if (b.from >= a.from && b.to <= a.to && Math.max(b.thickness, Math.abs(a.at - b.at)) <= a.thickness) return a;
  const longer = b.to - b.from > a.to - a.from ? b : a;
  return {
    direction: a.direction,
    at: longer.at,
    from: Math.min(a.from, b.from),
    to: Math.max(a.to, b.to),
    thickness: Math.max(a.thickness, b.thickness, Math.abs(a.at - b.at)),
  };
}
