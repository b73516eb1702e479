import { readFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { exact } from "../../src/core/decimal.js";
import { DuckDBWarehouse } from "../../src/warehouse/duckdb-warehouse.js";
import { appendRows } from "../../src/warehouse/load/append-rows.js";
import { controlTotals } from "../../src/warehouse/load/control-totals.js";
import { mergeStaged } from "../../src/warehouse/load/merge-staged.js";
import { scaled } from "../../src/warehouse/load/scaled.js";
import { STAGED_TABLES, stagedRows } from "../../src/warehouse/load/staged-rows.js";
import { PostgresWarehouse } from "../../src/warehouse/postgres-warehouse.js";
import { PostgresServer } from "../services/postgres-server.js";
import { document, indicator, recordOf } from "./records.js";

const origin = { pipelineVersion: "1", startedAt: new Date("2025-04-01T00:00:00Z") };
const server = new PostgresServer();
let postgres: PostgresWarehouse;
beforeAll(async () => {
  await server.start();
  postgres = new PostgresWarehouse({ url: server.url });
  await postgres.migrate();
});
afterAll(async () => {
  await postgres.close();
  await server.stop();
});

/** Merges one document after something befell its staged rows. */
async function mergeAfter(accident: string): Promise<void> {
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  const rows = async (statement: string) => (await connection.runAndReadAll(statement)).getRowObjectsJson();
  await connection.run(readFileSync(new URL("../../src/warehouse/schema/tables.sql", import.meta.url), "utf8"));
  const sent = stagedRows([document("a")], origin, true);
  for (const table of STAGED_TABLES) {
    await connection.run(`CREATE TEMPORARY TABLE staged_${table} AS SELECT * FROM ${table} WHERE 1 = 0`);
    const columns = (await rows(`DESCRIBE staged_${table}`)).map((row) => row.column_name as string);
    await appendRows(connection, `staged_${table}`, columns, sent[table]);
  }
  await connection.run(accident);
  await mergeStaged({ rows, run: async (statements) => (await connection.run(statements)).rowsChanged }, sent);
}

describe("a load", () => {
  it("passes when nothing befell it", async () => {
    await mergeAfter("SELECT 1");
  });

  it.each([
    ["a figure changed", "UPDATE staged_fact_indicator SET score = score + 0.000001 WHERE ordinal = 1", "control-totals"],
    ["a figure was lost", "UPDATE staged_fact_fund SET executed = NULL", "control-totals"],
    ["a row was lost", "DELETE FROM staged_fact_finding", "control-totals"],
    ["a row came twice", "INSERT INTO staged_fact_stated_score SELECT * FROM staged_fact_stated_score", "control-totals"],
    ["rows point to another report", "UPDATE staged_fact_indicator SET report_id = 'x-1'", "indicators-have-report"],
    ["a fund row points to another report", "UPDATE staged_fact_fund SET report_id = 'x-1'", "funds-have-report"],
    ["a finding points to another report", "UPDATE staged_fact_finding SET report_id = 'x-1'", "findings-have-report"],
    ["a stated score points to another report", "UPDATE staged_fact_stated_score SET report_id = 'x-1'", "scores-have-report"],
    ["a record belongs to another report", "UPDATE staged_report_record SET report_id = 'x-1'", "records-have-report"],
    ["an indicator has no name", "UPDATE staged_fact_indicator SET indicator_id = 'x'", "indicators-have-name"],
    ["a unit is not there", "UPDATE staged_dim_report SET unit_id = 'x'", "reports-have-unit"],
    ["a report has no file", "UPDATE staged_source_file SET sha256 = 'x'", "reports-have-file"],
  ])("is refused, with a remedy, when %s", async (_, accident, check) => {
    await expect(mergeAfter(accident)).rejects.toMatchObject({
      name: "WarehouseError",
      check,
      message: expect.stringMatching(/--batch 1/),
    });
  });

  it("leaves nothing behind in either database when it is refused", async () => {
    const duckdb = await DuckDBWarehouse.open(":memory:");
    const strange = document("b", [recordOf("another content")]);
    for (const one of [duckdb, postgres]) {
      await expect(one.load([document("a"), strange], origin)).rejects.toThrow(/reports-have-file.*Nothing of it stands in the warehouse/s);
      for (const table of STAGED_TABLES) expect(await one.query(`SELECT * FROM ${table}`)).toEqual([]);
    }
    await duckdb.close();
  });

  it("is refused when the database swallows rows", async () => {
    await postgres.query("CREATE FUNCTION swallow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END'");
    await postgres.query("CREATE TRIGGER swallow BEFORE INSERT ON fact_finding FOR EACH ROW EXECUTE FUNCTION swallow()");
    await expect(postgres.load([document("a")], origin)).rejects.toThrow(/rows-inserted.*fact_finding: 1 rows were staged, 0 inserted/s);
    expect(await postgres.query("SELECT * FROM dim_report")).toEqual([]);
    await postgres.query("DROP FUNCTION swallow CASCADE");
  });

  it("holds nothing in PostgreSQL that points nowhere, whoever writes it", async () => {
    await postgres.load([document("a")], origin);
    await expect(postgres.query("DELETE FROM dim_report")).rejects.toThrow(/foreign key/);
    await expect(postgres.query("UPDATE fact_indicator SET indicator_id = 'x'")).rejects.toThrow(/foreign key/);
  });
});

describe("control totals", () => {
  const decimals = fc.array(
    fc
      .tuple(fc.bigInt({ min: -(10n ** 23n), max: 10n ** 23n }), fc.integer({ min: 0, max: 6 }))
      .map(([digits, scale]) => exact(`${digits}`).div(exact(10).pow(scale)).toDecimalPlaces(6).toFixed()),
    { maxLength: 20 },
  );

  it("add figures up exactly", () => {
    fc.assert(
      fc.property(decimals, (scores) => {
        const points = scores.map((value, index) => indicator(`指标${index}`, { score: { raw: value, value } }));
        const fitting = points.filter(({ score }) => exact(score!.value).abs().lt(exact(10).pow(18)));
        const sent = stagedRows([document("a", [recordOf("a", { indicators: fitting })])], origin, false);
        const total = controlTotals(sent).sent.get("fact_indicator.score")!;
        expect(exact(total).eq(fitting.reduce((sum, { score }) => sum.plus(score!.value), exact(0)))).toBe(true);
      }),
    );
  });

  it("know a plain decimal by its last place, and refuse what a column would round", () => {
    expect([scaled("12.5", 6), scaled("-0.05", 2), scaled("7", 0)]).toEqual([12500000n, -5n, 7n]);
    expect(() => scaled("0.1234567", 6)).toThrow(RangeError);
  });
});
