import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf } from "../../table-of.js";

const record = (...texts: string[]) => normalize(documentOf("2022年度水利设施项目绩效自评报告", ...texts))[0]!;
const told = (...texts: string[]) => {
  const { statedScores, grade } = record(...texts);
  return [...statedScores.map(({ score }) => score?.value), grade?.raw];
};

describe("a result told with another year than the report's", () => {
  it("is the report's own where it is what the report says elsewhere, or all that it says", () => {
    expect(told("自评总分93.5分。", "2021年度自评得分93.5分，等级为优。")).toEqual(["93.5", "93.5", "优"]);
    expect(told("自评总分93.5分。", "2021年度本项目自评得分93.5分，等级为优。隐患数同比下降。")).toEqual(["93.5", "93.5", "优"]);
    expect(told("经自评，2021年度本项目绩效自评得分93.5分，自评等级“优”。")).toEqual(["93.5", "优"]);
  });

  it("compares where the report has another one", () => {
    expect(told("自评总分93.5分。", "2021年度自评得分91.2分，等级为优。")).toEqual(["93.5", undefined]);
    expect(told("自评总分93.5分。", "2021年度本项目自评得分93.5分。今年与上年持平。")).toEqual(["93.5", undefined]);
    expect(told("本项目2022年度自评得分93.5分，较2021年度自评得分91分提高2.5分。")).toEqual(["93.5", undefined]);
  });
});
