import { CSV_START, csvLine } from "../../core/csv.js";
import type { Queryable } from "../archive.js";
import type { Cell } from "../rows/cell.js";

/** What can be had as CSV: views that answer a question, and the tables of the 预算管理一体化 system under its own field names. */
export const CSV_EXPORTS = {
  findings: { from: "finding", order: "report_id, ordinal" },
  reports: { from: "report", order: "report_id" },
  "pm-perf-self-eval": { from: "pm_perf_self_eval", order: '"EVAL_ID"' },
  "pm-self-eval-indicator": { from: "pm_self_eval_indicator", order: '"EVAL_ID", "ORDER_NUM"' },
  "pm-perf-self-bgt": { from: "pm_perf_self_bgt", order: '"EVAL_ID", "ORDER_NUM"' },
} as const;
export type CsvExport = keyof typeof CSV_EXPORTS;

const ROWS_PER_QUERY = 5_000;

/** The lines of an export, a chunk of rows at a time, so that its size does not matter. The rows do not change order between the chunks. */
export async function* csvExport(name: CsvExport, database: Queryable): AsyncIterable<string> {
  const { from, order } = CSV_EXPORTS[name];
  for (let offset = 0; ; offset += ROWS_PER_QUERY) {
    const rows = await database.query(`SELECT * FROM ${from} ORDER BY ${order} LIMIT ${ROWS_PER_QUERY} OFFSET ${offset}`);
    if (offset === 0) yield CSV_START + csvLine(rows[0] ? Object.keys(rows[0]) : []);
    yield rows.map((row) => csvLine(Object.values(row) as Cell[])).join("");
    if (rows.length < ROWS_PER_QUERY) return;
  }
}
