import { describe, expect, it } from "vitest";
import { differByOne, findAlike } from "../../../../src/normalize/lexicon/writing/likeness.js";

const WORDS = ["年度指标值", "全年指标值", "实际完成值", "完成值", "指标值"];

describe("the words that a name may be with a slip", () => {
  const alike = findAlike(WORDS);

  it.each([
    ["the first character mistaken", "牛度指标值", ["年度指标值"]],
    ["the last one lost", "实际完成", ["实际完成值"]],
    ["one too many within", "实际的完成值", ["实际完成值"]],
    ["nothing", "完成值", ["完成值"]],
    ["two characters", "牛庋指标值", []],
  ])("are found with %s", (_, name, words) => {
    expect([...new Set(alike(name))]).toEqual(words);
    expect(WORDS.filter((word) => differByOne(word, name))).toEqual(words);
  });
});
