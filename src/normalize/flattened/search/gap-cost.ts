import { type Atom, beginsLine } from "../atom.js";

/** What it is worth that the file says where a row begins and ends. */
const TOLD_ROW = 3;

/** A row rarely begins in the midst of a line. */
export function startScore(atoms: readonly Atom[], from: number): number {
  const gap = atoms[from]?.gap;
  if (atoms[from]?.told === "row") return TOLD_ROW;
  switch (gap) {
    case "blank":
    case "line":
      return 0.3;
    case "wide":
      return -0.5;
    case "fused":
      return -6;
    case "digit":
      return -9;
    default:
      return -1.5;
  }
}

/** What the gap before a cell's first atom costs. */
export function boundaryCost(atom: Atom | undefined): number {
  switch (atom?.gap) {
    case "spread":
      return -2.5;
    case "glued":
      return -3;
    case "fused":
      return -0.6;
    case "digit":
      return -1.2;
    default:
      return 0;
  }
}

/** What a line's end inside a cell costs, without and with a blank line, by what is known of the wrapping. */
export const LINE_COST = { broken: [0.02, 0.05], unknown: [0.8, 1.6], whole: [3, 4] } as const;

/** What it costs that a cell goes on over the gap before an atom. */
export function gapCost(before: Atom, atom: Atom, lineEnd: readonly [number, number]): number {
  switch (atom.gap) {
    case "line":
      return lineEnd[0] + joinedFigures(before.text, atom.text);
    case "blank":
      return lineEnd[1] + JOINED_OVER_BLANK * joinedFigures(before.text, atom.text);
    case "wide":
      return 2.5;
    case "space":
      return spaceCost(before.text, atom.text);
    default:
      return 0;
  }
}

/** Characters that a line holds whose spaces show it to be justified, at least. */
const LEAST_JUSTIFIED = 4;
const JUSTIFIED_END = 1.5;

/** What it costs that a cell ends with a justified line (妇 幼 健 康 服 务): only a line that the next goes on from is set so. */
export function justifiedEnd(atoms: readonly Atom[], from: number, to: number): number {
  const next = atoms[to];
  if (next === undefined || next.row === atoms[to - 1]!.row) return 0;
  let first = to - 1;
  while (first > from && atoms[first]!.gap === "spread") first--;
  const isWholeLine = beginsLine(atoms[first]!);
  return isWholeLine && to - first >= LEAST_JUSTIFIED ? JUSTIFIED_END : 0;
}

/** What it costs that two figures on lines of their own are one. */
const JOINED_FIGURES = 1.2;
/** So many times as much where a blank line parts them. */
const JOINED_OVER_BLANK = 3;
const WHOLE_FIGURE = /^\d+$/u;
const FIGURE = /^\d+(?:\.\d+)?%?$/u;

function joinedFigures(before: string, after: string): number {
  return WHOLE_FIGURE.test(before) && FIGURE.test(after) ? JOINED_FIGURES : 0;
}

/** Two figures that a space parts are hardly ever one, whatever the rows then sum up to. */
const PARTED_FIGURES = 8;
const DIGIT_END = /[\d.]$/u;
const DIGIT_START = /^[\d.]/u;

function spaceCost(before: string, after: string): number {
  if (DIGIT_END.test(before) && DIGIT_START.test(after)) return PARTED_FIGURES;
  if (DIGIT_END.test(before)) return 0.3;
  if (DIGIT_START.test(after)) return 0.8;
  return 1.4;
}
