import type { StatedScore } from "../../core/record.js";

interface Levels {
  readonly level1: string;
  readonly level2: string;
}

/** The stated scores, those of sections that are called as a level of the rows is (其中共性指标30分) told of that level. */
export function withScopesOfRows(scores: readonly StatedScore[], rows: readonly Levels[]): StatedScore[] {
  const scopeOf = (name: string) => {
    if (!NAMES_INDICATORS.test(name)) return undefined;
    return (["level1", "level2"] as const).find((scope) => rows.some((row) => row[scope] === name));
  };
  return scores.map((told) => (told.scope === "section" ? { ...told, scope: scopeOf(told.name) ?? told.scope } : told));
}

/** 产出 may be said of a part of the evaluation; a group of indicators is a level. */
const NAMES_INDICATORS = /指标$/u;
