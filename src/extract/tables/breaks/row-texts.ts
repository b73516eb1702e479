import { isFigure } from "../../is-figure.js";
import { cellText } from "../cell-text.js";
import type { GridCell } from "../grid.js";

/** What a row says. */
export interface RowTexts {
  /** Of each cell, from left to right. */
  readonly texts: readonly string[];
  /** All of them, to compare rows by. */
  readonly joined: string;
  /** The columns in which cells that say something start, and whether each is a figure. */
  readonly told: readonly { readonly column: number; readonly isFigure: boolean }[];
}

const known = new WeakMap<readonly GridCell[], RowTexts>();

/** The texts of a row; remembered, since a long table is asked for all of its rows at each page break. */
export function rowTexts(row: readonly GridCell[]): RowTexts {
  const before = known.get(row);
  if (before) return before;
  const texts = row.map(textOf);
  const told = row.flatMap(({ column }, i) => (texts[i] === "" ? [] : [{ column, isFigure: isFigure(texts[i]!) }]));
  const found = { texts, joined: texts.join("\t"), told };
  known.set(row, found);
  return found;
}

function textOf({ parts }: GridCell): string {
  return cellText(
    parts.flatMap((part) => part.words),
    0,
  );
}
