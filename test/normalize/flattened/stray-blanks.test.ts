import { describe, expect, it } from "vitest";
import type { Paragraph } from "../../../src/core/extracted.js";
import { withoutStrayBlanks } from "../../../src/normalize/flattened/stray-blanks.js";

const paragraph = (text: string, i: number): Paragraph => ({
  type: "paragraph",
  text,
  lines: [{ text, evidence: { line: i + 1 } }],
  evidence: [{ line: i + 1 }],
});
const tidied = (...lines: string[]) =>
  withoutStrayBlanks(lines.map(paragraph)).flatMap((block) => (block.type === "paragraph" ? block.lines.map(({ text }) => text) : []));

describe("single blanks in a recognised text", () => {
  it("are strewn within cells where the heads are known only without them", () => {
    expect(tidied("一级指标   三 级 指标   年度指标值   分值", "产出指标   巡 护里程   ≥ 11公里   8", "按 期完成。")).toEqual([
      "一级指标   三级指标   年度指标值   分值",
      "产出指标   巡护里程   ≥11公里   8",
      "按 期完成。",
    ]);
  });

  it("are columns where they are as wide as an ideograph", () => {
    const lines = [
      "一级 指标　三级指标　　年度指标值　分值　得分",
      "产出指标　巡护里程　　≥11公里　　8　　　8",
      "效益指标　群众满意度　≥90%　　　　10　　10",
    ];
    expect(tidied(...lines)).toEqual(["一级指标　三级指标　　年度指标值　分值　得分", ...lines.slice(1)]);
  });

  it("stay where every head is known as it stands, or is no head", () => {
    const lines = ["一级指标   三级指标   年度指标值   分值", "产出指标   巡护里程 ≥11公里   8   7"];
    expect(tidied(...lines)).toEqual(lines);
    const narrow = ["一级指标 二级指标 三级指标   年度指标值   实际完成值   分值", "数量指标 巡护里程   ≥11公里   12公里   8"];
    expect(tidied(...narrow)).toEqual(narrow);
    const marks = ["三级指标   年度指标值   实际完成值   分值 得分   偏差原因", "巡护里程   ≥11公里   12公里   8      8"];
    expect(tidied(...marks)).toEqual(marks);
    expect(tidied("一级 指标   某些 话   年度指标值   分值")).toEqual(["一级 指标   某些 话   年度指标值   分值"]);
  });
});
