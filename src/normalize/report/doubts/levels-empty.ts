import { exact } from "../../../core/decimal.js";
import type { Evidence } from "../../../core/evidence.js";
import type { Message } from "../../../core/messages/messages.js";
import type { Indicator, StatedScore } from "../../../core/record.js";
import { reasonIf } from "./reason-if.js";

type Row = Pick<Indicator, "level1" | "level2" | "level3" | "evidence">;

/**
 * The levels that a table tells with their marks, in rows of their own, over none of the rows that were read of it: rows of them are lost, most likely. No
 * doubt where sentences or another table (a summary) tell the levels, or they stand beside an indicator (共性指标 beside its levels).
 */
export function levelsEmpty(scores: readonly StatedScore[], rows: readonly Row[]): readonly Message[] {
  const named = new Set(rows.flatMap(({ level1, level2, level3 }) => [level1, level2, level3].map(bare)));
  const told = rows.flatMap(({ evidence }) => evidence);
  const tables = new Set(told.map(({ table }) => table));
  const taken = new Set(told.map(rowOf));
  const empty = scores.filter(
    ({ scope, name, fullMarks, evidence }) =>
      (scope === "level1" || scope === "level2") &&
      fullMarks !== null &&
      !exact(fullMarks.value).isZero() &&
      !named.has(bare(name)) &&
      evidence.some((place) => place.table !== undefined && tables.has(place.table) && !taken.has(rowOf(place))),
  );
  return reasonIf(empty.length > 0, `${empty.length} levels are told with their marks and without a row`);
}

function rowOf({ table, row }: Evidence): string {
  return `${table} ${row}`;
}

/** 产出指标, 产出小计: the level's name alone. */
function bare(name: string): string {
  return name.replace(/(?:指标|小计|合计)+$/u, "");
}
