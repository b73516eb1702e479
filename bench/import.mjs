// `ziping import` of the auditor's folder, with one, two and four reader processes, and held to one core (by taskset, where it is installed).
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { writeAuditorsFolder } from "./auditors-folder.mjs";
import { runTask } from "./child.mjs";
import { plumber } from "./plumber.mjs";
import { cpuOf } from "./process-tree.mjs";
import { twoProcesses } from "./yardstick.mjs";

export async function benchImport({ dist, folder, python, quick, documents }) {
  const count = quick ? 104 : Number(documents);
  const archive = join(folder, "archive");
  const { textual } = writeAuditorsFolder(archive, count);
  const main = join(dist, "cli", "main.js");
  const scaled = [
    ["DOCX, XLSX, HTML, text, Markdown", [join(archive, "textual")], textual],
    ["the whole mix, with PDF, DOC and OFD", [archive], count],
  ];
  const runs = scaled.flatMap((documents) => [
    ...(canHold() ? [[...documents, { workers: 1, core: 0 }]] : []),
    [...documents, { workers: 1 }],
    [...documents, { workers: 2 }],
    [...documents, { workers: 4 }],
  ]);
  const rows = [];
  const alone = new Map();
  for (const [title, paths, files, use] of runs) {
    const run = await imported(main, paths, join(folder, "archive.duckdb"), use);
    const { oneCore, oneProcess } = alone.get(title) ?? {};
    if (use.workers === 1) alone.set(title, { oneCore, oneProcess, [use.core === 0 ? "oneCore" : "oneProcess"]: run.wallS });
    const times = (before) => (before && use.workers > 1 ? `${(before / run.wallS).toFixed(2)} ×` : "");
    rows.push([
      title,
      use.core === 0 ? "1, all on one core" : use.workers,
      `${run.wallS.toFixed(1)} s`,
      (files / run.wallS).toFixed(1),
      run.cpuS ? (files / run.cpuS).toFixed(1) : "–",
      times(oneProcess),
      times(oneCore),
      run.parentS ? `${((100 * run.parentS) / (run.cpuS - run.parentS)).toFixed(1)} %` : "–",
      `${run.firstFindingS.toFixed(2)} s`,
      run.parentMb.map((mb) => mb.toFixed(0)).join(" / "),
      `${run.read}/${files}`,
    ]);
  }
  return [
    {
      title: `Import of the auditor's folder: ${count} native documents in the proportions of the corpus`,
      head: [
        "documents",
        "processes",
        "time",
        "documents a second",
        "documents a CPU second",
        "beside one process",
        "beside one core",
        "CPU of the parent beside the readers'",
        "first finding after",
        "memory of the parent, MB, at a quarter / half / end",
        "read",
      ],
      rows,
    },
    await besidePlumber({ dist, python, archive: join(archive, "pdf"), to: join(folder, "archive.duckdb") }),
    {
      title: "What the machine gives two processes that share nothing",
      head: ["one alone", "two at once, the slower", "beside one process"],
      rows: (await twoProcesses()).map(({ alone, both }) => [
        `${alone.toFixed(2)} s`,
        `${both.toFixed(2)} s`,
        `${((2 * alone) / both).toFixed(2)} ×`,
      ]),
    },
  ];
}

/** Pages a second of the folder's PDFs: imported whole by two processes, read by one, and by pdfplumber, which has one. */
async function besidePlumber({ dist, python, archive, to }) {
  const files = readdirSync(archive).map((name) => join(archive, name));
  const read = runTask("oursAgain", { dist, files, times: 1 });
  const both = await imported(join(dist, "cli", "main.js"), [archive], to, { workers: 2 });
  const theirs = plumber(python, files);
  const row = (name, { wallS, cpuS }) => [
    name,
    (read.pages / wallS).toFixed(1),
    `${((1000 * cpuS) / read.pages).toFixed(1)} ms`,
    theirs ? `${(theirs.wallS / wallS).toFixed(1)} ×` : "",
  ];
  return {
    title: `The PDFs of the auditor's folder: ${files.length} documents, ${read.pages} pages`,
    head: ["reader", "pages a second", "CPU a page", "beside pdfplumber"],
    rows: [
      row("`ziping import`, two processes: read, judged and loaded", both),
      row("ziping: extraction and layout, one process", read),
      ...(theirs ? [row("pdfplumber `extract_tables`, one process", theirs)] : []),
    ],
  };
}

function canHold() {
  return spawnSync("taskset", ["-c", "0", "true"]).status === 0;
}

/** Runs an import and watches its events. CPU seconds are those of all its processes, where GNU time is installed. */
async function imported(main, paths, to, { workers, core }) {
  for (const suffix of ["", ".wal"]) rmSync(`${to}${suffix}`, { force: true });
  const args = [main, "import", ...paths, "--to", to, "--ocr", "off", "--workers", String(workers), "--events", "-"];
  const timed = existsSync("/usr/bin/time");
  const began = performance.now();
  const held = core === undefined ? [] : ["taskset", "-c", `${core}`];
  const [command, ...rest] = [...held, ...(timed ? ["/usr/bin/time", "-f", "CPU %U %S"] : []), process.execPath, ...args];
  const child = spawn(command, rest, { stdio: ["ignore", "pipe", "pipe"] });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    stderr += text;
  });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const samples = [];
  let firstFindingS = Number.NaN;
  let read = 0;
  let parentS;
  for await (const line of createInterface({ input: child.stdout })) {
    const event = JSON.parse(line);
    if (event.event === "file" && event.errors > 0 && Number.isNaN(firstFindingS)) firstFindingS = (performance.now() - began) / 1000;
    const parent = timed ? childOf(child.pid) : child.pid;
    if (event.event === "load" || event.event === "end") samples.push(residentMb(parent));
    if (event.event === "end") {
      read = event.outcomes.read;
      parentS = cpuOf(parent);
    }
  }
  await ended;
  const wallS = (performance.now() - began) / 1000;
  const cpu = /CPU ([\d.]+) ([\d.]+)/.exec(stderr);
  const known = samples.filter((mb) => mb > 0);
  const at = (share) => known[Math.max(0, Math.ceil(known.length * share) - 1)] ?? Number.NaN;
  const cpuS = cpu ? Number(cpu[1]) + Number(cpu[2]) : undefined;
  return { wallS, cpuS, parentS, firstFindingS, read, parentMb: [at(0.25), at(0.5), at(1)] };
}

/** Resident memory now; NaN where the system does not tell. */
function residentMb(pid) {
  try {
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))[1]) / 1024;
  } catch {
    return Number.NaN;
  }
}

function childOf(pid) {
  try {
    return Number(readFileSync(`/proc/${pid}/task/${pid}/children`, "latin1").trim().split(" ")[0]);
  } catch {
    return undefined;
  }
}
