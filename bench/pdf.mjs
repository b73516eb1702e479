// PDFs with a text layer: CPU a page beside other readers of the same file, and memory over many pages.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram, runTask } from "./child.mjs";
import { makeReport } from "./reports.mjs";
import { slope } from "./slope.mjs";
import { pdf } from "./writers.mjs";

const PLUMBER = "import sys,pdfplumber\nfor p in pdfplumber.open(sys.argv[1]).pages: p.extract_tables(); p.close()";
const CAMELOT = "import sys,camelot\ncamelot.read_pdf(sys.argv[1],pages='all',flavor='lattice')";

export async function benchPdf({ dist, folder, python, peers, quick }) {
  const make = (pages) => {
    const file = join(folder, `pages-${pages}.pdf`);
    // Eleven indicators fill a page, by construction.
    writeFileSync(file, pdf(Array.from({ length: pages }, (_, seed) => makeReport(seed, 11))));
    return file;
  };
  const warm = make(20);
  const file = make(200);
  /** Of several runs in turn, each reader's best: what another program took of the processor's caches meanwhile is not its cost. */
  const best = (run) => Array.from({ length: quick ? 1 : 3 }, run).reduce((a, b) => (b.cpuS < a.cpuS ? b : a));
  const ours = best(() => runTask("ours", { dist, warm, file }));
  const row = (name, { cpuS, rssMb }) => [
    name,
    `${((1000 * cpuS) / ours.pages).toFixed(1)} ms`,
    (cpuS / ours.cpuS).toFixed(2),
    `${rssMb.toFixed(0)} MB`,
  ];
  const readers = [
    ["pdf.js `getTextContent`, its caches emptied every 25 pages, no tables", () => runTask("textContent", { warm, file, clean: 25 })],
    ["pdf.js `getTextContent`, its caches never emptied, no tables", () => runTask("textContent", { warm, file, clean: 0 })],
    ["pdftotext -layout, no tables", () => runProgram("pdftotext", ["-layout", file, join(folder, "out.txt")])],
    [
      "LiteParse, no tables",
      () => runProgram(join(peers, "node_modules/.bin/lit"), ["parse", file, "--no-ocr", "-q", "-o", join(folder, "lit.txt")]),
    ],
    ["pdfplumber `extract_tables`", () => runProgram(python, ["-c", PLUMBER, file])],
    ["Camelot lattice", () => runProgram(python, ["-c", CAMELOT, file])],
  ];
  const rows = [row("ziping: extraction and layout, tables found", ours)];
  for (const [name, run] of readers) {
    const first = run();
    if (first && (first.status ?? 0) === 0) rows.push(row(name, first.status === undefined ? best(run) : first));
  }
  const sizes = quick ? [200, 400] : [1, 10, 100, 1000, 2000];
  const growth = sizes.map((pages) => ({ pages, ...runTask("ours", { dist, warm, file: make(pages) }) }));
  return [
    {
      title: `PDF with a text layer: ${ours.pages} pages, each a ruled form (${ours.tables} tables found)`,
      head: ["reader", "CPU a page", "beside ours", "peak memory"],
      rows,
    },
    {
      title: "PDF: growth with pages (the exponent is that of the CPU since the row above)",
      head: ["pages", "CPU a page", "exponent", "peak memory", "tables"],
      rows: growth.map(({ pages, cpuS, rssMb, tables }, i) => [
        pages,
        `${((1000 * cpuS) / pages).toFixed(1)} ms`,
        i === 0 ? "" : slope([growth[i - 1].pages, growth[i - 1].cpuS], [pages, cpuS]),
        `${rssMb.toFixed(0)} MB`,
        tables,
      ]),
    },
  ];
}
