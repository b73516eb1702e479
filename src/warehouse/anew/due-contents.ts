import type { Queryable } from "../archive.js";
import { placeholders } from "../placeholders.js";

/** Contents that are asked for at once, and where their rows stand. */
export interface DueContents {
  readonly hashes: readonly string[];
  /** A condition that each row of theirs in the table fulfils: a range of rows, so that the others need not be looked at. */
  within(table: string, alias: string): string;
}

/** Tables of an archive that rows of a content stand in, and how they are found by its hash. */
const TABLES = {
  source_file: "source_file f",
  dim_report: "dim_report f",
  ...Object.fromEntries(
    ["fact_indicator", "fact_fund", "fact_stated_score", "fact_finding", "report_record"].map((table) => [
      table,
      `(SELECT x.rowid, r.sha256 FROM ${table} x JOIN dim_report r ON r.report_id = x.report_id) f`,
    ]),
  ),
};

/**
 * The contents that other pipelines than these judged last, `atOnce` at a time. PostgreSQL finds their rows by its indexes; DuckDB, which
 * would go through all rows of the archive each time, is given them in the order of loading, in which they also stand in its tables.
 */
export function dueContents(database: Queryable, current: readonly string[], atOnce: number): AsyncGenerator<DueContents> {
  return database.numbersRows ? inOrderOfLoading(database, current, atOnce) : inOrderOfHashes(database, current, atOnce);
}

async function* inOrderOfHashes(database: Queryable, current: readonly string[], atOnce: number): AsyncGenerator<DueContents> {
  for (let after = ""; ; ) {
    const found = await database.query(
      `SELECT s.sha256 ${due(current)} AND s.sha256 > $${current.length + 1} GROUP BY s.sha256 ORDER BY s.sha256 LIMIT ${atOnce}`,
      [...current, after],
    );
    if (found.length === 0) return;
    const hashes = found.map((row) => row.sha256 as string);
    yield { hashes, within: () => "TRUE" };
    after = hashes.at(-1)!;
  }
}

async function* inOrderOfLoading(database: Queryable, current: readonly string[], atOnce: number): AsyncGenerator<DueContents> {
  await database.query(
    `CREATE OR REPLACE TEMPORARY TABLE due AS
     SELECT s.sha256, (row_number() OVER (ORDER BY MIN(s.rowid)) - 1) // ${atOnce} AS turn ${due(current)} GROUP BY s.sha256`,
    [...current],
  );
  const ranges = new Map<string, ReadonlyMap<string, string>>();
  for (const [table, rows] of Object.entries(TABLES)) {
    const found = await database.query(
      `SELECT d.turn, MIN(f.rowid) AS first, MAX(f.rowid) AS last FROM ${rows} JOIN due d ON d.sha256 = f.sha256 GROUP BY d.turn`,
    );
    ranges.set(table, new Map(found.map(({ turn, first, last }) => [String(turn), `BETWEEN ${first} AND ${last}`])));
  }
  for (let turn = 0; ; turn++) {
    const found = await database.query("SELECT sha256 FROM due WHERE turn = $1", [turn]);
    if (found.length === 0) return;
    yield {
      hashes: found.map((row) => row.sha256 as string),
      within(table, alias) {
        const range = ranges.get(table)!.get(String(turn));
        return range ? `${alias}.rowid ${range}` : "FALSE";
      },
    };
  }
}

/** A file that could not even be opened has no content. */
function due(current: readonly string[]): string {
  const known = placeholders(current);
  return `FROM source_file s LEFT JOIN dim_report r ON r.sha256 = s.sha256
    WHERE s.sha256 > '' AND s.pipeline_version NOT IN (${known}) AND (r.pipeline_version IS NULL OR r.pipeline_version NOT IN (${known}))`;
}
