import type { Fund } from "../../core/record.js";
import { mergeFundTables, withExecutionMarks, withProse } from "../funds/merge-funds.js";
import { categoryOf } from "../lexicon/labels/level.js";
import type { ReadTable } from "../tables/read-tables.js";
import { doubtFunds } from "./doubts/doubt-funds.js";
import type { Tellings } from "./tellings.js";

/** The money of a report: its tables' rows, what only sentences tell of them, and the execution's marks where no indicator has them. */
export function joinFunds({ regions, indicators, prose, inTables, inTexts }: Tellings, tables: readonly ReadTable[]): Fund[] {
  const rows = [...indicators.flatMap((telling) => telling.rows), ...prose.indicators];
  const hasExecution = rows.some(({ level1, level2, level3 }) => categoryOf(level1, level2, level3) === "execution");
  const funds = withProse(mergeFundTables(doubtFunds(regions.funds, tables), prose), prose);
  return withExecutionMarks(funds, [...inTables.scores, ...inTexts.scores], hasExecution);
}
