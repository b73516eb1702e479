import { describe, expect, it } from "vitest";
import { ANY_NUMBER, HEADING_NUMBER, POINT_NUMBER } from "../../src/core/numbering.js";

const begins = (number: string, text: string) => new RegExp(`^${number}`, "u").test(text);

describe("the numbers before headings and points", () => {
  it.each(["一、项目概况", "（十二）资金情况", "(三)自评结论"])("%s is a heading, and begins a point", (text) => {
    expect([HEADING_NUMBER, POINT_NUMBER, ANY_NUMBER].map((number) => begins(number, text))).toEqual([true, true, true]);
  });

  it.each([
    "1.建成管网3公里",
    "2、完成率98%",
    "（3）按期验收",
    "④群众满意",
    "第二部分 自评情况",
    "一．基本情况",
    "（A）数量指标",
    "B.质量指标",
    "Ⅱ、产出",
  ])("%s begins a point", (text) => {
    expect([HEADING_NUMBER, POINT_NUMBER].map((number) => begins(number, text))).toEqual([false, true]);
  });

  it.each(["1.5万元", "12", "一是加强管理", "2021年", "（万元）", "（A）×权重", "PM2.5浓度", "A4纸"])(
    "%s has no number before it",
    (text) => {
      expect(begins(POINT_NUMBER, text)).toBe(false);
    },
  );
});
