import type { Block, Table } from "../../../core/extracted.js";
import { HEADING_NUMBER } from "../../../core/numbering.js";
import { foldFigure } from "../../figures/find-numeral.js";
import { readQuantity } from "../../figures/quantity.js";
import { type IndicatorRole, indicatorRole, NAMING_ROLES } from "../../lexicon/labels/head-words.js";
import { isLevel1, isLevel2 } from "../../lexicon/labels/level.js";
import { totalKind } from "../../lexicon/labels/total-words.js";
import { foldCell, scoreCell } from "../cells/cell-score.js";
import { balanced } from "../cells/cell-words.js";
import { isLevelWord } from "../cells/level-cells.js";
import { isMissed } from "../search/row-arithmetic.js";
import { placedLevels } from "./placed-levels.js";
import { entryAt, type Segment, segmentsFrom } from "./segments.js";
import { type Entry, writtenTable } from "./written-table.js";

/** A table that was found, and the block behind it. */
export interface FoundTable {
  readonly table: Table;
  readonly to: number;
}

export interface IndicatorColumn {
  readonly role: IndicatorRole;
  readonly head: Entry;
  readonly values: readonly Entry[];
}

/** A column with an entry for each row, and what stands beside the total's label. */
interface Fitted {
  readonly column: IndicatorColumn;
  readonly entries: readonly (Entry | undefined)[];
  readonly total?: Entry;
}

const LEAST_COLUMNS = 4;
const LEAST_ROWS = 2;
const CONFIDENCE = 0.9;
/** 自评总分 heads no column: it is the label of the total's row. */
const TOTAL_LABEL = /总得?分$/u;
export const NUMBER = /^\d+(?:\.\d+)?分?$/u;
export const MARKS: ReadonlySet<IndicatorRole> = new Set<IndicatorRole>(["weight", "score"]);
/** What is told of each row: as many lines stand below each of these heads. */
export const TOLD_OF_EACH: ReadonlySet<IndicatorRole> = new Set<IndicatorRole>(["level3", "target", "actual"]);

/**
 * The indicators that a text tells column by column from a head on: below each head all that stands in its column, merged levels once, the total's marks behind
 * the others'. Undefined where names, targets, results and marks are not as many.
 */
export function indicatorColumns(blocks: readonly Block[], from: number): FoundTable | undefined {
  const { segments, to } = segmentsFrom(blocks, from, isIndicatorHead);
  const columns = columnsOf(segments);
  const rows = rowCount(columns);
  if (rows === undefined) return undefined;
  const laid = laidColumns(columns, rows, totalLabel(columns) ?? labelAbove(blocks, from));
  return laid && { table: writtenTable(laid.rows, CONFIDENCE), to: to - laid.left };
}

/** Segments below the heads of indicators, those without any value left out. */
export function columnsOf(segments: readonly Segment[]): IndicatorColumn[] {
  return segments.flatMap(({ head, values }): IndicatorColumn[] => {
    const role = indicatorRole(head.text)!.role;
    return values.length === 0 ? [] : [{ role: role === "level3?" ? "level3" : role, head, values: withoutGroup(values) }];
  });
}

/** The columns as a head and so many rows, and how many lines of the last one stand behind it; undefined where one does not tell each row. */
export function laidColumns(
  columns: readonly IndicatorColumn[],
  rows: number,
  label: Entry | undefined,
): { readonly rows: readonly (readonly (Entry | undefined)[])[]; readonly left: number } | undefined {
  const last = columns.at(-1)!;
  const isDistinct = new Set(columns.map(({ role }) => role)).size === columns.length;
  if (!isDistinct || columns.length < LEAST_COLUMNS) return undefined;
  const own = columns.map((column) => wholeColumn(column, rows, label !== undefined, column === last));
  if (columns.some(({ role }, c) => (TOLD_OF_EACH.has(role) || MARKS.has(role)) && own[c] === undefined)) return undefined;
  if (!own.every((each) => each === undefined || areCells(each))) return undefined;
  const told = withSparse(columns, withLevels(columns, own), rows);
  const fitted = told.filter((each) => each !== undefined);
  const behind = label ? [] : totalBehind(last, rows);
  const totals =
    label && fitted.some(({ total }) => total)
      ? [fitted.map(({ total }, c) => (c === 0 ? label : total))]
      : behind.length > 0
        ? [fitted.map(({ column: { role } }, c) => (c === 0 ? behind[0] : markOf(role, behind.slice(1))))]
        : [];
  const body = Array.from({ length: rows }, (_, row) => fitted.map(({ entries }) => entries[row]));
  const taken = told.at(-1) ? [...told.at(-1)!.entries, told.at(-1)!.total].filter((entry) => entry !== undefined).length : 0;
  const left = last.values.length - taken - behind.length;
  return { rows: [fitted.map(({ column }) => column.head), ...body, ...totals], left };
}

/** What one that is no cell of its column's kind takes from the others. */
const NO_CELL = -6;

/** Whether names, targets or results read as such: where cells are broken over lines, their ends look like heads (预期指标) with lines of any kind below. */
function areCells({ column: { role }, entries }: Fitted): boolean {
  const kind = role === "level3" ? "name" : role === "target" || role === "actual" ? role : undefined;
  const worth = (text: string) => Math.max(NO_CELL, scoreCell(kind!, foldCell(text)));
  return kind === undefined || entries.reduce((sum, entry) => sum + worth(entry!.text), 0) >= 0;
}

/** The total's row written out behind the last column of all, its label and its figures: 总分 / 100 / 98.5. */
function totalBehind({ values }: IndicatorColumn, rows: number): readonly Entry[] {
  const [label, ...behind] = values.slice(rows);
  if (!label || !isTotal(label)) return [];
  const words = behind.findIndex(({ text }) => !NUMBER.test(foldFigure(text)));
  const figures = words < 0 ? behind : behind.slice(0, words);
  return figures.length === 1 || figures.length === 2 ? [label, ...figures] : [];
}

/** Of a total's figures the one that stands below marks: the score is the last of them. */
function markOf(role: IndicatorRole, figures: readonly Entry[]): Entry | undefined {
  if (role === "score") return figures.at(-1);
  return role === "weight" && figures.length > 1 ? figures[0] : undefined;
}

/** The label of the total's row, in whichever column of words it stands. */
function totalLabel(columns: readonly IndicatorColumn[]): Entry | undefined {
  return columns.flatMap(({ role, values }) => (MARKS.has(role) ? [] : (values.find(isTotal) ?? [])))[0];
}

/** The label of the total's row where it stands in the column before the first head, below 绩效指标. */
function labelAbove(blocks: readonly Block[], from: number): Entry | undefined {
  const above = entryAt(blocks, from - 1);
  return above && isTotal(above) ? above : undefined;
}

/** The name of a level is a value, though it may also head a column of names. So is 优, a grade; and 原因） ends a head that was broken over lines. */
export function isIndicatorHead(text: string): boolean {
  const head = indicatorRole(text);
  if (!head?.exact || text.length < 2 || !balanced(text) || isLevelWord(text) || TOTAL_LABEL.test(text)) return false;
  return !NAMING_ROLES.has(head.role) || !(isLevel1(text) || isLevel2(text));
}

/** Whether an entry is the label of the whole's score. */
export function isTotal({ text }: Entry): boolean {
  return totalKind(text) === "total";
}

/** Values without the head of a group at their end, which stands above the heads that follow: 评分情况 / 分值. */
function withoutGroup(values: readonly Entry[]): readonly Entry[] {
  const role = indicatorRole(values.at(-1)!.text);
  return role && !role.exact && MARKS.has(role.role) ? values.slice(0, -1) : values;
}

/** As many as results and targets are told; the last column's lines may be followed by anything. */
function rowCount(columns: readonly IndicatorColumn[]): number | undefined {
  const roles = columns.map(({ role }) => role);
  if (!roles.includes("level3") || !(roles.includes("target") || roles.includes("score"))) return undefined;
  const counts = new Set(columns.slice(0, -1).flatMap(({ role, values }) => (TOLD_OF_EACH.has(role) ? [ownOf(values).length] : [])));
  const [count = 0] = counts;
  return counts.size === 1 && count >= LEAST_ROWS ? count : undefined;
}

/** The values before a total's label: behind it stand the notes below the table. */
function ownOf(values: readonly Entry[]): readonly Entry[] {
  const total = values.findIndex(isTotal);
  return total < 0 ? values : values.slice(0, total);
}

/** A column's entries, if it has one for each row; behind those of the text's last one anything may stand. */
function wholeColumn(column: IndicatorColumn, rows: number, hasTotal: boolean, isLast: boolean): Fitted | undefined {
  const { role, values } = column;
  if (MARKS.has(role)) {
    const words = values.findIndex(({ text }) => !NUMBER.test(foldFigure(text)));
    const own = values.slice(0, words < 0 ? undefined : words);
    if (own.length !== rows + (hasTotal ? 1 : 0) || (own.length < values.length && !isLast)) return undefined;
    return { column, entries: own.slice(0, rows), ...(hasTotal ? { total: own[rows]! } : {}) };
  }
  const own = ownOf(values);
  return own.length === rows || (isLast && own.length > rows) ? { column, entries: own.slice(0, rows) } : undefined;
}

/** The columns of levels over the rows that those below them tell, where they can be laid: the second ones again below the first, which they help to lay. */
function withLevels(columns: readonly IndicatorColumn[], told: readonly (Fitted | undefined)[]): (Fitted | undefined)[] {
  const all = [...told];
  const textsOf = (role: IndicatorRole) => all.find((each) => each?.column.role === role)?.entries.map((entry) => entry?.text ?? "");
  const names = textsOf("level3")!;
  for (const role of ["levels", "level2", "level1", "level2"] as const) {
    const c = columns.findIndex((column) => column.role === role);
    if (c < 0 || told[c]) continue;
    const areFirst = role === "level1";
    const own = ownOf(columns[c]!.values);
    const below = areFirst ? textsOf("level2") : undefined;
    const placed = placedLevels(
      own.map(({ text }) => text),
      names.map((name, row) => below?.[row] || name),
      { areFirst, above: role === "level2" ? textsOf("level1") : undefined, weights: areFirst ? textsOf("weight") : undefined },
    );
    if (placed) all[c] = { column: columns[c]!, entries: placed.map((level) => (level === undefined ? undefined : own[level])) };
  }
  return all;
}

/** The columns that tell something of some rows alone, where they have as many lines: reasons of those that lost marks or missed their targets, units of those with figures. */
function withSparse(columns: readonly IndicatorColumn[], told: readonly (Fitted | undefined)[], rows: number): (Fitted | undefined)[] {
  const textsOf = (role: IndicatorRole) => told.find((each) => each?.column.role === role)?.entries.map((entry) => foldFigure(entry!.text));
  const [targets, actuals, weights, scores] = (["target", "actual", "weight", "score"] as const).map(textsOf);
  const all = Array.from({ length: rows }, (_, row) => row);
  const lost = weights && scores ? all.filter((row) => Number.parseFloat(scores[row]!) < Number.parseFloat(weights[row]!)) : [];
  const missed = all.filter((row) => lost.includes(row) || missesTarget(targets?.[row] ?? "", actuals?.[row] ?? ""));
  const counted = all.filter((row) => BARE.test(targets?.[row] ?? ""));
  return columns.map((column, c) => {
    const { values } = column;
    const isLast = c === columns.length - 1;
    const isEnd = (length: number) => values.length === length || (isLast && values.length > length && BEHIND.test(values[length]!.text));
    const some = (column.role === "reason" ? [lost, missed] : OF_FIGURES.has(column.role) ? [counted] : []).find(
      (each) => each.length > 0 && isEnd(each.length),
    );
    if (told[c] || !some) return told[c];
    return { column, entries: all.map((row) => (some.includes(row) ? values[some.indexOf(row)] : undefined)) };
  });
}

function missesTarget(target: string, actual: string): boolean {
  return isMissed(null, null, readQuantity(target), readQuantity(actual, "actual"), actual) === true;
}

const BARE = /^[≥≤<>=]?-?\d[\d.,]*%?$/u;
/** What may stand behind a table's last column: a heading, a note, who filled it in. */
const BEHIND = new RegExp(`^${HEADING_NUMBER}|[:：]|^(?:附|注|备注)`, "u");
const OF_FIGURES: ReadonlySet<IndicatorRole> = new Set<IndicatorRole>(["unit", "operator", "direction", "completionRate"]);
