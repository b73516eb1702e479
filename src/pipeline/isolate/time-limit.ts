import { readdirSync, readFileSync } from "node:fs";

/**
 * Calls `expired` once a process had `limitMs` of the clock since now, without the time in which it stood ready and other programs had the
 * processors: a busy machine is not the document's doing. Where the system does not tell that time (only Linux does), the clock alone counts.
 */
export function limitTime(pid: number, limitMs: number, expired: () => void): { stop(): void } {
  const [began, before] = [performance.now(), waits(pid)];
  const left = () => limitMs - (performance.now() - began) + longestWait(before, waits(pid));
  const look = () => {
    const ms = left();
    if (ms > 0) timer = setTimeout(look, Math.ceil(ms));
    else expired();
  };
  let timer = setTimeout(look, limitMs);
  return { stop: () => clearTimeout(timer) };
}

/** Milliseconds for which each thread of a process stood ready for a processor since the thread began. */
function waits(pid: number): ReadonlyMap<string, number> {
  try {
    const tasks = `/proc/${pid}/task`;
    return new Map(readdirSync(tasks).map((thread) => [thread, waitOf(readFileSync(`${tasks}/${thread}/schedstat`, "latin1"))]));
  } catch {
    return new Map();
  }
}

/** Of "ran waited slices": nanoseconds, nanoseconds, a count (the kernel's Documentation/scheduler/sched-stats). */
function waitOf(schedstat: string): number {
  return Number(schedstat.split(" ")[1]) / 1e6;
}

/** What the thread that waited longest waited meanwhile. */
function longestWait(before: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): number {
  return Math.max(0, ...[...now].map(([thread, wait]) => wait - (before.get(thread) ?? 0)));
}
