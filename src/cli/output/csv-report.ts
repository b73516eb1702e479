import type { Finding } from "../../core/record.js";
import { printable } from "./printable.js";
import type { CheckReport } from "./report.js";

type Value = string | number | null | undefined;

const COLUMNS = [
  "file",
  "part",
  "title",
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

/** Spreadsheets take UTF-8 for a local code page unless it begins so. */
const BYTE_ORDER_MARK = "\ufeff";
const EXECUTABLE = /^\s*[=+\-@\t\r＝＋－＠]/;
const NUMBER = /^-?\d+(\.\d+)?%?$/;

/** One line a finding; a file that gave no record has one of severity `unread`. */
export function csvReport(language: "zh" | "en"): CheckReport {
  return {
    head: () => BYTE_ORDER_MARK + csvLine(COLUMNS),
    document: (file, { source, report, findings }) => {
      const context = { file, part: source.part, title: report.title, unit: report.unit, fiscal_year: report.fiscalYear };
      return findings.map((finding) => line({ ...context, ...findingColumns(finding, language) })).join("");
    },
    failure: (file, { error }) => line({ file, severity: "unread", rule: error.code, message: `${error.message} ${error.remedy}` }),
    foot: () => "",
  };
}

function findingColumns(
  { severity, rule, cause, subject, stated, recomputed, difference, message, evidence }: Finding,
  language: "zh" | "en",
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
  return csvLine(COLUMNS.map((column) => values[column]));
}

function csvLine(values: readonly Value[]): string {
  return `${values.map(csvCell).join(",")}\r\n`;
}

/** A cell of RFC 4180. What a spreadsheet would take for a formula is marked as text; numbers stay numbers. */
export function csvCell(value: Value): string {
  const text = String(value ?? "")
    .split("\n")
    .map(printable)
    .join("\n");
  const safe = EXECUTABLE.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
