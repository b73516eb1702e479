import { groupBy } from "../../core/group-by.js";
import { cleanText } from "../../core/text.js";

/** A cell by the row that it stands in and its lines, also those that were broken for its width. */
interface LinedCell {
  readonly row: number;
  readonly lines: readonly string[];
}

const FIGURE = /^-?\d+(?:\.\d+)?$/u;
/** Marks and scores: so many cells of a row hold figures one below the other where the row holds several indicators. */
const LEAST_COLUMNS = 2;

/**
 * Of a row that holds several records, one below the other in each of its cells (10⏎10 | 10⏎8), the texts of the cells of as many lines, these parted by
 * "\n"; undefined for any other cell.
 */
export function stackedTexts(cells: readonly LinedCell[]): (string | undefined)[] {
  const own = cells.map(({ row, lines }) => ({ row, lines: lines.flatMap((line) => cleanText(line) || []) }));
  const heights = new Map([...groupBy(own, ({ row }) => row)].map(([row, inRow]) => [row, heightOf(inRow)]));
  return own.map(({ row, lines }) => (lines.length > 1 && lines.length === heights.get(row) ? lines.join("\n") : undefined));
}

/** How many records a row holds by its figures; undefined where one. */
function heightOf(cells: readonly LinedCell[]): number | undefined {
  const heights = cells.flatMap(({ lines }) => (lines.length > 1 && lines.every((line) => FIGURE.test(line)) ? [lines.length] : []));
  return heights.length >= LEAST_COLUMNS && heights.every((height) => height === heights[0]) ? heights[0] : undefined;
}
