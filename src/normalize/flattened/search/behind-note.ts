import { TOTAL_LABELS } from "../../lexicon/labels/total-words.js";
import { saysNothing } from "../../lexicon/lexicon.js";
import { beginsLine, isEmptyCell } from "../atom.js";
import type { RowReading } from "./row-reading.js";
import type { SearchSetting } from "./search-setting.js";

const REMARKS = /^其[他它]需(?:要)?说明的?(?:事项|问题|情况)[:：]?$/u;
const LONGEST_REMARKS = 4;

/**
 * Where a form's line for remarks ends, 其他需要说明事项 / 无, with what it says: nothing, a cell, or a line between it and the total's. Undefined where it
 * does not stand at an atom.
 */
export function behindNote({ atoms, stretches }: SearchSetting, at: number, end: number): number | undefined {
  let to = at + 1;
  while (to < Math.min(end, at + LONGEST_REMARKS) && !REMARKS.test(stretches.text(at, to))) to++;
  if (!REMARKS.test(stretches.text(at, to))) return undefined;
  const said = atoms[to];
  if (to >= end || said === undefined) return to;
  if (saysNothing(said.text) || isEmptyCell(said) || said.told !== undefined) return to + 1;
  let next = to + 1;
  while (next < end && !beginsLine(atoms[next]!)) next++;
  return next < end && beginsLine(said) && TOTAL_LABELS.has(atoms[next]!.text) ? next : to;
}

/** Whether a row has the label of the line for remarks among its cells, and so is none. */
export function holdsNote({ stretches }: SearchSetting, { cells }: RowReading): boolean {
  return cells.some(({ from, to }) => to > from && to - from <= LONGEST_REMARKS && REMARKS.test(stretches.text(from, to)));
}
