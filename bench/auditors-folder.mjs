// The auditor's folder: native documents in the proportions of the corpus, half of them written from seeds, half the layouts of fixtures/ under
// other names of projects.
import { isUtf8 } from "node:buffer";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { makeReport } from "./reports.mjs";
import { WRITERS } from "./writers.mjs";

/** Documents by format, of each fifty-two: the corpus without its scans. */
const MIX = { pdf: 22, docx: 11, txt: 6, xlsx: 4, doc: 3, html: 2, md: 2, ofd: 2 };
/** The formats that the bar of 25 documents a second speaks of. */
const TEXTUAL = new Set(["docx", "xlsx", "html", "txt", "md"]);

const LAYOUTS = join(import.meta.dirname, "..", "fixtures", "layouts");

/** Writes `count` documents to textual/, pdf/ and others/ in `folder`; returns how many each holds. */
export function writeAuditorsFolder(folder, count) {
  const layouts = fixtures();
  const formats = Object.entries(MIX).flatMap(([format, share]) => Array(share).fill(format));
  const written = { textual: 0, pdf: 0, others: 0 };
  for (const part of Object.keys(written)) mkdirSync(join(folder, part), { recursive: true });
  for (let seed = 0; seed < count; seed++) {
    // 23 and the number of formats have no divisor in common: each run of documents holds the whole mix.
    const format = formats[(seed * 23) % formats.length];
    const part = TEXTUAL.has(format) ? "textual" : format === "pdf" ? "pdf" : "others";
    const models = layouts[format] ?? [];
    const fromLayout = models.length > 0 && (seed % 2 === 0 || !WRITERS[format]);
    const bytes = fromLayout ? varied(models[seed % models.length], format, seed) : WRITERS[format](makeReport(seed, 5 + (seed % 16)));
    writeFileSync(join(folder, part, `${String(seed).padStart(5, "0")}.${format}`), bytes);
    written[part]++;
  }
  return written;
}

/** The layouts of fixtures/ by format, each with the name of its project. */
function fixtures() {
  const byFormat = {};
  for (const name of readdirSync(LAYOUTS)) {
    const [, stem, format] = /^(.+)\.([a-z]+)$/.exec(name);
    if (!(format in MIX) || stem === "README") continue;
    const truth = JSON.parse(readFileSync(join(LAYOUTS, `${stem}.truth.json`), "utf8"));
    const project = (truth.report ?? truth.records?.[0]?.report)?.projectName ?? "";
    byFormat[format] = [...(byFormat[format] ?? []), { bytes: new Uint8Array(readFileSync(join(LAYOUTS, name))), project }];
  }
  return byFormat;
}

/** Another document of the same layout: another project's name where it stands as text, else other bytes behind the end. */
function varied({ bytes, project }, format, seed) {
  const renamed = (text) => (project ? text.replaceAll(project, `${project}${seed}`) : text);
  if (format === "docx" || format === "xlsx") {
    const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [
      name,
      /\.xml$/.test(name) ? strToU8(renamed(strFromU8(part))) : part,
    ]);
    return zipSync(Object.fromEntries(parts), { level: 1, comment: `${seed}` });
  }
  if (TEXTUAL.has(format))
    return appended(isUtf8(Buffer.from(bytes)) ? strToU8(renamed(strFromU8(bytes))) : bytes, strToU8("\n".repeat(1 + seed)));
  return format === "pdf" ? appended(bytes, strToU8(`\n% ${seed}\n`)) : appended(bytes, strToU8(`${seed}`.padEnd(512, "\0")));
}

function appended(bytes, more) {
  const all = new Uint8Array(bytes.length + more.length);
  all.set(bytes);
  all.set(more, bytes.length);
  return all;
}
