import { randomUUID } from "node:crypto";
import { type Row, text, utc } from "../rows/cell.js";
import { digestKey } from "../rows/digest-key.js";
import type { ReportRows } from "../rows/report-rows.js";
import type { JudgedDocument, LoadOrigin } from "../warehouse.js";

/** The tables that a load fills, each through a temporary table `staged_NAME` (merge-staged.ts). */
export const STAGED_TABLES = [
  "load",
  "source_file",
  "dim_unit",
  "dim_report",
  "dim_indicator",
  "fact_indicator",
  "fact_fund",
  "fact_goal",
  "fact_stated_score",
  "fact_finding",
  "report_record",
] as const;
export type StagedTable = (typeof STAGED_TABLES)[number];
export type StagedRows = { readonly [table in StagedTable]: readonly Row[] };

/** The rows of one load, by table. A content that several files hold is staged once. `keepRecords`: the records as JSON, too. */
export function stagedRows(
  documents: readonly JudgedDocument[],
  { pipelineVersion, startedAt }: LoadOrigin,
  keepRecords: boolean,
): StagedRows {
  const pipeline_version = pipelineVersion;
  const load_id = randomUUID();
  const byId = new Map(documents.flatMap(stagedReports));
  const reports = [...byId.values()];
  const files: Row[] = documents.map((document) => ({ ...fileRow(document), pipeline_version, load_id }));
  return {
    load: [{ load_id, pipeline_version, started_at: utc(startedAt), loaded_at: utc(new Date()) }],
    source_file: [...new Map(files.map((file) => [file.source_file_id, file])).values()],
    dim_unit: reports.flatMap((rows) => rows.dim_unit),
    dim_report: reports.map((rows) => ({ ...rows.dim_report, pipeline_version, load_id })),
    dim_indicator: reports.flatMap((rows) => rows.dim_indicator),
    fact_indicator: reports.flatMap((rows) => rows.fact_indicator),
    fact_fund: reports.flatMap((rows) => rows.fact_fund),
    fact_goal: reports.flatMap((rows) => rows.fact_goal),
    fact_stated_score: reports.flatMap((rows) => rows.fact_stated_score),
    fact_finding: reports.flatMap((rows) => rows.fact_finding),
    report_record: keepRecords ? Array.from(byId, ([report_id, { record }]) => ({ report_id, record: record! })) : [],
  };
}

/** The rows of each report and its record, by `report_id`. */
function stagedReports({ outcome }: JudgedDocument) {
  if ("error" in outcome) return [];
  const { rows, records } = outcome;
  return rows.map((json, index) => {
    const parsed = JSON.parse(json) as ReportRows;
    return [parsed.report_id, { ...parsed, record: records?.[index] }] as const;
  });
}

function fileRow({ file, sha256, outcome }: JudgedDocument): Row {
  const error = "error" in outcome ? outcome.error : undefined;
  return {
    source_file_id: digestKey(file.path, sha256 ?? ""),
    path: text(file.path),
    file_name: text(file.fileName),
    sha256,
    byte_length: file.byteLength,
    modified_at: utc(file.modifiedAt),
    outcome: error?.code ?? "read",
    message: error?.message ?? null,
    remedy: error?.remedy ?? null,
  };
}
