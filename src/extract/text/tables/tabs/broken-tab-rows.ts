import type { TextCell } from "../delimited-table.js";

const LEAST_COLUMNS = 5;
/** So many whole rows above of a row's length: it is no shorter than its table. */
const USUAL = 3;
/** Lines that one row may be broken over. */
const MOST_LINES = 8;

/**
 * Rows whose cells' lines a copy left as they were, below a head: lines that do not begin with a tab, as rows below a head's empty first cells do, and that
 * together with the one before them have just as many cells as the head.
 */
export function joinBrokenTabRows(rows: readonly (readonly TextCell[])[]): (readonly TextCell[])[] {
  const width = Math.max(...rows.map(({ length }) => length));
  const head = rows.findIndex(({ length }) => length === width);
  const joined: (readonly TextCell[])[] = [];
  const lengths = new Map<number, number>();
  for (let at = 0; at < rows.length; ) {
    const row = rows[at]!;
    const isUsual = (lengths.get(row.length) ?? 0) >= USUAL;
    const isOpen = width >= LEAST_COLUMNS && at > head && row[0]!.text.trim() === "" && row.length < width && !isUsual;
    const whole = isOpen ? wholeRow(rows, at, width) : undefined;
    const { length } = whole?.row ?? row;
    lengths.set(length, (lengths.get(length) ?? 0) + 1);
    joined.push(whole?.row ?? row);
    at = whole?.to ?? at + 1;
  }
  return joined;
}

function wholeRow(
  rows: readonly (readonly TextCell[])[],
  from: number,
  width: number,
): { row: readonly TextCell[]; to: number } | undefined {
  let row = rows[from]!;
  for (let to = from + 1; to < Math.min(rows.length, from + MOST_LINES) && rows[to]![0]!.text.trim() !== "" && row.length < width; to++) {
    const [first, ...rest] = rows[to]!;
    const last = row.at(-1)!;
    row = [...row.slice(0, -1), { ...last, text: `${last.text}\n${first!.text}` }, ...rest];
    if (row.length === width) return { row, to: to + 1 };
  }
  return undefined;
}
