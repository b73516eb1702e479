import type { Fate } from "./fate.js";

/** What a run of `ziping import` has done so far. */
export class ImportTally {
  readonly startedAt = new Date();
  /** Inputs whose fate is known. */
  files = 0;
  /** Records that this run read. */
  records = 0;
  readonly findings = { error: 0, warning: 0, info: 0 };
  /** Bytes by outcome. */
  readonly bytes = new Map<Fate["outcome"], number>();
  readonly #outcomes = new Map<Fate["outcome"], number>();
  readonly #faults = new Map<string, number>();

  add({ outcome, error, byteLength, reports, findings }: Fate): void {
    this.files++;
    increase(this.#outcomes, outcome);
    increase(this.bytes, outcome, byteLength ?? 0);
    if (error) increase(this.#faults, error.code);
    if (outcome === "read") this.records += reports.length;
    for (const severity of ["error", "warning", "info"] as const) this.findings[severity] += findings?.[severity] ?? 0;
  }

  count(outcome: Fate["outcome"]): number {
    return this.#outcomes.get(outcome) ?? 0;
  }

  /** Files that gave no record, in this run or before, by the fault's code. */
  get faults(): ReadonlyMap<string, number> {
    return this.#faults;
  }

  get unread(): number {
    return [...this.#faults.values()].reduce((sum, files) => sum + files, 0);
  }

  /** Documents that this run has opened. */
  get opened(): number {
    return this.count("read") + this.count("failed");
  }
}

function increase<Key>(counts: Map<Key, number>, key: Key, by = 1): void {
  counts.set(key, (counts.get(key) ?? 0) + by);
}
