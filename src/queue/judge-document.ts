import { stat } from "node:fs/promises";
import { REMEDIES } from "../core/fault.js";
import type { PageRange } from "../core/page-range.js";
import type { Failure, Record } from "../core/record.js";
import type { ReaderPool } from "../pipeline/isolate/reader-pool.js";
import type { DocumentFile, Outcome as Reading } from "../pipeline/outcome.js";
import type { ReadOptions } from "../pipeline/read-document.js";
import type { DocumentStore } from "../store/document-store.js";
import type { Queryable } from "../warehouse/archive.js";
import type { JudgedFile, Warehouse } from "../warehouse/warehouse.js";
import { GroupLoader } from "./group-loads.js";
import { type Outcome, type Progress, type Reason, Rejected } from "./job-queue.js";
import type { LongScans } from "./long-scans.js";
import { refuse } from "./refuse.js";
import type { DocumentToJudge } from "./worker.js";

export interface JudgeParts {
  readonly store: DocumentStore;
  readonly pool: Pick<ReaderPool, "read">;
  readonly warehouse: Pick<Warehouse, "load"> & Queryable;
  readonly pipelineVersion: string;
  readonly options: ReadOptions;
  /** Shares long scans out among the workers; without it they are read whole. */
  readonly longScans?: LongScans;
}

/** What a worker does with one document: fetch it, read it in its own process, load what it gave. Doing it twice changes nothing. */
export type JudgeDocument = (document: DocumentToJudge, report: (progress: Progress) => void) => Promise<Outcome>;

/**
 * Makes the work of a worker out of its parts. It throws {@link Rejected} for a document that will never give a record (its failure stands in
 * the warehouse, too), and whatever else went wrong for the queue to try again.
 */
export function judgeDocumentWith({ store, pool, warehouse, pipelineVersion, options, longScans }: JudgeParts): JudgeDocument {
  const loader = new GroupLoader(warehouse, { pipelineVersion, startedAt: new Date() });
  return async ({ sha256, fileName, fanOut, unread }, report) => {
    const known = await knownOutcome(warehouse, sha256, pipelineVersion);
    if (known) return known;
    report({ stage: "fetch" });
    const copy = await store.checkout(sha256).catch(refuse);
    let reading: Reading;
    let parts: readonly PageRange[] = [];
    try {
      // A scan whose parts are being gathered tells of those.
      if (fanOut === undefined) report({ stage: "read" });
      const file = { path: copy.path, fileName };
      if (unread) reading = await unreadable(sha256, file, unread);
      else if (longScans) ({ reading, parts } = await longScans.read(sha256, file));
      else reading = await pool.read(file, options);
    } finally {
      await copy.release();
    }
    report({ stage: "load" });
    const file = uploaded(sha256, fileName, reading);
    if (reading.kind === "failed") {
      const { error } = reading.failure;
      await loader.load({ file, sha256, outcome: { error } });
      throw new Rejected(error);
    }
    const records = reading.records.map((json) => JSON.parse(json) as Record);
    await loader.load({ file, sha256, outcome: { records } });
    await longScans?.forget(sha256, parts);
    return { records: records.length, findings: countFindings(records), known: false };
  };
}

/** What becomes of a document when pages of it could not be recognised: a fault that may pass is no word on the document. */
async function unreadable(sha256: string, { path, fileName }: DocumentFile, unread: Reason): Promise<Reading> {
  if (!(unread.code in REMEDIES)) throw new Rejected(unread);
  const { size: byteLength } = await stat(path);
  return { kind: "failed", failure: { source: { fileName, sha256, byteLength }, error: unread }, milliseconds: 0 };
}

/** A stored upload as the warehouse knows files: its place in the store stands for its path, and never changes. */
function uploaded(sha256: string, fileName: string, reading: Reading): JudgedFile {
  const source: Failure["source"] | undefined = reading.kind === "failed" ? reading.failure.source : undefined;
  const byteLength = reading.kind === "read" ? reading.fingerprint.byteLength : (source?.byteLength ?? 0);
  return { path: `store:${sha256}`, fileName, byteLength, modifiedAt: new Date(0) };
}

async function knownOutcome(warehouse: Queryable, sha256: string, pipelineVersion: string): Promise<Outcome | undefined> {
  const [counted] = await warehouse.query(
    `SELECT COUNT(DISTINCT r.report_id) AS records,
       SUM(CASE WHEN f.severity = 'error' THEN 1 ELSE 0 END) AS error,
       SUM(CASE WHEN f.severity = 'warning' THEN 1 ELSE 0 END) AS warning,
       SUM(CASE WHEN f.severity = 'info' THEN 1 ELSE 0 END) AS info
     FROM dim_report r LEFT JOIN fact_finding f ON f.report_id = r.report_id
     WHERE r.sha256 = $1 AND r.pipeline_version = $2`,
    [sha256, pipelineVersion],
  );
  const records = Number(counted?.records ?? 0);
  if (records === 0) return undefined;
  const findings = { error: Number(counted!.error), warning: Number(counted!.warning), info: Number(counted!.info) };
  return { records, findings, known: true };
}

function countFindings(records: readonly Record[]): Outcome["findings"] {
  const all = records.flatMap((record) => record.findings);
  const count = (severity: string) => all.filter((finding) => finding.severity === severity).length;
  return { error: count("error"), warning: count("warning"), info: count("info") };
}
