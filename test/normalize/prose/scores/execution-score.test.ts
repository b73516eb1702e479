import { expect, it } from "vitest";
import { told } from "../told.js";

it.each(["预算执行", "资金执行"])("the execution's score is a first level's, also without a word ahead: %s", (name) => {
  const { statedScores } = told(`本项目最终得分98分。${name}得分8分，产出指标得分50分，效益指标得分30分，满意度指标得分10分。`);
  expect(statedScores.map((score) => [score.scope, score.name, score.score?.value])).toEqual([
    ["total", "最终得分", "98"],
    ["level1", name, "8"],
    ["level1", "产出指标", "50"],
    ["level1", "效益指标", "30"],
    ["level1", "满意度指标", "10"],
  ]);
});
