import type { PlacedPage, Ruling, Word } from "../../../src/extract/tables/placed.js";

/** A cell of a grid to be drawn; rows and columns from 0. */
export interface DrawnCell {
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
}

const A4 = { width: 595, height: 842 };

/** A word whose box begins at x and whose baseline is y; CJK glyphs fill their size, others half of it. */
export function word(text: string, x: number, y: number, size = 10): Word {
  const width = [...text].reduce((sum, glyph) => sum + (glyph > "\u2e7f" ? size : size / 2), 0);
  return { text, box: [x, y - 0.88 * size, x + width, y + 0.12 * size], size, baseline: y };
}

/** A cell to be drawn at a row and a column, from 0. */
export function drawnCell(
  row: number,
  column: number,
  text: string,
  spans: Partial<Pick<DrawnCell, "rowSpan" | "colSpan">> = {},
): DrawnCell {
  return { row, column, rowSpan: 1, colSpan: 1, text, ...spans };
}

/** Cells of rows of texts, one a column. */
export function drawnRows(rows: readonly (readonly string[])[], firstRow = 0): DrawnCell[] {
  return rows.flatMap((row, i) => row.map((text, column) => drawnCell(firstRow + i, column, text)));
}

export const across = (at: number, from: number, to: number, thickness = 0.5): Ruling => ({
  direction: "horizontal",
  at,
  from,
  to,
  thickness,
});
export const down = (at: number, from: number, to: number, thickness = 0.5): Ruling => ({ direction: "vertical", at, from, to, thickness });

export function page(words: readonly Word[], rulings: readonly Ruling[], number = 1): PlacedPage {
  return { number, ...A4, rotation: 0, textLayer: "native", words, rulings };
}

/** Each cell's four sides as rulings of their own, and its text as one word in its middle. `xs` and `ys` are the edges of columns and rows. */
export function drawGrid(cells: readonly DrawnCell[], xs: readonly number[], ys: readonly number[]): { words: Word[]; rulings: Ruling[] } {
  const rulings = cells.flatMap(({ row, column, rowSpan, colSpan }) => {
    const [left, right, top, bottom] = [xs[column]!, xs[column + colSpan]!, ys[row]!, ys[row + rowSpan]!];
    return [across(top, left, right), across(bottom, left, right), down(left, top, bottom), down(right, top, bottom)];
  });
  const words = cells.flatMap(({ row, column, rowSpan, colSpan, text }) => {
    if (text === "") return [];
    const own = word(text, 0, 0);
    const x = (xs[column]! + xs[column + colSpan]! - own.box[2]) / 2;
    return [word(text, x, (ys[row]! + ys[row + rowSpan]!) / 2 + 3.8)];
  });
  return { words, rulings };
}
