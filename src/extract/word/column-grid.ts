/** The least and greatest twips of a cell. */
export interface Span {
  readonly left: number;
  readonly right: number;
}

/**
 * Edges nearer than this are one edge that somebody dragged by hand, row by row: 4.5 pt, less than one character's width. Where it would
 * leave some cell without width it is halved until every cell keeps its own.
 */
const TOLERANCE = 90;

/** The columns of a table: which edges are the same, over all of its rows. */
export interface ColumnGrid {
  readonly columnCount: number;
  /** First column and number of columns that a span covers. */
  place(span: Span): { readonly column: number; readonly colSpan: number };
}

/** Unifies the cell edges of all rows. Edges at which no cell begins or ends do not count, so that the grid is the least that holds the cells. */
export function columnGrid(spans: readonly Span[]): ColumnGrid {
  const edges = [...new Set(spans.flatMap(({ left, right }) => [left, right]))].sort((a, b) => a - b);
  for (let tolerance = TOLERANCE; ; tolerance = Math.floor(tolerance / 2)) {
    const { columnOf, count } = cluster(edges, tolerance);
    const collapsed = spans.some(({ left, right }) => columnOf.get(left) === columnOf.get(right));
    if (collapsed && tolerance > 0) continue;
    return {
      columnCount: Math.max(0, count - 1),
      place({ left, right }) {
        const column = columnOf.get(left) ?? 0;
        return { column, colSpan: Math.max(1, (columnOf.get(right) ?? column) - column) };
      },
    };
  }
}

/** Groups sorted edges that lie within `tolerance` of the group's first: no chain of small steps makes one edge of two far ones. */
function cluster(edges: readonly number[], tolerance: number): { columnOf: Map<number, number>; count: number } {
  const columnOf = new Map<number, number>();
  let count = 0;
  let first = Number.NEGATIVE_INFINITY;
  for (const edge of edges) {
    if (edge - first > tolerance) {
      count++;
      first = edge;
    }
    columnOf.set(edge, count - 1);
  }
  return { columnOf, count };
}
