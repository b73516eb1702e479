import type { Cell } from "../../core/extracted.js";
import type { FundSource } from "../../core/record.js";
import type { FundRole, IndicatorRole } from "../lexicon/labels/head-words.js";
import type { Head } from "../lexicon/writing/fold.js";
import type { Grid } from "./grid.js";

/** A run of a table's rows that have one meaning. One table may hold several: the national form is one table with all of them. */
export type Region = IndicatorRegion | FundRegion | TransposedRegion | WideRegion | BreakdownRegion | LooseRegion;
export type RegionKind = Region["kind"];

interface Rows {
  readonly grid: Grid;
  /** Rows of the head; empty where the table goes on without one. */
  readonly head: readonly number[];
  readonly body: readonly number[];
}

export interface IndicatorRegion extends Rows {
  readonly kind: "indicators";
  readonly columns: Columns<IndicatorRole>;
}

export interface FundRegion extends Rows {
  readonly kind: "funds";
  readonly columns: Columns<FundRole>;
  /** Columns in which the rows' labels stand. */
  readonly labels: readonly number[];
  /** The cell that stands beside the whole block: 项目资金（万元）, 预算执行情况（20分）. */
  readonly side?: Cell;
  /** The rows are the year's tasks, each with its money: 年度主要任务 over 任务名称 | 预算数 | 执行数. */
  readonly ofTasks?: true;
}

/** Sources as columns, 年初预算资金 … as rows. */
export interface TransposedRegion extends Rows {
  readonly kind: "transposed";
  readonly sources: readonly SourceColumn[];
  readonly rows: readonly FieldRow[];
}

/** Sources and totals as columns, over one row of figures. */
export interface WideRegion extends Rows {
  readonly kind: "wide";
  readonly columns: readonly WideColumn[];
  /** What the cell beside the figures says of their unit. */
  readonly unit?: NonNullable<Head["unit"]>;
}

/** A column's amount, source or both, as its heads name them. */
export interface WideColumn {
  readonly column: number;
  readonly head: Head;
  readonly role?: FundRole;
  readonly source?: FundSource;
  readonly label?: string;
}

export interface SourceColumn {
  readonly column: number;
  readonly label: string;
  readonly source: FundSource;
  readonly depth: number;
  readonly head: Head;
}

export interface FieldRow {
  readonly row: number;
  /** None where the label names nothing known: the row may still be what a formula sums. */
  readonly role?: FundRole;
  readonly label: string;
  readonly head: Head;
  /** `(3)`, and what stands behind `=` if anything. */
  readonly serial?: string;
  readonly formula?: string;
}

/** Listed items of expenditure with one or more columns of amounts. */
export interface BreakdownRegion extends Rows {
  readonly kind: "breakdown";
  readonly label: number;
  readonly amounts: readonly { readonly column: number; readonly head: Head }[];
}

/** Rows that no head governs: labels beside their values, notes. */
export interface LooseRegion extends Rows {
  readonly kind: "loose";
}

/** Which columns play which role, left to right, and what their heads say. */
export interface Columns<Role> {
  readonly of: ReadonlyMap<Role, readonly number[]>;
  readonly heads: ReadonlyMap<Role, Head>;
}
