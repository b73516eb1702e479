import type { Severity } from "../core/record.js";
import type { Queryable } from "./archive.js";
import { GRAVITY, RANK } from "./gravity.js";
import { placeholders } from "./placeholders.js";
import type { Counts, Inflation, ReviewedFinding, ReviewedReport, Summary } from "./summary.js";

const LISTED = { reports: 40, told: 10, findings: 4, units: 20, unread: 50, targets: 15, unspent: 15 };

/** Asks the warehouse for its summary, one short query after another. */
export async function summarize(database: Queryable): Promise<Summary> {
  return {
    counts: await counts(database),
    files: (
      await database.query(
        "SELECT outcome, remedy, COUNT(*) AS files FROM source_file GROUP BY outcome, remedy ORDER BY files DESC, outcome, remedy",
      )
    ).map((row) => ({ outcome: text(row.outcome)!, files: Number(row.files), remedy: text(row.remedy) })),
    unread: (
      await database.query(`SELECT path, outcome, message, remedy FROM unread_file ORDER BY outcome, path LIMIT ${LISTED.unread}`)
    ).map((row) => ({ path: text(row.path)!, outcome: text(row.outcome)!, message: text(row.message)!, remedy: text(row.remedy)! })),
    worst: await worst(database),
    review: await review(database),
    inflation: await inflation(database),
    rules: (await database.query("SELECT * FROM rule_frequency WHERE findings > 0 ORDER BY findings DESC, rule_id")).map((row) => ({
      rule: text(row.rule_id)!,
      severity: row.severity as Severity,
      title: { zh: text(row.title_zh)!, en: text(row.title_en)! },
      findings: Number(row.findings),
      reports: Number(row.reports),
    })),
    ...(await executionAgainstOutput(database)),
    ...(await overachieved(database)),
    grades: (await database.query("SELECT * FROM grade_by_year ORDER BY fiscal_year, grade_band")).map((row) => ({
      year: number(row.fiscal_year),
      band: text(row.grade_band),
      reports: Number(row.reports),
      notEarned: Number(row.not_earned),
    })),
    totals: (await database.query("SELECT points, SUM(reports) AS reports FROM total_by_year GROUP BY points ORDER BY points")).map(
      (row) => ({
        points: Number(row.points),
        reports: Number(row.reports),
      }),
    ),
  };
}

async function counts(database: Queryable): Promise<Counts> {
  const [row] = await database.query(
    `SELECT COUNT(*) AS reports, COUNT(DISTINCT unit) AS units, SUM(CASE WHEN is_complete THEN 0 ELSE 1 END) AS incomplete,
       MIN(fiscal_year) AS first_year, MAX(fiscal_year) AS last_year FROM report`,
  );
  const severities = await database.query("SELECT severity, COUNT(*) AS findings FROM finding GROUP BY severity");
  const [doubtful] = await database.query("SELECT COUNT(*) AS n FROM fact_finding WHERE cause = 'extraction'");
  const pipelines = await database.query("SELECT DISTINCT pipeline_version AS version FROM dim_report ORDER BY version LIMIT 5");
  const of = (severity: Severity) => Number(severities.find((one) => one.severity === severity)?.findings ?? 0);
  return {
    reports: Number(row!.reports),
    units: Number(row!.units),
    incomplete: Number(row!.incomplete),
    firstYear: number(row!.first_year),
    lastYear: number(row!.last_year),
    doubtful: Number(doubtful!.n),
    findings: { error: of("error"), warning: of("warning"), info: of("info") },
    pipelines: pipelines.map(({ version }) => text(version)!),
  };
}

async function worst(database: Queryable): Promise<Summary["worst"]> {
  const [row] = await database.query(
    `SELECT SUM(CASE WHEN errors > 0 THEN 1 ELSE 0 END) AS error,
       SUM(CASE WHEN errors = 0 AND warnings > 0 THEN 1 ELSE 0 END) AS warning,
       SUM(CASE WHEN errors = 0 AND warnings = 0 THEN 1 ELSE 0 END) AS info FROM report_to_review`,
  );
  const [all] = await database.query("SELECT COUNT(*) AS reports FROM report");
  const [error, warning, info] = [Number(row!.error), Number(row!.warning), Number(row!.info)];
  return { error, warning, info, none: Number(all!.reports) - error - warning - info };
}

async function review(database: Queryable): Promise<ReviewedReport[]> {
  const reports = await database.query(
    `SELECT r.*, (SELECT MIN(s.path) FROM source_file s WHERE s.sha256 = r.sha256) AS path FROM (
       SELECT * FROM report_to_review WHERE errors + warnings > 0
       ORDER BY errors DESC, inflation DESC, warnings DESC, report_id LIMIT ${LISTED.reports}
     ) AS r ORDER BY errors DESC, inflation DESC, warnings DESC, report_id`,
  );
  if (reports.length === 0) return [];
  const ids = reports.slice(0, LISTED.told).map((row) => text(row.report_id)!);
  const findings = await database.query(
    `SELECT f.* FROM fact_finding f JOIN report r ON r.report_id = f.report_id
     WHERE f.cause = 'report' AND f.report_id IN (${placeholders(ids)}) ORDER BY f.report_id, ${RANK}, ${GRAVITY} DESC, f.ordinal`,
    ids,
  );
  return reports.map((row) => {
    const own = findings.filter((finding) => finding.report_id === row.report_id);
    return {
      reportId: text(row.report_id)!,
      name: text(row.project_name) ?? text(row.title),
      unit: text(row.unit) ?? text(row.department),
      year: number(row.fiscal_year),
      total: text(row.stated_total),
      grade: text(row.grade),
      errors: Number(row.errors),
      warnings: Number(row.warnings),
      inflation: Number(row.inflation),
      path: text(row.path),
      findings: own.slice(0, LISTED.findings).map(reviewedFinding),
    };
  });
}

function reviewedFinding(row: { readonly [column: string]: unknown }): ReviewedFinding {
  const place = { page: row.page_number, table: row.table_index, row: row.row_index, line: row.line_number };
  return {
    rule: text(row.rule_id)!,
    severity: row.severity as Severity,
    subject: text(row.subject)!,
    stated: text(row.stated),
    recomputed: text(row.recomputed),
    message: { zh: text(row.message_zh)!, en: text(row.message_en)! },
    place: Object.fromEntries(Object.entries(place).flatMap(([name, at]) => (at === null ? [] : [[name, Number(at)]]))),
  };
}

async function inflation(database: Queryable): Promise<Inflation> {
  const [count] = await database.query("SELECT COUNT(DISTINCT unit) AS units FROM inflated_score");
  const rows = await database.query(
    `SELECT i.unit, i.fiscal_year, SUM(i.inflation) AS inflation, t.total FROM inflated_score i
     JOIN (SELECT unit, SUM(inflation) AS total FROM inflated_score WHERE unit IS NOT NULL GROUP BY unit ORDER BY total DESC, unit LIMIT ${LISTED.units}) AS t
       ON t.unit = i.unit
     GROUP BY i.unit, i.fiscal_year, t.total ORDER BY t.total DESC, i.unit, i.fiscal_year`,
  );
  const units = new Map<string, { unit: string; total: number; byYear: { [year: number]: number } }>();
  for (const row of rows) {
    const unit = text(row.unit)!;
    const entry = units.get(unit) ?? { unit, total: Number(row.total), byYear: {} };
    if (row.fiscal_year !== null) entry.byYear[Number(row.fiscal_year)] = Number(row.inflation);
    units.set(unit, entry);
  }
  const years = [...new Set(rows.flatMap((row) => (row.fiscal_year === null ? [] : [Number(row.fiscal_year)])))].sort((a, b) => a - b);
  return { years: years.slice(-10), units: [...units.values()], more: Math.max(0, Number(count!.units) - units.size) };
}

async function executionAgainstOutput(database: Queryable): Promise<Pick<Summary, "execution" | "unspent">> {
  const cut = (column: string) => `CAST(5 * FLOOR(LEAST(${column}, 120) / 5) AS INTEGER)`;
  const bins = await database.query(
    `SELECT ${cut("execution_rate")} AS rate, ${cut("output_percent")} AS output, COUNT(*) AS reports FROM execution_against_output
     WHERE execution_rate >= 0 AND output_percent >= 0 GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  const unspent = await database.query(
    `SELECT r.project_name, e.title, e.unit, e.fiscal_year, e.execution_rate, e.output_percent
     FROM execution_against_output AS e JOIN report AS r ON r.report_id = e.report_id
     WHERE e.execution_rate < 80 AND e.output_percent >= 100 ORDER BY e.execution_rate, e.report_id LIMIT ${LISTED.unspent}`,
  );
  return {
    execution: bins.map((row) => ({ rate: Number(row.rate), output: Number(row.output), reports: Number(row.reports) })),
    unspent: unspent.map((row) => ({
      name: text(row.project_name) ?? text(row.title),
      unit: text(row.unit),
      year: number(row.fiscal_year),
      rate: text(row.execution_rate)!,
      output: Number(row.output_percent),
    })),
  };
}

async function overachieved(database: Queryable): Promise<Pick<Summary, "ratios" | "overachieved">> {
  const ratios = await database.query(
    `SELECT CASE WHEN ratio < 3 THEN 2 WHEN ratio < 5 THEN 3 WHEN ratio < 10 THEN 5 ELSE 10 END AS least, COUNT(*) AS targets
     FROM overachieved_target GROUP BY 1 ORDER BY 1`,
  );
  const targets = await database.query(
    `SELECT unit, level3, COUNT(*) AS times, MIN(fiscal_year) AS since, MAX(ratio) AS highest FROM overachieved_target
     GROUP BY unit, level3 ORDER BY times DESC, highest DESC, unit, level3 LIMIT ${LISTED.targets}`,
  );
  return {
    ratios: ratios.map((row) => ({ from: Number(row.least), targets: Number(row.targets) })),
    overachieved: targets.map((row) => ({
      unit: text(row.unit),
      indicator: text(row.level3)!,
      times: Number(row.times),
      since: number(row.since),
      highest: Number(row.highest),
    })),
  };
}

function text(value: unknown): string | null {
  return value === null || value === undefined ? null : String(value);
}

function number(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}
