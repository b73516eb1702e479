import type { StatedScore } from "../../../core/record.js";
import { namesExecution } from "../../lexicon/labels/level.js";

interface Levels {
  readonly level1: string;
  readonly level2: string;
}

/**
 * The stated scores, those of sections that are called as a level of the rows is (其中共性指标30分) told of that level. 产出 may be said of a part of
 * the evaluation: it is the level where all parts told beside it are levels, or the execution.
 */
export function withScopesOfRows(scores: readonly StatedScore[], rows: readonly Levels[]): StatedScore[] {
  const levelOf = (name: string) => (["level1", "level2"] as const).find((scope) => rows.some((row) => stem(row[scope]) === stem(name)));
  const sections = scores.filter(({ scope }) => scope === "section");
  const areLevels = sections.some(({ name }) => levelOf(name)) && sections.every(({ name }) => levelOf(name) ?? namesExecution(name));
  return scores.map((told) => {
    if (told.scope !== "section" || !(areLevels || NAMES_INDICATORS.test(told.name))) return told;
    return { ...told, scope: levelOf(told.name) ?? (areLevels ? "level1" : told.scope) };
  });
}

const NAMES_INDICATORS = /指标$/u;

function stem(level: string): string {
  return level.replace(/(?:类?指标|部分|方面)$/u, "");
}
