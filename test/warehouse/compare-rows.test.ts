import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Record } from "../../src/core/record.js";
import { archivedContents } from "../../src/warehouse/anew/archived-contents.js";
import { type Change, compareRows, contentRows } from "../../src/warehouse/anew/compare-rows.js";
import type { Queryable } from "../../src/warehouse/archive.js";
import { DuckDBWarehouse } from "../../src/warehouse/duckdb-warehouse.js";
import { PostgresWarehouse } from "../../src/warehouse/postgres-warehouse.js";
import { reportRows } from "../../src/warehouse/rows/report-rows.js";
import { PostgresServer } from "../services/postgres-server.js";
import { document, finding, indicator, recordOf, unread } from "./records.js";

const rowsOf = (...records: Record[]) => contentRows(records.map(reportRows));
const changes = (before: Parameters<typeof recordOf>[1], after: Parameters<typeof recordOf>[1]): Change[] =>
  compareRows(rowsOf(recordOf("a", before)), rowsOf(recordOf("a", after)));

describe("two judgements of one content", () => {
  it("do not differ when they say the same, however decimals are written", () => {
    const written = { score: { raw: "10.0", value: "10.0" } };
    expect(changes({ indicators: [indicator("养护里程")] }, { indicators: [indicator("养护里程", written)] })).toEqual([]);
  });

  it("differ in the column that changed", () => {
    const misread = indicator("养护里程", { score: { raw: "1", value: "1" } });
    expect(changes({ indicators: [misread] }, { indicators: [indicator("养护里程")] })).toEqual([
      {
        change: "changed",
        what: "indicator",
        part: 1,
        rule: "",
        name: "产出指标 / 数量指标 / 养护里程",
        field: "score",
        before: "1",
        after: "10",
      },
    ]);
  });

  it("pair rows of one name in their order, and tell what came and what went", () => {
    const twice = [indicator("培训"), indicator("培训", { id: "i2", score: { raw: "5", value: "5" } })];
    expect(changes({ indicators: twice }, { indicators: twice.slice(0, 1) })).toMatchObject([
      { change: "removed", before: "5", after: null },
    ]);
    expect(changes({ findings: [] }, {})).toMatchObject([
      { change: "added", what: "finding", rule: "score/total-mismatch", name: "total", before: null, after: "98" },
    ]);
  });

  it("tell the parts of a file apart", () => {
    const second = { source: { ...recordOf("a").source, part: 2 } };
    const found = compareRows(
      rowsOf(recordOf("a"), recordOf("a", second)),
      rowsOf(recordOf("a"), recordOf("a", { ...second, findings: [] })),
    );
    expect(found).toMatchObject([{ change: "removed", what: "finding", part: 2 }]);
  });
});

describe("contents of an archive", () => {
  const server = new PostgresServer();
  const databases: (Queryable & { close(): Promise<void> })[] = [];
  const records = [
    recordOf("a", { findings: [finding("grade/mismatch", "优", "良")], indicators: [indicator("甲"), indicator("甲", { id: "i2" })] }),
  ];
  const newer = { pipelineVersion: "2", startedAt: new Date(0) };
  beforeAll(async () => {
    await server.start();
    const postgres = new PostgresWarehouse({ url: server.url, keepRecords: true });
    await postgres.migrate();
    databases.push(await DuckDBWarehouse.open(":memory:", { keepRecords: true }), postgres);
    for (const one of databases as (DuckDBWarehouse | PostgresWarehouse)[]) {
      const many = Array.from({ length: 250 }, (_, i) => document(`m${i}`));
      await one.load(
        [
          document("a", records),
          { ...document("a", records), file: { ...document("a").file, path: "/in/copy.pdf" } },
          ...many,
          unread("b"),
        ],
        { ...newer, pipelineVersion: "1" },
      );
      await one.load([document("new")], newer);
      await one.load([{ ...document("m5"), file: { ...document("m5").file, path: "/in/late.pdf" } }], { ...newer, pipelineVersion: "1" });
    }
  });
  afterAll(async () => {
    await Promise.all(databases.map((one) => one.close()));
    await server.stop();
  });

  it.each([0, 1])("are each given once, with rows that the same record would give again (%#)", async (which) => {
    const seen = [];
    for await (const content of archivedContents(databases[which]!, ["2"], { atOnce: 100, records: true })) {
      seen.push(content.sha256);
      if (content.outcome !== "read") expect(content.records).toEqual([]);
      if (content.sha256 === document("a").sha256) {
        expect(content.files.map(({ path }) => path)).toEqual(["/in/a.pdf", "/in/copy.pdf"]);
        expect(content.files[0]!.modifiedAt).toEqual(document("a").file.modifiedAt);
        expect(compareRows(content.rows, rowsOf(...records))).toEqual([]);
        expect(content.records!.map((json) => JSON.parse(json))).toEqual(records);
      }
      if (content.sha256 === document("m5").sha256) expect(content.files.map(({ path }) => path)).toEqual(["/in/late.pdf", "/in/m5.pdf"]);
      if (content.sha256 === unread("b").sha256) expect(content).toMatchObject({ outcome: "encrypted", pipelineVersion: "1" });
    }
    expect(seen).toHaveLength(252);
    expect(new Set(seen).size).toBe(252);
    expect(seen).not.toContain(document("new").sha256);
  });
});
