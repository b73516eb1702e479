import type { Block, Cell, Table } from "../core/extracted.js";
import { Fault } from "../core/fault.js";
import type { Limits } from "../core/limits.js";

/**
 * Blocks with their tables numbered in reading order, those inside a cell behind the one that holds them, and the place of each cell put
 * into its evidence. Faults: `too-large` (cells of all tables together).
 */
export function numberTables(blocks: readonly Block[], limits: Limits): Block[] {
  let tables = 0;
  let cells = 0;
  const number = (table: Table): Table => {
    const index = tables++;
    cells += table.cells.length;
    if (cells > limits.cells) throw new Fault("too-large", `More than ${limits.cells} table cells (limit cells).`);
    return { ...table, index, cells: table.cells.map((cell) => place(cell, index)) };
  };
  const place = (cell: Cell, table: number): Cell => {
    const where = { table, row: cell.row, column: cell.column };
    const evidence = cell.evidence.length === 0 ? [where] : cell.evidence.map((each) => ({ ...each, ...where }));
    return { ...cell, evidence, ...(cell.nested ? { nested: cell.nested.map(number) } : {}) };
  };
  return blocks.map((block) => (block.type === "table" ? number(block) : block));
}
