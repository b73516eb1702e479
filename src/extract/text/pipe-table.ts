import type { Block } from "../../core/extracted.js";
import { cleanText } from "../../core/text.js";
import { delimitedTable, type TextCell } from "./delimited-table.js";
import { displayWidth } from "./display-width.js";
import type { FindContext, TableFinder } from "./find-table.js";
import { isBlankLine, type SourceLine } from "./source-lines.js";

interface PipeRow {
  /** What stands between the bars, and what before the first and behind the last, if anything. */
  readonly cells: readonly string[];
  /** A bar stands before all text, behind it. */
  readonly opens: boolean;
  readonly closes: boolean;
  /** The row of dashes below a head. */
  readonly isRule: boolean;
  /** Display columns of the bars. */
  readonly bars: readonly number[];
  readonly line: SourceLine;
}

const RULE_CELL = /^\s*:?-+:?\s*$/u;

/**
 * Rows parted by vertical bars: Markdown, with or without bars at the ends and rule below the head; rows of other lengths than the head keep all their
 * cells (GFM would drop what is too much). Dumps of fixed width (antiword) have their wrapped lines sewn together.
 */
export const pipeTable: TableFinder = (lines, from, context) => {
  const first = pipeRow(lines[from]!);
  // Behind a row the run was found to be no table at its first line.
  if (!first || (from > 0 && pipeRow(lines[from - 1]!))) return undefined;
  const rows = [first];
  let to = from + 1;
  for (;;) {
    const row = lines[to] && pipeRow(lines[to]!);
    if (row) {
      rows.push(row);
      to++;
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

function pipeRow(line: SourceLine): PipeRow | undefined {
  const bar = line.text.includes("|") ? "|" : "｜";
  if (!line.text.includes(bar)) return undefined;
  const text = line.text.trim();
  const pieces: string[] = [];
  const bars: number[] = [];
  let piece = "";
  let column = 0;
  for (const [index, character] of [...text].entries()) {
    const escaped = text[index - 1] === "\\" && bar === "|";
    if (character === bar && escaped) piece = `${piece.slice(0, -1)}|`;
    else if (character === bar) {
      pieces.push(piece);
      bars.push(column);
      piece = "";
    } else piece += character;
    column += displayWidth(character);
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

/** A rule below a head proves a table; so do rows in frames, three rows of the same three or more cells, and as many below a head that is longer than all. */
function isTable(rows: readonly PipeRow[]): boolean {
  if (rows.some((row) => row.isRule)) return rows.some((row) => !row.isRule);
  if (isRaggedTable(rows)) return true;
  const sizes = new Map<number, number>();
  for (const { cells } of rows) sizes.set(cells.length, (sizes.get(cells.length) ?? 0) + 1);
  const [size, times] = [...sizes].reduce((most, each) => (each[1] > most[1] ? each : most));
  if (size < 2 || times * 2 < rows.length) return false;
  return rows.every(isFramed) ? rows.length >= 2 : rows.length >= 3 && size >= 3;
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
  const [{ bars: first, cells: widest }] = rows as [PipeRow];
  const fixed =
    rows.length > 1 &&
    rows.every(
      ({ bars, cells }) => cells.length === widest.length && bars.length === first.length && bars.every((at, i) => at === first[i]),
    );
  const logical: TextCell[][] = [];
  for (const [index, row] of rows.entries()) {
    const before = fixed && index > 0 ? rows[index - 1] : undefined;
    const current = logical.at(-1);
    if (before && current && isContinuation(before, row)) {
      for (const [column, cell] of current.entries()) {
        const more = row.cells[column]!.trim();
        if (more !== "") current[column] = { ...cell, text: `${cell.text.trim()}\n${more}` };
      }
    } else logical.push(row.cells.map((text) => ({ text, line: row.line.number })));
  }
  // Cells between bars are the author's own, unless lines had to be joined.
  const table = delimitedTable(logical, 0.95, context);
  return [logical.length === rows.length ? { ...table, origin: "markup" } : table];
}

/** Whether a line of a fixed-width dump goes on with the cells above: it has text only below cells that are full, and leaves others empty. */
function isContinuation(before: PipeRow, row: PipeRow): boolean {
  const filled = row.cells.flatMap((cell, column) => (cell.trim() === "" ? [] : [column]));
  const leaves = before.cells.some((cell, column) => cell.trim() !== "" && row.cells[column]!.trim() === "");
  return filled.length > 0 && leaves && filled.every((column) => isFull(before, column));
}

/** No further wide character would have fitted. */
function isFull({ cells, bars }: PipeRow, column: number): boolean {
  const width = bars[column + 1]! - bars[column]! - 1;
  return displayWidth(cells[column]!.trim()) >= width - 2 && cells[column]!.trim() !== "";
}
