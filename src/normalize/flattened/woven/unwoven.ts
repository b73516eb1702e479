import { TOTAL_LABELS } from "../../lexicon/labels/total-words.js";
import type { Atom } from "../atom.js";
import { foldCell } from "../cells/cell-score.js";
import { beginsLevelWord, isLevelWord } from "../cells/level-cells.js";
import { levelRows } from "../cells/level-rows.js";
import type { Known } from "../cells/word-cells.js";
import { type Column, LEVEL_KINDS } from "../column.js";
import type { Joined } from "../joined.js";
import { cellLine } from "../search/raggedness.js";
import { type Alignment, cellText, type WovenLine } from "./read-across.js";
import { inOrder, pieceText, type WovenCell } from "./woven-cell.js";
import { linesOf } from "./woven-heads.js";
import { WovenRows } from "./woven-rows.js";

/** Lines that a row takes up, at most, and a table that is searched. */
const MOST_LINES = 10;
const LONGEST_TABLE = 400;
/** A row that is worth less is none. */
const LEAST_ROW = 2;
/** What a line costs that is no row's, and one that heads rows with their level. */
const STRAY = -7;
const HEADING = -1;

interface Step {
  readonly worth: number;
  readonly from: number;
  readonly cells: readonly WovenCell[] | undefined;
}

/**
 * The atoms of a table cell by cell whose rows the text tells line by line, cells of narrow columns side by side: 康复服务档 ≥99% 89% 11 9.89 / 案完整率. Undefined
 * where no row goes over a line's end.
 */
export function unwoven(atoms: readonly Atom[], columns: readonly Column[], known: Known): Joined | undefined {
  const lines = linesOf(atoms).slice(0, LONGEST_TABLE);
  if (!mayBeWoven(lines) || atoms.some(({ told }) => told)) return undefined;
  let best: WovenTable = { told: [], worth: 0 };
  for (const alignment of ALIGNMENTS) {
    const setting = { atoms, columns, known, alignment };
    const spans = new Set<string>();
    const first = tableOf(new WovenRows({ ...setting, widths: [] }), atoms, lines, (from, to) => to - from <= MOST_LINES, spans);
    const widths = widthsOf(atoms, columns, first.told);
    const table = tableOf(new WovenRows({ ...setting, widths }), atoms, lines, (from, to) => spans.has(`${from}-${to}`));
    if (table.worth > best.worth) best = table;
    if (endOf(best) > lines.length * MOST_OF_TABLE) break;
  }
  return best.told.length > 0 ? ordered(atoms, lines, columns, best.told) : undefined;
}

const ALIGNMENTS: readonly Alignment[] = ["top", "middle"];
/** Lines behind a table are few beside its own. */
const MOST_OF_TABLE = 0.7;
/** Longer rows need not be tried where so many of the next lengths are none. */
const MOST_FAILED = 3;

/** How many lines the rows of a table take up, strays left out. */
function endOf({ told }: WovenTable): number {
  return told.reduce((sum, { from, to, cells }) => sum + (cells ? to - from : 0), 0);
}

interface WovenTable {
  readonly told: readonly Told[];
  readonly worth: number;
}

/** The rows that lines are best read as from the first on. */
function tableOf(
  rows: WovenRows,
  atoms: readonly Atom[],
  lines: readonly WovenLine[],
  mayBeRow: (from: number, to: number) => boolean,
  spans?: Set<string>,
): WovenTable {
  const steps: (Step | undefined)[] = [{ worth: 0, from: 0, cells: undefined }];
  const add = (to: number, step: Step) => {
    if ((steps[to]?.worth ?? Number.NEGATIVE_INFINITY) < step.worth) steps[to] = step;
  };
  const headings = levelRows(atoms);
  let top = 0;
  for (let from = 0; from <= lines.length; from++) {
    const before = steps[from];
    if (!before) continue;
    if (before.worth > steps[top]!.worth) top = from;
    if (from === lines.length || before.worth < steps[top]!.worth + 2 * STRAY) continue;
    const isTotal = beginsTotal(atoms, lines[from]!);
    const isHeading = headings.has(atoms[lines[from]!.from]!.row);
    add(from + 1, { worth: before.worth + (isTotal ? 0 : isHeading ? HEADING : STRAY), from, cells: undefined });
    let failed = 0;
    let found = false;
    for (let to = from + 1; !isTotal && to <= Math.min(lines.length, from + MOST_LINES); to++) {
      // No row goes on beside its total.
      if (beginsTotal(atoms, lines[to - 1]!)) break;
      const row = mayBeRow(from, to) ? rows.read(lines.slice(from, to)) : undefined;
      const isRow = row !== undefined && row.worth >= LEAST_ROW;
      failed = isRow ? 0 : failed + 1;
      found ||= isRow;
      if (found && failed > MOST_FAILED) break;
      if (!isRow) continue;
      spans?.add(`${from}-${to}`);
      add(to, { worth: before.worth + row.worth, from, cells: row.cells });
    }
  }
  return { told: pathTo(steps, top), worth: steps[top]!.worth };
}

/** What a line of each column holds: as much as the fullest. */
function widthsOf(atoms: readonly Atom[], columns: readonly Column[], told: readonly Told[]): (number | undefined)[] {
  return columns.map((_, c) => {
    const widths = told.flatMap(({ cells }) => (cells?.[c] ?? []).map((piece) => cellLine(pieceText(atoms, piece)).width));
    return widths.length === 0 ? undefined : Math.max(...widths);
  });
}

/** Lines that hold several cells, above others that hold fewer. */
function mayBeWoven(lines: readonly WovenLine[]): boolean {
  return lines.some(
    ({ from, to }, l) => to - from >= LEAST_CELLS && lines[l + 1] !== undefined && lines[l + 1]!.to - lines[l + 1]!.from < to - from,
  );
}

const LEAST_CELLS = 4;

function beginsTotal(atoms: readonly Atom[], { from, to }: WovenLine): boolean {
  let text = "";
  for (let at = from; at < to; at++) {
    text += atoms[at]!.text;
    if (TOTAL_LABELS.has(text)) return true;
  }
  return false;
}

interface Told {
  readonly from: number;
  readonly to: number;
  readonly cells: readonly WovenCell[] | undefined;
}

function pathTo(steps: readonly (Step | undefined)[], end: number): Told[] {
  const told: Told[] = [];
  for (let to = end; to > 0; to = steps[to]!.from) told.push({ from: steps[to]!.from, to, cells: steps[to]!.cells });
  return told.reverse();
}

/** Atoms row by row and cell by cell; what stands behind the rows stays behind them. */
function ordered(
  atoms: readonly Atom[],
  lines: readonly WovenLine[],
  columns: readonly Column[],
  told: readonly Told[],
): Joined | undefined {
  if (told.every(({ cells, from, to }) => !cells || to === from + 1)) return undefined;
  const rows = withWholeLevels(atoms, columns, told);
  const all: Atom[] = [];
  const ends: number[] = [];
  let end = 0;
  for (const { from, to, cells } of rows) {
    const own = cells ? inOrder(atoms, cells) : atoms.slice(lines[from]!.from, lines[to - 1]!.to);
    end = lines[to - 1]!.to;
    all.push(...own);
    for (const _ of own) ends.push(end);
  }
  for (let at = end; at < atoms.length; at++) {
    all.push(atoms[at]!);
    ends.push(at + 1);
  }
  return all.length === atoms.length ? { atoms: all, ends } : undefined;
}

/** The rows with each level's name whole in the first row that it stands in: a merged cell goes on beside the rows below. */
function withWholeLevels(atoms: readonly Atom[], columns: readonly Column[], told: readonly Told[]): Told[] {
  const rows = told.map(({ cells, ...rest }) => ({ ...rest, cells: cells && [...cells] }));
  columns.forEach(({ kind }, c) => {
    if (!LEVEL_KINDS.has(kind)) return;
    let open: WovenCell[] | undefined;
    for (const { cells } of rows) {
      const cell = cells?.[c];
      if (!cells || !cell || cell.length === 0) continue;
      const text = foldCell(cellText(atoms, cell));
      const before = open ? foldCell(cellText(atoms, open[c]!)) : "";
      if (open && !isLevelWord(text) && goesOn(before, text)) {
        open[c] = [...open[c]!, ...cell];
        cells[c] = [];
      } else open = cells;
    }
  });
  return rows;
}

function goesOn(before: string, text: string): boolean {
  return isLevelWord(before + text) || beginsLevelWord(before + text);
}
