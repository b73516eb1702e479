import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseDocument } from "htmlparser2";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportPage } from "../../src/cli/report/page.js";
import { CATALOGUE } from "../../src/validate/catalogue.js";
import type { Queryable } from "../../src/warehouse/archive.js";
import { DuckDBWarehouse } from "../../src/warehouse/duckdb-warehouse.js";
import { PostgresWarehouse } from "../../src/warehouse/postgres-warehouse.js";
import { summarize } from "../../src/warehouse/summarize.js";
import { PostgresServer } from "../services/postgres-server.js";
import { document, finding, indicator, recordOf, unread } from "../warehouse/records.js";
import { fileOf, reportText, scratch, ziping } from "./command-line.js";

const evil = `<img src=x onerror=alert(1)>&"'</style><script>alert(2)</script>\u202eevil`;
const origin = { pipelineVersion: "1.0.0+abc", startedAt: new Date("2025-04-01T00:00:00Z") };
const base = recordOf("base");
const documents = [
  document("a", [
    recordOf("a", {
      report: { ...base.report, unit: evil, title: evil, projectName: evil },
      grade: { raw: evil, band: "good", evidence: [] },
      indicators: [
        indicator(evil, { actual: "200个", actualValue: { operator: "=", value: "200", unit: "个" } }),
        indicator("养护里程", { id: "i2" }),
      ],
      findings: [
        finding("score/total-mismatch", "98", "95", {
          evidence: [{ page: 3, table: 1, row: 4 }],
          message: { zh: `总分 ${evil}`, en: `total ${evil}` },
        }),
        finding("score/full-though-unmet", "10", "8", { subject: evil, cause: "extraction" }),
      ],
    }),
  ]),
  document("b", [recordOf("b", { findings: [], report: { ...base.report, fiscalYear: 2023 } })]),
  unread("c"),
];

const server = new PostgresServer();
const databases: { [name: string]: Queryable & { close(): Promise<void> } } = {};
beforeAll(async () => {
  await server.start();
  const postgres = new PostgresWarehouse({ url: server.url });
  await postgres.migrate();
  const duckdb = await DuckDBWarehouse.open(":memory:");
  for (const one of [duckdb, postgres]) {
    await one.describeRules(CATALOGUE);
    await one.load(documents, origin);
  }
  Object.assign(databases, { DuckDB: duckdb, PostgreSQL: postgres });
});
afterAll(async () => {
  await Promise.all(Object.values(databases).map((one) => one.close()));
  await server.stop();
});

const occasion = { archive: "archive.duckdb", made: new Date("2025-05-01T08:00:00Z") };
const pageOf = async (database: string, language: "zh" | "en") =>
  reportPage(await summarize(databases[database]!), { ...occasion, language });

describe("the page of a warehouse", () => {
  it("is the same from both databases", async () => {
    expect(await pageOf("PostgreSQL", "zh")).toBe(await pageOf("DuckDB", "zh"));
  });

  it("says first which reports to look at: stated, recomputed, why, and where", async () => {
    const page = await pageOf("DuckDB", "zh");
    expect(page).toContain("填报 <b>98</b> → 复算 <b>95</b>");
    expect(page).toContain("第3页 表2 第5行");
    expect(page).toContain("<code>score/total-mismatch</code>");
    expect(page).toContain("虚高 3 分");
    expect(await pageOf("DuckDB", "en")).toContain("stated <b>98</b> → recomputed <b>95</b>");
  });

  it("names the files that were not read, why, and what to do, in the reader's language", async () => {
    const chinese = await pageOf("DuckDB", "zh");
    expect(chinese).toContain("/in/c.pdf");
    expect(chinese).toContain("有密码");
    expect(chinese).toContain("请去除文件密码后重试。");
    expect(chinese).not.toContain("Remove the password");
    expect(await pageOf("DuckDB", "en")).toContain("A password is needed to open it.");
  });

  it("leaves doubtful readings out of what it accuses, and counts them", async () => {
    const page = await pageOf("DuckDB", "en");
    expect(page).not.toContain("score/full-though-unmet");
    expect(page).toContain("<strong>1</strong> doubtful readings, left out");
  });

  it("shows whatever a document says as text, and runs and fetches nothing", async () => {
    for (const language of ["zh", "en"] as const) {
      const page = await pageOf("DuckDB", language);
      const elements: string[] = [];
      const attributes: string[] = [];
      const walk = (node: { name?: string; attribs?: { [name: string]: string }; children?: unknown[] }) => {
        if (node.name) elements.push(node.name);
        attributes.push(...Object.keys(node.attribs ?? {}));
        for (const child of node.children ?? []) walk(child as typeof node);
      };
      walk(parseDocument(page) as unknown as Parameters<typeof walk>[0]);
      expect(
        elements.filter((name) =>
          ["script", "img", "iframe", "object", "link", "a", "form", "image", "use", "foreignobject"].includes(name),
        ),
      ).toEqual([]);
      expect(attributes.filter((name) => name.startsWith("on") || ["src", "href", "xlink:href"].includes(name))).toEqual([]);
      expect(page).not.toMatch(/url\(|@import|https?:\/\/(?!www\.w3\.org\/)/);
      expect(page).toContain("default-src &#39;none&#39;".replaceAll("&#39;", "'"));
      expect(page).not.toContain("\u202e");
      expect(page).toContain("&lt;script&gt;");
    }
  });

  it("has a heading and a text for each chart, and the figures in tables", async () => {
    const page = await pageOf("DuckDB", "zh");
    expect(page.match(/<svg /g)!.length).toBe(2 * page.match(/class="chart" role="img" aria-label="[^"]+"/g)!.length);
    for (const title of ["先看哪些报告", "总体情况", "自评虚高", "各规则发现的问题", "预算执行与产出", "指标值偏低", "等级与总分分布"])
      expect(page).toMatch(new RegExp(`<h2[^>]*>${title}`));
    expect(page.match(/<table/g)!.length).toBeGreaterThanOrEqual(6);
  });

  it("stays of a size that opens at once, however many reports there are", async () => {
    const many = await DuckDBWarehouse.open(":memory:");
    await many.load(
      Array.from({ length: 80 }, (_, i) => unread(`u${i}`)),
      origin,
    );
    const reports = Array.from({ length: 1500 }, (_, i) =>
      document(`m${i}`, [recordOf(`m${i}`, { report: { ...base.report, unit: `第${i}养护站`, fiscalYear: 2000 + (i % 25) } })]),
    );
    await many.load(reports, origin);
    const page = reportPage(await summarize(many), { ...occasion, language: "zh" });
    expect(page.length).toBeLessThan(400_000);
    // What is not listed is counted.
    expect(page).toContain("另有 1460 份报告有错误或警告");
    expect(page).toContain("另有 30 个文件，见视图 unread_file。");
    await many.close();
  });

  it("says of an empty warehouse that there is nothing", async () => {
    const empty = await DuckDBWarehouse.open(":memory:");
    const page = reportPage(await summarize(empty), { ...occasion, language: "en" });
    expect(page).toContain("<strong>0</strong> reports");
    expect(page).not.toContain("NaN");
    await empty.close();
  });
});

describe("ziping report", () => {
  it("writes the page of a warehouse file, and of PostgreSQL by its URL", async () => {
    const folder = scratch();
    const [archive, page] = [join(folder, "a.duckdb"), join(folder, "report.html")];
    await ziping(["import", fileOf("a.md", reportText("养护", "40")), "--to", archive, "--ocr", "off"]);
    const { code, stdout, stderr } = await ziping(["report", archive, "-o", page, "--lang", "zh"]);
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: `${page}\n`, stderr: "" });
    expect(readFileSync(page, "utf8")).toContain("栖梧市养护中心");
    expect((await ziping(["report", server.url, "-o", page, "--lang", "en"])).code).toBe(0);
    expect(readFileSync(page, "utf8")).toContain("127.0.0.1/postgres");
  });

  it("says what to do when the warehouse is not there, or the page cannot be written", async () => {
    const absent = await ziping(["report", "absent.duckdb", "-o", "x.html"]);
    expect(absent).toMatchObject({ code: 2, stderr: expect.stringMatching(/absent\.duckdb is not there\. Make it with/) });
    const nowhere = await ziping(["report", server.url, "-o", join(scratch(), "no", "x.html")]);
    expect(nowhere).toMatchObject({ code: 2, stderr: expect.stringMatching(/Name one in a folder that exists/) });
  });

  it.runIf(existsSync("/dev/full"))("says in one line that there is no room", async () => {
    const { code, stderr } = await ziping(["report", server.url, "-o", "/dev/full"]);
    expect([code, stderr]).toEqual([4, expect.stringMatching(/^ziping: .*ENOSPC.*Make room.*\n$/)]);
  });
});
