import { exact, PLAIN_DECIMAL } from "../../core/decimal.js";
import type { Evidence } from "../../core/evidence.js";

/** What a column holds. Decimals are plain text, so that they stay exact; so are times. */
export type Cell = string | number | boolean | null;
/** A row by column name. */
export type Row = { readonly [column: string]: Cell };

/** DECIMAL(24, 6): 18 digits before the point. */
const LARGEST = exact(10).pow(18);

/** Nearly all figures: plain already, without zeros at the end, so that equal figures are equal texts. */
const FITS = /^-?(0|[1-9]\d{0,17})(\.\d{0,5}[1-9])?$/;

/** A plain decimal for a DECIMAL(24, 6) column; null for what is no number, and for one that no column could hold. */
export function decimal(value: string | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  if (FITS.test(value)) return value;
  if (!PLAIN_DECIMAL.test(value)) return null;
  const rounded = exact(value).toDecimalPlaces(6);
  return rounded.abs().lt(LARGEST) ? rounded.toFixed() : null;
}

/** Text that any database takes: no NUL, no half of a surrogate pair. */
export function text(value: string | null | undefined): string | null {
  return value === null || value === undefined ? null : value.replace(/[\0\p{Surrogate}]/gu, "\ufffd");
}

/** A moment for a TIMESTAMP column: UTC, to the millisecond. */
export function utc(moment: Date): string {
  return moment.toISOString().replace("T", " ").replace("Z", "");
}

/** Where a figure stands: its first evidence. */
export function place(evidence: readonly Evidence[]): Row {
  const first = evidence[0];
  return {
    page_number: first?.page ?? null,
    table_index: first?.table ?? null,
    row_index: first?.row ?? null,
    column_index: first?.column ?? null,
    line_number: first?.line ?? null,
  };
}
