// Writes docs/rules/: one page a rule, and an index, from the rule files. Compiles src/validate on its own, so that it runs without a build.
import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";

const require = createRequire(import.meta.url);
const root = join(import.meta.dirname, "..");
const out = join(root, "node_modules", ".cache", "rule-docs");
const config = join(root, "node_modules", ".cache", "rule-docs.tsconfig.json");
const tsc = join(dirname(require.resolve("typescript/package.json")), "bin", "tsc");

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
writeFileSync(
  config,
  JSON.stringify({
    extends: join(root, "tsconfig.json"),
    compilerOptions: {
      rootDir: join(root, "src"),
      outDir: out,
      declaration: false,
      types: ["node"],
      typeRoots: [join(root, "node_modules", "@types")],
    },
    include: [],
    files: [join(root, "src/validate/catalogue.ts"), join(root, "src/validate/rule-page.ts")],
  }),
);
execFileSync(process.execPath, [tsc, "-p", config], { stdio: "inherit" });
writeFileSync(join(out, "package.json"), '{ "type": "module" }\n');

const load = (name) => import(pathToFileURL(join(out, "validate", name)).href);
const { CATALOGUE } = await load("catalogue.js");
const { pageName, ruleIndex, rulePage } = await load("rule-page.js");

const docs = join(root, "docs", "rules");
mkdirSync(docs, { recursive: true });
for (const name of readdirSync(docs)) rmSync(join(docs, name));
for (const rule of CATALOGUE) writeFileSync(join(docs, pageName(rule)), rulePage(rule));
writeFileSync(join(docs, "README.md"), ruleIndex(CATALOGUE));
