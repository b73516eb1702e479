// What the parts measure, each run in a process of its own: node bench/tasks.mjs TASK JSON. Answers with one line of JSON.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { makeReport } from "./reports.mjs";
import { WRITERS } from "./writers.mjs";

const [task, json] = process.argv.slice(2);
const input = JSON.parse(json);
const from = (path) => import(join(input.dist, path));
const read = (path) => {
  const buffer = readFileSync(path);
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength);
};

/** CPU seconds that `work` takes, all threads. */
async function cpu(work) {
  const before = process.cpuUsage();
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { cpuS: (user + system) / 1e6, value };
}
const peakMb = () => process.resourceUsage().maxRSS / 1024;

const TASKS = {
  /** Our reading of a PDF: extraction and layout. The first document warms the code. */
  async ours({ warm, file }) {
    const { readPdf } = await from("extract/pdf/read-pdf.js");
    await readPdf(read(warm));
    const { cpuS, value } = await cpu(() => readPdf(read(file)));
    return { cpuS, pages: value.pages.length, tables: value.blocks.filter(({ type }) => type === "table").length, rssMb: peakMb() };
  },
  /** pdf.js as it comes: getTextContent of each page, no layout. */
  async textContent({ warm, file }) {
    const { getDocument } = await import("pdfjs-dist/legacy/build/pdf.mjs");
    const root = dirname(createRequire(import.meta.url).resolve("pdfjs-dist/package.json"));
    const all = async (path) => {
      const opened = getDocument({
        data: read(path).slice(),
        verbosity: 0,
        cMapUrl: `${root}/cmaps/`,
        cMapPacked: true,
        standardFontDataUrl: `${root}/standard_fonts/`,
        useSystemFonts: false,
      });
      const document = await opened.promise;
      for (let number = 1; number <= document.numPages; number++) {
        const page = await document.getPage(number);
        await page.getTextContent();
        page.cleanup();
        if (number % 25 === 0) await document.cleanup();
      }
      const pages = document.numPages;
      await opened.destroy();
      return pages;
    };
    await all(warm);
    const { cpuS, value } = await cpu(() => all(file));
    return { cpuS, pages: value, rssMb: peakMb() };
  },
  /** CPU seconds of each stage over `count` documents of one format. */
  async stages({ format, count, indicators }) {
    const [{ extract }, { normalize }, { validate }] = await Promise.all([
      from("extract/extract.js"),
      from("normalize/normalize.js"),
      from("validate/validate.js"),
    ]);
    const sums = { extract: 0, normalize: 0, validate: 0 };
    let rows = 0;
    for (let seed = -Math.ceil(count / 3); seed < count; seed++) {
      const size = indicators ?? 5 + (((seed % 16) + 16) % 16);
      const bytes = WRITERS[format](makeReport(Math.abs(seed), size));
      const extracted = await cpu(() => extract(bytes, { ocr: "off" }));
      const drafts = await cpu(() => normalize(extracted.value));
      const findings = await cpu(() => Promise.all(drafts.value.map((draft) => validate(draft, {}))));
      // The first third warms the code.
      if (seed < 0) continue;
      rows += drafts.value.reduce((sum, draft) => sum + draft.indicators.length, 0) === size ? 1 : 0;
      sums.extract += extracted.cpuS;
      sums.normalize += drafts.cpuS;
      sums.validate += findings.cpuS;
    }
    return { ...sums, count, exact: rows, rssMb: peakMb() };
  },
  /** Loads `count` records into a warehouse and asks what docs/warehouse.md asks. */
  async warehouse({ count, file, queries }) {
    const [{ readDocument }, { DuckDBWarehouse }, { CATALOGUE }] = await Promise.all([
      from("pipeline/read-document.js"),
      from("warehouse/duckdb-warehouse.js"),
      from("validate/catalogue.js"),
    ]);
    const made = [];
    for (let seed = 0; seed < 200; seed++)
      made.push((await readDocument(WRITERS.md(makeReport(seed, 5 + (seed % 16))), `${seed}.md`, { ocr: "off" }))[0]);
    const warehouse = await DuckDBWarehouse.open(file, {});
    await warehouse.describeRules(CATALOGUE);
    const loaded = {
      wall: performance.now(),
      ...(await cpu(async () => {
        for (let start = 0; start < count; start += 200) {
          const documents = made.slice(0, Math.min(200, count - start)).map((record, i) => {
            const sha256 = createHash("sha256")
              .update(`${start + i}`)
              .digest("hex");
            const own = {
              ...record,
              source: { ...record.source, sha256 },
              report: { ...record.report, fiscalYear: 2018 + ((start / 200) % 7) },
            };
            const path = `/archive/${start + i}.md`;
            return {
              file: { path, fileName: `${start + i}.md`, byteLength: 1000, modifiedAt: new Date(0) },
              sha256,
              outcome: { records: [own] },
            };
          });
          await warehouse.load(documents, { pipelineVersion: "bench", startedAt: new Date(0) });
        }
      })),
    };
    const loadWallS = (performance.now() - loaded.wall) / 1000;
    await warehouse.close();
    const { DuckDBInstance } = await import("@duckdb/node-api");
    const connection = await (await DuckDBInstance.create(file, { access_mode: "READ_ONLY" })).connect();
    const times = [];
    for (const sql of queries) {
      const before = performance.now();
      const rows = (await connection.runAndReadAll(sql)).getRowsJson().length;
      times.push({ sql: sql.slice(0, 80), rows, ms: performance.now() - before });
    }
    return { cpuS: loaded.cpuS, wallS: loadWallS, times, rssMb: peakMb() };
  },
};

process.stdout.write(`${JSON.stringify(await TASKS[task](input))}\n`);
