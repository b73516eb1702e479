import type { Failure, Severity } from "../../core/record.js";

/** What became of one input in this run. */
export interface Fate {
  /** Absolute; of a file in a zip, ZIP!PATH. */
  readonly path: string;
  readonly fileName: string;
  /**
   * read: it gave records. failed: it gave none. known: judged before and not changed since, `error` and `reports` are those of then. older: not
   * changed since --since. left-out: its name is not that of a document. due (--dry-run alone): it would be read.
   */
  readonly outcome: "read" | "failed" | "known" | "older" | "left-out" | "due";
  readonly error: Failure["error"] | null;
  /** What can be done about a file that is left out. */
  readonly remedy: string | null;
  readonly sha256: string | null;
  readonly byteLength: number | null;
  readonly modifiedAt: Date | null;
  /** Wall-clock time of the reading. */
  readonly seconds: number | null;
  /** Keys of its reports in the warehouse. */
  readonly reports: readonly string[];
  readonly findings: { readonly [severity in Severity]: number } | null;
}

/** The fate as plain data, for manifest and events. */
export function fateLine({ error, remedy, findings, modifiedAt, ...fate }: Fate) {
  return {
    path: fate.path,
    fileName: fate.fileName,
    outcome: fate.outcome,
    fault: error?.code ?? null,
    message: error?.message ?? null,
    remedy: error?.remedy ?? remedy,
    sha256: fate.sha256,
    byteLength: fate.byteLength,
    modifiedAt: modifiedAt?.toISOString() ?? null,
    seconds: fate.seconds,
    reports: fate.reports,
    errors: findings?.error ?? null,
    warnings: findings?.warning ?? null,
    infos: findings?.info ?? null,
  };
}
