import { TOTAL_LABELS } from "../../lexicon/total-words.js";
import { type Atom, goesOn } from "../atom.js";
import { foldCell, scoreCell } from "../cells/cell-score.js";
import { quantityCell } from "../cells/figure-cells.js";
import { isLevelWord } from "../cells/level-cells.js";
import { NOTHING_KNOWN, nameCell } from "../cells/word-cells.js";
import { type Column, type ColumnKind, LEVEL_KINDS } from "../column.js";
import { HEADING } from "../heads/find-heads.js";
import type { Joined } from "../joined.js";

/** A line of the text: atoms `from` up to `to`, and what spaces part on it. */
interface TextLine {
  readonly from: number;
  readonly to: number;
  readonly words: readonly { readonly at: number; readonly text: string }[];
}

/** What a row may leave out. */
const OPTIONAL: ReadonlySet<ColumnKind> = new Set<ColumnKind>(["text", "standard", "explanation", "other", "unit"]);
const FRAGMENT = /^[\p{Script=Han}（）()、]{2,14}$/u;

/**
 * The atoms of a table of indicators with each name in its row that stands around it (活动按期 / 时效指标 ≥85% 86% 7 7 / 完成率): a narrow column broke it, and the
 * row's other cells stand at half its height.
 */
export function withWholeNames(atoms: readonly Atom[], columns: readonly Column[]): Joined {
  // What the file tells to be a cell is whole.
  const lines = atoms.some(({ told }) => told) ? [] : linesOf(atoms);
  if (lines.length === 0) return { atoms, ends: atoms.map((_, i) => i + 1) };
  const moved: Atom[] = [];
  const ends: number[] = [];
  const take = (from: number, to: number, change: Partial<Atom> = {}, gap?: Atom["gap"]) => {
    for (let i = from; i < to; i++) {
      moved.push({ ...atoms[i]!, ...change, ...(gap && i === from ? { gap } : {}) });
      ends.push(Math.max(i + 1, ends.at(-1) ?? 0));
    }
  };
  for (let l = 0; l < lines.length; ) {
    const place = isOnItsOwn(lines, l, columns) ? namePlace(lines, l, columns) : undefined;
    const [above, row, below] = lines.slice(l, l + 3) as [TextLine, TextLine, TextLine];
    if (place === undefined) {
      take(above.from, above.to);
      l++;
      continue;
    }
    const inRow = { row: atoms[row.from]!.row };
    const { gap } = atoms[above.from]!;
    take(row.from, place, inRow, gap);
    take(above.from, above.to, inRow, place > row.from ? "space" : gap);
    take(below.from, below.to, inRow, "glued");
    take(place, row.to, inRow, "space");
    l += 3;
  }
  return { atoms: moved, ends };
}

function linesOf(atoms: readonly Atom[]): TextLine[] {
  const lines: { from: number; to: number; words: { at: number; text: string }[] }[] = [];
  atoms.forEach((atom, at) => {
    const last = lines.at(-1);
    if (!last || atoms[at - 1]!.row !== atom.row) lines.push({ from: at, to: at + 1, words: [{ at, text: atom.text }] });
    else {
      last.to = at + 1;
      if (goesOn(atom)) last.words.at(-1)!.text += atom.text;
      else last.words.push({ at, text: atom.text });
    }
  });
  return lines;
}

/**
 * Whether whole rows stand before and behind three lines, or other rows with their names around them: where cells stand on lines of their own, the lines
 * beside a row are any cell's.
 */
function isOnItsOwn(lines: readonly TextLine[], at: number, columns: readonly Column[]): boolean {
  const isRow = (line: TextLine | undefined) => line === undefined || line.words.length > 1;
  return (
    (isRow(lines[at - 1]) || namePlace(lines, at - 3, columns) !== undefined) &&
    (isRow(lines[at + 3]) || namePlace(lines, at + 3, columns) !== undefined)
  );
}

/** The atom of the second of three lines before which its name belongs that stands on the others; undefined where it has one, or they are none. */
function namePlace(lines: readonly TextLine[], at: number, columns: readonly Column[]): number | undefined {
  const [above, row, below] = [lines[at], lines[at + 1], lines[at + 2]];
  if (!above || !row || !below || !isFragment(above) || !isFragment(below) || isLevelWord(textOf(above)) || /指标$/u.test(textOf(below)))
    return undefined;
  const cells = cellsBehindLevels(row, columns);
  const isNamed = nameCell(foldCell(textOf(above) + textOf(below)), NOTHING_KNOWN) > 0;
  return isNamed && cells && cells.length > 1 && fill(foldedOf(cells), columnsBehindName(columns)) ? cells[0]!.at : undefined;
}

/** The words of a row behind the names of its levels; undefined where they are more than it has levels. */
function cellsBehindLevels({ words }: TextLine, columns: readonly Column[]): TextLine["words"] | undefined {
  const levels = words.findIndex(({ text }) => !isLevelWord(text));
  const most = columns.filter(({ kind }) => LEVEL_KINDS.has(kind)).length;
  return levels < 0 || levels > most ? undefined : words.slice(levels);
}

/** None where the table has no names. */
function columnsBehindName(columns: readonly Column[]): readonly Column[] {
  const name = columns.findIndex(({ kind }) => kind === "name");
  return name < 0 ? [] : columns.slice(name + 1);
}

function foldedOf(words: TextLine["words"]): readonly string[] {
  return words.map(({ text }) => foldCell(text));
}

function isFragment(line: TextLine): boolean {
  return line.words.length === 1 && FRAGMENT.test(textOf(line)) && !HEADING.test(textOf(line)) && !TOTAL_LABELS.has(textOf(line));
}

function textOf({ words }: TextLine): string {
  return words[0]!.text;
}

/** Whether words are the cells of columns, in order, none left out but of those that may be empty. */
function fill(words: readonly string[], columns: readonly Column[]): boolean {
  const [word, ...rest] = words;
  const [column, ...behind] = columns;
  if (word === undefined) return columns.every(({ kind }) => OPTIONAL.has(kind));
  if (!column) return false;
  return (fits(word, column.kind) && fill(rest, behind)) || (OPTIONAL.has(column.kind) && fill(words, behind));
}

/** Whether a word may stand in a column; a target or a result is none of a name's. */
function fits(text: string, kind: ColumnKind): boolean {
  switch (kind) {
    case "target":
    case "actual":
      return quantityCell(text, kind === "target") > nameCell(text, NOTHING_KNOWN);
    case "points":
    case "rate":
    case "operator":
    case "unit":
      return scoreCell(kind, text, NOTHING_KNOWN) > 0;
    default:
      return !/^\d/u.test(text);
  }
}
