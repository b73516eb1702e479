import type { Evidence } from "../../../core/evidence.js";
import type { Cell, Table } from "../../../core/extracted.js";
import { joinLines } from "../../../core/text.js";
import { classesConflict } from "../../lexicon/labels/level-class.js";
import { type Atom, isEmptyCell } from "../atom.js";
import { swallowsLabel } from "../cells/swallows-label.js";
import { type ColumnKind, LEVEL_KINDS } from "../column.js";
import { columnsBelow, type FoundHead } from "../heads/find-heads.js";
import { ratesBearOut, sourcesBearOut, totalsBearOut } from "../search/row-arithmetic.js";
import type { ReadCell } from "../search/row-reading.js";
import type { TableReading } from "../search/table-search.js";
import { FIGURES, judgeAmbiguity } from "./ambiguity.js";
import { displacedRows } from "./displaced-rows.js";
import { isInterleaved } from "./interleaved.js";
import { withOwnFirsts } from "./own-firsts.js";
import { withWholeSeconds } from "./whole-seconds.js";

/** A reading as a table block: head row, then rows, with level cells spanning the rows of their group. Index is set by the caller. */
export function buildTable(
  headAtoms: readonly Atom[],
  head: FoundHead,
  atoms: readonly Atom[],
  reading: TableReading,
  others: readonly TableReading[],
): Table {
  const columns = columnsBelow(head);
  const titles = columns.map((column) => column.title);
  const kinds = columns.map((column) => column.kind);
  const isFused = atoms.slice(0, reading.to).some(({ gap }) => gap === "digit" || gap === "fused");
  const { confidence, doubts } = judgeAmbiguity(columns, reading, others, isFused);
  const headLine = headAtoms[head.from]!.line.evidence;
  const cells: Cell[] = titles.map((text, column) => cell(0, column, text, [{ ...headLine, quote: text }]));
  const textOfCell = (read: ReadCell) => textOf(atoms, read);
  const told = withOwnFirsts(withWholeSeconds(reading.rows, kinds, textOfCell), kinds, textOfCell);
  const rows = told.map((row) => ({ total: row.kind === "total", texts: row.cells.map((read) => textOf(atoms, read)) }));
  const displaced = displacedRows(rows, kinds);
  const texts = rows.map((row) => row.texts);
  const isBorneOut = head.about === "funds" && !reading.cut && ratesBearOut(columns, texts) && (!isFused || sourcesBearOut(columns, texts));
  const isSummed = head.about === "indicators" && totalsBearOut(columns, rows);
  told.forEach((row, r) => {
    const spans = spansOf(rows, kinds, r);
    row.cells.forEach((read, column) => {
      const rowSpan = spans[column]!;
      if (rowSpan === 0) return;
      const doubt =
        displaced.has(r) && FIGURES.has(kinds[column]!)
          ? { other: NO_CELL, confidence: UNSURE }
          : doubts.find((entry) => entry.row === r && entry.column === column);
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
    confidence: Math.min(
      isBorneOut ? Math.max(BORNE_OUT, confidence) : confidence,
      ((isFused || head.woven) && !isBorneOut && !isSummed) ||
        breaksFigures(atoms.slice(0, reading.to)) ||
        groupsAreLost(rows, kinds) ||
        isInterleaved(atoms, reading) ||
        swallows(rows, kinds)
        ? UNSURE
        : 1,
    ),
  };
}

const NO_CELL: ReadCell = { from: 0, to: 0 };

/** What a grid is worth whose cells are likely to stand in the wrong row or column. */
const UNSURE = 0.5;

/** And one whose amounts give its rates. */
const BORNE_OUT = 0.9;

/** Characters that a figure with its decimals takes. */
const FIGURE_WIDTH = 5;

/** Lines so short that figures were broken over them too: whether 10 and 0 are two figures or one nothing tells. */
function breaksFigures(atoms: readonly Atom[]): boolean {
  const lines = new Map(atoms.map(({ row, line }) => [row, line.text.trim().length]));
  return lines.size > 0 && [...lines.values()].every((length) => length < FIGURE_WIDTH);
}

function swallows(rows: readonly GroupedRow[], kinds: readonly ColumnKind[]): boolean {
  return rows.some(({ total, texts }) => !total && texts.some((text, column) => swallowsLabel(kinds[column]!, text)));
}

/** A level of another class under a first level: labels that should part them were lost. */
function groupsAreLost(rows: readonly GroupedRow[], kinds: readonly ColumnKind[]): boolean {
  const first = kinds.indexOf("level1");
  const second = kinds.indexOf("level2");
  if (first < 0 || second < 0) return false;
  let level1 = "";
  return rows.some((row) => {
    if (row.total) return false;
    level1 = row.texts[first] || level1;
    return classesConflict(level1, row.texts[second]!);
  });
}

function cell(row: number, column: number, text: string, evidence: Evidence[]): Cell {
  return { row, column, rowSpan: 1, colSpan: 1, text, evidence: evidence.map((place) => ({ ...place, row, column })) };
}

/** Rows that each cell of row `r` spans; 0 where a cell above covers it. A level holds until the next of its kind, or of a wider one. */
function spansOf(rows: readonly GroupedRow[], kinds: readonly ColumnKind[], r: number): number[] {
  return kinds.map((kind, column) => {
    if (!LEVEL_KINDS.has(kind) || rows[r]!.total) return 1;
    if (rows[r]!.texts[column] === "") return covered(rows, kinds, r, column) ? 0 : 1;
    let span = 1;
    while (r + span < rows.length && continues(rows, kinds, r, r + span, column)) span++;
    return span;
  });
}

function covered(rows: readonly GroupedRow[], kinds: readonly ColumnKind[], r: number, column: number): boolean {
  for (let above = r - 1; above >= 0; above--) {
    if (rows[above]!.texts[column] === "") continue;
    if (rows[above]!.total) return false;
    for (let below = above + 1; below <= r; below++) if (!continues(rows, kinds, above, below, column)) return false;
    return true;
  }
  return false;
}

/** Does the level told in row `from` hold for row `r`? Not over a level of another class: 数量指标 stands under no 预算执行指标. */
function continues(rows: readonly GroupedRow[], kinds: readonly ColumnKind[], from: number, r: number, column: number): boolean {
  const row = rows[r]!;
  if (row.total || row.texts[column] !== "") return false;
  if (kinds[column] === "level2") return kinds.every((kind, c) => kind !== "level1" || row.texts[c] === "");
  return !classesConflict(rows[from]!.texts[column]!, row.texts[kinds.indexOf("level2")] ?? "");
}

interface GroupedRow {
  readonly total: boolean;
  readonly texts: readonly string[];
}

function textOf(atoms: readonly Atom[], read: ReadCell): string {
  let text = "";
  for (let i = read.from; i < read.to; i++) {
    const atom = atoms[i]!;
    if (isEmptyCell(atom)) continue;
    const latin = i > read.from && atom.gap !== "glued" && /[A-Za-z]$/u.test(text) && /^[A-Za-z]/u.test(atom.text);
    text += latin ? ` ${atom.text}` : atom.text;
  }
  return joinLines([text]);
}

function evidenceOf(atoms: readonly Atom[], read: ReadCell): Evidence[] {
  const lines = new Set(atoms.slice(read.from, read.to).map(({ line }) => line));
  return [...lines].slice(0, 4).map(({ evidence, text }) => ({ ...evidence, quote: text.trim() }));
}
