import type { Cell, Table } from "../../../core/extracted.js";
import { placeSpans } from "../../html/place-spans.js";
import { cellTexts } from "../../html/stacked-cells.js";
import { isPlaceholder } from "../../is-placeholder.js";
import type { FindContext } from "./find-table.js";

/** A cell as a text writes it, with the line where it begins. */
export interface TextCell {
  readonly text: string;
  readonly line: number;
  readonly rowSpan?: number;
  readonly colSpan?: number;
}

/** A grid of rows as a text delimits them. Rows may be short: what is missing is empty. Not yet numbered. Faults: `too-large` (cells). */
export function delimitedTable(rows: readonly (readonly TextCell[])[], confidence: number, { limits, inline }: FindContext): Table {
  const grid = placeSpans(
    rows.map((cells) => ({
      group: 0,
      cells: cells.map((cell) => ({ rowSpan: cell.rowSpan ?? 1, colSpan: cell.colSpan ?? 1, content: cell })),
    })),
    limits,
  );
  const texts = cellTexts(
    grid.cells.map(({ content, row }) => ({ row, text: content && !isPlaceholder(content.text) ? inline(content.text) : "" })),
  );
  const cells = grid.cells.map(({ content, ...place }, i): Cell => {
    if (!content) return { ...place, text: "", evidence: [{ line: rows[place.row]?.[0]?.line ?? 1 }] };
    const text = texts[i]!;
    return { ...place, text, evidence: [{ line: content.line, ...(text === "" ? {} : { quote: text }) }] };
  });
  return { type: "table", index: 0, rowCount: grid.rowCount, columnCount: grid.columnCount, cells, origin: "delimited", confidence };
}
