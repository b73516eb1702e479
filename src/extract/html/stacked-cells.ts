import { joinLines } from "../../core/text.js";
import { stackedTexts } from "../tables/stacked-lines.js";
import { authorParagraphs } from "./author-paragraphs.js";

/** A cell's raw text ("\n": a line break by hand) with the row that it stands in. */
interface RawCell {
  readonly row: number;
  readonly text: string;
}

/** The texts of cells with the layout undone, their author's paragraphs, and the lines of a row that holds several records, parted by "\n". */
export function cellTexts(cells: readonly RawCell[]): string[] {
  const stacked = stackedTexts(cells.map(({ row, text }) => ({ row, lines: text.split("\n") })));
  return cells.map(({ text }, i) => stacked[i] ?? authorParagraphs(text).map(joinLines).join("\n"));
}
