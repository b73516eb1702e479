import { askJson, type Filters, type FindingRow } from "./api.js";
import { element, told } from "./element.js";
import { applyFilter, field } from "./filter-field.js";
import { findingText, type RuleTitles } from "./finding-text.js";
import { pagedList } from "./paged-list.js";
import { reportLink } from "./route.js";
import type { Words } from "./words.js";

const FIELDS = ["severity", "rule", "unit", "year", "cause"] as const;
const PAGE_LENGTH = "50";

/** What to look at first: findings, the gravest first, as filtered. */
export async function firstView(filter: URLSearchParams, words: Words): Promise<Node[]> {
  const filters = await askJson<Filters>("/v1/filters");
  const titles: RuleTitles = new Map(filters.rules.map(({ rule, title }) => [rule, title]));
  const query = new URLSearchParams({ order: "gravity", limit: PAGE_LENGTH });
  for (const field of FIELDS) if (filter.get(field)) query.set(field, filter.get(field)!);
  const list = element("ol", { class: "findings" });
  return [
    element("h1", {}, words.nav.first),
    element("p", { class: "about" }, words.aboutFindings[causeOf(filter)]),
    filterForm(filter, filters, words),
    pagedList<FindingRow>({ path: "/v1/findings", query, list, whole: list, entry: (row) => entry(row, titles, words) }, words),
  ];
}

function causeOf(filter: URLSearchParams): "report" | "extraction" | "any" {
  const cause = filter.get("cause");
  return cause === "extraction" || cause === "any" ? cause : "report";
}

function entry(row: FindingRow, titles: RuleTitles, words: Words): HTMLElement {
  const { sha256, part, ordinal, severity, rule_id: rule, message_zh: zh, message_en: en } = row;
  const name = row.project_name ?? row.title ?? words.unnamed;
  const facts = [row.unit ?? row.department ?? words.unnamed, row.fiscal_year, placeOf(row, words)].filter(
    (fact) => fact !== null && fact !== "",
  );
  return element(
    "li",
    { class: `finding ${severity}${row.cause === "extraction" ? " doubtful" : ""}` },
    element(
      "p",
      { class: "where" },
      element("a", { href: reportLink(sha256, part ?? 1, ordinal) }, told(name)),
      " ",
      told(facts.join(" · ")),
    ),
    findingText({ ...row, rule, message: { zh, en } }, titles, words),
  );
}

function placeOf(row: FindingRow, words: Words): string {
  const known = (value: number | null) => value ?? undefined;
  const [page, table, at, line] = [row.page_number, row.table_index, row.row_index, row.line_number].map(known);
  return words.place({ page, table, row: at, line });
}

/** The filters as a form; what is chosen becomes the page's address, so that it can be kept and sent. */
function filterForm(filter: URLSearchParams, { years, units, rules }: Filters, words: Words): HTMLElement {
  const choice = (name: (typeof FIELDS)[number], options: readonly (readonly [value: string, text: string])[]) =>
    field(
      name,
      words,
      element(
        "select",
        { id: name, name },
        options.map(([value, text]) => element("option", { value, selected: (filter.get(name) ?? "") === value }, text)),
      ),
    );
  const all = ["", words.filter.all] as const;
  return element(
    "form",
    { class: "filter", role: "search", submit: (event) => applyFilter(event, "#/"), change: (event) => applyFilter(event, "#/") },
    choice("severity", [all, ...(["error", "warning", "info"] as const).map((one) => [one, words.severity[one]] as const)]),
    choice("rule", [all, ...rules.map(({ rule, title }) => [rule, title[words.language]] as const)]),
    choice("year", [all, ...years.map((year) => [String(year), String(year)] as const)]),
    choice("cause", [
      ["", words.cause.report],
      ["extraction", words.cause.extraction],
      ["any", words.cause.any],
    ]),
    field(
      "unit",
      words,
      element("input", { id: "unit", name: "unit", list: "units", value: filter.get("unit") ?? "", placeholder: words.filter.all }),
    ),
    element(
      "datalist",
      { id: "units" },
      units.map((unit) => element("option", { value: unit })),
    ),
    element("p", { class: "field" }, element("button", {}, words.filter.apply), element("a", { href: "#/" }, words.filter.clear)),
  );
}
