import type { Cell } from "../../core/extracted.js";
import { cellText } from "../figures/cell-figure.js";
import { readQuantity } from "../figures/quantity.js";
import type { IndicatorRole } from "../lexicon/head-words.js";
import type { Grid } from "./grid.js";
import { isBlank } from "./grid.js";
import type { Columns } from "./region.js";

/**
 * 评价内容 | 评价要点, where several points with marks of their own stand beside one content: the contents are second levels, and the points the
 * indicators. A column of points that only explain has one text, or one row of marks, beside each content.
 */
export function withNamesBehind(grid: Grid, body: readonly number[], columns: Columns<IndicatorRole>): Columns<IndicatorRole> {
  const { of, heads } = columns;
  const contents = of.get("level3");
  if (!contents || of.has("level2") || of.has("levels")) return columns;
  const [content, behind] = [contents[0]!, contents.at(-1)! + 1];
  const held = [...of].find(([, list]) => list.includes(behind))?.[0];
  if (held !== undefined && held !== "standard") return columns;
  const begun = (row: number, column: number) => {
    const cell = grid.at(row, column);
    return cell?.row === row && cell.column === column && !isBlank(cell) ? cell : undefined;
  };
  const marks = [...(of.get("weight") ?? []), ...(of.get("score") ?? [])];
  const told = body.filter((row) => marks.some((column) => begun(row, column)) && !isBlank(grid.at(row, content)));
  const ofIndicators = told.filter((row) => grid.at(row, content)!.colSpan === contents.length);
  if (!ofIndicators.every((row) => isName(begun(row, behind)))) return columns;
  const isShared = (row: number, i: number) => {
    const before = i > 0 ? grid.at(ofIndicators[i - 1]!, content)! : undefined;
    const own = grid.at(row, content)!;
    return before !== undefined && (before === own || cellText(before) === cellText(own));
  };
  if (!ofIndicators.some(isShared)) return columns;
  const renamed = new Map([...of, ["level2", contents], ["level3", [behind]]] as const);
  if (held) renamed.delete(held);
  const [contentHead, nameHead] = [heads.get("level3"), held && heads.get(held)];
  return {
    of: renamed,
    heads: new Map([
      ...[...heads].filter(([role]) => role !== "level3" && role !== held),
      ...(contentHead ? [["level2", contentHead] as const] : []),
      ...(nameHead ? [["level3", nameHead] as const] : []),
    ]),
  };
}

/** Words that call something by its name: no sentence, no figure. */
function isName(cell: Cell | undefined): boolean {
  const text = cell ? cellText(cell) : "";
  return /\p{Script=Han}{2}/u.test(text) && !/[。；;：:]/u.test(text) && readQuantity(text) === null;
}
