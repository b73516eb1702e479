import type { Change } from "../../warehouse/anew/compare-rows.js";

type Kinds = { added: number; removed: number; changed: number };

/** What a run of `ziping diff` has found so far: as many lines as there are rules and columns, however many documents. */
export class DiffTally {
  compared = 0;
  differing = 0;
  gone = 0;
  changedSince = 0;
  /** Compared by their kept records alone. */
  byRecord = 0;
  readonly rules = new Map<string, Kinds>();
  /** By what differs: `indicator.score`, `fund.executed`; a whole row has no column. */
  readonly figures = new Map<string, Kinds>();

  add(from: "file" | "record", changes: readonly Change[]): void {
    this.compared++;
    if (from === "record") this.byRecord++;
    if (changes.length > 0) this.differing++;
    // A finding that differs in several columns is one that changed.
    const findings = new Set<string>();
    for (const { change, what, part, rule, name, field } of changes) {
      if (what !== "finding") count(this.figures, field === "" ? what : `${what}.${field}`, change);
      else if (!findings.has(`${part} ${rule} ${name}`) || change !== "changed") count(this.rules, rule, change);
      if (what === "finding") findings.add(`${part} ${rule} ${name}`);
    }
  }

  outOfReach(why: "gone" | "changed"): void {
    if (why === "gone") this.gone++;
    else this.changedSince++;
  }
}

function count(kinds: Map<string, Kinds>, name: string, change: Change["change"]): void {
  const known = kinds.get(name) ?? { added: 0, removed: 0, changed: 0 };
  known[change]++;
  kinds.set(name, known);
}
