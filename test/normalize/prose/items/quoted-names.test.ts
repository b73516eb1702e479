import { describe, expect, it } from "vitest";
import { told } from "../told.js";

const NAMES = ["检修浮桥座数", "缆绳更换率", "船员培训人次"];
const names = (name: (quoted: string) => string) =>
  told("（一）产出指标", ...NAMES.map((own) => `${name(own)}，标准分10分，预期值≥12，实际值12，实得10分。`)).indicators.map(
    ({ level3 }) => level3,
  );

describe("names in quotes", () => {
  it.each(["考核“", "考评「", "评价内容“", "指标项“"])("stand without the words that the report puts before each: %s", (opening) => {
    expect(names((own) => `${opening}${own}${opening.endsWith("「") ? "」" : "”"}`)).toEqual(NAMES);
  });

  it.each(["社会效益类", "社会效益方面的", "社会效益类指标"])("stand behind their second level: %s", (level) => {
    const { indicators } = told(`效益：${NAMES.map((own) => `${level}“${own}”分值10分，评定9分`).join("；")}。`);
    expect(indicators.map(({ level1, level3 }) => `${level1}/${level3}`)).toEqual(NAMES.map((own) => `效益/${own}`));
  });

  it("are under the first level in force where their path begins with a second one that may be a first", () => {
    const { indicators } = told("效益：社会效益-检修浮桥座数分值20分，评定20分；可持续影响-缆绳更换率分值10分，评定9分。");
    expect(indicators.map(({ level1, level2 }) => `${level1}/${level2}`)).toEqual(["效益/社会效益", "效益/可持续影响"]);
  });
});
