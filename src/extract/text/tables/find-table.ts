import type { Block } from "../../../core/extracted.js";
import type { Limits } from "../../../core/limits.js";
import type { SourceLine } from "../lines/source-lines.js";
import { barCells } from "./bars/bar-cells.js";
import { filledRows } from "./bars/filled-rows.js";
import { flowingTable } from "./bars/flowing-table.js";
import { pipeTable } from "./bars/pipe-table.js";
import { cellMarks } from "./cell-marks.js";
import { alignedTable } from "./columns/aligned-table.js";
import { boxTable } from "./columns/box-table.js";
import { dashTable } from "./columns/dash-table.js";
import { labelledLines } from "./columns/labelled-lines.js";
import { csvTable } from "./csv-table.js";
import { htmlTable } from "./html-table.js";
import { tabCells } from "./tabs/tab-cells.js";
import { tabRows } from "./tabs/tab-rows.js";

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
