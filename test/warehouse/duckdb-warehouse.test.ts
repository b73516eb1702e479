import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, inject, it } from "vitest";
import { DuckDBWarehouse } from "../../src/warehouse/duckdb-warehouse.js";
import { EXPORTED_TABLES } from "../../src/warehouse/exports/write-parquet.js";
import { reportId } from "../../src/warehouse/rows/report-rows.js";
import { WarehouseError } from "../../src/warehouse/warehouse.js";
import { document, finding, indicator, recordOf, unread } from "./records.js";

const first = { pipelineVersion: "0.1.0+aaa", startedAt: new Date("2025-04-01T00:00:00Z") };
const newer = { pipelineVersion: "0.2.0+bbb", startedAt: new Date("2025-05-01T00:00:00Z") };

let folder: string;
let warehouse: DuckDBWarehouse;
beforeEach(async () => {
  mkdirSync(inject("dist"), { recursive: true });
  folder = mkdtempSync(join(inject("dist"), "warehouse-"));
  warehouse = await DuckDBWarehouse.open(join(folder, "a.duckdb"));
});
afterEach(async () => {
  await warehouse.close();
  rmSync(folder, { recursive: true });
});

const count = async (table: string) => Number((await warehouse.query(`SELECT count(*) AS n FROM ${table}`))[0]!.n);
/** Every row of every table, without what differs from load to load. */
async function everything(): Promise<unknown> {
  const tables = EXPORTED_TABLES.filter((table) => table !== "load");
  const rows = tables.map(async (table) => {
    const all = await warehouse.query(`SELECT * FROM ${table} ORDER BY ALL`);
    return [table, all.map(({ load_id, replaced_by_load_id, ...row }) => row)];
  });
  return Object.fromEntries(await Promise.all(rows));
}

describe("the DuckDB warehouse", () => {
  it("keeps decimals exact, amounts in yuan, and where each figure stands", async () => {
    await warehouse.load(
      [document("a", [recordOf("a", { indicators: [indicator("里程", { score: { raw: "13.33", value: "13.33" } })] })])],
      first,
    );
    expect(await warehouse.query("SELECT score, page_number, table_index, row_index, column_index FROM fact_indicator")).toEqual([
      { score: "13.330000", page_number: 2, table_index: 0, row_index: 3, column_index: 5 },
    ]);
    expect(await warehouse.query("SELECT executed, execution_rate FROM fact_fund")).toEqual([
      { executed: "603000.000000", execution_rate: "60.000000" },
    ]);
  });

  it("names a unit and an indicator once, however many reports tell them", async () => {
    await warehouse.load([document("a"), document("b")], first);
    await warehouse.load([document("c")], first);
    expect([await count("dim_report"), await count("dim_unit"), await count("dim_indicator")]).toEqual([3, 1, 2]);
  });

  it("keeps each report of a file that holds several", async () => {
    const parts = [1, 2].map((part) => ({ ...recordOf("a"), source: { ...recordOf("a").source, part } }));
    await warehouse.load([document("a", parts)], first);
    expect(await warehouse.query("SELECT part FROM dim_report ORDER BY part")).toEqual([{ part: 1 }, { part: 2 }]);
  });

  it("is not changed by a second load of the same documents", async () => {
    await warehouse.load([document("a"), unread("b")], first);
    const before = await everything();
    await warehouse.load([document("a"), unread("b")], first);
    expect(await everything()).toEqual(before);
    expect(await count("load")).toBe(1);
  });

  it("holds one report when two files have the same content", async () => {
    const copy = { ...document("a"), file: { ...document("a").file, path: "/in/copy.pdf" } };
    await warehouse.load([document("a"), copy], first);
    await warehouse.load([{ ...copy, file: { ...copy.file, path: "/in/third.pdf" } }], first);
    expect([await count("dim_report"), await count("fact_finding"), await count("source_file")]).toEqual([1, 1, 3]);
  });

  it("replaces what an older pipeline read, and keeps the older findings comparable", async () => {
    await warehouse.load([document("a")], first);
    const reread = recordOf("a", { findings: [finding("grade/mismatch", "优", "良")], indicators: [indicator("养护里程")] });
    await warehouse.load([document("a", [reread])], newer);
    expect(await warehouse.query("SELECT rule_id FROM fact_finding")).toEqual([{ rule_id: "grade/mismatch" }]);
    expect(await warehouse.query("SELECT rule_id, stated, pipeline_version FROM finding_history")).toEqual([
      { rule_id: "score/total-mismatch", stated: "98", pipeline_version: "0.1.0+aaa" },
    ]);
    expect([await count("dim_report"), await count("fact_indicator"), await count("source_file")]).toEqual([1, 1, 1]);
  });

  it("keeps an earlier reading when a newer pipeline fails on the file", async () => {
    await warehouse.load([document("a")], first);
    await warehouse.load([unread("a", "timeout")], newer);
    expect(await warehouse.query("SELECT outcome FROM source_file")).toEqual([{ outcome: "timeout" }]);
    expect(await count("dim_report")).toBe(1);
  });

  it("leaves nothing of a load that fails half-way", async () => {
    const broken = recordOf("b", { findings: [{ ...finding("x/y", "1", "2"), severity: "fatal" as never }] });
    await expect(warehouse.load([document("a"), document("b", [broken])], first)).rejects.toThrow(/severity/);
    expect([await count("source_file"), await count("dim_report"), await count("load")]).toEqual([0, 0, 0]);
    await warehouse.load([document("a")], first);
    expect(await count("dim_report")).toBe(1);
  });

  it("takes whatever text and figure a document holds", async () => {
    const hostile = indicator("'; DROP TABLE load; --\0\ud800", {
      score: { raw: "9".repeat(40), value: "9".repeat(40) },
      weight: { raw: "0.0900000762939453", value: "0.0900000762939453" },
      targetValue: { operator: "range", value: "8..10", unit: "%" },
    });
    await warehouse.load([document("a", [recordOf("a", { indicators: [hostile] })])], first);
    expect(await warehouse.query("SELECT score, weight, target_value, target_upper FROM fact_indicator")).toEqual([
      { score: null, weight: "0.090000", target_value: "8.000000", target_upper: "10.000000" },
    ]);
    expect(await warehouse.query("SELECT level3 FROM dim_indicator")).toEqual([{ level3: "'; DROP TABLE load; --\ufffd\ufffd" }]);
  });

  it("knows which files it has judged and which are due: changed, judged by another pipeline, or timed out", async () => {
    await warehouse.load([document("a"), unread("b"), unread("c", "timeout")], first);
    const files = ["a", "b", "c", "d"].map((name) => document(name).file);
    const known = await warehouse.judged(files, first.pipelineVersion);
    expect([...known.keys()].sort()).toEqual(["/in/a.pdf", "/in/b.pdf"]);
    expect(known.get("/in/a.pdf")).toEqual({
      sha256: recordOf("a").source.sha256,
      error: null,
      reports: [reportId(recordOf("a").source.sha256)],
    });
    expect(known.get("/in/b.pdf")).toMatchObject({ error: { code: "encrypted" }, reports: [] });
    expect(await warehouse.judged(files, newer.pipelineVersion)).toEqual(new Map());
    const touched = { ...files[0]!, modifiedAt: new Date("2025-03-02T00:00:00Z") };
    expect(await warehouse.judged([touched], first.pipelineVersion)).toEqual(new Map());
  });

  it("has a file that could not be opened as due, and forgets that once it is read", async () => {
    const { file, outcome } = unread("a", "corrupt");
    await warehouse.load([{ file, sha256: null, outcome }, document("b")], first);
    expect([...(await warehouse.judged([file, document("b").file], first.pipelineVersion)).keys()]).toEqual(["/in/b.pdf"]);
    await warehouse.load([document("a")], first);
    expect(await warehouse.query("SELECT path, outcome FROM source_file ORDER BY path")).toEqual([
      { path: "/in/a.pdf", outcome: "read" },
      { path: "/in/b.pdf", outcome: "read" },
    ]);
  });

  it("forgets that a folder or a zip could not be opened once a file within it is read", async () => {
    const { outcome, file } = unread("a", "corrupt");
    const refused = ["/in", "/in/b.pdf", "/elsewhere", "/i", "/in/b.pd"].map((path) => ({
      file: { ...file, path },
      sha256: null,
      outcome,
    }));
    await warehouse.load(refused, first);
    const [within] = [document("b")].map((one) => ({ ...one, file: { ...one.file, path: "/in/b.pdf!2023/b.pdf" } }));
    await warehouse.load([within!], first);
    expect(await warehouse.query("SELECT path FROM unread_file ORDER BY path")).toEqual(
      ["/elsewhere", "/i", "/in/b.pd"].map((path) => ({ path })),
    );
  });

  it("keeps the whole records when asked to", async () => {
    await warehouse.close();
    warehouse = await DuckDBWarehouse.open(join(folder, "b.duckdb"), { keepRecords: true });
    await warehouse.load([document("a")], first);
    const [row] = await warehouse.query("SELECT record FROM report_record");
    expect(JSON.parse(row!.record as string)).toEqual(recordOf("a"));
  });

  it("compresses the records that it keeps", async () => {
    await warehouse.close();
    const file = join(folder, "b.duckdb");
    warehouse = await DuckDBWarehouse.open(file, { keepRecords: true });
    const text = Array.from({ length: 1000 }, (_, i) => `第${i}座桥养护一次。`).join("");
    const documents = Array.from({ length: 100 }, (_, i) =>
      document(`d${i}`, [recordOf(`d${i}`, { sections: [{ heading: "正文", level: 1, text: `${i}${text}` }] })]),
    );
    await warehouse.load(documents, first);
    await warehouse.close();
    warehouse = await DuckDBWarehouse.open(file, { readOnly: true });
    const [stored] = await warehouse.query(
      "SELECT compression FROM pragma_storage_info('report_record') WHERE column_name = 'record' AND segment_type = 'VARCHAR'",
    );
    expect(stored).toEqual({ compression: "ZSTD" });
  });

  it("is whole in a copy by COPY FROM DATABASE, which leaves free space behind", async () => {
    await warehouse.load([document("a"), unread("b")], first);
    const [{ name } = {}] = await warehouse.query("SELECT database_name AS name FROM duckdb_databases() WHERE path LIKE '%a.duckdb'");
    const file = join(folder, "small.duckdb");
    await warehouse.query(`ATTACH '${file}' AS small (STORAGE_VERSION 'v1.2.0')`);
    await warehouse.query(`COPY FROM DATABASE ${name} TO small`);
    await warehouse.query("DETACH small");
    const before = await everything();
    await warehouse.close();
    warehouse = await DuckDBWarehouse.open(file);
    expect(await everything()).toEqual(before);
    await warehouse.load([document("c")], first);
    expect(await count("report")).toBe(2);
  });

  it("is there again when opened anew, also for reading alone", async () => {
    await warehouse.load([document("a")], first);
    await warehouse.close();
    warehouse = await DuckDBWarehouse.open(join(folder, "a.duckdb"), { readOnly: true });
    expect(await count("report")).toBe(1);
    await expect(warehouse.load([document("b")], first)).rejects.toThrow();
  });

  it("shows nothing of a load before it is whole", async () => {
    const loading = warehouse.load(
      Array.from({ length: 50 }, (_, i) => document(`d${i}`)),
      first,
    );
    const seen = new Set<number>();
    let over = false;
    void loading.finally(() => {
      over = true;
    });
    while (!over) seen.add(await count("dim_report"));
    await loading;
    seen.add(await count("dim_report"));
    expect([...seen].filter((reports) => reports !== 0)).toEqual([50]);
  });

  it("has the views of this version also where an older one made the file and it is only read", async () => {
    await warehouse.load([document("a")], first);
    await warehouse.query("DROP VIEW report_to_review");
    await warehouse.query("UPDATE schema_version SET definition = 'older'");
    await warehouse.close();
    warehouse = await DuckDBWarehouse.open(join(folder, "a.duckdb"), { readOnly: true });
    expect(await count("report_to_review")).toBe(1);
    await expect(warehouse.load([document("b")], first)).rejects.toThrow();
  });

  it("writes no views where tables alone are asked, nor where it cannot", async () => {
    await warehouse.load([document("a")], first);
    await warehouse.query("UPDATE schema_version SET definition = 'older'");
    await warehouse.close();
    const file = join(folder, "a.duckdb");
    const definition = async () => (await warehouse.query("SELECT definition FROM schema_version"))[0]!.definition;
    warehouse = await DuckDBWarehouse.open(file, { readOnly: true, tablesOnly: true });
    expect(await definition()).toBe("older");
    await warehouse.close();

    // While another process reads it, nobody can write to it.
    const code = `import("@duckdb/node-api").then(async ({ DuckDBInstance }) => {
      globalThis.held = await DuckDBInstance.create(${JSON.stringify(file)}, { access_mode: "READ_ONLY" });
      console.log("open");
      process.stdin.resume();
    })`;
    const other = spawn(process.execPath, ["-e", code], { stdio: ["pipe", "pipe", "inherit"] });
    try {
      await once(other.stdout, "data");
      warehouse = await DuckDBWarehouse.open(file, { readOnly: true });
      expect([await definition(), await count("dim_report")]).toEqual(["older", 1]);
    } finally {
      other.stdin.end();
      await once(other, "close");
    }
  });

  it("refuses a file that is no warehouse, and a folder that is not there, with a remedy", async () => {
    await warehouse.query("DROP TABLE schema_version");
    await warehouse.close();
    await expect(DuckDBWarehouse.open(join(folder, "a.duckdb"))).rejects.toThrow(WarehouseError);
    await expect(DuckDBWarehouse.open(join(folder, "absent", "a.duckdb"))).rejects.toThrow(/Name a file in a folder that exists/);
    warehouse = await DuckDBWarehouse.open(join(folder, "c.duckdb"));
  });
});
