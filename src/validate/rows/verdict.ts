import { exact } from "../../core/decimal.js";
import { type Interval, interval } from "../../core/interval.js";
import type { Direction, Indicator, Quantity } from "../../core/record.js";
import { isMasked, isNotApplicable, plainText } from "../plain-text.js";
import { type DaySpan, daySpan } from "./calendar.js";
import { type Compared, compare } from "./compared.js";
import { type Outcome, tierOf } from "./tier.js";

/** Whether an indicator's target was met, and by what it was told. */
export interface Verdict {
  readonly outcome: Outcome;
  readonly by: "figures" | "dates" | "words" | "repetition" | "nothing";
  /** The two figures in one unit, where both are figures that can be compared. */
  readonly compared?: Compared;
  /** The side of the target that is good, where `compared` stands. */
  readonly direction?: Exclude<Direction, "none">;
  /** Days behind the date of the target, where both are dates and it was missed. */
  readonly late?: Interval;
}

const UNKNOWN: Verdict = { outcome: "unknown", by: "nothing" };

/** `year` is the evaluated year, for dates that name none. */
export function verdictOf(indicator: Indicator, year: number | null): Verdict {
  const { target, actual } = indicator;
  if (isMasked(target) || isMasked(actual)) return UNKNOWN;
  const dates = byDates(target, actual, year);
  if (dates !== undefined) return dates;
  const figures = byFigures(indicator);
  if (isNotApplicable(target) || isNotApplicable(actual)) return figures ?? UNKNOWN;
  if (plainText(target) === plainText(actual)) return { ...figures, outcome: "met", by: "repetition" };
  return figures ?? byWords(indicator);
}

/** The target was missed by the printed figures, though another figure that rounds to the printed one might meet it: 2 万元 of at most 1.8. */
export function isMissedAsPrinted({ outcome, compared, by }: Verdict): boolean {
  return outcome === "unmet" || (outcome === "unknown" && by === "figures" && compared?.bound === "exact");
}

function byFigures(indicator: Indicator): Verdict | undefined {
  const { targetValue, actualValue } = indicator;
  if (targetValue === null || actualValue === null) return undefined;
  const direction = directionOf(indicator.direction, targetValue);
  const compared = compare(targetValue, actualValue);
  if (direction === undefined || compared === undefined) return UNKNOWN;
  return { outcome: outcomeOf(compared, direction), by: "figures", compared, direction };
}

/** The normaliser knows the direction; a signed target tells it where the normaliser does not. */
function directionOf(direction: Direction, target: Quantity): Exclude<Direction, "none"> | undefined {
  if (target.operator === "range") return "range";
  if (direction === "range") return undefined;
  if (direction !== "none") return direction;
  if (target.operator === ">=" || target.operator === ">") return "higher";
  if (target.operator === "<=" || target.operator === "<") return "lower";
  return undefined;
}

/** Met by the printed figure; unmet only when no figure that rounds to the printed one would meet the target. */
function outcomeOf({ target, actual, printed, bound }: Compared, direction: Exclude<Direction, "none">): Outcome {
  const enough = printed.gte(target.low);
  const little = printed.lte(target.high);
  const short = actual.high.lt(target.low);
  const above = actual.low.gt(target.high);
  if (bound !== "exact") return byBound(bound, direction, { enough, little, short, above });
  switch (direction) {
    case "higher":
      return enough ? "met" : short ? "unmet" : "unknown";
    case "lower":
      return little ? "met" : above ? "unmet" : "unknown";
    case "equal":
    case "range":
      return enough && little ? "met" : short || above ? "unmet" : "unknown";
  }
}

interface Sides {
  readonly enough: boolean;
  readonly little: boolean;
  readonly short: boolean;
  readonly above: boolean;
}

/** An actual that only bounds the figure (不少于 50) meets or misses a target on the side it bounds. */
function byBound(bound: "at least" | "at most", direction: Direction, { enough, little, short, above }: Sides): Outcome {
  if (bound === "at least") {
    if (direction === "higher" && enough) return "met";
    return direction !== "higher" && above ? "unmet" : "unknown";
  }
  if (direction === "lower" && little) return "met";
  return direction !== "lower" && short ? "unmet" : "unknown";
}

function byDates(target: string, actual: string, year: number | null): Verdict | undefined {
  const due = daySpan(target, year);
  const done = daySpan(actual, year);
  if (due === undefined || done === undefined) return undefined;
  const outcome = done.last <= due.last ? "met" : done.first > due.last ? "unmet" : "unknown";
  return outcome === "unmet" ? { outcome, by: "dates", late: daysBetween(due, done) } : { outcome, by: "dates" };
}

const SPAN_OF_MONTH = 31;
/** By which a month falls short of that at most. */
const SHORTER = 3;

function daysBetween(due: DaySpan, done: DaySpan): Interval {
  const [least, most] = [done.first - due.last, done.last - due.last];
  const short = SHORTER * Math.ceil(most / SPAN_OF_MONTH);
  return interval(exact(Math.max(1, least - short)), exact(most));
}

/** A figure answered by words, or words by a figure, is not judged: what was measured is not told. */
function byWords(indicator: Indicator): Verdict {
  if (indicator.targetValue !== null) return UNKNOWN;
  const outcome = tierOf(indicator.target, indicator.actual);
  return outcome === "unknown" ? UNKNOWN : { outcome, by: "words" };
}
