import { CSV_START, csvLine } from "../../core/csv.js";
import type { Moment } from "../archive.js";
import type { Cell } from "../rows/cell.js";

/** What can be had as CSV: views that answer a question, and the tables of the 预算管理一体化 system under its own field names. */
export const CSV_EXPORTS = {
  findings: { from: "finding", order: "report_id, ordinal" },
  reports: { from: "report", order: "report_id" },
  "pm-perf-self-eval": { from: "pm_perf_self_eval", order: '"EVAL_ID"' },
  "pm-self-eval-goal": { from: "pm_self_eval_goal", order: '"EVAL_ID", "ORDER_NUM"' },
  "pm-self-eval-indicator": { from: "pm_self_eval_indicator", order: '"EVAL_ID", "ORDER_NUM"' },
  "pm-perf-self-bgt": { from: "pm_perf_self_bgt", order: '"EVAL_ID", "ORDER_NUM"' },
} as const;
export type CsvExport = keyof typeof CSV_EXPORTS;

/** The file that the budget system would upload; undefined for ziping's own views. */
export function budgetTable(name: CsvExport): string | undefined {
  return name.startsWith("pm-") ? name.toUpperCase().replaceAll("-", "_") : undefined;
}

/** The lines of an export, a chunk of rows at a time, so that its size does not matter. */
export async function* csvExport(name: CsvExport, moment: Moment): AsyncIterable<string> {
  const { from, order } = CSV_EXPORTS[name];
  const columns = await columnsOf(from, moment);
  yield CSV_START + csvLine(columns);
  for await (const rows of moment.stream(`SELECT * FROM ${from} ORDER BY ${order}`)) {
    yield rows.map((row) => csvLine(columns.map((column) => row[column] as Cell))).join("");
  }
}

/** The head stands also where no row does. */
async function columnsOf(view: string, moment: Moment): Promise<string[]> {
  const rows = await moment.query(
    "SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema() AND table_name = $1 ORDER BY ordinal_position",
    [view],
  );
  return rows.map((row) => row.column_name as string);
}
