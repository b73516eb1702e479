import { isFigure } from "../../is-figure.js";
import { firstUnit } from "../first-unit.js";
import { lineText, type TextLine } from "../text-lines.js";

/** Lines of one column that are taken for one text. */
export interface TextBlock {
  readonly column: number;
  readonly lines: readonly TextLine[];
  /** Middles of its first line and its last. */
  readonly first: number;
  readonly last: number;
}

/** Height at which the middle of a line's characters stands. */
export function lineMiddle({ baseline, size }: TextLine): number {
  return baseline - 0.38 * size;
}

/** The texts of each column when lines that stand at most `reach` points apart are one text, but for those of `openings`, which begin one. */
export function textBlocks(
  columns: readonly (readonly TextLine[])[],
  reach: number,
  openings: ReadonlySet<TextLine> = new Set(),
): TextBlock[][] {
  return columns.map((lines, column) => {
    const runs: TextLine[][] = [];
    for (const [i, line] of lines.entries()) {
      if (i > 0 && lineMiddle(line) - lineMiddle(lines[i - 1]!) <= reach && !openings.has(line)) runs.at(-1)!.push(line);
      else runs.push([line]);
    }
    return runs.map((run) => ({ column, lines: run, first: lineMiddle(run[0]!), last: lineMiddle(run.at(-1)!) }));
  });
}

/**
 * What speaks against a text being one: a line that ends where the next one's first word would have fitted; a figure under a figure, less so if both make one,
 * or under words; and what opens a part of a form.
 */
export const UNLIKELY = { unwrapped: 1.5, figures: 1, broken: 0.7, underWords: 0.2, opening: 1.5 };
const OPENING = /^(?:其中|说明|备?注|填[报表写]人)[:：]/u;
/** By how much widths that are one may differ, in glyph heights. */
const ROUNDING = 0.02;
const WORDS = /^\p{Script=Han}{2,}$/u;

/** What speaks against `next` being the wrapped rest of `before` in a cell whose widest line is `width`. */
export function wrapCost(before: TextLine, next: TextLine, width: number): number {
  const [above, below] = [lineText(before), lineText(next)];
  const size = Math.max(before.size, next.size);
  const areFigures = isFigure(above) && isFigure(below);
  const isUnderWords = WORDS.test(above) && isFigure(below);
  // What is as wide as the widest line has room.
  const isShort = before.box[2] - before.box[0] + firstUnit(below, above) * size < width + ROUNDING * size;
  const against = areFigures ? (isFigure(above + below) && !isShort ? UNLIKELY.broken : UNLIKELY.figures) : 0;
  const opens = OPENING.test(below) ? UNLIKELY.opening : 0;
  return opens + (isShort ? UNLIKELY.unwrapped : 0) + against + (isUnderWords ? UNLIKELY.underWords : 0);
}
