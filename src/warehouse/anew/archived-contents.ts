import { groupBy } from "../../core/group-by.js";
import type { Queryable } from "../archive.js";
import type { JudgedFile } from "../warehouse.js";
import { type Aspect, COMPARED, type ContentRows } from "./compare-rows.js";

/** One content of the archive as it stands: its files, what judged it, and the rows it gave. */
export interface ArchivedContent {
  readonly sha256: string;
  readonly files: readonly JudgedFile[];
  /** `read`, or the code of the fault. */
  readonly outcome: string;
  readonly pipelineVersion: string;
  readonly rows: ContentRows;
  /** Its kept records as JSON, in the order of their parts, where they were asked for; none where none were kept. */
  readonly records?: readonly string[];
}

export interface ArchivedOptions {
  /** Gives the kept records, too: asked for a thousand at a time, for one alone takes as long as unpacking those beside it. */
  readonly records?: boolean;
  /** Contents asked for at once: it bounds the memory, but each question goes through all rows of the archive. */
  readonly atOnce?: number;
}

/** The contents that other pipelines than these judged last, in the order of their hashes. A file that could not even be opened has no content. */
export async function* archivedContents(
  database: Queryable,
  current: readonly string[],
  { records = false, atOnce = 1000 }: ArchivedOptions = {},
): AsyncGenerator<ArchivedContent> {
  const known = current.map((_, index) => `$${index + 2}`).join(", ");
  for (let after = ""; ; ) {
    const found = await database.query(
      `SELECT s.sha256 FROM source_file s LEFT JOIN dim_report r ON r.sha256 = s.sha256
       WHERE s.sha256 > $1 AND s.pipeline_version NOT IN (${known}) AND (r.pipeline_version IS NULL OR r.pipeline_version NOT IN (${known}))
       GROUP BY s.sha256 ORDER BY s.sha256 LIMIT ${atOnce}`,
      [after, ...current],
    );
    if (found.length === 0) return;
    const hashes = found.map((row) => row.sha256 as string);
    yield* await described(database, hashes, records);
    after = hashes.at(-1)!;
  }
}

/** The pipelines that gave the contents what stands in the archive, by hash. */
export async function judgedBy(database: Queryable, hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const among = hashes.map((_, index) => `$${index + 1}`).join(", ");
  const rows = await database.query(
    `SELECT s.sha256, COALESCE(MAX(r.pipeline_version), MAX(s.pipeline_version)) AS pipeline_version
     FROM source_file s LEFT JOIN dim_report r ON r.sha256 = s.sha256 WHERE s.sha256 IN (${among}) GROUP BY s.sha256`,
    [...hashes],
  );
  return new Map(rows.map((row) => [row.sha256 as string, row.pipeline_version as string]));
}

async function described(database: Queryable, hashes: readonly string[], withRecords: boolean): Promise<ArchivedContent[]> {
  const among = hashes.map((_, index) => `$${index + 1}`).join(", ");
  const ask = (statement: string) => database.query(statement.replace("AMONG", among), [...hashes]);
  const files = await ask("SELECT * FROM source_file s WHERE s.sha256 IN (AMONG) ORDER BY s.path");
  const versions = await judgedBy(database, hashes);
  const aspects = Object.keys(COMPARED) as Aspect[];
  const filesOf = byContent(files);
  const rowsOf = new Map<Aspect, ReadonlyMap<string, Rows>>();
  for (const aspect of aspects)
    rowsOf.set(
      aspect,
      byContent(await ask(`${SELECT[aspect]} WHERE r.sha256 IN (AMONG) ORDER BY r.report_id${aspect === "report" ? "" : ", f.ordinal"}`)),
    );
  const recordsOf = withRecords ? byContent(await ask(KEPT)) : undefined;
  return hashes.map((sha256) => {
    const own = filesOf.get(sha256)!;
    const first = own[0]!;
    return {
      sha256,
      files: own.map(judgedFile),
      outcome: first.outcome as string,
      pipelineVersion: versions.get(sha256)!,
      rows: Object.fromEntries(aspects.map((aspect) => [aspect, rowsOf.get(aspect)!.get(sha256) ?? []])) as unknown as ContentRows,
      ...(recordsOf && { records: (recordsOf.get(sha256) ?? []).map((row) => row.record as string) }),
    };
  });
}

type Rows = readonly { readonly [column: string]: unknown }[];

/** The rows by their hash, in their order. */
function byContent(rows: Rows): ReadonlyMap<string, Rows> {
  return groupBy(rows, ({ sha256 }) => sha256 as string);
}

const KEPT =
  "SELECT r.sha256, c.record FROM report_record c JOIN dim_report r ON r.report_id = c.report_id WHERE r.sha256 IN (AMONG) ORDER BY r.sha256, r.part";

const SELECT: { readonly [aspect in Aspect]: string } = {
  report: "SELECT r.*, u.unit, u.department FROM dim_report r LEFT JOIN dim_unit u ON u.unit_id = r.unit_id",
  indicator:
    "SELECT f.*, d.level1, d.level2, d.level3, d.category, r.sha256 FROM fact_indicator f JOIN dim_report r ON r.report_id = f.report_id JOIN dim_indicator d ON d.indicator_id = f.indicator_id",
  fund: "SELECT f.*, r.sha256 FROM fact_fund f JOIN dim_report r ON r.report_id = f.report_id",
  score: "SELECT f.*, r.sha256 FROM fact_stated_score f JOIN dim_report r ON r.report_id = f.report_id",
  finding: "SELECT f.*, r.sha256 FROM fact_finding f JOIN dim_report r ON r.report_id = f.report_id",
};

function judgedFile(row: { readonly [column: string]: unknown }): JudgedFile {
  return {
    path: row.path as string,
    fileName: row.file_name as string,
    byteLength: Number(row.byte_length ?? 0),
    modifiedAt: new Date(row.modified_at === null ? 0 : `${String(row.modified_at).replace(" ", "T")}Z`),
  };
}
