import { expect, it } from "vitest";
import { isCaption } from "../../../src/extract/tables/is-caption.js";

it("is a numbered heading, a unit or a year, and no line that begins with a figure", () => {
  for (const text of ["3. 指标完成情况", "（二）资金", "单位：万元", "（2023年度）"]) expect(isCaption(text)).toBe(true);
  for (const text of ["75.6 75.6 100%", "98.", "总分 100 98.3"]) expect(isCaption(text)).toBe(false);
});
