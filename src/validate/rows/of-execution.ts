import { conceptsOf } from "../level-name.js";
import type { Row } from "./row.js";

/** Whether a row tells how the budget was executed, under whatever level it stands: 过程—资金管理—预算执行率 is of the process by its level. */
export function isOfExecution({ indicator: { category, level3 } }: Row): boolean {
  const concepts = conceptsOf(level3);
  return category === "execution" || (concepts.size === 1 && concepts.has("execution"));
}
