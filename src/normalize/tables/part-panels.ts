import type { Cell, Table } from "../../core/extracted.js";
import { cellText } from "../figures/cell-figure.js";
import { type IndicatorRole, indicatorRole } from "../lexicon/head-words.js";
import { type Grid, isBlank, spoken } from "./grid.js";

const NAMES: ReadonlySet<IndicatorRole> = new Set(["level1", "level2", "levels", "level3", "level3?", "level?", "level4"]);
const VALUES: ReadonlySet<IndicatorRole> = new Set(["target", "actual", "completionRate", "weight", "score", "itemScore"]);
/** Fewer heads may be alike by chance: 指标值 | 得分 | 指标值 | 得分 are a plan and its result. */
const FEWEST_HEADS = 3;

/** A block of rows that stands beside another in one table, under heads of its own: for each of its heads the columns. */
type Panel = readonly { readonly from: number; readonly to: number }[];

interface Panels {
  /** The row of the heads. */
  readonly head: number;
  readonly each: readonly Panel[];
}

/**
 * A table whose heads stand twice or more side by side (序号 | 指标 | 分值 | 得分 | 序号 | 指标 | 分值 | 得分) with the panels one below the other, all in the first
 * one's columns. Undefined where no row of it heads panels. Cells keep their evidence.
 */
export function partPanels(grid: Grid): Table | undefined {
  for (let row = 0; row < grid.rowCount - 1; row++) {
    const each = panelsUnder(grid, row);
    const parted = each && new PanelStack(grid, { head: row, each }).table();
    if (parted) return parted;
  }
  return undefined;
}

/** The panels that the cells of a row head; one cell more may stand beside all of them. */
function panelsUnder(grid: Grid, row: number): Panel[] | undefined {
  const heads = spoken(grid, row);
  for (const cells of [heads, heads.slice(1)])
    for (let width = Math.floor(cells.length / 2); width >= FEWEST_HEADS; width--) {
      if (cells.length % width !== 0) continue;
      const own = cells.slice(0, width);
      if (!cells.every((cell, i) => cell.rowSpan === 1 && plain(cell) === plain(own[i % width]!))) continue;
      const roles = own.flatMap((cell) => indicatorRole(cellText(cell))?.role ?? []);
      if (!roles.some((role) => NAMES.has(role)) || !roles.some((role) => VALUES.has(role))) continue;
      return Array.from({ length: cells.length / width }, (_, i) =>
        cells.slice(i * width, (i + 1) * width).map(({ column, colSpan }) => ({ from: column, to: column + colSpan })),
      );
    }
  return undefined;
}

function plain(cell: Cell): string {
  return cellText(cell).replace(/\s/gu, "");
}

/** Puts the panels of one head below each other, row by row. */
class PanelStack {
  readonly #grid: Grid;
  readonly #panels: Panels;
  readonly #cells: Cell[] = [];
  /** For each old row the first new one that has something of it, and the number of new rows. */
  readonly #place: number[] = [];
  #next = 0;

  constructor(grid: Grid, panels: Panels) {
    this.#grid = grid;
    this.#panels = panels;
  }

  /** Undefined where a row's cells have no place in the first panel's columns. */
  table(): Table | undefined {
    const { head } = this.#panels;
    const { rowCount, table } = this.#grid;
    while (this.#next <= head) this.#place.push(this.#next++);
    let row = head + 1;
    let stacked = 0;
    while (row < rowCount && panelsUnder(this.#grid, row) === undefined) {
      let end = row;
      while (end < rowCount && !this.#crosses(end) && panelsUnder(this.#grid, end) === undefined) end++;
      if (!this.#stack(row, end)) return undefined;
      stacked += end - row;
      if (end === rowCount || !this.#closes(end)) {
        row = end;
        break;
      }
      row = end + 1;
    }
    if (stacked === 0) return undefined;
    const below = row;
    while (row <= rowCount) {
      this.#place.push(this.#next++);
      row++;
    }
    return { ...table, rowCount: this.#next - 1, cells: [...this.#outside(below), ...this.#cells] };
  }

  /** The cells of no panel, moved with their rows: what stands above, beside or below; of the heads, the first panel's. */
  #outside(below: number): Cell[] {
    const { head, each } = this.#panels;
    const [left, right] = [each[0]![0]!.from, each[0]!.at(-1)!.to];
    return this.#grid.table.cells.flatMap((cell) => {
      const { row, rowSpan, column, colSpan } = cell;
      const isAmong = row > head && row < below && column + colSpan > left;
      if (isAmong || (row === head && column >= right)) return [];
      const top = this.#place[row]!;
      return [{ ...cell, row: top, rowSpan: this.#place[Math.min(row + rowSpan, this.#grid.rowCount)]! - top }];
    });
  }

  /** The rows from `start` to `end` (exclusive) of each panel. */
  #stack(start: number, end: number): boolean {
    for (const [i, panel] of this.#panels.each.entries()) {
      const rows = Array.from({ length: end - start }, (_, at) => start + at).filter((row) => i === 0 || this.#tells(row, panel));
      const place = new Map(rows.map((row, at) => [row, this.#next + at]));
      if (i === 0) for (const row of rows) this.#place.push(place.get(row)!);
      for (const row of rows)
        for (const cell of this.#grid.own(row)) {
          if (cell.column < panel[0]!.from || cell.column >= panel.at(-1)!.to) continue;
          const rowSpan = rows.filter((each) => each >= row && each < row + cell.rowSpan).length;
          if (!this.#put({ ...cell, row: place.get(row)!, rowSpan }, panel)) return false;
        }
      this.#next += rows.length;
    }
    return true;
  }

  #tells(row: number, panel: Panel): boolean {
    return this.#grid.row(row).some((cell) => !isBlank(cell) && isWithin(cell, panel));
  }

  /** Moves a cell into the first panel's columns. */
  #put(cell: Cell, panel: Panel): boolean {
    const first = this.#panels.each[0]!;
    if (panel === first) return this.#cells.push(cell) > 0;
    const end = cell.column + cell.colSpan;
    const from = panel.findIndex(({ to }) => to > cell.column);
    const last = panel.findLastIndex((column) => column.from < end);
    const column = Math.min(first[from]!.from + Math.max(0, cell.column - panel[from]!.from), first[from]!.to - 1);
    const moved = { ...cell, column, colSpan: Math.max(1, first[last]!.to - column) };
    const isTaken = this.#cells.some(
      (other) => other.row === cell.row && other.column < column + moved.colSpan && column < other.column + other.colSpan,
    );
    if (isTaken && !isBlank(cell)) return false;
    if (!isTaken) this.#cells.push(moved);
    return true;
  }

  /** Whether a cell of the row reaches from one panel into the next. */
  #crosses(row: number): boolean {
    const ends = this.#panels.each.slice(0, -1).map((panel) => panel.at(-1)!.to);
    return this.#grid.row(row).some(({ column, colSpan }) => ends.some((end) => column < end && column + colSpan > end));
  }

  /** A row of the total, whose label reaches over the panels into the last one: its figures are of that one's columns. */
  #closes(row: number): boolean {
    const last = this.#panels.each.at(-1)!;
    const [label, ...figures] = spoken(this.#grid, row);
    const left = this.#panels.each[0]![0]!.from;
    if (!label || label.column > left || figures.length === 0 || !figures.every((cell) => isWithin(cell, last))) return false;
    const colSpan = this.#panels.each[0]!.at(-1)!.to - left;
    const reach = Math.min(...figures.map(({ column }) => last.findIndex(({ to }) => to > column)));
    if (reach < 1) return false;
    this.#place.push(this.#next);
    const until = Math.min(left + colSpan, this.#panels.each[0]![reach]!.from);
    this.#cells.push({ ...label, row: this.#next, rowSpan: 1, column: left, colSpan: until - left });
    const isPut = figures.every((cell) => this.#put({ ...cell, row: this.#next, rowSpan: 1 }, last));
    this.#next++;
    return isPut;
  }
}

function isWithin({ column, colSpan }: Cell, panel: Panel): boolean {
  return column >= panel[0]!.from && column + colSpan <= panel.at(-1)!.to;
}
