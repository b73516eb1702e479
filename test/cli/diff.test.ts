import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Record } from "../../src/core/record.js";
import { readDocument } from "../../src/pipeline/read-document.js";
import { FolderStore } from "../../src/store/folder-store.js";
import type { Queryable } from "../../src/warehouse/archive.js";
import { DuckDBWarehouse } from "../../src/warehouse/duckdb-warehouse.js";
import { PostgresWarehouse } from "../../src/warehouse/postgres-warehouse.js";
import { judgedReports } from "../../src/warehouse/rows/judged-reports.js";
import type { JudgedDocument, Warehouse } from "../../src/warehouse/warehouse.js";
import { PostgresServer } from "../services/postgres-server.js";
import { finding } from "../warehouse/records.js";
import { reportText, scratch, ziping } from "./command-line.js";

const OLDER = { pipelineVersion: "0.0.1+forged", startedAt: new Date("2024-01-01T00:00:00Z") };
const server = new PostgresServer();
let folder: string;
/** As this version reads them: `bridge` has a total that is not the sum of its rows. */
let documents: JudgedDocument[];

beforeAll(async () => {
  await server.start();
});
afterAll(() => server.stop());

/** Writes a report and gives it as this version reads it. */
async function read(name: string, score: string): Promise<JudgedDocument> {
  const path = join(folder, `${name}.md`);
  const bytes = Buffer.from(reportText(name, score));
  writeFileSync(path, bytes);
  const records = await readDocument(bytes, `${name}.md`, { ocr: "off" });
  const file = { path, fileName: `${name}.md`, byteLength: bytes.length, modifiedAt: new Date("2025-01-01T00:00:00Z") };
  return { file, sha256: records[0]!.source.sha256, outcome: judgedReports(records) };
}

/** What an older version made of it: a score misread, a contradiction not seen, another one that is none. */
function asOlder(document: JudgedDocument): JudgedDocument {
  const [json] = (document.outcome as { records: readonly string[] }).records;
  const record: Record = JSON.parse(json!);
  const [first, ...rest] = record.indicators;
  const older: Record = {
    ...record,
    indicators: [{ ...first!, score: { raw: "7", value: "7" } }, ...rest],
    findings: [finding("weight/total-mismatch", "100", "97", { path: "/statedScores/0/fullMarks" })],
  };
  return { ...document, outcome: judgedReports([older]) };
}

describe.each(["DuckDB", "PostgreSQL"])("ziping diff of an archive in %s", (name) => {
  let target: string;
  beforeEach(async () => {
    folder = scratch();
    documents = [await read("桥梁", "40"), await read("渠道", "50")];
    target = name === "DuckDB" ? join(folder, "a.duckdb") : server.url;
    if (name === "PostgreSQL") {
      const postgres = new PostgresWarehouse({ url: server.url });
      await postgres.query("DROP SCHEMA public CASCADE");
      await postgres.query("CREATE SCHEMA public");
      await postgres.migrate();
      await postgres.close();
    }
  });

  async function within<Result>(work: (archive: Warehouse & Queryable) => Promise<Result>, keepRecords = false): Promise<Result> {
    const archive =
      name === "DuckDB" ? await DuckDBWarehouse.open(target, { keepRecords }) : new PostgresWarehouse({ url: target, keepRecords });
    try {
      return await work(archive);
    } finally {
      await archive.close();
    }
  }
  const load = (all: readonly JudgedDocument[], keepRecords = false) => within((archive) => archive.load(all, OLDER), keepRecords);
  const diff = async (...flags: string[]) => ziping(["diff", target, "--ocr", "off", "--lang", "en", "--workers", "1", ...flags]);
  const rules = () => within((archive) => archive.query("SELECT rule_id FROM fact_finding ORDER BY rule_id"));

  it("shows findings and figures that come, go and change, document by document and rule by rule, and touches nothing", async () => {
    await load([asOlder(documents[0]!), documents[1]!]);
    const { code, stdout } = await diff();
    expect(code).toBe(1);
    expect(stdout).toContain("桥梁.md");
    expect(stdout).not.toContain("渠道.md");
    expect(stdout).toMatch(/~ indicator {2}产出指标 \/ 数量指标 \/ 完成桥梁次数 {2}score {2}7 → 40/);
    expect(stdout).toMatch(/- finding {2}weight\/total-mismatch {2}total {2}100/);
    expect(stdout).toMatch(/\+ finding {2}score\/total-mismatch {2}total {2}100/);
    expect(stdout).toMatch(/2 documents judged anew, 1 differ/);
    expect(stdout).toMatch(/score\/total-mismatch\s+\+1 {2}-0 {2}~0/);
    expect(await rules()).toEqual([{ rule_id: "weight/total-mismatch" }]);
  });

  it("replaces what differs when told to, keeps the earlier findings, and then finds nothing to do", async () => {
    await load([asOlder(documents[0]!), documents[1]!]);
    expect((await diff("--apply")).code).toBe(0);
    expect((await rules()).map((row) => row.rule_id)).toContain("score/total-mismatch");
    await within(async (archive) => {
      expect(await archive.query("SELECT rule_id, pipeline_version FROM finding_history")).toEqual([
        { rule_id: "weight/total-mismatch", pipeline_version: OLDER.pipelineVersion },
      ]);
      const [figure] = await archive.query("SELECT score FROM fact_indicator ORDER BY score LIMIT 1");
      expect(Number(figure!.score)).toBe(40);
    });
    expect(await diff()).toMatchObject({ code: 0, stdout: "Everything in the warehouse was judged by this version.\n" });
  });

  it("gives every change as NDJSON and as CSV", async () => {
    await load([asOlder(documents[0]!)]);
    const lines = (await diff("--format", "ndjson")).stdout
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
    expect(lines).toHaveLength(2);
    expect(lines[0]).toMatchObject({ sha256: documents[0]!.sha256, from: "file", pipelineVersion: OLDER.pipelineVersion });
    expect(lines[0].changes).toContainEqual({
      change: "changed",
      what: "indicator",
      part: 1,
      rule: "",
      name: "产出指标 / 数量指标 / 完成桥梁次数",
      field: "score",
      before: "7",
      after: "40",
    });
    expect(lines[1].summary).toMatchObject({ compared: 1, differing: 1, gone: 0 });
    const csv = (await diff("--format", "csv")).stdout.trim().split("\r\n");
    expect(csv).toHaveLength(1 + lines[0].changes.length);
  });

  it("judges by the kept record where the file is gone, and says so where none was kept", async () => {
    await load([asOlder(documents[0]!)], true);
    rmSync(documents[0]!.file.path);
    const kept = await diff("--apply");
    expect(kept).toMatchObject({ code: 0, stdout: expect.stringMatching(/by its record/) });
    // The reading is the older one: only the rules are this version's.
    expect(kept.stdout).not.toContain("7 → 40");
    await within(async (archive) => {
      expect(await archive.query("SELECT pipeline_version FROM dim_report")).toEqual([
        { pipeline_version: expect.stringMatching(/~rules$/) },
      ]);
      expect(await archive.query("SELECT 1 AS kept FROM report_record")).toHaveLength(1);
    });
    await load([asOlder(documents[1]!)]);
    writeFileSync(documents[1]!.file.path, reportText("别的"));
    const changed = await diff("--format", "ndjson");
    expect(changed.code).toBe(3);
    expect(changed.stdout).toContain('"outOfReach":"changed"');
  });

  it("replaces nothing when any of it is refused", async () => {
    await load([asOlder(documents[0]!)]);
    const before = await rules();
    await within(async (archive) => {
      const [good, strange] = [documents[0]!, { ...documents[1]!, sha256: "f".repeat(64) }];
      const origin = { ...OLDER, pipelineVersion: "0.0.2+forged" };
      async function* batches() {
        yield { documents: [good], origin };
        yield { documents: [strange], origin };
      }
      await expect(archive.loadAll(batches())).rejects.toThrow(/reports-have-file/);
    });
    expect(await rules()).toEqual(before);
  });
});

it("reads again what was imported out of a zip, and what is an upload of the store", async () => {
  const here = scratch();
  const [zip, archive] = [join(here, "2024.zip"), join(here, "a.duckdb")];
  writeFileSync(zip, zipSync({ "县!级/桥梁.md": strToU8(reportText("桥梁", "40")), "渠道.md": strToU8(reportText("渠道")) }));
  await ziping(["import", zip, "--to", archive, "--ocr", "off"]);
  const store = await FolderStore.open(join(here, "data", "uploads"));
  const { sha256 } = await store.put(Readable.from([Buffer.from(reportText("路灯"))]), 1_000_000);
  await store.close();
  const uploaded = { path: `store:${sha256}`, fileName: "路灯.md", byteLength: 1, modifiedAt: new Date(0) };
  const warehouse = await DuckDBWarehouse.open(archive);
  await warehouse.load([{ file: uploaded, sha256, outcome: { error: { code: "corrupt", message: "x", remedy: "y" } } }], OLDER);
  for (const table of ["dim_report", "source_file"]) await warehouse.query(`UPDATE ${table} SET pipeline_version = '0.0.1+forged'`);
  await warehouse.close();
  const { stdout } = await ziping(["diff", archive, "--lang", "en", "--ocr", "off"], { ZIPING_DATA: join(here, "data") });
  expect(stdout).toMatch(/3 documents judged anew, 1 differ; 0 gone, 0 changed since/);
  expect(stdout).toMatch(/~ file {2}outcome {2}corrupt → read/);
});

it("names a warehouse that is not there", async () => {
  expect(await ziping(["diff", "absent.duckdb"])).toMatchObject({ code: 2, stderr: expect.stringMatching(/absent\.duckdb is not there/) });
});
