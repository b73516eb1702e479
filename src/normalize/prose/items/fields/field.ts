import type { Token } from "../../lexer.js";
import type { FieldRole } from "./field-label.js";
import type { KeyedLines } from "./keyed-lines.js";

/** What a clause tells under one label. Offsets are those of the text that was read. */
export interface Field {
  readonly role: FieldRole;
  readonly key: string;
  readonly start: number;
  readonly end: number;
  /** Where what is told begins: behind the label. */
  readonly value: number;
  /** Marks, a score or a rate. */
  readonly figure?: Token;
  /** A quantity or a date is told, not words. */
  readonly measured: boolean;
  /** Marks without a label: 8分. */
  readonly bare?: true;
  /** What was done, between the label and how much of it: 完成检修浮桥12座. It names the indicator where nothing else does. */
  readonly deed?: { readonly start: number; readonly end: number };
}

/** What is known of a report's labels where one of its clauses is read. */
export interface Labels {
  readonly fiscalYear: number | null;
  /** Labels that this report puts before quantities: what stands behind them elsewhere is told under them too, in words. */
  readonly learned: ReadonlySet<string>;
  /** Those among them that it puts behind a name in one clause. */
  readonly glued: ReadonlySet<string>;
  /** Labels of the report's own, each before a colon at the head of a line. */
  readonly keyed: KeyedLines;
  /** What was told right before the clause: a result is told in the words of its target. */
  readonly before?: "words" | "quantity" | undefined;
}
