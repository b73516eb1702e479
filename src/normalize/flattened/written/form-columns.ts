import type { Block } from "../../../core/extracted.js";
import { isFundAmount } from "../../../core/record.js";
import { foldFigure } from "../../figures/find-numeral.js";
import { fundSource } from "../../lexicon/labels/fund-source.js";
import { fundRole } from "../../lexicon/labels/head-words.js";
import { metaField } from "../../lexicon/labels/meta-label.js";
import { isLevelWord } from "../cells/level-cells.js";
import { FIGURE, isFundHead, isSource } from "./fund-columns.js";
import {
  columnsOf,
  type IndicatorColumn,
  isIndicatorHead,
  isTotal,
  laidColumns,
  MARKS,
  NUMBER,
  TOLD_OF_EACH,
} from "./indicator-columns.js";
import { entryAt, type Segment } from "./segments.js";
import { type Entry, writtenTable } from "./written-table.js";

const LEAST_LINES = 24;
const MOST_LINES = 2000;
const LEAST_ROWS = 3;
/** Lines of a form's upper rows that may stand behind the last row of a column: the next column's. */
const MOST_BEHIND = 6;
const CONFIDENCE = 0.9;
const LEVELS: ReadonlySet<IndicatorColumn["role"]> = new Set<IndicatorColumn["role"]>(["level1", "level2", "levels"]);
/** 项目资金（万元）: what stands beside the money's rows. */
const CORNER = /[(（](?:亿|万)?元[)）](?:[(（]\d{1,3}分[)）])?$/u;

type Rows = readonly (readonly (Entry | undefined)[])[];

/**
 * A whole form that a text tells column by column, its upper rows and its money among the indicators' columns (…检修座数 / 完工率 / 全年预算数 / 41.00 / 目标值 / ≥12座 …),
 * as the tables it had behind what else it says. Undefined where what stands below the heads is not as much as the marks, or the targets, ask for.
 */
export function formColumns(
  blocks: readonly Block[],
  from: number,
): { readonly blocks: readonly Block[]; readonly to: number } | undefined {
  if (entryAt(blocks, from - 1) !== undefined) return undefined;
  const lines: Entry[] = [];
  for (let entry = entryAt(blocks, from); entry && lines.length <= MOST_LINES; entry = entryAt(blocks, from + lines.length))
    lines.push(entry);
  if (lines.length < LEAST_LINES || lines.length > MOST_LINES) return undefined;
  const segments = segmentsOf(lines);
  const indicators = indicatorsOf(segments, lines);
  if (!indicators || !isMixed(segments, indicators.heads)) return undefined;
  const funds = fundsOf(
    segments.filter(({ head }) => !indicators.heads.has(head)),
    lines,
  );
  const tables = [...(funds ? [funds] : []), indicators.rows];
  const used = new Set(tables.flat(2));
  const kept = lines.flatMap((entry, i) => (used.has(entry) ? [] : [blocks[from + i]!]));
  return { blocks: [...kept, ...tables.map((rows) => writtenTable(rows, CONFIDENCE))], to: from + lines.length };
}

/** Heads of any part of the form, each with the lines up to the next. */
function segmentsOf(lines: readonly Entry[]): Segment[] {
  const segments: { head: Entry; values: Entry[] }[] = [];
  for (const entry of lines) {
    const isHead = isIndicatorHead(entry.text) || isFundHead(entry.text) || metaField(entry.text) !== undefined;
    if (isHead) segments.push({ head: entry, values: [] });
    else segments.at(-1)?.values.push(entry);
  }
  return segments;
}

/** Whether heads of another part stand among those of the indicators: else the parts are told one after the other. */
function isMixed(segments: readonly Segment[], heads: ReadonlySet<Entry>): boolean {
  const isOwn = segments.map(({ head }) => heads.has(head));
  return isOwn.slice(isOwn.indexOf(true), isOwn.lastIndexOf(true) + 1).includes(false);
}

/** The indicators' columns, each cut to its rows: what stands behind is the next column's. */
function indicatorsOf(
  segments: readonly Segment[],
  lines: readonly Entry[],
): { readonly rows: Rows; readonly heads: ReadonlySet<Entry> } | undefined {
  const told = columnsOf(segments.filter(({ head }) => isIndicatorHead(head.text)));
  const counts = new Map(told.map((column) => [column, lengthOf(column)]));
  // Heads of the money's marks and of the goals are the same words, and tell less.
  const all = told.filter((column) => told.every((other) => other.role !== column.role || counts.get(other)! <= counts.get(column)!));
  const label = lines.find(isTotal);
  const countsOf = (roles: ReadonlySet<IndicatorColumn["role"]>) =>
    all.flatMap((column) => (roles.has(column.role) && counts.get(column)! >= LEAST_ROWS ? [counts.get(column)!] : []));
  const marks = countsOf(MARKS);
  const rows = marks.length > 0 ? Math.max(...marks) - (label ? 1 : 0) : Math.min(...countsOf(TOLD_OF_EACH));
  const columns = all.flatMap((column): IndicatorColumn[] => {
    const isMarks = MARKS.has(column.role);
    const count = counts.get(column)!;
    const least = isMarks || TOLD_OF_EACH.has(column.role) ? rows : 1;
    return count < least ? [] : [{ ...column, values: column.values.slice(0, isMarks || LEVELS.has(column.role) ? count : rows) }];
  });
  // A goal's text is one line below the same heads.
  const isWhole = all.every(
    (column) => !TOLD_OF_EACH.has(column.role) || counts.get(column) === 1 || within(counts.get(column)!, rows, rows + MOST_BEHIND),
  );
  const has = (role: IndicatorColumn["role"]) => columns.some((column) => column.role === role);
  if (!Number.isFinite(rows) || rows < LEAST_ROWS || !isWhole || !has("level3") || !(has("target") || has("actual"))) return undefined;
  const laid = laidColumns(columns, rows, marks.length > 0 ? label : undefined);
  return laid && { rows: laid.rows, heads: new Set(columns.map(({ head }) => head)) };
}

/** How many lines below a head are its own: figures of marks, names of levels, else all. */
function lengthOf({ role, values }: IndicatorColumn): number {
  const isOwn = (entry: Entry) => (MARKS.has(role) ? isNumber(entry) : !LEVELS.has(role) || isLevelWord(entry.text));
  const end = values.findIndex((value) => !isOwn(value) || isTotal(value));
  return end < 0 ? values.length : end;
}

function isNumber({ text }: Entry): boolean {
  return NUMBER.test(foldFigure(text));
}

/** The money's columns: as many figures below each head of amounts, and as many sources' names one behind the other. */
function fundsOf(segments: readonly Segment[], lines: readonly Entry[]): Rows | undefined {
  const columns = segments.flatMap(({ head, values }) => {
    if (!isFundHead(head.text)) return [];
    const end = values.findIndex(({ text }) => !FIGURE.test(foldFigure(text)));
    const figures = end < 0 ? values : values.slice(0, end);
    return figures.length === 0 ? [] : [{ head, figures, role: fundRole(head.text)!.role }];
  });
  const amounts = columns.filter(({ role }) => isFundAmount(role));
  const rows = amounts[0]?.figures.length ?? 0;
  const isDistinct = new Set(columns.map(({ role }) => role)).size === columns.length;
  if (
    amounts.length < 2 ||
    !isDistinct ||
    columns.some(({ figures, role }) => figures.length !== rows && (isFundAmount(role) || figures.length > rows))
  )
    return undefined;
  const firsts = lines.flatMap(({ text }, at) => (fundSource(text) === "total" && sourcesFrom(lines, at) === rows ? [at] : []));
  const corner = lines.find(({ text }) => CORNER.test(text));
  if (firsts.length !== 1 || !corner) return undefined;
  const body = Array.from({ length: rows }, (_, row) => [lines[firsts[0]! + row], ...columns.map(({ figures }) => figures[row])]);
  return [[corner, ...columns.map(({ head }) => head)], ...body];
}

/** How many lines from one on name sources of money. */
function sourcesFrom(lines: readonly Entry[], from: number): number {
  const end = lines.slice(from).findIndex(({ text }) => !isSource(text));
  return end < 0 ? lines.length - from : end;
}

function within(count: number, least: number, most: number): boolean {
  return count >= least && count <= most;
}
