import { decimalPlaces, type Exact, exact, plain } from "../core/decimal.js";
import type { Interval } from "../core/interval.js";

/** A figure as a message names it: at most `places` decimals, no trailing zeros. */
export function show(value: Exact, places = 2): string {
  return plain(value.toDecimalPlaces(places));
}

/** The middle of an interval, shown. */
export function middle({ low, high }: Interval, places = 2): string {
  return show(low.plus(high).div(2), places);
}

/** An interval as the bounds that rounding allows, or the one figure it is. */
export function bounds({ low, high }: Interval, places = 3): string {
  return low.eq(high) ? show(low, places) : `${show(low, places)}～${show(high, places)}`;
}

/** Stated less recomputed. */
export function gap(stated: string, recomputed: string): string {
  return plain(exact(stated).minus(exact(recomputed)));
}

/** As many decimals as the figure prints, at least two: to tell it apart from what was recomputed. */
export function placesOf(stated: string): number {
  return Math.max(decimalPlaces(stated), 2);
}
