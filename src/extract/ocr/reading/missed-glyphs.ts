import type { LineCrop } from "../lines/line-crop.js";
import { STEP } from "../pp-ocr.js";
import { inkColumns } from "./angle-shape.js";
import type { Glyph, Lattice } from "./ctc.js";

/** From one ideograph's middle to the next one's, in heights of the line's picture. */
const PITCH = 0.85;
/** Ink between two ideographs, or before the first, that is so much of a pitch wide is an ideograph's own. */
const LEAST = 0.55;
/** Confidence in an ideograph that the reader would rather have left out, at most. */
const UNDECIDED = 0.5;
const BEFORE = /^[\p{Script=Han}，。、；：:,]$/u;
const HAN = /^\p{Script=Han}$/u;

/**
 * The line's glyphs with the ideographs that best path left out: of a rare one (the first of a place's name) "nothing here" is likelier than any, though
 * there is ink. What is likeliest of all stands for it, and is doubtful.
 */
export function withMissedGlyphs(glyphs: readonly Glyph[], crop: LineCrop, lattice: Lattice): Glyph[] {
  const { image, stretch } = crop;
  if (glyphs.filter(({ text }) => HAN.test(text)).length < 2) return [...glyphs];
  const pitch = PITCH * image.height * stretch;
  let columns: [number, number][] | undefined;
  const found: Glyph[] = [];
  glyphs.forEach((glyph, i) => {
    const before = glyphs[i - 1];
    const isPlain = HAN.test(glyph.text) && (before === undefined || BEFORE.test(before.text));
    const from = before ? middle(before) + pitch / 2 : 0;
    const to = middle(glyph) - pitch / 2;
    if (isPlain && to - from >= LEAST * pitch) {
      columns ??= inkColumns(image);
      const inside = columns.flatMap(([start, end]) => (end > from && start < to ? [Math.max(start, from), Math.min(end, to)] : []));
      const isInk = inside.length > 0 && Math.max(...inside) - Math.min(...inside) >= LEAST * pitch;
      const missed = isInk ? likeliestIdeograph(lattice, before?.to ?? 0, glyph.from) : undefined;
      if (missed) found.push(missed);
    }
    found.push(glyph);
  });
  return found;
}

function middle({ from, to }: Glyph): number {
  return ((from + to) / 2) * STEP;
}

/** The ideograph that some step between two holds likelier than any other does, in doubt. */
export function likeliestIdeograph({ values, classes, texts }: Lattice, from: number, to: number): Glyph | undefined {
  let [best, at, most] = [0, from, 0];
  for (let step = from; step < to; step++) {
    for (let c = 1; c < classes; c++) {
      const value = values[step * classes + c]!;
      if (value > most && HAN.test(texts[c]!)) [best, at, most] = [c, step, value];
    }
  }
  return best === 0 ? undefined : { text: texts[best]!, confidence: Math.min(UNDECIDED, most), from: at, to: at + 1 };
}
