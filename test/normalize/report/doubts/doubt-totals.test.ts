import { describe, expect, it } from "vitest";
import type { StatedScore } from "../../../../src/core/record.js";
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
  doubtTotals(scores, "100").map(({ score, fullMarks }) => Boolean(score?.doubt ?? fullMarks?.doubt));

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
});
