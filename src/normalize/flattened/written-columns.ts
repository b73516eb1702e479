import type { Block, Cell, Line, Paragraph, Table } from "../../core/extracted.js";
import { isFundAmount } from "../../core/record.js";
import { cleanText } from "../../core/text.js";
import { foldFigure } from "../figures/find-numeral.js";
import { fundSource } from "../lexicon/fund-source.js";
import { fundRole, indicatorRole } from "../lexicon/head-words.js";
import { isLevel1, isLevel2 } from "../lexicon/level.js";

/** A head of a column with what a text writes below it, or behind its colon. */
interface WrittenColumn {
  readonly head: Entry;
  readonly values: readonly Entry[];
}

/** A line, or one side of its colon. */
interface Entry {
  readonly text: string;
  readonly line: Line;
}

interface Found {
  readonly to: number;
  readonly columns: readonly WrittenColumn[];
}

const LEAST_COLUMNS = 4;
const LEAST_AMOUNTS = 2;
const MOST_ROWS = 200;
const LONGEST_VALUE = 60;
const NUMBER = /^[\d.,]+$/u;

/**
 * Tables that a text writes column by column, each head above its cells (三级指标 / 检修座数 / 完工率 / 目标值 / ≥12座 / ≥95%), and rows of money written
 * so, a label and its amount on a line or on two (年初预算数：165.00), as tables again.
 */
export function withWrittenColumns(blocks: readonly Block[]): readonly Block[] {
  const kept: Block[] = [];
  let isFound = false;
  for (let at = 0; at < blocks.length; ) {
    const found = columnsFrom(blocks, at);
    kept.push(found ? tableOf(found.columns) : blocks[at]!);
    isFound ||= found !== undefined;
    at = found?.to ?? at + 1;
  }
  return isFound ? kept : blocks;
}

function columnsFrom(blocks: readonly Block[], from: number): Found | undefined {
  const first = columnAt(blocks, from) ?? sourceAt(blocks, from);
  if (!first) return undefined;
  const height = first.values.length;
  const columns: WrittenColumn[] = [];
  let at = from;
  for (let next: WrittenColumn | undefined = first; next; next = columnAt(blocks, at, height)) {
    columns.push(next);
    at += next.values.some(({ line }) => line === next!.head.line) ? 1 : 1 + height;
  }
  return isTable(columns) ? { to: at, columns } : undefined;
}

/** The head that stands at a place, with the values up to the next head, or so many of them. */
function columnAt(blocks: readonly Block[], at: number, height?: number): WrittenColumn | undefined {
  const paragraph = lineAt(blocks, at);
  if (!paragraph) return undefined;
  const [line] = paragraph.lines as [Line];
  const colon = /^([^：:]{2,16})[：:](.{1,60})$/u.exec(paragraph.text);
  if (colon && isFundHead(colon[1]!)) return height === undefined || height === 1 ? beside(colon[1]!, colon[2]!, line) : undefined;
  if (!isHead(paragraph.text) || (height === 1 && !isFundHead(paragraph.text))) return undefined;
  const values: Entry[] = [];
  while (values.length < (height ?? MOST_ROWS)) {
    const value = lineAt(blocks, at + 1 + values.length);
    if (!value || value.text.length > LONGEST_VALUE || isHead(value.text)) break;
    values.push({ text: value.text, line: value.lines[0]! });
  }
  const isWhole = height === undefined ? values.length > 0 && values.length < MOST_ROWS : values.length === height;
  return isWhole ? { head: { text: paragraph.text, line }, values } : undefined;
}

/** 项目资金 / 年度资金总额, above the money's heads: what the row is called, below any head. */
function sourceAt(blocks: readonly Block[], at: number): WrittenColumn | undefined {
  const [head, value, next] = [at, at + 1, at + 2].map((place) => lineAt(blocks, place));
  if (!head || !value || !next || !isFundHead(next.text) || fundSource(value.text) === undefined) return undefined;
  return { head: { text: head.text, line: head.lines[0]! }, values: [{ text: value.text, line: value.lines[0]! }] };
}

function beside(head: string, value: string, line: Line): WrittenColumn {
  return { head: { text: head, line }, values: [{ text: value.trim(), line }] };
}

function lineAt(blocks: readonly Block[], at: number): Paragraph | undefined {
  const block = blocks[at];
  return block?.type === "paragraph" && block.lines.length === 1 && block.heading === undefined ? block : undefined;
}

function isHead(text: string): boolean {
  return (indicatorRole(text)?.exact === true && !isLevel1(text) && !isLevel2(text)) || isFundHead(text);
}

function isFundHead(text: string): boolean {
  return fundRole(text)?.exact === true;
}

/** Indicators in several rows, with their names and figures; or one row of money, whose amounts say no unit of their own. */
function isTable(columns: readonly WrittenColumn[]): boolean {
  if (columns.length < LEAST_COLUMNS) return false;
  if (columns[0]!.values.length > 1) {
    const roles = columns.map(({ head }) => indicatorRole(head.text)?.role);
    return roles.includes("level3") && new Set(roles).size === roles.length && (roles.includes("target") || roles.includes("score"));
  }
  const roles = columns.map(({ head, values }) => fundRole(head.text)?.role ?? (fundSource(values[0]!.text) ? "label" : undefined));
  const amounts = columns.filter((_, i) => roles[i] !== undefined && isFundAmount(roles[i]!));
  const isDistinct = new Set(roles).size === roles.length && !roles.includes(undefined);
  return isDistinct && amounts.length >= LEAST_AMOUNTS && amounts.every(({ values }) => NUMBER.test(foldFigure(values[0]!.text)));
}

function tableOf(columns: readonly WrittenColumn[]): Table {
  const cell = ({ text, line }: Entry, row: number, column: number): Cell => ({
    row,
    column,
    rowSpan: 1,
    colSpan: 1,
    text: cleanText(text),
    evidence: [{ ...line.evidence, row, column }],
  });
  return {
    type: "table",
    index: -1,
    rowCount: 1 + columns[0]!.values.length,
    columnCount: columns.length,
    cells: columns
      .flatMap(({ head, values }, column) => [head, ...values].map((entry, row) => cell(entry, row, column)))
      .sort((a, b) => a.row - b.row || a.column - b.column),
    origin: "delimited",
    confidence: 0.9,
  };
}
