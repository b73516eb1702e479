import { readdirSync, readFileSync } from "node:fs";

/** The processes that a process has started, by whichever of its threads, and that live. */
export function childrenOf(pid: number): number[] {
  const tasks = readdirSync(`/proc/${pid}/task`).map((task) => readFileSync(`/proc/${pid}/task/${task}/children`, "utf8"));
  return tasks.flatMap((children) => children.split(" ").filter(Boolean).map(Number));
}
