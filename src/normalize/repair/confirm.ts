import type { Mended, Trial } from "./search.js";
import { isOpen, type Slot } from "./slot.js";

/**
 * The open slots whose present reading arithmetic confirms: an equation holds to the last digit in which no other figure is in doubt, no other
 * reading would satisfy it as well, and nothing that the figure takes part in is broken. Where something is broken (an author's error, or a
 * misreading elsewhere), the figure's own row and a sum must both hold, and none of its readings may mend what is broken.
 *
 * That can hide no error: the figure keeps its value. It can accuse falsely only if a misread figure satisfied all its equations by chance.
 */
export function confirmed(slots: readonly Slot[], trial: Trial, found: readonly Mended[], complete: boolean): Set<Slot> {
  const sure = new Set<Slot>();
  const open = slots.filter(isOpen);
  const mendable = new Set(found.flatMap(({ change }) => [...change.keys()]));
  for (let grown = true; grown; ) {
    grown = false;
    for (const slot of open) {
      if (sure.has(slot) || !isConfirmed(slot)) continue;
      sure.add(slot);
      grown = true;
    }
  }
  return sure;

  function isConfirmed(slot: Slot): boolean {
    const constraints = trial.constraintsOn(slot).filter(({ kind }) => kind !== "bound");
    const anchored = constraints.filter(
      (constraint) =>
        trial.fit(constraint) === "exact" && constraint.slots.every((id) => id === slot.id || !isOpen(slots[id]!) || sure.has(slots[id]!)),
    );
    const broken = trial.constraintsOn(slot).some((constraint) => trial.fit(constraint) === "broken");
    if (broken) {
      const kinds = new Set(anchored.map(({ kind }) => kind));
      if (!complete || mendable.has(slot) || !kinds.has("row") || !(kinds.has("sum") || kinds.has("same"))) return false;
    }
    return anchored.length > 0 && !hasRival(slot, trial);
  }
}

/** Another reading satisfies all that the present one does. Of a target or an actual, which a met row leaves wide room, the given ones count. */
function hasRival(slot: Slot, trial: Trial): boolean {
  const wide = slot.kind === "target" || slot.kind === "actual";
  return slot.readings.slice(1).some((reading) => {
    if (trial.exhausted) return true;
    if (wide && reading.origin !== "given") return false;
    const change = new Map([[slot, reading]]);
    return trial.constraintsOn(slot).every((constraint) => {
      const before = trial.fit(constraint);
      const after = trial.fit(constraint, change);
      const stands = before === "broken" || (before === "exact" ? after === "exact" : after !== "broken");
      return stands || (wide && constraint.refutes?.(trial.read(), trial.read(change)) === false);
    });
  });
}
