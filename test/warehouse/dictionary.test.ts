import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  Category,
  Direction,
  FundSource,
  GradeBand,
  Operator,
  ReportKind,
  Severity,
  Source,
  StatedScore,
} from "../../src/core/record-shapes.js";
import { dictionaryPage } from "../../src/warehouse/dictionary-page.js";
import { DuckDBWarehouse } from "../../src/warehouse/duckdb-warehouse.js";
import { PostgresWarehouse } from "../../src/warehouse/postgres-warehouse.js";
import { PostgresServer } from "../services/postgres-server.js";

const server = new PostgresServer();
let duckdb: DuckDBWarehouse;
let postgres: PostgresWarehouse;
beforeAll(async () => {
  await server.start();
  postgres = new PostgresWarehouse({ url: server.url });
  await postgres.migrate();
  duckdb = await DuckDBWarehouse.open(":memory:");
});
afterAll(async () => {
  await Promise.all([postgres.close(), duckdb.close()]);
  await server.stop();
});

describe("the data dictionary", () => {
  it("is in docs/dictionary.md as the schema has it (npm run docs)", async () => {
    expect(readFileSync(join(import.meta.dirname, "..", "..", "docs", "dictionary.md"), "utf8")).toBe(await dictionaryPage());
  });

  it("says of every table, view and column what it means, the same in both databases", async () => {
    const inDuckDB = await duckdb.query(
      "SELECT table_name || '.' || column_name AS name, comment FROM duckdb_columns() WHERE NOT internal AND database_name = 'memory' ORDER BY 1",
    );
    const inPostgres = await postgres.query(
      `SELECT c.relname || '.' || a.attname AS name, col_description(c.oid, a.attnum) AS comment
       FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v') AND a.attnum > 0 ORDER BY 1`,
    );
    expect(inDuckDB.filter(({ comment }) => !comment)).toEqual([]);
    const byName = (rows: typeof inDuckDB) => Object.fromEntries(rows.map(({ name, comment }) => [name, comment]));
    expect(byName(inPostgres)).toEqual(byName(inDuckDB));
    expect(await duckdb.query("SELECT view_name FROM duckdb_views() WHERE NOT internal AND comment IS NULL")).toEqual([]);
    expect(await duckdb.query("SELECT table_name FROM duckdb_tables() WHERE NOT temporary AND comment IS NULL")).toEqual([]);
  });
});

describe("the values that columns may hold", () => {
  it.each([
    ["dim_report", "kind", ReportKind.options],
    ["dim_report", "grade_band", GradeBand.options],
    ["dim_report", "text_layer", Source.shape.textLayer.unwrap().options],
    ["dim_indicator", "category", Category.options],
    ["dim_rule", "severity", Severity.options],
    ["fact_indicator", "direction", Direction.options],
    ["fact_indicator", "target_operator", Operator.options],
    ["fact_fund", "source", FundSource.options],
    ["fact_stated_score", "scope", StatedScore.shape.scope.options],
    ["fact_finding", "severity", Severity.options],
  ])("are those of the record's schema: %s.%s", async (table, column, options) => {
    const checks = await duckdb.query(
      "SELECT constraint_text AS text FROM duckdb_constraints() WHERE table_name = $1 AND constraint_type = 'CHECK' AND contains(replace(constraint_text, chr(34), ''), $2)",
      [table, `${column} IN`],
    );
    const allowed = Array.from((checks[0]!.text as string).matchAll(/'([^']+)'/g), ([, value]) => value!);
    expect(allowed.sort()).toEqual([...options].sort());
  });
});
