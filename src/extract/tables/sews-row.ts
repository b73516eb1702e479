import type { Grid } from "./grid.js";
import { hasText, type SeamPair } from "./sew-grids.js";

/** Share of a column's rows that say something, for the column to be expected to. */
const FILLED = 0.8;

/**
 * Whether the page break cut a row in two: each side of it lacks some of what every row has, or none of the row's sides is closed, and no
 * column has a whole cell on both sides.
 */
export function sewsRow(upper: Grid, lower: Grid, seam: readonly SeamPair[]): boolean {
  const rows = seam.filter((pair) => pair.above.rowSpan === 1 && pair.below.rowSpan === 1);
  // Cells that span rows go on by themselves; a row is cut where its own cells pair up.
  const single = rows.filter((pair) => !pair.continues || hasText(pair.above) !== hasText(pair.below));
  if (single.length < 2) return false;
  const expected = single.filter((pair) => isFilled(upper, pair) && isFilled(lower, pair));
  if (expected.length === 0) return false;
  const both = expected.filter((pair) => hasText(pair.above) && hasText(pair.below));
  const lacking = expected.filter((pair) => hasText(pair.above) !== hasText(pair.below));
  const neither = expected.length - both.length - lacking.length;
  if (neither > 0 || lacking.length === 0) return false;
  // Where both sides speak, the text must run on: short cells (figures) never do.
  return both.every((pair) => runsOn(pair)) && lacking.length >= both.length;
}

function isFilled(grid: Grid, { above, below }: SeamPair): boolean {
  let all = 0;
  let filled = 0;
  for (const cell of grid.cells) {
    if (cell === above || cell === below || cell.column !== above.column || cell.colSpan !== above.colSpan) continue;
    all++;
    if (hasText(cell)) filled++;
  }
  return filled >= FILLED * all;
}

/** The line before the break fills its cell. */
function runsOn({ above }: SeamPair): boolean {
  const part = above.parts.at(-1)!;
  const last = part.words.reduce((lowest, word) => (word.baseline > lowest.baseline ? word : lowest), part.words[0]!);
  const inner = part.box[2] - part.box[0] - 1.5 * last.size;
  return last.box[2] - last.box[0] > inner - last.size;
}
