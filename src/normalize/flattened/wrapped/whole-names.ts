import { TOTAL_LABELS } from "../../lexicon/labels/total-words.js";
import type { Atom } from "../atom.js";
import { foldCell } from "../cells/cell-score.js";
import { beginsLevelWord, isLevelWord } from "../cells/level-cells.js";
import { nameCell } from "../cells/word-cells.js";
import type { Column } from "../column.js";
import { HEADING } from "../heads/find-heads.js";
import type { Joined } from "../joined.js";
import { columnsOfRow, type TextLine, textLines } from "./text-line.js";

const FRAGMENT = /^[\p{Script=Han}（）()、]{2,14}$/u;

/**
 * The atoms of a table of indicators with each name in its row that stands around it (活动按期 / 时效指标 ≥85% 86% 7 7 / 完成率): a narrow column broke it, and the
 * row's other cells stand at half its height.
 */
export function withWholeNames(atoms: readonly Atom[], columns: readonly Column[]): Joined {
  // What the file tells to be a cell is whole.
  const lines = atoms.some(({ told }) => told) ? [] : textLines(atoms);
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
    const places = placesFrom(lines, l, columns);
    for (const place of places) {
      const [above, row, below] = lines.slice(l, l + 3) as [TextLine, TextLine, TextLine];
      const inRow = { row: atoms[row.from]!.row };
      const { gap } = atoms[above.from]!;
      take(row.from, place, inRow, gap);
      take(above.from, above.to, inRow, place > row.from ? "space" : gap);
      take(below.from, below.to, inRow, "glued");
      take(place, row.to, inRow, "space");
      l += 3;
    }
    if (places.length > 0) continue;
    take(lines[l]!.from, lines[l]!.to);
    l++;
  }
  return { atoms: moved, ends };
}

/**
 * Where the names belong of rows that follow each other from a line on, three lines each, between whole rows or levels alone: where cells stand on lines
 * of their own, the lines beside a row are any cell's. None where the first or the last of them may be no such row.
 */
function placesFrom(lines: readonly TextLine[], from: number, columns: readonly Column[]): number[] {
  const isRow = (line: TextLine | undefined) => line === undefined || line.words.length > 1 || isLevelWord(textOf(line));
  const places: number[] = [];
  if (!isRow(lines[from - 1])) return places;
  let at = from;
  for (let place = namePlace(lines, at, columns); place !== undefined; place = namePlace(lines, at, columns)) {
    places.push(place);
    at += 3;
  }
  // The name of a row without one is what stands above it.
  const behind = lines[at];
  const isNameless = behind && columnsOfRow(behind, columns, false) && !columnsOfRow(behind, columns, true);
  return isRow(behind) && !isNameless ? places : [];
}

/** The atom of the second of three lines before which its name belongs that stands on the others; undefined where it has one, or they are none. */
function namePlace(lines: readonly TextLine[], at: number, columns: readonly Column[]): number | undefined {
  const [above, row, below] = [lines[at], lines[at + 1], lines[at + 2]];
  if (!above || !row || !below || !isFragment(above) || !isFragment(below) || isLevelWord(textOf(above)) || isLevelsPart(textOf(below)))
    return undefined;
  const isNamed = nameCell(foldCell(textOf(above) + textOf(below))) > 0;
  const name = columns.findIndex(({ kind }) => kind === "name");
  const places = isNamed && name >= 0 ? columnsOfRow(row, columns, false) : undefined;
  const cells = row.words.filter((_, w) => places && places[w]! > name);
  return cells.length > 1 ? cells[0]!.at : undefined;
}

/** 社会效益指标, 服务对象满意 of one that goes on: no end of a name. 满意度 may be one. */
function isLevelsPart(text: string): boolean {
  return /指标$/u.test(text) || (beginsLevelWord(text) && !isLevelWord(text));
}

function isFragment(line: TextLine): boolean {
  return line.words.length === 1 && FRAGMENT.test(textOf(line)) && !HEADING.test(textOf(line)) && !TOTAL_LABELS.has(textOf(line));
}

function textOf({ words }: TextLine): string {
  return words[0]!.text;
}
