import type { Cell } from "../../core/extracted.js";
import { cellText } from "../figures/cell-figure.js";
import { namesResult } from "../lexicon/labels/total-words.js";
import { type Grid, isBlank } from "./grid.js";

/** How far from its label a value may stand, in cells. */
const REACH = 12;

/** A cell, and the next to its right that says something (grids without spans leave blanks between): what a form's rows are made of. */
export interface Pair {
  readonly label: Cell;
  readonly value: Cell | undefined;
  /** The row's cells behind the value. */
  readonly rest: readonly Cell[];
  readonly row: number;
}

/** Every cell that says something and begins in the row, with its right neighbour. */
export function pairsOf(grid: Grid, row: number): Pair[] {
  const cells = grid.row(row);
  return cells.flatMap((label, i) =>
    label.row === row && !isBlank(label) ? [parted(label, row) ?? pair(label, cells.slice(i + 1, i + 1 + REACH), row)] : [],
  );
}

/** The next field on a field's line: 自评等级：优　　复核人：某某. */
const NEXT_FIELD = /(?<=[:：][^:：]*\S)\s+[^\s:：]{2,12}[:：].*$/su;

/** 自评总得分：98.5 in one cell. */
function parted(cell: Cell, row: number): Pair | undefined {
  const own = { ...cell, text: cell.text.replace(NEXT_FIELD, "") };
  const [, label, value] = /^([^:：]{2,12})[:：](.+)$/su.exec(cellText(own)) ?? [];
  if (cell.reading || !label || !value || !namesResult(label)) return undefined;
  return { label: { ...cell, text: label }, value: { ...cell, text: value }, rest: [], row };
}

function pair(label: Cell, right: readonly Cell[], row: number): Pair {
  const at = right.findIndex((cell) => !isBlank(cell));
  return at < 0 ? { label, value: right[0], rest: right.slice(1), row } : { label, value: right[at], rest: right.slice(at + 1), row };
}

/** 总分 | 自评得分 | 等级 over 100 | 95.7 | 优: labels of the whole's result with their values below; undefined for any other row. */
export function pairsBelow(grid: Grid, row: number): Pair[] | undefined {
  const labels = grid.spoken(row);
  if (labels.length < 2 || labels.some((cell) => cell.rowSpan > 1 || !namesResult(cellText(cell)))) return undefined;
  const pairs = labels.map((label): Pair => ({ label, value: grid.at(row + 1, label.column), rest: [], row }));
  const isBelow = pairs.every(({ label, value }) => value?.column === label.column && !isBlank(value) && !namesResult(cellText(value)));
  return isBelow && grid.spoken(row + 1).length === labels.length ? pairs : undefined;
}

/** The text of a value cell; empty where there is none. */
export function valueText(pair: Pair): string {
  return pair.value ? cellText(pair.value) : "";
}
