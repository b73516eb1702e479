import type { Cell } from "../../../core/extracted.js";
import type { Indicator } from "../../../core/record.js";
import { readPoints } from "../../figures/points.js";
import type { IndicatorRegion } from "../../tables/region.js";
import { LevelRows } from "../levels/level-rows.js";
import { type Levels, NO_LEVELS, readLevels } from "../levels/levels.js";
import type { ToldGrade, ToldIndicator, ToldScore } from "../told.js";
import { scoreLeft } from "./deduction.js";
import { readExecutionPairs } from "./execution-pairs.js";
import { hasResult, isIndicatorRow } from "./is-indicator-row.js";
import { readRow } from "./read-row.js";
import { isReasonAlone } from "./reasons-apart.js";
import { resultsIn } from "./results-in.js";
import { RowCells } from "./row-cells.js";
import { rowsBehind } from "./rows-behind.js";
import { added, NO_SUMS } from "./subtotal.js";
import { readTotalRow, type TotalRow } from "./total-row.js";

const COLUMNS = ["target", "actual", "weight", "score", "completionRate", "deviationReason"] as const;
/** What a form prints where a name is to be filled in. */
const PLACEHOLDER = /^(?:指标\s?\d{0,2}\s?[:：]?|[.…·]+|第?\d+|…+|[XxＸｘ×*＊_＿]{2,})$/u;
/** A value where a name should stand: the row's cells are not under their heads, and nothing in it is to be believed. Hostile names begin with the same signs. */
const VALUE = /^\s*[≥≤≧≦⩾⩽＝=＜<＞>]\s*\d[\d.,，]*\s*[%％‰]?\p{Script=Han}{0,4}\s*$/u;

/** What the rows of an indicator table tell, gathered from the top. `outside`: the first level that the headings above name; `levels`: those in force above the first row. */
export class TableRows {
  readonly indicators: ToldIndicator[] = [];
  readonly scores: ToldScore[] = [];
  readonly grades: ToldGrade[] = [];
  /** Rows that are neither an indicator's nor a total's. */
  readonly loose: number[] = [];
  /** Rows that tell a reason and nothing else. */
  readonly reasons: number[] = [];
  /** Marks in which a figure stands that could not be read, as printed. */
  readonly unread: string[] = [];
  /** The levels in force. */
  levels: Levels;
  readonly #region: IndicatorRegion;
  readonly #outside: string;
  readonly #columns: Indicator["columns"];
  readonly #levelRows: LevelRows;
  #sums = NO_SUMS;
  readonly #behind: ReadonlySet<number>;
  /** The total was told: notes may follow. */
  #closed = false;

  constructor(region: IndicatorRegion, outside: string, levels: Levels) {
    this.#region = region;
    this.#outside = outside;
    this.levels = levels;
    this.#columns = columnsOf(region);
    this.#levelRows = new LevelRows(region);
    this.#behind = rowsBehind(region);
  }

  read(row: number): void {
    const { grid } = this.#region;
    const spoken = grid.spoken(row);
    if (spoken.length === 0) return;
    const execution = readExecutionPairs(spoken, { place: this.#placeOf(row), confidence: grid.table.confidence });
    if (execution) {
      this.indicators.push(execution);
      return;
    }
    const cells = new RowCells(this.#region, row);
    const results = resultsIn(grid, row);
    const total =
      results === "alone"
        ? undefined
        : readTotalRow(this.#region, cells, this.levels, {
            summed: this.#sums,
            levelRows: this.#levelRows,
          });
    if (total) this.#takeTotal(total, cells);
    else if (results) {
      this.#closed = true;
      this.loose.push(row);
    } else if (!this.#behind.has(row) && isIndicatorRow(this.#region, cells) && (!this.#closed || hasResult(cells)))
      this.#takeIndicator(cells);
    else {
      if (!this.#closed && isReasonAlone(this.#region, cells)) this.reasons.push(row);
      this.loose.push(row);
    }
  }

  #takeTotal(total: TotalRow, cells: RowCells): void {
    const tellsNothing = total.scores.length === 0 && total.grades.length === 0;
    if (total.scores.some(({ scope, score }) => scope === "total" && !score)) this.#noteUnread("score", cells);
    if (tellsNothing) this.loose.push(cells.row);
    this.scores.push(...total.scores);
    this.grades.push(...total.grades);
    this.#closed ||= total.scores.some(({ scope }) => scope === "total");
    const level1 = total.level1 ?? total.scores.find(({ scope }) => scope === "level1")?.name;
    if (total.level2 !== undefined) {
      const above = total.level1 === undefined ? this.levels : { ...NO_LEVELS, level1: total.level1, rowAbove: total.level1 };
      this.levels = { ...above, level2: total.level2, level3: "", groups: [], secondAbove: total.level2 };
    } else if (level1 !== undefined) this.levels = { ...NO_LEVELS, level1, rowAbove: level1 };
    else if (tellsNothing) this.levels = readLevels(cells, this.levels, this.#outside);
  }

  #takeIndicator(cells: RowCells): void {
    const place = this.#placeOf(cells.row);
    this.levels = readLevels(cells, this.levels, this.#outside);
    this.scores.push(...this.levels.groups.map((group) => ({ ...group, place })));
    const name = this.levels.level3;
    if (name === "" || PLACEHOLDER.test(name) || VALUE.test(name)) {
      this.loose.push(cells.row);
      return;
    }
    this.#noteUnread("weight", cells);
    this.#noteUnread("score", cells);
    const { confidence } = this.#region.grid.table;
    const printed = readRow(cells, this.levels, { place, columns: this.#columns, confidence, parent: this.indicators });
    const told = { ...printed, score: printed.score ?? scoreLeft(this.#region, cells, printed.weight) };
    this.#sums = added(this.#sums, told, this.indicators.at(-1));
    this.indicators.push(told);
  }

  #noteUnread(role: "weight" | "score", cells: RowCells): void {
    const text = cells.text(role);
    if (isLost(cells.cell(role), text)) this.unread.push(text);
  }

  #placeOf(row: number): ToldIndicator["place"] {
    return { table: this.#region.grid.table.index, row };
  }
}

/** Whether a figure stands in a cell and could not be read: digits of which none can be made, or ink of which nothing was, or a letter. */
function isLost(cell: Cell | undefined, text: string): boolean {
  return (/\d/u.test(text) || (cell?.reading !== undefined && /^[A-Za-z]?$/u.test(text))) && !readPoints(cell);
}

function columnsOf(region: IndicatorRegion): Indicator["columns"] {
  return COLUMNS.filter((name) => region.columns.of.has(name === "deviationReason" ? "reason" : name));
}
