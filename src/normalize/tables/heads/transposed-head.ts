import type { Cell } from "../../../core/extracted.js";
import { range } from "../../../core/range.js";
import { isFundAmount } from "../../../core/record.js";
import { cellText } from "../../figures/cell-figure.js";
import { readAmount } from "../../figures/money.js";
import { readPoints } from "../../figures/points.js";
import { fundLabel, fundSource, SUBTOTAL } from "../../lexicon/labels/fund-source.js";
import { FIELD_ROLES, type FundRole, fundRole } from "../../lexicon/labels/head-words.js";
import { metaField } from "../../lexicon/labels/meta-label.js";
import { foldLabel, readHead } from "../../lexicon/writing/fold.js";
import type { Grid } from "../grid.js";
import { isBlank } from "../grid.js";
import type { FieldRow, SourceColumn, TransposedRegion } from "../region.js";
import { readSerial, splitFormula } from "./printed-formula.js";

const TALLEST_HEAD = 4;
const MARK_ROLES: ReadonlySet<FundRole> = new Set(["weight", "score"]);

/** Whether a transposed fund table begins in a row: sources in the head, at least two rows below that name amounts in their first cell. */
export function transposedRegion(grid: Grid, row: number): TransposedRegion | undefined {
  // 中央主管部门 is a label of the form, and no source.
  const isSource = (text: string) => fundSource(text) !== undefined && metaField(text) === undefined && readAmount(text) === null;
  const sources = grid.spoken(row).filter((cell) => isSource(cellText(cell)));
  if (sources.length < 2) return undefined;
  const rows: FieldRow[] = [];
  let top = -1;
  for (let at = row + 1; at < grid.rowCount; at++) {
    const field = fieldRow(grid, at) ?? (top < 0 ? undefined : (marksRow(grid, at) ?? unknownRow(grid, at)));
    if (field) {
      if (top < 0) top = at;
      rows.push(field);
    } else if (top >= 0 || at - row >= TALLEST_HEAD) break;
  }
  rows.length = rows.findLastIndex(({ role, formula }) => role !== undefined || formula !== undefined) + 1;
  if (top < 0 || rows.filter(({ role }) => isFundAmount(role)).length < 2) return undefined;
  const columns = sourceColumns(grid, row, top, rows);
  if (columns.length === 0) return undefined;
  return { kind: "transposed", grid, head: range(row, top), body: rows.map((field) => field.row), sources: columns, rows };
}

/** 得分 | 9.70: the execution's marks below the amounts, figures alone behind their label. */
function marksRow(grid: Grid, row: number): FieldRow | undefined {
  const [label, ...figures] = grid.spoken(row);
  if (!label || figures.length === 0 || figures.some((cell) => readPoints(cell) === null)) return undefined;
  return fieldOf(grid, row, MARK_ROLES);
}

/** 核减（2） | 0.00 | 0.00: amounts behind a label that names none of a fund's. */
function unknownRow(grid: Grid, row: number): FieldRow | undefined {
  const [label, ...figures] = grid.spoken(row);
  if (!label || figures.length < 2 || figures.some((cell) => readAmount(cellText(cell)) === null)) return undefined;
  return readAmount(cellText(label)) === null ? numbered(grid, row, label) : undefined;
}

function fieldRow(grid: Grid, row: number): FieldRow | undefined {
  return fieldOf(grid, row, FIELD_ROLES);
}

function fieldOf(grid: Grid, row: number, roles: ReadonlySet<FundRole>): FieldRow | undefined {
  const cells = grid.spoken(row);
  const labelled = cells.slice(0, 2).find((cell) => roles.has(fundRole(splitFormula(cellText(cell)).label)?.role as FundRole));
  if (!labelled) return undefined;
  return { ...numbered(grid, row, labelled), role: fundRole(splitFormula(cellText(labelled)).label)!.role };
}

/** A row by its label, and by the serial and the formula that the label or a cell of their own prints. */
function numbered(grid: Grid, row: number, labelled: Cell): FieldRow {
  const printed = splitFormula(cellText(labelled));
  const serialCell = grid.spoken(row).find((cell) => cell !== labelled && isSerial(grid, cell));
  const serial = serialCell ? readSerial(cellText(serialCell))! : printed;
  return {
    row,
    label: fundLabel(printed.label),
    head: readHead(cellText(labelled)),
    ...(serial.serial ? { serial: serial.serial } : {}),
    ...(serial.formula ? { formula: serial.formula } : {}),
  };
}

/** (3), C; 3 where a cell of its column is a formula, as E=C-D and 5=3-4 under 计算关系: else it is an amount. */
function isSerial(grid: Grid, cell: Cell): boolean {
  const text = cellText(cell);
  return readSerial(text) !== undefined && (/^[(A-Z]/u.test(foldLabel(text)) || holdsFormulas(grid, cell.column));
}

function holdsFormulas(grid: Grid, column: number): boolean {
  return range(0, grid.rowCount).some((row) => readSerial(grid.at(row, column)?.text ?? "")?.formula !== undefined);
}

/** The columns that hold a source's amounts. 小计 under a head is that head's own; its siblings are its parts. */
function sourceColumns(grid: Grid, row: number, top: number, fields: readonly FieldRow[]): SourceColumn[] {
  const found: SourceColumn[] = [];
  for (let column = 0; column < grid.columnCount; column++) {
    const path = [...new Set(Array.from({ length: top - row }, (_, i) => grid.at(row + i, column)))].filter(
      (cell) => cell && !isBlank(cell),
    );
    const leaf = path.at(-1);
    if (!leaf || leaf.column !== column || holdsFormulas(grid, column)) continue;
    const parent = path.at(-2) ?? spanningParent(grid, row, leaf.row, column);
    const own = fundLabel(cellText(leaf));
    const label = SUBTOTAL.test(own) && parent ? fundLabel(cellText(parent)) + own : own;
    // A head that names no known source still is one where amounts stand below it.
    const named = fundSource(SUBTOTAL.test(own) && parent ? cellText(parent) : own);
    // Fiscal money that levels of government part is no one source, whichever year's it is.
    const isParted = named === "current_fiscal" && SUBTOTAL.test(own);
    const source = isParted ? "fiscal" : (named ?? (holdsAmounts(grid, fields, column) ? "other" : undefined));
    if (source === undefined || fundRole(own)?.exact) continue;
    const depth = source === "total" ? 0 : parent && !SUBTOTAL.test(own) ? 2 : 1;
    found.push({ column, label, source, depth, head: { ...(parent ? readHead(cellText(parent)) : {}), ...readHead(cellText(leaf)) } });
  }
  return found.map((entry) =>
    entry.depth === 2 && !found.some((other) => other.depth === 1 && SUBTOTAL.test(other.label.slice(-2))) ? { ...entry, depth: 1 } : entry,
  );
}

function holdsAmounts(grid: Grid, fields: readonly FieldRow[], column: number): boolean {
  return fields.some(({ row, role }) => isFundAmount(role) && readAmount(grid.at(row, column)?.text ?? "") !== null);
}

/** In grids without spans a head stands over its first column only: the nearest one to the left, where the head row is blank above. */
function spanningParent(grid: Grid, top: number, row: number, column: number) {
  if (row === top) return undefined;
  for (let left = column; left >= 0; left--) {
    const above = grid.at(top, left);
    if (!isBlank(above)) return above;
  }
  return undefined;
}
