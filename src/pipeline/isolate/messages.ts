import type { PageRange } from "../../core/page-range.js";
import type { Failure } from "../../core/record.js";
import type { Fingerprint } from "../fingerprint.js";
import type { DocumentFile, Long, ReadRecords, Recognised } from "../outcome.js";
import type { ReadOptions } from "../read-document.js";

/** What the parent asks of a reader process: one document at a time. */
export interface Request {
  readonly file: DocumentFile;
  readonly options: ReadOptions;
  /** Only recognise these pages; else read the whole document. */
  readonly pages?: PageRange;
}

/** What a reader process says: `ready` once; then for each request `opened`, when the file had bytes to read, and one of the others. */
export type Answer =
  | { readonly kind: "ready" }
  | { readonly kind: "opened"; readonly fingerprint: Fingerprint }
  | ({ readonly kind: "read" } & ReadRecords)
  | Long
  | Recognised
  | { readonly kind: "failed"; readonly error: Failure["error"] }
  /** A part of ziping itself could not be loaded. */
  | { readonly kind: "broken"; readonly because: string };
