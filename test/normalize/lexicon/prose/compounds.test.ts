import { expect, it } from "vitest";
import { readText } from "../../../../src/extract/text/read-text.js";
import { isHeld } from "../../../../src/normalize/lexicon/prose/compounds.js";
import { normalize } from "../../../../src/normalize/normalize.js";

it.each(["规范执法行为", "政策保障体系", "资源节约", "开展内部审计", "惠及人均"])(
  "a name keeps its last character before its marks: %s",
  (name) => {
    const text = `2023年度环境执法项目绩效自评报告\n1.产出—质量指标—${name}10分，自评9分；产出—数量指标—检查企业数量为10分，自评10分。\n`;
    const [record] = normalize(readText(Buffer.from(text, "utf8")));
    expect(record!.indicators.map(({ level3, weight, score }) => [level3, weight?.value, score?.value])).toEqual([
      [name, "10", "9"],
      ["检查企业数量", "10", "10"],
    ]);
  },
);

it("knows the words whose parts are no words of money", () => {
  const text = "下达转移支付资金";
  expect([...text].map((_, at) => isHeld(text, at))).toEqual([false, false, true, true, true, true, false, false]);
  expect(isHeld("实际支付资金", 2)).toBe(false);
});
