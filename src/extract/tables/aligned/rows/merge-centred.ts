import { type Box, middleX, unionBox } from "../../../../core/evidence.js";
import { cellsByRow } from "../../cells-by-row.js";
import { type Grid, type GridCell, hasText } from "../../grid.js";
import { textLines } from "../../text-lines.js";
import { closingLabel } from "./closing-label.js";

/** How far the middle of a text may lie from the middle of its cell, in glyph heights: gutters do not tell edges exactly. */
const OFF = 2;
/** How exactly texts of one column begin one under the other, in glyph heights. */
const SAME = 0.1;

/**
 * The grid with the labels of closing rows (合计) merged over the empty cells that they stand in the middle of: where no rulings part columns,
 * only its place says how far it reaches. Such a row begins with the label's cells and goes on with figures.
 */
export function mergeCentred(grid: Grid): Grid {
  const merged = new Map<GridCell, GridCell>();
  const gone = new Set<GridCell>();
  const runs = cellsByRow(grid).flatMap((row) => {
    const run = leadingRun(row);
    const isClosing = run && closingLabel(textLines(row.flatMap(({ parts }) => parts[0]!.words))[0]).length > 0;
    return isClosing ? [{ run, label: run.find(hasText)! }] : [];
  });
  const totals = new Set(runs.filter(({ run, label }) => run.at(-1) !== label).map(({ label }) => label));
  const others = grid.cells.filter((cell) => cell.colSpan === 1 && !totals.has(cell));
  for (const { run, label } of runs) {
    const words = label.parts[0]!.words;
    const text = unionBox(words.map((word) => word.box))!;
    const last = run.at(-1)!;
    const end = last.column + last.colSpan;
    const middle = (grid.columns[run[0]!.column]! + grid.columns[end]!) / 2;
    if (
      Math.abs(middleX(text) - middle) > OFF * words[0]!.size ||
      isInLine(
        text,
        label,
        others.filter((cell) => cell !== label),
      )
    )
      continue;
    const boxes = run.map((cell) => cell.parts[0]!.box);
    for (const cell of run) gone.add(cell);
    merged.set(run[0]!, {
      ...label,
      column: run[0]!.column,
      colSpan: end - run[0]!.column,
      parts: [{ ...label.parts[0]!, box: unionBox(boxes)! }],
    });
  }
  if (merged.size === 0) return grid;
  return { ...grid, cells: grid.cells.flatMap((cell) => merged.get(cell) ?? (gone.has(cell) ? [] : [cell])) };
}

/** Whether the text stands where others of its own column do: at their left side. */
function isInLine(text: Box, { column }: GridCell, others: readonly GridCell[]): boolean {
  const words = others.flatMap((other) => (other.column === column ? other.parts[0]!.words : []));
  return words.some(({ box, size }) => Math.abs(box[0] - text[0]) < SAME * size);
}

/** The first cells of a row, the first of them empty, one with text: up to the next cell with text. */
function leadingRun(row: readonly GridCell[]): GridCell[] | undefined {
  const first = row[0];
  if (first?.column !== 0 || hasText(first) || row.some((cell) => cell.rowSpan > 1)) return undefined;
  const label = row.findIndex(hasText);
  const next = row.findIndex((cell, i) => i > label && hasText(cell));
  return label > 0 && next > 0 ? row.slice(0, next) : undefined;
}
