import { schemaFile } from "../schema.js";
import { controlTotals } from "./control-totals.js";
import { refuse, STAGED_CHECKS } from "./load-checks.js";
import type { StagedRows, StagedTable } from "./staged-rows.js";

/** The connection of a load, within its transaction. */
export interface LoadConnection {
  /** Runs statements; resolves to the number of rows that the last one changed. */
  run(statements: string): Promise<number>;
  rows(statement: string): Promise<{ readonly [column: string]: unknown }[]>;
}

/** What is new in a dimension is added; what is known stays. */
const DIMENSIONS = { dim_unit: "unit_id", dim_indicator: "indicator_id" } as const;
const OF_REPORTS = ["fact_indicator", "fact_fund", "fact_stated_score", "fact_finding", "report_record"] as const;

/**
 * Merges what is staged into the warehouse. Refuses a load whose staged rows are not those that were sent, point nowhere, or do not arrive
 * whole: a LoadRefused, which the caller's ROLLBACK follows.
 */
export async function mergeStaged(connection: LoadConnection, sent: StagedRows): Promise<void> {
  await checkTotals(connection, sent);
  await checkKeys(connection);
  await connection.run(schemaFile("drop-known"));
  await connection.run(
    "INSERT INTO load SELECT * FROM staged_load WHERE EXISTS (SELECT 1 FROM staged_source_file) OR EXISTS (SELECT 1 FROM staged_dim_report)",
  );
  // Without an earlier reading, which is the rule, nothing has to be looked for in the large tables.
  const earlier = "SELECT 1 AS earlier FROM dim_report WHERE sha256 IN (SELECT sha256 FROM staged_dim_report) LIMIT 1";
  if ((await connection.rows(earlier)).length > 0) await connection.run(schemaFile("replace"));
  await connection.run("DELETE FROM source_file WHERE source_file_id IN (SELECT source_file_id FROM staged_source_file)");
  // What could not be opened then is open now.
  await connection.run(
    "DELETE FROM source_file WHERE sha256 IS NULL AND path IN (SELECT path FROM staged_source_file WHERE sha256 IS NOT NULL)",
  );
  for (const [table, key] of Object.entries(DIMENSIONS)) {
    await connection.run(
      `INSERT INTO ${table} SELECT DISTINCT s.* FROM staged_${table} s WHERE NOT EXISTS (SELECT 1 FROM ${table} d WHERE d.${key} = s.${key})`,
    );
  }
  await insertWhole(connection, "dim_report", "TRUE");
  for (const table of OF_REPORTS) await insertWhole(connection, table, "report_id IN (SELECT report_id FROM staged_dim_report)");
  await insertWhole(connection, "source_file", "TRUE");
}

/** The control totals of what was sent against those of what the database holds of it. */
async function checkTotals(connection: LoadConnection, sent: StagedRows): Promise<void> {
  for (const { table, totals, query } of controlTotals(sent)) {
    const [held] = await connection.rows(query);
    const differing = Object.entries(totals).filter(([name, total]) => plain(held![name]) !== plain(total));
    for (const [name, total] of differing)
      refuse("control-totals", [`${table}.${name}: ${plain(total)} were sent, ${plain(held![name])} arrived`]);
  }
}

async function checkKeys(connection: LoadConnection): Promise<void> {
  const each = STAGED_CHECKS.map(
    ({ id, select }) => `SELECT '${id}' AS failed, CAST(what AS VARCHAR) AS what FROM (${select}) AS ${id.replaceAll("-", "_")}`,
  );
  const failed = await connection.rows(`${each.join(" UNION ALL ")} LIMIT 20`);
  const [first] = failed;
  if (first)
    refuse(
      first.failed as string,
      failed.filter((row) => row.failed === first.failed).map((row) => `${row.what}`),
    );
}

async function insertWhole(connection: LoadConnection, table: StagedTable, where: string): Promise<void> {
  const [staged] = await connection.rows(`SELECT COUNT(*) AS n FROM staged_${table} WHERE ${where}`);
  const inserted = await connection.run(`INSERT INTO ${table} SELECT * FROM staged_${table} WHERE ${where}`);
  if (inserted !== Number(staged!.n)) refuse("rows-inserted", [`${table}: ${staged!.n} rows were staged, ${inserted} inserted`]);
}

/** `12.500000` and `12.5` are one figure. */
function plain(total: unknown): string {
  const text = `${total ?? 0}`;
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
