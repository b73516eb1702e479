// Measures what the page docs/benchmarks.md says: npm run build, then npm run bench -- [pdf] [stages] [growth] [soak] [ocr] [import] [warehouse] [queue]
// [--quick] [--write] [--documents 3000] [--soak 10000] [--records 100,1000,10000,100000] [--pages 12].
// The inputs come from fixed seeds and lie in a temporary folder. Peers that are not installed are left out; --python names the one that has them,
// --peers the folder in which npm installed others (npm i @llamaindex/liteparse @kreuzberg/node pdf2json mammoth).
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";

const PARTS = {
  pdf: async () => (await import("./pdf.mjs")).benchPdf,
  stages: async () => (await import("./stages.mjs")).benchStages,
  growth: async () => (await import("./growth.mjs")).benchGrowth,
  soak: async () => (await import("./soak.mjs")).benchSoak,
  ocr: async () => (await import("./ocr.mjs")).benchOcr,
  import: async () => (await import("./import.mjs")).benchImport,
  warehouse: async () => (await import("./warehouse.mjs")).benchWarehouse,
  queue: async () => (await import("./queue.mjs")).benchQueue,
};
const root = join(import.meta.dirname, "..");
const { values: options, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dist: { type: "string", default: join(root, "dist") },
    python: { type: "string", default: "python3" },
    peers: { type: "string", default: root },
    documents: { type: "string", default: "3000" },
    soak: { type: "string", default: "10000" },
    records: { type: "string", default: "100,1000,10000,100000" },
    pages: { type: "string", default: "12" },
    quick: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
  },
});
const unknown = positionals.filter((part) => !Object.hasOwn(PARTS, part));
if (unknown.length > 0) {
  process.stderr.write(`There is no part ${unknown.join(", ")}. The parts are ${Object.keys(PARTS).join(", ")}.\n`);
  process.exit(2);
}

const page = join(root, "docs", "benchmarks.md");
const folder = mkdtempSync(join(tmpdir(), "ziping-bench-"));
try {
  for (const part of positionals.length > 0 ? positionals : Object.keys(PARTS)) {
    const bench = await PARTS[part]();
    const tables = await bench({ ...options, dist: resolve(options.dist), peers: resolve(options.peers), folder });
    const text = `${tables.map(markdown).join("\n")}\n${machine()}\n`;
    process.stdout.write(`${text}\n`);
    if (options.write) put(part, text);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function markdown({ title, head, rows }) {
  const line = (cells) => `| ${cells.join(" | ")} |`;
  return `**${title}**\n\n${[line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n")}\n`;
}

function machine() {
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const installed = (name) => JSON.parse(readFileSync(join(root, "node_modules", name, "package.json"), "utf8")).version;
  const commit = execFileSync("git", ["-C", root, "rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  return `Measured with ziping ${version} (${commit}), Node ${process.versions.node}, PDFium ${installed("@embedpdf/pdfium")} (beside pdf.js ${installed("pdfjs-dist")}), DuckDB ${installed("@duckdb/node-api")}, on ${cpus().length} × ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GB.`;
}

/** Puts a part's text between its marks on the page. */
function put(part, text) {
  const [begin, end] = [`<!-- ${part} -->`, `<!-- end of ${part} -->`];
  const before = readFileSync(page, "utf8");
  const [from, to] = [before.indexOf(begin), before.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`docs/benchmarks.md has no marks for ${part}.`);
  writeFileSync(page, `${before.slice(0, from + begin.length)}\n${text}${before.slice(to)}`);
}
