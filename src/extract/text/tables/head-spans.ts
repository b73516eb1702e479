import type { TextCell } from "./delimited-table.js";

/**
 * The spans of a head of two rows whose grid was dumped without spans. The upper row has fewer cells than the table has columns; in the lower row a
 * column goes on from above where it is empty. When the upper row has just one cell for each empty column and one for each group of filled ones
 * between them, there is only one way to lay it: each group stands under one cell. Where the filled ones all stand together below several cells, these
 * share them: the last ones what repeats itself at the end (目标值, 完成值, 得分 of each year), else each two at least and the first (the names') the most;
 * what stands beside them is under its own. Any other row stays as it was.
 */
export function headSpans(rows: readonly (readonly TextCell[])[]): (readonly TextCell[])[] {
  return rows.map((row, index) => {
    const below = rows[index + 1];
    if (index > 2 || !below || row.length >= below.length || row.length < 2 || row.some(isEmpty)) return row;
    const groups = groupWidths(below);
    const widths = groups.length === row.length ? groups : sharedWidths(groups, row.length, below);
    if (!widths?.some((width) => width > 1)) return row;
    return row.map((cell, column) => (widths[column]! > 1 ? { ...cell, colSpan: widths[column]! } : cell));
  });
}

/** Widths for so many cells, where one group alone is left to be shared by those that are too many; undefined elsewhere. */
function sharedWidths(groups: readonly number[], count: number, row: readonly TextCell[]): number[] | undefined {
  const shares = count - groups.length + 1;
  const wide = groups.findIndex((width) => width > 1);
  const width = groups[wide] ?? 0;
  if (shares < 2 || width < 2 * shares || groups.length < 2 || groups.findLastIndex((other) => other > 1) !== wide) return undefined;
  const from = groups.slice(0, wide).reduce((sum, other) => sum + other, 0);
  const names = row.slice(from, from + width).map((cell) => cell.text.trim());
  const each = repeatedAtEnd(names, shares - 1) ?? Math.floor(width / shares);
  return groups.flatMap((own, at) => (at === wide ? [width - each * (shares - 1), ...Array<number>(shares - 1).fill(each)] : [own]));
}

/** How many names, two at least, stand so often one after another at the end, with others before them; undefined where none repeat themselves. */
function repeatedAtEnd(names: readonly string[], times: number): number | undefined {
  if (times < 2) return undefined;
  for (let period = Math.floor((names.length - 1) / times); period >= 2; period--) {
    const repeated = names.slice(-period * times);
    if (repeated.every((name, at) => name === repeated[at % period])) return period;
  }
  return undefined;
}

/** How many columns stand below each cell above: one for an empty cell, all of a run of filled ones. */
function groupWidths(row: readonly TextCell[]): number[] {
  const widths: number[] = [];
  let inGroup = false;
  for (const cell of row) {
    const filled = !isEmpty(cell);
    if (filled && inGroup) widths[widths.length - 1]!++;
    else widths.push(1);
    inGroup = filled;
  }
  return widths;
}

function isEmpty(cell: TextCell): boolean {
  return cell.text.trim() === "";
}
