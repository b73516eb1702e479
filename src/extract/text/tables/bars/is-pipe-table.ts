import { isFramed, type PipeRow } from "./pipe-row.js";

/**
 * A rule below a head proves a table; so do rows in frames, three rows of the same three or more cells, as many below a head that is longer than all, and
 * forms: such rows with figures below one another, among lines of fewer cells.
 */
export function isPipeTable(rows: readonly PipeRow[]): boolean {
  if (rows.some((row) => row.isRule)) return rows.some((row) => !row.isRule);
  if (isRaggedTable(rows) || isForm(rows) || areLabelled(rows)) return true;
  if (rows.every(isFramed)) return rows.length >= 2 && rows.filter(({ cells }) => cells.length > 1).length * 2 >= rows.length;
  const sizes = new Map<number, number>();
  for (const { cells } of rows) sizes.set(cells.length, (sizes.get(cells.length) ?? 0) + 1);
  const [size, times] = [...sizes].reduce((most, each) => (each[1] > most[1] ? each : most));
  return size >= 3 && rows.length >= 3 && times * 2 >= rows.length;
}

const FORM = { rows: 3, columns: 4 };

/** Labels with their values above the blocks of a form: most rows are as long as the one above or below, and some of these blocks are tables. */
function isForm(rows: readonly PipeRow[]): boolean {
  const isEven = (at: number) => [rows[at - 1], rows[at + 1]].some((other) => other?.cells.length === rows[at]!.cells.length);
  const even = rows.filter((_, at) => isEven(at));
  const wide = even.filter(({ cells }) => cells.length >= FORM.columns && cells.some((cell) => /\d/u.test(cell)));
  return even.length * 2 > rows.length && wide.length >= FORM.rows;
}

const LABELLED = { rows: 3, label: 10 };

/** 项目名称 | 某项目: lines of a short label and what it tells. */
function areLabelled(rows: readonly PipeRow[]): boolean {
  const isLabel = (text: string) => /^\p{Script=Han}{2,}$/u.test(text) && text.length <= LABELLED.label;
  return (
    rows.length >= LABELLED.rows && rows.every(({ cells }) => cells.length === 2 && isLabel(cells[0]!.trim()) && !/。/u.test(cells[1]!))
  );
}

const RAGGED = { rows: 4, columns: 4 };

/** Rows whose last cells were left out where they are empty: none is longer than the head, of which all cells are told. */
function isRaggedTable(rows: readonly PipeRow[]): boolean {
  const columns = rows[0]!.cells.length;
  const told = rows.reduce((sum, { cells }) => sum + cells.length, 0);
  const isHead = rows[0]!.cells.every((cell) => cell.trim() !== "" && !/^[\d.,，]+$/u.test(cell.trim()));
  const isWithin = rows.every(({ cells }) => cells.length <= columns && cells.length > 1);
  return rows.length >= RAGGED.rows && columns >= RAGGED.columns && isHead && isWithin && told * 2 > columns * rows.length;
}
