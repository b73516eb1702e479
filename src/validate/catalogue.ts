import type { Rule } from "./rule.js";
import { countCompletedMismatch } from "./rules/count-completed-mismatch.js";
import { countIndicatorsMismatch } from "./rules/count-indicators-mismatch.js";
import { coverageIncomplete } from "./rules/coverage-incomplete.js";
import { fundsBreakdownMismatch } from "./rules/funds-breakdown-mismatch.js";
import { fundsExecutionRateMismatch } from "./rules/funds-execution-rate-mismatch.js";
import { fundsExecutionScoreMismatch } from "./rules/funds-execution-score-mismatch.js";
import { fundsFormulaMismatch } from "./rules/funds-formula-mismatch.js";
import { fundsNarrativeMismatch } from "./rules/funds-narrative-mismatch.js";
import { fundsOverspent } from "./rules/funds-overspent.js";
import { fundsSourcesMismatch } from "./rules/funds-sources-mismatch.js";
import { gradeInvalid } from "./rules/grade-invalid.js";
import { gradeMismatch } from "./rules/grade-mismatch.js";
import { indicatorCompletionRateMismatch } from "./rules/indicator-completion-rate-mismatch.js";
import { indicatorCopiesDiffer } from "./rules/indicator-copies-differ.js";
import { indicatorDeviationUnexplained } from "./rules/indicator-deviation-unexplained.js";
import { indicatorDuplicate } from "./rules/indicator-duplicate.js";
import { indicatorMissingValue } from "./rules/indicator-missing-value.js";
import { indicatorTargetTooLow } from "./rules/indicator-target-too-low.js";
import { reportYearConflict } from "./rules/report-year-conflict.js";
import { scoreDeductedThoughMet } from "./rules/score-deducted-though-met.js";
import { scoreExceedsWeight } from "./rules/score-exceeds-weight.js";
import { scoreFullThoughUnmet } from "./rules/score-full-though-unmet.js";
import { scoreRecomputedMismatch } from "./rules/score-recomputed-mismatch.js";
import { scoreStatedTotalsDiffer } from "./rules/score-stated-totals-differ.js";
import { scoreSubtotalMismatch } from "./rules/score-subtotal-mismatch.js";
import { scoreTotalMismatch } from "./rules/score-total-mismatch.js";
import { weightSubtotalMismatch } from "./rules/weight-subtotal-mismatch.js";
import { weightTotalMismatch } from "./rules/weight-total-mismatch.js";

/** Every rule, in the order of the contract. The list is explicit: a file that is not named here does not judge. */
export const CATALOGUE: readonly Rule[] = [
  scoreTotalMismatch,
  scoreSubtotalMismatch,
  scoreStatedTotalsDiffer,
  scoreExceedsWeight,
  scoreFullThoughUnmet,
  scoreDeductedThoughMet,
  scoreRecomputedMismatch,
  weightTotalMismatch,
  coverageIncomplete,
  weightSubtotalMismatch,
  gradeMismatch,
  gradeInvalid,
  fundsExecutionRateMismatch,
  fundsExecutionScoreMismatch,
  fundsSourcesMismatch,
  fundsFormulaMismatch,
  fundsOverspent,
  fundsNarrativeMismatch,
  fundsBreakdownMismatch,
  countIndicatorsMismatch,
  countCompletedMismatch,
  indicatorCompletionRateMismatch,
  indicatorDuplicate,
  indicatorMissingValue,
  indicatorDeviationUnexplained,
  indicatorTargetTooLow,
  indicatorCopiesDiffer,
  reportYearConflict,
];
