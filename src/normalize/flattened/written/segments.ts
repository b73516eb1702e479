import type { Block, Paragraph } from "../../../core/extracted.js";
import type { Entry } from "./written-table.js";

/** A head of a column with the lines below it, up to the next head. */
export interface Segment {
  readonly head: Entry;
  readonly values: readonly Entry[];
}

/** More heads than this are no table's. */
const MOST_HEADS = 30;
const MOST_ROWS = 200;
const LONGEST_VALUE = 60;

/** The heads one behind the other from a block on, each with the lines below it; none where the first is no head. Blocks `from` up to `to`. */
export function segmentsFrom(
  blocks: readonly Block[],
  from: number,
  isHead: (text: string) => boolean,
): { segments: Segment[]; to: number } {
  const segments: { head: Entry; values: Entry[] }[] = [];
  let at = from;
  for (let entry = entryAt(blocks, at); entry && segments.length <= MOST_HEADS; entry = entryAt(blocks, ++at)) {
    const values = segments.at(-1)?.values;
    if (isHead(entry.text)) segments.push({ head: entry, values: [] });
    else if (values === undefined || values.length === MOST_ROWS || entry.text.length > LONGEST_VALUE) break;
    else values.push(entry);
  }
  return { segments, to: at };
}

/** The line that a paragraph is. */
export function entryAt(blocks: readonly Block[], at: number): Entry | undefined {
  const block = blocks[at];
  const isLine = block?.type === "paragraph" && block.lines.length === 1 && block.heading === undefined;
  return isLine ? { text: block.text, line: (block as Paragraph).lines[0]! } : undefined;
}
