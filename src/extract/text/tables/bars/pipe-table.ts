import type { Block } from "../../../../core/extracted.js";
import { cleanText } from "../../../../core/text.js";
import { isFigure } from "../../../is-figure.js";
import { isBlankLine, type SourceLine } from "../../lines/source-lines.js";
import { delimitedTable, type TextCell } from "../delimited-table.js";
import type { FindContext, TableFinder } from "../find-table.js";
import { headSpans } from "../head-spans.js";
import { isPipeTable } from "./is-pipe-table.js";
import { isFramed, MEASURES, type PipeRow, pipeRow } from "./pipe-row.js";
import { wrappedRows } from "./wrapped-rows.js";

/** A line drawn over the page. */
const DRAWN = /^\s*([-=_—–─━－＿])\1{4,}\s*$/u;

/**
 * Rows parted by vertical bars: Markdown, with or without bars at the ends and rule below the head; rows of other lengths than the head keep all their
 * cells (GFM would drop what is too much). Dumps of fixed width (antiword) have their wrapped lines sewn together.
 */
export const pipeTable: TableFinder = (lines, from, context) => {
  const first = pipeRow(lines[from]!);
  // The run was found to be no table at its first line.
  if (!first || goesOnAt(lines, from)) return undefined;
  const rows = [first];
  const isEven = hasRowsLikeHead(lines, from, first);
  let to = from + 1;
  for (;;) {
    const broken = isEven ? brokenRow(lines, to, first) : undefined;
    const row = broken?.row ?? (lines[to] && pipeRow(lines[to]!));
    if (row) {
      rows.push(row);
      to = broken?.to ?? to + 1;
      continue;
    }
    const rest = restOfLastCell(lines, to, rows.at(-1)!);
    if (rest) {
      rows[rows.length - 1] = rest;
      to++;
      continue;
    }
    // A line drawn above the last rows, of as many cells, parts no table.
    const below = lines[to] && DRAWN.test(lines[to]!.text) && lines[to + 1] ? pipeRow(lines[to + 1]!) : undefined;
    if (below && below.cells.length === first.cells.length && first.cells.length > 2) {
      rows.push(below);
      to += 2;
      continue;
    }
    // A converter may have put a blank line between all rows.
    const next = lines[to] && isBlankLine(lines[to]!) && lines[to + 1] ? pipeRow(lines[to + 1]!) : undefined;
    const startsAnew = lines[to + 2] && pipeRow(lines[to + 2]!)?.isRule;
    if (!next || !isFramed(next) || next.cells.length !== first.cells.length || startsAnew) break;
    rows.push(next);
    to += 2;
  }
  const whole = withoutFrame(rows);
  return isPipeTable(whole) ? { to, blocks: splitAtHeads(whole).flatMap((part) => build(part, context)) } : undefined;
};

/** Whether a row stands right above the line, or one with the rest of its last cell between. */
function goesOnAt(lines: readonly SourceLine[], at: number): boolean {
  if (at > 0 && pipeRow(lines[at - 1]!)) return true;
  const above = at > 1 ? pipeRow(lines[at - 2]!) : undefined;
  return above !== undefined && restOfLastCell(lines, at - 1, above) !== undefined;
}

/** Lines that one row may be broken over. */
const MOST_LINES = 6;

/** Lines that show whether a table's rows are as long as its head. */
const SHOWING = 60;

function hasRowsLikeHead(lines: readonly SourceLine[], from: number, head: PipeRow): boolean {
  const near = lines.slice(from, from + SHOWING);
  const end = near.findIndex(isBlankLine);
  const rows = (end < 0 ? near : near.slice(0, end)).flatMap((line) => pipeRow(line) ?? []);
  return rows.filter(({ cells }) => cells.length === head.cells.length).length * 2 > rows.length;
}

/** A row whose cells' lines a writer left as they were: the fewest lines from one on that have the head's bars, broken between words. */
function brokenRow(lines: readonly SourceLine[], from: number, head: PipeRow): { row: PipeRow; to: number } | undefined {
  let text = lines[from]?.text ?? "";
  for (
    let to = from + 1;
    to < Math.min(lines.length, from + MOST_LINES) && GOES_ON.test(text) && STARTS_MIDWAY.test(lines[to]!.text);
    to++
  ) {
    text += `\n${lines[to]!.text}`;
    const row = pipeRow({ ...lines[from]!, text });
    if (row && row.cells.length >= head.cells.length) return row.cells.length === head.cells.length ? { row, to: to + 1 } : undefined;
  }
  return undefined;
}

/** The row above with the line as the rest of its last cell: words without a bar between a row that no bar closes and the next one. */
function restOfLastCell(lines: readonly SourceLine[], at: number, above: PipeRow): PipeRow | undefined {
  const line = lines[at];
  const last = above.cells.at(-1)!;
  if (!line || above.isRule || !GOES_ON.test(last) || !STARTS_MIDWAY.test(line.text)) return undefined;
  if (!lines[at + 1] || !pipeRow(lines[at + 1]!)) return undefined;
  return { ...above, cells: [...above.cells.slice(0, -1), `${last}\n${line.text}`] };
}

const GOES_ON = /[\p{Script=Han}）)、，]\s*$/u;
const STARTS_MIDWAY = /^\s*[\p{Script=Han}（(]/u;

/**
 * The rows without what stands outside of the table's outer bars. Where it has none, a bar at a row's end parts an empty cell: the rule below the head
 * tells (it has no empty cells), else whether a row as long as the head begins with text though the head does not.
 */
function withoutFrame(rows: readonly PipeRow[]): PipeRow[] {
  const [head] = rows;
  const rule = rows.find(({ isRule }) => isRule);
  const opens = rule ? rule.opens : head!.opens && !rows.some((row) => !row.opens && row.cells.length >= head!.cells.length);
  const closes = rule ? rule.closes : head!.closes;
  return rows.map((row) => ({ ...row, cells: row.cells.slice(opens && row.opens ? 1 : 0, closes && row.closes ? -1 : undefined) }));
}

/** A rule further down means that the row above it is a head: the same one again after a page break, or that of another table. */
function splitAtHeads(rows: readonly PipeRow[]): PipeRow[][] {
  const head = rows[1]?.isRule ? rows[0] : undefined;
  const parts: PipeRow[][] = [[]];
  for (const [index, row] of rows.entries()) {
    if (row.isRule) continue;
    const isHead = index > 0 && rows[index + 1]?.isRule;
    if (isHead && head && sameCells(row, head)) continue;
    if (isHead) parts.push([]);
    parts.at(-1)!.push(row);
  }
  return parts.filter((part) => part.length > 0);
}

function sameCells(a: PipeRow, b: PipeRow): boolean {
  return a.cells.length === b.cells.length && a.cells.every((cell, index) => cleanText(cell) === cleanText(b.cells[index]!));
}

function build(rows: readonly PipeRow[], context: FindContext): Block[] {
  const spans = spansByBars(rows);
  const wrapped = wrappedRows(rows.map(({ cells }) => cells));
  const logical: TextCell[][] = [];
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    const current = logical.at(-1);
    if (before && current && (wrapped.has(index) || isContinuation(current, before, row))) {
      for (const [column, cell] of current.entries()) {
        const more = row.cells[column]!.trim();
        const text = cell.text.trim();
        if (more !== "") current[column] = { ...cell, text: `${text}${PARTED_FIGURE.test(`${text}\n${more}`) ? "" : "\n"}${more}` };
      }
    } else logical.push(row.cells.map((text, c) => ({ text, line: row.line.number, colSpan: spans?.[index]?.[c] ?? 1 })));
  }
  // Cells between bars are the author's own, unless lines had to be joined.
  const table = delimitedTable(spans ? logical : withHeadSpans(logical), 0.95, context);
  return [logical.length === rows.length ? { ...table, origin: "markup" } : table];
}

/**
 * The rows with the first laid over the second where both are heads, so that none of their cells is a figure: a row further down, or with figures, is short
 * because its last cells are left out, as Markdown allows.
 */
function withHeadSpans(rows: readonly (readonly TextCell[])[]): readonly (readonly TextCell[])[] {
  const heads = rows.slice(0, 2);
  return heads.flat().some(({ text }) => isFigure(text)) ? rows : [...headSpans(heads), ...rows.slice(2)];
}

/** 98.0 above 4: a figure that its column broke. */
const PARTED_FIGURE = /[\d.,]\n[\d.,%％]/u;

/** The columns that each row's cells span in a dump of fixed width, where all bars stand below those of the row that has most; undefined elsewhere. */
function spansByBars(rows: readonly PipeRow[]): readonly (readonly number[])[] | undefined {
  const most = rows.reduce((best, row) => (row.cells.length > best.cells.length ? row : best));
  if (!rows.every(isFramed) || rows.every(({ cells }) => cells.length === most.cells.length)) return undefined;
  const measure = MEASURES.findIndex((_, m) => {
    const bars = most.bars[m]!;
    return rows.every((row) => row.bars[m]!.every((bar) => bars.includes(bar)) && row.bars[m]!.at(-1) === bars.at(-1));
  });
  if (measure < 0) return undefined;
  const placeOf = new Map(most.bars[measure]!.map((bar, i) => [bar, i]));
  return rows.map(({ bars, cells }) => {
    const places = bars[measure]!.map((bar) => placeOf.get(bar)!);
    return cells.map((_, c) => places[c + 1]! - places[c]!);
  });
}

/**
 * Whether a line of a fixed-width dump goes on with the cells above: its bars stand where those above do, it has text only below cells that are full, and
 * leaves others empty.
 */
function isContinuation(current: readonly TextCell[], before: PipeRow, row: PipeRow): boolean {
  if (before.cells.length !== row.cells.length || before.isRule) return false;
  const filled = row.cells.flatMap((cell, column) => (cell.trim() === "" ? [] : [column]));
  const leaves = current.some(({ text }, column) => text.trim() !== "" && row.cells[column]!.trim() === "");
  if (filled.length === 0 || !leaves) return false;
  return MEASURES.some((widthOf, m) => {
    const [above, own] = [before.bars[m]!, row.bars[m]!];
    const inLine = above.length === own.length && above.every((at, i) => at === own[i]);
    return inLine && filled.every((column) => isFull(before.cells[column]!.trim(), own[column + 1]! - own[column]! - 1, widthOf));
  });
}

/** No further wide character would have fitted. */
function isFull(text: string, width: number, widthOf: (text: string) => number): boolean {
  return text !== "" && widthOf(text) >= width - widthOf("宽");
}
