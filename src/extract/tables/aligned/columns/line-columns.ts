import type { Word } from "../../placed.js";

/** Gap between texts of one line that are of two cells, in glyph heights. */
export const CELL_GAP = 0.9;

/** How far a text reaches over an edge that it runs across, in glyph heights. */
const OVER = 0.4;

/** Separate runs of x that words cover, gaps narrower than `gap` overlooked. */
export function coveredRuns(words: readonly Word[], gap: number): { from: number; to: number }[] {
  const sorted = [...words].sort((a, b) => a.box[0] - b.box[0]);
  const runs: { from: number; to: number }[] = [];
  for (const { box } of sorted) {
    const run = runs.at(-1);
    if (run && box[0] - run.to < gap) run.to = Math.max(run.to, box[2]);
    else runs.push({ from: box[0], to: box[2] });
  }
  return runs;
}

/** The texts of a line that stand so far apart: what the words of each of its runs say. */
export function textRuns(words: readonly Word[], gap: number): string[] {
  return coveredRuns(words, gap).map((run) => textIn(run, words));
}

/** What the words between two places say. */
export function textIn({ from, to }: { readonly from: number; readonly to: number }, words: readonly Word[]): string {
  return words
    .filter(({ box }) => box[0] >= from && box[2] <= to)
    .map(({ text }) => text)
    .join("");
}

/** Whether what is as wide as that runs across one of the edges. */
export function isAcross({ from, to }: { readonly from: number; readonly to: number }, edges: readonly number[], glyph: number): boolean {
  return edges.some((edge) => from < edge - OVER * glyph && to > edge + OVER * glyph);
}
