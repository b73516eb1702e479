import type { Cell } from "../../../core/extracted.js";
import { range } from "../../../core/range.js";
import { cellText } from "../../figures/cell-figure.js";
import { readAmount } from "../../figures/money.js";
import { fundSource } from "../../lexicon/labels/fund-source.js";
import { fundRole } from "../../lexicon/labels/head-words.js";
import { totalKind } from "../../lexicon/labels/total-words.js";
import { foldLabel, readHead } from "../../lexicon/writing/fold.js";
import type { Grid } from "../grid.js";
import { isBlank } from "../grid.js";
import type { BreakdownRegion } from "../region.js";
import { fundHead } from "./fund-head.js";

const ITEMS =
  /^(?:(?:支出|开支|资金使用|使用)(?:内容|明细|项目|科目|用途|事项|分类|方向|去向|环节)|费用(?:名称|项目|明细|内容|类别)|(?:按)?经济(?:分类)?科目|明细项目|(?:资金|经费)(?:用途|去向|投向)|支出经济分类)/u;
/** 资金支出明细: a title over the list, whatever its items' head is called. */
const LIST_TITLE = /(?:支出|开支|使用|费用)(?:明细|构成|去向)(?:表|情况)?$/u;
const SERIAL = /^(?:序号|编号|行次)$/u;
const AMOUNT = /(?:支出|计划|预算|实际|执行)?(?:数|金额|资金|支出|额)$/u;

function isItems(cell: Cell): boolean {
  return ITEMS.test(foldLabel(cellText(cell)));
}

/** Whether the row above is one cell that names a list of expenditure. */
function isUnderTitle(grid: Grid, row: number): boolean {
  const [title, ...others] = row > 0 ? grid.spoken(row - 1) : [];
  return title !== undefined && others.length === 0 && LIST_TITLE.test(readHead(cellText(title)).name);
}

/** Whether a list of expenditure items begins in a row: a head for the items, heads for amounts, a total row below. */
export function breakdownRegion(grid: Grid, row: number): BreakdownRegion | undefined {
  const all = grid.spoken(row);
  // 序号 before the items: the rows are numbered.
  const cells = all[1] && SERIAL.test(foldLabel(cellText(all[0]!))) ? all.slice(1) : all;
  // 支出明细 beside the whole block, and the head of its items behind it.
  const label = cells[1] && cells[0]!.rowSpan > cells[1].rowSpan && isItems(cells[1]) ? cells[1] : cells[0];
  if (!label || !(isItems(label) || (isUnderTitle(grid, row) && fundRole(cellText(label))?.exact !== true))) return undefined;
  const amounts = cells
    .slice(cells.indexOf(label) + 1)
    .filter((cell) => AMOUNT.test(readHead(cellText(cell)).name))
    .map((cell) => ({ column: cell.column, head: readHead(cellText(cell)) }));
  if (amounts.length === 0) return undefined;
  const body: number[] = [];
  let start = row + label.rowSpan;
  // 支出内容 / （按经济科目） in two rows of one column.
  while (start < grid.rowCount && grid.spoken(start).length === 1 && /^[(（]/u.test(cellText(grid.spoken(start)[0]!))) start++;
  for (let at = start; at < grid.rowCount; at++) {
    body.push(at);
    const first = itemCell(grid, at, label.column);
    const name = first ? readHead(cellText(first)).name : "";
    if (totalKind(name) === "total" || /(?:合计|总计)$/u.test(name)) {
      // The total first and its parts below is how funds are told.
      if (body.length === 1 || listsSources(grid, row, body.slice(0, -1), label.column)) return undefined;
      const head = range(row, start);
      return { kind: "breakdown", grid, head, body, label: label.column, amounts };
    }
    // What stands in other columns (a voucher's number, a remark) is no amount and need not be one.
    const told = amounts.map(({ column }) => grid.at(at, column)).filter((cell) => cell && cell !== first && !isBlank(cell));
    if (first && readAmount(name) === null && told.some((cell) => readAmount(cellText(cell!)) === null)) return undefined;
  }
  return undefined;
}

/** 资金用途 | 预算数 | 决算数 over 基本支出 and 项目支出: a table of funds that has its total last. */
function listsSources(grid: Grid, row: number, items: readonly number[], column: number): boolean {
  const names = items.map((at) => itemCell(grid, at, column));
  return names.every((cell) => cell && fundSource(cellText(cell)) !== undefined) && fundHead(grid, row) !== undefined;
}

/** The cell that names a row's item; a total's label may stand under the serial numbers beside. */
export function itemCell(grid: Grid, row: number, column: number): Cell | undefined {
  const item = grid.at(row, column);
  return isBlank(item) ? grid.spoken(row)[0] : item;
}
