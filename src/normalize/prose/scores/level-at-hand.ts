import type { StatedScore } from "../../../core/record.js";
import { points } from "../figures.js";
import { isHeading, namesLevel, runInHead } from "../heads/heading.js";
import type { Outline } from "../heads/outline.js";
import { figureOf } from "../lexer.js";
import { locate, type Passage } from "../passage.js";
import type { Sentence } from "../sentence.js";
import { toldOfLevel } from "./head-marks.js";
import type { Placed } from "./level-scores.js";
import { LEAST_OF_ALL } from "./read-scores.js";

/** The level that a report's sentences last gave marks without saying what was got of them: a score that is told of nothing else is its own. */
export class LevelAtHand {
  #level: StatedScore | undefined;

  /** A passage begins, with the score that its head tells, or below a head that names a level. */
  enter(passage: Passage, under: Outline, head: StatedScore | undefined): void {
    if (head) this.#level = lacksScore(head) ? head : undefined;
    else if (isHeading(passage) || runInHead(passage) > 0) this.#level = levelOfHead(passage, under);
  }

  /** The level, and the same with the score that a sentence tells of it: 自评得分49.6分。 behind （一）产出指标（50分）。 */
  completedBy({ passage, start }: Sentence): { readonly before: StatedScore; readonly after: Placed } | undefined {
    const level = this.#level;
    if (!level) return undefined;
    const told = toldOfLevel(passage, start, level.name);
    if (!told?.score?.figure || told.weight || (told.level && told.level !== level.name)) return undefined;
    const most = level.fullMarks ? Number(level.fullMarks.value) : LEAST_OF_ALL;
    if (Number(figureOf(told.score.figure)) > most) return undefined;
    const evidence = [...level.evidence, ...locate(passage, start, told.score.end)];
    return { before: level, after: { ...level, score: points(passage, told.score.figure), evidence, start, end: told.score.end } };
  }

  /** A sentence was read: `last` is the last score that it tells; `isOfItem`: it tells of an indicator. */
  pass(last: StatedScore | undefined, isOfItem: boolean): void {
    if (last) this.#level = lacksScore(last) ? last : undefined;
    else if (isOfItem) this.#level = undefined;
  }

  /** A passage's scores were settled: what was `read` last stands as `kept`. */
  settle(read: StatedScore | undefined, kept: StatedScore | undefined): void {
    if (this.#level !== undefined && this.#level === read) this.#level = kept;
  }
}

/** （一）产出指标: what a head says of its level's score as yet; undefined where it names none. */
function levelOfHead(passage: Passage, { level1, level2 }: Outline): StatedScore | undefined {
  const name = level2 || level1;
  if (name === "" || !namesLevel(passage, name)) return undefined;
  return { scope: level2 === "" ? "level1" : "level2", name, score: null, fullMarks: null, evidence: [] };
}

/** Whether a level's marks were told without what was got of them. */
function lacksScore({ scope, score }: StatedScore): boolean {
  return (scope === "level1" || scope === "level2") && score === null;
}
