import type { Row } from "../rows/cell.js";
import { scaled } from "./scaled.js";
import { STAGED_TABLES, type StagedRows, type StagedTable } from "./staged-rows.js";

/** The figures of a table that are added up before and after they travel. */
const SUMMED: { readonly [table in StagedTable]?: readonly string[] } = {
  dim_report: ["stated_total", "full_marks", "part"],
  source_file: ["byte_length"],
  fact_indicator: ["weight", "score", "completion_rate", "target_value", "target_upper", "actual_value"],
  fact_fund: ["initial_budget", "adjusted_budget", "received", "executed", "balance", "execution_rate", "weight", "score"],
  fact_stated_score: ["score", "full_marks"],
  fact_finding: ["stated_value", "recomputed_value"],
};

export interface ControlTotals {
  /** The number of rows of each table and the sums of its columns as they were sent, by TABLE.NAME; plain decimals. */
  readonly sent: ReadonlyMap<string, string>;
  /** Asks the database for the same over what it holds: one row, its columns of the same names. */
  readonly query: string;
}

/**
 * Control totals (控制总数), as auditors take them of a transfer: rows counted and figures added up on both sides. They hold whatever way the
 * rows travel, and are exact: decimals are added as whole millionths, the scale of the columns.
 */
export function controlTotals(rows: StagedRows): ControlTotals {
  const sent = new Map<string, string>();
  for (const table of STAGED_TABLES) {
    sent.set(`${table}.row_count`, `${rows[table].length}`);
    for (const column of SUMMED[table] ?? []) sent.set(`${table}.${column}`, decimalOf(sum(rows[table], column)));
  }
  return { sent, query: HELD };
}

const HELD = `SELECT * FROM ${STAGED_TABLES.map((table) => {
  const sums = (SUMMED[table] ?? []).map((column) => `SUM(${column}) AS "${table}.${column}"`);
  return `(SELECT ${[`COUNT(*) AS "${table}.row_count"`, ...sums].join(", ")} FROM staged_${table}) AS ${table}_totals`;
}).join(" CROSS JOIN ")}`;

const SCALE = 6;

function sum(rows: readonly Row[], column: string): bigint {
  let total = 0n;
  for (const row of rows) {
    const cell = row[column];
    if (cell !== null && cell !== undefined) total += scaled(`${cell}`, SCALE);
  }
  return total;
}

function decimalOf(total: bigint): string {
  const digits = `${total < 0n ? -total : total}`.padStart(SCALE + 1, "0");
  return `${total < 0n ? "-" : ""}${digits.slice(0, -SCALE)}.${digits.slice(-SCALE)}`;
}
