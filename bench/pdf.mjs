// PDFs with a text layer: CPU a page beside other readers of the same file, and memory over many pages.
import { readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8 } from "fflate";
import { runProgram, runTask } from "./child.mjs";
import { plumber } from "./plumber.mjs";
import { makeReport } from "./reports.mjs";
import { slope } from "./slope.mjs";
import { pdf, WRITERS } from "./writers.mjs";

/** pdfplumber is built on pdfminer.six: whatever it costs to place glyphs and rulings, pdfplumber pays before it looks for a table. */
const MINER = join(import.meta.dirname, "miner.py");
const KREUZBERG =
  "const { extractFileSync } = require(require.resolve('@kreuzberg/node', { paths: [process.argv[1]] })); extractFileSync(process.argv[2])";
const LAYOUTS = join(import.meta.dirname, "..", "fixtures", "layouts");
/** A program's start is not its reading: the short documents are read so many times. */
const TIMES = 20;
const CAMELOT = "import sys,camelot\ncamelot.read_pdf(sys.argv[1],pages=sys.argv[2],flavor='lattice')";
/** Pages that Camelot reads: it takes near a second for each. */
const SOME = 10;

/** `quick` measures each reader once, not the best of three. */
export async function benchPdf({ dist, folder, python, peers, quick }) {
  const tools = { dist, folder, python, peers, quick };
  const made = (pages) => written(folder, pages);
  const kinds = [
    ["200 pages, each a ruled form, in a font that is not inside", made],
    ["the same forms as Chromium prints them, with its own fonts inside", (pages) => printedByChromium(folder, pages)],
  ];
  return [
    ...kinds
      .map(([title, make]) => ({ title, warm: make(20), file: make(200) }))
      .filter(({ file }) => file)
      .map((kind) => ruledPages({ ...kind, ...tools })),
    shortPdfs(tools),
    growthOverPages(quick ? [200, 400] : [1, 10, 100, 1000, 2000], { dist, warm: made(20), made }),
  ];
}

/** Eleven indicators fill a page, by construction. */
const reports = (pages) => Array.from({ length: pages }, (_, seed) => makeReport(seed, 11));

function written(folder, pages) {
  const file = join(folder, `pages-${pages}.pdf`);
  writeFileSync(file, pdf(reports(pages)));
  return file;
}

/** Undefined where no Chromium is on the path. */
function printedByChromium(folder, pages) {
  const [page, file] = ["html", "pdf"].map((format) => join(folder, `printed-${pages}.${format}`));
  const bodies = reports(pages).map((report) => /<body[^>]*>([\s\S]*)<\/body>/u.exec(strFromU8(WRITERS.html(report)))[1]);
  const style =
    "body { font-size: 10px } section { break-after: page } table { border-collapse: collapse; width: 100% } td { border: 1px solid; padding: 3px }";
  writeFileSync(page, `<meta charset="utf-8"><style>${style}</style>${bodies.map((body) => `<section>${body}</section>`).join("\n")}`);
  const run = runProgram("chromium", [
    "--headless",
    "--no-sandbox",
    `--user-data-dir=${join(folder, "chromium")}`,
    "--no-pdf-header-footer",
    `--print-to-pdf=${file}`,
    page,
  ]);
  return run?.status === 0 ? file : undefined;
}

/** Each reader's CPU over one long document, beside ours. */
function ruledPages({ title, file, warm, dist, folder, python, peers, quick }) {
  /** Of several runs in turn, each reader's best: what another program took of the processor's caches meanwhile is not its cost. */
  const best = (run) => Array.from({ length: quick ? 1 : 3 }, run).reduce((a, b) => (b.cpuS < a.cpuS ? b : a));
  const ours = best(() => runTask("ours", { dist, warm, file }));
  const readers = [
    [
      `\`ziping extract\`: two processes from their start to the judged records of ${ours.pages} reports`,
      () => runProgram(process.execPath, [join(dist, "cli", "main.js"), "extract", file]),
    ],
    [
      "pdf.js `getTextContent`, its caches emptied every 25 pages, no tables",
      () => runTask("textContent", { warm: [warm], files: [file], clean: 25 }),
    ],
    ["pdf.js `getTextContent`, its caches never emptied, no tables", () => runTask("textContent", { warm: [warm], files: [file] })],
    ["pdftotext -layout, no tables", () => runProgram("pdftotext", ["-layout", file, join(folder, "out.txt")])],
    [
      "LiteParse, no tables",
      () => runProgram(join(peers, "node_modules/.bin/lit"), ["parse", file, "--no-ocr", "-q", "-o", join(folder, "lit.txt")]),
    ],
    ["pdf2json, no tables", () => runProgram(join(peers, "node_modules/.bin/pdf2json"), ["-f", file, "-o", folder, "-s"])],
    ["kreuzberg `extractFile`", () => runProgram(process.execPath, ["-e", KREUZBERG, peers, file])],
    ["pdfminer.six, glyphs and rulings placed: what pdfplumber begins with", () => runProgram(python, [MINER, "glyphs", "1", file])],
    ["pdfminer.six with its layout, no tables", () => runProgram(python, [MINER, "layout", "1", file])],
    ["pdfplumber `extract_tables`", () => plumber(python, [file])],
    [
      `Camelot lattice, of ${SOME} pages`,
      () => {
        const run = runProgram(python, ["-c", CAMELOT, file, `1-${SOME}`]);
        return run && { ...run, cpuS: (run.cpuS * ours.pages) / SOME };
      },
    ],
  ];
  const rows = [costRow(ours)("ziping: extraction and layout, tables found", ours)];
  for (const [name, run] of readers) {
    const first = run();
    if (first && (first.status ?? 0) === 0) rows.push(costRow(ours)(name, first.status === undefined ? best(run) : first));
  }
  return { title: `PDF with a text layer: ${title} (${ours.tables} tables found)`, head: COSTS, rows };
}

const COSTS = ["reader", "CPU a page", "beside ours", "peak memory"];

/** A reader's row of such a table: its cost by page and beside ours. */
const costRow =
  (ours) =>
  (name, { cpuS, rssMb }) => [
    name,
    `${((1000 * cpuS) / ours.pages).toFixed(1)} ms`,
    (cpuS / ours.cpuS).toFixed(2),
    `${rssMb.toFixed(0)} MB`,
  ];

function shortPdfs({ dist, python, quick }) {
  const layouts = readdirSync(LAYOUTS)
    .filter((name) => name.endsWith(".pdf"))
    .map((name) => join(LAYOUTS, name));
  const times = quick ? 2 : TIMES;
  const ours = runTask("oursAgain", { dist, files: layouts, times });
  const readers = [
    ["pdf.js `getTextContent`, no tables", () => ({ ...runTask("textContent", { warm: layouts, files: layouts, times }), status: 0 })],
    ["pdfminer.six, glyphs and rulings placed", () => runProgram(python, [MINER, "glyphs", `${times}`, ...layouts])],
    ["pdfminer.six with its layout, no tables", () => runProgram(python, [MINER, "layout", `${times}`, ...layouts])],
    ["pdfplumber `extract_tables`", () => plumber(python, layouts, times)],
  ];
  const rows = [costRow(ours)("ziping: extraction and layout, tables found", ours)];
  for (const [name, run] of readers) {
    const measured = run();
    if (measured?.status === 0) rows.push(costRow(ours)(name, measured));
  }
  return {
    title: `Short PDFs: the ${layouts.length} of fixtures/layouts, made by Chromium and LibreOffice with fonts of their own, each ${times} times (${ours.pages} pages)`,
    head: COSTS,
    rows,
  };
}

function growthOverPages(sizes, { dist, warm, made }) {
  const growth = sizes.map((pages) => ({ pages, ...runTask("ours", { dist, warm, file: made(pages) }) }));
  return {
    title: "PDF: growth with pages (the exponent is that of the CPU since the row above)",
    head: ["pages", "CPU a page", "exponent", "peak memory", "tables"],
    rows: growth.map(({ pages, cpuS, rssMb, tables }, i) => [
      pages,
      `${((1000 * cpuS) / pages).toFixed(1)} ms`,
      i === 0 ? "" : slope([growth[i - 1].pages, growth[i - 1].cpuS], [pages, cpuS]),
      `${rssMb.toFixed(0)} MB`,
      tables,
    ]),
  };
}
