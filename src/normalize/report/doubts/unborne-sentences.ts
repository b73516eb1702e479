import { exact } from "../../../core/decimal.js";
import { meets, points, sum } from "../../../core/interval.js";
import type { Claims, StatedScore } from "../../../core/record.js";
import { joinTellings } from "../../indicators/join-tellings.js";
import { EXECUTION_NAME } from "../../lexicon/execution-name.js";
import type { ProseIndicator } from "../../prose/facts.js";

/** What the report states of its marks: those of the whole, those of the budget's execution beside the indicators, and scores. */
interface Stated {
  readonly fullMarks: string;
  readonly executionMarks: string | null;
  readonly scores: readonly StatedScore[];
  readonly counts: Claims["counts"];
}

/**
 * Why indicators that sentences alone tell may not be all, or be read amiss: neither do their weights reach the full marks, with the execution's where it has
 * some, nor their scores a total that the report states, nor their number a count that it tells. Empty where one of these bears them out, or none is told.
 */
export function unborneSentences(told: readonly ProseIndicator[], { fullMarks, executionMarks, scores, counts }: Stated): string[] {
  const rows = joinTellings(told).filter(({ isPart }) => !isPart);
  if (rows.length === 0 || rows.every(({ isUnmarked }) => isUnmarked)) return [];
  const reaches = (field: "weight" | "score", wholes: readonly string[]) => {
    const own = rows.flatMap((row) => row[field] ?? []);
    return own.length === rows.length && wholes.some((whole) => meets(sum(own.map((figure) => points(figure.value))), points(whole)));
  };
  const totals = scores.flatMap(({ scope, score }) => (scope === "total" && score ? [score.value] : []));
  const executions = scores.flatMap(({ scope, name, score }) =>
    scope !== "total" && score && EXECUTION_NAME.test(name) ? [score.value] : [],
  );
  const beside = (total: string, part: string) => exact(total).minus(part).toString();
  const isBorne =
    reaches("weight", [fullMarks, ...(executionMarks ? [beside(fullMarks, executionMarks)] : [])]) ||
    reaches("score", [...totals, ...totals.flatMap((total) => executions.map((part) => beside(total, part)))]) ||
    counts.some(({ of, count }) => of === "indicators" && Number(count ?? 0) === rows.length);
  return isBorne ? [] : ["no sum and no count bears out the indicators that sentences tell"];
}
