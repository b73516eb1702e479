import type { JudgedDocument } from "../../warehouse/warehouse.js";

/** What a run of `ziping import` has done so far. */
export class ImportTally {
  readonly startedAt = new Date();
  /** Files whose fate is known: read, not read, or judged before. */
  files = 0;
  judgedBefore = 0;
  leftOut = 0;
  records = 0;
  readonly findings = { error: 0, warning: 0, info: 0 };
  /** Files by what became of them: `read`, or the code of the fault. */
  readonly outcomes = new Map<string, number>();

  add({ outcome }: JudgedDocument): void {
    this.files++;
    const kind = "error" in outcome ? outcome.error.code : "read";
    this.outcomes.set(kind, (this.outcomes.get(kind) ?? 0) + 1);
    if ("error" in outcome) return;
    this.records += outcome.records.length;
    for (const { severity } of outcome.records.flatMap((record) => record.findings)) this.findings[severity]++;
  }

  skip(files: number): void {
    this.files += files;
    this.judgedBefore += files;
  }

  get read(): number {
    return this.outcomes.get("read") ?? 0;
  }

  get unread(): number {
    return this.files - this.judgedBefore - this.read;
  }
}
