import type { Evidence } from "../../core/evidence.js";
import type { Indicator, StatedScore } from "../../core/record.js";
import type { Levels } from "./levels/levels.js";

/** Where in the document something was told: for reading order. */
export interface Place {
  readonly table: number;
  readonly row: number;
}

/** An indicator as one table tells it, before copies are merged and ids given. */
export interface ToldIndicator extends Omit<Indicator, "id"> {
  readonly place: Place;
  /** Marks printed behind its own name, where the table has no weight column. */
  readonly evidenceOf: { readonly [field in "target" | "actual" | "weight" | "score" | "completionRate"]?: readonly Evidence[] };
}

export interface ToldScore extends StatedScore {
  readonly place: Place;
}

/** A cell where a grade should stand. */
export interface ToldGrade {
  readonly raw: string;
  readonly evidence: readonly Evidence[];
  readonly place: Place;
}

/** All that one indicator region tells. `unread`: texts that stand in a figure's column and of which no figure could be made. */
export interface ToldTable {
  readonly indicators: readonly ToldIndicator[];
  readonly scores: readonly ToldScore[];
  readonly grades: readonly ToldGrade[];
  /** The levels in force below the last row: a table that goes on behind a page break begins under them. */
  readonly levels: Levels;
  /** Rows that are neither indicators nor totals: labels beside values, notes. */
  readonly loose: readonly number[];
  readonly unread: readonly string[];
}
