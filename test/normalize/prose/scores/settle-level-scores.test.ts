import { expect, it } from "vitest";
import { told } from "../told.js";

const levels = (...lines: string[]) =>
  told(...lines)
    .statedScores.filter(({ scope }) => scope === "level2")
    .map(({ name, score, fullMarks }) => [name, score?.value ?? null, fullMarks?.value ?? null]);

it("points of a level that the weights below it sum to are its marks", () => {
  const list = (marks: string) =>
    levels(
      `其中：数量指标${marks}分，包括检修浮桥座数10分（目标值≥8座）、整治渡口数8分（目标值≥5处）。`,
      "检修浮桥座数实际完成6座，得7.5分；整治渡口数实际完成5处，得8分。",
    );
  expect(list("18")).toEqual([["数量指标", null, "18"]]);
  expect(list("15.5")).toEqual([["数量指标", "15.5", null]]);
});
