import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { DuckDBWarehouse } from "../../src/warehouse/duckdb-warehouse.js";
import { EXPORTED_TABLES } from "../../src/warehouse/exports/write-parquet.js";
import { childrenOf } from "../children-of.js";
import { ended, FIXTURES, reportText, scratch, start, ziping } from "./command-line.js";

const FILES = 60;
let archive: string;
beforeAll(() => {
  archive = scratch();
  for (let index = 0; index < FILES; index++) {
    const year = join(archive, String(2020 + (index % 3)));
    mkdirSync(year, { recursive: true });
    writeFileSync(join(year, `${index}.md`), reportText(`巡检${index}`, index % 4 === 0 ? "40" : "50"));
  }
  writeFileSync(join(archive, "broken.pdf"), "%PDF-1.7 and no more");
});

/** Every row of a warehouse, without what differs from load to load. */
async function contents(file: string) {
  const warehouse = await DuckDBWarehouse.open(file, { readOnly: true });
  try {
    const tables: { [table: string]: unknown } = {};
    for (const table of EXPORTED_TABLES.filter((name) => name !== "load")) {
      const rows = await warehouse.query(`SELECT * FROM ${table} ORDER BY ALL`);
      tables[table] = rows.map(({ load_id, replaced_by_load_id, ...row }) => row);
    }
    return tables as { readonly [table: string]: readonly { readonly [column: string]: unknown }[] };
  } finally {
    await warehouse.close();
  }
}

/** What a manifest tells of each file but how it came to be known. */
function outcomesIn(manifest: string): unknown[] {
  const lines = readFileSync(manifest, "utf8").trimEnd().split("\n");
  const told = lines
    .map((line) => JSON.parse(line))
    .map(({ path, fault, remedy, sha256, reports }) => ({ path, fault, remedy, sha256, reports }));
  return told.sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe("ziping import", () => {
  it("brings a folder in, and ends with what was found and what could not be read", async () => {
    const file = join(scratch(), "a.duckdb");
    const { code, stdout } = await ziping(["import", archive, FIXTURES, "--to", file]);
    expect(code).toBe(3);
    expect(stdout).toMatch(/^Read 64 files \(64 reports\) in \d+s; 0 were judged before; 0 left out/);
    expect(stdout).toMatch(/Not read: 1\..*\n {2}corrupt {2}1/);
    expect(stdout).toMatch(/✖ score\/total-mismatch +16 in 16 reports/);
    const { dim_report, source_file } = await contents(file);
    expect([dim_report!.length, source_file!.length]).toEqual([64, 65]);
  });

  it("reads nothing again on a second run, and only what changed on a third", async () => {
    const file = join(scratch(), "a.duckdb");
    const folder = scratch();
    for (const name of ["a", "b"]) writeFileSync(join(folder, `${name}.md`), reportText(name));
    await ziping(["import", folder, "--to", file]);
    const before = await contents(file);
    expect((await ziping(["import", folder, "--to", file])).stdout).toMatch(/^Read 0 files .* 2 were judged before/);
    expect(await contents(file)).toEqual(before);
    writeFileSync(join(folder, "b.md"), reportText("b", "60"));
    const third = (await ziping(["import", folder, "--to", file])).stdout;
    expect(third).toMatch(/^Read 1 files .* 1 were judged before/);
    expect(third).toContain("1 reports are later versions of others");
  });

  it.runIf(process.platform === "linux")(
    "is brought to the same warehouse, row for row, after kills at any moment, and leaves no reader behind",
    async () => {
      const undisturbed = join(scratch(), "a.duckdb");
      const manifest = join(scratch(), "a.ndjson");
      await ziping(["import", archive, "--to", undisturbed, "--manifest", manifest]);

      const file = join(scratch(), "b.duckdb");
      const command = ["import", archive, "--to", file, "--batch", "3", "--workers", "2", "--events", "-"];
      const moments = ["at the start", "at the first document", "at the first load", "in the midst of loads"];
      for (const [kill, moment] of moments.entries()) {
        const child = start(command);
        const killed = ended(child);
        const seen = { file: 0, load: 0 };
        child.stdout!.on("data", (text: string) => {
          for (const event of ["file", "load"] as const) seen[event] += text.split(`"event":"${event}"`).length - 1;
        });
        const isDue = () => [true, seen.file > 0, seen.load > 0, seen.load > 2][kill];
        while (!isDue() && child.exitCode === null) await sleep(2);
        await sleep(Math.random() * 300);
        const readers = childrenOf(child.pid!);
        child.kill("SIGKILL");
        expect([moment, (await killed).signal]).toEqual([moment, "SIGKILL"]);
        for (let waited = 0; readers.some(isAlive) && waited < 5000; waited += 50) await sleep(50);
        expect(readers.filter(isAlive)).toEqual([]);
      }

      const partial = (await contents(file)).source_file!.length;
      expect(partial).toBeGreaterThan(0);
      const again = join(scratch(), "b.ndjson");
      const { stdout } = await ziping(["import", archive, "--to", file, "--manifest", again]);
      expect(stdout).toContain(`${partial} were judged before`);
      expect(await contents(file)).toEqual(await contents(undisturbed));
      expect(outcomesIn(again)).toEqual(outcomesIn(manifest));
    },
    240_000,
  );

  it("saves what was read when it is interrupted, and goes on from there", async () => {
    const file = join(scratch(), "a.duckdb");
    const child = start(["import", archive, "--to", file, "--workers", "1"]);
    const interrupted = ended(child);
    while (childrenOf(child.pid!).length === 0) await sleep(5);
    await sleep(400);
    child.kill("SIGINT");
    const { code, stderr } = await interrupted;
    expect(code).toBe(130);
    expect(stderr).toContain("stopping; what was read is being saved");
    const saved = (await contents(file)).source_file!.length;
    expect(saved).toBeLessThan(FILES + 1);
    expect((await ziping(["import", archive, "--to", file])).stdout).toContain(`${saved} were judged before`);
    expect((await contents(file)).source_file).toHaveLength(FILES + 1);
  });

  it("says what to do when the warehouse is in use", async () => {
    const file = join(scratch(), "a.duckdb");
    const holder = await DuckDBWarehouse.open(file);
    const { code, stderr } = await ziping(["import", FIXTURES, "--to", file]);
    await holder.close();
    expect(code).toBe(4);
    expect(stderr).toContain("Another process has it open");
  });

  it("exports the warehouse as Parquet", async () => {
    const file = join(scratch(), "a.duckdb");
    await ziping(["import", FIXTURES, "--to", file]);
    const folder = join(scratch(), "parquet");
    const { code, stdout } = await ziping(["export", file, "--to", folder]);
    expect(code).toBe(0);
    const written = stdout
      .trimEnd()
      .split("\n")
      .map((path) => basename(path, ".parquet"));
    expect(written).toEqual(EXPORTED_TABLES);
    rmSync(folder, { recursive: true });
  });
});
