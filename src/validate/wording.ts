import { decimalPlaces, type Exact, exact, plain } from "../core/decimal.js";
import type { Interval } from "../core/interval.js";
import type { Row } from "./rows/row.js";

/** A figure as a message names it: at most `places` decimals, no trailing zeros. */
export function show(value: Exact, places = 2): string {
  return plain(value.toDecimalPlaces(places));
}

/** The middle of an interval, shown. */
export function middle({ low, high }: Interval, places = 2): string {
  return show(low.plus(high).div(2), places);
}

/** What rounding allows a recomputed figure to be, as an aside; nothing where it is exact, or moved by less than is shown. */
export function rounding({ low, high }: Interval, unit = ""): { readonly zh: string; readonly en: string } {
  const [least, most] = [show(low, 3), show(high, 3)];
  if (least === most) return { zh: "", en: "" };
  const span = `${least}～${most}${unit}`;
  return { zh: `（计入取整为 ${span}）`, en: ` (${span} with rounding)` };
}

/** Stated less recomputed. */
export function gap(stated: string, recomputed: string): string {
  return plain(exact(stated).minus(exact(recomputed)));
}

/** By which rule a score was recomputed, as an adverbial: the standard printed beside the indicator, or proportion. */
export function by({ standard }: Row): { readonly zh: string; readonly en: string } {
  if (standard === undefined) return { zh: "按比例", en: "in proportion" };
  return { zh: `按评分标准“${standard.text}”`, en: `by its own standard “${standard.text}”` };
}

/** As many decimals as the figure prints, at least two: to tell it apart from what was recomputed. */
export function placesOf(stated: string): number {
  return Math.max(decimalPlaces(stated), 2);
}

/** As many as a sentence bears. */
const MOST_LISTED = 8;

/** Parts of a sentence, the first few where there are many. */
export function listed(parts: readonly string[], separator: string): string {
  return parts.length > MOST_LISTED ? `${parts.slice(0, MOST_LISTED).join(separator)}…` : parts.join(separator);
}
