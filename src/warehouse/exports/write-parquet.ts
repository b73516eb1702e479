import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Moment } from "../archive.js";

/** Tables whose rows are a report's: they are parted by its fiscal year. */
const BY_YEAR = ["dim_report", "fact_indicator", "fact_fund", "fact_goal", "fact_stated_score", "fact_finding", "finding_history"] as const;
const WHOLE = ["load", "source_file", "dim_unit", "dim_indicator", "dim_rule"] as const;
/** What an export holds: everything but what only ziping itself needs. */
export const EXPORTED_TABLES = [...WHOLE, ...BY_YEAR] as const;

/**
 * Writes the tables of a DuckDB warehouse as they are at one moment into a folder: `NAME.parquet`, or `NAME/fiscal_year=2023/….parquet` (Hive's layout, which DuckDB,
 * Spark, pandas and Polars read). What an earlier export left of these tables there is replaced. Returns the paths.
 */
export async function writeParquet(moment: Moment, folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const table of WHOLE) {
    const path = join(folder, `${table}.parquet`);
    await moment.query(`COPY ${table} TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd)`);
    paths.push(path);
  }
  for (const table of BY_YEAR) {
    const path = join(folder, table);
    await rm(path, { recursive: true, force: true });
    const rows =
      table === "dim_report" ? table : `(SELECT t.*, r.fiscal_year FROM ${table} t LEFT JOIN dim_report r ON r.report_id = t.report_id)`;
    const layout = "FORMAT parquet, COMPRESSION zstd, PARTITION_BY (fiscal_year), WRITE_PARTITION_COLUMNS true";
    await moment.query(`COPY ${rows} TO ${quoted(path)} (${layout})`);
    paths.push(path);
  }
  return paths;
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", "''")}'`;
}
