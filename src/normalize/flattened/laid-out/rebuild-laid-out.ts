import type { Block, Table } from "../../../core/extracted.js";
import { rebuildRuns } from "../paragraph-runs.js";
import { laidHeadAt } from "./find-laid-head.js";
import { isLaidOut, laidLines, type Pitch } from "./laid-lines.js";
import { laidRegion } from "./laid-region.js";
import { laidTable } from "./laid-table.js";
import { type LaidTransposed, laidTransposedAt } from "./laid-transposed.js";
import { withWholeValues } from "./whole-values.js";

/** A table that was found, and the blocks whose lines it takes up (`to` not included). */
interface Found {
  readonly from: number;
  readonly to: number;
  readonly table: Table;
}

const PITCHES: readonly Pitch[] = [1, 2];

/** Tables of a text that keeps its page's layout, read by where their words stand; all else as it was. Tables are not yet numbered. */
export function rebuildLaidOut(given: readonly Block[]): readonly Block[] {
  const blocks = withWholeValues(given);
  return rebuildRuns(blocks, (from, to) => {
    const tables = tablesIn(blocks, from, to);
    const between = tables.map((found, i) => blocks.slice(tables[i - 1]?.to ?? from, found.from));
    return tables.length === 0
      ? null
      : [...tables.flatMap(({ table }, i) => [...between[i]!, table]), ...blocks.slice(tables.at(-1)!.to, to)];
  });
}

function tablesIn(blocks: readonly Block[], from: number, to: number): Found[] {
  const byPitch = PITCHES.map((pitch) => laidLines(blocks, from, to, pitch));
  const found: Found[] = [];
  for (let at = 0; at < byPitch[0]!.length; at++) {
    const transposed = byPitch
      .flatMap((lines) => laidTransposedAt(lines, at) ?? [])
      .reduce<LaidTransposed | undefined>(
        (best, each) => (best && best.table.confidence >= each.table.confidence ? best : each),
        undefined,
      );
    if (transposed) {
      const lines = byPitch[0]!;
      found.push({ from: lines[at]!.block, to: lines[transposed.to - 1]!.block + 1, table: transposed.table });
      at = transposed.to - 1;
      continue;
    }
    const readings = byPitch.flatMap((lines) => {
      const head = laidHeadAt(lines, at);
      const isLaid = head && isLaidOut(head.bands);
      const region = isLaid && laidRegion(lines, head);
      const read = region && laidTable(region);
      if (!read) return [];
      return [{ ...read, from: region.from, to: lines.indexOf(read.last.line) + 1, lines }];
    });
    const free = readings.filter(({ from: first, lines }) => lines[first]!.block >= (found.at(-1)?.to ?? from));
    const best = free.sort((a, b) => b.table.confidence - a.table.confidence || b.table.rowCount - a.table.rowCount || a.cost - b.cost)[0];
    if (!best) continue;
    found.push({ from: best.lines[best.from]!.block, to: best.lines[best.to - 1]!.block + 1, table: best.table });
    at = best.to - 1;
  }
  return found;
}
