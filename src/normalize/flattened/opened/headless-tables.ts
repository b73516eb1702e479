import type { Block, Table } from "../../../core/extracted.js";
import { fundRole, indicatorRole } from "../../lexicon/labels/head-words.js";
import { atomsOf } from "../atom.js";
import { findHeads } from "../heads/find-heads.js";
import { withLines } from "./table-lines.js";

/** Known words in a row that make it a head, at least. */
const LEAST_HEADS = 3;

/**
 * The blocks with those rows as lines again that a text's tabs made tables of, though their head stands apart: merged cells broken over lines stand
 * between the rows, and each stretch of rows without such lines looks like a table of its own. The very same array where there is none.
 */
export function withoutHeadlessTables(blocks: readonly Block[]): readonly Block[] {
  let start = 0;
  let columns = 0;
  return withLines(blocks, (table, at) => {
    const isDelimited = table.origin === "delimited";
    if (isDelimited) columns = Math.max(columns, headColumns(blocks, start, at));
    start = at + 1;
    const isPiece = isDelimited && table.columnCount <= columns && !hasHead(table);
    if (!isPiece) columns = 0;
    return isPiece;
  });
}

/** Columns of the head of indicators that the paragraphs hold; 0 where they hold none. */
function headColumns(blocks: readonly Block[], from: number, to: number): number {
  return Math.max(
    0,
    ...findHeads(atomsOf(blocks, from, to))
      .filter(({ about }) => about === "indicators")
      .map((head) => head.columns.length),
  );
}

function hasHead({ cells }: Table): boolean {
  const known = new Map<number, number>();
  for (const { row, text } of cells)
    if (text !== "" && (indicatorRole(text)?.exact || fundRole(text)?.exact)) known.set(row, (known.get(row) ?? 0) + 1);
  return [...known.values()].some((count) => count >= LEAST_HEADS);
}
