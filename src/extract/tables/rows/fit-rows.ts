import type { TextLine } from "../text-lines.js";
import { endedCost, endingsOf } from "./endings.js";
import { type Fit, fitBlocks } from "./fit-blocks.js";
import { lineMiddle, type TextBlock, textBlocks, UNLIKELY, wrapCost } from "./text-blocks.js";

/** Distances of lines that differ by less than this, in glyph heights, are one. */
const STEP = 0.02;
/** Lines farther apart than this, in glyph heights, are never of one text. */
const FARTHEST = 2.4;
/** Lines that may begin a text although they stand as near as the rest of one; of more of them the distances tell nothing. */
const MOST_UNWRAPPED = 12;
/** What speaks against each of them, beside what speaks against rows. */
const OPENING = 0.6;

/**
 * The rows of a band whose lines tell them exactly: there is a distance up to which lines are of one text, at which all the texts of a row stand in the middle of
 * it (or at its top), no two rows overlap, and the texts of leading columns stand in the middle of runs of rows, as merged cells do. Undefined where none is.
 */
export function fitRows(columns: readonly (readonly TextLine[])[], top: number, bottom: number): Fit | undefined {
  if (columns.length === 0) return undefined;
  const size = medianSize(columns);
  const widths = columns.map((lines) => Math.max(0, ...lines.map(({ box }) => box[2] - box[0])));
  const endings = columns.map(endingsOf);
  let best: Fit | undefined;
  for (const reach of reaches(columns, size)) {
    /** The rows of the texts that are told apart by that distance, and by the lines that open one; undefined where they are none or known better ones. */
    const better = (openings: ReadonlySet<TextLine>): Fit | undefined => {
      const blocks = textBlocks(columns, reach, openings);
      const against = blocks.flat().reduce((sum, block) => sum + unlikelihood(block, widths, endings), OPENING * openings.size);
      if (best && against >= best.cost) return undefined;
      const fit = fitBlocks(blocks, [top, bottom], size);
      return fit && (!best || fit.cost + against < best.cost) ? { ...fit, cost: fit.cost + against } : undefined;
    };
    let openings: ReadonlySet<TextLine> = new Set();
    best = better(openings) ?? best;
    const unwrapped = textBlocks(columns, reach).flatMap((blocks) => blocks.flatMap((block) => unlikelyLines(block, widths)));
    for (let isBetter = unwrapped.length <= MOST_UNWRAPPED; isBetter; ) {
      isBetter = false;
      const known = openings;
      for (const line of unwrapped) {
        const more = new Set([...known, line]);
        const fit = better(more);
        if (fit) [best, openings, isBetter] = [fit, more, true];
      }
    }
  }
  return best;
}

function medianSize(columns: readonly (readonly TextLine[])[]): number {
  const sizes = columns.flatMap((lines) => lines.map(({ size }) => size)).sort((a, b) => a - b);
  return sizes[sizes.length >> 1] ?? 10;
}

/** The distances up to which lines may be of one text, each between two kinds of distances that occur. */
function reaches(columns: readonly (readonly TextLine[])[], size: number): number[] {
  const gaps = columns
    .flatMap((lines) => lines.slice(1).map((line, i) => lineMiddle(line) - lineMiddle(lines[i]!)))
    .filter((gap) => gap <= FARTHEST * size)
    .sort((a, b) => a - b);
  const found = [0];
  for (const [i, gap] of gaps.entries()) {
    const next = gaps[i + 1] ?? gap + 2 * STEP * size;
    if (next - gap > STEP * size) found.push((gap + next) / 2);
  }
  return found;
}

/** The lines that are hardly the wrapped rest of those before them. */
function unlikelyLines({ lines, column }: TextBlock, widths: readonly number[]): TextLine[] {
  return lines.slice(1).filter((line, i) => wrapCost(lines[i]!, line, widths[column]!) >= UNLIKELY.broken);
}

function unlikelihood({ lines, column }: TextBlock, widths: readonly number[], endings: readonly ReadonlySet<string>[]): number {
  return lines
    .slice(1)
    .reduce((sum, line, i) => sum + wrapCost(lines[i]!, line, widths[column]!) + endedCost(lines[i]!, line, endings[column]!), 0);
}
