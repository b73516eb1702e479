import type { Column } from "../column.js";

/** The characters of a head up to `end`, read as columns. */
export interface HeadReading {
  readonly columns: readonly Column[];
  readonly end: number;
  readonly score: number;
  /** Some column's words were broken over lines. */
  readonly wrapped: boolean;
  /** How many of the columns have heads that the lexicon does not know. */
  readonly unknown: number;
}

/** What a listed head is worth, each of its letters, and that it ends where an atom ends. */
export const LISTED = 2;
export const LETTER = 0.1;
export const WHOLE = 1.5;
