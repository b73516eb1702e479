import { exact } from "../../../core/decimal.js";
import type { StatedScore } from "../../../core/record.js";

/** 以上8项得分88分. 预算执行得9分. 自评总分97分: what the items sum to is the whole's but for the execution. */
export function lacksExecution({ score }: StatedScore, all: readonly StatedScore[]): boolean {
  const executions = all.filter(({ scope, name }) => scope === "level1" && name.includes("执行"));
  return executions.some((execution) => {
    if (!score || !execution.score) return false;
    const whole = exact(score.value).plus(execution.score.value);
    return all.some((other) => other.scope === "total" && other.score && whole.eq(other.score.value));
  });
}
