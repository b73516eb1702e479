import type { GreySeal } from "../raster/grey-seal.js";
import { type InkPatch, inkPatches } from "../raster/ink.js";
import { bounds, type PixelBox, type Raster } from "../raster/raster.js";
import type { PixelRuling } from "../raster/rulings/pixel-ruling.js";
import { isPunctuated, partAtColumns } from "./part-at-columns.js";
import { meetsSeal } from "./seals-in-grey.js";

/** Detector values: inside text from here; a line's mean must reach the second. */
const INSIDE = 0.3;
const SURE = 0.5;
/** The detector is trained on shrunk lines; a box grows by area ÷ perimeter times this (Liao et al. 2020). */
const UNCLIP = 1.6;
/** From a mark's ink to the next glyph's there is at most so much paper in prose, in glyphs: the mark's blank half, and what justifying adds. */
const BEHIND_MARK = 1.5;
/** Paper between the pieces of a stroke that broke, in glyphs. */
const BROKEN = 0.2;
/** The longer side of a stroke that is no speck, in glyphs. */
const STROKE = 0.4;
/** A stroke lower than a glyph fills so much of its box at least; so do the two of a thin =. Specks together fill less. */
const STROKES_INK = 0.35;

/** Boxes of the lines that the detector saw, in pixels of the page (`scale` = page pixels per pixel of the map). */
export function detectedBoxes(map: Raster, scale: number): PixelBox[] {
  const inverse: Raster = { ...map, data: map.data.map((value) => 255 - value) };
  return inkPatches(inverse, 255 * (1 - INSIDE), 6)
    .filter((patch) => meanInside(map, patch) >= SURE * 255)
    .map((patch) => {
      const w = patch.x1 - patch.x0;
      const h = patch.y1 - patch.y0;
      const grow = (w * h * UNCLIP) / (2 * (w + h));
      return { x0: (patch.x0 - grow) * scale, y0: (patch.y0 - grow) * scale, x1: (patch.x1 + grow) * scale, y1: (patch.y1 + grow) * scale };
    });
}

function meanInside(map: Raster, patch: InkPatch): number {
  let sum = 0;
  let count = 0;
  for (let y = patch.y0; y < patch.y1; y++) {
    for (let x = patch.x0; x < patch.x1; x++) {
      const value = map.data[y * map.width + x]!;
      if (value < 255 * INSIDE) continue;
      sum += value;
      count++;
    }
  }
  return count === 0 ? 0 : sum / count;
}

/**
 * The lines of text of a page: the detector's boxes drawn tight around their ink, cut at rulings and at wide gaps; ink that the detector
 * left out (a lone digit, a dash) makes lines of its own, so that no figure is lost unseen.
 */
export function textLines(
  boxes: readonly PixelBox[],
  seals: readonly GreySeal[],
  patches: readonly InkPatch[],
  rulings: readonly PixelRuling[],
  glyph: number,
): PixelBox[] {
  const index = new RowIndex(
    boxes.flatMap((box) => cutAtRulings(box, rulings, glyph)),
    glyph * 4,
  );
  const owned = new Map<PixelBox, InkPatch[]>();
  const left: InkPatch[] = [];
  for (const patch of patches) {
    if (patch.y1 - patch.y0 > glyph * 6 && patch.x1 - patch.x0 > glyph * 6) continue;
    const owner = index.holding(patch);
    if (!owner) left.push(patch);
    else if (owned.has(owner)) owned.get(owner)!.push(patch);
    else owned.set(owner, [patch]);
  }
  const free = left.filter((patch) => {
    const line = neighbour(patch, owned, rulings, glyph);
    line?.push(patch);
    return line === undefined;
  });
  // Under a seal glyphs are tied into its ink and are nobody's: there the detector's box counts, less what it grows beyond the ink.
  for (const box of index.boxes) {
    if (meetsSeal(seals, box)) owned.set(box, [...(owned.get(box) ?? []), { ...shrunk(box), pixels: 0 }]);
  }
  const lines = [...owned.values()].flatMap((inside) => split(inside, glyph));
  const whole = joinedStrokes(free, rulings, glyph, (above, below) => ({ ...bounds([above, below]), pixels: above.pixels + below.pixels }));
  const all: PixelBox[] = [...partAtColumns(lines, rulings, glyph).map(bounds), ...leftOver(whole, rulings, glyph)];
  return joinedStrokes(all, rulings, glyph, (above, below) => bounds([above, below]));
}

/** The ink of the line that a patch beside it goes on: on its height, nearer than half a glyph, no ruling between. */
function neighbour(
  patch: InkPatch,
  owned: ReadonlyMap<PixelBox, InkPatch[]>,
  rulings: readonly PixelRuling[],
  glyph: number,
): InkPatch[] | undefined {
  if (patch.y1 - patch.y0 > glyph * 1.6 || isStub(patch, rulings, glyph)) return undefined;
  const middle = (patch.y0 + patch.y1) / 2;
  for (const [box, inside] of owned) {
    if (middle < box.y0 || middle > box.y1 || box.y1 - box.y0 > 2 * glyph) continue;
    if (patch.x0 > box.x1 + glyph || patch.x1 < box.x0 - glyph) continue;
    const ink = bounds(inside);
    const [left, right] = patch.x0 > ink.x0 ? [ink, patch] : [patch, ink];
    if (right.x0 - left.x1 < glyph * 0.5 && !rulingBetween(rulings, left, right)) return inside;
  }
  return undefined;
}

function shrunk(box: PixelBox): PixelBox {
  const edge = (box.y1 - box.y0) * 0.16;
  return { x0: box.x0 + edge, y0: box.y0 + edge, x1: box.x1 - edge, y1: box.y1 - edge };
}

/** A box cut where a ruling goes through it. */
function cutAtRulings(box: PixelBox, rulings: readonly PixelRuling[], glyph: number): PixelBox[] {
  let parts = [box];
  for (const ruling of rulings) {
    parts = parts.flatMap((part) => {
      const level = ruling.direction === "horizontal";
      const [near, far] = level ? [part.y0, part.y1] : [part.x0, part.x1];
      const [from, to] = level ? [part.x0, part.x1] : [part.y0, part.y1];
      const shared = Math.min(to, ruling.to) - Math.max(from, ruling.from);
      if (ruling.at <= near || ruling.at >= far || shared < 0.6 * (to - from)) return [part];
      const cut = level
        ? [
            { ...part, y1: ruling.at },
            { ...part, y0: ruling.at },
          ]
        : [
            { ...part, x1: ruling.at },
            { ...part, x0: ruling.at },
          ];
      return cut.filter((piece) => piece.x1 - piece.x0 > glyph * 0.15 && piece.y1 - piece.y0 > glyph * 0.25);
    });
  }
  return parts;
}

/** Boxes by the rows that they touch. */
class RowIndex {
  private readonly rows = new Map<number, PixelBox[]>();

  constructor(
    readonly boxes: readonly PixelBox[],
    private readonly height: number,
  ) {
    for (const box of boxes) {
      for (let row = Math.floor(box.y0 / height); row <= Math.floor(box.y1 / height); row++) {
        const known = this.rows.get(row);
        if (known) known.push(box);
        else this.rows.set(row, [box]);
      }
    }
  }

  /** The box that holds the most of a patch, at least half of it. */
  holding(patch: InkPatch): PixelBox | undefined {
    let best: PixelBox | undefined;
    let most = 0.5 * (patch.x1 - patch.x0) * (patch.y1 - patch.y0);
    const seen = new Set<PixelBox>();
    for (let row = Math.floor(patch.y0 / this.height); row <= Math.floor(patch.y1 / this.height); row++) {
      for (const box of this.rows.get(row) ?? []) {
        if (seen.has(box)) continue;
        seen.add(box);
        const w = Math.min(box.x1, patch.x1) - Math.max(box.x0, patch.x0);
        const h = Math.min(box.y1, patch.y1) - Math.max(box.y0, patch.y0);
        if (w > 0 && h > 0 && w * h >= most) {
          most = w * h;
          best = box;
        }
      }
    }
    return best;
  }
}

/** The lines of a box's ink, parted at gaps wider than a glyph; a stack of glyphs (a narrow merged cell) is parted into its rows. */
function split(inside: readonly InkPatch[], glyph: number): InkPatch[][] {
  const ink = bounds(inside);
  if (ink.y1 - ink.y0 > 1.6 * (ink.x1 - ink.x0) && ink.y1 - ink.y0 > glyph * 1.6) {
    return parted(inside, (p) => [p.y0, p.y1], glyph * 0.12);
  }
  return joinedAtMarks(
    parted(inside, (p) => [p.x0, p.x1], glyph),
    glyph,
  );
}

/** Pieces between which there is hardly more than the blank half of a mark or a parenthesis are one. */
function joinedAtMarks(pieces: readonly InkPatch[][], glyph: number): InkPatch[][] {
  const joined: InkPatch[][] = [];
  for (const piece of pieces) {
    const before = joined.at(-1);
    const near = before && bounds(piece).x0 - bounds(before).x1 <= BEHIND_MARK * sizeOf([...before, ...piece], glyph);
    if (near && isPunctuated(before, piece, sizeOf([...before, ...piece], glyph))) before.push(...piece);
    else joined.push([...piece]);
  }
  return joined;
}

/** The height of a line's glyphs: a heading's are larger than those of the page. */
function sizeOf(patches: readonly InkPatch[], glyph: number): number {
  return Math.max(glyph, ...patches.map(({ x0, y0, x1, y1 }) => (x1 - x0 >= 0.5 * (y1 - y0) ? y1 - y0 : 0)));
}

function parted(patches: readonly InkPatch[], extent: (p: InkPatch) => [number, number], gap: number): InkPatch[][] {
  const sorted = [...patches].sort((a, b) => extent(a)[0] - extent(b)[0]);
  const groups: InkPatch[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const patch of sorted) {
    const [from, to] = extent(patch);
    if (from - end > gap) groups.push([]);
    groups.at(-1)!.push(patch);
    end = Math.max(end, to);
  }
  return groups;
}

/** Lines of ink that no box holds: patches of a glyph's size gathered along rows. */
function leftOver(patches: readonly InkPatch[], rulings: readonly PixelRuling[], glyph: number): PixelBox[] {
  const kept = patches.filter((p) => {
    const w = p.x1 - p.x0;
    const h = p.y1 - p.y0;
    if (isStub(p, rulings, glyph)) return false;
    if (w > glyph * 3 || h > glyph * 2) return false;
    return h >= glyph * 0.45 || (w >= glyph * 0.3 && h >= 2 && p.pixels >= STROKES_INK * w * h);
  });
  const sorted = [...kept].sort((a, b) => a.x0 - b.x0);
  const lines: { x0: number; y0: number; x1: number; y1: number }[] = [];
  for (const p of sorted) {
    const line = lines.find((l) => {
      const overlap = Math.min(l.y1, p.y1) - Math.max(l.y0, p.y0);
      return overlap > 0.5 * Math.min(l.y1 - l.y0, p.y1 - p.y0) && p.x0 - l.x1 < glyph * 0.9 && !rulingBetween(rulings, l, p);
    });
    if (!line) lines.push({ x0: p.x0, y0: p.y0, x1: p.x1, y1: p.y1 });
    else {
      line.x1 = Math.max(line.x1, p.x1);
      line.y0 = Math.min(line.y0, p.y0);
      line.y1 = Math.max(line.y1, p.y1);
    }
  }
  return lines;
}

/**
 * Pieces that together are one glyph whose thin stroke broke (the bar of a 7 off its leg) as one: one above the other, nearer than two rows are, no higher than a
 * glyph, and one of them at least no speck.
 */
function joinedStrokes<Piece extends PixelBox>(
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

/** What is left of a ruling that was not quite straight or not quite erased. */
function isStub(p: PixelBox, rulings: readonly PixelRuling[], glyph: number): boolean {
  const near = glyph * 0.22;
  return rulings.some((r) => {
    const level = r.direction === "horizontal";
    const [from, to, thick] = level ? [p.x0, p.x1, p.y1 - p.y0] : [p.y0, p.y1, p.x1 - p.x0];
    const [low, high] = level ? [p.y0, p.y1] : [p.x0, p.x1];
    return thick < glyph * 0.25 && low - near < r.at && high + near > r.at && r.from < to && r.to > from;
  });
}

function levelBetween(rulings: readonly PixelRuling[], above: PixelBox, below: PixelBox): boolean {
  return rulings.some(
    (r) => r.direction === "horizontal" && r.at >= above.y1 - 1 && r.at <= below.y0 + 1 && r.from < below.x1 && r.to > below.x0,
  );
}

function rulingBetween(rulings: readonly PixelRuling[], a: PixelBox, b: PixelBox): boolean {
  return rulings.some((r) => r.direction === "vertical" && r.at >= a.x1 - 1 && r.at <= b.x0 + 1 && r.from < b.y1 && r.to > b.y0);
}
