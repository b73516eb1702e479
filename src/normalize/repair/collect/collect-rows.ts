import type { Collector } from "./collector.js";
import { boundConstraint, rateConstraint, scoreConstraint } from "./row-constraints.js";

/** What binds the figures of one indicator. */
export function collectRows(collector: Collector): void {
  // A report that prints its own rule for scores is not judged by the Ministry's.
  const ownRule = collector.draft.claims.scoring.some(({ about, values }) => about === "ratio" && values.length > 0);
  collector.draft.indicators.forEach((indicator, i) => {
    const path = `/indicators/${i}`;
    const weight = collector.points(indicator.weight, `${path}/weight`);
    const score = collector.points(indicator.score, `${path}/score`);
    const target = collector.quantity(i, "target");
    const actual = collector.quantity(i, "actual");
    const rate = collector.percent(indicator.completionRate, `${path}/completionRate`);
    if (weight && score) collector.constraints.push(boundConstraint(score, weight));
    const [t, a] = [indicator.targetValue, indicator.actualValue];
    if (!target || !actual || !t || !a || a.operator !== "=" || (t.unit !== a.unit && t.unit !== "" && a.unit !== "")) return;
    if (rate) collector.constraints.push(rateConstraint(rate, actual, [target]));
    if (!weight || !score || ownRule || indicator.kind !== "quantitative") return;
    const formula = scoreConstraint({ target, actual, weight, score }, indicator.direction);
    if (formula) collector.constraints.push(formula);
  });
}
