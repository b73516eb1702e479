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
  "@embedpdf/pdfium": "extract/pdf/pdfium",
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

/** Packages that take as long to load as a short document to read: a reader loads them for what needs them, never before. */
const SLOW_TO_LOAD = ["zod", "sharp", "@napi-rs/canvas", "onnxruntime-node", "tesseract.js"];

/** What is loaded along with a file of src: all that it, and what it imports, names in `import … from` or `export … from`, types apart. */
function loadedWith(file: string, loaded = new Set<string>()): Set<string> {
  if (loaded.has(file)) return loaded;
  loaded.add(file);
  const text = readFileSync(join(root, file), "utf8");
  for (const [, target] of text.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^;"]*\bfrom\s+)?"([^"]+)"/gm)) {
    if (!target!.startsWith(".")) loaded.add(target!);
    else if (target!.endsWith(".js")) loadedWith(join(dirname(file), target!).replace(/\.js$/, ".ts"), loaded);
  }
  return loaded;
}

/** The folders that docs/architecture.md names as parts of others: `part/` in the row of `folder/`. */
function documentedParts(): string[] {
  const text = readFileSync(resolve(root, "..", "docs", "architecture.md"), "utf8");
  const [table = ""] = text.slice(text.indexOf("| folder | its parts |")).split("\n\n");
  return Array.from(table.matchAll(/^\| `([\w/-]+\/)` \| (.+) \|$/gm)).flatMap(([, folder, parts]) =>
    Array.from(parts!.matchAll(/`([\w-]+)\/`/g), ([, part]) => `${folder}${part}`),
  );
}

const page = resolve(root, "..", "web");
const pageFiles = readdirSync(page).filter((name) => name.endsWith(".ts"));

describe("the review page", () => {
  it("knows its own files and the API, and of src the record's types and what messages are called in Chinese", () => {
    const imports = pageFiles.flatMap((file) =>
      Array.from(readFileSync(join(page, file), "utf8").matchAll(/^(import|export)\s+(type\s)?[^;]*?from\s+"([^"]+)"/gm), (match) => [
        file,
        match[2] !== undefined,
        match[3]!,
      ]),
    );
    const isAllowed = (isType: boolean, target: string) =>
      /^\.\/[\w-]+\.js$/.test(target) ||
      /^\.\.\/src\/core\/messages\/[\w-]+\.js$/.test(target) ||
      (isType && /^\.\.\/src\/core\/[\w-]+\.js$/.test(target));
    expect(imports.length).toBeGreaterThan(20);
    expect(imports.filter(([, isType, target]) => !isAllowed(isType as boolean, target as string))).toEqual([]);
  });

  it("makes no markup and no code of texts", () => {
    const makers = /innerHTML|outerHTML|insertAdjacentHTML|document\.write|DOMParser|createContextualFragment|\beval\b|new Function/;
    expect(pageFiles.filter((file) => makers.test(readFileSync(join(page, file), "utf8")))).toEqual([]);
  });
});

describe("the direction of imports", () => {
  it("lists every folder of src", () => {
    const folders = readdirSync(root).filter((name) => statSync(join(root, name)).isDirectory());
    expect(folders.filter((folder) => !(folder in ALLOWED))).toEqual([]);
  });

  it("has each folder within them in docs/architecture.md, and there no other", () => {
    const folders = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) => statSync(join(root, name)).isDirectory());
    expect(documentedParts().sort()).toEqual(folders.filter((name) => name.includes("/")).sort());
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

  it("lets no stage load the messages' Chinese, which the pipeline's version leaves out", () => {
    const stages = files.filter((file) => /^(core|extract|normalize|validate|pipeline)\//.test(file) && !file.startsWith("core/messages/"));
    const isWording = (target: string) => target.startsWith("core/messages/");
    expect([...loadedWith("cli/output/words.ts")].some(isWording)).toBe(true);
    expect(stages.filter((file) => [...loadedWith(file)].some(isWording))).toEqual([]);
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

  it.each([
    "pipeline/child.ts",
    "extract/docx/read-scanned-docx.ts",
    "extract/xlsx/read-scanned-xlsx.ts",
    "extract/html/read-scanned-html.ts",
    "extract/ofd/read-scanned-ofd.ts",
    "extract/pdf/read-pdf.ts",
    "extract/text/read-text.ts",
  ])("loads nothing slow before it is needed: %s", (file) => {
    expect([...loadedWith(file)].filter((loaded) => SLOW_TO_LOAD.includes(loaded))).toEqual([]);
  });

  it("sees what is slow to load where it is loaded at once", () => {
    expect(loadedWith("extract/image/read-image.ts")).toContain("sharp");
  });

  it("reads the environment in core/config.ts alone", () => {
    const readers = files.filter((file) => readFileSync(join(root, file), "utf8").includes("process.env"));
    expect(readers).toEqual(["core/config.ts"]);
  });
});
