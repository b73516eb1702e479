import { exact } from "../../../core/decimal.js";
import { range } from "../../../core/range.js";
import { cellText } from "../../figures/cell-figure.js";
import { readAmount } from "../../figures/money.js";
import { readPercent } from "../../figures/percent.js";
import { isRateOf } from "../../figures/rate-of.js";
import type { FundRole } from "../../lexicon/labels/head-words.js";
import type { Grid } from "../grid.js";
import type { Columns } from "../region.js";

/** Rows whose rate must be borne out, where it is not the whole. */
const FEWEST_SHOWN = 2;

/** The columns of a rate and of the amounts that it is a quotient of. */
interface Quotient {
  readonly rate: number;
  readonly spent: number;
  readonly budget: number;
}

/**
 * The year's budget, what was spent, or the rate, under a head that no list knows: of the columns without a role the ones that make the rows' rates
 * quotients. Where several do, or a row contradicts, none is believed.
 */
export function withAmountsByRate(grid: Grid, body: readonly number[], columns: Columns<FundRole>): Columns<FundRole> {
  const { of } = columns;
  const quotient = quotientIn(grid, body, columns);
  if (!quotient) return columns;
  const added: [FundRole, readonly number[]][] = [
    ["executionRate", [quotient.rate]],
    ["executed", [quotient.spent]],
    ...(quotient.budget === of.get("initialBudget")?.[0] ? [] : [["adjustedBudget", [quotient.budget]] as [FundRole, number[]]]),
  ];
  return { of: new Map([...of, ...added.filter(([role]) => !of.has(role))]), heads: columns.heads };
}

/** Whether the rows' rates are quotients of amounts, under whatever heads. */
export function holdsRates(grid: Grid, body: readonly number[], columns: Columns<FundRole>): boolean {
  return quotientIn(grid, body, columns) !== undefined;
}

/** The only columns whose figures are quotients row for row, among those of the roles and those without one. */
function quotientIn(grid: Grid, body: readonly number[], columns: Columns<FundRole>): Quotient | undefined {
  const { of } = columns;
  const [rate, spent, budget, initial] = (["executionRate", "executed", "adjustedBudget", "initialBudget"] as const).map(
    (role) => of.get(role)?.[0],
  );
  const amounts = unnamed(grid, body, columns, (row, column) => amount(grid, row, column) !== undefined);
  const rates = unnamed(grid, body, columns, (row, column) => isPercentage(grid, row, column));
  const found = (budgets: readonly (number | undefined)[]) =>
    (rate === undefined ? rates : [rate])
      .flatMap((rate) => (spent === undefined ? amounts : [spent]).map((spent) => ({ rate, spent })))
      .flatMap((known) => budgets.flatMap((budget) => (budget === undefined || budget === known.spent ? [] : [{ ...known, budget }])))
      .filter((quotient) => isShown(grid, body, quotient, spent === undefined && !budgets.includes(initial)));
  const anew = budget === undefined ? found(amounts) : [];
  const all = anew.length > 0 ? anew : found([budget ?? initial]);
  const [quotient, ...others] = all;
  return others.length > 0 ? undefined : quotient;
}

/** Whether the rows' rates are quotients of the amounts, at least two of them or one that is not the whole; of amounts without any name, such a one. */
function isShown(grid: Grid, body: readonly number[], { rate, spent, budget }: Quotient, isUnnamed: boolean): boolean {
  const shown = body.flatMap((row) => {
    const stated = readPercent(grid.at(row, rate));
    const [part, whole] = [amount(grid, row, spent), amount(grid, row, budget)];
    if (!stated || part === undefined || whole === undefined || exact(whole).isZero()) return [];
    return [{ holds: isRateOf(stated, part, whole), proves: part !== whole }];
  });
  return shown.every(({ holds }) => holds) && ((!isUnnamed && shown.length >= FEWEST_SHOWN) || shown.some(({ proves }) => proves));
}

/** Columns right of the first amount that have no role, though what is asked for stands in them. */
function unnamed(
  grid: Grid,
  body: readonly number[],
  { of }: Columns<FundRole>,
  holds: (row: number, column: number) => boolean,
): number[] {
  const taken = [...of.values()].flat();
  const first = Math.min(...taken);
  return range(0, grid.columnCount).filter((column) => column > first && !taken.includes(column) && body.some((row) => holds(row, column)));
}

function isPercentage(grid: Grid, row: number, column: number): boolean {
  const cell = grid.at(row, column);
  return cell?.row === row && cell.column === column && /[%％]/u.test(cell.text) && readPercent(cell) !== null;
}

function amount(grid: Grid, row: number, column: number): string | undefined {
  const cell = grid.at(row, column);
  return cell?.row === row && cell.column === column && !/[%％]/u.test(cell.text) ? readAmount(cellText(cell))?.value : undefined;
}
