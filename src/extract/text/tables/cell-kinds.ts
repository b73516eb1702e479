import { cleanText } from "../../../core/text.js";

/** How much likelier the best way to lay a row must be than the next (natural logarithm). */
export const MARGIN = Math.log(4);
/** So that a kind of text never met in a column is unlikely there, not impossible. */
const SMOOTHING = 0.2;

const KINDS = ["empty", "none", "percent", "number", "quantity", "text"] as const;
/** What may stand in a cell, as far as its characters tell. */
export type CellKind = (typeof KINDS)[number];
/** For each column, the logarithm of how often each kind stands there. */
export type KindsLikely = readonly { readonly [kind in CellKind]: number }[];

/** The kind of a cell by its text. */
export function kindOf(text: string): CellKind {
  const clean = cleanText(text);
  if (clean === "") return "empty";
  if (/^(?:[-—–/]+|无)$/u.test(clean)) return "none";
  const bare = clean.replace(/^[≥≤=<>＝]+/u, "");
  if (/^-?[\d,]+(?:\.\d+)?[%％]$/u.test(bare)) return "percent";
  if (/^-?[\d,]+(?:\.\d+)?$/u.test(bare)) return bare === clean ? "number" : "quantity";
  return /^\d/u.test(bare) ? "quantity" : "text";
}

/** What stands in each column of rows that have a text in every one. */
export function likelyKinds(rows: readonly (readonly string[])[]): KindsLikely {
  return (rows[0] ?? []).map((_, column) => {
    const counts = Object.fromEntries(KINDS.map((kind) => [kind, SMOOTHING])) as { [kind in CellKind]: number };
    for (const row of rows) counts[kindOf(row[column]!)]++;
    const total = rows.length + SMOOTHING * KINDS.length;
    return Object.fromEntries(KINDS.map((kind) => [kind, Math.log(counts[kind] / total)])) as { [kind in CellKind]: number };
  });
}
