import { isFigure } from "../../is-figure.js";
import { lineText, type TextLine } from "../text-lines.js";
import { type BandRows, fitRows } from "./fit-rows.js";
import type { RowSpan } from "./merged-spans.js";
import { roughRows } from "./rough-rows.js";
import { lineMiddle } from "./text-blocks.js";

type Columns = readonly (readonly TextLine[])[];

/** Heads at which a band is parted at most, and the texts that one has at least. */
const MOST_HEADS = 12;
const LEAST_TEXTS = 2;
/** How much the heights of texts on one line differ at most, in glyph heights. */
const LEVEL = 0.25;
/** More lines are no form. */
const MOST_LINES = 600;
/** What speaks against each part, in the measure of what speaks against its rows; and against one that these do not fit, with each of its lines. */
const COST = { part: 1, unfit: 10, line: 1 };

/**
 * Rows of a band from `top` to `bottom`, by its columns' lines: exactly, where these tell so much, of all of it or of the blocks that heads part it into,
 * or else as well as they can be told.
 */
export function bandRows(columns: Columns, top: number, bottom: number): BandRows {
  return fitRows(columns, top, bottom) ?? rowsOfParts(columns, top, bottom) ?? roughRows(columns);
}

/** So far parted: down to which height, at what cost, into which rows. */
interface Parted {
  readonly to: number;
  readonly cost: number;
  readonly rows: BandRows | undefined;
  readonly isFit: boolean;
  readonly before: Parted | undefined;
}

/** The rows of blocks one under the other, each of which they fit by itself; undefined where they fit none. */
function rowsOfParts(columns: Columns, top: number, bottom: number): BandRows | undefined {
  const heads = headsOf(columns);
  if (heads.length === 0) return undefined;
  const reached: Parted[] = [{ to: top, cost: 0, rows: undefined, isFit: false, before: undefined }];
  for (const to of [...heads, bottom]) {
    let best: Parted | undefined;
    for (const before of reached) {
      if (before.cost >= (best?.cost ?? Number.POSITIVE_INFINITY) || (before.to === top && to === bottom)) continue;
      const own = columns.map((lines) => lines.filter((line) => lineMiddle(line) > before.to && lineMiddle(line) < to));
      const fit = fitRows(own, before.to, to);
      const cost = before.cost + COST.part + (fit?.cost ?? COST.unfit + COST.line * own.flat().length);
      if (!best || cost < best.cost) best = { to, cost, rows: fit ?? roughRows(own), isFit: fit !== undefined, before };
    }
    reached.push(best!);
  }
  const parts: Parted[] = [];
  for (let at = reached.at(-1)!; at.before; at = at.before) parts.unshift(at);
  return parts.some(({ isFit }) => isFit) ? joined(parts, columns.length) : undefined;
}

function joined(parts: readonly Parted[], columnCount: number): BandRows {
  const cuts: number[] = [];
  const spans: (RowSpan[] | undefined)[] = Array.from({ length: columnCount }, (_, column) =>
    parts.some(({ rows }) => rows!.spans[column]) ? [] : undefined,
  );
  for (const [i, { to, rows }] of parts.entries()) {
    const first = cuts.length;
    const each = Array.from({ length: rows!.cuts.length + 1 }, (_, row): RowSpan => ({ from: row, to: row + 1 }));
    for (const [column, own] of spans.entries())
      own?.push(...(rows!.spans[column] ?? each).map(({ from, to: end }) => ({ from: first + from, to: first + end })));
    cuts.push(...rows!.cuts, ...(i < parts.length - 1 ? [to] : []));
  }
  return { cuts, spans };
}

/** The heights above lines of several texts that are no figures: what may be the head of a block. */
function headsOf(columns: Columns): number[] {
  const lines = columns.flat().sort((a, b) => a.baseline - b.baseline);
  if (lines.length > MOST_LINES) return [];
  /** Where the first of the lines from each on begins. */
  const tops: number[] = [];
  for (let i = lines.length - 1; i >= 0; i--) tops[i] = Math.min(lines[i]!.box[1], tops[i + 1] ?? Number.POSITIVE_INFINITY);
  const found: { readonly at: number; readonly texts: number }[] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (let start = 0, end = 0; start < lines.length; start = end) {
    while (end < lines.length && lines[end]!.baseline - lines[start]!.baseline < LEVEL * lines[start]!.size) end++;
    const level = lines.slice(start, end);
    const mayBeHead = level.length >= LEAST_TEXTS && !level.some((line) => isFigure(lineText(line)));
    if (start > 0 && mayBeHead && tops[start]! > bottom) found.push({ at: (bottom + tops[start]!) / 2, texts: level.length });
    bottom = Math.max(bottom, ...level.map(({ box }) => box[3]));
  }
  const most = found.sort((a, b) => b.texts - a.texts).slice(0, MOST_HEADS);
  return most.map(({ at }) => at).sort((a, b) => a - b);
}
