import type { Block, Table } from "../../../core/extracted.js";
import { groupBy } from "../../../core/group-by.js";
import { type IndicatorRole, indicatorRole } from "../../lexicon/labels/head-words.js";
import { totalKind } from "../../lexicon/labels/total-words.js";
import { foldCell, scoreCell } from "../cells/cell-score.js";
import { IMPOSSIBLE } from "../cells/cell-words.js";
import { tableLines, withLines } from "./table-lines.js";

/** Heads that are known by their words, at least. */
const LEAST_HEADS = 4;
/** Heads of a lower storey, at least. */
const LEAST_BELOW = 2;

/**
 * The blocks with those tables as lines again whose rows were parted by tabs and left out merged and empty cells alike, so that marks stand below other
 * heads: as far as the lines tell more (`isTold`). The very same array where there is none.
 */
export function withoutRaggedTables(blocks: readonly Block[], isTold: (lines: readonly Block[]) => boolean): readonly Block[] {
  const isRagged = (table: Table) => {
    const ragged = table.origin === "delimited" ? raggedHead(table) : undefined;
    return ragged !== undefined && ((ragged.isMostly && leavesOut(table, ragged.head)) || isTold(tableLines(table, ragged.head)));
  };
  return withLines(blocks, isRagged, "row");
}

/** Whether from a head on no cell is empty but behind a row's last one: where the others stand, nothing tells. */
function leavesOut({ cells }: Table, head: number): boolean {
  const below = cells.filter(({ row }) => row >= head);
  return [...groupBy(below, ({ row }) => row).values()].every((own) => {
    const told = own.findLastIndex(({ text }) => text !== "");
    return own.slice(0, told + 1).every(({ text }) => text !== "");
  });
}

/** The row of the head below which, up to a total, marks are missing or words stand in their place, in most rows or in some; undefined where there is none. */
function raggedHead(table: Table): { readonly head: number; readonly isMostly: boolean } | undefined {
  const byRow = groupBy(table.cells, ({ row }) => row);
  const rows = Array.from({ length: table.rowCount }, (_, row) => byRow.get(row) ?? []);
  const head = rows.findIndex(isHead);
  if (head < 0) return undefined;
  if (standsAmiss(rows[head + 1] ?? [], rows[head]!)) return { head, isMostly: true };
  const marks = rows[head]!.filter(({ text }) => MARKS.has(indicatorRole(text)?.role)).map(({ column }) => column);
  const below = rows.slice(isStorey(rows[head + 1] ?? [], rows[head]!) ? head + 2 : head + 1);
  const total = below.findIndex((cells) => cells.some(({ text }) => totalKind(text) !== undefined));
  const own = below.slice(0, total < 0 ? below.length : total).filter((cells) => !isHead(cells) && cells.some(({ text }) => text !== ""));
  const ragged = own.filter((cells) => {
    const told = cells.filter(({ column, text }) => marks.includes(column) && text !== "");
    return told.length < marks.length || told.some(({ text }) => !isMark(text));
  });
  return ragged.length > 0 ? { head, isMostly: ragged.length * 2 > own.length } : undefined;
}

/** Whether a head's lower storey stands from the left on, below heads that it is none of: 分值 | 得分 below 一级指标 | 二级指标, not below 评分情况. */
function standsAmiss(lower: Table["cells"], upper: Table["cells"]): boolean {
  const told = lower.filter(({ text }) => text !== "");
  return (
    told.length >= LEAST_BELOW &&
    told.every(({ column, text }) => {
      const above = indicatorRole(upper.find((cell) => cell.column === column)?.text ?? "");
      const below = indicatorRole(text);
      return above?.exact && below?.exact && above.role !== below.role;
    })
  );
}

/** Whether a row is a head's lower storey in its own place: 符号 | 数值 | 单位 below 指标值 and the empty cells that a spread head leaves beside it. */
function isStorey(lower: Table["cells"], upper: Table["cells"]): boolean {
  const heads = new Map(upper.map(({ column, text }) => [column, text]));
  const told = lower.filter(({ text }) => text !== "");
  return told.length >= LEAST_BELOW && told.every(({ column }) => heads.get(column) === "" || heads.get(column + 1) === "");
}

const MARKS: ReadonlySet<IndicatorRole | undefined> = new Set<IndicatorRole | undefined>(["weight", "score"]);

/** 9, or 9% of the whole. */
function isMark(text: string): boolean {
  return scoreCell("points", foldCell(text).replace(/%$/u, "")) > IMPOSSIBLE;
}

function isHead(cells: Table["cells"]): boolean {
  return cells.filter(({ text }) => indicatorRole(text)?.exact).length >= LEAST_HEADS;
}
