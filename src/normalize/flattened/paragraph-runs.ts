import type { Block } from "../../core/extracted.js";

/**
 * The blocks with each run of paragraphs between two tables replaced by what `rebuild` makes of it; null from it leaves the run as it is.
 * The very same array where nothing was replaced.
 */
export function rebuildRuns(blocks: readonly Block[], rebuild: (from: number, to: number) => readonly Block[] | null): readonly Block[] {
  const rebuilt: Block[] = [];
  let replaced = false;
  for (let from = 0; from < blocks.length; ) {
    if (blocks[from]!.type === "table") {
      rebuilt.push(blocks[from++]!);
      continue;
    }
    let to = from;
    while (to < blocks.length && blocks[to]!.type === "paragraph") to++;
    const run = rebuild(from, to);
    replaced ||= run !== null;
    for (const block of run ?? blocks.slice(from, to)) rebuilt.push(block);
    from = to;
  }
  return replaced ? rebuilt : blocks;
}
