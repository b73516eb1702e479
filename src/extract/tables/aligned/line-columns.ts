import type { Word } from "../placed.js";

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
