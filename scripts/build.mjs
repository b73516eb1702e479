// Compiles src/ to dist/ (or to --out DIR), copies the data files that the compiler leaves behind, and stamps the build:
// version.json names the package's version and a digest of the code that decides what a record says. Of the reader process, which is started for
// every few documents and by every `ziping check`, few files are made: to find and open four hundred took a third of its start.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, isAbsolute, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { rolldown } from "rolldown";

const { values: options } = parseArgs({ options: { out: { type: "string", default: "dist" } } });
const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, "..");
const out = resolve(root, options.out);
const tsc = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");

/** The folders whose code and data decide what a record and its findings say. */
const STAGES = ["core", "extract", "normalize", "validate", "pipeline"];
/** What records hold is in the stages' own code, in English; its Chinese is looked up where it is shown, and is no reason to read an archive anew. */
const SHOWN = join(out, "core", "messages");

rmSync(out, { recursive: true, force: true });
const compiled = spawnSync(process.execPath, [tsc, "-p", join(root, "tsconfig.json"), "--outDir", out], { stdio: "inherit" });
// A type error fails the build, but what the compiler wrote is still laid out whole.
process.exitCode = compiled.status ?? 1;
cpSync(join(root, "src"), out, { recursive: true, filter: (path) => !/\.[cm]?tsx?$/.test(path) });
const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
writeFileSync(join(out, "version.json"), `${JSON.stringify({ name, version, stages: digest(STAGES.map((stage) => join(out, stage))) })}\n`);
if (process.exitCode === 0) await bundleReader(join(out, "pipeline"));
if (process.exitCode === 0) await bundlePage(join(root, "web"), join(out, "web"));
const main = join(out, "cli", "main.js");
if (existsSync(main)) chmodSync(main, 0o755);

/** Packages stay where npm put them. */
async function bundleReader(folder) {
  const bundle = await rolldown({
    input: join(folder, "child.js"),
    platform: "node",
    external: (id) => !id.startsWith(".") && !isAbsolute(id),
    preserveEntrySignatures: false,
  });
  await bundle.write({ dir: folder, entryFileNames: "[name].js", chunkFileNames: "reader/[name].js" });
  await bundle.close();
}

/** The review page: its modules as one script for browsers, beside its other files as they are and the sheet that it shares with the report. */
async function bundlePage(folder, to) {
  cpSync(folder, to, { recursive: true, filter: (path) => !path.endsWith(".ts") });
  cpSync(join(root, "src", "cli", "report", "page.css"), join(to, "page.css"));
  const bundle = await rolldown({
    input: join(folder, "main.ts"),
    platform: "browser",
    resolve: { extensionAlias: { ".js": [".ts", ".js"] } },
  });
  await bundle.write({ file: join(to, "review.js"), minify: true });
  await bundle.close();
}

/** 12 hex digits over the names and contents of all files of the folders, declarations and what is only shown left out. */
function digest(folders) {
  const hash = createHash("sha256");
  for (const folder of folders) {
    for (const file of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
      const path = join(folder, file);
      if (path.endsWith(".d.ts") || dirname(path) === SHOWN || !statSync(path).isFile()) continue;
      hash
        .update(`${file.replaceAll("\\", "/")}\0`)
        .update(readFileSync(path))
        .update("\0");
    }
  }
  return hash.digest("hex").slice(0, 12);
}
