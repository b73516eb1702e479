import { exact } from "../../../core/decimal.js";
import { isFundAmount } from "../../../core/record.js";
import { cellText } from "../../figures/cell-figure.js";
import { readAmount } from "../../figures/money.js";
import { readPercent } from "../../figures/percent.js";
import { isRateOf } from "../../figures/rate-of.js";
import { type FundRole, fundRole } from "../../lexicon/labels/head-words.js";
import { saysNothing } from "../../lexicon/lexicon.js";
import { readHead } from "../../lexicon/writing/fold.js";
import type { Grid } from "../grid.js";
import { isBlank } from "../grid.js";
import type { Columns } from "../region.js";

/** A way to move heads: by one column, with that of the rate or only those of the amounts. */
interface Step {
  readonly by: 1 | -1;
  readonly withRate: boolean;
}

const STEPS: readonly Step[] = [true, false].flatMap((withRate) => ([1, -1] as const).map((by) => ({ by, withRate })));

/**
 * Heads that stand one column beside their figures, as a span that was forgotten leaves them, or heads that begin left of their figures where no ruling parts
 * the columns: moved where no row's rate is a quotient of its amounts as they stand, and each row's is one column on. Nothing is moved where the figures
 * do not prove it. A head over the rows' labels, which counted for none as they stand, is of the column that it moves to.
 */
export function withDisplacedHead(
  grid: Grid,
  head: readonly number[],
  body: readonly number[],
  columns: Columns<FundRole>,
): Columns<FundRole> {
  const rate = columns.of.get("executionRate")?.[0];
  const spent = columns.of.get("executed")?.[0];
  const budgets = (["adjustedBudget", "initialBudget"] as const).flatMap((role) => columns.of.get(role)?.[0] ?? []);
  if (rate === undefined || spent === undefined || budgets.length === 0) return columns;
  const held = (by: number, withRate = true) =>
    body.map((row) => holds(grid, row, { rate: withRate ? rate + by : rate, spent: spent + by, budget: budgets[0]! + by }));
  if (held(0).includes(true)) return columns;
  const step = STEPS.find((one) => {
    const told = held(one.by, one.withRate);
    return told.includes(true) && !told.includes(false) && staysWithin(grid, moved(columns, one), columns);
  });
  if (step === undefined) return columns;
  const over = headsOverLabels(grid, head, columns);
  const all = { of: new Map([...columns.of, ...over.of]), heads: new Map([...columns.heads, ...over.heads]) };
  return { of: moved(all, step), heads: all.heads };
}

function moved({ of }: Columns<FundRole>, { by, withRate }: Step): Map<FundRole, readonly number[]> {
  return new Map([...of].map(([role, list]) => [role, withRate || isFundAmount(role) ? list.map((column) => column + by) : list]));
}

/** The amounts named over columns that are no amount's. */
function headsOverLabels(grid: Grid, head: readonly number[], { of }: Columns<FundRole>): Columns<FundRole> {
  const taken = new Set([...of.values()].flat());
  const cells = grid.spoken(head.at(-1)!).filter(({ column }) => !taken.has(column));
  const found = cells.flatMap((cell) => {
    const role = fundRole(cellText(cell))?.role;
    return isFundAmount(role) && !of.has(role) ? [{ role, column: cell.column, head: readHead(cellText(cell)) }] : [];
  });
  return {
    of: new Map(found.map(({ role, column }) => [role, [column]])),
    heads: new Map(found.map((one) => [one.role, one.head])),
  };
}

/** Whether a row's rate, printed as a percentage, is spent ÷ budget; undefined where the row does not tell all three. */
function holds(grid: Grid, row: number, at: { rate: number; spent: number; budget: number }): boolean | undefined {
  const cells = [grid.at(row, at.rate), grid.at(row, at.spent), grid.at(row, at.budget)] as const;
  if (cells.some((cell) => cell === undefined || isBlank(cell) || saysNothing(cellText(cell)))) return undefined;
  const rate = readPercent(cells[0]);
  const [spent, budget] = [readAmount(cellText(cells[1]!)), readAmount(cellText(cells[2]!))];
  if (!rate || !spent || !budget || !/[%％]/u.test(cells[0]!.text)) return false;
  if (exact(budget.value).isZero()) return undefined;
  return isRateOf(rate, spent.value, budget.value);
}

/** No role falls off the table's edges, whose first column is the labels', and none onto another's column. */
function staysWithin(grid: Grid, of: ReadonlyMap<FundRole, readonly number[]>, before: Columns<FundRole>): boolean {
  const taken = [...of.values()].flat();
  const isApart = new Set(taken).size === new Set([...before.of.values()].flat()).size;
  return isApart && taken.every((column) => column > 0 && column < grid.columnCount);
}
