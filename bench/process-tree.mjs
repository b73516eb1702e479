// CPU seconds of processes with all that they started, living or gone: Linux counts both.
import { readdirSync, readFileSync } from "node:fs";

const TICKS_A_SECOND = 100;

/** CPU seconds so far of the processes and everything below them. */
export function cpuOfTrees(pids) {
  const stats = new Map();
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    const stat = statOf(pid);
    if (stat) stats.set(Number(pid), { parent: stat.parent, ticks: stat.own + stat.ended });
  }
  const belongs = (pid) => pids.includes(pid) || (stats.has(pid) && belongs(stats.get(pid).parent));
  let ticks = 0;
  for (const [pid, stat] of stats) if (belongs(pid)) ticks += stat.ticks;
  return ticks / TICKS_A_SECOND;
}

/** CPU seconds so far of a process alone; undefined when it has ended. */
export function cpuOf(pid) {
  const stat = statOf(pid);
  return stat && stat.own / TICKS_A_SECOND;
}

/** Its parent, and ticks of its own and of children that have ended. */
function statOf(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "latin1")
      .replace(/^.*\) /s, "")
      .split(" ")
      .map(Number);
    // Fields of proc(5), counted from the state.
    return { parent: fields[1], own: fields[11] + fields[12], ended: fields[13] + fields[14] };
  } catch {
    return undefined;
  }
}

export function parentOf(pid) {
  return Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "latin1"))[1]);
}
