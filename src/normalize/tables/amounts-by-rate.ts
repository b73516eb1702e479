import { exact } from "../../core/decimal.js";
import { range } from "../../core/range.js";
import { cellText } from "../figures/cell-figure.js";
import { readAmount } from "../figures/money.js";
import { readPercent } from "../figures/percent.js";
import { isRateOf } from "../figures/rate-of.js";
import type { FundRole } from "../lexicon/head-words.js";
import type { Grid } from "./grid.js";
import type { Columns } from "./region.js";

/** Rows whose rate must be borne out, where it is not the whole. */
const FEWEST_SHOWN = 2;

/**
 * The year's budget, or what was spent, under a head that no list knows: the column without a role of which the rows' rates are quotients.
 * Where several are, or a row contradicts, none is believed.
 */
export function withAmountsByRate(grid: Grid, body: readonly number[], columns: Columns<FundRole>): Columns<FundRole> {
  const { of } = columns;
  const rate = of.get("executionRate")?.[0];
  const missing = of.has("executed") ? (of.has("adjustedBudget") ? undefined : "adjustedBudget") : "executed";
  const known = of.get(missing === "executed" ? "adjustedBudget" : "executed")?.[0] ?? of.get("initialBudget")?.[0];
  if (rate === undefined || missing === undefined || known === undefined) return columns;
  const found = unnamedAmounts(grid, body, columns).filter((column) => {
    const shown = body.flatMap((row) => {
      const stated = readPercent(grid.at(row, rate));
      const [spent, budget] =
        missing === "executed"
          ? [amount(grid, row, column), amount(grid, row, known)]
          : [amount(grid, row, known), amount(grid, row, column)];
      if (!stated || spent === undefined || budget === undefined || exact(budget).isZero()) return [];
      return [{ holds: isRateOf(stated, spent, budget), proves: spent !== budget }];
    });
    return shown.every(({ holds }) => holds) && (shown.length >= FEWEST_SHOWN || shown.some(({ proves }) => proves));
  });
  return found.length === 1 ? { of: new Map([...of, [missing, found]]), heads: columns.heads } : columns;
}

/** Columns right of the first amount that have no role, though amounts stand in them. */
function unnamedAmounts(grid: Grid, body: readonly number[], { of }: Columns<FundRole>): number[] {
  const taken = [...of.values()].flat();
  const first = Math.min(...taken);
  return range(0, grid.columnCount).filter(
    (column) => column > first && !taken.includes(column) && body.some((row) => amount(grid, row, column) !== undefined),
  );
}

function amount(grid: Grid, row: number, column: number): string | undefined {
  const cell = grid.at(row, column);
  return cell?.row === row && cell.column === column && !/[%％]/u.test(cell.text) ? readAmount(cellText(cell))?.value : undefined;
}
