import { type Exact, exact } from "../../core/decimal.js";
import { add, type Interval, meets, point } from "../../core/interval.js";
import type { Message } from "../../core/messages/messages.js";
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
  readonly words: (read: Read) => Message;
  /** `changed`: the slots that `read` reads otherwise than the draft does. */
  readonly fit: (read: Read, changed: readonly number[]) => Fit;
  /** Where it holds as read: whether that `other` breaks it speaks against `other`. Absent: it always does. */
  readonly refutes?: (read: Read, other: Read) => boolean;
}

/** The reading that is tried for a slot. */
export type Read = (slot: number) => Reading;

const NOTHING: Amount = { printed: exact(0), stands: point("0") };

interface Amount {
  readonly printed: Exact;
  readonly stands: Interval;
}

/** Σ parts = total; only what a trial changes is added anew. `total` may be a figure that nothing prints (100). */
export function sumConstraint(ways: readonly (readonly Slot[])[], total: Slot | string, name: string): Constraint {
  const prepared = ways.map((parts) => ({
    present: new Map(parts.map(({ id, readings }) => [id, readings[0]!])),
    sum: parts.reduce<Amount>((sum, { readings }) => plus(sum, readings[0]!), NOTHING),
  }));
  const goal = (read: Read): Amount => (typeof total === "string" ? { printed: exact(total), stands: point(total) } : read(total.id));
  return {
    kind: "sum",
    slots: [...new Set([...ways.flat().map(({ id }) => id), ...(typeof total === "string" ? [] : [total.id])])],
    words: (read) => `${name} = ${typeof total === "string" ? total : read(total.id).value}`,
    fit: (read, changed) => {
      const sought = goal(read);
      const sums = prepared.map(({ present, sum }) =>
        changed.reduce((moved, id) => {
          const was = present.get(id);
          return was ? plus(minus(moved, was), read(id)) : moved;
        }, sum),
      );
      if (sums.some(({ printed }) => printed.eq(sought.printed))) return "exact";
      return sums.some(({ stands }) => meets(stands, sought.stands)) ? "rounded" : "broken";
    },
  };
}

function plus(a: Amount, b: Amount): Amount {
  return { printed: a.printed.plus(b.printed), stands: add(a.stands, b.stands) };
}

/** Takes out what was added: the ends come back as they were, unlike those of a difference. */
function minus(a: Amount, b: Amount): Amount {
  const stands = { low: a.stands.low.minus(b.stands.low), high: a.stands.high.minus(b.stands.high) };
  return { printed: a.printed.minus(b.printed), stands };
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
