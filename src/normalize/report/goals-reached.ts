import { nameKey } from "../indicators/name-key.js";
import type { ProseIndicator } from "../prose/facts.js";
import type { Goals } from "./read-regions.js";

/** Share of a table's rows whose results sentences tell, from which the two are one telling. */
const MOST = 0.8;

/** Tables that tell what was to be reached, or its marks, where the report's sentences tell what was: indicator by indicator, by the same names. */
export function goalsReached(goals: readonly Goals[], told: readonly ProseIndicator[]): Goals[] {
  const reached = new Set(told.map(({ level3 }) => nameKey(level3)));
  return goals.filter(
    ({ rows }) => rows.length > 0 && rows.filter(({ level3 }) => reached.has(nameKey(level3))).length >= rows.length * MOST,
  );
}
