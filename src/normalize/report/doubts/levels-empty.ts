import { exact } from "../../../core/decimal.js";
import type { Message } from "../../../core/messages/messages.js";
import type { Indicator, StatedScore } from "../../../core/record.js";
import { reasonIf } from "./reason-if.js";

type Row = Pick<Indicator, "level1" | "level2" | "level3" | "evidence">;

/**
 * The levels that a table tells with their marks over none of the rows that were read of it: rows of them are lost, most likely. No doubt where sentences or
 * another table (a summary) tell the levels.
 */
export function levelsEmpty(scores: readonly StatedScore[], rows: readonly Row[]): readonly Message[] {
  const named = new Set(rows.flatMap(({ level1, level2, level3 }) => [level1, level2, level3].map(bare)));
  const tables = new Set(rows.flatMap(({ evidence }) => evidence.map(({ table }) => table)));
  const empty = scores.filter(
    ({ scope, name, fullMarks, evidence }) =>
      (scope === "level1" || scope === "level2") &&
      fullMarks !== null &&
      !exact(fullMarks.value).isZero() &&
      !named.has(bare(name)) &&
      evidence.some(({ table }) => table !== undefined && tables.has(table)),
  );
  return reasonIf(empty.length > 0, `${empty.length} levels are told with their marks and without a row`);
}

/** 产出指标, 产出小计: the level's name alone. */
function bare(name: string): string {
  return name.replace(/(?:指标|小计|合计)+$/u, "");
}
