import { BUDGET_WORDS } from "./budget-words.js";
import { GRADE_WORDS } from "./grade-words.js";
import { LEVEL_WORDS } from "./level-words.js";
import { PAYMENT_WORDS } from "./payment-words.js";
import { RATE_WORDS } from "./rate-words.js";
import { SCORE_WORDS } from "./score-words.js";
import { SOURCE_WORDS } from "./source-words.js";

/**
 * Words that the sentences of a self-evaluation report are made of, by the part they play. Sources: the five sample reports, 63 published
 * reports, and the forms of 财预〔2020〕10号; marked [K] where only general usage stands behind a word.
 * Longest match wins, so compound words may stand beside their parts.
 */
export const PROSE_WORDS = {
  ...SCORE_WORDS,
  ...LEVEL_WORDS,
  ...GRADE_WORDS,
  ...BUDGET_WORDS,
  ...PAYMENT_WORDS,
  ...RATE_WORDS,
  ...SOURCE_WORDS,
};

/** The part that a word plays. */
export type Role = keyof typeof PROSE_WORDS;
