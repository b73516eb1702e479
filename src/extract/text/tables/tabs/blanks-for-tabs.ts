import type { TextCell } from "../delimited-table.js";
import type { FindContext } from "../find-table.js";

/** Rows that must come out alike for their blanks to be tabs, and their share of those that have blanks. */
const LEAST_ROWS = 3;
const MOST = 2 / 3;
const LEAST_COLUMNS = 5;
const BLANK = /(?<=\S)[ \u3000]+(?=\S)/u;

/**
 * Rows parted by tabs some of which a copy turned into blanks (1,388人 10⇥10): parted at their blanks, too, where so most of the rows that have blanks and
 * fewer cells than others come out with just as many. A last cell, if empty, may be missing. Blanks that a reader does not see, as in LaTeX ($\geq 7$吨), part nothing.
 */
export function withBlanksForTabs(
  rows: readonly (readonly TextCell[])[],
  { inline }: Pick<FindContext, "inline">,
): (readonly TextCell[])[] {
  const parted = rows.map((row) => row.flatMap((cell) => partsOf(cell, inline)));
  const width = Math.max(...rows.map((row, at) => (row.length === parted[at]!.length ? row.length : 0)), ...commonest(rows, parted));
  const blanked = parted.filter((row, at) => row.length > rows[at]!.length && rows[at]!.length < width);
  const whole = blanked.filter(({ length }) => length === width);
  if (width < LEAST_COLUMNS || whole.length < LEAST_ROWS || whole.length < blanked.length * MOST) return [...rows];
  return rows.map((row, at) => {
    const { length } = parted[at]!;
    return row.length < width && (length === width || length === width - 1) ? parted[at]! : row;
  });
}

/** The number of cells that most of the rows with blanks come out with. */
function commonest(rows: readonly (readonly TextCell[])[], parted: readonly (readonly TextCell[])[]): number[] {
  const counts = new Map<number, number>();
  for (const [at, { length }] of parted.entries()) if (length > rows[at]!.length) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best ? [best[0]] : [];
}

function partsOf(cell: TextCell, inline: FindContext["inline"]): TextCell[] {
  const parts = BLANK.test(cell.text) ? inline(cell.text).split(BLANK) : [];
  return parts.length > 1 ? parts.map((text) => ({ ...cell, text })) : [cell];
}
