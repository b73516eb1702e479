import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "..", "src");

/** Which folder of src/ may import which (beside itself), whole or a folder in it. A folder that is not listed fails. */
const ALLOWED: Record<string, readonly string[]> = {
  core: [],
  extract: ["core"],
  normalize: ["core"],
  validate: ["core"],
  pipeline: ["core", "extract", "normalize", "validate", "warehouse/rows"],
  warehouse: ["core"],
  store: ["core"],
  queue: ["core", "pipeline", "store", "warehouse"],
  server: ["core", "queue", "store", "warehouse"],
  cli: ["core", "extract", "normalize", "validate", "pipeline", "warehouse", "store", "queue", "server"],
};

/** Packages that one folder alone may import. */
const OWNED: Record<string, string> = {
  bullmq: "queue",
  ioredis: "queue",
  fastify: "server",
  "@duckdb/node-api": "warehouse",
  pg: "warehouse",
  "@embedpdf/pdfium": "extract/pdf",
  "onnxruntime-node": "extract/ocr",
  commander: "cli",
};

const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".ts") && statSync(join(root, name)).isFile(),
);

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), "utf8");
  return Array.from(text.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g), (match) => match[1]!);
}

describe("the direction of imports", () => {
  it("lists every folder of src", () => {
    const folders = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory());
    expect(folders.filter((folder) => !(folder in ALLOWED))).toEqual([]);
  });

  it("leaves no source file outside a folder", () => {
    expect(files.filter((file) => !file.includes("/"))).toEqual([]);
  });

  it("follows the allow-table", () => {
    const broken = files.flatMap((file) => {
      const from = file.split("/")[0]!;
      return importsOf(file)
        .filter((target) => target.startsWith("."))
        .map((target) => relative(root, resolve(root, dirname(file), target)))
        .filter((target) => ![from, ...(ALLOWED[from] ?? [])].some((folder) => target.startsWith(`${folder}/`)))
        .map((target) => `${file} → ${target}`);
    });
    expect(broken).toEqual([]);
  });

  it("keeps each outside service to its folder", () => {
    const broken = files.flatMap((file) =>
      importsOf(file)
        .filter((target) => !target.startsWith("."))
        .filter((target) => {
          const owner = Object.entries(OWNED).find(([name]) => target === name || target.startsWith(`${name}/`))?.[1];
          return owner !== undefined && !file.startsWith(`${owner}/`);
        })
        .map((target) => `${file} → ${target}`),
    );
    expect(broken).toEqual([]);
  });

  it("reads the environment in core/config.ts alone", () => {
    const readers = files.filter((file) => readFileSync(join(root, file), "utf8").includes("process.env"));
    expect(readers).toEqual(["core/config.ts"]);
  });
});
