/** A row of cells, of which some may be empty. */
type Cells = readonly string[];

/** （万元）, （55分） below the words that they belong to. */
const IN_BRACKETS = /^\s*[（(][^（()）]{1,12}[）)]\s*$/u;
const FIGURE = /^[\s\d.,%％+-]+$/u;
const LEAST_ROWS = 3;
const LEAST_SHARE = 0.8;

/**
 * Places of the rows that only go on with the one above, where a text wraps its cells and bars say nothing of it: rows of words in few cells, each
 * below words, behind nearly every row; and brackets alone.
 */
export function wrappedRows(rows: readonly Cells[]): ReadonlySet<number> {
  const rests = rows.flatMap((row, at) => (at > 0 && isRest(rows[at - 1]!, row) ? [at] : []));
  const own = rows.filter((_, at) => at > 0 && !rests.includes(at));
  const isUsual = rests.filter((at) => at > 1).length >= Math.max(LEAST_ROWS, own.length * LEAST_SHARE);
  return new Set(isUsual ? rests : rests.filter((at) => told(rows[at]!).every((column) => IN_BRACKETS.test(rows[at]![column]!))));
}

function isRest(above: Cells, row: Cells): boolean {
  const own = told(row);
  const isBelow = own.every((column) => (above[column] ?? "").trim() !== "" && !FIGURE.test(row[column]!) && !FIGURE.test(above[column]!));
  return above.length === row.length && own.length > 0 && own.length * 2 <= row.length && told(above).length > own.length && isBelow;
}

function told(row: Cells): number[] {
  return row.flatMap((cell, column) => (cell.trim() === "" ? [] : [column]));
}
