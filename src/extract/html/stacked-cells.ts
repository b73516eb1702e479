import { groupBy } from "../../core/group-by.js";
import { cleanText, joinLines } from "../../core/text.js";
import { authorParagraphs } from "./author-paragraphs.js";

/** A cell's raw text ("\n": a line break by hand) with the row that it stands in. */
interface RawCell {
  readonly row: number;
  readonly text: string;
}

const FIGURE = /^-?\d+(?:\.\d+)?$/u;
/** Marks and scores: so many cells of a row hold figures one below the other where the row holds several indicators. */
const LEAST_COLUMNS = 2;

/**
 * The texts of cells with the layout undone, their author's paragraphs parted by "\n". Where a row holds several records, one below the other in each
 * of its cells (10⏎10 | 10⏎8), a cell of as many lines keeps them apart.
 */
export function cellTexts(cells: readonly RawCell[]): string[] {
  const rows = groupBy(cells, ({ row }) => row);
  const heights = new Map([...rows].map(([row, own]) => [row, heightOf(own)]));
  return cells.map(({ row, text }) => {
    const lines = linesOf(text);
    if (lines.length > 1 && lines.length === heights.get(row)) return lines.join("\n");
    return authorParagraphs(text).map(joinLines).join("\n");
  });
}

/** How many records a row holds by its figures; undefined where one. */
function heightOf(cells: readonly RawCell[]): number | undefined {
  const heights = cells.flatMap(({ text }) => {
    const lines = linesOf(text);
    return lines.length > 1 && lines.every((line) => FIGURE.test(line)) ? [lines.length] : [];
  });
  return heights.length >= LEAST_COLUMNS && heights.every((height) => height === heights[0]) ? heights[0] : undefined;
}

function linesOf(text: string): string[] {
  return text.split("\n").flatMap((line) => cleanText(line) || []);
}
