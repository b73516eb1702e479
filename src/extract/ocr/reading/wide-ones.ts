import type { LineCrop } from "../lines/line-crop.js";
import { STEP } from "../pp-ocr.js";
import { inkColumns } from "./angle-shape.js";
import type { Glyph, Lattice } from "./ctc.js";
import { likeliestIdeograph } from "./missed-glyphs.js";

/** No 1 is so wide, in heights of the line's picture; an ideograph is. */
const WIDE = 0.5;
const HAN = /^\p{Script=Han}$/u;

/** The glyphs with the ideograph that the ink is where the reader made a 1 of it: in small soft print 11工作日 reads like 111作日. It is doubtful. */
export function withoutWideOnes(glyphs: readonly Glyph[], { image, stretch }: LineCrop, lattice: Lattice): Glyph[] {
  const middle = ({ from, to }: Glyph) => ((from + to) / 2) * STEP;
  let columns: [number, number][] | undefined;
  return glyphs.map((glyph, i) => {
    const after = glyphs[i + 1];
    if (glyph.text !== "1" || !after || !HAN.test(after.text)) return glyph;
    columns ??= inkColumns(image);
    const own = columns.find(([from, to]) => from <= middle(glyph) && middle(glyph) < to);
    if (!own || own[1] - own[0] < WIDE * image.height * stretch) return glyph;
    const isShared = glyphs.some((other) => other !== glyph && middle(other) >= own[0] && middle(other) < own[1]);
    return (isShared ? undefined : likeliestIdeograph(lattice, glyphs[i - 1]?.to ?? 0, after.from)) ?? glyph;
  });
}
