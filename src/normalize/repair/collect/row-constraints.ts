import { decimalPlaces, type Exact, exact } from "../../../core/decimal.js";
import { divide, type Interval, meets, multiply, point, rounded } from "../../../core/interval.js";
import type { Message } from "../../../core/messages/messages.js";
import type { Direction } from "../../../core/record.js";
import type { Constraint, Fit, Read } from "../constraint.js";
import type { Slot } from "../slot.js";

const HUNDRED = exact(100);
/** Beyond this share of the target some places deduct points (docs/rules/score-deducted-though-met.md). */
const FAR_ABOVE = "1.3";
/** An author's figure is seldom wrong by this factor; a lost point or a sign read as a digit is. */
export const OUT_OF_SCALE = 5;

/** A score is at most its weight, and not below nothing. */
export function boundConstraint(score: Slot, weight: Slot): Constraint {
  return {
    kind: "bound",
    slots: [score.id, weight.id],
    words: (read) => `${read(score.id).value} ≤ ${read(weight.id).value}`,
    fit: (read) => (read(score.id).stands.low.lte(read(weight.id).stands.high) ? "silent" : "broken"),
  };
}

export interface RowSlots {
  readonly target: Slot;
  readonly actual: Slot;
  readonly weight: Slot;
  readonly score: Slot;
}

/** The score that the Ministry's formula gives (docs/profiles.md, `ministry`): the weight where the target is met, else its share. */
export function scoreConstraint({ target, actual, weight, score }: RowSlots, direction: Direction): Constraint | undefined {
  if (direction === "none" || direction === "range") return undefined;
  const words = (read: Read): Message =>
    `target ${read(target.id).value}, actual ${read(actual.id).value}, weight ${read(weight.id).value} give score ${read(score.id).value}`;
  const fit = (read: Read): Fit => {
    const [t, a, w, s] = [read(target.id), read(actual.id), read(weight.id), read(score.id)];
    if (t.printed.lte(0) || a.printed.isNegative()) return "silent";
    const ratio = a.printed.div(t.printed);
    const met = direction === "higher" ? ratio.gte(1) : direction === "lower" ? ratio.lte(1) : ratio.eq(1);
    if (met) {
      if (s.printed.eq(w.printed)) return "exact";
      if (meets(s.stands, w.stands)) return "rounded";
      return direction === "higher" && ratio.gte(FAR_ABOVE) && s.printed.lt(w.printed) ? "silent" : "broken";
    }
    const rising = direction === "higher" || (direction === "equal" && ratio.lt(1));
    const share = rising ? divide(a.stands, t.stands) : divide(t.stands, a.stands);
    if (share === undefined) return "silent";
    const printed = w.printed.times(rising ? ratio : exact(1).div(ratio));
    return fitOf(s.value, printed, multiply(w.stands, share));
  };
  // A full score fits every actual beyond the target, and an author may give it to one below: only a reading out of all proportion is refuted by it.
  const refutes = (read: Read, other: Read): boolean => {
    if (!read(score.id).printed.eq(read(weight.id).printed)) return true;
    const [ratio, otherRatio] = [read, other].map((each) => each(actual.id).printed.div(each(target.id).printed)) as [Exact, Exact];
    const factor = otherRatio.div(ratio);
    return ratio.gte(1 / 2) && ratio.lte(2) && (factor.gte(OUT_OF_SCALE) || factor.lte(1 / OUT_OF_SCALE));
  };
  return { kind: "row", slots: [target.id, actual.id, weight.id, score.id], words, fit, refutes };
}

/** A printed rate is a quotient in percent. Every base that may be meant is tried. */
export function rateConstraint(rate: Slot, over: Slot, bases: readonly Slot[]): Constraint {
  return {
    kind: "row",
    slots: [rate.id, over.id, ...bases.map(({ id }) => id)],
    words: (read) => `${read(over.id).value} ÷ ${bases.map(({ id }) => read(id).value).join(" or ")} = ${read(rate.id).value}%`,
    fit: (read) =>
      best(
        bases.map(({ id }) => {
          const share = divide(read(over.id).stands, read(id).stands);
          if (share === undefined || read(id).printed.isZero()) return "silent";
          const printed = read(over.id).printed.div(read(id).printed).times(HUNDRED);
          return fitOf(read(rate.id).value, printed, multiply(share, point(HUNDRED)));
        }),
      ),
  };
}

/** The execution score: weight × rate, at most the weight; the rate of the amounts where they stand, else as stated. */
export function executionConstraint(
  score: Slot,
  weight: Slot,
  rate: Slot | undefined,
  over: Slot | null,
  bases: readonly Slot[],
): Constraint {
  const shares = (read: Read): { printed: Exact; stands: Interval }[] => {
    const computed = bases.flatMap(({ id }) => {
      const stands = over && !read(id).printed.isZero() ? divide(read(over.id).stands, read(id).stands) : undefined;
      return over && stands ? [{ printed: read(over.id).printed.div(read(id).printed), stands }] : [];
    });
    if (computed.length > 0 || !rate) return computed;
    return [{ printed: read(rate.id).printed.div(HUNDRED), stands: multiply(read(rate.id).stands, point("0.01")) }];
  };
  const used = over && bases.length > 0 ? [over, ...bases] : rate ? [rate] : [];
  return {
    kind: "row",
    slots: [score.id, weight.id, ...used.map(({ id }) => id)],
    words: (read) => `weight ${read(weight.id).value} × execution rate = ${read(score.id).value}`,
    fit: (read) =>
      best(
        shares(read).map(({ printed, stands }) => {
          const w = read(weight.id);
          const capped = printed.gt(1) ? exact(1) : printed;
          const most = (x: Exact) => (x.gt(1) ? exact(1) : x);
          return fitOf(
            read(score.id).value,
            w.printed.times(capped),
            multiply(w.stands, { low: most(stands.low), high: most(stands.high) }),
          );
        }),
      ),
  };
}

/** Exact: the recomputed figure, rounded as the printed one is, is the printed one. */
function fitOf(value: string, computed: Exact, stands: Interval): Fit {
  if (computed.toDecimalPlaces(decimalPlaces(value)).eq(value)) return "exact";
  return meets(rounded(value), stands) ? "rounded" : "broken";
}

const ORDER: readonly Fit[] = ["exact", "rounded", "silent", "broken"];

function best(fits: readonly Fit[]): Fit {
  return ORDER.find((fit) => fits.includes(fit)) ?? "silent";
}
