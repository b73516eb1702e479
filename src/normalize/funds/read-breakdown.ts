import type { Claims, MoneyUnit } from "../../core/record.js";
import { cellEvidence, cellText } from "../figures/cell-figure.js";
import { readMoney } from "../figures/money.js";
import { isBlank } from "../tables/grid.js";
import { itemCell } from "../tables/heads/breakdown-head.js";
import type { BreakdownRegion } from "../tables/region.js";

/** Items of expenditure beside their stated total: one claim a column of amounts. The region's last row is the total. */
export function readBreakdown(region: BreakdownRegion, inForce: MoneyUnit): Claims["breakdowns"] {
  const { grid } = region;
  const last = region.body.at(-1);
  const totalCell = last === undefined ? undefined : itemCell(grid, last, region.label);
  if (last === undefined || !totalCell) return [];
  return region.amounts.flatMap(({ column, head }) => {
    const unit = head.unit ?? inForce;
    const total = readMoney(grid.at(last, column), unit);
    if (!total) return [];
    const items = region.body.slice(0, -1).flatMap((row) => {
      const cell = grid.at(row, column);
      // An amount over several rows is one item's.
      const money = cell?.row === row ? readMoney(cell, unit) : null;
      const label = grid.at(row, region.label);
      return money && !isBlank(label) ? [{ label: cellText(label!), money }] : [];
    });
    if (items.length === 0) return [];
    return [{ label: cellText(totalCell), total, items, evidence: [...cellEvidence(totalCell), ...(total.evidence ?? [])] }];
  });
}
