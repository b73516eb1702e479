import type { Cell, Extracted, Table } from "../../../core/extracted.js";
import { range } from "../../../core/range.js";
import { isFundAmount } from "../../../core/record.js";
import { cellText } from "../../figures/cell-figure.js";
import { fundSource } from "../../lexicon/labels/fund-source.js";
import { fundRole, indicatorRole } from "../../lexicon/labels/head-words.js";
import { totalKind } from "../../lexicon/labels/total-words.js";
import { type Grid, toGrid } from "../grid.js";

/** Words repeated over so many columns are one merged cell: no author writes them thrice side by side. */
const LEAST_RUN = 3;
/** Rows that must show it; a total's row does by itself. */
const LEAST_ROWS = 2;
/** Heads of one row. */
const LEAST_HEADS = 3;
const FIGURE = /^[\d,.]+%?$/u;
/** No figure with its unit. */
const WORDS = /^[^\d≥≤<>=＝]*\p{Script=Han}{2}/u;

/** Tables that repeat a merged cell's text in each column that it covers, as converters without spans write them, with those cells merged again. */
export function mergeRepeated(extracted: Extracted): Extracted {
  return { ...extracted, blocks: extracted.blocks.map((block) => (block.type === "table" ? merged(block) : block)) };
}

function merged(table: Table): Table {
  if (table.cells.some(({ rowSpan, colSpan }) => rowSpan > 1 || colSpan > 1)) return table;
  const grid = toGrid(table);
  if (!grid) return table;
  const rows = range(0, grid.rowCount);
  const shown = rows.flatMap((row) => runsOf(grid, row, none, false).filter(isMerged).slice(0, 1));
  const isShown = shown.length + rows.filter((row) => isBesideHead(grid, row)).length >= LEAST_ROWS;
  if (!isShown && !rows.some((row) => isBesideBlock(grid, row)) && !shown.some(([cell]) => totalKind(cellText(cell!)) !== undefined))
    return table;
  /** Whether the head in force tells a column from the one on its left. */
  let parts: (column: number) => boolean = none;
  let isOfFunds = false;
  const cells: Cell[] = [];
  for (const row of rows) {
    if (isHead(grid, row)) {
      isOfFunds = grid.spoken(row).some((cell) => isFundAmount(fundRole(cellText(cell))?.role ?? "label"));
      const begins = new Set(alike(grid, row).map(([cell]) => cell!.column));
      parts = (column) => begins.has(column);
    }
    for (const run of runsOf(grid, row, parts, isOfFunds)) cells.push({ ...run[0]!, colSpan: run.length });
  }
  return { ...table, cells: downwards(cells) };
}

/** The cells with those at the left edge that go on from row to row as one. */
function downwards(cells: readonly Cell[]): Cell[] {
  const found: Cell[] = [];
  let edge = -1;
  for (const cell of cells) {
    const above = found[edge];
    if (cell.column === 0 && above && WORDS.test(cellText(cell)) && cellText(cell) === cellText(above) && cell.colSpan === above.colSpan)
      found[edge] = { ...above, rowSpan: above.rowSpan + 1 };
    else {
      if (cell.column === 0) edge = found.length;
      found.push(cell);
    }
  }
  return found;
}

/** Whether what stands at the left of a head stands at the left of the row below it too: the label of the whole block. */
function isBesideHead(grid: Grid, row: number): boolean {
  const [cell, below] = [grid.at(row, 0), grid.at(row + 1, 0)];
  return cell !== undefined && below !== undefined && WORDS.test(cellText(cell)) && cellText(cell) === cellText(below) && isHead(grid, row);
}

/** Whether it stands at the left of a second row below the head as well: below a head of one row no label of a row does. */
function isBesideBlock(grid: Grid, row: number): boolean {
  const [label, next] = [grid.at(row, 0), grid.at(row + 2, 0)];
  return isBesideHead(grid, row) && next !== undefined && cellText(label!) === cellText(next);
}

const none = () => false;

type Run = readonly Cell[];

/** The cells of a row, those side by side that say the same, or nothing, together. */
function alike(grid: Grid, row: number): Run[] {
  const runs: Cell[][] = [];
  for (const column of range(0, grid.columnCount)) {
    const cell = grid.at(row, column);
    if (!cell) continue;
    const run = runs.at(-1);
    if (run && cellText(run[0]!) === cellText(cell)) run.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

/**
 * The cells of a row: those side by side that say the same under one head are one. Under several heads they are where they are words over more columns
 * than a target and what came of it, or a label's only value: not a source's, whose amounts may be alike.
 */
function runsOf(grid: Grid, row: number, parts: (column: number) => boolean, isOfFunds: boolean): Run[] {
  const runs = alike(grid, row);
  const isAmounts = isOfFunds && runs[0] !== undefined && fundSource(cellText(runs[0][0]!)) !== undefined;
  return runs.flatMap((run): Run[] => {
    const text = cellText(run[0]!);
    if (text === "") return run.map((cell) => [cell]);
    const heads = run.filter((cell, i) => i === 0 || parts(cell.column)).length;
    if (heads === 1 || (heads >= LEAST_RUN && ((runs.length === 2 && !(isAmounts && FIGURE.test(text))) || WORDS.test(text)))) return [run];
    const parted: Cell[][] = [];
    for (const [i, cell] of run.entries()) {
      if (i === 0 || parts(cell.column)) parted.push([cell]);
      else parted.at(-1)!.push(cell);
    }
    return parted;
  });
}

function isMerged(run: Run): boolean {
  return run.length >= LEAST_RUN && WORDS.test(cellText(run[0]!));
}

function isHead(grid: Grid, row: number): boolean {
  return [indicatorRole, fundRole].some((roleOf) => {
    const roles = grid.spoken(row).flatMap((cell) => {
      const found = roleOf(cellText(cell));
      return found?.exact ? [found.role] : [];
    });
    return new Set(roles).size >= LEAST_HEADS;
  });
}
