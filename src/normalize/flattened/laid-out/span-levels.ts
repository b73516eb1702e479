import { foldCell, scoreCell } from "../cell-score.js";
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

export interface RowExtent {
  readonly top: number;
  readonly bottom: number;
}

const MOST_ROWS = 40;
const MOST_PIECES = 8;
const COST = { askew: 0.8, empty: 2, span: 0.2, worst: 8, left: 1.2 };
/** Lines that a merged cell may stand off the middle of its rows: heights are whole lines. */
const LOOSE = 0.5;
/** Costs this near are one. */
const SAME = 1e-6;
const KNOWN = { phrases: new Set<string>(), snippets: new Set<string>() };

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
  const askew = (found: typeof middle) => found!.spans.reduce((so, span) => so + offsetOf(span, rows, found!.alignment), 0);
  if (Math.abs(middle!.cost - top!.cost) < SAME) return askew(middle) <= askew(top) ? middle! : top!;
  return middle!.cost < top!.cost ? middle! : top!;
}

/** How far a cell's lines stand from where the alignment puts them. */
function offsetOf({ from, to, pieces }: LevelSpan, rows: readonly RowExtent[], alignment: "middle" | "top"): number {
  if (pieces.length === 0) return 0;
  const [top, bottom] = [rows[from]!.top, rows[to - 1]!.bottom];
  const [first, last] = [pieces[0]!.y, pieces.at(-1)!.y];
  return alignment === "top" ? Math.abs(first - top) : Math.abs((first + last) / 2 - (top + bottom) / 2);
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
  for (let from = 0; from < rows.length; from++) {
    states[from]!.forEach((state, piece) => {
      if (!state) return;
      for (let to = from + 1; to <= Math.min(rows.length, from + MOST_ROWS); to++) {
        if (!setting.mayCover(from, to)) continue;
        for (let end = piece; end <= Math.min(pieces.length, piece + MOST_PIECES); end++) {
          for (const span of spansOf(pieces.slice(piece, end), from, to)) {
            const cost = state.cost + spanCost(span, rows, setting) + (span.left ? COST.left : 0);
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

function spanCost({ from, to, pieces }: LevelSpan, rows: readonly RowExtent[], { kind, conflicts, alignment }: Setting): number {
  if (pieces.length === 0) return COST.empty * (to - from);
  const offset = offsetOf({ from, to, pieces }, rows, alignment);
  const off = alignment === "top" ? offset : Math.max(0, offset - LOOSE);
  const name = foldCell(pieces.map(({ text }) => text).join(""));
  const worth = Math.max(-COST.worst, scoreCell(kind, name, KNOWN));
  return COST.span + COST.askew * off - worth + (conflicts(name, from, to) ? COST.worst : 0);
}
