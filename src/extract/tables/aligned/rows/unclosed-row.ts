import { columnsOfLine } from "../../column-of.js";
import { isCaption } from "../../is-caption.js";
import type { Word } from "../../placed.js";
import { standsInRow } from "../../stands-in-row.js";
import { lineText, type TextLine, textLines, WRAPPED } from "../../text-lines.js";

/** Fewer texts in columns of their own are no row. */
const LEAST_TEXTS = 3;
const MOST_LINES = 6;

/**
 * The words of the row above the first ruling of a table, or below its last, where rulings stand only under its rows, or only over them. Empty where other
 * text stands there. `edges`: the columns of the rows that rulings part; `near`: how far from the ruling at `level` its texts stand at most, points; `words`: what
 * stands on that side of it.
 */
export function unclosedRow(
  words: readonly Word[],
  level: number,
  {
    edges,
    glyph,
    side,
    near,
  }: { readonly edges: readonly number[]; readonly glyph: number; readonly side: "above" | "below"; readonly near: number },
): readonly Word[] {
  const lines = textLines(words.filter((word) => !word.turned && distance(word, level, side) < near + MOST_LINES * WRAPPED * glyph));
  if (side === "above") lines.reverse();
  const row: TextLine[] = [];
  for (const line of lines) {
    const before = row.at(-1);
    const isNear = before
      ? Math.abs(line.baseline - before.baseline) <= WRAPPED * glyph
      : line.words.every((word) => distance(word, level, side) <= near);
    if (!isNear || row.length === MOST_LINES) break;
    // 金额单位：万元 stands as near above the head as its lines do to each other.
    if (before && isCaption(lineText(line))) break;
    if (!standsInRow(line, edges, glyph)) return [];
    row.push(line);
  }
  const columns = new Set(row.flatMap((line) => [...columnsOfLine(line, edges)!]));
  return columns.size >= LEAST_TEXTS ? row.flatMap((line) => line.words) : [];
}

function distance({ box }: Word, level: number, side: "above" | "below"): number {
  return side === "above" ? level - box[3] : box[1] - level;
}
