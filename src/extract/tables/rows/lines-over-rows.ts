import type { TextLine } from "../text-lines.js";
import { endedCost, endingsOf } from "./endings.js";
import type { RowSpan } from "./merged-spans.js";
import { lineMiddle, wrapCost } from "./text-blocks.js";

/** How far the middle of a text may stand from the middle of its rows, in glyph heights. */
const OFF = 0.55;
/** How far its lines may stand over the rows' ends, which it has moved apart where it is taller than they, in glyph heights. */
const OVER = 0.8;
/** What speaks against each cell, in the measure of what speaks against rows; and against a full row of one that says nothing (a total, half empty, may well have none). */
const COST = { cell: 0.3, silent: 0.8 };

/** So far covered: up to which row, with how many of the lines, at what cost. */
interface Reached {
  readonly cost: number;
  readonly span: RowSpan;
  readonly before: Reached | undefined;
}

/**
 * Which rows the merged cells of a column cover, and which of its lines are each one's text, where all lines stand equally far apart: the division of both that
 * fits best when each text stands in the middle of its rows. `columns`: the lines of those that tell the rows, `cuts` the heights between these. Undefined where
 * none fits.
 */
export function linesOverRows(
  lines: readonly TextLine[],
  columns: readonly (readonly TextLine[])[],
  cuts: readonly number[],
): { readonly spans: readonly RowSpan[]; readonly cost: number } | undefined {
  const others = columns.flat();
  if (lines.length === 0 || others.length === 0) return undefined;
  const size = lines[0]!.size;
  const width = Math.max(...lines.map(({ box }) => box[2] - box[0]));
  const middles = lines.map(lineMiddle);
  const ends = [...others, ...lines].map(lineMiddle);
  const edges = [Math.min(...ends) - size / 2, ...cuts, Math.max(...ends) + size / 2];
  const rowCount = edges.length - 1;
  const silent = edges.slice(1).map((bottom, row) => COST.silent * fullness(columns, edges[row]!, bottom));
  const endings = endingsOf(lines);
  const wraps = [0];
  for (const [i, line] of lines.slice(1).entries())
    wraps.push(wraps[i]! + wrapCost(lines[i]!, line, width) + endedCost(lines[i]!, line, endings));
  const key = (row: number, line: number): number => row * (lines.length + 1) + line;
  const reached = new Map<number, Reached>();
  const reach = (row: number, line: number, next: Reached): void => {
    const known = reached.get(key(row, line));
    if (!known || next.cost < known.cost) reached.set(key(row, line), next);
  };
  for (let from = 0; from < rowCount; from++)
    for (let line = 0; line <= lines.length; line++) {
      const before = from === 0 && line === 0 ? undefined : reached.get(key(from, line));
      if (!before && from + line > 0) continue;
      const soFar = before?.cost ?? 0;
      reach(from + 1, line, { cost: soFar + silent[from]!, span: { from, to: from + 1 }, before });
      if (line === lines.length || middles[line]! < edges[from]! - OVER * size) continue;
      for (let to = from + 1, end = line + 1; to <= rowCount; to++) {
        // Where the last line must stand for the text's middle to be that of its rows; the further down the rows end, the further down it stands.
        const last = edges[from]! + edges[to]! - middles[line]!;
        while (end < lines.length && middles[end - 1]! < last - 2 * OFF * size) end++;
        const lowest = Math.min(last + 2 * OFF * size, edges[to]! + OVER * size);
        for (let e = end; e <= lines.length && middles[e - 1]! <= lowest; e++) {
          const off = (middles[e - 1]! - last) / 2 / size;
          if (Math.abs(off) > OFF) continue;
          const cost = soFar + COST.cell + off * off + wraps[e - 1]! - wraps[line]!;
          reach(to, e, { cost, span: { from, to }, before });
        }
      }
    }
  let at = reached.get(key(rowCount, lines.length));
  if (!at) return undefined;
  const { cost } = at;
  const spans: RowSpan[] = [];
  for (; at; at = at.before) spans.unshift(at.span);
  return { spans, cost };
}

/** Share of the columns that have a line between two heights. */
function fullness(columns: readonly (readonly TextLine[])[], top: number, bottom: number): number {
  const isBetween = (line: TextLine): boolean => lineMiddle(line) > top && lineMiddle(line) <= bottom;
  return columns.filter((lines) => lines.some(isBetween)).length / columns.length;
}
