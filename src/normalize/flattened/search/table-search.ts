import { HEADING_NUMBER } from "../../../core/numbering.js";
import { type Atom, beginsLine } from "../atom.js";
import { levelRows } from "../cells/level-rows.js";
import { type Column, LEVEL_KINDS } from "../column.js";
import { behindNote, holdsNote } from "./behind-note.js";
import { loneLevels } from "./lone-levels.js";
import { pageNumbers } from "./page-numbers.js";
import type { ReadCell } from "./row-reading.js";
import { RowSearch } from "./row-search.js";
import type { SearchSetting } from "./search-setting.js";
import { totalRows, withTotalsOfWeights } from "./total-row.js";
import { WHOLES } from "./whole-weights.js";

/** A row of a table as read: cells in the order of the columns. A total row has its label as first cell. */
export interface TableRow {
  readonly kind: "row" | "total";
  readonly cells: readonly ReadCell[];
  readonly score: number;
}

export interface TableReading {
  readonly rows: readonly TableRow[];
  /** Atoms up to here belong to the table. */
  readonly to: number;
  /** The text was longer than is searched: rows may stand behind. */
  readonly cut: boolean;
  readonly score: number;
}

/** Whether each row takes up one line, and each line up to the last is a row's, or names levels alone. */
export function hasRowOnEachLine(atoms: readonly Atom[], columns: readonly Column[], { rows, to }: TableReading): boolean {
  const linesOf = (cells: readonly ReadCell[]) => cells.flatMap((cell) => atoms.slice(cell.from, cell.to).map(({ row }) => row));
  const lines = rows.map(({ cells }) => new Set(linesOf(cells.filter((_, c) => !LEVEL_KINDS.has(columns[c]!.kind)))));
  const own = new Set(lines.flatMap((each) => [...each]));
  const banners = new Set(
    [...rows.flatMap(({ cells }) => linesOf(cells)), ...levelRows(atoms.slice(0, to))].filter((line) => !own.has(line)),
  );
  return (
    lines.every(({ size }) => size === 1) &&
    new Set(atoms.slice(0, to).map(({ row }) => row)).size === own.size + banners.size &&
    own.size === rows.length
  );
}

interface Hypothesis {
  readonly at: number;
  readonly score: number;
  readonly weight: number;
  readonly points: number;
  readonly row: TableRow | null;
  readonly before: Hypothesis | null;
  readonly total: boolean;
}

/** Readings kept that end at one atom, those of them that may be the whole, and those given. */
const KEPT = { atEnd: 24, asWhole: 8, given: 24 };
/** A reading that is this much worse than the best is given up. */
const BEHIND = 12;
/** Readings of the same sums kept: the best, and the next best, which tells how clearly. */
const KEPT_OF_SUM = 2;
/** A row that is worth less is no row; the table ends before it. */
const LEAST_ROW = 2;
/** Atoms that are searched for rows. */
export const LONGEST_TABLE = 6000;
/** A table that ends so near to where the search ends goes on. */
const CUT_REACH = 80;
/** A stray figure or word between rows (a stamp) may be passed over, at this price; what counts the pages at less. */
const STRAY = -7;
const PAGE_NUMBER = -2;

/** The best readings of the table that begins with the first atom, best first. */
export function searchTable(setting: SearchSetting): TableReading[] {
  const { atoms } = setting;
  const end = Math.min(atoms.length, LONGEST_TABLE);
  const search = new RowSearch({ ...setting, atoms: atoms.slice(0, end) });
  const pages = pageNumbers(atoms);
  const open = new Map<number, Hypothesis[]>([[0, [{ at: 0, score: 0, weight: 0, points: 0, row: null, before: null, total: false }]]]);
  const finished: Hypothesis[] = [];
  let top = 0;
  for (let at = 0; at <= end; at++) {
    const hypotheses = open.get(at);
    if (!hypotheses) continue;
    open.delete(at);
    const kept = hypotheses.sort((a, b) => b.score - a.score).slice(0, KEPT.atEnd);
    top = Math.max(top, kept[0]!.score);
    if (kept[0]!.score < top - BEHIND) continue;
    finished.push(...kept.slice(0, KEPT.asWhole));
    if (at >= end) continue;
    for (const step of stepsFrom(search, setting, at, end, pages)) {
      for (const hypothesis of kept) {
        if (hypothesis.total && step.row?.kind !== "total" && !isFund(setting)) continue;
        extend(open, hypothesis, step);
      }
    }
  }
  return finished
    .map((hypothesis) => ({ hypothesis, score: hypothesis.score + (WHOLES[hypothesis.weight] ?? 0) - leftOver(atoms, hypothesis.at, end) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, KEPT.given)
    .map(({ hypothesis, score }) => ({
      rows: withTotalsOfWeights(rowsOf(hypothesis), setting),
      to: hypothesis.at,
      cut: end < atoms.length && hypothesis.at > end - CUT_REACH,
      score,
    }));
}

interface Step {
  readonly to: number;
  readonly score: number;
  readonly weight: number;
  readonly points: number;
  readonly row: TableRow | null;
  /** What a total's row states; 0 for what it does not. */
  readonly stated?: { readonly weight: number; readonly points: number };
}

function stepsFrom(search: RowSearch, setting: SearchSetting, at: number, end: number, pages: ReadonlySet<number>): Step[] {
  const steps: Step[] = [];
  const { columns, atoms } = setting;
  const weightAt = columns.findIndex((column) => column.role === "weight");
  const scoreAt = columns.findIndex((column) => column.role === "score");
  const figure = (cells: readonly ReadCell[], index: number) => {
    const cell = cells[index];
    const text = cell && cell.to > cell.from ? setting.stretches.text(cell.from, cell.to).replace(/分$/u, "") : "";
    return /^\d+(?:\.\d+)?$/u.test(text) ? Number(text) : 0;
  };
  for (const row of search.rowsFrom(at)) {
    if (row.score < LEAST_ROW || holdsNote(setting, row)) continue;
    steps.push({
      to: row.to,
      score: row.score,
      weight: figure(row.cells, weightAt),
      points: figure(row.cells, scoreAt),
      row: { kind: "row", cells: row.cells, score: row.score },
    });
  }
  for (const { to, score, cells } of totalRows(setting, at, end)) {
    // The figures of a total add nothing; they are held against what the rows add up to.
    const stated = { weight: figure(cells, weightAt), points: figure(cells, scoreAt) };
    steps.push({ to, score, weight: 0, points: 0, stated, row: { kind: "total", cells, score } });
  }
  const blank = loneLevels(setting, at, end);
  if (blank) steps.push({ ...blank, weight: 0, points: 0 });
  const note = behindNote(setting, at, end);
  if (note !== undefined) steps.push({ to: note, score: NOTE, weight: 0, points: 0, row: null });
  const next = atoms[at + 1];
  if (next === undefined || beginsLine(next))
    steps.push({ to: at + 1, score: pages.has(at) ? PAGE_NUMBER : STRAY, weight: 0, points: 0, row: null });
  return steps;
}

/** What it costs that a form's line for remarks stands between the rows and their total. */
const NOTE = -1;

function extend(open: Map<number, Hypothesis[]>, before: Hypothesis, step: Step): void {
  const hypothesis: Hypothesis = {
    at: step.to,
    score: before.score + step.score + (step.stated ? agreement(before, step.stated) : 0),
    weight: round(before.weight + step.weight),
    points: round(before.points + step.points),
    row: step.row,
    before,
    total: before.total || step.row?.kind === "total",
  };
  const there = open.get(step.to);
  if (!there) {
    open.set(step.to, [hypothesis]);
    return;
  }
  let same = 0;
  let worse = -1;
  for (let i = 0; i < there.length; i++) {
    const other = there[i]!;
    if (other.weight !== hypothesis.weight || other.points !== hypothesis.points || other.total !== hypothesis.total) continue;
    same++;
    if (worse < 0 || other.score < there[worse]!.score) worse = i;
  }
  if (same >= KEPT_OF_SUM) {
    if (there[worse]!.score < hypothesis.score) there[worse] = hypothesis;
    return;
  }
  there.push(hypothesis);
  // Sorted now and then, not each time.
  if (there.length > KEPT.atEnd * 4) {
    there.sort((a, b) => b.score - a.score);
    there.length = KEPT.atEnd;
  }
}

/** Marks that may stand outside of the table: the execution's. */
const MOST_BESIDE = 20;
/** What it is worth that a total is what the rows come to, or that and the execution's marks; and that it is less than half of them. */
const TOTAL = { same: 1.5, beside: 0.8, less: -1.5 };

/**
 * How well a total agrees with the rows above it, so that broken figures are put together rightly: no scores stand beside the table where all weights are
 * in it. Authors err: it decides nothing else.
 */
function agreement(rows: Pick<Hypothesis, "weight" | "points">, stated: { readonly weight: number; readonly points: number }): number {
  const near = (sum: number, total: number, most: number) => {
    if (sum === 0 || total === 0) return 0;
    const beside = round(total - sum);
    if (beside === 0) return TOTAL.same;
    return beside > 0 && beside <= most ? TOTAL.beside : total < sum / 2 ? TOTAL.less : 0;
  };
  const areAll = rows.weight > 0 && rows.weight === stated.weight;
  return near(rows.weight, stated.weight, MOST_BESIDE) + near(rows.points, stated.points, areAll ? 0 : MOST_BESIDE);
}

function rowsOf(hypothesis: Hypothesis): TableRow[] {
  const rows: TableRow[] = [];
  for (let h: Hypothesis | null = hypothesis; h; h = h.before) if (h.row) rows.push(h.row);
  return rows.reverse();
}

/** What each such line costs, what they cost at most, and how long they are. */
const LEFT = { line: 0.5, most: 2, longest: 12 };
const NO_CELL = new RegExp(`[。！？：:]|^(?:${HEADING_NUMBER}|[（(]\\d+[）)]|附|注|备注|填|\\d+[.、])`, "u");

/** Short lines right behind the table speak for a last cell that goes on. */
function leftOver(atoms: readonly Atom[], at: number, end: number): number {
  let cost = 0;
  let row = -1;
  for (let i = at; i < end && cost < LEFT.most; i++) {
    const atom = atoms[i]!;
    if (atom.row === row) continue;
    row = atom.row;
    const text = atom.line.text.trim();
    if (text.length > LEFT.longest || NO_CELL.test(text)) break;
    cost += LEFT.line;
  }
  return cost;
}

function isFund({ columns }: SearchSetting): boolean {
  return columns.some((column) => column.kind === "amount");
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
