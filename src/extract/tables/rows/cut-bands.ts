import { middleX } from "../../../core/evidence.js";
import { groupBy } from "../../../core/group-by.js";
import { remembered } from "../../../core/remembered.js";
import { isFigure, isNoFigure } from "../../is-figure.js";
import { intervalOf } from "../interval-of.js";
import { middleOf } from "../middle-of.js";
import type { Word } from "../placed.js";
import type { Lattice, LatticeCell } from "../ruled/lattice.js";
import { type TextLine, textLines } from "../text-lines.js";
import { bandRows } from "./band-rows.js";
import { areEnds, type Column, endsOf, LEAST_ENDS, type Usage } from "./ends-of.js";
import type { BandRows } from "./fit-blocks.js";
import { mergeUnclosed } from "./merge-unclosed.js";
import type { RowSpan } from "./merged-spans.js";
import { roughRows } from "./rough-rows.js";

/** A table with more rows than this parts its rows by rulings: a tall one among them is several if so many texts end for themselves at each place where one of these does. */
const MOST_ROWS = 4;
/** Fewer texts side by side do not tell rows from paragraphs. */
const LEAST_COLUMNS = 3;
/** Share of the columns that most of the rows found must fill. */
const FILLED = 0.5;

/** The lattice with rows cut where only its columns are ruled, and one ruled row holds many rows of text. `laid`: levels among its own that nothing draws. */
export function cutBands(lattice: Lattice, words: readonly Word[], laid: number): Lattice {
  const isRuled = lattice.rows.length - 1 - laid > MOST_ROWS;
  const cellsByRow = groupBy(lattice.cells, ({ row }) => row);
  const wordsByRow = groupBy(words, (word) => intervalOf(lattice.rows, middleOf(word)));
  const usageOf = remembered((side: Side) => usageBetween(side, words), String);
  const bands = lattice.rows.slice(1).map((bottom, row) => {
    const cells = (cellsByRow.get(row) ?? []).filter(({ rowSpan }) => rowSpan === 1).sort((a, b) => a.column - b.column);
    const sides = cells.map(({ column, colSpan }): Side => [lattice.columns[column]!, lattice.columns[column + colSpan]!]);
    const band = { cells, sides, words: wordsByRow.get(row) ?? [], top: lattice.rows[row]!, bottom };
    return rowsOf(band, usageOf, isRuled);
  });
  const cuts = bands.map((band) => band.cuts);
  if (cuts.every((each) => each.length === 0)) return lattice;
  const rows = [lattice.rows[0]!, ...cuts.flatMap((each, row) => [...each, lattice.rows[row + 1]!])];
  /** New index of each old row's upper edge. */
  const start = lattice.rows.map((_, row) => row + cuts.slice(0, row).reduce((sum, each) => sum + each.length, 0));
  const cells = lattice.cells.flatMap((cell): LatticeCell[] => {
    const from = start[cell.row]!;
    const to = start[cell.row + cell.rowSpan]!;
    if (cell.rowSpan > 1) return [{ ...cell, row: from, rowSpan: to - from }];
    const merged = bands[cell.row]!.merged.get(cell);
    if (merged) return merged.map((span) => ({ ...cell, row: from + span.from, rowSpan: span.to - span.from }));
    return Array.from({ length: to - from }, (_, i) => ({ ...cell, row: from + i, rowSpan: 1 }));
  });
  return { ...lattice, rows, cells };
}

/** The heights between a band's rows, and for its cells that are merged over several of them which these are. */
interface CutBand {
  readonly cuts: readonly number[];
  readonly merged: ReadonlyMap<LatticeCell, readonly RowSpan[]>;
}

const WHOLE: CutBand = { cuts: [], merged: new Map() };

/** Left and right side of a cell. */
type Side = readonly [number, number];

/** What stands between two levels: the cells that are no higher, from the left, with their sides, and all words. */
interface Band {
  readonly cells: readonly LatticeCell[];
  readonly sides: readonly Side[];
  readonly words: readonly Word[];
  readonly top: number;
  readonly bottom: number;
}

function rowsOf({ cells, sides, words, top, bottom }: Band, usageOf: (side: Side) => Usage, isRuled: boolean): CutBand {
  if (cells.length < LEAST_COLUMNS) return WHOLE;
  const columns = sides.map(([left, right]) => textLines(words.filter(({ box }) => middleX(box) > left && middleX(box) < right)));
  if (columns.filter((lines) => lines.length > 1).length < LEAST_COLUMNS) return WHOLE;
  const rows = [bandRows(columns, top, bottom), ...(isRuled ? [] : [mergeUnclosed(roughRows(columns), columns)])];
  const own = sides.map((side, i): Column => ({ lines: columns[i]!, ...usageOf(side) }));
  const found = rows.find((each) => areRows(each, own, [top, bottom], isRuled ? LEAST_ENDS : 0));
  if (!found) return WHOLE;
  return { cuts: found.cuts, merged: new Map(cells.flatMap((cell, i) => (found.spans[i] ? [[cell, found.spans[i]] as const] : []))) };
}

/** Whether most texts end for themselves where the rows do, and most rows fill their columns. */
function areRows(
  { cuts, spans }: BandRows,
  columns: readonly Column[],
  [top, bottom]: readonly [number, number],
  leastEnds: number,
): boolean {
  const edges = [top, ...cuts, bottom];
  const isFilled = (lines: readonly TextLine[], row: number, column: number): boolean => {
    const span = spans[column]?.find(({ from, to }) => from <= row && row < to) ?? { from: row, to: row + 1 };
    return lines.some(({ baseline, size }) => isBetween(baseline - 0.35 * size, edges[span.from]!, edges[span.to]!));
  };
  const filled = edges.slice(1).map((_, row) => columns.filter(({ lines }, column) => isFilled(lines, row, column)).length);
  const median = filled.sort((a, b) => a - b)[(filled.length - 1) >> 1]!;
  const own = columns.filter((_, column) => !spans[column]);
  return areEnds(endsOf(cuts, own), leastEnds) && median >= FILLED * columns.length;
}

/** What a whole table tells of the texts between two sides. */
function usageBetween([left, right]: Side, words: readonly Word[]): Usage {
  const own = words.filter(({ box }) => box[0] >= left && box[2] <= right);
  const least = own.reduce((margin, { box }) => Math.min(margin, box[0] - left, right - box[2]), Number.POSITIVE_INFINITY);
  const margin = Math.max(0, least);
  return {
    room: right - left - 2 * margin,
    isOfFigures: own.filter(({ text }) => isFigure(text) || isNoFigure(text)).length > own.length / 2,
  };
}

function isBetween(y: number, top: number, bottom: number): boolean {
  return y > top && y <= bottom;
}
