import type { Failure } from "../core/record.js";
import type { Fingerprint } from "./fingerprint.js";

/** A file to be read. The reader process opens it itself: a job carries a reference, never the content. */
export interface DocumentFile {
  readonly path: string;
  /** The name that `source.fileName` carries. */
  readonly fileName: string;
}

/**
 * What became of one file. Records travel as JSON text, one string a report: who only prints them never parses them.
 */
export type Outcome = Read | Failed;

export interface Read {
  readonly kind: "read";
  readonly fingerprint: Fingerprint;
  readonly records: readonly string[];
}

export interface Failed {
  readonly kind: "failed";
  readonly failure: Failure;
}
