import { describe, expect, it } from "vitest";
import type { Indicator, StatedScore } from "../../../../src/core/record.js";
import { doubtTotals } from "../../../../src/normalize/report/doubts/doubt-totals.js";

const points = (value: string) => ({ raw: value, value });
const total = (name: string, score: string | null, fullMarks: string | null = null): StatedScore => ({
  scope: "total",
  name,
  score: score === null ? null : points(score),
  fullMarks: fullMarks === null ? null : points(fullMarks),
  evidence: [],
});
const doubtful = (...scores: StatedScore[]) =>
  doubtTotals(scores, "100", []).map(({ score, fullMarks }) => Boolean(score?.doubt ?? fullMarks?.doubt));

describe("a stated total", () => {
  it("of just the full marks is doubtful beside another, where its label may be theirs", () => {
    expect(doubtful(total("总分", "100"), total("自评得分", "99.16"))).toEqual([true, false]);
    expect(doubtful(total("自评得分", "100"), total("合计", "99.16", "100"))).toEqual([false, false]);
    expect(doubtful(total("总分", "100"), total("自评得分", "100"))).toEqual([false, false]);
  });

  it("without a score is doubtful where its marks are no round figure", () => {
    expect(doubtful(total("总分", null, "99.29"))).toEqual([true]);
    expect(doubtful(total("总分", null, "100"))).toEqual([false]);
    expect(doubtful(total("总分", "96", "98"))).toEqual([false]);
  });

  it("is doubtful where it alone stands on several lines: a page number may have joined it", () => {
    const over = (value: string, ...lines: number[]) => ({
      ...points(value),
      evidence: lines.map((line) => ({ line, table: 0, row: 3, column: 6 })),
    });
    const stated: StatedScore = { ...total("总分", null), score: over("99.53", 25, 26) };
    const isDoubted = (row: Pick<Indicator, "weight" | "score">) => doubtTotals([stated], "100", [row])[0]!.score?.doubt !== undefined;
    expect(isDoubted({ weight: over("50", 8), score: over("49.53", 9) })).toBe(true);
    expect(isDoubted({ weight: over("50", 8), score: over("49.53", 9, 10) })).toBe(false);
  });
});
