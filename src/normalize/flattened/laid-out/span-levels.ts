import { foldCell, scoreCell } from "../cells/cell-score.js";
import type { ColumnKind } from "../column.js";

/** One line of a merged cell. */
export interface Piece {
  readonly text: string;
  /** Height in lines. */
  readonly y: number;
}

/** A merged cell: the rows it holds for (`to` not included), and its lines. */
export interface LevelSpan {
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Piece[];
  /** One that stands among them and is no part of the name. */
  readonly left?: Piece;
}

/** A row: its first line, the line of its figures, how many lines its tallest cell has, and its page. */
export interface RowExtent {
  readonly top: number;
  readonly at: number;
  readonly height: number;
  readonly page: number;
}

const MOST_ROWS = 40;
const MOST_PIECES = 8;
const COST = { askew: 0.8, empty: 2, span: 0.2, worst: 8, left: 1.2 };
/** Lines that a merged cell may stand off the middle of its rows: heights are whole lines. Off it at all is a little worse than in it. */
const LOOSE = 0.5;
const OFF = 0.1;
/** Costs this near are one. */
const SAME = 1e-6;

/**
 * The rows that the merged cells of a level column cover: each stands in the middle of its rows, or at their top, and names a level. `mayCover`: whether one
 * cell may cover rows; `conflicts`: whether a name cannot hold for rows.
 */
export function spanLevels(
  pieces: readonly Piece[],
  rows: readonly RowExtent[],
  kind: ColumnKind,
  mayCover: (from: number, to: number) => boolean = () => true,
  conflicts: (name: string, from: number, to: number) => boolean = () => false,
): { spans: LevelSpan[]; cost: number } {
  const [middle, top] = (["middle", "top"] as const).map((alignment) => ({
    alignment,
    ...search(pieces, rows, { kind, mayCover, conflicts, alignment }),
  }));
  // Where both fit, the one that needs no allowance for whole lines.
  const heights = heightsOf(rows);
  const askew = (found: typeof middle) => found!.spans.reduce((so, span) => so + offsetOf(span, rows, heights, found!.alignment), 0);
  if (Math.abs(middle!.cost - top!.cost) < SAME) return askew(middle) <= askew(top) ? middle! : top!;
  return middle!.cost < top!.cost ? middle! : top!;
}

/** How far a cell's lines stand from where the alignment puts them. */
function offsetOf({ from, to, pieces }: LevelSpan, rows: readonly RowExtent[], heights: Heights, alignment: "middle" | "top"): number {
  if (pieces.length === 0) return 0;
  const [first, last] = [pieces[0]!.y, pieces.at(-1)!.y];
  const offTop = Math.abs(first - rows[from]!.top);
  if (alignment === "top") return offTop;
  const middle = onPage((first + last) / 2, rows, heights);
  const off = Math.abs(middle - (heights[from]! + heights[to]!) / 2);
  if (rows[from]!.page === rows[to - 1]!.page) return off;
  // In a cell that a page's end cuts, text stands in the middle of what the first page has of it, or at its top.
  const onFirst = rows.findLastIndex(({ page }, r) => r < to && page === rows[from]!.page) + 1;
  return Math.min(off, offTop, Math.abs(middle - (heights[from]! + heights[onFirst]!) / 2));
}

/** Where each row begins, and the last one ends, on the page that was laid out: it had room between rows that a text has not, or not everywhere. */
type Heights = readonly number[];
/** Room between two rows, in lines. */
const PADDING = 0.5;

function heightsOf(rows: readonly RowExtent[]): Heights {
  let y = 0;
  return [0, ...rows.map(({ height }) => (y += height + PADDING))];
}

/** The height on the page of a line of the text: rows' figures stand in the middle of the rows, what is between two of them between these. */
function onPage(y: number, rows: readonly RowExtent[], heights: Heights): number {
  const middle = (i: number) => (heights[i]! + heights[i + 1]!) / 2;
  const below = rows.findIndex(({ at }) => at >= y);
  if (below === 0) return middle(0) - (rows[0]!.at - y);
  if (below < 0) return middle(rows.length - 1) + (y - rows.at(-1)!.at);
  const [upper, lower] = [rows[below - 1]!.at, rows[below]!.at];
  return middle(below - 1) + ((middle(below) - middle(below - 1)) * (y - upper)) / (lower - upper);
}

interface Setting {
  readonly kind: ColumnKind;
  readonly mayCover: (from: number, to: number) => boolean;
  readonly conflicts: (name: string, from: number, to: number) => boolean;
  readonly alignment: "middle" | "top";
}

interface State {
  readonly cost: number;
  readonly span: LevelSpan | undefined;
  readonly before: State | undefined;
}

function search(pieces: readonly Piece[], rows: readonly RowExtent[], setting: Setting): { spans: LevelSpan[]; cost: number } {
  const states: (State | undefined)[][] = rows.map(() => []).concat([[]]);
  states[0]![0] = { cost: 0, span: undefined, before: undefined };
  const heights = heightsOf(rows);
  for (let from = 0; from < rows.length; from++) {
    states[from]!.forEach((state, piece) => {
      if (!state) return;
      for (let to = from + 1; to <= Math.min(rows.length, from + MOST_ROWS); to++) {
        if (!setting.mayCover(from, to)) continue;
        for (let end = piece; end <= Math.min(pieces.length, piece + MOST_PIECES); end++) {
          for (const span of spansOf(pieces.slice(piece, end), from, to)) {
            const cost = state.cost + spanCost(span, rows, heights, setting) + (span.left ? COST.left : 0);
            const known = states[to]![end];
            if (!known || cost < known.cost) states[to]![end] = { cost, span, before: state };
          }
        }
      }
    });
  }
  const last = states[rows.length]![pieces.length];
  if (!last) return { spans: [], cost: Number.POSITIVE_INFINITY };
  const spans: LevelSpan[] = [];
  for (let state: State | undefined = last; state?.span; state = state.before) spans.unshift(state.span);
  return { spans, cost: last.cost };
}

/** A cell of some lines, or of all but one: a word of the next column stands there. */
function spansOf(pieces: readonly Piece[], from: number, to: number): LevelSpan[] {
  if (pieces.length < 2) return [{ from, to, pieces }];
  return [{ from, to, pieces }, ...pieces.map((left, i) => ({ from, to, left, pieces: pieces.filter((_, at) => at !== i) }))];
}

function spanCost(span: LevelSpan, rows: readonly RowExtent[], heights: Heights, { kind, conflicts, alignment }: Setting): number {
  const { from, to, pieces } = span;
  if (pieces.length === 0) return COST.empty * (to - from);
  const offset = offsetOf(span, rows, heights, alignment);
  const off = alignment === "top" ? offset : Math.max(0, offset - LOOSE) + offset * OFF;
  const name = foldCell(pieces.map(({ text }) => text).join(""));
  const worth = Math.max(-COST.worst, scoreCell(kind, name));
  return COST.span + COST.askew * off - worth + (conflicts(name, from, to) ? COST.worst : 0);
}
