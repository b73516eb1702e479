const listed = (rules: readonly string[]) => `f.rule_id IN (${rules.map((rule) => `'${rule}'`).join(", ")})`;

/** Rules that find amounts of money which contradict each other. A formula's may be a small balance of large amounts: how grave it is its figures do not tell. */
const MONEY = listed(["funds/sources-mismatch", "funds/narrative-mismatch", "funds/breakdown-mismatch", "funds/overspent"]);
const RATE = listed(["funds/execution-rate-mismatch"]);
/** Rules that find points which the report's own figures do not allow. */
const POINTS = listed([
  "score/total-mismatch",
  "score/stated-totals-differ",
  "score/subtotal-mismatch",
  "score/exceeds-weight",
  "score/full-though-unmet",
  "score/recomputed-mismatch",
  "funds/execution-score-mismatch",
]);
const DIFFERENCE = "ABS(f.stated_value - f.recomputed_value)";
const LARGER = "GREATEST(ABS(f.stated_value), ABS(f.recomputed_value))";

/**
 * How far a finding's figures (`fact_finding f` of `report r`) stand apart, as a share from 0 to 1 with six decimals, so that money and points compare: amounts
 * as a share of the larger one, rates in hundredths, points stated too high as a share of the full marks. 0 where they cannot be compared so.
 */
export const GRAVITY = `CAST(LEAST(1, COALESCE(CASE
  WHEN ${MONEY} THEN ${DIFFERENCE} / NULLIF(${LARGER}, 0)
  WHEN ${RATE} THEN ${DIFFERENCE} / 100
  WHEN ${POINTS} AND f.stated_value > f.recomputed_value THEN ${DIFFERENCE} / NULLIF(COALESCE(r.full_marks, 100), 0)
END, 0)) AS DECIMAL(9, 6))`;

/** The gravest severity first. */
export const RANK = "(CASE f.severity WHEN 'error' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END)";
