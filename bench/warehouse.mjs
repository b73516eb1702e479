// Loading records into DuckDB, and the queries of docs/warehouse.md over them.
import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { runTask } from "./child.mjs";

export async function benchWarehouse({ dist, folder, quick, records }) {
  const page = readFileSync(join(import.meta.dirname, "..", "docs", "warehouse.md"), "utf8");
  const queries = Array.from(page.matchAll(/```sql\n([\s\S]*?)```/g), ([, sql]) => sql.trim().replace(/;$/, ""));
  const loads = [];
  let asked = [];
  for (const count of quick ? [1000] : records.split(",").map(Number)) {
    const file = join(folder, `records-${count}.duckdb`);
    rmSync(file, { force: true });
    const { cpuS, wallS, times, rssMb } = runTask("warehouse", { dist, count, file, queries });
    loads.push([count, `${wallS.toFixed(1)} s`, (count / wallS).toFixed(0), (count / cpuS).toFixed(0), `${rssMb.toFixed(0)} MB`]);
    asked = times.map(({ sql, rows, ms }) => [`\`${sql.replace(/\s+/g, " ").replaceAll("|", "\\|")}…\``, rows, `${ms.toFixed(0)} ms`]);
  }
  return [
    {
      title: "Loading records into DuckDB, 200 a transaction",
      head: ["records", "time", "records a second", "records a CPU second", "peak memory"],
      rows: loads,
    },
    { title: "The queries of docs/warehouse.md over the largest of them", head: ["query", "rows", "time"], rows: asked },
  ];
}
