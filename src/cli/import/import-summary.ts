import type { Severity } from "../../core/record.js";
import type { DuckDBWarehouse } from "../../warehouse/duckdb-warehouse.js";
import { type Language, MARK, WORDS } from "../output/words.js";
import { duration } from "./progress.js";
import type { ImportTally } from "./tally.js";

const HEADS = {
  en: {
    run: (t: ImportTally, took: string) =>
      `Read ${t.count("read")} files (${t.records} reports) in ${took}; ${t.count("known")} were judged before; ${t.count("left-out")} left out for their names${t.count("older") > 0 ? `; ${t.count("older")} are older than --since` : ""}.`,
    unread: (count: number) => `Not read: ${count}. SELECT * FROM unread_file says why and what to do.`,
    warehouse: (reports: string) => `The warehouse holds ${reports} reports. Findings by rule:`,
    line: (findings: string, reports: string) => `${findings} in ${reports} reports`,
    versions: (count: string) => `${count} reports are later versions of others: SELECT * FROM report_version.`,
    doubtful: (count: string) => `${count} more are doubtful readings, no accusations.`,
    nothing: "none",
  },
  zh: {
    run: (t: ImportTally, took: string) =>
      `读取文件 ${t.count("read")} 个（报告 ${t.records} 份），用时 ${took}；此前已审 ${t.count("known")} 个；因文件名略过 ${t.count("left-out")} 个${t.count("older") > 0 ? `；早于 --since 的 ${t.count("older")} 个` : ""}。`,
    unread: (count: number) => `未能读取 ${count} 个，原因和处理办法见视图 unread_file。`,
    warehouse: (reports: string) => `库中共有报告 ${reports} 份。各规则发现的问题：`,
    line: (findings: string, reports: string) => `${findings} 处，涉及 ${reports} 份`,
    versions: (count: string) => `其中 ${count} 份是其他报告的更新版本，见视图 report_version。`,
    doubtful: (count: string) => `另有 ${count} 处为识读存疑，不作为问题。`,
    nothing: "无",
  },
} as const;

/** What this run read, and what the warehouse now holds: findings by rule and severity, files by outcome. */
export async function importSummary(tally: ImportTally, warehouse: DuckDBWarehouse, language: Language): Promise<string> {
  const heads = HEADS[language];
  const reports = await warehouse.query("SELECT COUNT(*) AS reports FROM report");
  const rules = await warehouse.query(
    `SELECT rule_id, severity, title_${language} AS title, findings, reports FROM rule_frequency WHERE findings > 0
     ORDER BY CASE severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, findings DESC, rule_id`,
  );
  const doubtful = (await warehouse.query("SELECT COUNT(*) AS n FROM fact_finding WHERE cause = 'extraction'"))[0]!.n as string;
  // Which figures changed is for who asks: comparing them all would take long in a large warehouse.
  const later = (await warehouse.query("SELECT COUNT(*) AS n FROM version_order WHERE supersedes IS NOT NULL"))[0]!.n as string;
  const outcomes = [...tally.faults].map(([outcome, files]) => `  ${WORDS[language].fault(outcome)}  ${files}`);
  const width = Math.max(...rules.map((rule) => `${rule.rule_id}`.length));
  const findings = rules.map((rule) => {
    const mark = MARK[rule.severity as Severity];
    return `  ${mark} ${`${rule.rule_id}`.padEnd(width)}  ${heads.line(rule.findings as string, rule.reports as string)}  ${rule.title}`;
  });
  return [
    heads.run(tally, duration((Date.now() - tally.startedAt.getTime()) / 1000)),
    ...(outcomes.length > 0 ? [heads.unread(tally.unread), ...outcomes] : []),
    heads.warehouse(reports[0]!.reports as string),
    ...(findings.length > 0 ? findings : [`  ${heads.nothing}`]),
    ...(later === "0" ? [] : [heads.versions(later)]),
    ...(doubtful === "0" ? [] : [heads.doubtful(doubtful)]),
    "",
  ].join("\n");
}
