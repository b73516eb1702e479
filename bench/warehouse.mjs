// Loading records into DuckDB and PostgreSQL, and the queries of docs/queries.md over them.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runProgram, runTask } from "./child.mjs";
import { startPostgres } from "./postgres.mjs";

/** Documents a transaction. */
const BATCH = 1000;
const RUNS = 3;

export async function benchWarehouse({ dist, folder, quick, records }) {
  const queries = documentedQueries();
  const counts = quick ? [1000] : records.split(",").map(Number);
  const loads = [];
  const last = {};
  for (const count of counts) {
    const file = join(folder, `records-${count}.duckdb`);
    last.DuckDB = runTask("warehouse", { dist, count, batch: BATCH, file, queries, runs: RUNS });
    loads.push(loadRow("DuckDB", count, last.DuckDB));
    rmSync(file, { force: true });
    const postgres = await startPostgres();
    if (postgres === undefined) continue;
    try {
      last.PostgreSQL = runTask("warehouse", { dist, count, batch: BATCH, url: postgres.url, queries, runs: RUNS });
      loads.push(loadRow("PostgreSQL", count, last.PostgreSQL));
    } finally {
      postgres.stop();
    }
  }
  const { indicators, findings } = last.DuckDB;
  const asked = queries.map(({ title }, index) => {
    const times = ["DuckDB", "PostgreSQL"].flatMap((name) => {
      const time = last[name]?.times[index];
      return time ? [`${time.first.toFixed(0)} ms`, `${time.best.toFixed(0)} ms`] : ["", ""];
    });
    return [title, last.DuckDB.times[index].rows, ...times];
  });
  return [
    {
      title: `Loading records, ${BATCH} a transaction; the largest load holds ${indicators.toLocaleString("en")} indicators and ${findings.toLocaleString("en")} findings`,
      head: ["database", "records", "time", "records a second", "records a CPU second of the loader", "loader's peak memory", "size"],
      rows: loads,
    },
    {
      title: `The queries of docs/queries.md over ${counts.at(-1).toLocaleString("en")} records: the first run, and the best of ${RUNS}`,
      head: ["query", "rows", "DuckDB, first", "DuckDB, best", "PostgreSQL, first", "PostgreSQL, best"],
      rows: asked,
    },
    benchAnew({ dist, folder, count: counts.at(-1) }),
  ];
}

/** Judging an archive anew by its kept records, as after an upgrade: every record is another version's. */
export function benchAnew({ dist, folder, count }) {
  const file = join(folder, "kept.duckdb");
  const load = runTask("warehouse", { dist, count, batch: BATCH, file, keepRecords: true, queries: [], runs: 0 });
  const main = join(dist, "cli", "main.js");
  const runs = [
    ["ziping diff --records", ["diff", file, "--records"]],
    ["ziping diff --records --apply", ["diff", file, "--records", "--apply"]],
    ["ziping diff --records, where nothing is another version's", ["diff", file, "--records"]],
    ["ziping report", ["report", file, "--output", join(folder, "report.html")]],
  ].map(([name, args]) => {
    const { status, cpuS, wallS, rssMb } = runProgram(process.execPath, [main, ...args]);
    return [name, status, `${wallS.toFixed(1)} s`, `${cpuS.toFixed(1)} s`, `${rssMb.toFixed(0)} MB`];
  });
  rmSync(file, { force: true });
  return {
    title: `An archive of ${count.toLocaleString("en")} reports with their records (DuckDB, ${(load.bytes / 2 ** 20).toFixed(0)} MB) judged anew by the rules, and its summary`,
    head: ["command", "exit code", "time", "CPU", "largest process"],
    rows: runs,
  };
}

function documentedQueries() {
  const page = readFileSync(join(import.meta.dirname, "..", "docs", "queries.md"), "utf8");
  return Array.from(page.matchAll(/^(.+)\n\n```sql\n([\s\S]+?);\n```/gm), ([, title, sql]) => ({ title, sql }));
}

function loadRow(database, count, { cpuS, wallS, rssMb, bytes }) {
  const size = `${(bytes / 2 ** 20).toFixed(0)} MB`;
  return [database, count, `${wallS.toFixed(1)} s`, (count / wallS).toFixed(0), (count / cpuS).toFixed(0), `${rssMb.toFixed(0)} MB`, size];
}
