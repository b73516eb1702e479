import type { Block, Paragraph } from "../../../core/extracted.js";
import { metaField } from "../../lexicon/labels/meta-label.js";
import { rebuildRuns } from "../paragraph-runs.js";
import { type LaidLine, laidLines } from "./laid-lines.js";

/**
 * The blocks with each value of a form in one line that its column broke over the line above and the line below its label's: a name that does not fit
 * stands around the line of 实施单位, and is no part of what stands before it. The very same array where there is none.
 */
export function withWholeValues(blocks: readonly Block[]): readonly Block[] {
  return rebuildRuns(blocks, (from, to) => {
    const lines = laidLines(blocks, from, to, 1);
    const changed = new Map<number, Paragraph | undefined>();
    for (let at = 1; at + 1 < lines.length; at++) {
      const [above, line, below] = [lines[at - 1]!, lines[at]!, lines[at + 1]!];
      const isOneEach = [above, line, below].every(({ block }) => (blocks[block] as Paragraph).lines.length === 1);
      if (!isOneEach || !standsAround(above, line, below)) continue;
      changed.set(above.block, undefined).set(below.block, undefined);
      changed.set(line.block, withValue(blocks[line.block] as Paragraph, above.tokens[0]!.text + below.tokens[0]!.text));
    }
    if (changed.size === 0) return null;
    return blocks.slice(from, to).flatMap((block, i) => (changed.has(from + i) ? (changed.get(from + i) ?? []) : [block]));
  });
}

/** Whether a line ends with a label, and one word each above and below it stands behind that label in one column. */
function standsAround(above: LaidLine, line: LaidLine, below: LaidLine): boolean {
  const label = line.tokens.at(-1)!;
  const [first, last] = [above.tokens[0]!, below.tokens[0]!];
  return (
    above.tokens.length === 1 &&
    below.tokens.length === 1 &&
    line.row - above.row === 1 &&
    below.row - line.row === 1 &&
    Math.min(first.from, last.from) >= label.to &&
    first.from < last.to &&
    last.from < first.to &&
    metaField(label.text) !== undefined &&
    [first, last].every(({ text }) => /^\p{Script=Han}+$/u.test(text) && metaField(text) === undefined)
  );
}

function withValue(paragraph: Paragraph, value: string): Paragraph {
  const [line] = paragraph.lines;
  const text = `${line!.text}    ${value}`;
  return { ...paragraph, text: `${paragraph.text} ${value}`, lines: [{ ...line!, text }] };
}
