import type { Evidence } from "../src/core/evidence.js";

type Around = readonly [before: string, after: string];

/** Page, table, row, column and line of a place, counted from 1 as people count, each between its words; the line only where no table tells it better. */
export function places(
  { page, table, row, column, line }: Evidence,
  around: readonly [page: Around, table: Around, row: Around, column: Around, line: Around],
): string[] {
  const next = (index: number | undefined) => (index === undefined ? undefined : index + 1);
  const numbers = [page, next(table), next(row), next(column), row === undefined ? line : undefined];
  return numbers.flatMap((number, i) => (number === undefined ? [] : [`${around[i]![0]}${number}${around[i]![1]}`]));
}
