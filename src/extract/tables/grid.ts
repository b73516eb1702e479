import type { Box } from "../../core/evidence.js";
import type { Table } from "../../core/extracted.js";
import type { Word } from "./placed.js";
import { lineText, textLines } from "./text-lines.js";

/** A table while it is being found: cells still hold the words that stand in them. */
export interface Grid {
  /** The page on which it starts. */
  readonly page: number;
  readonly box: Box;
  readonly rowCount: number;
  readonly columnCount: number;
  /** Left edges of the columns and the right edge of the last. */
  readonly columns: readonly number[];
  readonly cells: readonly GridCell[];
  readonly origin: Table["origin"];
  readonly confidence: number;
  /** For each column, whether no ruling closes the table above it, below it. */
  readonly openTop: readonly boolean[];
  readonly openBottom: readonly boolean[];
}

export interface GridCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  /** One a page: several where a page break cuts the cell. */
  readonly parts: readonly CellPart[];
}

export interface CellPart {
  readonly page: number;
  readonly box: Box;
  readonly words: readonly Word[];
  readonly nested: readonly Grid[];
  /** True where there is ink that recognition could not read. */
  readonly unread?: boolean;
}

/** How high the glyphs of a grid are: found where texts stand, it has at least one. */
export function glyphHeight({ cells }: Grid): number {
  return cells.find((cell) => cell.parts[0]!.words.length > 0)!.parts[0]!.words[0]!.size;
}

/** All that is written in a cell, without white space. */
export function writtenIn({ parts }: Pick<GridCell, "parts">): string {
  return parts
    .flatMap(({ words }) => textLines(words).map(lineText))
    .join("")
    .replace(/\s/gu, "");
}

/** Whether a cell holds words or tables. */
export function hasText({ parts }: Pick<GridCell, "parts">): boolean {
  return parts.some((part) => part.words.length > 0 || part.nested.length > 0);
}
