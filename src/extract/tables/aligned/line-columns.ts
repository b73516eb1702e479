import type { Word } from "../placed.js";

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

/** Whether what is as wide as that runs across one of the edges. */
export function isAcross({ from, to }: { readonly from: number; readonly to: number }, edges: readonly number[], glyph: number): boolean {
  return edges.some((edge) => from < edge - OVER * glyph && to > edge + OVER * glyph);
}
