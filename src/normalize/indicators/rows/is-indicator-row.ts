import { cellText } from "../../figures/cell-figure.js";
import { readPoints } from "../../figures/points.js";
import type { IndicatorRole } from "../../lexicon/labels/head-words.js";
import { metaField } from "../../lexicon/labels/meta-label.js";
import { saysNothing } from "../../lexicon/lexicon.js";
import type { IndicatorRegion } from "../../tables/region.js";
import { type RowCells, VALUE_ROLES } from "./row-cells.js";

/** 填报单位（盖章）, 负责人（签字） */
const SIGNED = /[(（](?:盖章|签字|签章|公章|签名)[)）]/u;

/** Behind the total row stand signatures and notes: only a row with marks, or with target and actual, is an indicator there. */
export function hasResult(cells: RowCells): boolean {
  if ((["weight", "score", "completionRate"] as const).some((role) => readPoints(cells.cell(role)))) return true;
  return cells.text("target") !== "" && cells.text("actual") !== "";
}

/** 审核人, 填报日期：2024年3月: a label of the form, by itself or before its value. */
function ofTheForm(text: string): boolean {
  return metaField(/^[^:：]{2,10}(?=[:：])/u.exec(text)?.[0] ?? text) !== undefined;
}

/** A row with a name of its own that does not run into the value columns, and something in one of these. */
export function isIndicatorRow(region: IndicatorRegion, cells: RowCells): boolean {
  const name = ["level4", "level3", "level2", "levels", "level1"]
    .map((role) => cells.cell(role as IndicatorRole))
    .find((cell) => cell && cell.row === cells.row && cellText(cell) !== "");
  // One name over several rows, each with marks of its own.
  if (!name)
    return cells.text("level3") !== "" && (["weight", "score"] as const).some((role) => cells.begins(role) && readPoints(cells.cell(role)));
  const values = VALUE_ROLES.flatMap((role) => cells.cells(role)).filter((cell) => cell !== name);
  // 填表人： | | 联系电话： | : a row of the form.
  if (region.grid.spoken(cells.row).some((cell) => /[:：]$/u.test(cellText(cell)) && metaField(cellText(cell)) !== undefined)) return false;
  const own = region.grid.own(cells.row).filter((cell) => cellText(cell) !== "");
  if (own.some((cell) => SIGNED.test(cellText(cell))) || own.every((cell) => ofTheForm(cellText(cell)))) return false;
  if (VALUE_ROLES.some((role) => cells.cell(role) === name)) return false;
  if (values.some((cell) => cell.row === cells.row && cellText(cell) !== ""))
    return new Set(values).size > 1 || VALUE_ROLES.filter((role) => cells.has(role)).length === 1;
  // A form that was published empty still names its indicators.
  return (
    cells.begins("level3") &&
    !saysNothing(cells.text("level3")) &&
    values.length > 1 &&
    region.grid.spoken(cells.row).length <= 3 &&
    cells.cell("level3") === name
  );
}
