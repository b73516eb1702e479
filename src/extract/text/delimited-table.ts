import type { Cell, Table } from "../../core/extracted.js";
import { joinLines } from "../../core/text.js";
import { authorParagraphs } from "../html/author-paragraphs.js";
import { placeSpans } from "../html/place-spans.js";
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
  const cells = grid.cells.map(({ content, ...place }): Cell => {
    if (!content) return { ...place, text: "", evidence: [{ line: rows[place.row]?.[0]?.line ?? 1 }] };
    const text = cellText(content.text, inline);
    return { ...place, text, evidence: [{ line: content.line, ...(text === "" ? {} : { quote: text }) }] };
  });
  return { type: "table", index: 0, rowCount: grid.rowCount, columnCount: grid.columnCount, cells, origin: "delimited", confidence };
}

/** A cell's text with the layout undone, its author's paragraphs parted by "\n". */
function cellText(raw: string, inline: FindContext["inline"]): string {
  return authorParagraphs(inline(raw)).map(joinLines).join("\n");
}
