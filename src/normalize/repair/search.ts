import type { Constraint, Fit, Read } from "./constraint.js";
import { isOpen, type Reading, type Slot } from "./slot.js";

/** Assignments that are tried for one component of linked figures. */
const MOST_TRIED = 4_000;
/** Constraints that are tried in one draft at one time: where that is not enough, doubts stay. */
const MOST_FITS = 60_000;
/** Figures of one component that are held to be misread at once. */
const MOST_CHANGES = 3;

const MENDABLE: ReadonlySet<Fit> = new Set(["broken", "rounded"]);

/** Another reading for each of some slots. */
export type Change = ReadonlyMap<Slot, Reading>;

/** What a change mends. */
export interface Mended {
  readonly change: Change;
  /** Constraints that were broken and are not. */
  readonly gained: readonly Constraint[];
  /** Sums that held within rounding and hold to the last digit. */
  readonly sharpened: readonly Constraint[];
  /** Constraints on the changed figures that stay broken. */
  readonly left: readonly Constraint[];
}

/** The draft's figures as they are read, with some read otherwise. */
export class Trial {
  readonly #of: ReadonlyMap<number, readonly Constraint[]>;
  #fits = 0;
  readonly #present = new Map<Constraint, Fit>();

  constructor(
    readonly slots: readonly Slot[],
    constraints: readonly Constraint[],
  ) {
    const of = new Map<number, Constraint[]>();
    for (const constraint of constraints)
      for (const id of new Set(constraint.slots)) if (isOpen(slots[id]!)) of.set(id, [...(of.get(id) ?? []), constraint]);
    this.#of = of;
  }

  constraintsOn(slot: Slot): readonly Constraint[] {
    return this.#of.get(slot.id) ?? [];
  }

  get exhausted(): boolean {
    return this.#fits > MOST_FITS;
  }

  read(change?: Change): Read {
    return (id) => change?.get(this.slots[id]!) ?? this.slots[id]!.readings[0]!;
  }

  fit(constraint: Constraint, change?: Change): Fit {
    if (change) this.#fits++;
    if (change)
      return constraint.fit(
        this.read(change),
        [...change.keys()].map(({ id }) => id),
      );
    const known = this.#present.get(constraint) ?? constraint.fit(this.read(), []);
    this.#present.set(constraint, known);
    return known;
  }

  /** What the change mends; undefined where it breaks what held, or changes a figure to no end. */
  judge(change: Change): Mended | undefined {
    const touched = new Set([...change.keys()].flatMap((slot) => this.constraintsOn(slot)));
    const gained: Constraint[] = [];
    const sharpened: Constraint[] = [];
    const left: Constraint[] = [];
    for (const constraint of touched) {
      const before = this.fit(constraint);
      const after = this.fit(constraint, change);
      if (after === "broken" && before !== "broken") return undefined;
      // What holds to the last digit is not given up for what holds within rounding.
      if (before === "exact" && after !== "exact") return undefined;
      if (after === "broken") left.push(constraint);
      else if (before === "broken" && after !== "silent") gained.push(constraint);
      else if (constraint.kind === "sum" && before === "rounded" && after === "exact") sharpened.push(constraint);
    }
    const purposes = [...gained, ...sharpened];
    if (![...change.keys()].every((slot) => purposes.some((constraint) => constraint.slots.includes(slot.id)))) return undefined;
    return { change, gained, sharpened, left };
  }
}

/** Open slots that constraints link, each group by itself. */
export function components(slots: readonly Slot[], trial: Trial): Slot[][] {
  const seen = new Set<Slot>();
  return slots.filter(isOpen).flatMap((start) => {
    if (seen.has(start)) return [];
    seen.add(start);
    const group = [start];
    for (let i = 0; i < group.length; i++)
      for (const id of trial.constraintsOn(group[i]!).flatMap((constraint) => constraint.slots)) {
        const slot = slots[id]!;
        if (!isOpen(slot) || seen.has(slot)) continue;
        seen.add(slot);
        group.push(slot);
      }
    return [group];
  });
}

/** Every change of few figures that mends something and breaks nothing. `complete`: none was left untried for want of time. */
export function mending(group: readonly Slot[], trial: Trial): { readonly found: readonly Mended[]; readonly complete: boolean } {
  const found: Mended[] = [];
  let tried = 0;
  // Only figures on a constraint that does not hold to the last digit can mend anything.
  const suspects = group.filter((slot) => trial.constraintsOn(slot).some((constraint) => MENDABLE.has(trial.fit(constraint))));
  const visit = (from: number, change: Map<Slot, Reading>, left: number): boolean => {
    for (let i = from; i < suspects.length; i++) {
      const slot = suspects[i]!;
      for (const reading of slot.readings.slice(1)) {
        if (++tried > MOST_TRIED || trial.exhausted) return false;
        change.set(slot, reading);
        if (left === 1) {
          const mended = trial.judge(change);
          if (mended) found.push({ ...mended, change: new Map(change) });
        } else if (!visit(i + 1, change, left - 1)) return false;
      }
      change.delete(slot);
    }
    return true;
  };
  for (let size = 1; size <= Math.min(MOST_CHANGES, suspects.length); size++)
    if (!visit(0, new Map(), size)) return { found, complete: size > 1 };
  return { found, complete: true };
}
