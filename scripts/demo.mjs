// The main job on fixtures/, with nothing but Node: the findings of a few reports, then all of them brought into a warehouse, and
// what that has to say as a page, fixtures.html.
import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");
const warehouse = join(root, "fixtures.duckdb");

function run(script, args, accepted = [0]) {
  const { status } = spawnSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: "inherit" });
  if (!accepted.includes(status)) process.exit(status ?? 1);
}

run("scripts/build.mjs", []);
// Exit code 1: contradictions were found, which is what these reports are for.
run("dist/cli/main.js", ["check", "fixtures/reports"], [0, 1]);
rmSync(warehouse, { force: true });
rmSync(`${warehouse}.wal`, { force: true });
run("dist/cli/main.js", ["import", "fixtures", "--to", "fixtures.duckdb"]);
run("dist/cli/main.js", ["report", "fixtures.duckdb", "--output", "fixtures.html"]);
