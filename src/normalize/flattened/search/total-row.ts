import { gradeBand, TOTAL_LABELS } from "../../lexicon/labels/total-words.js";
import { saysNothing } from "../../lexicon/lexicon.js";
import { type Atom, beginsLine, isEmptyCell } from "../atom.js";
import type { ReadCell } from "./row-reading.js";
import type { SearchSetting } from "./search-setting.js";
import type { Stretches } from "./stretches.js";

/** A way to read a total's row: its label, then figures for the last of weight and score. */
export interface TotalReading {
  readonly to: number;
  readonly score: number;
  readonly cells: readonly ReadCell[];
}

const LONGEST_LABEL = 6;
/** 合计：, 合计（含预算执行得分）: what stands behind a total's label. */
const BESIDE_LABEL = /[:：]$|[(（][^()（）\d]{1,12}[)）]$/u;
/** What a row is worth that a total's label begins. */
const WORTH = 8;
/** Pieces that a narrow column breaks the figures into, at most. */
const MOST_PIECES = 8;
const MOST_IN_FIGURE = 4;
/** What it costs that a figure is put together of pieces on two lines, that one is left behind the row, and that one is more than a score is. */
const COST = { joined: 0.5, left: 4, over: 4 };
const PIECE = /^[\d.]+分?$/u;
const TOTAL_FIGURE = /^(?:0|[1-9]\d{0,2})(?:\.\d{1,4})?分?$/u;

/** 总分 100 96.35, also broken over lines (总分 / 10 / 0 / 96. / 35): the likely ways to part the figures. */
export function totalRows({ columns, atoms, stretches }: SearchSetting, at: number, end: number): TotalReading[] {
  // Without a column for its figures the total is told below the table.
  if (columns.some((column) => column.kind === "amount") || columns.every((column) => column.kind !== "points")) return [];
  let to = at + 1;
  const last = Math.min(end, at + LONGEST_LABEL);
  while (to <= last && !TOTAL_LABELS.has(stretches.text(at, to).replace(BESIDE_LABEL, ""))) to++;
  if (to > last) return [];
  const from = behindEmpty(atoms, to, end);
  const points = columns.flatMap((column, index) => (column.kind === "points" ? [index] : []));
  const own = points.filter((index) => columns[index]!.role === "weight" || columns[index]!.role === "score");
  const isFused = atoms[from + 1]?.gap === "digit";
  const parted = isFused ? [fusedFigures(stretches, atoms, from, end)] : partings(stretches, atoms, from, end, Math.max(2, points.length));
  return parted.flatMap((figures) => {
    if (figures.length === 0) return [];
    const places = figures.length >= points.length ? points : figures.length >= own.length ? own : own.slice(-figures.length);
    const behind = figures.at(-1)!.to;
    const grade = columns.findIndex(({ role }) => role === "reason");
    // 总分 100 97.23 优秀: the grade that a form has behind its total, in the place of which the score may stand once more.
    const inGradesPlace = grade >= 0 && behind < end ? stretches.text(behind, behind + 1) : "";
    const isAgain = figures.length > 1 && inGradesPlace === stretches.text(figures.at(-1)!.from, behind) && beginsLine(atoms[behind]!);
    const isGraded = gradeBand(inGradesPlace) !== null || isAgain;
    const next = isGraded ? behind + 1 : from > to ? behindEmpty(atoms, behind, end) : behind;
    const cells: ReadCell[] = columns.map(() => ({ from: next, to: next }));
    cells[0] = { from: at, to };
    figures.slice(0, places.length).forEach((cell, i) => {
      cells[places[i]!] = cell;
    });
    if (isGraded) cells[grade] = { from: behind, to: next };
    return [{ to: next, score: WORTH - (isFused ? 0 : costOf(stretches, figures, isAgain ? behind : end)), cells }];
  });
}

/** Where the cells end that a row tells to be empty, from a place on. */
function behindEmpty(atoms: readonly Atom[], from: number, end: number): number {
  let to = from;
  while (to < end && (isEmptyCell(atoms[to]!) || saysNothing(atoms[to]!.text))) to++;
  return to;
}

/** All ways to part the pieces behind a label into figures, each of pieces that stand below each other. */
function partings(stretches: Stretches, atoms: readonly Atom[], from: number, end: number, most: number): ReadCell[][] {
  const stop = endOfPieces(stretches, from, Math.min(end, from + MOST_PIECES));
  const found: ReadCell[][] = [];
  const part = (at: number, figures: readonly ReadCell[]) => {
    if (figures.length > 0) found.push([...figures]);
    if (figures.length === most) return;
    for (let to = at + 1; to <= Math.min(stop, at + MOST_IN_FIGURE) && (to === at + 1 || beginsLine(atoms[to - 1]!)); to++)
      if (TOTAL_FIGURE.test(stretches.text(at, to))) part(to, [...figures, { from: at, to }]);
  };
  part(from, []);
  return found;
}

function endOfPieces(stretches: Stretches, from: number, end: number): number {
  let stop = from;
  while (stop < end && PIECE.test(stretches.text(stop, stop + 1))) stop++;
  return stop;
}

function costOf(stretches: Stretches, figures: readonly ReadCell[], end: number): number {
  const joined = figures.reduce((sum, { from, to }) => sum + to - from - 1, 0);
  const next = figures.at(-1)!.to;
  const left = endOfPieces(stretches, next, Math.min(end, next + MOST_PIECES)) - next;
  const over = figures.filter(
    ({ from, to }) => Number.parseFloat(stretches.text(from, to)) > 100 || /\.\d{3}/u.test(stretches.text(from, to)),
  ).length;
  return COST.joined * joined + COST.left * left + COST.over * over;
}

/** 100, 90.00: the marks of a whole. */
const ROUND = /^(?:100|[6-9]0)(?:\.0+)?$/u;

/** Run together (10096.35, 100.0099.50), the first figure is a round hundred or ninety; where a space parts them, both are whole. */
function fusedFigures(stretches: Stretches, atoms: readonly Atom[], from: number, end: number): ReadCell[] {
  const stop = fusedEnd(atoms, from, end);
  const apart =
    stop < end && !beginsLine(atoms[stop]!)
      ? [
          { from, to: stop },
          { from: stop, to: fusedEnd(atoms, stop, end) },
        ]
      : [];
  if (apart.length > 0 && apart.every(({ from: at, to }) => TOTAL_FIGURE.test(stretches.text(at, to)))) return apart;
  const isFigure = ({ from: at, to }: ReadCell) => TOTAL_FIGURE.test(stretches.text(at, to));
  const cuts = Array.from({ length: Math.max(stop - from - 1, 0) }, (_, i) => [
    { from, to: from + 1 + i },
    { from: from + 1 + i, to: stop },
  ]);
  const parted = cuts.find((cut) => ROUND.test(stretches.text(cut[0]!.from, cut[0]!.to)) && cut.every(isFigure));
  return parted ?? [{ from, to: stop }].filter(isFigure);
}

function fusedEnd(atoms: readonly Atom[], at: number, end: number): number {
  let stop = at + 1;
  while (stop < end && atoms[stop]!.gap === "digit") stop++;
  return stop;
}

/** The rows with a total's only figure below the weights where no row above it has a score: it is theirs. */
export function withTotalsOfWeights<Row extends { readonly kind: "row" | "total"; readonly cells: readonly ReadCell[] }>(
  rows: readonly Row[],
  { columns, stretches }: SearchSetting,
): readonly Row[] {
  const weight = columns.findIndex(({ role }) => role === "weight");
  const score = columns.findIndex(({ role }) => role === "score");
  const isTold = ({ cells }: Row, column: number) => /\d/u.test(stretches.text(cells[column]!.from, cells[column]!.to));
  const own = rows.filter(({ kind }) => kind === "row");
  if (weight < 0 || score < 0 || own.some((row) => isTold(row, score)) || !own.some((row) => isTold(row, weight))) return rows;
  return rows.map((row) => {
    if (row.kind !== "total" || isTold(row, weight) || !isTold(row, score)) return row;
    return { ...row, cells: row.cells.map((cell, c) => (c === weight ? row.cells[score]! : c === score ? row.cells[weight]! : cell)) };
  });
}
