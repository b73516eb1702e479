import type { Message } from "../../../core/messages/messages.js";
import type { Indicator, StatedScore } from "../../../core/record.js";
import { reasonIf } from "./reason-if.js";

type Row = Pick<Indicator, "level1" | "level2" | "level3">;

/**
 * The levels that a table tells with their marks over none of its indicators: nobody prints a level's marks without a row of it, so the rows are lost. No doubt
 * where only sentences tell the levels, or no indicator was found at all: then what is missing may never have been shown.
 */
export function levelsEmpty(scores: readonly StatedScore[], rows: readonly Row[]): readonly Message[] {
  const named = new Set(rows.flatMap(({ level1, level2, level3 }) => [level1, level2, level3]));
  const empty = scores.filter(
    ({ scope, name, fullMarks, evidence }) =>
      (scope === "level1" || scope === "level2") &&
      fullMarks !== null &&
      !named.has(name) &&
      evidence.some(({ table }) => table !== undefined),
  );
  return reasonIf(rows.length > 0 && empty.length > 0, `${empty.length} levels are told with their marks and without a row`);
}
