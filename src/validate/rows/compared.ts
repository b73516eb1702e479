import { type Exact, exact } from "../../core/decimal.js";
import { isFractionBeside } from "../../core/fraction.js";
import { type Interval, multiply, point, rounded } from "../../core/interval.js";
import type { Quantity } from "../../core/record.js";
import { unitOf } from "./unit.js";

/** A target and an actual brought to one unit. A target is a set figure, hence exact; an actual was measured or counted. */
export interface Compared {
  /** Both ends are the same unless the target is a range. */
  readonly target: { readonly low: Exact; readonly high: Exact };
  /** What the printed actual stands for; `bound` says whether it is one-sided (≥95%). */
  readonly actual: Interval;
  readonly printed: Exact;
  readonly bound: "exact" | "at least" | "at most";
  /** The unit of all of them; empty where neither prints one. */
  readonly unit: string;
}

/** Beyond this ratio a figure without a unit is not held to be in the other's unit. */
const SAME_UNIT_RATIO = 50;

/** 9.8万, said of a target in 万元: the thing counted is the target's. */
const BARE = /^[万亿]$/u;

/** Undefined where the two cannot be compared: units of different kinds, an actual that is a range, a unit that may be missing. */
export function compare(target: Quantity, actual: Quantity): Compared | undefined {
  if (actual.operator === "range") return undefined;
  const [low, high] = ends(target).map((end) => end.times(fractionOf(target, actual))) as [Exact, Exact];
  const bare = [target, actual].some(({ unit }) => BARE.test(unit.trim()));
  const blank = target.unit.trim() === "" || actual.unit.trim() === "";
  const to = unitOf(target.unit);
  const from = unitOf(actual.unit);
  if (!blank && !bare && to.dimension !== from.dimension) return undefined;
  const factor = blank ? exact(fractionOf(actual, target)) : from.factor.div(to.factor);
  const measured = from.measured || to.measured;
  const printed = exact(actual.value).times(factor);
  if ((blank || bare) && target.unit.trim() !== actual.unit.trim() && !alike(high, printed)) return undefined;
  const whole = !actual.value.includes(".") && !measured;
  const stands = whole ? point(actual.value) : rounded(actual.value);
  return {
    target: { low, high },
    actual: multiply(stands, point(factor)),
    printed,
    bound: boundOf(actual),
    unit: target.unit.trim() || actual.unit.trim(),
  };
}

/** What a share told as a fraction (0.95 beside 93%) is to be multiplied by; 1 for any other figure. */
function fractionOf({ value, unit }: Quantity, other: Quantity): number {
  return unit.trim() === "" && other.unit.trim() === "%" && isFractionBeside(value, other.value) ? 100 : 1;
}

function ends(target: Quantity): [Exact, Exact] {
  const [low, high] = target.value.split("..");
  const first = exact(low!);
  const second = exact(high ?? low!);
  return first.lte(second) ? [first, second] : [second, first];
}

function alike(a: Exact, b: Exact): boolean {
  if (a.isZero() || b.isZero()) return true;
  const ratio = a.div(b).abs();
  return ratio.lt(SAME_UNIT_RATIO) && ratio.gt(exact(1).div(SAME_UNIT_RATIO));
}

function boundOf(actual: Quantity): Compared["bound"] {
  if (actual.operator === ">=" || actual.operator === ">") return "at least";
  if (actual.operator === "<=" || actual.operator === "<") return "at most";
  return "exact";
}
