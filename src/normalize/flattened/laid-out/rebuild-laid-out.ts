import type { Block, Paragraph, Table } from "../../../core/extracted.js";
import { joinLines } from "../../../core/text.js";
import { rebuildRuns } from "../paragraph-runs.js";
import { laidHeadAt } from "./find-laid-head.js";
import { isLaidOut, type LaidLine, laidLines } from "./laid-lines.js";
import { laidRegion } from "./laid-region.js";
import { CONFIDENCE, type LaidTable, laidTable } from "./laid-table.js";
import { type LaidTransposed, laidTransposedAt } from "./laid-transposed.js";
import { likelyPitches } from "./pitch.js";
import { withWholeValues } from "./whole-values.js";

/** A table that was found, and the first and the last of the lines that it takes up. */
interface Found {
  readonly first: LaidLine;
  readonly last: LaidLine;
  readonly table: Table;
}

/** Tells whether the paragraphs `from` up to `to` begin with a table that its words alone tell, wherever they stand. */
type IsTold = (blocks: readonly Block[], from: number, to: number) => boolean;

/**
 * Tables of a text that keeps its page's layout, read by where their words stand, but for those where that leaves doubt and the words tell; all else as
 * it was. Tables are not yet numbered.
 */
export function rebuildLaidOut(given: readonly Block[], isTold: IsTold): readonly Block[] {
  const blocks = withWholeValues(given);
  return rebuildRuns(blocks, (from, to) => {
    const tables = tablesIn(blocks, from, to, isTold);
    if (tables.length === 0) return null;
    return [
      ...tables.flatMap(({ first, table }, i) => [...blocksBetween(blocks, from, to, tables[i - 1]?.last, first), table]),
      ...blocksBetween(blocks, from, to, tables.at(-1)!.last, undefined),
    ];
  });
}

/** The blocks `from` up to `to` that stand behind one line and before another; of one that holds such a line, what is on its side of it. */
function blocksBetween(
  blocks: readonly Block[],
  from: number,
  to: number,
  after: LaidLine | undefined,
  before: LaidLine | undefined,
): Block[] {
  const start = after?.block ?? from;
  return blocks.slice(start, before ? before.block + 1 : to).flatMap((block, i): readonly Block[] => {
    if (block.type === "table") return [block];
    const first = start + i === after?.block ? block.lines.indexOf(after.line) + 1 : 0;
    const end = start + i === before?.block ? block.lines.indexOf(before.line) : block.lines.length;
    return first === 0 && end === block.lines.length ? [block] : paragraphOf(block.lines.slice(first, end));
  });
}

function paragraphOf(lines: Paragraph["lines"]): Paragraph[] {
  const text = joinLines(lines.map((line) => line.text));
  return text === "" ? [] : [{ type: "paragraph", text, lines, evidence: [lines[0]!.evidence] }];
}

function tablesIn(blocks: readonly Block[], from: number, to: number, isTold: IsTold): Found[] {
  const byPitch = likelyPitches((pitch) => laidLines(blocks, from, to, pitch));
  const found: Found[] = [];
  // The line behind the last table.
  let next = 0;
  for (let at = 0; at < byPitch[0]!.length; at++) {
    const transposed = byPitch
      .flatMap((lines) => laidTransposedAt(lines, at) ?? [])
      .reduce<LaidTransposed | undefined>(
        (best, each) => (best && best.table.confidence >= each.table.confidence ? best : each),
        undefined,
      );
    if (transposed) {
      const lines = byPitch[0]!;
      found.push({ first: lines[at]!, last: lines[transposed.to - 1]!, table: transposed.table });
      next = transposed.to;
      at = next - 1;
      continue;
    }
    const readings = byPitch.flatMap((lines) => {
      const head = laidHeadAt(lines, at);
      const isLaid = head && isLaidOut(head.bands) && !isTabbed(lines.slice(head.from, head.to));
      const region = isLaid && laidRegion(lines, head);
      const read = region && laidTable(region);
      if (!read) return [];
      return [{ ...read, from: region.from, body: head.to, to: lines.indexOf(read.last.line) + 1, lines }];
    });
    const free = readings.filter(({ from: first }) => first >= next);
    const best = free.sort(
      (a, b) =>
        Number(endsInTotal(b)) - Number(endsInTotal(a)) ||
        b.table.confidence - a.table.confidence ||
        b.table.rowCount - a.table.rowCount ||
        a.cost - b.cost,
    )[0];
    if (!best) continue;
    const isDoubted = best.table.confidence < CONFIDENCE.proven || joinsRows(best.lines.slice(best.body, best.to), best.table);
    const isLeft = isDoubted && isTold(blocks, best.lines[best.from]!.block, to);
    if (!isLeft) found.push({ first: best.lines[best.from]!, last: best.lines[best.to - 1]!, table: best.table });
    next = best.to;
    at = next - 1;
  }
  return found;
}

/** One that goes no further lost its columns on the way. */
function endsInTotal({ last }: LaidTable): boolean {
  return last.total !== undefined && !last.isGroup;
}

/** Words that a line of the rest of broken cells rarely has. */
const WHOLE_ROW = 4;

/** Whether a table has fewer rows than lines, of which each but the total's has as many words as a row. */
function joinsRows(lines: readonly LaidLine[], { rowCount }: Table): boolean {
  return lines.length > rowCount - 1 && lines.slice(0, -1).every(({ tokens }) => tokens.length >= WHOLE_ROW);
}

/** Tabs part the cells of a row, wherever these stand. */
function isTabbed(lines: readonly LaidLine[]): boolean {
  return lines.some(({ line }) => /\S\t/u.test(line.text));
}
