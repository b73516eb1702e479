import type { CellObject, Range, WorkSheet } from "@e965/xlsx";
import { Fault } from "../../core/fault.js";
import type { Limits } from "../../core/limits.js";
import { cleanText } from "../../core/text.js";
import { isPlaceholder } from "../is-placeholder.js";
import { shownText } from "./shown-text.js";

export interface Place {
  readonly row: number;
  readonly column: number;
}

/** A cell with text, or one that others are merged into. */
export interface FoundCell extends Place {
  /** As shown, not yet cleaned; "\n" where the author broke the line. */
  readonly text: string;
  /** Its last row and column. */
  readonly end: Place;
}

export interface SheetCells {
  readonly found: readonly FoundCell[];
  /** Places with a format and nothing else: somebody drew a table there. */
  readonly drawn: readonly Place[];
}

/** Formatted cells without text are many in honest files. */
const DRAWN_PER_CELL = 8;

/** What a sheet holds, in the sheet's own coordinates, row by row; cells that lie under a merge are not seen and left out. Faults: `too-large` (cells). */
export function sheetCells(sheet: WorkSheet, limits: Limits): SheetCells {
  const coverAt = mergeSweep(sheet["!merges"] ?? [], limits);
  const found: FoundCell[] = [];
  const drawn: Place[] = [];
  const rows: readonly (readonly (CellObject | undefined)[] | undefined)[] = sheet["!data"] ?? [];
  for (const row of heldAt(rows)) {
    const merges = coverAt(row);
    const cells = rows[row] ?? [];
    for (const column of heldAt(cells)) {
      const cell = cells[column];
      const merge = merges.find(({ s, e }) => column >= s.c && column <= e.c);
      if (!cell || (merge && (merge.s.r !== row || merge.s.c !== column))) continue;
      const text = shownText(cell);
      if (!merge && isPlaceholder(text)) continue;
      if (merge || cleanText(text) !== "")
        found.push({ row, column, text, end: merge ? { row: merge.e.r, column: merge.e.c } : { row, column } });
      else drawn.push({ row, column });
      if (found.length > limits.cells || drawn.length > limits.cells * DRAWN_PER_CELL)
        throw new Fault("too-large", `A sheet has more than ${limits.cells} cells (limit cells).`);
    }
  }
  return { found: [...found, ...bareMerges(sheet)], drawn };
}

/** Where a list holds something: a sheet's last cell may stand at XFD1048576, and going through all that is empty before it may take V8 half a minute. */
function heldAt(list: readonly unknown[]): number[] {
  return Object.keys(list).map(Number);
}

/** Merges whose first cell the file does not mention: empty ones. */
function bareMerges(sheet: WorkSheet): FoundCell[] {
  return (sheet["!merges"] ?? [])
    .filter(({ s }) => !sheet["!data"]?.[s.r]?.[s.c])
    .map(({ s, e }) => ({ row: s.r, column: s.c, text: "", end: { row: e.r, column: e.c } }));
}

/** The merges that reach into a row; to be asked for rows in growing order. */
function mergeSweep(merges: readonly Range[], limits: Limits): (row: number) => readonly Range[] {
  if (merges.length > limits.cells) throw new Fault("too-large", `A sheet has more than ${limits.cells} merged cells (limit cells).`);
  const waiting = [...merges].sort((a, b) => b.s.r - a.s.r);
  let active: Range[] = [];
  return (row) => {
    while (waiting.length > 0 && waiting.at(-1)!.s.r <= row) active.push(waiting.pop()!);
    if (active.some((merge) => merge.e.r < row)) active = active.filter((merge) => merge.e.r >= row);
    return active;
  };
}
