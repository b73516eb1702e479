import type { Record } from "../../core/record.js";
import type { ReaderPool } from "../../pipeline/isolate/reader-pool.js";
import type { DocumentFile } from "../../pipeline/outcome.js";
import type { ReadOptions } from "../../pipeline/read-document.js";
import { type Checkout, type DocumentStore, StoreError } from "../../store/document-store.js";
import { validate } from "../../validate/validate.js";
import type { ArchivedContent } from "../../warehouse/anew/archived-contents.js";
import { type Change, compareRows, contentRows } from "../../warehouse/anew/compare-rows.js";
import { Archive, type Queryable } from "../../warehouse/archive.js";
import { judgedReports } from "../../warehouse/rows/judged-reports.js";
import type { ReportRows } from "../../warehouse/rows/report-rows.js";
import type { JudgedDocument } from "../../warehouse/warehouse.js";
import type { FileFinder } from "./file-finder.js";

/** A content judged anew, and what differs. `from` says whether its file was read or its kept record held against the rules. */
export interface Anew {
  readonly content: ArchivedContent;
  readonly from: "file" | "record";
  readonly outcome: JudgedDocument["outcome"];
  readonly changes: readonly Change[];
}

/** A content that cannot be judged anew: its files are gone or hold something else now, and no record was kept. */
export interface OutOfReach {
  readonly content: ArchivedContent;
  readonly why: "gone" | "changed";
}

export interface AnewParts {
  readonly archive: Queryable;
  readonly pool: Pick<ReaderPool, "read">;
  readonly options: ReadOptions;
  readonly files: FileFinder;
  /** Where uploads lie; opened only when the archive holds some. */
  readonly store: () => Promise<DocumentStore>;
  /** Files are not read. */
  readonly recordsOnly: boolean;
}

/** Where uploads stand in `source_file.path`. */
const UPLOADED = "store:";

/** Judges a content of the archive anew, by its file where that is still there, else by its kept record. */
export async function judgeAnew(content: ArchivedContent, parts: AnewParts): Promise<Anew | OutOfReach> {
  let why: OutOfReach["why"] = "gone";
  if (!parts.recordsOnly) {
    for (const { path, fileName } of content.files) {
      const outcome = await readAgain(path, fileName, content.sha256, parts);
      if (outcome === "changed") why = "changed";
      else if (outcome !== "gone") return judged(content, "file", outcome);
    }
  }
  const records = await keptRecords(content, parts.archive);
  if (records.length === 0) return { content, why };
  const { profile } = parts.options;
  const anew = records.map((record): Record => ({ ...record, findings: validate(record, { profile }) }));
  return judged(content, "record", judgedReports(anew));
}

async function keptRecords({ records, sha256 }: ArchivedContent, archive: Queryable): Promise<Record[]> {
  if (records) return records.map((json) => JSON.parse(json) as Record);
  return ((await new Archive(archive).records(sha256)) ?? []) as Record[];
}

async function readAgain(
  path: string,
  fileName: string,
  sha256: string,
  parts: AnewParts,
): Promise<JudgedDocument["outcome"] | "gone" | "changed"> {
  if (!path.startsWith(UPLOADED)) {
    const file = await parts.files.find(path, fileName);
    return file ? readAt(file, sha256, parts) : "gone";
  }
  const copy = await checkedOut(await parts.store(), path.slice(UPLOADED.length));
  if (copy === undefined) return "gone";
  try {
    return await readAt({ path: copy.path, fileName }, sha256, parts);
  } finally {
    await copy.release();
  }
}

/** Undefined for an upload that is lost. Throws when the store does not answer: then nobody knows. */
async function checkedOut(store: DocumentStore, sha256: string): Promise<Checkout | undefined> {
  try {
    return await store.checkout(sha256);
  } catch (error) {
    if (error instanceof StoreError && (error.code === "missing" || error.code === "damaged")) return undefined;
    throw error;
  }
}

async function readAt(file: DocumentFile, sha256: string, { pool, options }: AnewParts) {
  const outcome = await pool.read(file, { ...options, give: "both" });
  const hash = outcome.kind === "read" ? outcome.fingerprint.sha256 : outcome.failure.source.sha256;
  if (hash !== sha256) return "changed";
  if (outcome.kind === "failed") return { error: outcome.failure.error };
  return { rows: outcome.rows, records: outcome.records };
}

function judged(content: ArchivedContent, from: Anew["from"], outcome: JudgedDocument["outcome"]): Anew {
  const after = "error" in outcome ? outcome.error.code : "read";
  const file: Change[] =
    after === content.outcome
      ? []
      : [{ change: "changed", what: "file", part: 1, rule: "", name: "", field: "outcome", before: content.outcome, after }];
  // What was read before stays where the new pipeline fails.
  const changes =
    "error" in outcome ? [] : compareRows(content.rows, contentRows(outcome.rows.map((json) => JSON.parse(json) as ReportRows)));
  return { content, from, outcome, changes: [...file, ...changes] };
}
