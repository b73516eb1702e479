import { indicatorRole } from "../../lexicon/labels/head-words.js";
import type { RowCells } from "../rows/row-cells.js";

const LABEL = "(?:年度|全年|年初|年末|预期|绩效|实际|自评)*(?:目标值?|指标值?|计划值?|完成值|完成情况|实际值|实际|实绩|完成|达成值?|达到)";
const TWO_LABELS = new RegExp(`^(${LABEL})[:：]\\s*(.+?)[\\s;；,，、/|。]*(${LABEL})[:：]\\s*(.+)$`, "su");

/**
 * A target and its result that one cell tells, each behind its label (年度目标：≥80场 实际完成：71场), in a table that has a column for one of them only;
 * undefined elsewhere.
 */
export function toldTogether(cells: RowCells): { readonly target: string; readonly actual: string } | undefined {
  if (cells.has("target") === cells.has("actual")) return undefined;
  const [, first, one, second, other] = TWO_LABELS.exec(cells.text(cells.has("target") ? "target" : "actual")) ?? [];
  if (first === undefined || second === undefined) return undefined;
  const roles = [first, second].map((label) => indicatorRole(label)?.role);
  if (roles[0] === "target" && roles[1] === "actual") return { target: one!.trim(), actual: other!.trim() };
  return roles[0] === "actual" && roles[1] === "target" ? { target: other!.trim(), actual: one!.trim() } : undefined;
}
