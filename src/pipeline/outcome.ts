import type { Failure } from "../core/record.js";
import type { Fingerprint } from "./fingerprint.js";

/** A file to be read. The reader process opens it itself: a job carries a reference, never the content. */
export interface DocumentFile {
  readonly path: string;
  /** The name that `source.fileName` carries. */
  readonly fileName: string;
  /** A file of the pages that were recognised before, one JSON text a line (`RecognisedPage`). */
  readonly recognised?: string;
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

/** A scan too long to be read at once: these pages must be recognised before. */
export interface Long {
  readonly kind: "long";
  readonly pages: readonly number[];
}

/** Pages that were recognised, each as JSON text. */
export interface Recognised {
  readonly kind: "recognised";
  readonly pages: readonly string[];
}
