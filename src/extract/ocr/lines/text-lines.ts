import type { GreySeal } from "../raster/grey-seal.js";
import type { InkPatch } from "../raster/ink.js";
import { bounds, type PixelBox } from "../raster/raster.js";
import type { PixelRuling } from "../raster/rulings/pixel-ruling.js";
import { joinStrokes } from "./join-strokes.js";
import { isPunctuated, partAtColumns } from "./part-at-columns.js";
import { RowIndex } from "./row-index.js";
import { meetsSeal } from "./seals-in-grey.js";

/** From a mark's ink to the next glyph's there is at most so much paper in prose, in glyphs: the mark's blank half, and what justifying adds. */
const BEHIND_MARK = 1.5;
/** A stroke lower than a glyph fills so much of its box at least; so do the two of a thin =. Specks together fill less. */
const STROKES_INK = 0.35;
/** The hyphen of a narrow font is so long, in glyphs, at least, so many times as long as high, and as full. */
const HYPHEN = 0.22;
const LEVEL = 1.9;
const FULL = 0.8;
/** A stroke as low as this, in glyphs, is a dash or the ideograph 一; so near to a line's ink it is a glyph of that line. */
const FLAT = 0.22;
const BESIDE = 0.25;
/** Lines of the page's usual print are so high, in its glyphs. */
const LINE_HEIGHT = [0.7, 1.4] as const;

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
  const pieces = [...owned.values()].flatMap((inside) => split(inside, glyph));
  const lines = withFlatEnds(pieces, rulings, glyph);
  const whole = joinStrokes(free, rulings, glyph, (above, below) => ({ ...bounds([above, below]), pixels: above.pixels + below.pixels }));
  const all: PixelBox[] = [...partAtColumns(lines, rulings, glyph).map(bounds), ...leftOver(whole, rulings, glyph)];
  return joinStrokes(all, rulings, glyph, (above, below) => bounds([above, below]));
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

/** The lines with the flat strokes that end them (the 一 of a word that goes on in the next line), for which the detector had a box of their own. */
function withFlatEnds(lines: readonly InkPatch[][], rulings: readonly PixelRuling[], glyph: number): InkPatch[][] {
  const isFlat = (line: readonly InkPatch[]) => {
    const { x0, y0, x1, y1 } = bounds(line);
    return y1 - y0 <= FLAT * glyph && x1 - x0 > y1 - y0;
  };
  const whole = lines.filter((line) => !isFlat(line)).map((line) => [...line]);
  const alone = lines.filter(isFlat).filter((stroke) => {
    const flat = bounds(stroke);
    const middle = (flat.y0 + flat.y1) / 2;
    const line = whole.find((other) => {
      const ink = bounds(other);
      const [left, right] = flat.x0 > ink.x0 ? [ink, flat] : [flat, ink];
      const gap = right.x0 - left.x1;
      return middle > ink.y0 && middle < ink.y1 && gap >= 0 && gap < BESIDE * glyph && !rulingBetween(rulings, left, right);
    });
    line?.push(...stroke);
    return line === undefined;
  });
  return [...whole, ...alone];
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

/**
 * The lines of a box's ink, parted at gaps wider than a glyph; a stack of glyphs (a narrow merged cell) is parted into its rows, and so are lines below one
 * another that the detector saw as one (满意度 over 指标).
 */
function split(inside: readonly InkPatch[], glyph: number): InkPatch[][] {
  const ink = bounds(inside);
  if (ink.y1 - ink.y0 > glyph * 1.6) {
    const rows = parted(inside, (p) => [p.y0, p.y1], glyph * 0.12);
    if (ink.y1 - ink.y0 > 1.6 * (ink.x1 - ink.x0)) return rows;
    if (rows.length > 1 && rows.every((row) => isOfGlyphs(row, glyph))) return rows.flatMap((row) => split(row, glyph));
  }
  return joinedAtMarks(
    parted(inside, (p) => [p.x0, p.x1], glyph),
    glyph,
  );
}

/** Whether ink is as high as the page's glyphs: a part of a larger one is lower, or one of several that are not all so high. */
function isOfGlyphs(patches: readonly InkPatch[], glyph: number): boolean {
  const { y0, y1 } = bounds(patches);
  return y1 - y0 >= LINE_HEIGHT[0] * glyph && y1 - y0 <= LINE_HEIGHT[1] * glyph;
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
    const isHyphen = w >= glyph * HYPHEN && w >= LEVEL * h && p.pixels >= FULL * w * h;
    return h >= glyph * 0.45 || (h >= 2 && (isHyphen || (w >= glyph * 0.3 && p.pixels >= STROKES_INK * w * h)));
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

function rulingBetween(rulings: readonly PixelRuling[], a: PixelBox, b: PixelBox): boolean {
  return rulings.some((r) => r.direction === "vertical" && r.at >= a.x1 - 1 && r.at <= b.x0 + 1 && r.from < b.y1 && r.to > b.y0);
}
