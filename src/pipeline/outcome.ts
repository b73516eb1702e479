import type { EntrySpan } from "../core/entry-span.js";
import type { Failure, Record, Severity } from "../core/record.js";
import type { Fingerprint } from "./fingerprint.js";

/** A file to be read. The reader process opens it itself: a job carries a reference, never the content. */
export interface DocumentFile {
  readonly path: string;
  /** The name that `source.fileName` carries. */
  readonly fileName: string;
  /** A file of the pages that were recognised before, one JSON text a line (`RecognisedPage`). */
  readonly recognised?: string;
  /** Set when the document is packed in a zip; `path` only names it then. */
  readonly member?: ZipMember;
}

/** A file of a zip, and where its bytes lie in it. */
export interface ZipMember extends EntrySpan {
  /** The zip on disk. */
  readonly zip: string;
  /** When the zip was last changed: a file within it is as new as that. */
  readonly modifiedAt: Date;
}

/**
 * What became of one file. Records and rows travel as JSON text, one string a report: who only prints or keeps them never parses them.
 */
export type Outcome = Read | Failed;

/**
 * What a reader gives of each report. Who loads it wants its rows: made where the record is, they cost the one process that writes the warehouse
 * neither the parsing of records nor room for them.
 */
export type Gift = "records" | "rows" | "both";

export interface Read extends ReadRecords {
  readonly kind: "read";
  readonly fingerprint: Fingerprint;
  /** Wall-clock time that the reading took, without waiting for its turn. */
  readonly milliseconds: number;
}

/** The reports of a file in their order, and what is asked of them without parsing them. */
export interface ReadRecords {
  /** Of each report its record; empty where {@link Gift} says so. */
  readonly records: readonly string[];
  /** Of each report its rows in the warehouse (`ReportRows`); empty where {@link Gift} says so. */
  readonly rows: readonly string[];
  /** Findings of all records by severity. */
  readonly findings: { readonly [severity in Severity]: number };
  /** Of each report. */
  readonly timings: readonly Record["timings"][];
}

export interface Failed {
  readonly kind: "failed";
  readonly failure: Failure;
  readonly milliseconds: number;
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
