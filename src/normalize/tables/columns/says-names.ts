import type { Cell } from "../../../core/extracted.js";
import { cellText } from "../../figures/cell-figure.js";

/** Whether any of a column's cells holds words. ★, √, 是: what is ticked of an indicator is no name of it or its level, however like 一级指标 the head 核心指标 is. */
export function saysNames(cells: readonly Cell[]): boolean {
  return cells.some((cell) => /\p{Script=Han}{2}/u.test(cellText(cell)));
}
