import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Archive, FindingFilter, type Queryable, ReportFilter } from "../../src/warehouse/archive.js";
import { DuckDBWarehouse } from "../../src/warehouse/duckdb-warehouse.js";
import { PostgresWarehouse } from "../../src/warehouse/postgres-warehouse.js";
import { PostgresServer } from "../services/postgres-server.js";
import { document, finding, recordOf } from "./records.js";

const server = new PostgresServer();
const origin = { pipelineVersion: "1", startedAt: new Date(0) };
const databases: { [name: string]: Queryable & { close(): Promise<void> } } = {};
const names = ["a", "b", "c", "d", "e"];

beforeAll(async () => {
  await server.start();
  const postgres = new PostgresWarehouse({ url: server.url, keepRecords: true });
  await postgres.migrate();
  const duckdb = await DuckDBWarehouse.open(":memory:", { keepRecords: true });
  const doubtful = finding("grade/mismatch", "优", "良", { cause: "extraction", severity: "warning" });
  // Points too many: 3, 4, 5, 6, 7; an error about no points; and amounts of one report that stand 6.5 % apart.
  const money = finding("funds/sources-mismatch", "935.00", "1000.00");
  const records = names.map((name, i) =>
    recordOf(name, {
      findings: [
        doubtful,
        finding("score/total-mismatch", "98", String(95 - i)),
        finding("grade/mismatch", "优", "良"),
        ...(i === 0 ? [money] : []),
      ],
    }),
  );
  for (const one of [postgres, duckdb]) {
    await one.describeRules([{ id: "score/total-mismatch", severity: "error", title: { zh: "总分", en: "Total" }, source: "x" }]);
    await one.load(
      records.map((record, i) => document(names[i]!, [record])),
      origin,
    );
  }
  Object.assign(databases, { PostgreSQL: postgres, DuckDB: duckdb });
});
afterAll(async () => {
  for (const one of Object.values(databases)) await one.close();
  await server.stop();
});

describe.each(["DuckDB", "PostgreSQL"])("the archive in %s", (name) => {
  const archive = () => new Archive(databases[name]!);

  it("gives findings page by page, each once, without the doubtful ones", async () => {
    const seen: unknown[] = [];
    let cursor: string | undefined;
    for (let pages = 0; pages < 10; pages++) {
      const page = await archive().findings(FindingFilter.parse({ limit: 2, cursor }));
      seen.push(...page.rows.map((row) => row.report_id));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(seen).toHaveLength(11);
    expect(new Set(seen).size).toBe(5);
  });

  it("gives the gravest findings first, page by page, each once", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await archive().findings(FindingFilter.parse({ limit: 2, order: "gravity", cause: "any", cursor }));
      seen.push(...page.rows.map(({ severity, rule_id, gravity }) => `${severity} ${rule_id} ${Number(gravity)}`));
      cursor = page.next ?? undefined;
    } while (cursor !== undefined && seen.length < 100);
    const times = (count: number, text: string) => Array.from({ length: count }, () => text);
    expect(seen).toEqual([
      "error score/total-mismatch 0.07",
      "error funds/sources-mismatch 0.065",
      ...[6, 5, 4, 3].map((points) => `error score/total-mismatch ${points / 100}`),
      ...times(5, "error grade/mismatch 0"),
      ...times(5, "warning grade/mismatch 0"),
    ]);
  });

  it("tells what findings can be filtered by", async () => {
    expect(await archive().filters()).toEqual({
      years: [2024],
      units: ["云溪县公路养护中心"],
      rules: [{ rule: "score/total-mismatch", severity: "error", title: { zh: "总分", en: "Total" } }],
    });
  });

  it("filters by rule, severity, cause and year", async () => {
    const count = async (filter: object) => (await archive().findings(FindingFilter.parse(filter))).rows.length;
    expect(await count({ rule: "score/total-mismatch" })).toBe(5);
    expect(await count({ rule: "grade/mismatch" })).toBe(5);
    expect(await count({ rule: "grade/mismatch", cause: "any" })).toBe(10);
    expect(await count({ severity: "warning", cause: "extraction" })).toBe(5);
    expect(await count({ year: "1999" })).toBe(0);
  });

  it("takes quotes, percents and statements in a filter as text", async () => {
    const reports = async (text: string) => (await archive().reports(ReportFilter.parse({ text }))).rows.length;
    expect(await reports("农村公路")).toBe(5);
    for (const text of ["%", "_", "' OR '1'='1", "'; DROP TABLE dim_report; --", "\\", "!"])
      expect([text, await reports(text)]).toEqual([text, 0]);
    expect(await reports("农村公路")).toBe(5);
  });

  it("gives the record of a content as it was loaded, and null for one it does not know", async () => {
    const record = recordOf("a");
    expect(await archive().records(record.source.sha256)).toMatchObject([{ source: record.source, report: record.report }]);
    expect(await archive().records("0".repeat(64))).toBeNull();
    expect(await archive().files(record.source.sha256)).toMatchObject([{ outcome: "read" }]);
  });
});

it("refuses a cursor that no page gave", () => {
  expect(FindingFilter.safeParse({ cursor: "1; DROP TABLE x" }).success).toBe(false);
  expect(FindingFilter.safeParse({ cursor: "a~1~1~0; DROP TABLE x", order: "gravity" }).success).toBe(false);
  expect(FindingFilter.safeParse({ cursor: "a~1", order: "gravity" }).success).toBe(false);
});
