import { LEXICON } from "../lexicon/lexicon.js";
import type { Atom } from "./atom.js";
import type { ReadCell, RowSearch, SearchSetting } from "./row-search.js";

const TOTAL_LABELS = new Set([...Object.keys(LEXICON.totals.total), ...Object.keys(LEXICON.totals.subtotal)]);

/** 总分 100 96.35: a label of the lexicon, then figures for the last of weight and score. */
export function totalRow(
  search: RowSearch,
  { columns, atoms }: SearchSetting,
  at: number,
  end: number,
): { to: number; score: number; cells: ReadCell[] } | null {
  if (columns.some((column) => column.kind === "amount")) return null;
  let to = at + 1;
  while (to <= Math.min(end, at + 6) && !TOTAL_LABELS.has(search.text(at, to).replace(/[:：]$/u, ""))) to++;
  if (to > Math.min(end, at + 6)) return null;
  const figures = totalFigures(search, atoms, to, end);
  const next = figures.at(-1)?.to ?? to;
  if (figures.length === 0) return null;
  const points = columns.flatMap((column, index) =>
    column.kind === "points" && (column.role === "weight" || column.role === "score") ? [index] : [],
  );
  const places = figures.length >= points.length ? points : points.slice(-figures.length);
  const cells: ReadCell[] = columns.map(() => ({ from: next, to: next }));
  cells[0] = { from: at, to };
  figures.slice(0, places.length).forEach((cell, i) => {
    cells[places[i]!] = cell;
  });
  return { to: next, score: 8, cells };
}

const TOTAL_FIGURE = /^\d{1,3}(?:\.\d{1,4})?分?$/u;

/** The one or two figures behind a total's label: full marks and score. Run together (10096.35), the first is a round hundred or ninety. */
function totalFigures(search: RowSearch, atoms: readonly Atom[], from: number, end: number): ReadCell[] {
  const figures: ReadCell[] = [];
  let at = from;
  while (at < end && figures.length < 2) {
    let stop = at + 1;
    while (stop < end && goesOn(search, atoms, at, stop)) stop++;
    if (atoms[stop]?.gap === "digit") {
      const round = [at + 3, at + 2].find(
        (cut) => cut < end && /^(?:100|[6-9]0)$/u.test(search.text(at, cut)) && atoms[cut]?.gap === "digit",
      );
      stop = round ?? fusedEnd(atoms, at, end);
    }
    if (!TOTAL_FIGURE.test(search.text(at, stop))) break;
    figures.push({ from: at, to: stop });
    at = stop;
  }
  return figures;
}

function fusedEnd(atoms: readonly Atom[], at: number, end: number): number {
  let stop = at + 1;
  while (stop < end && atoms[stop]!.gap === "digit") stop++;
  return stop;
}

/** 99. and 37 on two lines are one figure. */
function goesOn(search: RowSearch, atoms: readonly Atom[], at: number, stop: number): boolean {
  const gap = atoms[stop]!.gap;
  return (
    /^\d{1,3}\.?\d?$/u.test(search.text(at, stop)) &&
    (gap === "line" || gap === "blank") &&
    /^\d{1,3}\.\d{1,2}$/u.test(search.text(at, stop + 1))
  );
}
