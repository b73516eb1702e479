import { foldCell, scoreCell } from "../cells/cell-score.js";
import type { ColumnKind } from "../column.js";
import { type Band, bandOf, widened } from "./column-bands.js";
import type { LaidLine, Token } from "./laid-lines.js";
import { placeTokens } from "./place-tokens.js";

/** A word counts for or against a column at most so much. */
const MOST = 5;

/**
 * Where a table's columns stand on a page that does not repeat their heads, where they stood on the page `above`: as there, or where this page's words
 * tell by their kinds; whichever its words keep to best.
 */
export function matchBands(lines: readonly LaidLine[], kinds: readonly ColumnKind[], above: readonly Band[]): Band[] {
  const byLines = bandsByLines(lines, kinds);
  // Labels at the left keep their place; what stands behind them is pushed along by the longest of them.
  const mixed = above.map((band, c) => (LABELS.has(kinds[c]!) ? band : (byLines[c] ?? band)));
  const ways = [above, mixed, bandsByGaps(lines, kinds)].filter((bands) => bands !== undefined);
  const costs = ways.map((bands) => lines.reduce((sum, { tokens }) => sum + placeTokens(tokens, bands, kinds).cost, 0));
  return [...ways[costs.indexOf(Math.min(...costs))]!];
}

const LABELS: ReadonlySet<ColumnKind> = new Set<ColumnKind>(["level1", "level2", "levels", "name", "label"]);

/** Each column's words of the lines that have all marks of a row, a word a column, in order, each by what it is. */
function bandsByLines(lines: readonly LaidLine[], kinds: readonly ColumnKind[]): (Band | undefined)[] {
  const marks = kinds.filter((kind) => kind === "points").length;
  const bands: (Band | undefined)[] = kinds.map(() => undefined);
  for (const { tokens } of lines) {
    if (tokens.length > kinds.length || tokens.filter(({ text }) => /^\d+(?:\.\d+)?$/u.test(text)).length < marks) continue;
    const worth = (t: number, c: number) => worthOf(kinds[c]!, [tokens[t]!.text]);
    inOrder(tokens.length, kinds.length, worth).forEach((t, c) => {
      if (t === undefined || worth(t, c) <= 0) return;
      const { from, to } = tokens[t]!;
      const band = bands[c];
      bands[c] = band ? { from: Math.min(band.from, from), to: Math.max(band.to, to) } : { from, to };
    });
  }
  return bands;
}

/** What all lines leave blank parts the columns: each stretch of words is the column of its kind. Undefined where there are more than the table has. */
function bandsByGaps(lines: readonly LaidLine[], kinds: readonly ColumnKind[]): Band[] | undefined {
  const bands = lines.reduce<readonly Band[]>((so, { tokens }) => widened(so, tokens), []);
  if (bands.length > kinds.length || bands.length === 0) return undefined;
  const words: Token[][] = bands.map(() => []);
  for (const { tokens } of lines) for (const token of tokens) words[bandOf(bands, token)]!.push(token);
  const texts = words.map((tokens) => tokens.map(({ text }) => text));
  let edge = 0;
  return inOrder(bands.length, kinds.length, (b, c) => worthOf(kinds[c]!, texts[b]!)).map((b) => {
    const band = b === undefined ? { from: edge, to: edge } : bands[b]!;
    edge = band.to;
    return band;
  });
}

/** What words are worth in a column of a kind, on average. */
function worthOf(kind: ColumnKind, texts: readonly string[]): number {
  return texts.reduce((sum, text) => sum + Math.max(-MOST, Math.min(MOST, scoreCell(kind, foldCell(text)))), 0) / texts.length;
}

/** Items for columns, in order, all items given and none twice, so that their worth is highest: the item of each column. */
function inOrder(items: number, columns: number, worth: (item: number, column: number) => number): (number | undefined)[] {
  // best[i][c]: what the first i items are worth in the first c columns.
  const best: number[][] = [new Array<number>(columns + 1).fill(0)];
  for (let i = 1; i <= items; i++) {
    best.push([Number.NEGATIVE_INFINITY]);
    for (let c = 1; c <= columns; c++) best[i]!.push(Math.max(best[i]![c - 1]!, best[i - 1]![c - 1]! + worth(i - 1, c - 1)));
  }
  const found: (number | undefined)[] = new Array<undefined>(columns).fill(undefined);
  for (let i = items, c = columns; i > 0; c--) {
    if (best[i]![c] === best[i]![c - 1]) continue;
    found[c - 1] = i - 1;
    i--;
  }
  return found;
}
