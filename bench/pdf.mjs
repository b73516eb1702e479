// PDFs with a text layer: CPU a page beside other readers of the same file, and memory over many pages.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram, runTask } from "./child.mjs";
import { makeReport } from "./reports.mjs";
import { pdf } from "./writers.mjs";

const PLUMBER = "import sys,pdfplumber\nfor p in pdfplumber.open(sys.argv[1]).pages: p.extract_tables(); p.close()";
const CAMELOT = "import sys,camelot\ncamelot.read_pdf(sys.argv[1],pages='all',flavor='lattice')";

export async function benchPdf({ dist, folder, python, quick }) {
  const make = (pages) => {
    const file = join(folder, `pages-${pages}.pdf`);
    // Eleven indicators fill a page, by construction.
    writeFileSync(file, pdf(Array.from({ length: pages }, (_, seed) => makeReport(seed, 11))));
    return file;
  };
  const warm = make(20);
  const file = make(200);
  const ours = runTask("ours", { dist, warm, file });
  const perPage = (cpuS) => `${((1000 * cpuS) / ours.pages).toFixed(1)} ms`;
  const rows = [["ziping: extraction and layout, tables found", perPage(ours.cpuS), `${ours.rssMb.toFixed(0)} MB`]];
  const text = runTask("textContent", { warm, file });
  rows.push(["pdf.js `getTextContent` alone, no tables", perPage(text.cpuS), `${text.rssMb.toFixed(0)} MB`]);
  const peers = [
    ["pdftotext -layout, no tables", "pdftotext", ["-layout", file, join(folder, "out.txt")]],
    ["pdfplumber `extract_tables`", python, ["-c", PLUMBER, file]],
    ["Camelot lattice", python, ["-c", CAMELOT, file]],
  ];
  for (const [name, command, args] of peers) {
    const run = runProgram(command, args);
    if (run?.status === 0) rows.push([name, perPage(run.cpuS), `${run.rssMb.toFixed(0)} MB`]);
  }
  const memory = (quick ? [200, 400] : [1, 10, 200, 1000, 2000]).map((pages) => {
    const { cpuS, rssMb, tables } = pages === 200 ? ours : runTask("ours", { dist, warm, file: make(pages) });
    return [pages, `${((1000 * cpuS) / pages).toFixed(1)} ms`, `${rssMb.toFixed(0)} MB`, tables];
  });
  return [
    {
      title: `PDF with a text layer: ${ours.pages} pages, each a ruled form (${ours.tables} tables found)`,
      head: ["reader", "CPU a page", "peak memory"],
      rows,
    },
    { title: "PDF: growth with pages", head: ["pages", "CPU a page", "peak memory", "tables"], rows: memory },
  ];
}
