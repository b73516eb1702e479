import { describe, expect, it } from "vitest";
import { readText } from "../../../../src/extract/text/read-text.js";
import { normalize } from "../../../../src/normalize/normalize.js";

const indicators = (...lines: string[]) =>
  normalize(readText(Buffer.from(["2022年度渡口浮桥养护经费绩效自评报告", "一、指标完成情况", ...lines].join("\n"), "utf8")))[0]!
    .completeness.indicators;

const ITEMS = [
  "（一）产出指标",
  "检修浮桥座数：目标≥9座，实际9座，分值10分，得分9分。",
  "整治渡口数：目标≥5处，实际5处，分值8分，得分8分。",
];

describe("indicators that sentences alone tell", () => {
  it("are doubtful where neither sums nor a count bear them out", () => {
    expect(indicators(...ITEMS, "二、结论", "自评总分95分，等级为优。")).toBe("doubtful");
  });

  it.each([
    ["a stated total", "自评总分17分，等级为优。"],
    ["a count", "共设置绩效指标2个，自评总分95分，等级为优。"],
  ])("are sure where %s bears them out", (_, line) => {
    expect(indicators(...ITEMS, "二、结论", line)).toBe("sure");
  });

  const NINE = Array.from({ length: 9 }, (_, i) => `第${"甲乙丙丁戊己庚辛壬"[i]}渡口检修座数：目标≥9座，实际9座，分值10分，得分9分。`);

  it("are doubtful where they lack just what a form leaves to the execution of the budget, and nothing is told of it", () => {
    expect(indicators("（一）产出指标", ...NINE, "二、结论", "自评总分90分，等级为优。")).toBe("doubtful");
  });

  it.each([
    ["marks", "预算执行率：满分10分，自评得9分。"],
    ["score", "预算执行率得9分。"],
  ])("are sure where the execution's %s fill up what they lack", (_, line) => {
    expect(indicators("（一）产出指标", ...NINE, "二、结论", line, "自评总分90分，等级为优。")).toBe("sure");
  });

  it("are doubtful where all of another level is what they lack", () => {
    expect(indicators(...ITEMS, "二、结论", "效益指标得30分。", "自评总分47分。")).toBe("doubtful");
  });
});
