import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, it } from "vitest";

it("has a lock file that holds the optional packages of every platform, so that `npm ci` takes it (else: npm run lock)", () => {
  const { stdout } = spawnSync(process.execPath, [join(import.meta.dirname, "..", "scripts", "complete-lock.mjs"), "--check"], {
    encoding: "utf8",
  });
  expect(stdout).toContain("0 optional packages");
});
