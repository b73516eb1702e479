import { describe, expect, it } from "vitest";
import { told } from "../told.js";

const marksOf = (text: string) => told(text).indicators.map(({ level3, weight, score }) => [level3, weight?.value, score?.value]);

describe("marks of a standard", () => {
  it("are nobody's score", () => {
    expect(marksOf("绩效目标规范1分，不规范扣0.5分；按时申报绩效目标计2分，逾期扣1分。")).toEqual([]);
  });

  it("leave what was scored beside them", () => {
    expect(marksOf("缆绳更换及时率，分值10分，每逾期一处扣1分，自评得9分。")).toEqual([["缆绳更换及时率", "10", "9"]]);
  });
});
