import { type Box, type Evidence, unionBox } from "../../core/evidence.js";
import type { Cell, Table } from "../../core/extracted.js";
import { joinLines } from "../../core/text.js";
import { cellText } from "./cell-text.js";
import type { CellPart, Grid, GridCell } from "./grid.js";
import { readingOf } from "./reading-of.js";

/** Counts tables in reading order; a nested table comes after the one that holds it. */
export interface TableCounter {
  next: number;
}

/** A grid as the table that the other stages know: words made text, places made evidence. */
export function toTable(grid: Grid, counter: TableCounter): Table {
  const index = counter.next++;
  return {
    type: "table",
    index,
    page: grid.page,
    bbox: grid.box,
    rowCount: grid.rowCount,
    columnCount: grid.columnCount,
    cells: [...grid.cells].sort((a, b) => a.row - b.row || a.column - b.column).map((cell) => toCell(cell, index, counter)),
    origin: grid.origin,
    confidence: grid.confidence,
  };
}

function toCell(cell: GridCell, table: number, counter: TableCounter): Cell {
  const { row, column, rowSpan, colSpan, parts } = cell;
  const words = parts.flatMap((part) => part.words);
  const widths = parts.map((part) => part.box[2] - part.box[0]);
  const text = sew(parts.map((part, i) => cellText(part.words, widths[i]!)));
  const speaking = parts.filter((part) => part.words.length > 0);
  const reading = readingOf(words, (each) => cellText(each, Math.min(...widths)));
  const nested = parts.flatMap((part) => part.nested).map((grid) => toTable(grid, counter));
  return {
    row,
    column,
    rowSpan,
    colSpan,
    text,
    evidence: (speaking.length > 0 ? speaking : parts.slice(0, 1)).map((part) => evidenceOf(part, table, row, column)),
    ...(reading ? { reading } : {}),
    ...(nested.length > 0 ? { nested } : {}),
  };
}

function evidenceOf(part: CellPart, table: number, row: number, column: number): Evidence {
  const bbox: Box = unionBox(part.words.map((word) => word.box)) ?? part.box;
  return { page: part.page, bbox, table, row, column };
}

/** The pieces of a cell that a page break cut, as one text. */
function sew(pieces: readonly string[]): string {
  return pieces
    .filter((piece) => piece !== "")
    .reduce((text, piece) => {
      if (text === "") return piece;
      const lines = text.split("\n");
      const [next, ...rest] = piece.split("\n");
      return [...lines.slice(0, -1), joinLines([lines.at(-1)!, next!]), ...rest].join("\n");
    }, "");
}
