import { fundRole, indicatorRole } from "../../lexicon/labels/head-words.js";
import { type Atom, beginsLine } from "../atom.js";
import { foldCell } from "../cells/cell-score.js";
import { isLevelWord } from "../cells/level-cells.js";
import { FUND_HEADS, INDICATOR_HEADS, TOO_COMMON } from "../column.js";
import type { FoundHead } from "../heads/find-heads.js";
import { type Alignment, cellText, nextCells, type WovenLine } from "./read-across.js";
import { inOrder, type WovenCell } from "./woven-cell.js";

/** Lines that a head takes up, at most, and columns that it has, at least. */
const MOST_LINES = 6;
const LEAST_COLUMNS = 4;
const ALIGNMENTS: readonly Alignment[] = ["top", "middle"];

/**
 * The atoms with each head whole, column by column, whose words narrow columns broke and the text tells line by line: 年度目标 实际完 分值 / 值 成值. As they are
 * where no lines are just the heads of columns, and where those that were found in their order have as many columns.
 */
export function withWovenHeads(atoms: readonly Atom[], found: readonly FoundHead[]): readonly Atom[] {
  const lines = linesOf(atoms);
  const isFound = (from: number, to: number, columns: number) =>
    found.some((head) => head.from < to && from < head.to && head.columns.length >= columns);
  const ordered: Atom[] = [];
  let isWovenAnywhere = false;
  for (let l = 0; l < lines.length; ) {
    const head = wovenHead(atoms, lines, l);
    const to = head?.to ?? l + 1;
    const isOwn = head !== undefined && !isFound(lines[l]!.from, lines[to - 1]!.to, head.cells.length);
    ordered.push(...(isOwn ? inOrder(atoms, head.cells) : atoms.slice(lines[l]!.from, lines[to - 1]!.to)));
    isWovenAnywhere ||= isOwn;
    l = to;
  }
  return isWovenAnywhere ? ordered : atoms;
}

/** The lines that atoms stand on. */
export function linesOf(atoms: readonly Atom[]): WovenLine[] {
  const starts = atoms.flatMap((atom, at) => (at === 0 || beginsLine(atom) || atoms[at - 1]!.row !== atom.row ? [at] : []));
  return starts.map((from, s) => ({ from, to: starts[s + 1] ?? atoms.length }));
}

interface WovenHead {
  readonly cells: readonly WovenCell[];
  /** The line behind it. */
  readonly to: number;
}

function wovenHead(atoms: readonly Atom[], lines: readonly WovenLine[], l: number): WovenHead | undefined {
  if (!lines.slice(l, l + 2).some(({ from, to }) => to - from >= LEAST_COLUMNS - 1)) return undefined;
  for (let count = Math.min(MOST_LINES, lines.length - l); count > 1; count--) {
    const own = lines.slice(l, l + count);
    if (own.some(({ from, to }) => atoms[from]!.told !== undefined || to - from > LONGEST_LINE)) continue;
    for (const alignment of ALIGNMENTS) {
      for (const roleOf of [roleOfIndicators, roleOfFunds]) {
        const cells = headsFrom(atoms, own, alignment, (text) => roleOf(text) !== undefined);
        const roles = cells?.map((cell) => roleOf(foldCell(cellText(atoms, cell)))!);
        // A head of two storeys names a column in both.
        if (cells && cells.length >= LEAST_COLUMNS && isWoven(cells) && new Set(roles).size === cells.length)
          return { cells, to: l + count };
      }
    }
  }
  return undefined;
}

/** Atoms on a head's line, at most. */
const LONGEST_LINE = 24;

function roleOfIndicators(text: string): string | undefined {
  const head = text.length > 1 && !isLevelWord(text) && !TOO_COMMON.has(text) ? indicatorRole(text) : undefined;
  return head?.exact ? head.role : undefined;
}

function roleOfFunds(text: string): string | undefined {
  const head = text.length > 1 && !TOO_COMMON.has(text) ? fundRole(text) : undefined;
  return head?.exact ? head.role : undefined;
}

const LISTED: ReadonlySet<string> = new Set([...INDICATOR_HEADS, ...FUND_HEADS].map(({ word }) => word));
/** A head that is only like one of the lists is worth less by so many characters. */
const UNLISTED = 2;

const LONGEST_HEAD = 20;

function mayBeHead(text: string): boolean {
  return text.length <= LONGEST_HEAD;
}

interface Heads {
  readonly cells: readonly WovenCell[];
  /** More for fewer and longer heads. */
  readonly worth: number;
}

/** The cells of a head that its lines are read as to their ends; undefined where they hold anything else. */
function headsFrom(
  atoms: readonly Atom[],
  lines: readonly WovenLine[],
  alignment: Alignment,
  isHead: (text: string) => boolean,
): readonly WovenCell[] | undefined {
  const known = new Map<string, Heads | undefined>();
  const read = (places: readonly number[]): Heads | undefined => {
    if (places.every((place, l) => place === lines[l]!.to)) return { cells: [], worth: 0 };
    const key = places.join();
    if (known.has(key)) return known.get(key);
    let best: Heads | undefined;
    for (const { cell, text: said, places: next } of nextCells(atoms, lines, places, alignment, mayBeHead)) {
      const text = foldCell(said);
      const behind = isHead(text) ? read(next) : undefined;
      const worth = (behind?.worth ?? 0) + (LISTED.has(text) ? text.length : text.length - UNLISTED) ** 2;
      if (behind && (!best || worth > best.worth)) best = { cells: [cell, ...behind.cells], worth };
    }
    known.set(key, best);
    return best;
  };
  return read(lines.map(({ from }) => from))?.cells;
}

/** Whether some cell goes on behind another's. */
function isWoven(cells: readonly WovenCell[]): boolean {
  const order = cells.flat().map(({ from }) => from);
  return order.some((from, i) => i > 0 && from < order[i - 1]!);
}
