/** A cell of a table to be laid out: its text, the row at which it begins and those that it spans. */
export interface LaidCell {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan?: number;
}

export interface Layout {
  /** Characters that a column holds. */
  readonly widths: readonly number[];
  /** Columns of characters that an ideograph takes. */
  readonly pitch: 1 | 2;
  /** Blank columns between the columns of the table. */
  readonly gap?: number;
  /** Rows before which a page ends. */
  readonly pagesBefore?: readonly number[];
}

const GAP = 3;
const isWide = (character: string) => /[\u2e80-\u9fff\uff00-\uff60（），、。；]/u.test(character);
const widthOf = (text: string, pitch: number) => [...text].reduce((sum, character) => sum + (isWide(character) ? pitch : 1), 0);

/** A ruled table as a text keeps it that preserves the page's layout: cells broken to their columns' widths, each in the middle of its rows. */
export function laidOutText(cells: readonly LaidCell[], { widths, pitch, gap = GAP, pagesBefore = [] }: Layout): string[] {
  const rowCount = Math.max(...cells.map(({ row, rowSpan = 1 }) => row + rowSpan));
  const broken = cells.map((cell) => ({ ...cell, lines: brokenTo(cell.text, widths[cell.column]!) }));
  const heights = Array.from({ length: rowCount }, (_, row) =>
    Math.max(...broken.map((cell) => (cell.row === row && (cell.rowSpan ?? 1) === 1 ? cell.lines.length : 1))),
  );
  for (const { row, rowSpan = 1, lines } of broken) {
    const height = heights.slice(row, row + rowSpan).reduce((sum, each) => sum + each, 0);
    if (height < lines.length) heights[row]! += lines.length - height;
  }
  const tops = heights.map((_, row) => heights.slice(0, row).reduce((sum, each) => sum + each + 1, 0));
  const starts = widths.map((_, c) => widths.slice(0, c).reduce((sum, width) => sum + width * pitch + gap, 0));
  const text: string[] = [];
  for (const { row, rowSpan = 1, column, lines } of broken) {
    const bottom = tops[row + rowSpan - 1]! + heights[row + rowSpan - 1]!;
    const first = tops[row]! + Math.floor((bottom - tops[row]! - lines.length) / 2);
    lines.forEach((line, i) => {
      const own = text[first + i] ?? "";
      text[first + i] = own + " ".repeat(Math.max(0, starts[column]! - widthOf(own, pitch))) + line;
    });
  }
  return Array.from(text, (line, y) => `${pagesBefore.some((row) => tops[row] === y) ? "\f" : ""}${line ?? ""}`);
}

function brokenTo(text: string, width: number): string[] {
  const characters = [...text];
  return Array.from({ length: Math.max(1, Math.ceil(characters.length / width)) }, (_, i) =>
    characters.slice(i * width, (i + 1) * width).join(""),
  );
}
