import type { StatedScore } from "../../../core/record.js";
import type { ProseIndicator } from "../facts.js";

/**
 * 〔部门履职〕满分40分，自评得分40分 beside 部门履职→履职目标→办件量…: what has marks alone and is the level of other indicators is no indicator but a
 * level with its marks, whatever its name. The indicators without those, and the scores that they tell.
 */
export function withoutLevels<Indicator extends ProseIndicator>(
  indicators: readonly Indicator[],
): { readonly indicators: Indicator[]; readonly scores: StatedScore[] } {
  const levelsOf = (level: "level1" | "level2") =>
    new Set(indicators.map((indicator) => bare(indicator[level])).filter((name) => name !== ""));
  const [first, second] = [levelsOf("level1"), levelsOf("level2")];
  const scopeOf = ({ level1, level2, level3, target, actual }: Indicator) => {
    if (level1 + level2 + target + actual !== "") return undefined;
    return first.has(bare(level3)) ? "level1" : second.has(bare(level3)) ? "level2" : undefined;
  };
  return {
    indicators: indicators.filter((indicator) => scopeOf(indicator) === undefined),
    scores: indicators.flatMap((indicator) => {
      const scope = scopeOf(indicator);
      const { level3, score, weight: fullMarks, evidence } = indicator;
      return scope ? [{ scope, name: unquoted(level3), score, fullMarks, evidence: [...evidence] }] : [];
    }),
  };
}

function bare(level: string): string {
  return unquoted(level).replace(/(?:类?指标)$/u, "");
}

/** 一级指标“部门履职”, 《部门履职》. */
function unquoted(name: string): string {
  return name.replace(/^[一二]级指标|[“”"《》「」『』【】〔〕]/gu, "");
}
