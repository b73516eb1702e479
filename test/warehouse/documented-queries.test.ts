import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Queryable } from "../../src/warehouse/archive.js";
import { DuckDBWarehouse } from "../../src/warehouse/duckdb-warehouse.js";
import { PostgresWarehouse } from "../../src/warehouse/postgres-warehouse.js";
import { PostgresServer } from "../services/postgres-server.js";
import { document, finding, indicator, recordOf, unread } from "./records.js";

const docs = (name: string) => readFileSync(join(import.meta.dirname, "..", "..", "docs", name), "utf8");
const page = docs("queries.md");
const queries = Array.from(page.matchAll(/^(.+)\n\n```sql\n([\s\S]+?)```/gm), ([, title, sql]) => [title!, sql!] as const);

/** An archive in which each documented query has something to find. */
const inflated = finding("score/full-though-unmet", "10", "8", { subject: "养护里程" });
const wrongGrade = finding("grade/mismatch", "优", "良", { subject: "grade" });
const doubled = indicator("培训人次", {
  actual: "120个",
  actualValue: { operator: "=", value: "120", unit: "个" },
});
const many = ["一", "二", "三", "四", "五"].map((name, index) => indicator(name, { id: `i${index + 1}` }));
const documents = [
  document("a", [recordOf("a", { findings: [inflated, wrongGrade], indicators: [...many, doubled] })]),
  document("b", [recordOf("b", { findings: [], report: { ...recordOf("b").report, fiscalYear: 2023 } })]),
  unread("c"),
];

const server = new PostgresServer();
let warehouse: DuckDBWarehouse;
let postgres: PostgresWarehouse;
beforeAll(async () => {
  await server.start();
  postgres = new PostgresWarehouse({ url: server.url });
  await postgres.migrate();
  warehouse = await DuckDBWarehouse.open(":memory:");
  const startedAt = new Date("2025-04-01T00:00:00Z");
  for (const one of [warehouse, postgres]) {
    await one.describeRules([
      { id: "score/full-though-unmet", severity: "error", title: { zh: "未达目标却得满分", en: "Full marks though unmet" }, source: "x" },
    ]);
    await one.load([document("a", [recordOf("a")])], { pipelineVersion: "0.1.0+old", startedAt });
    await one.load(documents, { pipelineVersion: "0.2.0+new", startedAt });
  }
});
afterAll(async () => {
  await Promise.all([warehouse.close(), postgres.close()]);
  await server.stop();
});

/** Columns whose names one database or the other would print in its own way are compared as text; rows in any order. */
const asText = (rows: Awaited<ReturnType<Queryable["query"]>>) =>
  rows
    .map((row) =>
      Object.entries(row)
        .map(([name, value]) => `${name}=${value === null ? "" : Number.isFinite(Number(value)) ? Number(value).toFixed(3) : value}`)
        .join(),
    )
    .sort();

describe("docs/queries.md", () => {
  it("has queries", () => {
    expect(queries.length).toBeGreaterThanOrEqual(12);
  });

  it.each(queries)("has a query that finds the same in both databases: %s", async (_, sql) => {
    const found = await warehouse.query(sql);
    expect(found).not.toEqual([]);
    expect(asText(await postgres.query(sql))).toEqual(asText(found));
  });

  it("adds up inflated scores by unit and year, and counts reports once", async () => {
    const rows = await warehouse.query(
      "SELECT fiscal_year, reports, inflated_reports, inflation FROM inflation_by_unit ORDER BY fiscal_year",
    );
    expect(rows).toEqual([
      { fiscal_year: 2023, reports: "1", inflated_reports: "0", inflation: "0.000000" },
      { fiscal_year: 2024, reports: "1", inflated_reports: "1", inflation: "2.000000" },
    ]);
  });

  it("sets money against output without counting a 其中 row twice", async () => {
    await warehouse.load(
      [
        document("d", [
          recordOf("d", {
            indicators: [indicator("甲"), indicator("其中：乙", { id: "i2", partOf: "i1", score: { raw: "0", value: "0" } })],
          }),
        ]),
      ],
      { pipelineVersion: "0.2.0+new", startedAt: new Date("2025-04-02T00:00:00Z") },
    );
    const rows = await warehouse.query("SELECT output_weight, output_percent FROM execution_against_output WHERE output_weight = 10");
    expect(rows).toEqual([{ output_weight: "10.000000", output_percent: 100 }]);
  });

  it("draws every table of the schema in docs/warehouse.md", async () => {
    const tables = await warehouse.query("SELECT table_name AS name FROM duckdb_tables() WHERE NOT temporary");
    const unnamed = tables.map(({ name }) => name as string).filter((name) => !docs("warehouse.md").includes(`\`${name}\``));
    expect(unnamed.filter((name) => !["schema_version", "report_record"].includes(name))).toEqual([]);
  });
});
