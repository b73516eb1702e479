import type { PixelBox } from "../raster/raster.js";
import type { PixelRuling } from "../raster/rulings/pixel-ruling.js";
import type { ReadLine } from "./recognised-word.js";

/** No cell and no sentence begins with these, and none of their lines ends with an opening parenthesis. */
const CLOSES = /^[。，、；：）】》”]/u;
const OPENS = /[（【《“]$/u;
/** 实际支出 beside （万元）: a remark in parentheses, the first of which has a blank half before its ink, and so near is the same head's. */
const REMARK = /^（[^（）]{1,6}）$/u;
const NEAR = 0.7;
/** What the reader makes of a full stop alone; no letter or digit is so low, in glyphs, and ends so far below the line's middle. */
const RING = /^[oO0]$/u;
const LOW = 0.5;
/** Paper between the glyph before such a mark and its ink: the blank half of the one, and of the other, in glyphs. */
const WIDEST = 1.6;
/** Of the lower line's height so much must stand beside the other. */
const BESIDE = 0.6;

/**
 * Lines that the detector parted in the middle of a sentence, where two marks with their blank halves stand side by side (）。), as one: a list of sentences that are
 * alike would otherwise look like a table of columns.
 */
export function joinAtMarks(lines: readonly ReadLine[], rulings: readonly PixelRuling[], glyph: number): ReadLine[] {
  const joined: ReadLine[] = [];
  for (const line of [...lines].sort((a, b) => a.box.x0 - b.box.x0)) {
    const index = joined.findIndex(
      (before) => isNext(before.box, line.box, reachOf(before, line, glyph) * glyph, glyph) && !isParted(before.box, line.box, rulings),
    );
    if (index < 0) joined.push(line);
    else joined[index] = together(joined[index]!, isStop(joined[index]!, line, glyph) ? { ...line, text: "。", alternatives: [] } : line);
  }
  return joined;
}

/** Whether a line is the full stop behind another's last ideograph or mark. */
function isStop(before: ReadLine, { text, box }: ReadLine, glyph: number): boolean {
  const middle = (before.box.y0 + before.box.y1) / 2;
  return RING.test(text) && box.y1 - box.y0 <= LOW * glyph && box.y0 >= middle - 1 && /[\p{Script=Han}》”）]$/u.test(before.text);
}

/** How far behind the one the other may stand to go on with it, in glyphs; 0 where it does not. */
function reachOf(before: ReadLine, line: ReadLine, glyph: number): number {
  if (CLOSES.test(line.text) || OPENS.test(before.text) || isStop(before, line, glyph)) return WIDEST;
  return REMARK.test(line.text) && /\p{Script=Han}$/u.test(before.text) ? NEAR : 0;
}

function isNext(before: PixelBox, after: PixelBox, reach: number, glyph: number): boolean {
  const shared = Math.min(before.y1, after.y1) - Math.max(before.y0, after.y0);
  const gap = after.x0 - before.x1;
  return shared >= BESIDE * Math.min(before.y1 - before.y0, after.y1 - after.y0) && reach > 0 && gap > -glyph && gap <= reach;
}

function isParted(before: PixelBox, after: PixelBox, rulings: readonly PixelRuling[]): boolean {
  const middle = (after.y0 + after.y1) / 2;
  return rulings.some(
    ({ direction, at, from, to }) => direction === "vertical" && at >= before.x1 - 1 && at <= after.x0 + 1 && from < middle && to > middle,
  );
}

function together(before: ReadLine, after: ReadLine): ReadLine {
  const box = {
    x0: before.box.x0,
    y0: Math.min(before.box.y0, after.box.y0),
    x1: after.box.x1,
    y1: Math.max(before.box.y1, after.box.y1),
  };
  const agreed = before.agreed === undefined ? after.agreed : before.agreed && after.agreed !== false;
  return {
    ...(agreed === undefined ? {} : { agreed }),
    box,
    text: before.text + after.text,
    confidence: Math.min(before.confidence, after.confidence),
    alternatives: [...before.alternatives.map((other) => other + after.text), ...after.alternatives.map((other) => before.text + other)],
  };
}
