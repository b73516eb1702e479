import type { Cell } from "../../../core/extracted.js";
import { range } from "../../../core/range.js";
import { type FundSource, isFundAmount } from "../../../core/record.js";
import { cellText } from "../../figures/cell-figure.js";
import { readAmount } from "../../figures/money.js";
import { readPercent } from "../../figures/percent.js";
import { fundLabel, fundSource } from "../../lexicon/labels/fund-source.js";
import { type FundRole, fundRole } from "../../lexicon/labels/head-words.js";
import { remembered } from "../../lexicon/remembered.js";
import { type Head, readHead } from "../../lexicon/writing/fold.js";
import { type Grid, isBlank } from "../grid.js";
import type { WideColumn, WideRegion } from "../region.js";

const RESULTS: ReadonlySet<FundRole> = new Set(["executionRate", "weight", "score"]);
const TALLEST_HEAD = 3;
/** Heads of the first row that must name a source or an amount. */
const FEWEST_NAMED = 2;
const SUM = /(?:合计|总额|总计|小计|总数)$/u;

/**
 * Whether a fund table of a single row begins here: its columns are sources and totals (中央 | 省级 | 预算合计 | 实际支出合计), under heads of
 * amounts or beside them, and one row of figures stands below.
 */
export function wideRegion(grid: Grid, row: number): WideRegion | undefined {
  const first = grid.spoken(row);
  const named = first.filter((cell) => roleOf(cellText(cell)) ?? fundSource(cellText(cell)));
  if (named.length < FEWEST_NAMED || named.length < (first.length - 1) / 2 || readAmount(cellText(first[0]!)) !== null) return undefined;
  const top = row;
  let below = row + 1;
  while (below < grid.rowCount && below - top < TALLEST_HEAD && !holdsFigure(grid, below)) below++;
  if (below >= grid.rowCount || !holdsFigure(grid, below)) return undefined;
  const columns = range(0, grid.columnCount).flatMap((column) => {
    const cell = grid.at(below, column);
    return cell?.row === below && cell.column === column ? (columnOf(grid, top, below, column) ?? []) : [];
  });
  const sources = columns.filter(({ source }) => source !== undefined && source !== "total");
  const fields = new Set(columns.flatMap(({ role }) => (role !== undefined && isFundAmount(role) ? [role] : [])));
  if (sources.length < 2 || fields.size === 0 || !columns.some(({ source, role }) => source === undefined || (source === "total" && role)))
    return undefined;
  const figures = columns.map(({ column }) => grid.at(below, column)!);
  if (grid.spoken(below).some((cell) => !figures.includes(cell) && cellText(cell) !== "" && readAmount(cellText(cell)) === null))
    return undefined;
  if (
    figures.some(
      (cell) => !isBlank(cell) && readPercent(cell) === null && readAmount(cellText(cell)) === null && !/^[-—/－]+$/u.test(cellText(cell)),
    )
  )
    return undefined;
  const next = grid.row(below + 1);
  if (next.length > 0 && columns.every(({ column }) => holdsAmount(grid.at(below + 1, column)))) return undefined;
  const head = range(top, below);
  const beside = grid.row(below).find((cell) => cell.row < below && readHead(cellText(cell)).unit !== undefined);
  const unit = beside && readHead(cellText(beside)).unit;
  return { kind: "wide", grid, head, body: [below], columns, ...(unit ? { unit } : {}) };
}

function holdsFigure(grid: Grid, row: number): boolean {
  return grid.spoken(row).some(holdsAmount);
}

function holdsAmount(cell: Cell | undefined): boolean {
  return cell !== undefined && readAmount(cellText(cell)) !== null;
}

/** What a column holds, by the cells above it: an amount, a source, or both. */
function columnOf(grid: Grid, top: number, below: number, column: number): WideColumn | undefined {
  const path = [...new Set(Array.from({ length: below - top }, (_, i) => grid.at(top + i, column)))].filter(
    (cell): cell is Cell => cell !== undefined && !isBlank(cell) && cell.row + cell.rowSpan <= below,
  );
  let role: FundRole | undefined;
  let source: { of: FundSource; label: string } | undefined;
  let head: Head | undefined;
  for (const cell of path) {
    const text = cellText(cell);
    head = { ...head, ...readHead(text) };
    const named = roleOf(text);
    if (named) role = named;
    const of = fundSource(text);
    if (of && !(named && of !== "total")) source = { of, label: fundLabel(text) };
  }
  if (!head) return undefined;
  // A head that names no known source still is one where an amount stands below it.
  if (role === undefined && source === undefined && holdsAmount(grid.at(below, column)))
    source = { of: "other", label: fundLabel(cellText(path.at(-1)!)) };
  if (role === undefined && source === undefined) return undefined;
  const { of, label } = source ?? {};
  return { column, head, ...(role ? { role } : {}), ...(of ? { source: of, label: label! } : {}) };
}

/** 预算合计, 实际支出总额: the amount, with the word that says it is the whole. */
const roleOf = remembered((text): FundRole | undefined => {
  const { name } = readHead(text);
  const found = fundRole(text) ?? fundRole(name.replace(SUM, ""));
  return found && (isFundAmount(found.role) || RESULTS.has(found.role)) ? found.role : undefined;
});
