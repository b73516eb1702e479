import { readFileSync } from "node:fs";
import type { Summary } from "../../warehouse/summary.js";
import type { Language } from "../output/words.js";
import { BANDS, executionChart, gradesChart, OUTCOMES, ratiosChart, rulesChart, totalsChart, worstChart } from "./charts.js";
import { drawChart, legend, TONE } from "./draw-chart.js";
import { Html, html } from "./html.js";
import { reviewList } from "./review-list.js";
import { dataTable, heatTable } from "./tables.js";
import { REPORT_WORDS, type ReportWords, type Section } from "./words.js";

interface Occasion {
  readonly language: Language;
  /** What the warehouse is called. */
  readonly archive: string;
  readonly made: Date;
}

const STYLE = ["page.css", "report.css"].map((sheet) => readFileSync(new URL(sheet, import.meta.url), "utf8")).join("\n");

/** The whole page: no script, nothing fetched, the same for the same summary and occasion. */
export function reportPage(summary: Summary, { language, archive, made }: Occasion): string {
  const words = REPORT_WORDS[language];
  const { counts } = summary;
  const page = html`<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<title>${words.title} · ${archive}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<header>
<p class="product">ziping · 自评</p>
<h1>${words.title}</h1>
<p class="lead">${words.span(words.count(counts.reports), words.count(counts.units), years(counts, words))} · <bdi>${archive}</bdi></p>
<p class="made">${words.made(moment(made), counts.pipelines.join(", ") || "—")}</p>
</header>
<main>
${tiles(summary, words)}
<p class="caution">${words.caution}</p>
${section("review", words, reviewList(summary, words))}
${section("outcome", words, outcome(summary, words))}
${section("inflation", words, heatTable(summary.inflation, words))}
${section("rules", words, rules(summary, words))}
${section("execution", words, execution(summary, words))}
${section("overachieved", words, overachieved(summary, words))}
${section("grades", words, grades(summary, words))}
</main>
</body>
</html>
`;
  return page.markup;
}

function section(id: Section, words: ReportWords, body: Html): Html {
  const { title, about } = words.sections[id];
  return html`<section id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${title}</h2><p class="about">${about}</p>${body}</section>`;
}

function tiles({ counts, worst, files }: Summary, words: ReportWords): Html {
  const unread = files.filter(({ outcome }) => outcome !== "read").reduce((sum, one) => sum + one.files, 0);
  const all: readonly (readonly [keyof ReportWords["tiles"], number, tone?: string])[] = [
    ["reports", counts.reports],
    ["withErrors", worst.error, "error"],
    ["errors", counts.findings.error, "error"],
    ["warnings", counts.findings.warning, "warning"],
    ["doubtful", counts.doubtful],
    ["incomplete", counts.incomplete],
    ["unread", unread],
  ];
  const tile = ([name, value, tone]: (typeof all)[number]) =>
    html`<li class="${tone ?? "plain"}"><strong>${words.count(value)}</strong> ${words.tiles[name]}</li>`;
  return html`<ul class="tiles">${all.map(tile)}</ul>`;
}

function outcome(summary: Summary, words: ReportWords): Html {
  if (summary.counts.reports === 0 && summary.unread.length === 0) return none(words);
  const parts = OUTCOMES.map((kind) => [TONE[kind], `${words.worst[kind]} ${words.count(summary.worst[kind])}`] as const);
  return html`${legend(parts)}${drawChart(worstChart(summary.worst, words), words.sections.outcome.title)}
${summary.unread.length > 0 && unread(summary, words)}`;
}

/** Why files gave no record and what to do; behind it, which they are. */
function unread({ files, unread: named }: Summary, words: ReportWords): Html {
  const { heads, common } = words;
  const kinds = files.filter(({ outcome }) => outcome !== "read");
  const more = kinds.reduce((sum, one) => sum + one.files, 0) - named.length;
  const rows = kinds.map((one) => [common.fault(one.outcome), one.files, common.message(one.remedy ?? "")]);
  const each = named.map((one) => [one.path, common.message(one.message), common.message(one.remedy)]);
  return html`${dataTable([heads.unread, heads.files, heads.remedy], rows, words)}
<details><summary>${words.fileByFile}</summary>${dataTable([heads.file, heads.unread, heads.remedy], each, words)}
${more > 0 && html`<p class="about">${words.moreFiles(more)}</p>`}</details>`;
}

function rules(summary: Summary, words: ReportWords): Html {
  if (summary.rules.length === 0) return none(words);
  const { heads, common, language } = words;
  const rows = summary.rules.map(({ rule, severity, title, findings, reports }) => [
    common.severity[severity],
    title[language],
    rule,
    findings,
    reports,
  ]);
  return html`${drawChart(rulesChart(summary.rules, words), words.sections.rules.title)}
${behind(dataTable(["", heads.rule, "", heads.findings, heads.reports], rows, words), words)}`;
}

function execution(summary: Summary, words: ReportWords): Html {
  if (summary.execution.length === 0) return none(words);
  const { heads } = words;
  const bins = summary.execution.map(({ rate, output, reports }) => [`${rate}%`, `${output}%`, reports]);
  const unspent = summary.unspent.map(({ name, unit, year, rate, output }) => [
    name ?? words.unnamed,
    unit ?? words.unnamed,
    year,
    `${Number(rate)}%`,
    `${Math.round(output * 10) / 10}%`,
  ]);
  return html`${drawChart(executionChart(summary.execution, words), words.sections.execution.about)}
${unspent.length > 0 && dataTable([heads.name, heads.unit, heads.year, heads.rate, heads.output], unspent, words)}
${behind(dataTable([heads.rate, heads.output, heads.reports], bins, words), words)}`;
}

function overachieved(summary: Summary, words: ReportWords): Html {
  if (summary.overachieved.length === 0) return none(words);
  const { heads } = words;
  const rows = summary.overachieved.map(({ unit, indicator, times, since, highest }) => [
    indicator,
    unit ?? words.unnamed,
    times,
    since,
    Math.round(highest * 10) / 10,
  ]);
  return html`${drawChart(ratiosChart(summary.ratios, words), words.sections.overachieved.title)}
${dataTable([heads.indicator, heads.unit, heads.times, heads.since, heads.highest], rows, words)}`;
}

function grades(summary: Summary, words: ReportWords): Html {
  const { heads, band } = words;
  const graded = summary.grades.some((row) => row.band !== null && row.year !== null);
  const rows = summary.grades.map((row) => [
    row.year,
    row.band === null ? "—" : band[row.band as keyof typeof band],
    row.reports,
    row.notEarned,
  ]);
  const points = summary.totals.map((row) => [row.points, row.reports]);
  if (!graded && points.length === 0) return none(words);
  const bands = BANDS.map((name) => [TONE[name], band[name]] as const);
  return html`${graded && html`${legend(bands)}${drawChart(gradesChart(summary.grades), words.sections.grades.title)}`}
${points.length > 0 && drawChart(totalsChart(summary.totals, words), words.statedTotal)}
${behind(html`${dataTable([heads.year, heads.grade, heads.reports, heads.notEarned], rows, words)}${dataTable([heads.points, heads.reports], points, words)}`, words)}`;
}

function behind(table: Html, words: ReportWords): Html {
  return html`<details><summary>${words.table}</summary>${table}</details>`;
}

function none(words: ReportWords): Html {
  return html`<p class="none">${words.none}</p>`;
}

function years({ firstYear, lastYear }: Summary["counts"], { language }: ReportWords): string {
  if (firstYear === null) return "";
  const span = firstYear === lastYear ? `${firstYear}` : `${firstYear}–${lastYear}`;
  return language === "zh" ? `${span} 年度` : `${span}: `;
}

function moment(made: Date): string {
  return `${made.toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
