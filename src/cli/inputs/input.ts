import type { Failure } from "../../core/record.js";
import type { DocumentFile } from "../../pipeline/outcome.js";

/** What is found where the user said: a document, one that is not to be opened and why, or a file that is left out for its name. */
export type Input =
  | { readonly kind: "document"; readonly file: DocumentFile }
  | { readonly kind: "refused"; readonly file: DocumentFile; readonly error: Failure["error"] }
  | { readonly kind: "left-out"; readonly file: DocumentFile; readonly remedy: string };
