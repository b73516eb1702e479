import type { Operator } from "../../core/record.js";
import { alternation, LEXICON } from "../lexicon/lexicon.js";
import { foldFigure } from "./find-numeral.js";

const BEFORE = LEXICON.operators.before as unknown as { readonly [word: string]: readonly [Operator, string] };
const AFTER = LEXICON.operators.after as unknown as { readonly [word: string]: readonly [Operator, string] };
const COLUMNS = LEXICON.operators.columns as unknown as { readonly [word: string]: readonly [Operator | "none" | null, string] };

const STARTS = new RegExp(`^(?:${alternation(Object.keys(BEFORE))})`, "u");
const ENDS = new RegExp(`(?:${alternation(Object.keys(AFTER))})$`, "u");

/** The sign or word of comparison that a text begins with, and what follows; undefined when it begins with none. */
export function leadingOperator(folded: string): { operator: Operator; rest: string } | undefined {
  const word = STARTS.exec(folded)?.[0];
  return word ? { operator: BEFORE[word]![0], rest: folded.slice(word.length) } : undefined;
}

/** The word of comparison that a text ends with (以上, 以内), and what stands before it. */
export function trailingOperator(folded: string): { operator: Operator; rest: string } | undefined {
  const word = ENDS.exec(folded)?.[0];
  return word ? { operator: AFTER[word]![0], rest: folded.slice(0, -word.length) } : undefined;
}

/** A cell of an operator column (≥, 大于等于, 反向, 定性): the operator, `none` where it says that the target is no quantity. */
export function operatorOf(cell: string): Operator | "none" | undefined {
  const folded = foldFigure(cell);
  const listed = COLUMNS[folded];
  if (listed) return listed[0] ?? undefined;
  const leading = leadingOperator(folded);
  return leading?.rest === "" ? leading.operator : undefined;
}

/** 定量, 定性, 正向: a cell that says of what nature an indicator is, in words. */
export function saysNature(cell: string): boolean {
  const folded = foldFigure(cell);
  return /^\p{Script=Han}+$/u.test(folded) && Object.hasOwn(COLUMNS, folded);
}
