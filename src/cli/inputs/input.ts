import type { Failure } from "../../core/record.js";
import type { DocumentFile, Failed } from "../../pipeline/outcome.js";

/** What is found where the user said: a document, one that is not to be opened and why, or a file that is left out for its name. */
export type Input =
  | { readonly kind: "document"; readonly file: DocumentFile }
  | ({ readonly kind: "refused" } & Refused)
  | { readonly kind: "left-out"; readonly file: DocumentFile; readonly remedy: string };

export interface Refused {
  readonly file: DocumentFile;
  readonly error: Failure["error"];
}

/** What became of a document that is not to be opened. */
export function refusal({ file, error: { code, message, remedy } }: Refused): Failed {
  return { kind: "failed", failure: { source: { fileName: file.fileName }, error: { code, message, remedy } }, milliseconds: 0 };
}
