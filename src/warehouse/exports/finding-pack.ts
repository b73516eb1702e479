import type { Exportable, Moment } from "../archive.js";
import { WarehouseError } from "../warehouse.js";
import { type Sheet, writeWorkbook } from "./write-workbook.js";

interface PackFilter {
  readonly year?: number;
  readonly unit?: string;
}

/** A pack would hold more rows than one can send, or a program open: nothing is left out of a pack without a word. */
export class PackTooLarge extends WarehouseError {}

/** Rows of a sheet; Excel itself takes 1,048,575, at some 10 KB of memory each while they are written. */
const LARGEST_SHEET = 20_000;

/**
 * A workbook that an auditor can send: what was found, from which cells, and the rows it was found in; all of one moment. Throws
 * {@link PackTooLarge} when a sheet would have more than `largest` rows.
 */
export async function findingPack(database: Exportable, filter: PackFilter, largest = LARGEST_SHEET): Promise<Buffer> {
  return writeWorkbook(await database.atOneMoment((moment) => packSheets(moment, filter, largest)));
}

async function packSheets(moment: Moment, filter: PackFilter, largest: number): Promise<Sheet[]> {
  const values = [filter.year ?? null, filter.unit ?? null];
  const which = "($1::INTEGER IS NULL OR r.fiscal_year = $1) AND ($2::VARCHAR IS NULL OR r.unit = $2)";
  const summary = await moment.query(
    `SELECT d.rule_id, d.title_zh, d.title_en, d.severity, COUNT(*) AS findings, COUNT(DISTINCT f.report_id) AS reports
     FROM finding f JOIN report r ON r.report_id = f.report_id JOIN dim_rule d ON d.rule_id = f.rule_id
     WHERE ${which} GROUP BY d.rule_id, d.title_zh, d.title_en, d.severity ORDER BY findings DESC, d.rule_id`,
    values,
  );
  const findings = await moment.query(
    `SELECT r.fiscal_year, r.department, r.unit, r.project_name, r.title, f.severity, f.rule_id, f.subject, f.stated, f.recomputed, f.difference,
       f.message_zh, f.page_number, f.table_index, f.row_index, f.column_index, f.line_number, f.quote, r.sha256, f.report_id
     FROM finding f JOIN report r ON r.report_id = f.report_id WHERE ${which} ORDER BY r.unit, r.fiscal_year, f.report_id, f.ordinal LIMIT ${largest + 1}`,
    values,
  );
  const indicators = await moment.query(
    `SELECT r.fiscal_year, r.unit, r.project_name, d.level1, d.level2, d.level3, i.target, i.actual, i.weight, i.score, i.completion_rate,
       i.deviation_reason, i.page_number, i.report_id
     FROM fact_indicator i JOIN report r ON r.report_id = i.report_id JOIN dim_indicator d ON d.indicator_id = i.indicator_id
     WHERE ${which} AND EXISTS (SELECT 1 FROM finding f WHERE f.report_id = r.report_id) ORDER BY i.report_id, i.ordinal LIMIT ${largest + 1}`,
    values,
  );
  if (findings.length > largest || indicators.length > largest)
    throw new PackTooLarge(
      `The pack would have a sheet of more than ${largest} rows. Choose a year or a unit (--year, --unit; ?year=, ?unit=), or take all as CSV or Parquet.`,
    );
  return [sheet("汇总", SUMMARY, summary), sheet("疑点", FINDINGS, findings), sheet("指标", INDICATORS, indicators)];
}

/** Column of the query → its head, its width in characters, and whether it is a number. */
type Columns = { readonly [column: string]: readonly [head: string, width: number, number?: "number"] };

const SUMMARY: Columns = {
  rule_id: ["规则", 34],
  title_zh: ["含义", 40],
  title_en: ["Meaning", 40],
  severity: ["级别", 10],
  findings: ["疑点数", 10, "number"],
  reports: ["涉及报告", 10, "number"],
};

const FINDINGS: Columns = {
  fiscal_year: ["年度", 8, "number"],
  department: ["主管部门", 24],
  unit: ["实施单位", 24],
  project_name: ["项目名称", 30],
  title: ["报告标题", 40],
  severity: ["级别", 10],
  rule_id: ["规则", 30],
  subject: ["对象", 24],
  stated: ["报告所载", 14],
  recomputed: ["复算", 14],
  difference: ["差额", 12],
  message_zh: ["说明", 60],
  page_number: ["页", 6, "number"],
  table_index: ["表", 6, "number"],
  row_index: ["行", 6, "number"],
  column_index: ["列", 6, "number"],
  line_number: ["文本行", 8, "number"],
  quote: ["原文", 30],
  sha256: ["文件哈希", 20],
  report_id: ["报告编号", 20],
};

const INDICATORS: Columns = {
  fiscal_year: ["年度", 8, "number"],
  unit: ["实施单位", 24],
  project_name: ["项目名称", 30],
  level1: ["一级指标", 14],
  level2: ["二级指标", 16],
  level3: ["三级指标", 30],
  target: ["指标值", 18],
  actual: ["实际完成值", 18],
  weight: ["分值", 8, "number"],
  score: ["得分", 8, "number"],
  completion_rate: ["完成率%", 10, "number"],
  deviation_reason: ["偏差原因分析", 40],
  page_number: ["页", 6, "number"],
  report_id: ["报告编号", 20],
};

function sheet(name: string, columns: Columns, rows: readonly { readonly [column: string]: unknown }[]): Sheet {
  const head = Object.values(columns).map(([text]) => ({ value: text, fontWeight: "bold" as const }));
  const body = rows.map((row) =>
    Object.entries(columns).map(([column, [, , number]]) => {
      const value = row[column];
      if (value === null || value === undefined) return null;
      return number ? Number(value) : String(value).slice(0, LONGEST_CELL);
    }),
  );
  return { sheet: name, data: [head, ...body], columns: Object.values(columns).map(([, width]) => ({ width })), stickyRowsCount: 1 };
}

/** Characters; Excel takes 32,767. */
const LONGEST_CELL = 32_000;
