import { foldCell, scoreCell } from "../cell-score.js";
import type { ColumnKind } from "../column.js";
import { type Band, bandOf, widened } from "./column-bands.js";
import type { LaidLine } from "./laid-lines.js";

const KNOWN = { phrases: new Set<string>(), snippets: new Set<string>() };
/** A word counts for or against a column at most so much. */
const MOST = 5;

/**
 * Where a table's columns stand on a page that does not repeat their heads: its words' columns, in order, each where what stands in it is of the column's
 * kind. Columns that have no words there take no room. Undefined where there are more columns of words than the table has.
 */
export function matchBands(lines: readonly LaidLine[], kinds: readonly ColumnKind[]): Band[] | undefined {
  const bands = lines.reduce<readonly Band[]>((so, { tokens }) => widened(so, tokens), []);
  if (bands.length > kinds.length || bands.length === 0) return undefined;
  const words: string[][] = bands.map(() => []);
  for (const { tokens } of lines) for (const token of tokens) words[bandOf(bands, token)]!.push(foldCell(token.text));
  const worth = (b: number, c: number) =>
    words[b]!.reduce((sum, word) => sum + Math.max(-MOST, Math.min(MOST, scoreCell(kinds[c]!, word, KNOWN))), 0) / words[b]!.length;
  // best[b][c]: what the first b bands are worth in the first c columns.
  const best: number[][] = [kinds.map(() => 0).concat(0)];
  for (let b = 1; b <= bands.length; b++) {
    best.push([Number.NEGATIVE_INFINITY]);
    for (let c = 1; c <= kinds.length; c++) best[b]!.push(Math.max(best[b]![c - 1]!, best[b - 1]![c - 1]! + worth(b - 1, c - 1)));
  }
  const found: (Band | undefined)[] = kinds.map(() => undefined);
  for (let b = bands.length, c = kinds.length; b > 0; c--) {
    if (best[b]![c] === best[b]![c - 1]) continue;
    found[c - 1] = bands[b - 1]!;
    b--;
  }
  let edge = 0;
  return found.map((band) => {
    edge = band?.to ?? edge;
    return band ?? { from: edge, to: edge };
  });
}
