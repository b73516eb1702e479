import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { read, utils } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Exportable } from "../../src/warehouse/archive.js";
import { DuckDBWarehouse } from "../../src/warehouse/duckdb-warehouse.js";
import { CSV_EXPORTS, type CsvExport, csvExport } from "../../src/warehouse/exports/csv-export.js";
import { findingPack, PackTooLarge } from "../../src/warehouse/exports/finding-pack.js";
import { PostgresWarehouse } from "../../src/warehouse/postgres-warehouse.js";
import { reportId } from "../../src/warehouse/rows/report-rows.js";
import type { Warehouse } from "../../src/warehouse/warehouse.js";
import { PostgresServer } from "../services/postgres-server.js";
import { document, finding, indicator, recordOf } from "./records.js";

const server = new PostgresServer();
const databases: { [name: string]: Exportable & Warehouse } = {};
const evil = '=HYPERLINK("http://evil.example","x")';
const cell = (text: string, rowSpan = 1, colSpan = 1) => ({ text, rowSpan, colSpan });
const goalForm = {
  page: 1,
  caption: "",
  rows: [
    [cell("年度总体目标", 2), cell("预期目标", 1, 2), cell("实际完成情况", 1, 2)],
    [cell("保障公路畅通", 1, 2), cell("养护里程全部完成", 1, 2)],
  ],
};

beforeAll(async () => {
  await server.start();
  const postgres = new PostgresWarehouse({ url: server.url });
  await postgres.migrate();
  const duckdb = await DuckDBWarehouse.open(":memory:");
  const record = recordOf("a", {
    indicators: [indicator(evil, { deviationReason: "+cmd|' /C calc'!A0" }), indicator("养护里程")],
    findings: [finding("score/total-mismatch", "98.00", "95.00", { evidence: [{ page: 3, quote: evil }] })],
    tables: [goalForm],
  });
  for (const one of [postgres, duckdb]) {
    await one.describeRules([{ id: "score/total-mismatch", severity: "error", title: { zh: "总分不符", en: "Total" }, source: "—" }]);
    await one.load([document("a", [record])], { pipelineVersion: "1", startedAt: new Date(0) });
  }
  Object.assign(databases, { PostgreSQL: postgres, DuckDB: duckdb });
});
afterAll(async () => {
  for (const one of Object.values(databases)) await one.close();
  await server.stop();
});

async function csv(name: CsvExport, database: Exportable): Promise<string> {
  return database.atOneMoment(async (moment) => {
    let text = "";
    for await (const chunk of csvExport(name, moment)) text += chunk;
    return text;
  });
}

describe.each(["DuckDB", "PostgreSQL"])("from %s", (name) => {
  it("the finding pack holds summary, findings and rows, and no cell is a formula", async () => {
    const book = read(await findingPack(databases[name]!, {}), { cellFormula: true });
    expect(book.SheetNames).toEqual(["汇总", "疑点", "指标"]);
    const [found] = utils.sheet_to_json<Record<string, unknown>>(book.Sheets.疑点!);
    expect(found).toMatchObject({ 规则: "score/total-mismatch", 报告所载: "98.00", 复算: "95.00", 页: 3, 原文: evil });
    const cells = Object.values(book.Sheets).flatMap((sheet) => Object.entries(sheet).filter(([address]) => !address.startsWith("!")));
    expect(cells.filter(([, cell]) => cell.f !== undefined)).toEqual([]);
    expect(cells.some(([, cell]) => cell.v === evil && cell.t === "s")).toBe(true);
  });

  it("a pack of another year holds nothing", async () => {
    const book = read(await findingPack(databases[name]!, { year: 1999 }));
    expect(utils.sheet_to_json(book.Sheets.疑点!)).toEqual([]);
  });

  it("a pack that would leave rows out is refused, and says what to do", async () => {
    const refused = findingPack(databases[name]!, {}, 1);
    await expect(refused).rejects.toThrow(PackTooLarge);
    await expect(refused).rejects.toThrow(/more than 1 rows\. Choose a year or a unit/);
    expect(read(await findingPack(databases[name]!, {}, 2)).SheetNames).toHaveLength(3);
  });

  it("what is asked within one moment does not see what is loaded meanwhile", async () => {
    const database = databases[name]!;
    const count = "SELECT COUNT(*) AS n FROM report";
    const seen = await database.atOneMoment(async (moment) => {
      const before = await moment.query(count);
      await database.load([document("later")], { pipelineVersion: "1", startedAt: new Date(0) });
      const streamed: unknown[] = [];
      for await (const rows of moment.stream(count)) streamed.push(...rows);
      return [before, await moment.query(count), streamed];
    });
    expect(seen).toEqual([[{ n: "1" }], [{ n: "1" }], [{ n: "1" }]]);
    expect(await database.atOneMoment((moment) => moment.query(count))).toEqual([{ n: "2" }]);
  });

  it.each(Object.keys(CSV_EXPORTS) as CsvExport[])("the CSV of %s has a head and its rows, and runs nothing", async (which) => {
    const lines = (await csv(which, databases[name]!)).split("\r\n");
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.some((line) => /(^|,)"?[=+@]/.test(line))).toBe(false);
  });

  it("the budget system's tables carry its own field names", async () => {
    const [head, ...rows] = (await csv("pm-self-eval-indicator", databases[name]!)).replace("\ufeff", "").split("\r\n");
    expect(head).toBe(
      "EVAL_ID,ORDER_NUM,LV1_PERF_IND_NAME,LV2_PERF_IND_NAME,LV3_PERF_IND_NAME,KPI_VAL,IND_COMP,KPI_EVALSTD,IND_WEIGHT,EVAL_SCORE,DEVI_ANALY,KPI_ID",
    );
    expect(rows[0]).toContain("产出指标,数量指标,");
    const goal = (await csv("pm-self-eval-goal", databases[name]!)).replace("\ufeff", "").split("\r\n");
    expect(goal[0]).toBe("EVAL_ID,ORDER_NUM,KPI_PER_ID,KPI_TARGET,GOAL_COMP");
    expect(goal[1]).toMatch(/^(\w+-1),1,\1-1,保障公路畅通,养护里程全部完成$/);
    const [report, , id] = goal[1]!.split(",") as [string, string, string];
    expect(rows.filter((row) => row.startsWith(report)).map((row) => row.split(",").at(-1))).toEqual([id, id]);
  });
});

it("the same CSV comes from both warehouses", async () => {
  expect(await csv("pm-perf-self-bgt", databases.DuckDB!)).toBe(await csv("pm-perf-self-bgt", databases.PostgreSQL!));
});

describe("a warehouse made before goals were kept", () => {
  const forgotten = `DROP VIEW pm_self_eval_indicator; DROP VIEW pm_self_eval_goal; DROP TABLE fact_goal;
    UPDATE schema_version SET definition = 'older'`;
  const record = recordOf("new", { tables: [goalForm] });
  const origin = { pipelineVersion: "1", startedAt: new Date(0) };

  it("is brought up to date when DuckDB opens it", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ziping-goals-"));
    const open = () => DuckDBWarehouse.open(join(folder, "a.duckdb"));
    const older = await open();
    await older.load([document("old")], origin);
    for (const statement of forgotten.split("; ")) await older.query(statement);
    await older.close();
    const newer = await open();
    await newer.load([document("new", [record])], origin);
    expect(await newer.query('SELECT "KPI_TARGET" FROM pm_self_eval_goal')).toEqual([{ KPI_TARGET: "保障公路畅通" }]);
    expect(await newer.query("SELECT 1 FROM report")).toHaveLength(2);
    await newer.close();
    rmSync(folder, { recursive: true });
  });

  it("is brought up to date by ziping migrate in PostgreSQL", async () => {
    const postgres = databases.PostgreSQL as PostgresWarehouse;
    await postgres.query(forgotten);
    await postgres.migrate();
    await postgres.load([document("new", [record])], origin);
    expect(
      await postgres.query(`SELECT "KPI_TARGET" FROM pm_self_eval_goal WHERE "EVAL_ID" = $1`, [reportId(record.source.sha256)]),
    ).toEqual([{ KPI_TARGET: "保障公路畅通" }]);
  });
});
