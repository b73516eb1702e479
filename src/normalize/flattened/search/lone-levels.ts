import { isLevel1, readLevel } from "../../lexicon/labels/level.js";
import { beginsLine, goesOn } from "../atom.js";
import { isLevelWord, isSecond } from "../cells/level-cells.js";
import type { ReadCell } from "./row-reading.js";
import type { SearchSetting } from "./search-setting.js";
import type { TableRow } from "./table-search.js";

/** What it costs that levels stand without an indicator, and what their row is worth by itself: it is none of the table's to doubt. */
const LONE = -1;
const SURE = 8;
const MOST_ATOMS = 4;

interface LoneLevels {
  readonly to: number;
  readonly score: number;
  readonly row: TableRow | null;
}

/**
 * A second level without an indicator, in words of its own before another level: forms leave it so that were not filled in there. A first level above it
 * holds for what follows. Undefined where none stands at an atom.
 */
export function loneLevels(setting: SearchSetting, at: number, end: number): LoneLevels | undefined {
  const { atoms, columns, stretches } = setting;
  if (atoms[at]!.told === "row") return toldLevels(setting, at, end);
  const isStart = (from: number) => atoms[from] === undefined || !goesOn(atoms[from]) || atoms[from].gap === "fused";
  if (!isStart(at)) return undefined;
  const wordAt = (from: number, isWord: (text: string) => boolean) => {
    for (let to = from + 1; to <= Math.min(end, from + MOST_ATOMS); to++) if (isStart(to) && isWord(stretches.text(from, to))) return to;
    return undefined;
  };
  const first = columns[0]?.kind === "level1" && columns[1]?.kind === "level2" ? wordAt(at, isFirst) : undefined;
  const to = wordAt(first ?? at, isSecond);
  if (to === undefined || (to < end && wordAt(to, isLevelWord) === undefined)) return undefined;
  const cells: ReadCell[] = columns.map((_, c) =>
    c === 0 ? { from: at, to: first ?? at } : c === 1 ? { from: first ?? at, to } : { from: to, to },
  );
  return { to, score: LONE, row: first === undefined ? null : { kind: "row", cells, score: SURE } };
}

/** A row that the file tells, and that names levels alone: whatever follows stands under them. */
function toldLevels({ atoms, columns }: SearchSetting, at: number, end: number): LoneLevels | undefined {
  let to = at + 1;
  while (to < end && !beginsLine(atoms[to]!)) to++;
  if (!beginsLine(atoms[at]!) || columns[0]?.kind !== "level1" || columns[1]?.kind !== "level2") return undefined;
  const words = atoms.slice(at, to).map(({ text }) => readLevel(text).name);
  const [first, second] = words.length === 2 ? words : isLevel1(words[0]!) ? [words[0]!] : [undefined, words[0]!];
  if (words.length > 2 || (first !== undefined && !isFirst(first)) || (second !== undefined && !isSecond(second))) return undefined;
  const parted = first === undefined ? at : at + 1;
  const cells = columns.map((_, c): ReadCell => (c === 0 ? { from: at, to: parted } : c === 1 ? { from: parted, to } : { from: to, to }));
  return { to, score: LONE, row: { kind: "row", cells, score: SURE } };
}

function isFirst(text: string): boolean {
  return text.endsWith("指标") && isLevel1(text) && isLevelWord(text);
}
