import { decimalPlaces, type Exact, exact, YUAN_PER } from "./decimal.js";
import type { Money, Percent } from "./record.js";

/** A closed interval of decimals: what a rounded figure stands for (XBRL Calculations 1.1). */
export interface Interval {
  readonly low: Exact;
  readonly high: Exact;
}

/** The figures between two, whichever of them is the greater. */
export function interval(low: Exact, high: Exact): Interval {
  return low.lte(high) ? { low, high } : { low: high, high: low };
}

/** A figure known exactly: a count, or points with fewer than two decimals. */
export function point(value: string | Exact): Interval {
  const x = typeof value === "string" ? exact(value) : value;
  return { low: x, high: x };
}

/** A figure rounded at its last printed decimal *d*: ± ½·10⁻ᵈ. */
export function rounded(value: string): Interval {
  const half = exact(`5e${-decimalPlaces(value) - 1}`);
  const x = exact(value);
  return { low: x.minus(half), high: x.plus(half) };
}

/** What a percentage stands for: rounded at its last printed decimal, which for a share (0.1, of 10) is that of the share. */
export function inPercent({ raw, value }: Pick<Percent, "raw" | "value">): Interval {
  if (!/^\s*[01]\.\d\s*$/u.test(raw) || !exact(raw.trim()).times(100).eq(value)) return rounded(value);
  return { low: exact(value).minus(5), high: exact(value).plus(5) };
}

/** Points: rounded when printed with two or more decimals, exact with fewer. */
export function points(value: string): Interval {
  return decimalPlaces(value) >= 2 ? rounded(value) : point(value);
}

/** What a printed amount stands for, in yuan: also a whole number of 万元 was rounded. */
export function inYuan({ value, unit }: Pick<Money, "value" | "unit">): Interval {
  return multiply(rounded(value), point(YUAN_PER[unit]));
}

/** Every sum of a figure of one and a figure of the other. */
export function add(a: Interval, b: Interval): Interval {
  return { low: a.low.plus(b.low), high: a.high.plus(b.high) };
}

/** Every difference of a figure of the first and a figure of the second. */
export function subtract(a: Interval, b: Interval): Interval {
  return { low: a.low.minus(b.high), high: a.high.minus(b.low) };
}

/** Every product of a figure of one and a figure of the other. */
export function multiply(a: Interval, b: Interval): Interval {
  const products = [a.low.times(b.low), a.low.times(b.high), a.high.times(b.low), a.high.times(b.high)];
  return hull(products);
}

/** Undefined when the divisor's interval holds zero. */
export function divide(a: Interval, b: Interval): Interval | undefined {
  if (b.low.lte(0) && b.high.gte(0)) return undefined;
  return hull([a.low.div(b.low), a.low.div(b.high), a.high.div(b.low), a.high.div(b.high)]);
}

/** Every sum of one figure of each; nought where there is none. */
export function sum(parts: readonly Interval[]): Interval {
  return parts.reduce(add, point("0"));
}

/** Whether some figure lies in both. */
export function meets(a: Interval, b: Interval): boolean {
  return a.low.lte(b.high) && b.low.lte(a.high);
}

function hull(values: readonly Exact[]): Interval {
  return {
    low: values.reduce((a, b) => (a.lte(b) ? a : b)),
    high: values.reduce((a, b) => (a.gte(b) ? a : b)),
  };
}
