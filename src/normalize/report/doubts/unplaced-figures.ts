import type { Evidence } from "../../../core/evidence.js";
import type { Cell } from "../../../core/extracted.js";
import { groupBy } from "../../../core/group-by.js";
import type { Message } from "../../../core/messages/messages.js";
import type { Indicator } from "../../../core/record.js";
import { cellText } from "../../figures/cell-figure.js";
import { foldFigure } from "../../figures/find-numeral.js";
import { unsure } from "../../figures/unsure.js";
import { fundRole, indicatorRole } from "../../lexicon/labels/head-words.js";
import { isRoundMarks, totalKind } from "../../lexicon/labels/total-words.js";
import type { ReadTable } from "../../tables/read-tables.js";
import type { RegionKind } from "../../tables/region.js";
import { reasonIf } from "./reason-if.js";

/** A figure that stands in a table and in no field of the record. */
export interface UnplacedFigure {
  readonly text: string;
  readonly table: number;
  readonly row: number;
  readonly column: number;
  /** Whether the table's rows are numbered, the items of a list. */
  readonly isNumbered: boolean;
  /** What the rows around it tell; where its table stands apart, what the heads over it name. */
  readonly kind: RegionKind;
  /** Whether no field tells any figure of its table: it tells of something else (三公经费, purchases), or is lost as a whole. */
  readonly isApart: boolean;
  /** Marks told in words, or behind a label of the whole's score: one is enough to miss, where a figure alone may be a page's number or a stamp's. */
  readonly isSentence: boolean;
}

const BESIDE = "a figure of its row stands under none of the heads that were read";
const LEAST = 2;
const SHOWN = 4;
const LONGEST_SHOWN = 24;
const LONGEST_HEAD = 24;
/** A figure alone with its unit; a date or an ordinal is none. */
const FIGURE = /^[≥≤><=]?\s*\d[\d,.]*\s*(?:%|‰)?\s*(?![年月日号])\p{Script=Han}{0,4}$/u;
/** 自评得分：98.01分, 自评得30分, 满分10分: marks told in a cell beside other text. */
const TOLD_MARKS = /(?:得分?|满分)(?:为|[:：])?\s*\d{1,3}(?:\.\d{1,2})?\s*分/u;
/** 总分 100 99.75: the label of a total and its figures as one text, where no ruling between them was seen. */
const RUN_TOGETHER =
  /^(?<label>\p{Script=Han}[\p{Script=Han}\s]*)[\s:：=(（]*(?<figures>(?:\d{1,3}(?:\.\d{1,2})?\s*分?[\s:：,，;；、/()（）]*)+)\p{Script=Han}{0,2}$/u;
/** The heads of a fund table's columns. */
const MONEY: ReadonlySet<string> = new Set(["initialBudget", "adjustedBudget", "received", "executed", "balance", "executionRate"]);
/** The heads under which a figure must come into the record. */
const TOLD_ROLES: ReadonlySet<string> = new Set(["weight", "score", "target", "actual", "completionRate", ...MONEY]);

/**
 * The figures of recognised tables that no field tells, though they stand under a head that says what they are, or under none: where a
 * ruling was not seen columns or rows run together, and what stands there is lost without a trace. Serial numbers, and columns whose
 * heads name what no record has (another's review, thresholds), are none of them. Of a table that was not recognised they are the totals whose label
 * stands in one cell with them. `told`: whatever carries evidence.
 */
export function unplacedFigures(tables: readonly ReadTable[], told: unknown): UnplacedFigure[] {
  let cited: ReadonlySet<string> | undefined;
  return tables.flatMap(({ table, regions }) => {
    const isCited = (cell: Cell) => {
      cited ??= new Set(evidenceIn(told).map(({ table, row, column }) => `${table}:${row}:${column}`));
      return cited.has(`${table.index}:${cell.row}:${cell.column}`);
    };
    const kindOf = new Map(regions.flatMap(({ kind, head, body }) => [...head, ...body].map((row) => [row, kind] as const)));
    const isApart = !table.cells.some(isCited);
    const missed = (cell: Cell, isSentence: boolean, { isNumbered = false, roles = [] }: Beside = {}): UnplacedFigure => ({
      text: cellText(cell),
      table: table.index,
      row: cell.row,
      column: cell.column,
      isNumbered,
      kind: isApart && roles.length > 0 && roles.every((role) => MONEY.has(role)) ? "funds" : (kindOf.get(cell.row) ?? "loose"),
      isApart,
      isSentence,
    });
    if (!table.cells.some(({ reading }) => reading)) {
      const ofHeads = new Set(regions.flatMap(({ head }) => head));
      const isLost = (cell: Cell) => !ofHeads.has(cell.row) && tellsTotal(cellText(cell)) && !isCited(cell);
      return table.cells.filter(isLost).map((cell) => missed(cell, true));
    }
    const heads = headsOver(table.cells);
    const served = new Set([...heads].flatMap(([cell, { roles }]) => (isCited(cell) ? roles.map((role) => `${cell.row}:${role}`) : [])));
    const serials = serialColumns([...heads.keys()]);
    const isOwed = (cell: Cell) => {
      const { roles, label } = heads.get(cell)!;
      if (serials.has(cell.column)) return false;
      return roles.length > 0 ? !roles.some((role) => served.has(`${cell.row}:${role}`)) : label === "";
    };
    const totals = new Set(table.cells.filter((cell) => isBesideTotal(cell, table.cells)));
    return table.cells.flatMap((cell) => {
      const isFigure = heads.has(cell) && !totals.has(cell);
      const isMissed = !isCited(cell) && (isFigure ? isOwed(cell) : totals.has(cell) || tellsMarks(cellText(cell)));
      return isMissed ? [missed(cell, !isFigure, { isNumbered: serials.size > 0, ...heads.get(cell) })] : [];
    });
  });
}

interface Beside {
  readonly isNumbered?: boolean;
  readonly roles?: readonly string[];
}

/** The rows, those in doubt beside which a figure stands that no field tells. */
export function doubtBeside<Row extends Pick<Indicator, "evidence" | "doubt">>(
  rows: readonly Row[],
  unplaced: readonly UnplacedFigure[],
): Row[] {
  const beside = new Map(unplaced.map(({ table, row, text }) => [`${table}:${row}`, text]));
  return rows.map((row) => {
    const text = row.doubt
      ? undefined
      : row.evidence.map((one) => beside.get(`${one.table}:${one.row}`)).find((found) => found !== undefined);
    return text === undefined ? row : { ...row, doubt: { ...unsure(BESIDE), readings: [text] } };
  });
}

/** Why a part of the report may be lost, by part: figures that no field tells, and lines of figures (`lines`) outside of tables. */
export function lostByUnplaced(
  unplaced: readonly UnplacedFigure[],
  lines: readonly string[],
): { readonly indicators: Message[]; readonly funds: Message[] } {
  const because = (figures: readonly UnplacedFigure[]) =>
    [...groupBy(figures, ({ table }) => table)].flatMap(([table, own]) => {
      if (own.length < LEAST && !own.some(({ isSentence }) => isSentence)) return [];
      const shown = own.slice(0, SHOWN).map(({ text }) => text.slice(0, LONGEST_SHOWN));
      const reason: Message = `table ${table}: ${own.length} figures stand in no field (${shown.join(", ")})`;
      return [reason];
    });
  const outside = reasonIf(
    lines.length > 0,
    `${lines.length} lines of figures stand outside of all tables (${lines[0]?.slice(0, LONGEST_SHOWN)})`,
  );
  return {
    indicators: [...because(unplaced.filter(({ kind }) => kind === "indicators" || kind === "loose")), ...outside],
    funds: [...because(unplaced.filter(({ kind }) => kind !== "indicators")), ...outside],
  };
}

function tellsMarks(text: string): boolean {
  return TOLD_MARKS.test(text) || tellsTotal(text);
}

/** Whether a text tells the marks of the whole behind their label: a lone round figure is what can be got, in a head. */
function tellsTotal(text: string): boolean {
  const { label = "", figures = "" } = RUN_TOGETHER.exec(text)?.groups ?? {};
  const [first, ...others] = figures.match(/[\d.]+/gu) ?? [];
  return first !== undefined && isOfAll(label) && (others.length > 0 || !isRoundMarks(first));
}

function isOfAll(label: string): boolean {
  return totalKind(label) === "total" && /分|总评/u.test(label);
}

/** Whether a cell with digits stands right behind a label of the whole's score: 综合得分 | 98.5. */
function isBesideTotal(cell: Cell, cells: readonly Cell[]): boolean {
  if (!/\d/u.test(cellText(cell))) return false;
  const before = cells.find((other) => other.row === cell.row && other.column + other.colSpan === cell.column);
  return before !== undefined && isOfAll(cellText(before));
}

interface HeadOver {
  /** The fields that the nearest known head may name. */
  readonly roles: readonly string[];
  /** The texts over it in its own column, down to the first figure: a head broken over several rows. Empty: nothing stands over it. */
  readonly label: string;
}

/** The figures among the cells, each with what stands over it. */
function headsOver(cells: readonly Cell[]): ReadonlyMap<Cell, HeadOver> {
  const ofColumn = new Map<number, HeadOver & { readonly open: boolean }>();
  const found = new Map<Cell, HeadOver>();
  for (const cell of [...cells].sort((a, b) => a.row - b.row)) {
    const text = cellText(cell);
    const over = ofColumn.get(cell.column) ?? { roles: [], label: "", open: true };
    if (text === "") continue;
    if (FIGURE.test(foldFigure(text))) {
      found.set(cell, over);
      ofColumn.set(cell.column, { ...over, open: false });
      continue;
    }
    const label = (over.open ? over.label + text : text).slice(-LONGEST_HEAD);
    const known = [rolesOf(text), rolesOf(label)].find((roles) => roles.length > 0);
    ofColumn.set(cell.column, { roles: known?.filter((role) => TOLD_ROLES.has(role)) ?? over.roles, label, open: true });
    // 评价标准 over several columns says of each that no record has it; two heads in one cell say of the second column nothing.
    if (known?.some((role) => TOLD_ROLES.has(role)) === false)
      for (let column = cell.column + 1; column < cell.column + cell.colSpan; column++)
        ofColumn.set(column, { roles: [], label, open: true });
  }
  return found;
}

function rolesOf(head: string): string[] {
  return [indicatorRole(head)?.role, fundRole(head)?.role].filter((role) => role !== undefined);
}

/** Columns that hold 1, 2, 3 …: the numbers of rows. */
function serialColumns(figures: readonly Cell[]): ReadonlySet<number> {
  const columns = [...groupBy(figures, ({ column }) => column)].filter(([, cells]) => {
    const numbers = cells.map((cell) => Number(foldFigure(cellText(cell))));
    return numbers.length > 2 && numbers.slice(1).filter((number, i) => number === numbers[i]! + 1).length >= (numbers.length - 1) / 2;
  });
  return new Set(columns.map(([column]) => column));
}

/** All evidence in a part of a draft, wherever it stands. */
function evidenceIn(told: unknown): readonly Evidence[] {
  if (Array.isArray(told)) return told.flatMap(evidenceIn);
  if (typeof told !== "object" || told === null) return [];
  return Object.entries(told).flatMap(([key, value]) => (key === "evidence" ? (value as Evidence[]) : evidenceIn(value)));
}
