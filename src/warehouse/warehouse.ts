import type { Failure, Severity } from "../core/record.js";

/** A file as it lay there when it was judged. */
export interface JudgedFile {
  /** Absolute. */
  readonly path: string;
  readonly fileName: string;
  readonly byteLength: number;
  readonly modifiedAt: Date;
}

/** A file and what became of it: its reports, or why there are none. `sha256` is null when its bytes could not be had. */
export interface JudgedDocument {
  readonly file: JudgedFile;
  readonly sha256: string | null;
  readonly outcome: JudgedReports | { readonly error: Failure["error"] };
}

/** What is loaded of each report, as JSON text, which costs the collector of garbage nothing while it waits for a transaction. */
export interface JudgedReports {
  /** `ReportRows`, parsed only while they are loaded. */
  readonly rows: readonly string[];
  /** The records themselves, for a warehouse that keeps them. */
  readonly records?: readonly string[];
}

/** Characters that wait in memory with a document. */
export function lengthOf({ outcome }: JudgedDocument): number {
  if ("error" in outcome) return 0;
  return [...outcome.rows, ...(outcome.records ?? [])].reduce((sum, json) => sum + json.length, 0);
}

/** What the warehouse holds of a file that was judged before. */
export interface KnownFile {
  readonly sha256: string | null;
  /** Why it gave no record, when it gave none. */
  readonly error: Failure["error"] | null;
  /** Keys of its reports in `dim_report`. */
  readonly reports: readonly string[];
}

/** What judged the documents of a load. */
export interface LoadOrigin {
  readonly pipelineVersion: string;
  readonly startedAt: Date;
}

export interface Batch {
  readonly documents: readonly JudgedDocument[];
  readonly origin: LoadOrigin;
}

/** A rule as the warehouse knows it: the catalogue, without its code. */
export interface RuleEntry {
  readonly id: string;
  readonly severity: Severity;
  readonly title: { readonly zh: string; readonly en: string };
  readonly source: string;
}

/** Records and findings as tables (schema/tables.sql). */
export interface Warehouse {
  /** Those of the files that this pipeline has judged and that have not changed since, by path. A file that timed out or could not be opened is due again. */
  judged(files: readonly JudgedFile[], pipelineVersion: string): Promise<ReadonlyMap<string, KnownFile>>;
  /**
   * Brings documents in, in one transaction: all or nothing. A content that this pipeline judged before changes nothing; one judged by another
   * pipeline is replaced, and its earlier findings move to `finding_history`.
   */
  load(documents: readonly JudgedDocument[], origin: LoadOrigin): Promise<void>;
  /** Brings many batches in as {@link Warehouse.load} does one, all in one transaction. Only one batch is in memory at a time. */
  loadAll(batches: AsyncIterable<Batch>): Promise<void>;
  /** Makes the catalogue known: `dim_rule`. */
  describeRules(rules: readonly RuleEntry[]): Promise<void>;
  close(): Promise<void>;
}

/** The warehouse cannot be opened or used; the message ends in a remedy. */
export class WarehouseError extends Error {
  override readonly name = "WarehouseError";
}

/** The database does not answer: what was asked of it may succeed later. */
export class WarehouseAway extends WarehouseError {}
