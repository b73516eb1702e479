import { type Box, type Evidence, unionBox } from "../../core/evidence.js";
import type { Cell, Reading, Table } from "../../core/extracted.js";
import { joinLines } from "../../core/text.js";
import { cellText } from "./cell-text.js";
import type { CellPart, Grid, GridCell } from "./grid.js";
import { readingOf } from "./reading-of.js";

/** Counts tables in reading order; a nested table comes after the one that holds it. */
export interface TableCounter {
  next: number;
}

/** Of a cell without text in which there is ink. */
const UNREAD: Reading = { confidence: 0, alternatives: [] };

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
  const [first] = parts;
  const isWhole = parts.length === 1;
  // Nearly all cells are such; asking of each for what it has not costs more than the cell.
  if (isWhole && isPlain(first!))
    return {
      row,
      column,
      rowSpan,
      colSpan,
      text: cellText(first!.words, widthOf(first!)),
      evidence: [evidenceOf(first!, table, row, column)],
    };
  const words = isWhole ? first!.words : parts.flatMap((part) => part.words);
  const text = isWhole ? cellText(words, widthOf(first!)) : sew(parts.map((part) => cellText(part.words, widthOf(part))));
  const speaking = isWhole ? parts : parts.filter((part) => part.words.length > 0);
  const reading =
    readingOf(words, (each) => cellText(each, Math.min(...parts.map(widthOf)))) ?? (parts.some((part) => part.unread) ? UNREAD : undefined);
  const nested = (isWhole ? first!.nested : parts.flatMap((part) => part.nested)).map((grid) => toTable(grid, counter));
  const evidence = (speaking.length > 0 ? speaking : [first!]).map((part) => evidenceOf(part, table, row, column));
  return { row, column, rowSpan, colSpan, text, evidence, ...(reading ? { reading } : {}), ...(nested.length > 0 ? { nested } : {}) };
}

/** Text of the file's own and nothing else. */
function isPlain({ words, nested, unread }: CellPart): boolean {
  return nested.length === 0 && !unread && words.every(({ confidence }) => confidence === undefined);
}

function widthOf({ box }: CellPart): number {
  return box[2] - box[0];
}

function evidenceOf(part: CellPart, table: number, row: number, column: number): Evidence {
  const { words } = part;
  const bbox: Box = words.length === 0 ? part.box : words.length === 1 ? words[0]!.box : unionBox(words.map((word) => word.box))!;
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
