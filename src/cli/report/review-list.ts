import type { ReviewedFinding, ReviewedReport, Summary } from "../../warehouse/summary.js";
import { MARK } from "../output/words.js";
import { type Html, html } from "./html.js";
import { dataTable } from "./tables.js";
import type { ReportWords } from "./words.js";

/** The reports to look at first, each with its gravest findings: what is stated, what is recomputed, why, and where it stands. */
export function reviewList({ review: reports, worst }: Pick<Summary, "review" | "worst">, words: ReportWords): Html {
  if (reports.length === 0) return html`<p class="none">${words.common.noFindings}</p>`;
  const told = reports.filter(({ findings }) => findings.length > 0);
  const { heads, common } = words;
  const more = worst.error + worst.warning - reports.length;
  const rows = reports
    .slice(told.length)
    .map(({ name, unit, year, errors, warnings, inflation, path }) => [
      name ?? words.unnamed,
      unit ?? words.unnamed,
      year,
      errors,
      warnings,
      points(inflation),
      path,
    ]);
  return html`<ol class="review">${told.map((report) => entry(report, words))}</ol>
${rows.length > 0 && html`<h3 class="next">${words.next}</h3>${dataTable([heads.name, heads.unit, heads.year, common.severity.error, common.severity.warning, heads.inflated, heads.file], rows, words)}`}
${more > 0 && html`<p class="about">${words.moreReports(more)}</p>`}`;
}

function points(inflation: number): number {
  return Math.round(inflation * 100) / 100;
}

function entry(report: ReviewedReport, words: ReportWords): Html {
  const { name, unit, year, total, grade, errors, warnings, inflation, path, findings } = report;
  const more = errors + warnings - findings.filter(({ severity }) => severity !== "info").length;
  const { common, heads } = words;
  const facts = [
    unit ?? words.unnamed,
    year,
    total !== null && `${common.total} ${Number(total)}`,
    grade && `${common.grade} ${grade}`,
  ].filter((fact) => fact !== null && fact !== false && fact !== "");
  return html`<li>
<h3><bdi>${name ?? words.unnamed}</bdi></h3>
<p class="facts"><bdi>${facts.join(" · ")}</bdi></p>
<p class="tally">${errors > 0 && html`<span class="error">${MARK.error} ${common.severity.error} ${errors}</span> `}${warnings > 0 && html`<span class="warning">${MARK.warning} ${common.severity.warning} ${warnings}</span> `}${inflation > 0 && html`<span class="points">${words.points(words.count(points(inflation)))}</span>`}</p>
<ul class="findings">${findings.map((finding) => line(finding, words))}</ul>
${more > 0 && html`<p class="more">${words.more(more)}</p>`}
${path !== null && html`<p class="path">${heads.file}: <bdi>${path}</bdi></p>`}
</li>`;
}

function line({ rule, severity, subject, stated, recomputed, message, place }: ReviewedFinding, words: ReportWords): Html {
  const { common, language } = words;
  const figures =
    stated !== null &&
    recomputed !== null &&
    html`<span class="figures">${common.stated} <b>${stated}</b> → ${common.recomputed} <b>${recomputed}</b></span>`;
  const where = common.place(place);
  return html`<li class="${severity}"><p><span class="mark" aria-label="${common.severity[severity]}">${MARK[severity]}</span> <b><bdi>${common.subject(subject)}</bdi></b> ${figures}${where && html` <span class="where">${where}</span>`}</p>
<p class="message"><bdi>${message[language]}</bdi> <code>${rule}</code></p></li>`;
}
