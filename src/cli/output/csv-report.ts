import { CSV_START, csvLine } from "../../core/csv.js";
import type { Finding } from "../../core/record.js";
import type { CheckReport } from "./check-report.js";
import { printable } from "./printable.js";
import { type Language, WORDS } from "./words.js";

type Value = string | number | null | undefined;

const COLUMNS = [
  "file",
  "part",
  "title",
  "project",
  "unit",
  "fiscal_year",
  "severity",
  "rule",
  "cause",
  "subject",
  "stated",
  "recomputed",
  "difference",
  "message",
  "page",
  "table",
  "row",
  "column",
  "line",
  "quote",
] as const;
type Line = { readonly [column in (typeof COLUMNS)[number]]?: Value };

/** One line a finding; a file that gave no record has one of severity `unread`. */
export function csvReport(language: Language): CheckReport {
  const words = WORDS[language];
  return {
    head: () => CSV_START + csvLine(COLUMNS),
    document: (file, { source, report, findings }) => {
      const { title, projectName: project, unit, fiscalYear: fiscal_year } = report;
      const context = { file, part: source.part, title, project, unit, fiscal_year };
      return findings.map((finding) => line({ ...context, ...findingColumns(finding, language) })).join("");
    },
    failure: (file, { error }) =>
      line({ file, severity: "unread", rule: error.code, message: `${words.message(error.message)} ${words.message(error.remedy)}` }),
    foot: () => "",
  };
}

function findingColumns(
  { severity, rule, cause, subject, stated, recomputed, difference, message, evidence }: Finding,
  language: Language,
): Line {
  const { page, table, row, column, line, quote } = evidence[0] ?? {};
  return {
    severity,
    rule,
    cause,
    subject,
    stated,
    recomputed,
    difference,
    message: message[language],
    page,
    table,
    row,
    column,
    line,
    quote,
  };
}

function line(values: Line): string {
  return csvLine(COLUMNS.map((column) => shown(values[column])));
}

function shown(value: Value): Value {
  return typeof value === "string" ? value.split("\n").map(printable).join("\n") : value;
}
