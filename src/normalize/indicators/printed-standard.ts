import type { Cell } from "../../core/extracted.js";
import { cellText } from "../figures/cell-figure.js";
import type { RowCells } from "./row-cells.js";

/** Says something of points; a column of its kind may also hold last year's figures, or where a figure is from. */
const OF_POINTS = /\d\s*分(?![之钟])|[得计赋给]分|零分|扣|满分|酌情/u;
/** 每少1场扣1分, 每超一天扣0.5分: so many points a step, which a remark may print too. */
const STEP = /每(?!个?指标)[^。；;，,]{1,20}?(?:扣|减|得)/u;

/** The cells that print by what rule the row is scored. */
export function standardCells(cells: RowCells): readonly Cell[] {
  return [
    ...cells.cells("standard").filter((cell) => OF_POINTS.test(cellText(cell))),
    ...cells.cells("reason").filter((cell) => STEP.test(cellText(cell))),
  ];
}
