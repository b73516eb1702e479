import { stat } from "node:fs/promises";
import { REMEDIES } from "../core/fault.js";
import type { ReaderPool } from "../pipeline/isolate/reader-pool.js";
import type { DocumentFile, Outcome } from "../pipeline/outcome.js";
import type { ReadOptions } from "../pipeline/read-document.js";
import type { DocumentStore } from "../store/document-store.js";
import { verifyFile } from "../store/hashing-file.js";
import type { Queryable } from "../warehouse/archive.js";
import type { JudgedFile, Warehouse } from "../warehouse/warehouse.js";
import { PagesMissing } from "./fan-out.js";
import { GroupLoader } from "./group-loads.js";
import { type JobOutcome, type Progress, type Reason, Rejected } from "./job-queue.js";
import type { JudgingMetrics } from "./judging-metrics.js";
import { KnownOutcomes } from "./known-outcomes.js";
import type { LongScans, ReadParts } from "./long-scans.js";
import { NoPlace, type ReadingPlaces } from "./reading-places.js";
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
  /** Where they are bounded: documents that were read then wait for each other, to be loaded together. */
  readonly places?: ReadingPlaces;
  readonly metrics?: JudgingMetrics;
}

/** What a worker does with one document: fetch it, read it in its own process, load what it gave. Doing it twice changes nothing. */
export type JudgeDocument = (document: DocumentToJudge, report: (progress: Progress) => void) => Promise<JobOutcome>;

/**
 * Makes the work of a worker out of its parts. It throws {@link Rejected} for a document that will never give a record (its failure stands in
 * the warehouse, too), and whatever else went wrong for the queue to try again.
 */
export function judgeDocumentWith(parts: JudgeParts): JudgeDocument {
  const { metrics } = parts;
  const judging = new Judging(parts);
  return async (document, report) => {
    try {
      return await judging.judge(document, report);
    } catch (error) {
      if (error instanceof Rejected) metrics?.failed(error.reason.code);
      else if (!(error instanceof PagesMissing || error instanceof NoPlace)) metrics?.failed("retry");
      throw error;
    }
  };
}

/** Judges one document after another: what is known of it, else its reading, loaded together with others'. */
class Judging {
  readonly #parts: JudgeParts;
  readonly #loader: GroupLoader;
  readonly #knownOutcomes: KnownOutcomes;

  constructor(parts: JudgeParts) {
    const { warehouse, pipelineVersion, places } = parts;
    this.#parts = parts;
    this.#loader = new GroupLoader(warehouse, { pipelineVersion, startedAt: new Date() }, () => places?.busy ?? false);
    this.#knownOutcomes = new KnownOutcomes(warehouse, pipelineVersion);
  }

  async judge(document: DocumentToJudge, report: (progress: Progress) => void): Promise<JobOutcome> {
    const { longScans, metrics } = this.#parts;
    const { sha256, fileName, urgent = false } = document;
    const known = await this.#knownOutcomes.of(sha256);
    if (known) return known;
    const { reading, parts } = await this.#readInPlace(document, report);
    report({ stage: "load" });
    const file = uploaded(sha256, fileName, reading);
    if (reading.kind === "failed") {
      const { error } = reading.failure;
      await this.#loader.load({ file, sha256, outcome: { error } }, urgent);
      throw new Rejected(error);
    }
    const { rows, records, findings, timings } = reading;
    const beforeLoad = performance.now();
    await this.#loader.load({ file, sha256, outcome: { rows, records } }, urgent);
    metrics?.read(timings, performance.now() - beforeLoad);
    await longScans?.forget(sha256, parts);
    return { records: records.length, findings, known: false };
  }

  /** Reads it once there is a place for it, where places are bounded. */
  async #readInPlace(document: DocumentToJudge, report: (progress: Progress) => void): Promise<ReadParts> {
    const { places } = this.#parts;
    const read = () => this.#read(document, report);
    try {
      return await (places ? places.use(document.urgent ?? false, read) : read());
    } catch (error) {
      // Nobody need wait for this one any more.
      this.#loader.look();
      throw error;
    }
  }

  async #read({ sha256, fileName, fanOut, unread }: DocumentToJudge, report: (progress: Progress) => void): Promise<ReadParts> {
    const { store, pool, options, longScans } = this.#parts;
    report({ stage: "fetch" });
    const copy = await store.checkout(sha256, "unverified").catch(refuse);
    try {
      // A scan whose parts are being gathered tells of those.
      if (fanOut === undefined) report({ stage: "read" });
      const file = { path: copy.path, fileName };
      if (unread) return { reading: await unreadable(sha256, file, unread), parts: [] };
      const read = longScans
        ? await longScans.read(sha256, file)
        : { reading: await pool.read(file, { ...options, give: "both" }), parts: [] };
      await assertBytes(sha256, copy.path, read.reading);
      return read;
    } finally {
      await copy.release();
    }
  }
}

/** Refuses what was read of other bytes than those of the name. The reader hashed them, unless it did not come so far. */
async function assertBytes(sha256: string, path: string, reading: Outcome): Promise<void> {
  const hashed = reading.kind === "read" ? reading.fingerprint.sha256 : reading.failure.source.sha256;
  if (hashed === sha256) return;
  await verifyFile(path, sha256).catch(refuse);
  if (hashed !== undefined) throw new Error("The stored bytes changed while they were read.");
}

/** What becomes of a document when pages of it could not be recognised: a fault that may pass is no word on the document. */
async function unreadable(sha256: string, { path, fileName }: DocumentFile, unread: Reason): Promise<Outcome> {
  if (!(unread.code in REMEDIES)) throw new Rejected(unread);
  const { size: byteLength } = await stat(path);
  return { kind: "failed", failure: { source: { fileName, sha256, byteLength }, error: unread }, milliseconds: 0 };
}

/** A stored upload as the warehouse knows files: its place in the store stands for its path, and never changes. */
function uploaded(sha256: string, fileName: string, reading: Outcome): JudgedFile {
  const { byteLength = 0 } = reading.kind === "read" ? reading.fingerprint : reading.failure.source;
  return { path: `store:${sha256}`, fileName, byteLength, modifiedAt: new Date(0) };
}
