import type { Atom } from "../atom.js";
import { IMPOSSIBLE } from "../cells/cell-words.js";
import type { ColumnKind } from "../column.js";

/** Most atoms a cell of each kind may take; narrow columns hold one to four characters a line. */
export const MOST_ATOMS: { readonly [kind in ColumnKind]: number } = {
  level1: 10,
  level2: 16,
  levels: 16,
  name: 40,
  target: 16,
  adjusted: 16,
  actual: 16,
  earlier: 16,
  operator: 4,
  unit: 4,
  points: 6,
  rate: 8,
  text: 63,
  standard: 63,
  explanation: 63,
  label: 10,
  amount: 10,
  serial: 2,
  other: 12,
};
/** What it is worth that a cell of each kind is empty, though nothing tells it. */
export const EMPTY: { readonly [kind in ColumnKind]: number } = {
  level1: 0,
  level2: 0,
  levels: 0,
  name: IMPOSSIBLE,
  target: -4,
  adjusted: -0.5,
  actual: -4,
  earlier: -1.5,
  operator: -2,
  unit: -1.5,
  points: -4,
  rate: -1.5,
  text: 0,
  standard: 0,
  explanation: -1.5,
  label: IMPOSSIBLE,
  amount: -3,
  serial: -1,
  other: 0,
};
/** What it is worth that a cell that may be empty is told to be; a name may where nothing is told of it. */
const TOLD_EMPTY = 1.5;
const TOLD_NAMELESS = -2;

/** What it is worth that a cell which the text tells to be empty is of a kind. */
export function toldEmpty(kind: ColumnKind): number {
  return EMPTY[kind] > IMPOSSIBLE ? TOLD_EMPTY : kind === "name" ? TOLD_NAMELESS : IMPOSSIBLE;
}

/** What words are worth at least that the file tells to be a whole cell: none of them can be another's. */
const WHOLE: { readonly [kind in ColumnKind]?: number } = { level2: -2, name: -2, target: -2, adjusted: -2, actual: -2, text: -2 };
const WORDS = /^(?![\d.,%]+$)[^≥≤≧≦＞＜＝═]*[\p{Script=Han}…]/u;
const LONGEST_LEVEL = 14;

/** What a cell of a kind is worth that begins with an atom, whose words alone are worth so much. */
export function wholeCell({ told, text }: Atom, kind: ColumnKind, worth: number): number {
  const least = WHOLE[kind];
  if (
    told === undefined ||
    least === undefined ||
    !WORDS.test(text) ||
    (kind === "level2" && (text.length > LONGEST_LEVEL || /\d/u.test(text)))
  )
    return worth;
  return Math.max(worth, least);
}
