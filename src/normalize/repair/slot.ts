import type { Exact } from "../../core/decimal.js";
import type { Interval } from "../../core/interval.js";
import type { Direction, Doubt, MoneyUnit, Operator } from "../../core/record.js";

/**
 * Where a reading comes from: `present`: it stands in the draft; `given`: a reader saw it; `structural`: the present digits with their point put
 * elsewhere, or without a sign that was read as a digit; `similar`: one digit exchanged for one that looks like it.
 */
export type Origin = "present" | "given" | "structural" | "similar";

/** One way of reading a figure. */
export interface Reading {
  readonly origin: Origin;
  readonly text: string;
  readonly value: string;
  /** The figure without its rounding: money in yuan, percentages in percent. */
  readonly printed: Exact;
  /** What the printed figure stands for. */
  readonly stands: Interval;
  /** Of a quantity. */
  readonly operator?: Operator;
  readonly direction?: Direction;
  /** Of money: the unit that the reading names, else the unit in force. */
  readonly unit?: MoneyUnit;
}

/** A figure of the draft that constraints speak of. */
export interface Slot {
  readonly id: number;
  /** JSON pointers of every place where this one printed figure stands in the draft. */
  readonly paths: readonly string[];
  readonly kind: "points" | "percent" | "money" | "plain" | "target" | "actual";
  /** The present reading first. A figure without doubt has no other. */
  readonly readings: readonly Reading[];
  readonly doubt?: Doubt;
}

/** Whether a figure is doubtful, and may be read otherwise. */
export function isOpen(slot: Slot): boolean {
  return slot.doubt !== undefined;
}
