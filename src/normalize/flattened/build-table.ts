import type { Evidence } from "../../core/evidence.js";
import type { Cell, Table } from "../../core/extracted.js";
import { joinLines } from "../../core/text.js";
import { judgeAmbiguity } from "./ambiguity.js";
import type { Atom } from "./atom.js";
import type { Column } from "./column.js";
import type { FoundHead } from "./find-heads.js";
import type { ReadCell } from "./row-search.js";
import type { TableReading, TableRow } from "./table-search.js";

/** A reading as a table block: head row, then rows, with level cells spanning the rows of their group. Index is set by the caller. */
export function buildTable(
  headAtoms: readonly Atom[],
  head: FoundHead,
  atoms: readonly Atom[],
  reading: TableReading,
  others: readonly TableReading[],
): Table {
  const labelled = head.about === "funds" && !head.columns.some((column) => column.kind === "label");
  const titles = [...(labelled ? [""] : []), ...head.columns.map((column) => column.title)];
  const columns: readonly Column[] = labelled ? [{ kind: "label", role: "label", title: "" }, ...head.columns] : head.columns;
  const kinds = columns.map((column) => column.kind);
  const { confidence, doubts } = judgeAmbiguity(columns, reading, others);
  const headLine = headAtoms[head.from]!.line.evidence;
  const cells: Cell[] = titles.map((text, column) => cell(0, column, text, [{ ...headLine, quote: text }]));
  reading.rows.forEach((row, r) => {
    const spans = spansOf(reading.rows, kinds, r);
    row.cells.forEach((read, column) => {
      const rowSpan = spans[column]!;
      if (rowSpan === 0) return;
      const doubt = doubts.find((entry) => entry.row === r && entry.column === column);
      cells.push({
        ...cell(r + 1, column, textOf(atoms, read), evidenceOf(atoms, read)),
        rowSpan,
        ...(doubt ? { reading: { confidence: doubt.confidence, alternatives: [textOf(atoms, doubt.other)] } } : {}),
      });
    });
  });
  return {
    type: "table",
    index: -1,
    rowCount: reading.rows.length + 1,
    columnCount: titles.length,
    cells,
    origin: "delimited",
    confidence,
  };
}

function cell(row: number, column: number, text: string, evidence: Evidence[]): Cell {
  return { row, column, rowSpan: 1, colSpan: 1, text, evidence: evidence.map((place) => ({ ...place, row, column })) };
}

const MERGED = new Set(["level1", "level2", "levels"]);

/** Rows that each cell of row `r` spans; 0 where a cell above covers it. A level holds until the next of its kind, or of a wider one. */
function spansOf(rows: readonly TableRow[], kinds: readonly string[], r: number): number[] {
  return kinds.map((kind, column) => {
    if (!MERGED.has(kind) || rows[r]!.kind === "total") return 1;
    if (isEmpty(rows[r]!, column)) return covered(rows, kinds, r, column) ? 0 : 1;
    let span = 1;
    while (r + span < rows.length && continues(rows[r + span]!, kinds, column)) span++;
    return span;
  });
}

function covered(rows: readonly TableRow[], kinds: readonly string[], r: number, column: number): boolean {
  for (let above = r; above > 0; above--) {
    if (!continues(rows[above]!, kinds, column)) return false;
    if (!isEmpty(rows[above - 1]!, column)) return rows[above - 1]!.kind === "row";
  }
  return false;
}

function continues(row: TableRow, kinds: readonly string[], column: number): boolean {
  if (row.kind === "total" || !isEmpty(row, column)) return false;
  return kinds[column] !== "level2" || kinds.every((kind, c) => kind !== "level1" || isEmpty(row, c));
}

function isEmpty(row: TableRow, column: number): boolean {
  const read = row.cells[column];
  return !read || read.from === read.to;
}

function textOf(atoms: readonly Atom[], read: ReadCell): string {
  let text = "";
  for (let i = read.from; i < read.to; i++) {
    const atom = atoms[i]!;
    const latin = i > read.from && atom.gap !== "glued" && /[A-Za-z]$/u.test(text) && /^[A-Za-z]/u.test(atom.text);
    text += latin ? ` ${atom.text}` : atom.text;
  }
  return joinLines([text]);
}

function evidenceOf(atoms: readonly Atom[], read: ReadCell): Evidence[] {
  const lines = new Map<number, Evidence>();
  for (let i = read.from; i < read.to; i++) lines.set(atoms[i]!.row, { ...atoms[i]!.line.evidence, quote: atoms[i]!.line.text.trim() });
  return [...lines.values()].slice(0, 4);
}
