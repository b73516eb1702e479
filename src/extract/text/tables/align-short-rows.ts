import { type CellKind, type KindsLikely, kindOf, likelyKinds, MARGIN } from "./cell-kinds.js";
import type { TextCell } from "./delimited-table.js";

/** A row may be laid in so many ways at most that all are tried; wider tables are left alone. */
const MOST_COLUMNS = 16;
/** Rows with all cells that it takes to know what stands in each column. */
const LEAST_FULL_ROWS = 2;
/** What each merged cell costs: authors merge one or two cells of a row, not many. */
const MERGE_COST = Math.log(5);
/** What must not be read in the wrong column. */
const FIGURES: ReadonlySet<CellKind> = new Set(["percent", "number", "quantity"]);

/**
 * Rows of a dump that have fewer cells than the table has columns, because cells are merged across columns and the dump does not say which. What stands
 * in a column is learnt from the rows that have all cells (names, figures, percentages), and a short row is laid so that its cells stand where their
 * kind does, if the figures have one place that is clearly the likeliest. Rows of one length together may be a block with a head of its own: they are
 * laid only as a row that stands alone was. One cell alone spans the table. Any other row stays as it was.
 */
export function alignShortRows(rows: readonly (readonly TextCell[])[]): (readonly TextCell[])[] {
  const columnCount = Math.max(...rows.map(widthOf));
  const full = rows.filter((row) => row.length === columnCount);
  const likely =
    full.length >= LEAST_FULL_ROWS && columnCount <= MOST_COLUMNS ? likelyKinds(full.map((row) => row.map(({ text }) => text))) : undefined;
  const inBlock = (row: readonly TextCell[], index: number) =>
    [rows[index - 1], rows[index + 1]].some((other) => other?.length === row.length);
  const layingOf = (row: readonly TextCell[]) => {
    const kinds = row.length === widthOf(row) && row.length < columnCount ? row.map(({ text }) => kindOf(text)) : [];
    return likely && kinds.some((kind) => FIGURES.has(kind)) ? bestSpans(kinds, likely) : undefined;
  };
  const alone = rows.map((row, index) => (inBlock(row, index) ? undefined : layingOf(row)));
  const known = new Map(alone.flatMap((spans) => (spans ? [[spans.join(), spans.length] as const] : [])));
  const lengths = new Set(known.values());
  return rows.map((row, index) => {
    if (widthOf(row) >= columnCount) return row;
    if (row.length === 1) return [{ ...row[0]!, colSpan: columnCount }];
    const spans = alone[index] ?? (inBlock(row, index) && lengths.has(row.length) ? layingOf(row) : undefined);
    return spans && known.has(spans.join()) ? row.map((cell, at) => ({ ...cell, colSpan: spans[at]! })) : row;
  });
}

function widthOf(row: readonly TextCell[]): number {
  return row.reduce((sum, cell) => sum + (cell.colSpan ?? 1), 0);
}

interface Laying {
  readonly score: number;
  readonly spans: readonly number[];
}

/** The columns that each cell spans in the likeliest way; undefined where another way that is nearly as likely has a figure in another column. */
function bestSpans(kinds: readonly CellKind[], likely: KindsLikely): readonly number[] | undefined {
  const layings = allLayings(kinds, likely);
  const best = layings.reduce((most, each) => (each.score > most.score ? each : most));
  const figures = (laying: Laying) => kinds.flatMap((kind, index) => (FIGURES.has(kind) ? [startOf(laying.spans, index)] : [])).join();
  const near = layings.filter((each) => best.score - each.score < MARGIN);
  if (near.some((each) => figures(each) !== figures(best))) return undefined;
  // Between texts: the way in which the first cells keep their columns.
  return near.map((each) => each.spans).reduce((first, each) => (isEarlier(each, first) ? each : first));
}

function isEarlier(spans: readonly number[], others: readonly number[]): boolean {
  const at = spans.findIndex((span, index) => span !== others[index]);
  return at >= 0 && spans[at]! < others[at]!;
}

function startOf(spans: readonly number[], index: number): number {
  return spans.slice(0, index).reduce((sum, span) => sum + span, 0);
}

function allLayings(kinds: readonly CellKind[], likely: KindsLikely): Laying[] {
  const found: Laying[] = [];
  const lay = (column: number, score: number, spans: readonly number[]) => {
    const kind = kinds[spans.length];
    if (kind === undefined) {
      found.push({ score, spans });
      return;
    }
    const behind = kinds.length - spans.length - 1;
    const most = likely.length - column - behind;
    for (let span = behind === 0 ? most : 1; span <= most; span++)
      lay(column + span, score + likely[column]![kind] - (span > 1 ? MERGE_COST : 0), [...spans, span]);
  };
  lay(0, 0, []);
  return found;
}
