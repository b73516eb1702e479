import type { ProseIndicator } from "../../prose/facts.js";
import type { ToldIndicator } from "../told.js";
import type { Telling } from "./merge-tables.js";
import { nameKey } from "./name-key.js";

/** Share of a table's indicators whose scores the sentences must tell, that the table be part of the evaluation. */
const TOLD = 0.5;

/** The tables of goals or of marks whose results are told in sentences; without these they are a plan, and evaluate nothing. */
export function toldBesideGoals<Goals extends Telling>(goals: readonly Goals[], told: readonly ProseIndicator[]): Goals[] {
  const scored = new Set(told.flatMap(({ level3, score }) => (score ? [nameKey(level3)] : [])));
  return goals.filter(({ rows }) => {
    const count = rows.filter(({ level3 }) => scored.has(nameKey(level3))).length;
    return count > 0 && count >= rows.length * TOLD;
  });
}

/** The tables of goals or of marks that another table tells the results of, by the same names: of targets and marks each tells what the other lacks. */
export function goalsOfResults<Goals extends Telling>(goals: readonly Goals[], results: readonly Telling[]): Goals[] {
  return goals.filter(({ rows }) => {
    const named = new Set(rows.map(({ level3 }) => nameKey(level3)));
    return results.some(
      ({ rows: told }) =>
        told.every(({ level3 }) => named.has(nameKey(level3))) && FACTS.every((tells) => !(rows.some(tells) && told.some(tells))),
    );
  });
}

const FACTS: readonly ((row: ToldIndicator) => boolean)[] = [({ target }) => target !== "", ({ weight }) => weight !== null];
