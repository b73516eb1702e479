import { isWide } from "../../../../core/display-width.js";
import { isBlankLine, type SourceLine } from "../../lines/source-lines.js";
import { delimitedTable, type TextCell } from "../delimited-table.js";
import type { TableFinder } from "../find-table.js";

/** Fewer rows or columns in line may be chance. */
const LEAST_ROWS = 3;
const LEAST_COLUMNS = 3;
/** A row must fill so much of the columns; lines that fill less are wrapped cells, and whose they are alignment does not tell. */
const LEAST_FILLED = 0.6;
const MOST_ROWS = 2000;
/** Lines of a label that may stand between a head and its rows. */
const MOST_LABEL_LINES = 4;

interface Field {
  readonly text: string;
  /** Display columns, the end not included. */
  readonly from: number;
  readonly to: number;
}

type Column = Pick<Field, "from" | "to">;

interface Row {
  readonly fields: readonly Field[];
  readonly line: SourceLine;
}

/** Columns that a wide character takes: writers of layouts count what a fixed-pitch font draws, or characters. */
type Pitch = 1 | 2;

/**
 * Columns set with spaces: lines whose fields, parted by two spaces or more, leave the same display columns blank in all of them. Only where every
 * line is a row of its own.
 */
export const alignedTable: TableFinder = (lines, from, context) => {
  const head = headSetApart(lines, from);
  const start = head?.to ?? from;
  const best = bestRows(lines, start);
  if (!best || (head && head.fields.length !== best.columns.length)) return undefined;
  const cells = inOrder(best.rows) ?? best.rows.map(({ fields, line }) => inColumns(fields, best.columns, line));
  const titles = head ? [head.fields.map(({ text }) => ({ text, line: lines[from]!.number }))] : [];
  return { to: start + best.rows.length, blocks: [delimitedTable([...titles, ...cells], 0.75, context)] };
};

function bestRows(lines: readonly SourceLine[], from: number): Aligned | undefined {
  const drawn = alignedRows(lines, from, 2);
  // Counted wrongly the columns fall apart.
  const counted = drawn && alignedRows(lines, from, 1);
  return counted && counted.rows.length >= drawn.rows.length && counted.columns.length < drawn.columns.length ? counted : drawn;
}

/** Blank lines between a head and its rows, at most. */
const MOST_BLANK = 2;

/** The fields of a line of words behind which blank lines stand, and the line that then follows: a head, where its rows have as many columns. */
function headSetApart(lines: readonly SourceLine[], from: number): { fields: readonly Field[]; to: number } | undefined {
  let to = from + 1;
  while (to <= from + MOST_BLANK && lines[to] && isBlankLine(lines[to]!)) to++;
  if (to === from + 1 || !lines[to] || isBlankLine(lines[to]!)) return undefined;
  const fields = fieldsOf(lines[from]!.text, 1);
  return fields.length >= LEAST_COLUMNS && fields.every(({ text }) => !/\d/u.test(text)) ? { fields, to } : undefined;
}

interface Aligned {
  readonly rows: readonly Row[];
  readonly columns: readonly Column[];
}

function alignedRows(lines: readonly SourceLine[], from: number, pitch: Pitch): Aligned | undefined {
  const rows: Row[] = [];
  let columns: Column[] = [];
  for (let at = from; at < lines.length && rows.length < MOST_ROWS; at++) {
    const line = lines[at]!;
    const fields = isBlankLine(line) ? [] : fieldsOf(line.text, pitch);
    if (fields.length < 2) break;
    const grown = widened(columns, fields);
    const changed = grown.length !== columns.length;
    if (rows.length >= LEAST_ROWS && !(changed ? [...rows, { fields }] : [{ fields }]).every((row) => fills(row.fields, grown))) break;
    rows.push({ fields, line });
    columns = grown;
  }
  if (rows.length < LEAST_ROWS || columns.length < LEAST_COLUMNS || !rows.every(({ fields }) => fills(fields, columns))) return undefined;
  // A line of columns that touches the run and does not fit is its head, or a wrapped cell's rest: then the run is not the table.
  if (hasColumnsAbove(lines, from) || hasColumns(lines[from + rows.length])) return undefined;
  return { rows, columns };
}

/** So may lines that a label beside the rows takes up: 项目资金 and （万元） below the head. */
function hasColumnsAbove(lines: readonly SourceLine[], from: number): boolean {
  if (hasColumns(lines[from - 1])) return true;
  for (let at = from - 1; at >= Math.max(0, from - MOST_LABEL_LINES) && !isBlankLine(lines[at]!); at--)
    if (fieldsOf(lines[at]!.text, 1).length >= LEAST_COLUMNS) return true;
  return false;
}

function hasColumns(line: SourceLine | undefined): boolean {
  return line !== undefined && !isBlankLine(line) && (/^[ \u3000]{4}/u.test(line.text) || fieldsOf(line.text, 1).length >= 2);
}

function fieldsOf(text: string, pitch: Pitch): Field[] {
  const fields: Field[] = [];
  let column = 0;
  let field = "";
  let start = 0;
  let blank = 0;
  const finish = () => {
    if (field !== "") fields.push({ text: field, from: start, to: column - blank });
    field = "";
  };
  for (const character of text) {
    const width = isWide(character.codePointAt(0)!) ? pitch : 1;
    if (/[ \u00a0\u3000]/u.test(character)) blank += width;
    else {
      if (blank >= 2) finish();
      if (field === "") start = column;
      else field += " ".repeat(blank > 0 ? 1 : 0);
      field += character;
      blank = 0;
    }
    column += width;
  }
  finish();
  return fields;
}

/** The stretches of display columns that some row fills, parted by those that all leave blank. */
function widened(columns: readonly Column[], fields: readonly Field[]): Column[] {
  const merged: { from: number; to: number }[] = [];
  for (const { from, to } of [...columns, ...fields].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else merged.push({ from, to });
  }
  return merged;
}

function fills(fields: readonly Field[], columns: readonly Column[]): boolean {
  return fields.length >= columns.length * LEAST_FILLED && inTurn(fields, columns);
}

/** No two fields of a row in one column: their gap would be the author's, not the table's. */
function inTurn(fields: readonly Field[], columns: readonly Column[]): boolean {
  const places = fields.map((field) => columnOf(field, columns));
  return places.every((place, index) => index === 0 || place > places[index - 1]!);
}

/** Rows that all have as many fields leave no cell out, wherever a writer of other widths has put them. */
function inOrder(rows: readonly Row[]): TextCell[][] | undefined {
  const count = rows[0]!.fields.length;
  if (count < LEAST_COLUMNS || rows.some(({ fields }) => fields.length !== count)) return undefined;
  return rows.map(({ fields, line }) => fields.map(({ text }) => ({ text, line: line.number })));
}

function inColumns(fields: readonly Field[], columns: readonly Column[], line: SourceLine): TextCell[] {
  const cells = columns.map((): TextCell => ({ text: "", line: line.number }));
  for (const field of fields) cells[columnOf(field, columns)] = { text: field.text, line: line.number };
  return cells;
}

function columnOf(field: Field, columns: readonly Column[]): number {
  return columns.findIndex(({ from, to }) => field.from >= from && field.to <= to);
}
