import type { Failure, Record } from "../../core/record.js";

/** One way to print what `ziping check` found. Each call returns the text to print; state is kept for the head, the foot and the seams. */
export interface CheckReport {
  head(): string;
  document(path: string, record: Record): string;
  failure(path: string, failure: Failure): string;
  foot(): string;
}
