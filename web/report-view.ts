import type { Record as ReportRecord } from "../src/core/record.js";
import { ApiProblem, ask, askJson, type Filters, type Judged } from "./api.js";
import { type Content, element, told } from "./element.js";
import { cardId, findingCard, type ReportContext } from "./finding-card.js";
import { Notes } from "./notes.js";
import { fundsTable, indicatorsTable, scoresTable } from "./report-tables.js";
import { type Route, reportLink } from "./route.js";
import { section } from "./section.js";
import { problemText, reasonText } from "./shell.js";
import { SourceViewer } from "./source-viewer.js";
import { MARK, type Words } from "./words.js";

const NOT_A_REPORT = "not-a-report";
/** How long a file may take to be saved before its copy in the browser is given up. */
const SAVED_AFTER_MS = 60_000;

type ReportRoute = Extract<Route, { readonly view: "report" }>;

/** A report: what it says of itself, each finding beside what it concerns, and the source beside all. */
export async function reportView({ sha256, part, finding }: ReportRoute, words: Words): Promise<Node[]> {
  const [{ files, records }, filters] = await Promise.all([askJson<Judged>(`/v1/documents/${sha256}`), askJson<Filters>("/v1/filters")]);
  const record = records[part - 1];
  if (record === undefined) return [unread(files, words)];
  const viewer = new SourceViewer(record, words);
  const context = { words, viewer, notes: new Notes(record), titles: new Map(filters.rules.map(({ rule, title }) => [rule, title])) };
  const chosen = finding === null ? undefined : record.findings[finding - 1];
  const first = chosen ?? record.findings[0];
  if (first && first.evidence.length > 0) viewer.show(first.evidence);
  else viewer.showFirstPage();
  if (chosen) requestAnimationFrame(() => focusCard(finding!));
  return [element("div", { class: "sides" }, element("div", { class: "facts" }, facts(record, records.length, context)), viewer.element)];
}

/** A document that gave no record, with the reason. */
function unread(files: Judged["files"], words: Words): HTMLElement {
  const failed = files.find(({ outcome }) => outcome !== "read");
  if (failed === undefined) throw new ApiProblem(404, "not-found", "There is no such report in this document.", "");
  const { file_name, outcome: code, message, remedy } = failed;
  return element(
    "div",
    {},
    element("h1", {}, told(file_name)),
    element(
      "div",
      { class: "problem" },
      element("p", {}, words.job.dead),
      reasonText({ code, message: message ?? "", remedy: remedy ?? "" }, words),
    ),
  );
}

function facts(record: ReportRecord, records: number, context: ReportContext): Content[] {
  const { words, notes } = context;
  const { report, source, warnings, completeness } = record;
  // The tables take the findings that speak of them, so that the rest is left for the head.
  const tables = [scoresTable(record, context), fundsTable(record, context), indicatorsTable(record, context)];
  const others = notes.take("");
  const doubts = [
    ...completeness.because.map(words.incomplete),
    ...warnings.filter(({ code }) => code !== NOT_A_REPORT).map(({ message }) => words.message(message)),
    ...others.repairs.map(({ before, after, because }) => words.repair(before, after, because)),
  ];
  return [
    element("h1", {}, told(report.title ?? report.projectName ?? words.unnamed)),
    records > 1 && otherParts(source, records, words),
    headFacts(record, words),
    tally(record, words),
    // Before what was found: what was not read was not judged either.
    doubts.length > 0 &&
      section(
        words.sections.doubts,
        element(
          "ul",
          {},
          doubts.map((doubt) => element("li", {}, told(doubt))),
        ),
      ),
    others.findings.length > 0 &&
      section(
        words.sections.others,
        others.findings.map((finding) => findingCard(finding, context)),
      ),
    tables,
  ];
}

/** Which of the reports in its file it is, with links to the others. */
function otherParts({ sha256, part = 1 }: ReportRecord["source"], records: number, words: Words): HTMLElement {
  const link = (_: unknown, i: number) => [
    " ",
    element("a", { href: reportLink(sha256, i + 1), "aria-current": i + 1 === part ? "page" : null }, String(i + 1)),
  ];
  return element(
    "nav",
    { class: "about", "aria-label": words.parts(part, records) },
    words.parts(part, records),
    Array.from({ length: records }, link),
  );
}

function headFacts({ report, source }: ReportRecord, words: Words): HTMLElement {
  const length = [source.pageCount !== null && words.pages(source.pageCount), source.textLayer && words.textLayer[source.textLayer]];
  const shown: readonly (readonly [string, Content])[] = [
    [words.facts.projectName, report.projectName],
    [words.facts.unit, report.unit],
    [words.facts.department, report.department],
    [words.facts.fiscalYear, report.fiscalYear],
    [words.facts.kind, report.kind === "unknown" ? null : words.kind[report.kind]],
    [words.facts.reportDate, report.reportDate],
    [words.facts.pages, length.filter((part) => part).join(" · ")],
  ];
  const save = () => void saveOriginal(source).catch((error: unknown) => download.after(problemText(error, words)));
  const download = element("button", { type: "button", class: "link", click: save }, words.original);
  return element(
    "dl",
    { class: "head" },
    shown.flatMap(([name, value]) =>
      value === null || value === "" ? [] : [element("div", {}, element("dt", {}, name), element("dd", {}, told(String(value))))],
    ),
    element("div", {}, element("dt", {}, words.facts.file), element("dd", {}, told(source.fileName), " ", download)),
  );
}

/** How many of each severity, each finding a link to its card. */
function tally({ findings, warnings }: ReportRecord, words: Words): HTMLElement {
  if (warnings.some(({ code }) => code === NOT_A_REPORT)) return element("p", { class: "problem" }, words.notAReport);
  if (findings.length === 0) return element("p", { class: "none" }, words.noFindings);
  const entry = ({ severity, subject, cause }: ReportRecord["findings"][number], index: number) =>
    element(
      "li",
      { class: cause === "extraction" ? "doubtful" : null },
      element("span", { class: `mark ${severity}`, role: "img", "aria-label": words.severity[severity] }, MARK[severity]),
      " ",
      element("button", { type: "button", class: "link", click: () => focusCard(index + 1) }, told(words.subject(subject))),
    );
  return element(
    "nav",
    { class: "tally", "aria-labelledby": "tally-title" },
    element("h2", { id: "tally-title" }, `${words.sections.findings} ${findings.length}`),
    element("ol", {}, findings.map(entry)),
  );
}

function focusCard(number: number): void {
  const card = document.getElementById(cardId(number));
  card?.scrollIntoView({ block: "center" });
  card?.focus({ preventScroll: true });
}

async function saveOriginal({ sha256, fileName }: ReportRecord["source"]): Promise<void> {
  const address = URL.createObjectURL(await (await ask(`/v1/documents/${sha256}/original`)).blob());
  element("a", { href: address, download: fileName }).click();
  setTimeout(() => URL.revokeObjectURL(address), SAVED_AFTER_MS);
}
