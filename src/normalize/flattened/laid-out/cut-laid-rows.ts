import { type CellLine, cellLine, raggedness } from "../search/raggedness.js";

export interface Column {
  /** The text on each line, where there is any. */
  readonly texts: readonly (string | undefined)[];
  /** Each row has text in it. */
  readonly required: boolean;
  /** What no line of a cell of the column is. */
  readonly unfit: (text: string) => boolean;
  /** Fewer characters are no cell. */
  readonly least: number;
}

/** Where a row's cells stand to the line of its figures. */
export type Alignment = "middle" | "top" | "bottom";

/** The line of a row's figures, or the two lines that they fell on. A total's row has no more. */
export interface Anchor {
  readonly from: number;
  /** Not included. */
  readonly to: number;
  readonly isTotal: boolean;
}

export interface LaidRows {
  /** For each anchor, the first and the last (not included) of the lines that are its row's. */
  readonly rows: readonly { readonly from: number; readonly to: number }[];
  readonly cost: number;
}

const ALIGNMENTS: readonly Alignment[] = ["middle", "top", "bottom"];
const COST = { askew: 1, blank: 0.8, skipped: 0.4, open: 2, left: 0.8, beside: 3, unfit: 2, empty: 2.5, ragged: 0.5 };
/** Half a line is lost where cells of odd and even numbers of lines stand side by side. */
const LOOSE = 0.5;
const MOST_LINES = 40;

/**
 * The rows of a table of which each has figures on one line (an anchor): between two anchors the cut is where the cells of all columns
 * stand best around, below or above their anchors. `levels`: the lines' heights; `columns`: those that have a cell a row.
 */
export function cutLaidRows(levels: readonly number[], columns: readonly Column[], anchors: readonly Anchor[]): LaidRows {
  const found = ALIGNMENTS.map((alignment) => search(levels, columns, anchors, alignment));
  return found.reduce((best, each) => (each.cost < best.cost ? each : best));
}

function search(levels: readonly number[], columns: readonly Column[], anchors: readonly Anchor[], alignment: Alignment): LaidRows {
  // cost[i][c]: the best cost of the rows before anchor i when row i begins at line c.
  let open = new Map<number, { cost: number; cuts: readonly number[] }>([[0, { cost: 0, cuts: [0] }]]);
  anchors.forEach((anchor, i) => {
    const next = new Map<number, { cost: number; cuts: readonly number[] }>();
    const last = anchors[i + 1]?.from ?? levels.length;
    for (const [from, { cost, cuts }] of open) {
      for (let to = anchor.to; to <= Math.min(last, anchor.to + MOST_LINES); to++) {
        // Lines behind the last row may be what follows the table.
        const left = i === anchors.length - 1 ? COST.left * (last - to) : 0;
        const total = cost + left + rowCost(levels, columns, { from, to, anchor }, alignment);
        if (total < (next.get(to)?.cost ?? Number.POSITIVE_INFINITY)) next.set(to, { cost: total, cuts: [...cuts, to] });
      }
    }
    open = next;
  });
  const best = [...open.values()].reduce<{ cost: number; cuts: readonly number[] } | undefined>(
    (least, each) => (least && least.cost <= each.cost ? least : each),
    undefined,
  );
  if (!best) return { rows: [], cost: Number.POSITIVE_INFINITY };
  return { rows: anchors.map((_, i) => ({ from: best.cuts[i]!, to: best.cuts[i + 1]! })), cost: best.cost };
}

interface Extent {
  readonly from: number;
  readonly to: number;
  readonly anchor: Anchor;
}

function rowCost(levels: readonly number[], columns: readonly Column[], extent: Extent, alignment: Alignment): number {
  let cost = 0;
  for (const column of columns) cost += cellCost(levels, column, extent, alignment);
  return cost;
}

function cellCost(levels: readonly number[], column: Column, { from, to, anchor }: Extent, alignment: Alignment): number {
  let first = -1;
  let last = -1;
  let blanks = 0;
  let skipped = 0;
  let depth = 0;
  let unfit = 0;
  let length = 0;
  const lines: CellLine[] = [];
  for (let at = from; at < to; at++) {
    const text = column.texts[at];
    if (text === undefined) continue;
    if (first < 0) first = at;
    else {
      blanks += levels[at]! - levels[last]! - (at - last);
      // Lines of an even number stand around the figures' line; other lines that a cell leaves out are between cells.
      skipped += at - last - 1 - (last < anchor.from && at >= anchor.to ? anchor.to - anchor.from : 0);
    }
    last = at;
    length += text.length;
    if (column.required) lines.push(cellLine(text));
    if (column.unfit(text)) unfit++;
    for (const character of text) depth += "（(".includes(character) ? 1 : "）)".includes(character) ? -1 : 0;
  }
  if (first < 0) return column.required && !anchor.isTotal ? COST.empty : 0;
  const [top, bottom] = [levels[first]!, levels[last]!];
  const off = Math.abs(
    (alignment === "top" ? top : alignment === "bottom" ? bottom : (top + bottom) / 2) -
      (levels[anchor.from]! + levels[anchor.to - 1]!) / 2,
  );
  const askew = alignment === "middle" ? Math.max(0, off - LOOSE) + off * 0.1 : off;
  return (
    COST.askew * askew +
    COST.blank * blanks +
    COST.skipped * skipped +
    (depth === 0 ? 0 : COST.open) +
    unfit * COST.unfit +
    COST.ragged * raggedness(lines, undefined, 0) +
    (length < column.least && !anchor.isTotal ? COST.empty : 0) +
    (anchor.isTotal && (first < anchor.from || last >= anchor.to) ? COST.beside : 0)
  );
}
