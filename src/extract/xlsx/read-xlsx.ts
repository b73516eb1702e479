import type { Block, Extracted } from "../../core/extracted.js";
import { Fault } from "../../core/fault.js";
import { LIMITS, type Limits } from "../../core/limits.js";
import type { Warning } from "../../core/record.js";
import { numberTables } from "../number-tables.js";
import { openWorkbook } from "./open-workbook.js";
import { withoutScratch } from "./scratch-figures.js";
import { sheetBlocks } from "./sheet-blocks.js";
import { sheetCells } from "./sheet-cells.js";
import { visibleGrid } from "./visible-grid.js";

/**
 * Reads a workbook (XLSX, XLSM, XLSB, XLS, ODS, XML of Excel 2003) as its reader sees it: figures in their formats, formulas by the values that were saved
 * with them, hidden sheets, rows and columns left out with a warning. Faults: `encrypted`, `corrupt`, `too-large`.
 */
export async function readXlsx(bytes: Uint8Array, limits: Limits = LIMITS): Promise<Extracted> {
  const { workbook, uncalculated, typed } = await openWorkbook(bytes, limits);
  const blocks: Block[] = [];
  const warnings: Warning[] = [];
  let hiddenSheets = 0;
  let lines = 0;
  for (const [index, name] of workbook.SheetNames.entries()) {
    const sheet = workbook.Sheets[name];
    // Charts and macro sheets have no cells.
    if (!sheet || (sheet["!type"] !== undefined && sheet["!type"] !== "sheet")) continue;
    const { found, grid, scratch } = guarded(() => {
      const cells = sheetCells(sheet, limits);
      return { found: cells.found.some((cell) => cell.text.trim() !== ""), ...withoutScratch(visibleGrid(cells, sheet, lines)) };
    });
    if (workbook.Workbook?.Sheets?.[index]?.Hidden) {
      if (found) hiddenSheets++;
      continue;
    }
    if (grid.hiddenRows + grid.hiddenColumns > 0)
      warnings.push({
        code: "hidden-cells-left-out",
        message: `Sheet "${name}": ${grid.hiddenRows} hidden rows and ${grid.hiddenColumns} hidden columns with text were left out.`,
      });
    if (scratch > 0)
      warnings.push({
        code: "scratch-figures-left-out",
        message: `Sheet "${name}": ${scratch} figures right of the tables, with no word that says what they are, were left out.`,
      });
    lines = grid.rows.at(-1)?.line ?? lines;
    blocks.push(...guarded(() => sheetBlocks(grid, name, limits)));
  }
  if (hiddenSheets > 0)
    warnings.push({ code: "hidden-sheets-left-out", message: `${hiddenSheets} hidden sheets with text were left out.` });
  if (uncalculated > 0)
    warnings.push({
      code: "formula-without-value",
      message: `${uncalculated} cells have a formula and no saved value; they were read as empty.`,
    });
  if (typed > 0)
    warnings.push({
      code: "formula-read-as-text",
      message: `${typed} cells have a formula without a saved value from which nothing can be calculated (=16台); they were read as typed.`,
    });
  return {
    mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    pages: [],
    blocks: numberTables(blocks, limits),
    flow: "flowed",
    warnings,
  };
}

/** What a broken workbook makes of the library's objects is not known; whatever fails on them is the file's fault. */
function guarded<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    if (error instanceof Fault) throw error;
    throw new Fault("corrupt", `The workbook's cells could not be read: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  }
}
