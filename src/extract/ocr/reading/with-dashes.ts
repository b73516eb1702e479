import type { LineCrop } from "../lines/line-crop.js";
import { STEP } from "../pp-ocr.js";
import { inkColumns } from "./angle-shape.js";
import type { Glyph } from "./ctc.js";

/**
 * From the middle of the ideograph before level strokes to that of the one behind them it is more than this over the ideograph 一 (the second), and less over a hyphen
 * (1.1–1.3); over a dash, which is as wide as two ideographs, it is more than the third (2.55). Heights of the line's picture.
 */
const APART = 1.4;
const USUAL = 1.7;
const FAR = 2.1;
const STROKE = /^[一—－-]$/u;
const HAN = /\p{Script=Han}/u;

/** The glyphs with the level strokes between ideographs as what they are: the reader takes the ideograph 一, a dash (——) and a hyphen for each other. */
export function withDashes(glyphs: readonly Glyph[], crop: LineCrop): Glyph[] {
  const read: Glyph[] = [];
  let columns: [number, number][] | undefined;
  for (let i = 0; i < glyphs.length; ) {
    let end = i;
    while (end < glyphs.length && STROKE.test(glyphs[end]!.text)) end++;
    const strokes = glyphs.slice(i, Math.max(end, i + 1));
    const [before, after] = [glyphs[i - 1], glyphs[end]];
    i += strokes.length;
    const isWord = [before, after].every((beside) => beside === undefined || HAN.test(beside.text));
    if (end < i || !isWord || !(before ?? after)) {
      read.push(...strokes);
      continue;
    }
    columns ??= inkColumns(crop.image);
    const [from, to] = [before ?? strokes[0]!, after ?? strokes.at(-1)!];
    const away = (middle(to) - middle(from)) / (crop.image.height * crop.stretch);
    // At the end of a line the way to the stroke is half of that over it, and told less exactly.
    if (before && after) read.push(...asMeant(strokes, away, columns));
    else read.push(...(strokes.length > 1 || (strokes[0]!.text === "—" && away > APART / 2) ? asMeant(strokes, USUAL, columns) : strokes));
  }
  return read;
}

function asMeant(strokes: readonly Glyph[], away: number, columns: readonly (readonly [number, number])[]): Glyph[] {
  const [first, last] = [strokes[0]!, strokes.at(-1)!];
  const as = (text: string) => strokes.map((stroke) => ({ ...stroke, text }));
  if (strokes.length === 1) {
    if (away > FAR) return first.text === "一" ? [first] : [{ ...first, text: "——" }];
    if (away > APART) return first.text === "—" ? as("一") : [first];
    return first.text === "一" ? as("-") : [first];
  }
  // Two ideographs 一 have paper between them, a dash has none.
  return columns.some(([from, to]) => from <= middle(first) && to >= middle(last)) ? as("—") : [...strokes];
}

/** The middle of a glyph, pixels of the line's picture. */
function middle({ from, to }: Glyph): number {
  return ((from + to) / 2) * STEP;
}
