import type { Grade, StatedScore } from "../../../core/record.js";
import type { ProseFacts, ProseYear } from "../facts.js";
import type { Outline } from "../heads/outline.js";
import { figureOf } from "../lexer.js";
import type { Sentence } from "../sentence.js";
import type { Names } from "../subject.js";
import { readGrade } from "./read-grade.js";
import { readScores } from "./read-scores.js";

/** The results that sentences tell with other years than the one evaluated: of each sentence its totals, and the grade beside them. */
export function resultsOfOtherYears(
  sentences: readonly Sentence[],
  names: Names,
  years: readonly ProseYear[],
  fiscalYear: number | null,
  under: Outline,
  taken: (start: number, end: number) => boolean,
): ProseFacts["ofOtherYears"][number][] {
  const others = new Set(years.flatMap(({ year, result }) => (result === undefined || year === fiscalYear ? [] : [year])));
  if (fiscalYear === null || others.size === 0) return [];
  return sentences.flatMap((sentence) => {
    const named = sentence.tokens.find((token) => token.kind === "year" && others.has(Number(figureOf(token))));
    if (!named) return [];
    const year = Number(figureOf(named));
    const scores = readScores(sentence, names, year, under, taken).flatMap(
      ({ start: _start, end: _end, items: _items, ...score }): StatedScore[] => (score.scope === "total" ? [score] : []),
    );
    const grades: Grade[] = readGrade(sentence, names, year);
    return scores.length > 0 ? [{ scores, grades }] : [];
  });
}
