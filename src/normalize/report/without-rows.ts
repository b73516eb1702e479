import type { Completeness, Draft, Warning } from "../../core/record.js";

export interface WhatWasRead extends Pick<Draft, "indicators"> {
  /** Whether a title says what the document is. */
  readonly isTitled: boolean;
  /** Whether anything in it evaluates something. */
  readonly evaluates: boolean;
  readonly completeness: Completeness;
  /** What reading the file warned of. */
  readonly read: readonly Warning[];
}

/** The warning of a document that gave no indicators: its title says that it is a report and its tables came apart, or it is none. */
export function withoutRows({ isTitled, evaluates, indicators, completeness, read }: WhatWasRead): Warning[] {
  if (isTitled && indicators.length === 0 && completeness.indicators === "doubtful")
    return [{ code: "indicators-unread", message: `The indicators of this report could not be read: ${completeness.because.join("; ")}` }];
  // A page that nobody read may evaluate.
  return evaluates || read.some(({ code }) => code === "page-unreadable")
    ? []
    : [{ code: "not-a-report", message: "Nothing in this document evaluates a project, a department or a policy." }];
}
