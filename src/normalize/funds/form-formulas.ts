import type { Cell } from "../../core/extracted.js";
import type { Claims, Money, MoneyUnit } from "../../core/record.js";
import { cellText } from "../figures/cell-figure.js";
import { readMoney } from "../figures/money.js";
import { fundLabel } from "../lexicon/labels/fund-source.js";
import type { Grid } from "../tables/grid.js";
import { type Printed, readSerial, splitFormula } from "../tables/heads/printed-formula.js";
import { formulaClaim } from "./formula-claim.js";

/** Formulas of a form whose rows hold one amount each: 5 | 资金结余（5）=（3）-（4） | 6.00, or 资金结余 | 5=3-4 | 6.00. */
export function formFormulas(grid: Grid, rows: readonly number[], inForce: MoneyUnit): Claims["formulas"] {
  const told = rows.flatMap((row) => {
    const [first, second, third, ...others] = grid.spoken(row);
    if (!first || !second || others.length > 0) return [];
    const entry = third ? numbered(first, second) : splitFormula(cellText(first));
    const money = readMoney(third ?? second, inForce);
    return entry?.serial || entry?.formula ? [{ ...entry, label: fundLabel(entry.label), money }] : [];
  });
  const operand = (serial: string): Money | null => told.find((row) => row.serial === serial)?.money ?? null;
  return told.flatMap((row) => formulaClaim(row, "金额", row.money, operand) ?? []);
}

/** A label beside its serial, in either order; the label may print serial and formula once more. */
function numbered(first: Cell, second: Cell): Printed | undefined {
  for (const [label, serial] of [
    [second, first],
    [first, second],
  ] as const) {
    const read = readSerial(cellText(serial));
    if (read && readSerial(cellText(label)) === undefined) return { ...read, ...splitFormula(cellText(label)) };
  }
  return undefined;
}
