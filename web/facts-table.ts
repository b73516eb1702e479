import type { Evidence } from "../src/core/evidence.js";
import type { Doubt, Figure } from "../src/core/record.js";
import { type Content, element, told } from "./element.js";
import { findingCard, type ReportContext } from "./finding-card.js";
import type { ColumnName } from "./words.js";

/** A row of a report: what it is called, its cells in the order of the columns, and where it stands. */
export interface FactsRow {
  /** JSON pointer to it in the record. */
  readonly path: string;
  readonly name: string;
  readonly cells: readonly Content[];
  readonly evidence: readonly Evidence[];
  readonly doubts?: readonly (Doubt | undefined)[];
}

/** A table of a report's facts; the named column comes first, and beneath each row stands what was found in it and how doubtful its reading is. */
export function factsTable(columns: readonly ColumnName[], rows: readonly FactsRow[], context: ReportContext): HTMLElement {
  const heads = columns.map((column) =>
    element("th", { scope: "col", class: isNumber(column) ? "number" : null }, context.words.columns[column]),
  );
  return element(
    "div",
    { class: "scroll", tabindex: 0 },
    element(
      "table",
      {},
      element("thead", {}, element("tr", {}, heads)),
      element(
        "tbody",
        {},
        rows.flatMap((row) => [rowOf(row, columns, context), ...notesOf(row, columns.length, context)]),
      ),
    ),
  );
}

function rowOf({ name, cells, evidence }: FactsRow, columns: readonly ColumnName[], { words, viewer }: ReportContext): HTMLElement {
  const show = element("button", { type: "button", class: "link", title: words.show, click: () => viewer.show(evidence) }, told(name));
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, evidence.length > 0 ? show : told(name)),
    cells.map((cell, i) => element("td", { class: isNumber(columns[i + 1]!) ? "number" : null }, cell)),
  );
}

function notesOf({ path, doubts = [] }: FactsRow, width: number, context: ReportContext): HTMLElement[] {
  const { notes, words } = context;
  const { findings, repairs } = notes.take(path);
  // A doubt about a cell is also one about the value in it.
  const readings = new Set([
    ...doubts.flatMap((doubt) => (doubt ? [words.doubt(doubt.because, doubt.readings)] : [])),
    ...repairs.map(({ before, after, because }) => words.repair(before, after, because)),
  ]);
  if (findings.length + readings.size === 0) return [];
  const shown = [...readings].map((reading) => element("p", { class: "reading" }, told(reading)));
  return [
    element(
      "tr",
      { class: "notes" },
      element(
        "td",
        { colspan: width },
        findings.map((finding) => findingCard(finding, context)),
        shown,
      ),
    ),
  ];
}

const NUMBERS: ReadonlySet<ColumnName> = new Set([
  "initialBudget",
  "adjustedBudget",
  "received",
  "executed",
  "balance",
  "executionRate",
  "weight",
  "score",
  "fullMarks",
  "completionRate",
]);

function isNumber(column: ColumnName): boolean {
  return NUMBERS.has(column);
}

/** A figure and its unit, with no other words. */
const FIGURE_ALONE = /^[^\p{Script=Han}]*\p{Script=Han}{0,2}$/u;

/** A figure as it is printed, without what else its cell says (预算执行情况（20分）), marked where its reading is doubtful. */
export function figureCell(figure: Figure | null, { words }: Pick<ReportContext, "words">): Content {
  if (figure === null) return "";
  const printed = FIGURE_ALONE.test(figure.raw) ? figure.raw : `${figure.value}${figure.raw.includes("%") ? "%" : ""}`;
  const raw = "unit" in figure && !printed.endsWith(figure.unit) ? `${printed} ${figure.unit}` : printed;
  return figure.doubt ? element("mark", { class: "doubt" }, told(raw), element("small", {}, ` ${words.doubtful}`)) : told(raw);
}
