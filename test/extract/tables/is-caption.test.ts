import { expect, it } from "vitest";
import { isCaption, isPartHeading } from "../../../src/extract/tables/is-caption.js";

it("is a numbered heading, a unit or a year, and no line that begins with a figure", () => {
  for (const text of ["3. 指标完成情况", "（二）资金", "单位：万元", "（2023年度）"]) expect(isCaption(text)).toBe(true);
  for (const text of ["75.6 75.6 100%", "98.", "总分 100 98.3"]) expect(isCaption(text)).toBe(false);
});

it("is a part's number and name however far apart, and no row of a table that begins alike", () => {
  expect(isPartHeading(["第五部分", "项目绩效"])).toBe(true);
  for (const texts of [["第五部分"], ["第五部分", "20", "19"], ["第五部分", "20分"], ["第五部分项目", "绩效"]])
    expect(isPartHeading(texts)).toBe(false);
});
