import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { DuckDBWarehouse } from "../../src/warehouse/duckdb-warehouse.js";
import { EXPORTED_TABLES } from "../../src/warehouse/exports/write-parquet.js";
import { PostgresWarehouse } from "../../src/warehouse/postgres-warehouse.js";
import type { Warehouse } from "../../src/warehouse/warehouse.js";
import { PostgresServer } from "../services/postgres-server.js";
import { document, finding, indicator, recordOf, unread } from "./records.js";

const server = new PostgresServer();
const first = { pipelineVersion: "0.1.0+aaa", startedAt: new Date("2025-04-01T00:00:00Z") };
const newer = { pipelineVersion: "0.2.0+bbb", startedAt: new Date("2025-05-01T00:00:00Z") };
let warehouse: PostgresWarehouse;

beforeAll(() => server.start());
afterAll(() => server.stop());
beforeEach(async () => {
  warehouse = new PostgresWarehouse({ url: server.url, keepRecords: true });
  await warehouse.migrate();
});
afterEach(async () => {
  await warehouse.query("DROP SCHEMA public CASCADE");
  await warehouse.query("CREATE SCHEMA public");
  await warehouse.close();
});

const count = async (table: string) => Number((await warehouse.query(`SELECT count(*) AS n FROM ${table}`))[0]!.n);

/** Every row of every table as text, sorted, without what differs from load to load. */
async function everything(from: Pick<Warehouse, never> & { query(statement: string): Promise<{ readonly [column: string]: unknown }[]> }) {
  const tables = EXPORTED_TABLES.filter((table) => table !== "load");
  const rows = tables.map(async (table) => {
    const all = await from.query(`SELECT * FROM ${table}`);
    const kept = all.map(({ load_id, replaced_by_load_id, modified_at, ...row }) => {
      const moment = modified_at === undefined ? {} : { modified_at: String(modified_at).replace(/\.0+$/, "") };
      return JSON.stringify(Object.entries({ ...row, ...moment }).map(([name, value]) => [name, value === null ? null : String(value)]));
    });
    return [table, kept.sort()];
  });
  return Object.fromEntries(await Promise.all(rows));
}

describe("the PostgreSQL warehouse", () => {
  it("holds the same rows as DuckDB after the same loads, a newer reading among them", async () => {
    const duckdb = await DuckDBWarehouse.open(":memory:", { keepRecords: true });
    const odd = recordOf("odd", {
      indicators: [indicator("制表\t符、换\n行、反\\斜与\\N")],
      findings: [finding("grade/mismatch", "优", "良")],
    });
    for (const one of [duckdb, warehouse]) {
      await one.load([document("a"), document("odd", [odd]), unread("b")], first);
      await one.load([document("a", [recordOf("a", { findings: [finding("grade/mismatch", "优", "良")] })])], newer);
    }
    expect(await everything(warehouse)).toEqual(await everything(duckdb));
    expect(await count("finding_history")).toBeGreaterThan(0);
    await duckdb.close();
  });

  it("is not changed by a second load, nor by the same document from several workers at once", async () => {
    await warehouse.load([document("a"), unread("b")], first);
    const before = await everything(warehouse);
    const workers = Array.from({ length: 4 }, () => new PostgresWarehouse({ url: server.url, keepRecords: true }));
    await Promise.all(workers.map((worker) => worker.load([document("a"), unread("b")], first)));
    await Promise.all(workers.map((worker) => worker.close()));
    expect(await everything(warehouse)).toEqual(before);
  });

  it("knows which files it has judged", async () => {
    await warehouse.load([document("a"), unread("b")], first);
    const files = [document("a").file, unread("b").file, document("c").file];
    const known = await warehouse.judged(files, first.pipelineVersion);
    expect([...known.keys()].sort()).toEqual([document("a").file.path, unread("b").file.path]);
    expect(known.get(document("a").file.path)).toMatchObject({ error: null, reports: [expect.stringMatching(/-1$/)] });
    expect((await warehouse.judged(files, newer.pipelineVersion)).size).toBe(0);
  });

  it("shows nothing of a load that was cut off, and takes it whole afterwards", async () => {
    const many = Array.from({ length: 400 }, (_, i) => document(`d${i}`));
    const load = warehouse.load(many, first);
    load.catch(() => {});
    // Found and cut off in one statement: a moment later it may be past the copying.
    const cutOff = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query ILIKE 'COPY%' AND pid <> pg_backend_pid()";
    while ((await warehouse.query(cutOff)).length === 0) await sleep(1);
    await expect(load).rejects.toThrow();
    expect(await count("dim_report")).toBe(0);
    await warehouse.load(many, first);
    expect([await count("dim_report"), await count("source_file")]).toEqual([400, 400]);
  });

  it("lets analysts read and nothing else", async () => {
    await warehouse.load([document("a")], first);
    await warehouse.query("CREATE ROLE ana LOGIN IN ROLE ziping_analyst").catch(() => {});
    const analyst = new PostgresWarehouse({ url: server.url.replace("ziping@", "ana@") });
    expect(await analyst.query("SELECT count(*) AS n FROM report")).toEqual([{ n: "1" }]);
    await expect(analyst.query("DELETE FROM dim_report")).rejects.toThrow(/permission denied/);
    await analyst.close();
  });

  it("migrates any number of times, also from several processes at once", async () => {
    await warehouse.load([document("a")], first);
    const others = Array.from({ length: 3 }, () => new PostgresWarehouse({ url: server.url }));
    await Promise.all(others.map((other) => other.migrate()));
    await Promise.all(others.map((other) => other.close()));
    expect(await count("dim_report")).toBe(1);
    await warehouse.ready();
  });

  it("leaves the tables of another version alone, and says what to do", async () => {
    await warehouse.query("UPDATE schema_version SET version = 1");
    await expect(warehouse.migrate()).rejects.toThrow(/Name another one, and import the documents anew/);
    expect(await warehouse.query("SELECT version FROM schema_version")).toEqual([{ version: 1 }]);
  });

  it("says what to do when it is away or not migrated", async () => {
    const away = new PostgresWarehouse({ url: "postgres://ziping@127.0.0.1:9/none" });
    await expect(away.ready()).rejects.toThrow(/docker compose up -d postgres/);
    await away.close();
    await warehouse.query("DROP TABLE schema_version");
    await expect(warehouse.ready()).rejects.toThrow(/ziping migrate/);
  });
});
