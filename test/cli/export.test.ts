import { existsSync, readFileSync, symlinkSync } from "node:fs";
import { basename, join } from "node:path";
import { read, utils } from "@e965/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DuckDBWarehouse } from "../../src/warehouse/duckdb-warehouse.js";
import { PostgresWarehouse } from "../../src/warehouse/postgres-warehouse.js";
import { PostgresServer } from "../services/postgres-server.js";
import { document, finding, recordOf } from "../warehouse/records.js";
import { scratch, ziping } from "./command-line.js";

const server = new PostgresServer();
const targets: { [name: string]: string } = {};

beforeAll(async () => {
  await server.start();
  const file = join(scratch(), "a.duckdb");
  Object.assign(targets, { DuckDB: file, PostgreSQL: server.url });
  const postgres = new PostgresWarehouse({ url: server.url });
  await postgres.migrate();
  const duckdb = await DuckDBWarehouse.open(file);
  for (const one of [duckdb, postgres]) {
    await one.describeRules([{ id: "score/total-mismatch", severity: "error", title: { zh: "总分不符", en: "Total" }, source: "—" }]);
    const cells = [["年度目标", "修补路面", "完成情况", "全部修补"].map((text) => ({ text, rowSpan: 1, colSpan: 1 }))];
    const record = recordOf("a", { findings: [finding("score/total-mismatch", "98", "96")], tables: [{ caption: "", rows: cells }] });
    await one.load([document("a", [record])], { pipelineVersion: "1", startedAt: new Date(0) });
    await one.close();
  }
});
afterAll(() => server.stop());

async function exported(target: string, ...flags: string[]): Promise<string[]> {
  const { code, stdout, stderr } = await ziping(["export", target, "--to", join(scratch(), "out"), ...flags]);
  expect([code, stderr]).toEqual([0, ""]);
  return stdout.trimEnd().split("\n");
}

describe.each(["DuckDB", "PostgreSQL"])("ziping export from %s", (name) => {
  it("writes the finding pack, of one year where asked", async () => {
    const [path] = await exported(targets[name]!, "--format", "xlsx", "--year", "2024");
    expect(utils.sheet_to_json(read(readFileSync(path!)).Sheets.疑点!)).toHaveLength(1);
    const [other] = await exported(targets[name]!, "--format", "xlsx", "--year", "2019");
    expect(utils.sheet_to_json(read(readFileSync(other!)).Sheets.疑点!)).toHaveLength(0);
  });

  it("writes findings and reports as CSV", async () => {
    const paths = await exported(targets[name]!, "--format", "csv");
    expect(paths.map((path) => basename(path))).toEqual(["findings.csv", "reports.csv"]);
    expect(readFileSync(paths[0]!, "utf8").split("\r\n")[1]).toContain("score/total-mismatch");
  });

  it("writes the budget system's tables, each under its own name", async () => {
    const paths = await exported(targets[name]!, "--format", "budget");
    expect(paths.map((path) => basename(path))).toEqual([
      "PM_PERF_SELF_EVAL.csv",
      "PM_SELF_EVAL_GOAL.csv",
      "PM_SELF_EVAL_INDICATOR.csv",
      "PM_PERF_SELF_BGT.csv",
    ]);
    for (const path of paths) expect(readFileSync(path, "utf8").replace("\ufeff", "")).toMatch(/^EVAL_ID,.*\r\n\w{32}-1,/);
  });
});

it("takes the configured database where none is named, and says so where there is none", async () => {
  const folder = join(scratch(), "out");
  const { code } = await ziping(["export", "--to", folder], { ZIPING_POSTGRES_URL: server.url });
  expect(code).toBe(0);
  const unnamed = await ziping(["export", "--to", folder]);
  expect([unnamed.code, unnamed.stderr]).toEqual([2, expect.stringContaining("ZIPING_POSTGRES_URL")]);
  const away = await ziping(["export", "postgres://127.0.0.1:1/none", "--to", folder]);
  expect([away.code, away.stderr]).toEqual([4, expect.stringContaining("PostgreSQL does not answer")]);
});

it.each([
  ["user", "ziping@", "nobody@", /^ziping: PostgreSQL refuses: role "nobody" does not exist\. See that user and password .*\n$/],
  ["database", "/postgres", "/absent", /^ziping: PostgreSQL refuses: database "absent" does not exist\. .*ziping migrate.*\n$/],
])("says in one line that the %s of an address is refused", async (_what, right, wrong, line) => {
  const url = server.url.replace(new RegExp(`${right}(?=127|$)`), wrong);
  for (const [args, environment] of [
    [["export", url, "--to", join(scratch(), "out")], {}],
    [["migrate"], { ZIPING_POSTGRES_URL: url }],
  ] as const) {
    const { code, stderr } = await ziping(args, environment);
    expect([code, stderr]).toEqual([4, expect.stringMatching(line)]);
  }
});

it.runIf(existsSync("/dev/full")).each(["csv", "xlsx"])("says in one line that there is no room for %s", async (format) => {
  const folder = scratch();
  symlinkSync("/dev/full", join(folder, `findings.${format}`));
  const { code, stderr } = await ziping(["export", targets.DuckDB!, "--format", format, "--to", folder]);
  expect([code, stderr]).toEqual([4, expect.stringMatching(/^ziping: .* cannot be written: ENOSPC.*Make room.*\n$/)]);
});
