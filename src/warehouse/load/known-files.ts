import type { KnownFile } from "../warehouse.js";

/**
 * What is known of the files of `asked` (path, byte_length, modified_at), a row each. $1: the pipeline's version. A file whose bytes could not
 * be had is not known: what kept it from being opened does not show in its size or time.
 */
export function knownFilesQuery(asked: string): string {
  return `SELECT a.path, MAX(s.sha256) AS sha256, MAX(s.outcome) AS outcome, MAX(s.message) AS message, MAX(s.remedy) AS remedy,
      STRING_AGG(d.report_id, ' ' ORDER BY d.part) AS reports
    FROM ${asked}
    JOIN source_file s ON s.path = a.path AND s.byte_length = a.byte_length AND s.modified_at = a.modified_at
    LEFT JOIN dim_report d ON d.sha256 = s.sha256 AND s.outcome = 'read'
    WHERE s.pipeline_version = $1 AND s.outcome <> 'timeout' AND s.sha256 IS NOT NULL
    GROUP BY a.path`;
}

/** The rows of {@link knownFilesQuery} by path. */
export function knownFiles(rows: readonly { readonly [column: string]: unknown }[]): ReadonlyMap<string, KnownFile> {
  return new Map(
    rows.map(({ path, sha256, outcome, message, remedy, reports }) => [
      path as string,
      {
        sha256: sha256 as string | null,
        error: outcome === "read" ? null : { code: `${outcome}`, message: `${message}`, remedy: `${remedy}` },
        reports: reports ? `${reports}`.split(" ") : [],
      },
    ]),
  );
}
