import { type Claims, FUND_AMOUNTS, type FundAmount } from "../../core/record.js";
import { cellText } from "../figures/cell-figure.js";
import { isBlank } from "../tables/grid.js";
import { splitFormula, twoTerms } from "../tables/printed-formula.js";
import type { FundRegion } from "../tables/region.js";
import type { ToldFund } from "./told-fund.js";

/**
 * A formula printed in a column's head, as `结余（4）=（2）-（3）`: one claim for each row that states all three amounts. Rates have rules of
 * their own.
 */
export function columnFormulas(region: FundRegion, rows: readonly { readonly fund: ToldFund }[]): Claims["formulas"] {
  const printed = FUND_AMOUNTS.flatMap((field) => {
    const text = headText(region, field);
    return text === undefined ? [] : [{ field, ...splitFormula(text) }];
  });
  return printed.flatMap(({ field, label, serial, formula }) => {
    const terms = twoTerms(formula);
    if (!terms) return [];
    const operands = [terms.left, terms.right].map((name) => printed.find((other) => other.serial === name)?.field);
    return rows.flatMap(({ fund }) => {
      const stated = fund[field];
      const figures = operands.map((operand) => (operand === undefined ? null : fund[operand]));
      if (!stated || figures.some((money) => money === null || money.unit !== stated.unit)) return [];
      return [
        {
          label: fund.label,
          column: label,
          formula: `${serial}=${formula}`,
          operator: terms.operator,
          stated: plain(stated),
          operands: figures.map((money) => plain(money!)),
          percent: false,
          evidence: [stated, ...figures].flatMap((money) => money?.evidence ?? []),
        },
      ];
    });
  });
}

function headText(region: FundRegion, field: FundAmount): string | undefined {
  const column = region.columns.of.get(field)?.[0];
  const cell =
    column === undefined ? undefined : region.head.map((row) => region.grid.at(row, column)).findLast((found) => found && !isBlank(found));
  return cell && cellText(cell);
}

function plain({ raw, value, evidence, doubt }: NonNullable<ToldFund["executed"]>) {
  return { raw, value, ...(evidence ? { evidence } : {}), ...(doubt ? { doubt } : {}) };
}
