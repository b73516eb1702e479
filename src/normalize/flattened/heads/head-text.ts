import { groupBy } from "../../../core/group-by.js";
import { withoutSlips } from "../../lexicon/writing/recognition-slips.js";
import { foldWidth } from "../../numeral.js";
import type { Atom } from "../atom.js";
import { FUND_HEADS, type HeadWord, INDICATOR_HEADS } from "../column.js";

const LONGEST_HEAD = 160;

/** The characters from an atom on, without spaces; `ends` tells where each atom ends among them. */
export function running(atoms: readonly Atom[], from: number): { text: string; ends: number[] } {
  let text = "";
  const ends: number[] = [];
  for (let i = from; i < atoms.length && text.length < LONGEST_HEAD; i++) {
    text += foldWidth(atoms[i]!.text);
    ends.push(text.length);
  }
  return { text: withoutSlips(text), ends };
}

const BY_FIRST = {
  indicators: groupBy(INDICATOR_HEADS, ({ word }) => word[0]!),
  funds: groupBy(FUND_HEADS, ({ word }) => word[0]!),
};

/** The words on an atom's line that spaces part, it and those behind it: where each begins among the characters, and where it ends. */
export function wordEnds(atoms: readonly Atom[], from: number, ends: readonly number[]): ReadonlyMap<number, number> {
  const words = new Map<number, number>();
  let start = 0;
  for (const [i, end] of ends.entries()) {
    const next = atoms[from + i + 1];
    const endsLine = next === undefined || next.row !== atoms[from]!.row;
    if (!endsLine && next.gap !== "space" && next.gap !== "wide") continue;
    words.set(start, end);
    if (endsLine) break;
    start = end;
  }
  return words;
}

/** Where lines begin among the characters from an atom on, but for the first. */
export function lineStarts(atoms: readonly Atom[], from: number, ends: readonly number[]): ReadonlySet<number> {
  return new Set(ends.filter((_, i) => atoms[from + i + 1]?.row !== atoms[from + i]!.row));
}

/** The listed heads that may begin at a place, by their first character. */
export function headsAt(text: string, at: number, about: keyof typeof BY_FIRST): readonly HeadWord[] {
  return BY_FIRST[about].get(text[at] ?? "") ?? [];
}

/** Where a word ends that stands at a place, brackets around parts of it or not: 评（扣）分标准, 指标（目标）值. */
export function endOfWord(text: string, at: number, word: string): number | undefined {
  let end = at;
  for (const character of word) {
    while (end > at && (text[end] === "(" || text[end] === ")")) end++;
    if (text[end++] !== character) return undefined;
  }
  return end;
}
