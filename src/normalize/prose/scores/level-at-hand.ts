import type { StatedScore } from "../../../core/record.js";
import { points } from "../figures.js";
import { figureOf } from "../lexer.js";
import { namesLevel, type Outline } from "../outline.js";
import { locate, type Passage } from "../passage.js";
import type { Sentence } from "../sentence.js";
import { toldOfLevel } from "./head-marks.js";
import type { Placed } from "./level-scores.js";
import { LEAST_OF_ALL } from "./read-scores.js";

/** （一）产出指标: what a head says of its level's score as yet; undefined where it names none. */
export function levelOfHead(passage: Passage, { level1, level2 }: Outline): StatedScore | undefined {
  const name = level2 || level1;
  if (name === "" || !namesLevel(passage, name)) return undefined;
  return { scope: level2 === "" ? "level1" : "level2", name, score: null, fullMarks: null, evidence: [] };
}

/** Whether a level's marks were told without what was got of them. */
export function lacksScore({ scope, score }: StatedScore): boolean {
  return (scope === "level1" || scope === "level2") && score === null;
}

/** 自评得分49.6分。 behind （一）产出指标（50分）。: a score that is told of nothing else is that of the level right before, of which it is a part. */
export function scoreBehindLevel({ passage, start }: Sentence, level: StatedScore): Placed | undefined {
  const told = toldOfLevel(passage, start, level.name);
  if (!told?.score?.figure || told.weight || (told.level && told.level !== level.name)) return undefined;
  const most = level.fullMarks ? Number(level.fullMarks.value) : LEAST_OF_ALL;
  if (Number(figureOf(told.score.figure)) > most) return undefined;
  const evidence = [...level.evidence, ...locate(passage, start, told.score.end)];
  return { ...level, score: points(passage, told.score.figure), evidence, start, end: told.score.end };
}
