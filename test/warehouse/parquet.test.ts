import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DuckDBWarehouse } from "../../src/warehouse/duckdb-warehouse.js";
import { EXPORTED_TABLES } from "../../src/warehouse/exports/write-parquet.js";
import { PostgresWarehouse } from "../../src/warehouse/postgres-warehouse.js";
import { PostgresServer } from "../services/postgres-server.js";
import { document, finding, indicator, recordOf, unread } from "./records.js";

const server = new PostgresServer();
const scratch = mkdtempSync(join(tmpdir(), "ziping-parquet-"));
const origin = { pipelineVersion: "1", startedAt: new Date("2025-04-01T00:00:00Z") };
const odd = '制表\t符、换\n行、"引号"、逗,号、反\\斜与\\N';
let duckdb: DuckDBWarehouse;
let postgres: PostgresWarehouse;

const ofYear = (name: string, fiscalYear: number | null) => {
  const record = recordOf(name);
  return { ...record, report: { ...record.report, fiscalYear } };
};

beforeAll(async () => {
  await server.start();
  postgres = new PostgresWarehouse({ url: server.url });
  await postgres.migrate();
  duckdb = await DuckDBWarehouse.open(":memory:");
  const strange = {
    ...ofYear("d", 2023),
    indicators: [indicator(odd, { deviationReason: "" })],
    findings: [finding("grade/mismatch", odd, "-0.000001")],
    tables: [{ caption: "", rows: [["年度总体目标", odd, "完成情况", odd].map((text) => ({ text, rowSpan: 1, colSpan: 1 }))] }],
  };
  const documents = [
    document("a", [ofYear("a", 2022)]),
    document("b", [ofYear("b", 2023)]),
    document("c", [ofYear("c", null)]),
    document("d", [strange]),
    unread("e"),
  ];
  for (const one of [postgres, duckdb]) {
    await one.describeRules([{ id: "grade/mismatch", severity: "error", title: { zh: "等级", en: "Grade" }, source: "—" }]);
    await one.load(documents, origin);
    await one.load([document("b", [{ ...ofYear("b", 2023), findings: [] }])], { ...origin, pipelineVersion: "2" });
  }
});
afterAll(async () => {
  await Promise.all([duckdb.close(), postgres.close()]);
  await server.stop();
  rmSync(scratch, { recursive: true, force: true });
});

describe.each(["DuckDB", "PostgreSQL"])("Parquet from %s", (name) => {
  const folder = join(scratch, `${name}'s export`);
  const source = () => (name === "DuckDB" ? duckdb : postgres);
  const read = (table: string, columns = "*") => {
    const files = existsSync(join(folder, table)) ? join(folder, table, "**", "*.parquet") : join(folder, `${table}.parquet`);
    return duckdb.query(`SELECT ${columns} FROM read_parquet('${files.replaceAll("'", "''")}', hive_partitioning = false) ORDER BY ALL`);
  };

  it("reads back the same, row by row, whatever text and figure they hold", async () => {
    expect(await source().exportParquet(folder)).toHaveLength(EXPORTED_TABLES.length);
    for (const table of EXPORTED_TABLES) {
      const columns = (await duckdb.query(`DESCRIBE ${table}`)).map((row) => row.column_name).join(", ");
      const rows = await source().query(`SELECT ${columns} FROM ${table}`);
      const lines = (all: readonly object[]) => all.map((row) => JSON.stringify(Object.values(row).map(comparable))).sort();
      expect([table, lines(await read(table, columns))]).toEqual([table, lines(rows)]);
    }
    expect((await read("finding_history")).length).toBe(1);
  });

  it("lies in folders by fiscal year, those of no year apart", async () => {
    const [row] = await duckdb.query(
      `SELECT string_agg(DISTINCT CAST(fiscal_year AS VARCHAR), ' ' ORDER BY CAST(fiscal_year AS VARCHAR)) AS years, count(*) AS n,
         count(*) FILTER (WHERE fiscal_year IS NULL) AS yearless FROM read_parquet('${folder.replaceAll("'", "''")}/fact_finding/**/*.parquet')`,
    );
    expect(row).toMatchObject({ years: "2022 2023", n: "3", yearless: "1" });
    expect(existsSync(join(folder, "fact_finding", "fiscal_year=2022"))).toBe(true);
  });

  it("replaces what an earlier export left", async () => {
    await source().exportParquet(folder);
    expect((await read("dim_report")).length).toBe(4);
  });
});

it.each(["DuckDB", "PostgreSQL"])("what is loaded into %s meanwhile stands in all tables of an export or in none", async (name) => {
  const source = name === "DuckDB" ? duckdb : postgres;
  const folder = join(scratch, `${name} while it is loaded`);
  const loads = async () => {
    for (let i = 0; i < 12; i++) await source.load([document(`${name} ${i}`)], origin);
  };
  await Promise.all([loads(), source.exportParquet(folder)]);
  const files = (table: string) => `read_parquet('${folder}/${table}', hive_partitioning = false)`;
  const [apart] = await duckdb.query(
    `SELECT count(*) AS n FROM ${files("dim_report/**/*.parquet")} r
     WHERE r.sha256 NOT IN (SELECT sha256 FROM ${files("source_file.parquet")} WHERE sha256 IS NOT NULL)
       OR r.report_id NOT IN (SELECT report_id FROM ${files("fact_fund/**/*.parquet")})`,
  );
  expect(apart).toEqual({ n: "0" });
});

/** Times are told with or without zeros behind the second. */
function comparable(value: unknown): string | null {
  if (value === null) return null;
  return String(value)
    .replace(/^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\.?0*$/, "$1")
    .replace(/^(\d{4}-.* .*\.\d+?)0+$/, "$1");
}
