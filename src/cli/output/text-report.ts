import { type Failure, type Finding, isReport, type Record, type Severity } from "../../core/record.js";
import { totalOf } from "../../validate/totals/total.js";
import type { CheckReport } from "./check-report.js";
import type { Palette } from "./palette.js";
import { placeLines } from "./place-lines.js";
import { printable } from "./printable.js";
import { type Language, MARK, WORDS, type Words } from "./words.js";
import { wrap } from "./wrap.js";

export interface TextOptions {
  readonly language: Language;
  readonly palette: Palette;
  readonly profile?: string;
  /** Columns at which sentences are wrapped; not at all without it. */
  readonly width?: number;
}

const ORDER: readonly Severity[] = ["error", "warning", "info"];

/** A report for people: per document its title and total, then each finding with what is stated, what is recomputed, and where. */
export function textReport(options: TextOptions): CheckReport {
  const { palette, profile, width = Number.POSITIVE_INFINITY } = options;
  const words = WORDS[options.language];
  const counts = { documents: 0, unread: 0, findings: { error: 0, warning: 0, info: 0 } };
  return {
    head: () => "",
    document(path, record) {
      counts.documents++;
      for (const { severity } of record.findings) counts.findings[severity]++;
      const findings = ORDER.flatMap((severity) => record.findings.filter((finding) => finding.severity === severity));
      const evaluates = isReport(record);
      const part = record.source.part === undefined ? "" : ` · ${words.part(record.source.part)}`;
      const verdict = evaluates ? words.noFindings : words.notAReport;
      return lines([
        palette.bold(printable(path)) + part,
        ...indent(2, [
          ...titleLines(record, words, palette),
          ...(evaluates ? [totalLine(record, words, palette, profile)] : []),
          ...lostLines(record, words).map((line) => palette.yellow(`${MARK.warning} ${line}`)),
        ]),
        ...(findings.length > 0
          ? findings.flatMap((finding) => ["", ...findingLines(finding, options)])
          : indent(2, [palette.green(verdict)])),
        "",
      ]);
    },
    failure(path, failure) {
      counts.unread++;
      return lines([palette.bold(printable(path)), ...indent(2, failureLines(failure, words, palette, width)), ""]);
    },
    foot: () => `${palette.bold(words.summary(counts))}\n`,
  };
}

/** The total as stated and as recomputed, and whether they agree. */
function totalLine(record: Record, words: Words, palette: Palette, profile?: string): string {
  const { stated, recomputed, standing } = totalOf(record, profile);
  const figures = [
    `${words.total}  ${words.stated} ${stated.join(" ≠ ") || words.unstated}`,
    ...(recomputed === null ? [] : [`${words.recomputed} ${recomputed}`]),
  ];
  const verdict = {
    agrees: stated.length > 1 ? palette.red("✖") : palette.green(`✔ ${words.agrees}`),
    differs: palette.red("✖"),
    "rows absent": palette.yellow(`▲ ${words.notTold}`),
    "cannot be told": palette.yellow(`▲ ${words.notTold}`),
    unstated: "",
  }[standing];
  return `${figures.join("  ")}  ${verdict}`.trimEnd();
}

/** A finding: what is stated, what is recomputed, and where. */
function findingLines(finding: Finding, { language, palette, width = Number.POSITIVE_INFINITY }: TextOptions): string[] {
  const words = WORDS[language];
  const { severity, rule, subject, stated, recomputed, difference, message, evidence, cause } = finding;
  const colour = { error: palette.red, warning: palette.yellow, info: palette.cyan }[severity];
  const figures = [
    ...(stated ? [`${words.stated} ${palette.red(printable(stated))}`] : []),
    ...(recomputed === null ? [] : [`${words.recomputed} ${palette.green(printable(recomputed))}`]),
    ...(difference === null ? [] : [`${words.difference} ${printable(difference)}`]),
  ];
  return [
    `  ${colour(`${MARK[severity]} ${words.severity[severity]}`)}  ${palette.bold(printable(words.subject(subject)))}  ${palette.dim(rule)}`,
    ...indent(4, [
      ...(figures.length > 0 ? [figures.join("  ")] : []),
      ...wrap(printable(message[language]), width - 4),
      ...(cause === "extraction" ? [palette.yellow(words.doubtful)] : []),
      ...placeLines(evidence, words)
        .flatMap((line) => wrap(line, width - 4))
        .map(palette.dim),
    ]),
  ];
}

/** What of the document no finding can be about. */
function lostLines({ warnings }: Record, words: Words): string[] {
  const pages = warnings.flatMap(({ code, page }) => (code === "page-unreadable" && page !== undefined ? [page] : []));
  return [
    ...(pages.length > 0 ? [words.unreadPages(pages)] : []),
    ...(warnings.some(({ code }) => code === "cut-off") ? [words.cutOff] : []),
  ];
}

function titleLines({ report, grade, indicators }: Record, words: Words, palette: Palette): string[] {
  const { title, projectName } = report;
  const about = [
    // A title is often the form's, the same for every project.
    title?.includes(projectName ?? "") ? null : projectName,
    report.unit ?? report.department,
    report.fiscalYear,
    words.indicators(indicators.length),
    grade && `${words.grade} ${grade.raw}`,
  ];
  return [
    ...(title === null ? [] : [printable(title)]),
    palette.dim(
      about
        .filter((one) => one !== null)
        .map((one) => printable(String(one)))
        .join(" · "),
    ),
  ];
}

function failureLines({ error }: Failure, words: Words, palette: Palette, width: number): string[] {
  return [
    `${palette.red(`✖ ${words.unread}`)}  ${palette.dim(words.fault(error.code))}`,
    ...wrap(printable(words.message(error.message)), width - 2),
    ...wrap(`${words.remedy}: ${printable(words.message(error.remedy))}`, width - 2),
  ];
}

function indent(columns: number, texts: readonly string[]): string[] {
  return texts.map((text) => " ".repeat(columns) + text);
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join("");
}
