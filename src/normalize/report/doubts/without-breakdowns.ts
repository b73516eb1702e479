import { exact, sumOf } from "../../../core/decimal.js";
import { groupBy } from "../../../core/group-by.js";
import type { Fund } from "../../../core/record.js";
import { findNumeral, foldFigure } from "../../figures/find-numeral.js";
import type { UnplacedFigure } from "./unplaced-figures.js";

/** Sums of fewer figures agree by chance. */
const FEWEST = 3;
const AMOUNTS = ["initialBudget", "adjustedBudget", "received", "executed"] as const;

/**
 * The figures without those of tables that tell other money (三公经费, purchases) beside a fund table that is whole: its total is there, and so are the
 * sources that make it up.
 */
export function withoutOtherMoney(unplaced: readonly UnplacedFigure[], funds: readonly Fund[]): UnplacedFigure[] {
  if (!hasAllSources(funds)) return [...unplaced];
  return unplaced.filter(({ isApart, kind, isSentence }) => !isApart || isSentence || kind !== "funds");
}

/** Whether in some column the sources that a table tells make up its total. */
function hasAllSources(funds: readonly Fund[]): boolean {
  const told = funds.filter((fund) => fund.told === "table");
  const totals = told.filter(({ source }) => source === "total");
  const sources = told.filter(({ depth }) => depth === 1);
  return AMOUNTS.some((column) => {
    const amounts = sources.flatMap((fund) => fund[column]?.yuan ?? []);
    return amounts.length > 0 && totals.some((total) => total[column] && sumOf(amounts).eq(total[column].yuan));
  });
}

/**
 * The figures without those of a numbered list that breaks the whole's money down once more (by county, by item): each of its columns of amounts sums to one of the
 * total's (in its unit, or in yuan), with or without a row of their sum, so that nothing of the sources is lost in it.
 */
export function withoutBreakdowns(unplaced: readonly UnplacedFigure[], funds: readonly Fund[]): UnplacedFigure[] {
  const totals = funds
    .filter(({ source }) => source === "total")
    .flatMap((fund) => AMOUNTS.flatMap((column) => (fund[column] ? [fund[column].value, fund[column].yuan] : [])));
  const isTotal = (figures: readonly UnplacedFigure[]) => {
    const sum = sumOf(figures.map(({ text }) => findNumeral(foldFigure(text))?.value));
    return figures.length >= FEWEST && totals.some((total) => sum.eq(total) || sum.eq(exact(total).times(2)));
  };
  return [...groupBy(unplaced, ({ table }) => table).values()].flatMap((figures) => {
    if (!figures.every(({ isNumbered, isSentence }) => isNumbered && !isSentence)) return figures;
    const amounts = figures.filter(({ text }) => !/[%％‰]/u.test(text));
    const columns = [...groupBy(amounts, ({ column }) => column).values()];
    return columns.length > 0 && columns.every(isTotal) ? [] : figures;
  });
}
