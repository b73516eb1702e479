import { expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const MARKS = [
  ["产出指标", "60", "58"],
  ["效益指标", "40", "40"],
];
const scoresOf = (...rows: string[][]) =>
  normalize(documentOf("2023年度河堤加固项目绩效自评表", tableOf(rows))).flatMap(({ indicators, statedScores }) => [
    indicators.length,
    ...statedScores.map(({ scope, name, score, fullMarks }) => `${scope} ${name} ${score?.value}/${fullMarks?.value}`),
  ]);

it("reads levels with their marks alone as stated scores, whatever word they stand under", () => {
  const levels = [0, "level1 产出指标 58/60", "level1 效益指标 40/40"];
  expect(scoresOf(["评价维度", "满分", "得分"], ...MARKS)).toEqual(levels);
  expect(scoresOf(["序号", "板块", "分值", "自评得分"], ...MARKS.map((row, i) => [`${i + 1}`, ...row]))).toEqual(levels);
});

it("gives a sum of levels to none of them", () => {
  expect(scoresOf(["一级指标", "权重", "得分"], ...MARKS, ["小计", "100", "98"]).at(-1)).toBe("section 小计 98/100");
});
