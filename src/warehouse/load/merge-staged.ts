import { schemaFile } from "../schema.js";
import { controlTotals } from "./control-totals.js";
import { LoadRefused, STAGED_CHECKS } from "./load-checks.js";
import type { StagedRows } from "./staged-rows.js";

/** The connection of a load, within its transaction. */
export interface LoadConnection {
  /** Runs statements; resolves to the number of rows that the last one changed. */
  run(statements: string): Promise<number>;
  rows(statement: string): Promise<{ readonly [column: string]: unknown }[]>;
}

/** What is new in a dimension is added; what is known stays. */
const DIMENSIONS = { dim_unit: "unit_id", dim_indicator: "indicator_id" } as const;
const OF_REPORTS = ["fact_indicator", "fact_fund", "fact_goal", "fact_stated_score", "fact_finding", "report_record"] as const;

/**
 * Merges what is staged into the warehouse. Refuses a load whose staged rows are not those that were sent, point nowhere, or do not arrive
 * whole: a LoadRefused, which the caller's ROLLBACK follows.
 */
export async function mergeStaged(connection: LoadConnection, sent: StagedRows): Promise<void> {
  await checkTotals(connection, sent);
  await checkKeys(connection);
  await connection.run(DROP_KNOWN);
  // Without an earlier reading, which is the rule, nothing has to be looked for in the large tables.
  const earlier = "SELECT 1 AS earlier FROM dim_report WHERE sha256 IN (SELECT sha256 FROM staged_dim_report) LIMIT 1";
  if ((await connection.rows(earlier)).length > 0) await connection.run(schemaFile("replace"));
  await connection.run(ADD_DIMENSIONS);
  const [staged] = await connection.rows(STAGED_COUNTS);
  for (const [table, what] of Object.entries(INSERTED)) {
    const inserted = await connection.run(`INSERT INTO ${table} SELECT * ${what}`);
    if (inserted !== Number(staged![table]))
      throw new LoadRefused("rows-inserted", [`${table}: ${staged![table]} rows were staged, ${inserted} inserted`]);
  }
}

// Statements go together where nothing is asked of them in between: each way to the database and back counts with a load of a few documents.
const DROP_KNOWN = `${schemaFile("drop-known")}
INSERT INTO load SELECT * FROM staged_load WHERE EXISTS (SELECT 1 FROM staged_source_file) OR EXISTS (SELECT 1 FROM staged_dim_report)`;

/** With them goes what could not be opened then and is open now: a file, or the folder or zip of one (`ZIP!PATH`). */
const ADD_DIMENSIONS = [
  "DELETE FROM source_file WHERE source_file_id IN (SELECT source_file_id FROM staged_source_file)",
  `DELETE FROM source_file WHERE sha256 IS NULL AND EXISTS (
    SELECT 1 FROM staged_source_file n WHERE n.sha256 IS NOT NULL
      AND (n.path = source_file.path OR (starts_with(n.path, source_file.path) AND substr(n.path, length(source_file.path) + 1, 1) IN ('/', '!', chr(92))))
  )`,
  ...Object.entries(DIMENSIONS).map(
    ([table, key]) =>
      `INSERT INTO ${table} SELECT DISTINCT s.* FROM staged_${table} s WHERE NOT EXISTS (SELECT 1 FROM ${table} d WHERE d.${key} = s.${key})`,
  ),
].join(";\n");

/** What is inserted whole into each table, in an order that leaves no row pointing nowhere. */
const INSERTED: { readonly [table: string]: string } = {
  dim_report: "FROM staged_dim_report",
  ...Object.fromEntries(
    OF_REPORTS.map((table) => [table, `FROM staged_${table} WHERE report_id IN (SELECT report_id FROM staged_dim_report)`]),
  ),
  source_file: "FROM staged_source_file",
};
const STAGED_COUNTS = `SELECT ${Object.entries(INSERTED)
  .map(([table, what]) => `(SELECT COUNT(*) ${what}) AS ${table}`)
  .join(", ")}`;

/** The control totals of what was sent against those of what the database holds of it. */
async function checkTotals(connection: LoadConnection, sent: StagedRows): Promise<void> {
  const totals = controlTotals(sent);
  const [held] = await connection.rows(totals.query);
  const differing = [...totals.sent].filter(([name, total]) => plain(held![name]) !== plain(total));
  if (differing.length > 0)
    throw new LoadRefused(
      "control-totals",
      differing.map(([name, total]) => `${name}: ${plain(total)} were sent, ${plain(held![name])} arrived`),
    );
}

async function checkKeys(connection: LoadConnection): Promise<void> {
  const each = STAGED_CHECKS.map(
    ({ id, select }) => `SELECT '${id}' AS failed, CAST(what AS VARCHAR) AS what FROM (${select}) AS ${id.replaceAll("-", "_")}`,
  );
  const failed = await connection.rows(`${each.join(" UNION ALL ")} LIMIT 20`);
  const [first] = failed;
  if (first)
    throw new LoadRefused(
      first.failed as string,
      failed.filter((row) => row.failed === first.failed).map((row) => `${row.what}`),
    );
}

/** `12.500000` and `12.5` are one figure. */
function plain(total: unknown): string {
  const text = `${total ?? 0}`;
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
