// What the parts measure, each run in a process of its own: node bench/tasks.mjs TASK JSON. Answers with one line of JSON.
import { readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { ocrTasks } from "./ocr-tasks.mjs";
import { makeDocuments } from "./records.mjs";
import { makeReport } from "./reports.mjs";
import { scanTruthTasks } from "./scan-truth.mjs";
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
  const [before, began] = [process.cpuUsage(), performance.now()];
  const value = await work();
  const { user, system } = process.cpuUsage(before);
  return { cpuS: (user + system) / 1e6, wallS: (performance.now() - began) / 1000, value };
}
/** The three stages one after the other over a document's bytes; answers with the CPU seconds of each and the indicators found. */
async function allStages() {
  const [{ extract }, { normalize }, { validate }] = await Promise.all([
    from("extract/extract.js"),
    from("normalize/normalize.js"),
    from("validate/validate.js"),
  ]);
  return async (bytes) => {
    const extracted = await cpu(() => extract(bytes, { ocr: "off" }));
    const drafts = await cpu(() => normalize(extracted.value));
    const findings = await cpu(() => Promise.all(drafts.value.map((draft) => validate(draft, {}))));
    const rows = drafts.value.reduce((sum, draft) => sum + draft.indicators.length, 0);
    return { extract: extracted.cpuS, normalize: drafts.cpuS, validate: findings.cpuS, rows, pages: extracted.value.pages.length };
  };
}

const peakMb = () => process.resourceUsage().maxRSS / 1024;

const TASKS = {
  ...ocrTasks({ from, read, cpu, peakMb }),
  ...scanTruthTasks({ from, read }),
  /** Our reading of a PDF: extraction and layout. The first document warms the code. */
  async ours({ warm, file }) {
    const { readPdf } = await from("extract/pdf/read-pdf.js");
    await readPdf(read(warm));
    const { cpuS, value } = await cpu(() => readPdf(read(file)));
    return { cpuS, pages: value.pages.length, tables: value.blocks.filter(({ type }) => type === "table").length, rssMb: peakMb() };
  },
  /** Our reading of short PDFs, each `times` times after a first round that warms the code. */
  async oursAgain({ files, times }) {
    const { readPdf } = await from("extract/pdf/read-pdf.js");
    const round = async () => {
      let pages = 0;
      for (const file of files) pages += (await readPdf(read(file))).pages.length;
      return pages;
    };
    await round();
    let pages = 0;
    const { cpuS, wallS } = await cpu(async () => {
      for (let turn = 0; turn < times; turn++) pages += await round();
    });
    return { cpuS, wallS, pages, rssMb: peakMb() };
  },
  /** pdf.js as it comes: getTextContent of each page, no layout; with its caches of fonts emptied after every `clean` pages, or never (0). */
  async textContent({ warm, files, times = 1, clean = 0 }) {
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
        if (clean && number % clean === 0) await document.cleanup();
      }
      const pages = document.numPages;
      await opened.destroy();
      return pages;
    };
    for (const path of warm) await all(path);
    let pages = 0;
    const { cpuS } = await cpu(async () => {
      for (let turn = 0; turn < times; turn++) for (const path of files) pages += await all(path);
    });
    return { cpuS, pages, rssMb: peakMb() };
  },
  /** CPU seconds of each stage over `count` documents of one format. */
  async stages({ format, count }) {
    const stages = await allStages();
    const sums = { extract: 0, normalize: 0, validate: 0, pages: 0, exact: 0 };
    for (let seed = -Math.ceil(count / 3); seed < count; seed++) {
      const size = 5 + (((seed % 16) + 16) % 16);
      const run = await stages(WRITERS[format](makeReport(Math.abs(seed), size)));
      // The first third warms the code.
      if (seed < 0) continue;
      sums.exact += run.rows === size ? 1 : 0;
      for (const stage of ["extract", "normalize", "validate", "pages"]) sums[stage] += run[stage];
    }
    return { ...sums, rssMb: peakMb() };
  },
  /** CPU seconds of each stage over one report of each size (indicators), after a few small ones. */
  async growth({ format, sizes }) {
    const stages = await allStages();
    for (let seed = 0; seed < 5; seed++) await stages(WRITERS[format](makeReport(seed, 60)));
    const runs = [];
    for (const size of sizes) {
      const bytes = WRITERS[format](makeReport(3, size));
      runs.push({ size, ...(await stages(bytes)), rssMb: peakMb() });
    }
    return runs;
  },
  /**
   * Memory of one process after each of `marks` small documents of one format, or of all (`formats`), all three stages: resident, and what
   * a full collection leaves of V8's heap and of what buffers hold outside it (node --expose-gc).
   */
  async soak({ marks, formats }) {
    const stages = await allStages();
    const made = Array.from({ length: formats.length * 30 }, (_, seed) =>
      WRITERS[formats[seed % formats.length]](makeReport(seed, 5 + (seed % 16))),
    );
    const samples = [];
    const { cpuS } = await cpu(async () => {
      for (let count = 1; count <= marks.at(-1); count++) {
        await stages(made[count % made.length].slice());
        if (!marks.includes(count)) continue;
        const rssMb = process.memoryUsage.rss() / 2 ** 20;
        gc();
        const { heapUsed, external } = process.memoryUsage();
        samples.push({ count, rssMb, heldMb: (heapUsed + external) / 2 ** 20 });
      }
    });
    return { samples, cpuS, peakMb: peakMb() };
  },
  /** CPU seconds over `count` small documents: ours, and mammoth from the folder of peers where it is installed. */
  async docx({ count, peers }) {
    const { extract } = await from("extract/extract.js");
    const made = Array.from({ length: count }, (_, seed) => WRITERS.docx(makeReport(seed, 5 + (seed % 16))));
    const over = async (read) => {
      for (const bytes of made.slice(0, count / 3)) await read(bytes);
      return (
        await cpu(async () => {
          for (const bytes of made) await read(bytes);
        })
      ).cpuS;
    };
    const ours = await over((bytes) => extract(bytes, {}));
    const installed = async () => import(createRequire(join(peers, "package.json")).resolve("mammoth"));
    const { default: mammoth } = await installed().catch(() => ({}));
    return { ours, mammoth: mammoth && (await over((bytes) => mammoth.convertToHtml({ buffer: Buffer.from(bytes) }))) };
  },
  /** Loads `count` records into a warehouse, `batch` a transaction, and asks the queries of it, each `runs` times. `keepRecords`: as JSON, too. */
  async warehouse({ dist, count, batch, file, url, keepRecords, queries, runs }) {
    const warehouse = file ? await openDuckDB(file, { keepRecords }) : await openPostgres(url);
    const { CATALOGUE } = await from("validate/catalogue.js");
    await warehouse.describeRules(CATALOGUE);
    const documentOf = await makeDocuments(dist);
    const before = performance.now();
    const { cpuS } = await cpu(async () => {
      for (let start = 0; start < count; start += batch) {
        const documents = Array.from({ length: Math.min(batch, count - start) }, (_, i) => documentOf(start + i));
        await warehouse.load(documents, { pipelineVersion: "bench", startedAt: new Date(0) });
      }
      // DuckDB writes its log into the tables when it is closed.
      if (file) await warehouse.close();
    });
    const wallS = (performance.now() - before) / 1000;
    const loadRssMb = peakMb();
    const asked = file ? await openDuckDB(file, { readOnly: true }) : warehouse;
    if (url) await asked.query("ANALYZE");
    const times = [];
    for (const { title, sql } of queries) {
      let [first, best, rows] = [0, Number.POSITIVE_INFINITY, 0];
      for (let run = 0; run < runs; run++) {
        const start = performance.now();
        rows = (await asked.query(sql)).length;
        const ms = performance.now() - start;
        if (run === 0) first = ms;
        best = Math.min(best, ms);
      }
      times.push({ title, rows, first, best });
    }
    const rowCount = (await asked.query("SELECT (SELECT COUNT(*) FROM fact_indicator) AS i, (SELECT COUNT(*) FROM fact_finding) AS f"))[0];
    const bytes = file ? statSync(file).size : Number((await asked.query("SELECT pg_database_size(current_database()) AS bytes"))[0].bytes);
    await asked.close();
    return { cpuS, wallS, times, rssMb: loadRssMb, bytes, indicators: Number(rowCount.i), findings: Number(rowCount.f) };
  },
};

async function openDuckDB(file, options) {
  const { DuckDBWarehouse } = await from("warehouse/duckdb-warehouse.js");
  return DuckDBWarehouse.open(file, { memoryMb: 1024, ...options });
}

async function openPostgres(url) {
  const { PostgresWarehouse } = await from("warehouse/postgres-warehouse.js");
  const warehouse = new PostgresWarehouse({ url });
  await warehouse.migrate();
  return warehouse;
}

process.stdout.write(`${JSON.stringify(await TASKS[task](input))}\n`);
