import { isFundAmount } from "../../../core/record.js";
import { FIELD_ROLES, type FundRole, fundRole } from "../../lexicon/labels/head-words.js";
import { readSerial, splitFormula } from "../../tables/heads/printed-formula.js";
import type { Atom } from "../atom.js";
import type { FoundForm } from "../find-forms.js";
import { HEADING } from "../heads/find-heads.js";
import { type Piece, piecesOf } from "../pieces.js";
import { readSourceHead, sourceWord } from "./source-head.js";
import { agreement, SOURCE_FIGURE, transposedTable } from "./transposed-table.js";

/** A row of amounts, one a source: its label, what it prints beside it, and its cells in order, empty ones too. */
interface FieldRow {
  readonly from: number;
  readonly to: number;
  readonly label: readonly Piece[];
  readonly serial: readonly Piece[];
  readonly figures: readonly Piece[];
  readonly role: FundRole;
}

const MOST_LABEL_PIECES = 4;
const MOST_SERIAL_PIECES = 3;
const MOST_COLUMNS = 16;
const UNSURE = 0.5;

/**
 * Fund tables whose columns are sources and whose rows are amounts (年初预算资金 (1) 928.88 928.88 0.00 …), in texts that lost the grid: rows on a
 * line each, or one cell a line, with blank lines for empty cells. How many columns there are, and which of them stand under a common head, the
 * rows and their sums tell.
 */
export function findTransposed(atoms: readonly Atom[]): FoundForm[] {
  const pieces = piecesOf(atoms);
  const found: FoundForm[] = [];
  for (let at = 0; at < pieces.length; at++) {
    const rows = rowsFrom(pieces, at);
    if (rows.length === 0) continue;
    const next = rows.at(-1)!.to;
    const table =
      rows.filter(({ role }) => isFundAmount(role)).length >= 2 ? tableOf(atoms, pieces, rows, found.at(-1)?.to ?? 0) : undefined;
    if (table) found.push(table);
    at = Math.max(at, next - 1);
  }
  return found;
}

/** The rows that follow each other from a piece on, no amount told twice. */
function rowsFrom(pieces: readonly Piece[], from: number): FieldRow[] {
  const rows: FieldRow[] = [];
  for (let at = from; ; ) {
    const row = rowAt(pieces, at);
    if (!row || rows.some(({ role }) => role === row.role)) return rows;
    rows.push(row);
    at = row.to;
  }
}

function rowAt(pieces: readonly Piece[], from: number): FieldRow | undefined {
  if (sourceWord(pieces[from]?.text ?? "") !== undefined) return undefined;
  let text = "";
  for (let to = from; to < Math.min(pieces.length, from + MOST_LABEL_PIECES); to++) {
    const piece = pieces[to]!;
    if (SOURCE_FIGURE.test(piece.text) || (to > from && piece.row === pieces[to - 1]!.row)) return undefined;
    text += piece.text;
    const start = to + 1 + serialAt(pieces, to + 1);
    let end = start;
    while (end < pieces.length && end - start < MOST_COLUMNS && SOURCE_FIGURE.test(pieces[end]!.text)) end++;
    if (end - start < 2) continue;
    const role = fundRole(splitFormula(text).label)?.role;
    if (role !== undefined && FIELD_ROLES.has(role))
      return {
        from,
        to: end,
        label: pieces.slice(from, to + 1),
        serial: pieces.slice(to + 1, start),
        figures: pieces.slice(start, end),
        role,
      };
  }
  return undefined;
}

/** How many pieces the row's serial takes, (1) or (5)=(3)-(4); 0 where it has none. A bare digit before figures is one only in brackets. */
function serialAt(pieces: readonly Piece[], from: number): number {
  let text = "";
  let length = 0;
  for (let to = from; to < Math.min(pieces.length, from + MOST_SERIAL_PIECES); to++) {
    if (SOURCE_FIGURE.test(pieces[to]!.text)) break;
    text += pieces[to]!.text;
    if (/^[(（①-⑳]/u.test(text) && readSerial(text)) length = to + 1 - from;
  }
  return length;
}

function tableOf(atoms: readonly Atom[], pieces: readonly Piece[], rows: readonly FieldRow[], least: number): FoundForm | undefined {
  const headTo = rows[0]!.from;
  for (const { grid, count } of gridsOf(pieces, rows)) {
    const filled = rows.map((row, r) => ({ ...row, cells: grid[r]! }));
    const head = readSourceHead(pieces, startOf(pieces, headTo, least), headTo, count, (parent) => agreement(filled, parent));
    if (!head) continue;
    const table = transposedTable(head, filled, ({ from }) => atoms[from]!.line, head.agrees ? 1 : UNSURE);
    return { from: head.from, to: rows.at(-1)!.figures.at(-1)!.to, table };
  }
  return undefined;
}

/** The pieces before a table's first row that may be its head's begin behind a heading. */
function startOf(pieces: readonly Piece[], headTo: number, least: number): number {
  let start = headTo;
  while (start > 0 && headTo - start < MOST_HEAD_PIECES && pieces[start - 1]!.from >= least && !HEADING.test(pieces[start - 1]!.text))
    start--;
  return start;
}

const MOST_HEAD_PIECES = 40;

/** The rows' cells by column: as they stand where all rows have as many, else with an empty cell for each blank line. */
function* gridsOf(pieces: readonly Piece[], rows: readonly FieldRow[]): Generator<{ grid: (Piece | undefined)[][]; count: number }> {
  const withBlanks = rows.map(({ figures }) =>
    figures.flatMap((piece) => [...Array.from({ length: piece.blanks }, () => undefined), piece]),
  );
  const ends = rows.map(({ to }, r) => withBlanks[r]!.length + (pieces[to]?.blanks ?? 0));
  const count = ends[0]!;
  const isOneAline = rows.every(({ figures }) => figures.every(({ begins }) => begins));
  const isWhole = ends.every((end, r) => end === count || (r === ends.length - 1 && withBlanks[r]!.length <= count && end >= count));
  if (isOneAline && isWhole && count <= MOST_COLUMNS)
    yield { grid: withBlanks.map((cells) => [...cells, ...Array.from({ length: count - cells.length }, () => undefined)]), count };
  const told = rows[0]!.figures.length;
  if (rows.some(({ figures }) => figures.some(({ blanks }, i) => i > 0 && blanks > 0))) return;
  if (rows.every(({ figures }) => figures.length === told)) yield { grid: rows.map(({ figures }) => [...figures]), count: told };
}
