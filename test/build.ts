import { spawnSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** Folder of the compiled code, made for this run of the tests. */
    dist: string;
  }
}

const root = join(import.meta.dirname, "..");

/** Compiles ziping to a folder of this run's own, so that runs side by side do not pull the code from under each other. */
export default function setup(project: TestProject): () => void {
  const dist = join(root, ".ziping", `dist-${process.pid}`);
  spawnSync(process.execPath, [join(root, "scripts", "build.mjs"), "--out", dist], { stdio: "inherit" });
  project.provide("dist", dist);
  return () => rmSync(dist, { recursive: true, force: true });
}
