import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Record } from "../../src/core/record.js";
import type { Queryable } from "../../src/warehouse/archive.js";
import { DuckDBWarehouse } from "../../src/warehouse/duckdb-warehouse.js";
import { PostgresWarehouse } from "../../src/warehouse/postgres-warehouse.js";
import type { JudgedDocument, Warehouse } from "../../src/warehouse/warehouse.js";
import { PostgresServer } from "../services/postgres-server.js";
import { document, indicator, recordOf } from "./records.js";

const server = new PostgresServer();
const origin = { pipelineVersion: "1", startedAt: new Date("2025-06-01T00:00:00Z") };
const points = (value: string) => ({ raw: value, value });
const about = recordOf("").report;

beforeAll(() => server.start());
afterAll(() => server.stop());

/** A file of one report. `on`: the file's date. */
function file(name: string, change: Partial<Record> = {}, on = "2025-03-01"): JudgedDocument {
  const made = document(name, [recordOf(name, change)]);
  return { ...made, file: { ...made.file, modifiedAt: new Date(`${on}T08:00:00Z`) } };
}

const dated = (reportDate: string | null, change: Partial<Record["report"]> = {}) => ({ report: { ...about, reportDate, ...change } });
const scored = (score: string) => ({
  indicators: [indicator("养护里程", { score: points(score) }), indicator("排水沟清理长度", { id: "i2" })],
});

describe.each(["DuckDB", "PostgreSQL"])("versions of a report in %s", (name) => {
  let warehouse: Warehouse & Queryable;
  beforeEach(async () => {
    if (name === "DuckDB") warehouse = await DuckDBWarehouse.open(":memory:");
    else {
      const postgres = new PostgresWarehouse({ url: server.url });
      await postgres.migrate();
      warehouse = postgres;
    }
  });
  afterEach(async () => {
    if (name === "PostgreSQL") {
      await warehouse.query("DROP SCHEMA public CASCADE");
      await warehouse.query("CREATE SCHEMA public");
    }
    await warehouse.close();
  });

  /** Each version with the file it came from, oldest first. */
  async function versions(...documents: readonly JudgedDocument[]) {
    await warehouse.load(documents, origin);
    const rows = await warehouse.query(
      `SELECT s.file_name, v.ordered_by, v.relation FROM report_version v JOIN source_file s ON s.sha256 = v.sha256
       ORDER BY v.version, s.file_name`,
    );
    return rows.map((row) => [row.file_name, row.ordered_by, row.relation]);
  }

  it("puts a later report date before a later file date, and tells which figures changed", async () => {
    const first = file("draft", dated("2025-02"), "2025-05-01");
    const second = file("final", { ...dated("2025-03-18"), ...scored("8") }, "2025-04-01");
    expect(await versions(second, first)).toEqual([
      ["draft.pdf", null, null],
      ["final.pdf", "report date", "revision"],
    ]);
    const changes = await warehouse.query("SELECT what, name, figure, before, after FROM version_figure WHERE change <> 'same'");
    expect(changes).toEqual([
      { what: "indicator", name: "产出指标/数量指标/养护里程", figure: "score", before: "10.000000", after: "8.000000" },
    ]);
    const [newest] = await warehouse.query("SELECT changed, added, removed FROM report_version WHERE superseded_by IS NULL");
    expect(Object.values(newest!).map(Number)).toEqual([1, 0, 0]);
  });

  it("goes by the files' dates where the reports' are the same as far as they are given, or lack in one", async () => {
    expect(await versions(file("b", dated("2025-03"), "2025-03-02"), file("a", dated("2025-03-31"), "2025-03-01"))).toEqual([
      ["a.pdf", null, null],
      ["b.pdf", "file date", "copy"],
    ]);
    expect(await versions(file("c", dated(null), "2025-03-03"))).toEqual([
      ["a.pdf", null, null],
      ["b.pdf", "file date", "copy"],
      ["c.pdf", "file date", "copy"],
    ]);
  });

  it("goes by the order of import where no date differs", async () => {
    await warehouse.load([file("z")], { ...origin, startedAt: new Date("2025-05-01T00:00:00Z") });
    expect(await versions(file("a"))).toEqual([
      ["z.pdf", null, null],
      ["a.pdf", "import order", "copy"],
    ]);
  });

  it("knows names that are written another way, and nothing else, as the same", async () => {
    const project = (projectName: string | null, unit: string, department = about.department) =>
      dated("2025-03", { projectName, unit, department });
    const rows = await versions(
      file("a", project("农村公路（二期）养护", "云溪县公路养护中心")),
      file("b", project("农村公路 (二期) 养护", " 云溪县公路养护中心")),
      file("c", project("农村公路（三期）养护", "云溪县公路养护中心")),
      file("d", project("农村公路（二期）养护", "云溪县公路养护站")),
      file("e", project(null, "云溪县公路养护中心")),
      file("f", project(null, "云溪县公路养护中心")),
      file("g", { report: { ...project("农村公路（二期）养护", "云溪县公路养护中心").report, fiscalYear: 2023 } }),
    );
    expect(rows.map(([name]) => name)).toEqual(["a.pdf", "b.pdf"]);
  });

  it("tells units of one name under different departments apart", async () => {
    const of = (department: string | null) => dated("2025-03", { department });
    const rows = await versions(
      file("a", of("云溪县交通运输局")),
      file("b", of("石桥区交通运输局")),
      file("c", of("石桥区交通运输局")),
      file("d", of(null)),
    );
    expect(rows.map(([name]) => name)).toEqual(["b.pdf", "c.pdf"]);
  });

  it("takes a department's report of a year as one report, whatever it is called", async () => {
    const whole = (title: string) => dated("2025-03", { kind: "department", projectName: null, title });
    expect(await versions(file("a", whole("部门整体支出绩效自评报告")), file("b", whole("整体支出自评报告")))).toHaveLength(2);
  });

  it("does not take doubtful readings, and rows that may be lost, for revisions", async () => {
    const doubted = indicator("养护里程", {
      score: { ...points("70"), doubt: { because: "confidence", readings: ["70", "10"] } } as never,
    });
    const scan = file("scan", { indicators: [doubted, indicator("排水沟清理长度", { id: "i2" })] }, "2025-03-02");
    const cut = file(
      "cut",
      { ...scored("10"), indicators: [indicator("养护里程")], completeness: { indicators: "unsure", funds: "sure", because: [] } as never },
      "2025-03-03",
    );
    expect(await versions(file("native"), scan, cut)).toEqual([
      ["native.pdf", null, null],
      ["scan.pdf", "file date", "unclear"],
      ["cut.pdf", "file date", "unclear"],
    ]);
    const [counts] = await warehouse.query("SELECT changed, removed, doubtful FROM report_version WHERE version = 2");
    expect(Object.values(counts!).map(Number)).toEqual([0, 0, 1]);
  });

  it("calls a version that only leaves figures out, or adds some, an extract", async () => {
    const short = file("short", { indicators: [indicator("养护里程")] }, "2025-03-02");
    expect(await versions(file("full"), short)).toEqual([
      ["full.pdf", null, null],
      ["short.pdf", "file date", "extract"],
    ]);
  });

  it("answers the queries of docs/import.md", async () => {
    await versions(file("draft", scored("9")), file("final", scored("8"), "2025-03-02"));
    const page = readFileSync(join(import.meta.dirname, "..", "..", "docs", "import.md"), "utf8");
    const queries = Array.from(page.matchAll(/```sql\n([\s\S]+?)```/g), ([, sql]) => sql!);
    expect(queries.length).toBeGreaterThan(0);
    for (const sql of queries) expect(await warehouse.query(sql)).not.toEqual([]);
  });

  it("leaves out the same content in several files, and parts of one file", async () => {
    const twice = file("a");
    const elsewhere = { ...twice, file: { ...twice.file, path: "/copy/a.pdf" } };
    const parts = [1, 2].map((part) =>
      recordOf("b", { source: { ...recordOf("b").source, part }, ...dated("2025-03", { projectName: "渠道清淤" }) }),
    );
    expect(await versions(twice, elsewhere, document("b", parts))).toEqual([]);
  });
});
