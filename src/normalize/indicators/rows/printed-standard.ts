import type { Cell } from "../../../core/extracted.js";
import { cellText } from "../../figures/cell-figure.js";
import type { RowCells } from "./row-cells.js";

/** Says something of points; a column of its kind may also hold last year's figures, or where a figure is from. */
const OF_POINTS = /\d\s*分(?![之钟])|[得计赋给]分|零分|扣|满分|酌情/u;
/** 每少1场扣1分, 每超一天扣0.5分: so many points a step, which a remark may print too. */
const STEP = /每(?!个?指标)[^。；;，,]{1,20}?(?:扣|减|得)/u;

/** By what rule a row is scored, as its table prints it, and the cells that do; `text` is empty where nothing does. */
export interface PrintedStandard {
  readonly text: string;
  readonly cells: readonly Cell[];
}

/** 优：≥20头；良：≥18头, where a column for each grade tells what it asks; else what the cells for it say of points. */
export function printedStandard(cells: RowCells): PrintedStandard {
  const graded = cells.graded();
  if (graded.length > 0) {
    return { text: graded.map(({ grade, cell }) => `${grade}：${cellText(cell)}`).join("；"), cells: graded.map(({ cell }) => cell) };
  }
  const printed = [
    ...cells.cells("standard").filter((cell) => OF_POINTS.test(cellText(cell))),
    ...cells.cells("reason").filter((cell) => STEP.test(cellText(cell))),
  ];
  return { text: printed.map(cellText).join("；"), cells: printed };
}
