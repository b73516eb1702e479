import { WarehouseError } from "../warehouse.js";

/** A check that the staged rows of a load must pass: `select` gives, as `what`, whatever breaks it. */
interface StagedCheck {
  readonly id: string;
  readonly asks: string;
  readonly select: string;
}

const orphans = (table: string) =>
  `SELECT DISTINCT report_id AS what FROM staged_${table} WHERE report_id NOT IN (SELECT report_id FROM staged_dim_report)`;

/**
 * What no column constraint can say of a load, asked of its staged rows before they touch the warehouse. Values and keys of single tables are
 * the schema's own constraints (CHECK, PRIMARY KEY); what was sent against what arrived are the control totals.
 */
export const STAGED_CHECKS: readonly StagedCheck[] = [
  {
    id: "indicators-have-report",
    asks: "Each indicator belongs to a report of the load.",
    select: orphans("fact_indicator"),
  },
  { id: "funds-have-report", asks: "Each fund row belongs to a report of the load.", select: orphans("fact_fund") },
  { id: "goals-have-report", asks: "Each goal belongs to a report of the load.", select: orphans("fact_goal") },
  { id: "scores-have-report", asks: "Each stated score belongs to a report of the load.", select: orphans("fact_stated_score") },
  { id: "findings-have-report", asks: "Each finding belongs to a report of the load.", select: orphans("fact_finding") },
  { id: "records-have-report", asks: "Each whole record belongs to a report of the load.", select: orphans("report_record") },
  {
    id: "indicators-have-name",
    asks: "Each indicator row points to its name in dim_indicator.",
    select:
      "SELECT DISTINCT indicator_id AS what FROM staged_fact_indicator WHERE indicator_id NOT IN (SELECT indicator_id FROM staged_dim_indicator)",
  },
  {
    id: "reports-have-unit",
    asks: "Each report that names a unit points to it in dim_unit.",
    select:
      "SELECT DISTINCT unit_id AS what FROM staged_dim_report WHERE unit_id IS NOT NULL AND unit_id NOT IN (SELECT unit_id FROM staged_dim_unit)",
  },
  {
    id: "reports-have-file",
    asks: "Each report was read from a file of the load that has its content.",
    select: `SELECT r.report_id AS what FROM staged_dim_report r
      WHERE NOT EXISTS (SELECT 1 FROM staged_source_file s WHERE s.sha256 = r.sha256 AND s.outcome = 'read')`,
  },
];

/** Checks that are made while rows travel and arrive, beside {@link STAGED_CHECKS}. */
export const TRAVEL_CHECKS: readonly Omit<StagedCheck, "select">[] = [
  { id: "control-totals", asks: "Rows and sums of figures are, table by table, what was sent." },
  { id: "rows-inserted", asks: "Every staged row of a new report is inserted." },
];

/** A load that failed a check. It was rolled back whole. */
export class LoadRefused extends WarehouseError {
  readonly check: string;

  constructor(check: string, what: readonly string[]) {
    const { asks } = [...STAGED_CHECKS, ...TRAVEL_CHECKS].find(({ id }) => id === check)!;
    const shown = what.slice(0, 3).join("; ");
    super(
      `The load was refused by the check ${check} (${asks}): ${shown}${what.length > 3 ? "; …" : ""}. ` +
        "Nothing of it stands in the warehouse. Load the documents one at a time (--batch 1) to find the one concerned, and report it as a defect.",
    );
    this.check = check;
  }
}
