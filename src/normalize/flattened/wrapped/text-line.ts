import { TOTAL_LABELS } from "../../lexicon/labels/total-words.js";
import { type Atom, goesOn } from "../atom.js";
import { foldCell, scoreCell } from "../cells/cell-score.js";
import { quantityCell } from "../cells/figure-cells.js";
import { beginsLevelWord, isLevelWord } from "../cells/level-cells.js";
import { nameCell } from "../cells/word-cells.js";
import { type Column, type ColumnKind, LEVEL_KINDS } from "../column.js";

/** What spaces part on a line: atoms `at` up to `to`. */
export interface LineWord {
  readonly at: number;
  readonly to: number;
  readonly text: string;
}

/** A line of the text: atoms `from` up to `to`, and its words. */
export interface TextLine {
  readonly from: number;
  readonly to: number;
  readonly words: readonly LineWord[];
}

/** The lines that atoms stand on. */
export function textLines(atoms: readonly Atom[]): TextLine[] {
  const lines: { from: number; to: number; words: { at: number; to: number; text: string }[] }[] = [];
  atoms.forEach((atom, at) => {
    const last = lines.at(-1);
    if (!last || atoms[at - 1]!.row !== atom.row) lines.push({ from: at, to: at + 1, words: [{ at, to: at + 1, text: atom.text }] });
    else {
      last.to = at + 1;
      const word = last.words.at(-1)!;
      if (goesOn(atom)) {
        word.text += atom.text;
        word.to = at + 1;
      } else last.words.push({ at, to: at + 1, text: atom.text });
    }
  });
  return lines;
}

/** The column of each word of a line that holds a whole row, with its name, or all but its name (`named` false); undefined where it holds none. */
export function columnsOfRow({ words }: TextLine, columns: readonly Column[], named: boolean): readonly number[] | undefined {
  const lead = columns.findIndex(({ kind }) => kind === "name" || kind === "label");
  if (lead < 0) return undefined;
  const levels = columns.flatMap(({ kind }, c) => (c < lead && LEVEL_KINDS.has(kind) ? [c] : []));
  const texts = words.map(({ text }) => foldCell(text));
  for (let told = Math.min(levels.length, texts.length - 1); told >= 0; told--) {
    const begins = texts.slice(0, told);
    if (!begins.every((text) => isLevelWord(text) || beginsLevelWord(text))) continue;
    const own = texts.slice(told);
    const name = named ? own[0]! : undefined;
    if (name !== undefined && !namesRow(name, columns[lead]!.kind)) continue;
    const behind = fill(named ? own.slice(1) : own, columns, lead + 1, named ? OPTIONAL : WITHOUT_NAME);
    if (behind) return [...levels.slice(levels.length - told), ...(named ? [lead] : []), ...behind];
  }
  return undefined;
}

function namesRow(text: string, kind: ColumnKind): boolean {
  return /^\p{Script=Han}/u.test(text) && !TOTAL_LABELS.has(text) && (kind === "label" || !isLevelWord(text)) && nameCell(text) > -4;
}

/** What a row may leave out. */
const OPTIONAL: ReadonlySet<ColumnKind> = new Set<ColumnKind>(["text", "standard", "explanation", "other", "unit", "adjusted"]);

/** And a row whose name the lines around it tell: words reached (落实到位) have no rate. */
const WITHOUT_NAME: ReadonlySet<ColumnKind> = new Set<ColumnKind>([...OPTIONAL, "rate"]);

/** The columns, from one on, whose cells words are in order, none left out but of those that may be empty. */
function fill(
  words: readonly string[],
  columns: readonly Column[],
  from: number,
  optional: ReadonlySet<ColumnKind>,
): readonly number[] | undefined {
  const [word, ...rest] = words;
  const column = columns[from];
  if (word === undefined) return columns.slice(from).every(({ kind }) => optional.has(kind)) ? [] : undefined;
  if (!column) return undefined;
  const behind = fits(word, column.kind) ? fill(rest, columns, from + 1, optional) : undefined;
  return behind ? [from, ...behind] : optional.has(column.kind) ? fill(words, columns, from + 1, optional) : undefined;
}

/** Whether a word may stand in a column; a target or a result is none of a name's. */
function fits(text: string, kind: ColumnKind): boolean {
  switch (kind) {
    case "target":
    case "adjusted":
    case "actual":
      return quantityCell(text, kind !== "actual") > nameCell(text);
    case "points":
    case "rate":
    case "operator":
    case "unit":
    case "amount":
      return scoreCell(kind, text) >= 0;
    default:
      return !/^\d/u.test(text);
  }
}
