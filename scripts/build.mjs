// Compiles src/ to dist/ and copies the data files (SQL) that the compiler leaves behind.
import { execFileSync } from "node:child_process";
import { chmodSync, cpSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, "..");
const tsc = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");

rmSync(join(root, "dist"), { recursive: true, force: true });
execFileSync(process.execPath, [tsc, "-p", join(root, "tsconfig.json")], { stdio: "inherit" });
cpSync(join(root, "src"), join(root, "dist"), {
  recursive: true,
  filter: (path) => !/\.[cm]?tsx?$/.test(path),
});
chmodSync(join(root, "dist", "cli", "main.js"), 0o755);
