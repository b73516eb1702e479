// What a machine gives two processes that share nothing and make objects and texts, as readers do: no import scales better than that on it.
// Run by itself, the work; its answer is its seconds.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const RUNS = 5;
const ROUNDS = 50;
const OBJECTS = 60_000;

/** How many times as much two processes do as one, in each of some runs: `{ alone, both }` in seconds. */
export async function twoProcesses() {
  const runs = [];
  for (let i = 0; i < RUNS; i++) {
    const alone = await seconds();
    const both = Math.max(...(await Promise.all([seconds(), seconds()])));
    runs.push({ alone, both });
  }
  return runs;
}

async function seconds() {
  const child = spawn(process.execPath, [fileURLToPath(import.meta.url)], { stdio: ["ignore", "pipe", "inherit"] });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text) => {
    said += text;
  });
  await once(child, "close");
  return Number(said);
}

function work() {
  for (let round = 0; round < ROUNDS; round++) {
    const made = new Map();
    for (let i = 0; i < OBJECTS; i++) made.set(`k${i}`, { i, pair: [i, i + 1], text: "x".repeat(i % 30) });
    JSON.parse(JSON.stringify([...made.values()].slice(0, OBJECTS / 3)));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const began = performance.now();
  work();
  process.stdout.write(String((performance.now() - began) / 1000));
}
