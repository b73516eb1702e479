import type { ReportRow } from "./api.js";
import { element, told } from "./element.js";
import { applyFilter, field } from "./filter-field.js";
import { pagedList } from "./paged-list.js";
import { reportLink } from "./route.js";
import type { Words } from "./words.js";

/** The reports of the warehouse, found by what their names hold. */
export function reportsView(filter: URLSearchParams, words: Words): Node[] {
  const text = filter.get("text") ?? "";
  const query = new URLSearchParams({ limit: "100", ...(text !== "" && { text }) });
  const body = element("tbody");
  const { unit, year, total, grade } = words.columns;
  const head = (name: string) => element("th", { scope: "col", class: name === year || name === total ? "number" : null }, name);
  const table = element(
    "table",
    {},
    element("thead", {}, element("tr", {}, [words.facts.projectName, unit, year, total, grade].map(head))),
    body,
  );
  const whole = element("div", { class: "scroll" }, table);
  return [
    element("h1", {}, words.nav.reports),
    element("p", { class: "about" }, words.about.reports),
    element(
      "form",
      { class: "filter", role: "search", submit: (event) => applyFilter(event, "#/reports") },
      field("text", words, element("input", { id: "text", name: "text", type: "search", value: text })),
      element("p", { class: "field" }, element("button", {}, words.filter.apply)),
    ),
    pagedList<ReportRow>({ path: "/v1/reports", query, list: body, whole, entry: (row) => entry(row, words) }, words),
  ];
}

function entry({ sha256, part, ...row }: ReportRow, words: Words): HTMLElement {
  const cell = (value: string | number | null) =>
    element("td", { class: typeof value === "number" ? "number" : null }, told(String(value ?? "")));
  const name = row.project_name ?? row.title ?? words.unnamed;
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, element("a", { href: reportLink(sha256, part ?? 1) }, told(name))),
    cell(row.unit ?? row.department),
    cell(row.fiscal_year),
    cell(row.stated_total === null ? null : Number(row.stated_total)),
    cell(row.grade),
  );
}
