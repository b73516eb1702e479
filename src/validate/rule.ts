import type { Draft, Finding, Severity } from "../core/record.js";
import type { Accusation } from "./accusation.js";
import { toFinding } from "./accusation.js";
import type { Judged } from "./judged.js";

/** One case of a rule: what a report says, and what the rule makes of it. The examples are the rule's tests and its documentation. */
export interface Example {
  /** A sentence that says what the case shows. */
  readonly title: string;
  /** `edge`: decided by rounding alone, to either side. */
  readonly kind: "raises" | "passes" | "edge";
  readonly draft: Draft;
  /** The findings of this rule, in order; none for a case that passes. */
  readonly finds: readonly { subject: string; stated?: string | null; recomputed?: string | null; cause?: Finding["cause"] }[];
  /** Other rules that rightly speak of the same case. */
  readonly also?: readonly string[];
}

export interface Wording {
  readonly zh: string;
  readonly en: string;
}

/** A check of a record, with everything that is to be known about it: the catalogue's entry, its documentation and its tests. */
export interface Rule {
  readonly id: string;
  readonly severity: Severity;
  readonly title: Wording;
  /** Why a reviewer asks for it. */
  readonly why: Wording;
  /** The regulation or the auditor's check that asks for it. */
  readonly source: string;
  readonly examples: readonly Example[];
  check(subject: Judged): Finding[];
}

export interface RuleText extends Omit<Rule, "check"> {
  accuse(subject: Judged): Accusation[];
}

/** A rule of its text and its accusations; identity and severity are stamped on each finding here and nowhere else. */
export function defineRule(rule: RuleText): Rule {
  const { accuse, ...text } = rule;
  return { ...text, check: (subject) => accuse(subject).map((accusation) => toFinding(rule, accusation, subject.reading)) };
}
