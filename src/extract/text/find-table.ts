import type { Block } from "../../core/extracted.js";
import type { Limits } from "../../core/limits.js";
import { alignedTable } from "./aligned-table.js";
import { barCells } from "./bar-cells.js";
import { boxTable } from "./box-table.js";
import { cellMarks } from "./cell-marks.js";
import { csvTable } from "./csv-table.js";
import { dashTable } from "./dash-table.js";
import { filledRows } from "./filled-rows.js";
import { flowingTable } from "./flowing-table.js";
import { htmlTable } from "./html-table.js";
import { labelledLines } from "./labelled-lines.js";
import { pipeTable } from "./pipe-table.js";
import type { SourceLine } from "./source-lines.js";
import { tabCells } from "./tab-cells.js";
import { tabRows } from "./tab-rows.js";

/** What was found from a line on: its blocks, and the line behind it. */
export interface FoundTable {
  readonly to: number;
  readonly blocks: readonly Block[];
}

export interface FindContext {
  readonly limits: Limits;
  /** A piece of text as its reader sees it: the text's inline markup undone. */
  readonly inline: (text: string) => string;
}

export type TableFinder = (lines: readonly SourceLine[], from: number, context: FindContext) => FoundTable | undefined;

/** From the surest sign of a table to the least. */
const FINDERS: readonly TableFinder[] = [
  htmlTable,
  boxTable,
  dashTable,
  filledRows,
  barCells,
  pipeTable,
  flowingTable,
  cellMarks,
  tabCells,
  tabRows,
  csvTable,
  alignedTable,
  labelledLines,
];

/** A table that begins at a line, whatever way the text writes tables. */
export const findTable: TableFinder = (lines, from, context) => {
  for (const find of FINDERS) {
    const found = find(lines, from, context);
    if (found) return found;
  }
  return undefined;
};
