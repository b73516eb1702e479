import type { Evidence } from "../src/core/evidence.js";
import type { RecordTable, Record as ReportRecord } from "../src/core/record.js";
import { element, told } from "./element.js";
import { columnsOf } from "./grid-columns.js";

/** Rows of a long table that are shown around the one that was chosen. */
const ROWS_AROUND = 60;

/** The table or the passage where something stands, with its cell or words marked; what else belongs to it is marked more faintly. */
export function sourceText({ tables, sections }: ReportRecord, chosen: Evidence, all: readonly Evidence[]): HTMLElement[] {
  const table = chosen.table === undefined ? undefined : tables[chosen.table];
  if (table !== undefined)
    return [
      tableOf(
        table,
        chosen,
        all.filter((one) => one.table === chosen.table),
      ),
    ];
  const { quote } = chosen;
  if (quote === undefined || quote === "") return [];
  // A passage is shown where the words stand in one alone: else it may be the wrong one.
  const passages = sections.filter(({ text }) => text.includes(quote));
  const text =
    passages.length === 1 && passages[0]!.text.indexOf(quote) === passages[0]!.text.lastIndexOf(quote) ? passages[0]!.text : quote;
  const at = text.indexOf(quote);
  return [
    element(
      "blockquote",
      {},
      told(text.slice(0, at)),
      element("mark", { class: "chosen" }, told(quote)),
      told(text.slice(at + quote.length)),
    ),
  ];
}

function tableOf({ caption, rows }: RecordTable, chosen: Evidence, marked: readonly Evidence[]): HTMLElement {
  const columns = columnsOf(rows);
  const first = Math.max(0, (chosen.row ?? 0) - ROWS_AROUND);
  const cellOf = (cell: RecordTable["rows"][number][number], row: number, i: number) => {
    const column = columns[row]![i]!;
    const covers = (one: Evidence) =>
      one.row !== undefined &&
      one.column !== undefined &&
      row <= one.row &&
      one.row < row + cell.rowSpan &&
      column <= one.column &&
      one.column < column + cell.colSpan;
    const kind = covers(chosen) ? "chosen" : marked.some(covers) ? "marked" : null;
    return element("td", { rowspan: cell.rowSpan, colspan: cell.colSpan, class: kind }, told(cell.text));
  };
  const shown = rows.slice(first, first + 2 * ROWS_AROUND).map((cells, i) =>
    element(
      "tr",
      {},
      cells.map((cell, j) => cellOf(cell, first + i, j)),
    ),
  );
  return element("table", { class: "grid" }, caption !== "" && element("caption", {}, told(caption)), element("tbody", {}, shown));
}
