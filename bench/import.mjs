// `ziping import` of a folder of varied documents, with one and two reader processes.
import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runProgram } from "./child.mjs";
import { makeReport } from "./reports.mjs";
import { WRITERS } from "./writers.mjs";

export async function benchImport({ dist, folder, quick, documents }) {
  const count = quick ? 100 : Number(documents);
  const archive = join(folder, "archive");
  mkdirSync(archive, { recursive: true });
  const formats = Object.keys(WRITERS);
  for (let seed = 0; seed < count; seed++) {
    const format = formats[seed % formats.length];
    writeFileSync(join(archive, `${String(seed).padStart(5, "0")}.${format}`), WRITERS[format](makeReport(seed, 5 + (seed % 16))));
  }
  const main = join(dist, "cli", "main.js");
  const rows = [];
  for (const workers of [1, 2]) {
    const to = join(folder, `archive-${workers}.duckdb`);
    rmSync(to, { force: true });
    const run = runProgram(process.execPath, [main, "import", archive, "--to", to, "--ocr", "off", "--workers", String(workers)]);
    if (!run) break;
    rows.push([
      workers,
      `${run.wallS.toFixed(1)} s`,
      (count / run.wallS).toFixed(1),
      (count / run.cpuS).toFixed(1),
      `${run.rssMb.toFixed(0)} MB`,
      run.status,
    ]);
  }
  const first = await firstRecord(main, join(archive, "00000.pdf"));
  return [
    {
      title: `Import of ${count} documents (${formats.join(", ")}) into DuckDB`,
      head: ["reader processes", "time", "documents a second", "documents a CPU second", "largest process", "exit code"],
      rows,
    },
    {
      title: "One document, from the start of the process",
      head: ["", "time"],
      rows: [["to the first record of a PDF", `${first.toFixed(2)} s`]],
    },
  ];
}

function firstRecord(main, file) {
  const before = performance.now();
  const child = spawn(process.execPath, [main, "extract", file, "--ocr", "off"], { stdio: ["ignore", "pipe", "inherit"] });
  return new Promise((resolve) => child.stdout.once("data", () => resolve((performance.now() - before) / 1000)));
}
