import { squeezed } from "../../core/text.js";
import blanks from "./data/blanks.json" with { type: "json" };
import directions from "./data/directions.json" with { type: "json" };
import fundColumns from "./data/fund-columns.json" with { type: "json" };
import fundSources from "./data/fund-sources.json" with { type: "json" };
import grades from "./data/grades.json" with { type: "json" };
import heads from "./data/heads.json" with { type: "json" };
import levels from "./data/levels.json" with { type: "json" };
import metaLabels from "./data/meta-labels.json" with { type: "json" };
import operators from "./data/operators.json" with { type: "json" };
import totals from "./data/totals.json" with { type: "json" };
import units from "./data/units.json" with { type: "json" };

/** The domain's words, as the files of `data/` list them. */
export const LEXICON = { blanks, directions, fundColumns, fundSources, grades, heads, levels, metaLabels, operators, totals, units };

type Words = { readonly [name: string]: { readonly [word: string]: unknown } };

/** word → name of the list that holds it. */
export function invert(lists: Words): ReadonlyMap<string, string> {
  return new Map(Object.entries(lists).flatMap(([name, words]) => Object.keys(words).map((word) => [word, name] as const)));
}

/** Patterns of a list, compiled once. */
export function compile<T extends { readonly pattern: string }>(list: readonly T[]): readonly (T & { readonly regex: RegExp })[] {
  return list.map((entry) => ({ ...entry, regex: new RegExp(entry.pattern, "u") }));
}

/** Words, longest first, as one alternation. */
export function alternation(words: readonly string[]): string {
  return [...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/gu, "\\$&"))
    .join("|");
}

const NOT_APPLICABLE = new Set(Object.keys(blanks.notApplicable));
const LONGEST_BLANK = Math.max(...Object.keys(blanks.notApplicable).map((word) => word.length));

/** Nothing is written there, or a dash or 无 says that nothing applies. */
export function saysNothing(text: string): boolean {
  // Folding makes no text shorter but by its white space.
  if (text.length > LONGEST_BLANK && !/\s/u.test(text)) return false;
  const folded = squeezed(text);
  return folded === "" || NOT_APPLICABLE.has(folded) || NOT_APPLICABLE.has(folded.toLowerCase());
}
