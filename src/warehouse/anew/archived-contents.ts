import { groupBy } from "../../core/group-by.js";
import type { Queryable } from "../archive.js";
import { placeholders } from "../placeholders.js";
import type { JudgedFile } from "../warehouse.js";
import { type Aspect, COMPARED, type ContentRows } from "./compare-rows.js";
import { type DueContents, dueContents } from "./due-contents.js";

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
  /** Contents asked for at once: it bounds the memory. */
  readonly atOnce?: number;
}

/** The contents that other pipelines than these judged last, with what the archive has of them. */
export async function* archivedContents(
  database: Queryable,
  current: readonly string[],
  { records = false, atOnce = 1000 }: ArchivedOptions = {},
): AsyncGenerator<ArchivedContent> {
  for await (const due of dueContents(database, current, atOnce)) yield* await described(database, due, records);
}

/** The pipelines that gave the contents what stands in the archive, by hash. */
export async function judgedBy(database: Queryable, hashes: readonly string[]): Promise<ReadonlyMap<string, string>> {
  return versionsOf(database, { hashes, within: () => "TRUE" });
}

async function versionsOf(database: Queryable, { hashes, within }: DueContents): Promise<ReadonlyMap<string, string>> {
  const rows = await database.query(
    `SELECT s.sha256, COALESCE(MAX(r.pipeline_version), MAX(s.pipeline_version)) AS pipeline_version
     FROM source_file s LEFT JOIN dim_report r ON r.sha256 = s.sha256 AND ${within("dim_report", "r")}
     WHERE s.sha256 IN (${placeholders(hashes)}) AND ${within("source_file", "s")} GROUP BY s.sha256`,
    [...hashes],
  );
  return new Map(rows.map((row) => [row.sha256 as string, row.pipeline_version as string]));
}

async function described(database: Queryable, due: DueContents, withRecords: boolean): Promise<ArchivedContent[]> {
  const { hashes, within } = due;
  const among = `sha256 IN (${placeholders(hashes)})`;
  const ofReports = async ({ select, table, order }: Question) => {
    const own = table ? `AND ${within(table, "f")}` : "";
    const asked = `${select} WHERE r.${among} AND ${within("dim_report", "r")} ${own} ORDER BY ${order}`;
    return byContent(await database.query(asked, [...hashes]));
  };
  const files = `SELECT * FROM source_file s WHERE s.${among} AND ${within("source_file", "s")} ORDER BY s.path`;
  const filesOf = byContent(await database.query(files, [...hashes]));
  const versions = await versionsOf(database, due);
  const rowsOf = new Map<Aspect, ReadonlyMap<string, Rows>>();
  for (const aspect of Object.keys(COMPARED) as Aspect[]) rowsOf.set(aspect, await ofReports(QUESTIONS[aspect]));
  const recordsOf = withRecords ? await ofReports(KEPT) : undefined;
  return hashes.map((sha256) => {
    const own = filesOf.get(sha256)!;
    const first = own[0]!;
    return {
      sha256,
      files: own.map(judgedFile),
      outcome: first.outcome as string,
      pipelineVersion: versions.get(sha256)!,
      rows: Object.fromEntries(Array.from(rowsOf, ([aspect, rows]) => [aspect, rows.get(sha256) ?? []])) as unknown as ContentRows,
      ...(recordsOf && { records: (recordsOf.get(sha256) ?? []).map((row) => row.record as string) }),
    };
  });
}

type Rows = readonly { readonly [column: string]: unknown }[];

/** The rows by their hash, in their order. */
function byContent(rows: Rows): ReadonlyMap<string, Rows> {
  return groupBy(rows, ({ sha256 }) => sha256 as string);
}

/** What is asked of the reports `r`, and the table `f` that it comes from besides. */
interface Question {
  readonly select: string;
  readonly table?: string;
  readonly order: string;
}

const QUESTIONS: { readonly [aspect in Aspect]: Question } = {
  report: {
    select: "SELECT r.*, u.unit, u.department FROM dim_report r LEFT JOIN dim_unit u ON u.unit_id = r.unit_id",
    order: "r.report_id",
  },
  indicator: ofFacts(
    "fact_indicator",
    "f.*, d.level1, d.level2, d.level3, d.category",
    "JOIN dim_indicator d ON d.indicator_id = f.indicator_id",
  ),
  fund: ofFacts("fact_fund"),
  score: ofFacts("fact_stated_score"),
  finding: ofFacts("fact_finding"),
};

const KEPT: Question = {
  select: "SELECT r.sha256, f.record FROM report_record f JOIN dim_report r ON r.report_id = f.report_id",
  table: "report_record",
  order: "r.sha256, r.part",
};

function ofFacts(table: string, columns = "f.*", more = ""): Question {
  return {
    select: `SELECT ${columns}, r.sha256 FROM ${table} f JOIN dim_report r ON r.report_id = f.report_id ${more}`,
    table,
    order: "r.report_id, f.ordinal",
  };
}

function judgedFile(row: { readonly [column: string]: unknown }): JudgedFile {
  return {
    path: row.path as string,
    fileName: row.file_name as string,
    byteLength: Number(row.byte_length ?? 0),
    modifiedAt: new Date(row.modified_at === null ? 0 : `${String(row.modified_at).replace(" ", "T")}Z`),
  };
}
