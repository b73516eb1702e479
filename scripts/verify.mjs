// Everything that must hold, in one command: build, types, style, unused code, docs up to date, the tests on this Node and the ones that touch
// processes and native code on Node 24. Ends with the test runner's summary and a line of counts, in which each step counts as one.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { provideServices } from "./services.mjs";

const NODE_24 = "24.11.1";
const root = join(import.meta.dirname, "..");
const workFolder = join(root, ".ziping");
const results = join(workFolder, "test-counts.json");
const bin = (name) => join(root, "node_modules", ".bin", name);
const vitest = join(root, "node_modules", "vitest", "vitest.mjs");
const counts = { passed: 0, failed: 0, skipped: 0 };

mkdirSync(workFolder, { recursive: true });
provideServices();
step("build", process.execPath, ["scripts/build.mjs"]);
step("types", bin("tsc"), ["--noEmit", "-p", "tsconfig.test.json"]);
step("types of the page", bin("tsc"), ["-p", "tsconfig.web.json"]);
step("style", bin("biome"), ["check", "."]);
step("unused code and dependencies", bin("knip"), []);
const node24 = provideNode24();
if (node24)
  step("processes, warehouse and command line on Node 24", node24, [vitest, "run", "test/pipeline", "test/warehouse", "test/cli"]);
tests();
console.log(`\n${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ""}`);
process.exitCode = counts.failed > 0 ? 1 : 0;

function step(name, command, args) {
  console.log(`\n── ${name}`);
  const passed = run(command, args);
  counts[passed ? "passed" : "failed"]++;
  if (!passed) console.log(`✖ ${name} failed`);
}

function run(command, args) {
  return spawnSync(command, args, { cwd: root, stdio: "inherit" }).status === 0;
}

/** Node 24 from the npm package `node`, which brings the program; in a folder of its own, so that it is nobody's `node` by accident. */
function provideNode24() {
  if (process.versions.node.startsWith("24.")) return undefined;
  const folder = join(workFolder, "node-24");
  const program = join(folder, "node_modules", "node", "bin", "node");
  console.log(`\n── Node ${NODE_24}`);
  if (!existsSync(program)) run("npm", ["install", "--silent", "--no-save", "--prefix", folder, `node@${NODE_24}`]);
  if (existsSync(program)) return program;
  console.log("✖ Node 24 could not be installed from the npm registry");
  counts.failed++;
  return undefined;
}

function tests() {
  console.log(`\n── tests on Node ${process.versions.node}`);
  rmSync(results, { force: true });
  const passed = run(process.execPath, [vitest, "run", "--reporter=./scripts/count-reporter.mjs", "--reporter=default"]);
  const counted = existsSync(results) ? JSON.parse(readFileSync(results, "utf8")) : { passed: 0, failed: 0, skipped: 0 };
  for (const kind of Object.keys(counts)) counts[kind] += counted[kind];
  // The run may fail without a test that does: an error behind the tests' back.
  if (!passed && counted.failed === 0) counts.failed++;
}
