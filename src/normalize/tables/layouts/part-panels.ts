import type { Cell, Table } from "../../../core/extracted.js";
import { cellText } from "../../figures/cell-figure.js";
import { indicatorRole, NAMING_ROLES, TELLING_ROLES } from "../../lexicon/labels/head-words.js";
import { totalKind } from "../../lexicon/labels/total-words.js";
import { type Grid, isBlank } from "../grid.js";

/** Fewer heads may be alike by chance: 指标值 | 得分 | 指标值 | 得分 are a plan and its result. */
const FEWEST_HEADS = 3;
/** No sheet of paper has room for more. */
const MOST_HEADS = 60;

/** A block of rows that stands beside another in one table, under heads of its own: for each of its heads the columns. */
type Panel = readonly { readonly from: number; readonly to: number }[];

/**
 * A table whose heads stand twice or more side by side (序号 | 指标 | 分值 | 得分 | 序号 | 指标 | 分值 | 得分) with the panels one below the other, all in the first
 * one's columns. Undefined where no row of it heads panels. Cells keep their evidence.
 */
export function partPanels(grid: Grid): Table | undefined {
  return new PanelStack(grid).table();
}

/** The panels that the cells of a row head; one cell more may stand beside all of them. */
function panelsUnder(grid: Grid, row: number): Panel[] | undefined {
  const heads = grid.spoken(row);
  if (heads.length < 2 * FEWEST_HEADS || heads.length > MOST_HEADS) return undefined;
  const texts = heads.map((cell) => cellText(cell).replace(/\s/gu, ""));
  for (const beside of [0, 1])
    for (let width = Math.floor((heads.length - beside) / 2); width >= FEWEST_HEADS; width--) {
      if ((heads.length - beside) % width !== 0) continue;
      const cells = heads.slice(beside);
      if (!cells.every((cell, i) => cell.rowSpan === 1 && texts[beside + i] === texts[beside + (i % width)])) continue;
      const roles = cells.slice(0, width).flatMap((cell) => indicatorRole(cellText(cell))?.role ?? []);
      if (!roles.some((role) => NAMING_ROLES.has(role)) || !roles.some((role) => TELLING_ROLES.has(role))) continue;
      return Array.from({ length: cells.length / width }, (_, i) =>
        cells.slice(i * width, (i + 1) * width).map(({ column, colSpan }) => ({ from: column, to: column + colSpan })),
      );
    }
  return undefined;
}

/** The rows of a table as they come, and those of panels panel by panel. */
class PanelStack {
  readonly #grid: Grid;
  /** Cells of panels, in their new places, and which positions these take. */
  readonly #cells: Cell[] = [];
  readonly #taken = new Set<string>();
  /** For each old row the first new one that has something of it. */
  readonly #place: number[] = [];
  /** For each old row the columns from which on its cells are a panel's; of a head's row, another than the first's. */
  readonly #from = new Map<number, number>();
  #next = 0;

  constructor(grid: Grid) {
    this.#grid = grid;
  }

  /** Undefined where there is no panel, or a row's cells have no place in the first panel's columns. */
  table(): Table | undefined {
    const { rowCount, table } = this.#grid;
    for (let row = 0; row < rowCount; ) {
      const panels = panelsUnder(this.#grid, row);
      this.#place.push(this.#next++);
      if (!panels) row++;
      else {
        const end = this.#block(row, panels);
        if (end === undefined) return undefined;
        row = end;
      }
    }
    if (this.#cells.length === 0) return undefined;
    this.#place.push(this.#next);
    const outside = table.cells.flatMap((cell): Cell[] => {
      if (cell.column + cell.colSpan > (this.#from.get(cell.row) ?? Number.POSITIVE_INFINITY)) return [];
      const row = this.#place[cell.row]!;
      return [{ ...cell, row, rowSpan: this.#place[Math.min(cell.row + cell.rowSpan, rowCount)]! - row }];
    });
    return { ...table, rowCount: this.#next, cells: [...outside, ...this.#cells] };
  }

  /** Takes the rows under the head in row `head`: the row behind them, undefined where they do not fit. */
  #block(head: number, panels: readonly Panel[]): number | undefined {
    const { rowCount } = this.#grid;
    const first = panels[0]!;
    this.#from.set(head, first.at(-1)!.to);
    let row = head + 1;
    while (row < rowCount) {
      let end = row;
      while (end < rowCount && !this.#crosses(end, panels) && !this.#totals(end) && panelsUnder(this.#grid, end) === undefined) end++;
      for (let own = row; own < end; own++) this.#from.set(own, first[0]!.from);
      if (!this.#stack(row, end, panels)) return undefined;
      if (end === rowCount || !this.#closes(end, panels)) return end;
      this.#from.set(end, first[0]!.from);
      row = end + 1;
    }
    return row;
  }

  /** Puts the rows from `start` to `end` (exclusive) of each panel below those of the panel before. */
  #stack(start: number, end: number, panels: readonly Panel[]): boolean {
    for (const [i, panel] of panels.entries()) {
      /** For each old row its new one: rows in which a further panel says nothing have none of their own. */
      const place: number[] = [];
      for (let row = start; row < end; row++) {
        place.push(this.#next);
        if (i === 0) this.#place.push(this.#next);
        if (i === 0 || this.#tells(row, panel)) this.#next++;
      }
      place.push(this.#next);
      for (let row = start; row < end; row++)
        for (const cell of this.#grid.own(row)) {
          if (cell.column < panel[0]!.from || cell.column >= panel.at(-1)!.to) continue;
          const top = place[row - start]!;
          const rowSpan = place[Math.min(row + cell.rowSpan, end) - start]! - top;
          if (rowSpan > 0 && !this.#put({ ...cell, row: top, rowSpan }, panel, panels[0]!)) return false;
        }
    }
    return true;
  }

  #tells(row: number, panel: Panel): boolean {
    return this.#grid.row(row).some((cell) => !isBlank(cell) && isWithin(cell, panel));
  }

  /** Moves a cell into the first panel's columns; false where another stands there. */
  #put(cell: Cell, panel: Panel, first: Panel): boolean {
    const from = panel.findIndex(({ to }) => to > cell.column);
    const last = panel.findLastIndex((column) => column.from < cell.column + cell.colSpan);
    const column = Math.min(first[from]!.from + Math.max(0, cell.column - panel[from]!.from), first[from]!.to - 1);
    const isWhole = cell.column + cell.colSpan >= panel[last]!.to;
    const colSpan = panel === first ? cell.colSpan : isWhole ? first[last]!.to - column : 1;
    const places = Array.from({ length: colSpan }, (_, i) => `${cell.row} ${column + i}`);
    if (places.some((at) => this.#taken.has(at))) return isBlank(cell);
    for (const at of places) this.#taken.add(at);
    this.#cells.push({ ...cell, column, colSpan });
    return true;
  }

  /** Whether a cell of the row reaches from one panel into the next. */
  #crosses(row: number, panels: readonly Panel[]): boolean {
    const ends = panels.slice(0, -1).map((panel) => panel.at(-1)!.to);
    return this.#grid.row(row).some(({ column, colSpan }) => ends.some((end) => column < end && column + colSpan > end));
  }

  /** A row of the total, whose label reaches over the panels into the last one: its figures are of that one's columns. */
  #closes(row: number, panels: readonly Panel[]): boolean {
    const [first, last] = [panels[0]!, panels.at(-1)!];
    const [label, ...figures] = this.#grid.spoken(row);
    const left = first[0]!.from;
    if (!label || label.column > left || figures.length === 0 || !figures.every((cell) => isWithin(cell, last))) return false;
    const headOf = (cell: Cell): number => last.findLastIndex(({ from }) => from < cell.column + cell.colSpan);
    const reached = headOf(figures[0]!);
    if (reached < 1 || new Set(figures.map(headOf)).size < figures.length) return false;
    const own = this.#next++;
    this.#place.push(own);
    this.#put({ ...label, row: own, rowSpan: 1, column: left, colSpan: first[reached]!.from - left }, first, first);
    for (const cell of figures) this.#put({ ...cell, row: own, rowSpan: 1, column: last[headOf(cell)]!.from, colSpan: 1 }, last, first);
    return true;
  }

  #totals(row: number): boolean {
    const [label, figure] = this.#grid.spoken(row);
    return label !== undefined && figure !== undefined && totalKind(cellText(label)) === "total";
  }
}

function isWithin({ column, colSpan }: Cell, panel: Panel): boolean {
  return column >= panel[0]!.from && column + colSpan <= panel.at(-1)!.to;
}
