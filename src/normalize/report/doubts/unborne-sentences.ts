import { exact } from "../../../core/decimal.js";
import { meets, points, sum } from "../../../core/interval.js";
import type { Claims, StatedScore } from "../../../core/record.js";
import { joinTellings } from "../../indicators/join-tellings.js";
import type { ProseIndicator } from "../../prose/facts.js";

/** The marks of all indicators: with the execution of the budget among them, or beside it. */
const WHOLES = ["100", "90", "80"];

/**
 * Why indicators that sentences alone tell may not be all, or be read amiss: neither do their weights reach the full marks, nor their scores a total that
 * the report states, nor their number a count that it tells. Empty where one of these bears them out, or none is told.
 */
export function unborneSentences(told: readonly ProseIndicator[], scores: readonly StatedScore[], counts: Claims["counts"]): string[] {
  const rows = joinTellings(told).filter(({ isPart }) => !isPart);
  if (rows.length === 0 || rows.every(({ isUnmarked }) => isUnmarked)) return [];
  const reaches = (field: "weight" | "score", wholes: readonly string[]) => {
    const own = rows.flatMap((row) => row[field] ?? []);
    return own.length === rows.length && wholes.some((whole) => meets(sum(own.map((figure) => points(figure.value))), points(whole)));
  };
  const totals = scores.flatMap(({ scope, score }) => (scope === "total" && score ? [score.value] : []));
  const parts = scores.flatMap(({ scope, score }) => (scope === "level1" && score ? [score.value] : []));
  const besides = totals.flatMap((total) => parts.map((part) => exact(total).minus(part).toString()));
  const isBorne =
    reaches("weight", WHOLES) ||
    reaches("score", [...totals, ...besides]) ||
    counts.some(({ of, count }) => of === "indicators" && Number(count ?? 0) === rows.length);
  return isBorne ? [] : ["no sum and no count bears out the indicators that sentences tell"];
}
