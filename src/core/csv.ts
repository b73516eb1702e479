import { PLAIN_DECIMAL } from "./decimal.js";

/** A cell that a spreadsheet would take for a formula, or that hides one behind white space; Chinese ones take the wide signs, too. */
const FORMULA = /^[\s]*[=+\-@\t\r＝＋－＠]/u;

/**
 * One line of CSV (RFC 4180), ended by CRLF. Text that a spreadsheet would run as a formula is kept from it by an apostrophe; plain numbers
 * stay numbers.
 */
export function csvLine(cells: readonly (string | number | boolean | null | undefined)[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}

function csvCell(cell: string | number | boolean | null | undefined): string {
  const text = String(cell ?? "");
  const safe = FORMULA.test(text) && !PLAIN_DECIMAL.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** What a CSV file starts with, so that Excel reads it as UTF-8. */
export const CSV_START = "\ufeff";
