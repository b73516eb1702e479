// CPU seconds of processes with all that they started, living or gone: Linux counts both.
import { readdirSync, readFileSync } from "node:fs";

const TICKS_A_SECOND = 100;

/** CPU seconds so far of the processes and everything below them. */
export function cpuOfTrees(pids) {
  const stats = new Map();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const fields = readFileSync(`/proc/${pid}/stat`, "latin1")
        .replace(/^.*\) /s, "")
        .split(" ");
      // Fields of proc(5), counted from the state: parent 1; own user and system time 11, 12; that of children that have ended 13, 14.
      stats.set(Number(pid), { parent: Number(fields[1]), ticks: fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) });
    } catch {
      // It has just ended.
    }
  }
  const belongs = (pid) => pids.includes(pid) || (stats.has(pid) && belongs(stats.get(pid).parent));
  let ticks = 0;
  for (const [pid, stat] of stats) if (belongs(pid)) ticks += stat.ticks;
  return ticks / TICKS_A_SECOND;
}

export function parentOf(pid) {
  return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))[1]);
}
