import type { Record } from "../../core/record.js";
import type { JudgedReports } from "../warehouse.js";
import { reportRows } from "./report-rows.js";

/** What is loaded of reports, out of their records. A reader process makes the same where it reads. */
export function judgedReports(records: readonly Record[]): JudgedReports {
  return { rows: records.map((record) => JSON.stringify(reportRows(record))), records: records.map((record) => JSON.stringify(record)) };
}
