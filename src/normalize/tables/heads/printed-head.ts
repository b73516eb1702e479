import { range } from "../../../core/range.js";
import { isFundAmount } from "../../../core/record.js";
import { cellText } from "../../figures/cell-figure.js";
import type { FundRole } from "../../lexicon/labels/head-words.js";
import { readHead } from "../../lexicon/writing/fold.js";
import type { Grid } from "../grid.js";
import { isBlank } from "../grid.js";
import type { HeadColumn } from "./head-rows.js";
import { type Printed, readSerial, splitFormula, splitNumbered, termsOf } from "./printed-formula.js";

/** What a column's head prints: label, serial and formula in one cell, or the serial in a row of its own. `head`: the head's rows. */
export function printedHead(grid: Grid, head: readonly number[], column: number): Printed {
  const texts = head.flatMap((row) => {
    const cell = grid.at(row, column);
    return cell && cell.column === column && !isBlank(cell) ? [cellText(cell)] : [];
  });
  const last = texts.at(-1) ?? "";
  const serial = texts.length > 1 ? readSerial(last) : undefined;
  return serial ? { label: splitFormula(texts.at(-2)!).label, ...serial } : splitNumbered(last);
}

/**
 * Names the column that only its formula tells: under （1）全年预算 | （2）到位资金 | （3）支出资金, （4）=（2）-（3） is the balance, an amount less what was
 * spent of it. `roles` are those of the columns under the head's rows.
 */
export function nameBalance(grid: Grid, head: readonly number[], roles: Map<number, HeadColumn<FundRole>>): void {
  if ([...roles.values()].some(({ role }) => role === "balance")) return;
  const printed = range(0, grid.columnCount).map((column) => printedHead(grid, head, column));
  const roleOf = (serial: string) => roles.get(printed.findIndex((other) => other.serial === serial))?.role;
  const isBalance = ({ formula }: Printed) => {
    const terms = termsOf(formula);
    if (terms?.operator !== "-" || terms.operands.length !== 2) return false;
    const [whole, spent] = terms.operands.map(roleOf);
    return isFundAmount(whole) && whole !== "executed" && spent === "executed";
  };
  const column = printed.findIndex((own, at) => !roles.has(at) && isBalance(own));
  const cell = head.map((row) => grid.at(row, column)).find((found) => !isBlank(found));
  if (column < 0 || !cell) return;
  const text = cellText(cell);
  roles.set(column, { role: "balance", exact: false, head: readHead(text), cell, path: text });
}
