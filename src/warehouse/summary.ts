import type { Severity } from "../core/record.js";

/** What an archive has to say at a glance, every list of bounded length however many reports there are. */
export interface Summary {
  readonly counts: Counts;
  /** Files by what became of them and, where they gave no record, by what to do. */
  readonly files: readonly { readonly outcome: string; readonly files: number; readonly remedy: string | null }[];
  /** The first that gave no record. */
  readonly unread: readonly UnreadFile[];
  /** Reports by the gravest of their findings; `none` where there is none. */
  readonly worst: { readonly [severity in Severity | "none"]: number };
  /** The gravest first; only the first of them with their findings. */
  readonly review: readonly ReviewedReport[];
  readonly inflation: Inflation;
  readonly rules: readonly RuleCount[];
  /** Reports by execution rate and output score, both in percent, cut to steps of 5 (and at 120). */
  readonly execution: readonly { readonly rate: number; readonly output: number; readonly reports: number }[];
  readonly unspent: readonly UnspentReport[];
  readonly ratios: readonly { readonly from: number; readonly targets: number }[];
  readonly overachieved: readonly OverachievedTarget[];
  readonly grades: readonly {
    readonly year: number | null;
    readonly band: string | null;
    readonly reports: number;
    readonly notEarned: number;
  }[];
  readonly totals: readonly { readonly points: number; readonly reports: number }[];
}

export interface UnreadFile {
  readonly path: string;
  readonly outcome: string;
  readonly message: string;
  readonly remedy: string;
}

export interface Counts {
  readonly reports: number;
  readonly units: number;
  readonly incomplete: number;
  readonly firstYear: number | null;
  readonly lastYear: number | null;
  readonly doubtful: number;
  readonly findings: { readonly [severity in Severity]: number };
  readonly pipelines: readonly string[];
}

export interface ReviewedReport {
  readonly reportId: string;
  /** Its project; of reports on no one project, such as a department's, the title. */
  readonly name: string | null;
  readonly unit: string | null;
  readonly year: number | null;
  readonly total: string | null;
  readonly grade: string | null;
  readonly errors: number;
  readonly warnings: number;
  readonly inflation: number;
  readonly path: string | null;
  /** Its gravest findings; none for reports further down the list. */
  readonly findings: readonly ReviewedFinding[];
}

export interface ReviewedFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly subject: string;
  readonly stated: string | null;
  readonly recomputed: string | null;
  readonly message: { readonly zh: string; readonly en: string };
  readonly place: { readonly page?: number; readonly table?: number; readonly row?: number; readonly line?: number };
}

export interface Inflation {
  readonly years: readonly number[];
  readonly units: readonly { readonly unit: string | null; readonly total: number; readonly byYear: { readonly [year: number]: number } }[];
  /** Units with an inflated score that are not listed. */
  readonly more: number;
}

export interface RuleCount {
  readonly rule: string;
  readonly severity: Severity;
  readonly title: { readonly zh: string; readonly en: string };
  readonly findings: number;
  readonly reports: number;
}

export interface UnspentReport {
  /** Its project, or the title. */
  readonly name: string | null;
  readonly unit: string | null;
  readonly year: number | null;
  readonly rate: string;
  readonly output: number;
}

export interface OverachievedTarget {
  readonly unit: string | null;
  readonly indicator: string;
  readonly times: number;
  readonly since: number | null;
  readonly highest: number;
}
