import { type Claims, FUND_AMOUNTS, type Money, type MoneyUnit } from "../../core/record.js";
import { readMoney } from "../figures/money.js";
import { printedHead } from "../tables/heads/printed-head.js";
import type { FundRegion } from "../tables/region.js";
import { formulaClaim } from "./formula-claim.js";
import type { ToldFund } from "./told-fund.js";

/**
 * A formula printed in a column's head, as `结余（4）=（2）-（3）`, or under it in a row of serials: one claim for each row that states all its
 * amounts. It is told of the row, and by the column's own name where the row has none.
 */
export function columnFormulas(
  region: FundRegion,
  rows: readonly { readonly fund: ToldFund; readonly label: string }[],
  inForce: MoneyUnit,
): Claims["formulas"] {
  const printed = Array.from({ length: region.grid.columnCount }, (_, column) => printedHead(region.grid, region.head, column));
  const amount = (fund: ToldFund, column: number): Money | null => {
    const field = FUND_AMOUNTS.find((name) => region.columns.of.get(name)?.[0] === column);
    return field ? fund[field] : readMoney(region.grid.at(fund.place.row, column), inForce);
  };
  return printed.flatMap((own, column) =>
    own.formula === undefined
      ? []
      : rows.flatMap(({ fund, label }) => {
          const stated = amount(fund, column);
          const operand = (serial: string) => {
            const money = amount(
              fund,
              printed.findIndex((other) => other.serial === serial),
            );
            return money?.unit === stated?.unit ? money : null;
          };
          const claim = formulaClaim(own, own.label, stated, operand);
          return claim ? [label === "" ? claim : { ...claim, label: fund.label }] : [];
        }),
  );
}
