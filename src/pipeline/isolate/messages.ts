import type { Failure } from "../../core/record.js";
import type { Fingerprint } from "../fingerprint.js";
import type { DocumentFile } from "../outcome.js";
import type { ReadOptions } from "../read-document.js";

/** What the parent asks of a reader process: one document at a time. */
export interface Request {
  readonly file: DocumentFile;
  readonly options: ReadOptions;
}

/** What a reader process says: `ready` once; then for each request `opened`, when the file had bytes to read, and `read` or `failed`. */
export type Answer =
  | { readonly kind: "ready" }
  | { readonly kind: "opened"; readonly fingerprint: Fingerprint }
  | { readonly kind: "read"; readonly records: readonly string[] }
  | { readonly kind: "failed"; readonly error: Failure["error"] };
