// Runs one task in a process of its own, so that its CPU seconds and memory are nobody else's.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

/** The answer of a task in bench/tasks.mjs. `flags` are Node's. */
export function runTask(task, input, flags = []) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [...flags, join(import.meta.dirname, "tasks.mjs"), task, JSON.stringify(input)],
    {
      encoding: "utf8",
      maxBuffer: 2 ** 28,
    },
  );
  if (status !== 0) throw new Error(`The task ${task} failed: ${stderr.slice(-2000)}`);
  return JSON.parse(stdout.trim().split("\n").at(-1));
}

/** CPU seconds and peak memory of another program, by GNU time; undefined where either is not installed. */
export function runProgram(command, args) {
  if (!existsSync("/usr/bin/time")) return undefined;
  const { status, stderr } = spawnSync("/usr/bin/time", ["-f", "%U %S %M %e", command, ...args], {
    encoding: "utf8",
    maxBuffer: 2 ** 28,
    stdio: ["ignore", "ignore", "pipe"],
  });
  const [user, system, kilobytes, wall] = stderr.trim().split("\n").at(-1).split(" ").map(Number);
  return Number.isFinite(kilobytes) && status !== 127 && status !== null
    ? { status, cpuS: user + system, rssMb: kilobytes / 1024, wallS: wall }
    : undefined;
}
