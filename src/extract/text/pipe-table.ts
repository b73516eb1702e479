import type { Block } from "../../core/extracted.js";
import { cleanText } from "../../core/text.js";
import { delimitedTable, type TextCell } from "./delimited-table.js";
import { displayWidth } from "./display-width.js";
import type { FindContext, TableFinder } from "./find-table.js";
import { isBlankLine, type SourceLine } from "./source-lines.js";
import { wrappedRows } from "./wrapped-rows.js";

interface PipeRow {
  /** What stands between the bars, and what before the first and behind the last, if anything. */
  readonly cells: readonly string[];
  /** A bar stands before all text, behind it. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** The row of dashes below a head. */
  readonly isRule: boolean;
  /** Columns of the bars, by each {@link MEASURES}. */
  readonly bars: readonly (readonly number[])[];
  readonly line: SourceLine;
}

/** Columns that a text takes, as writers count them: what a fixed-pitch font draws, signs such as ≥ drawn wide, characters. */
const MEASURES: readonly ((text: string) => number)[] = [
  displayWidth,
  (text) => displayWidth(text) + (text.match(/[\u2010-\u2bff]/gu)?.length ?? 0),
  (text) => [...text].length,
];

/** A line drawn over the page. */
const DRAWN = /^\s*([-=_—–─━－＿])\1{4,}\s*$/u;
const RULE_CELL = /^\s*:?-+:?\s*$/u;

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
  return isTable(whole) ? { to, blocks: splitAtHeads(whole).flatMap((part) => build(part, context)) } : undefined;
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

function pipeRow(line: SourceLine): PipeRow | undefined {
  const bar = line.text.includes("|") ? "|" : "｜";
  if (!line.text.includes(bar)) return undefined;
  const text = line.text.trim();
  const pieces: string[] = [];
  const bars: number[][] = MEASURES.map(() => []);
  let piece = "";
  const columns = MEASURES.map(() => 0);
  for (const [index, character] of [...text].entries()) {
    const escaped = text[index - 1] === "\\" && bar === "|";
    if (character === bar && escaped) piece = `${piece.slice(0, -1)}|`;
    else if (character === bar) {
      pieces.push(piece);
      for (const [m, column] of columns.entries()) bars[m]!.push(column);
      piece = "";
    } else piece += character;
    for (const [m, widthOf] of MEASURES.entries()) columns[m]! += widthOf(character);
  }
  pieces.push(piece);
  const opens = pieces[0]!.trim() === "";
  const closes = pieces.at(-1)!.trim() === "" && pieces.length > 1;
  const between = pieces.slice(opens ? 1 : 0, closes ? -1 : undefined);
  if (between.length === 0 || (between.length === 1 && !(opens && closes))) return undefined;
  return { cells: pieces, opens, closes, isRule: between.every((cell) => RULE_CELL.test(cell)), bars, line };
}

function isFramed({ opens, closes }: PipeRow): boolean {
  return opens && closes;
}

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

/**
 * A rule below a head proves a table; so do rows in frames, three rows of the same three or more cells, as many below a head that is longer than all, and
 * forms: such rows with figures below one another, among lines of fewer cells.
 */
function isTable(rows: readonly PipeRow[]): boolean {
  if (rows.some((row) => row.isRule)) return rows.some((row) => !row.isRule);
  if (isRaggedTable(rows) || isForm(rows) || areLabelled(rows)) return true;
  if (rows.every(isFramed)) return rows.length >= 2 && rows.filter(({ cells }) => cells.length > 1).length * 2 >= rows.length;
  const sizes = new Map<number, number>();
  for (const { cells } of rows) sizes.set(cells.length, (sizes.get(cells.length) ?? 0) + 1);
  const [size, times] = [...sizes].reduce((most, each) => (each[1] > most[1] ? each : most));
  return size >= 3 && rows.length >= 3 && times * 2 >= rows.length;
}

const FORM = { rows: 3, columns: 4 };

/** Labels with their values above the blocks of a form: most rows are as long as the one above or below, and some of these blocks are tables. */
function isForm(rows: readonly PipeRow[]): boolean {
  const isEven = (at: number) => [rows[at - 1], rows[at + 1]].some((other) => other?.cells.length === rows[at]!.cells.length);
  const even = rows.filter((_, at) => isEven(at));
  const wide = even.filter(({ cells }) => cells.length >= FORM.columns && cells.some((cell) => /\d/u.test(cell)));
  return even.length * 2 > rows.length && wide.length >= FORM.rows;
}

const LABELLED = { rows: 3, label: 10 };

/** 项目名称 | 某项目: lines of a short label and what it tells. */
function areLabelled(rows: readonly PipeRow[]): boolean {
  const isLabel = (text: string) => /^\p{Script=Han}{2,}$/u.test(text) && text.length <= LABELLED.label;
  return (
    rows.length >= LABELLED.rows && rows.every(({ cells }) => cells.length === 2 && isLabel(cells[0]!.trim()) && !/。/u.test(cells[1]!))
  );
}

const RAGGED = { rows: 4, columns: 4 };

/** Rows whose last cells were left out where they are empty: none is longer than the head, of which all cells are told. */
function isRaggedTable(rows: readonly PipeRow[]): boolean {
  const columns = rows[0]!.cells.length;
  const told = rows.reduce((sum, { cells }) => sum + cells.length, 0);
  const isHead = rows[0]!.cells.every((cell) => cell.trim() !== "" && !/^[\d.,，]+$/u.test(cell.trim()));
  const isWithin = rows.every(({ cells }) => cells.length <= columns && cells.length > 1);
  return rows.length >= RAGGED.rows && columns >= RAGGED.columns && isHead && isWithin && told * 2 > columns * rows.length;
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
  const table = delimitedTable(logical, 0.95, context);
  return [logical.length === rows.length ? { ...table, origin: "markup" } : table];
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
