import { type Exact, exact } from "../../core/decimal.js";
import { add, type Interval, meets, point } from "../../core/interval.js";
import type { Reading, Slot } from "./slot.js";

/**
 * How figures stand to a constraint: `exact` as printed, `rounded` within their rounding, `broken`; `silent` where it says nothing of them
 * (a deduction that other rules may explain).
 */
export type Fit = "exact" | "rounded" | "broken" | "silent";

/**
 * What binds figures of a draft. `bound`: score ≤ weight, which proves little. `row`: within one row. `sum`: over rows. `same`: told twice.
 */
export interface Constraint {
  readonly kind: "bound" | "row" | "sum" | "same";
  readonly slots: readonly number[];
  /** The equation in words, of the readings. */
  readonly words: (read: Read) => string;
  readonly fit: (read: Read) => Fit;
}

/** The reading that is tried for a slot. */
export type Read = (slot: number) => Reading;

export const ZERO = point("0");

/** Σ parts = total, with the parts that cannot change added once. `total` may be a figure that nothing prints (100). */
export function sumConstraint(ways: readonly (readonly Slot[])[], total: Slot | string, name: string): Constraint {
  const prepared = ways.map((parts) => {
    const open = parts.filter((part) => part.doubt);
    const fixed = parts.filter((part) => !part.doubt).map((part) => part.readings[0]!);
    return {
      open,
      printed: fixed.reduce((sum, { printed }) => sum.plus(printed), exact(0)),
      stands: fixed.reduce((sum, { stands }) => add(sum, stands), ZERO),
    };
  });
  const goal = (read: Read): { printed: Exact; stands: Interval } =>
    typeof total === "string" ? { printed: exact(total), stands: point(total) } : read(total.id);
  const summed = ({ open, printed, stands }: (typeof prepared)[number], read: Read) =>
    open.reduce((sum, { id }) => ({ printed: sum.printed.plus(read(id).printed), stands: add(sum.stands, read(id).stands) }), {
      printed,
      stands,
    });
  return {
    kind: "sum",
    slots: [...new Set([...ways.flat().map(({ id }) => id), ...(typeof total === "string" ? [] : [total.id])])],
    words: (read) => `${name} = ${typeof total === "string" ? total : read(total.id).value}`,
    fit: (read) => {
      const sought = goal(read);
      const sums = prepared.map((way) => summed(way, read));
      if (sums.some(({ printed }) => printed.eq(sought.printed))) return "exact";
      return sums.some(({ stands }) => meets(stands, sought.stands)) ? "rounded" : "broken";
    },
  };
}

/** Two places that tell one figure. */
export function sameConstraint(a: Slot, b: Slot, name: string): Constraint {
  return {
    kind: "same",
    slots: [a.id, b.id],
    words: (read) => `${name}: ${read(a.id).value} = ${read(b.id).value}`,
    fit: (read) =>
      read(a.id).printed.eq(read(b.id).printed) ? "exact" : meets(read(a.id).stands, read(b.id).stands) ? "rounded" : "broken",
  };
}
