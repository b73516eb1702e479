import { describe, expect, it } from "vitest";
import type { Block } from "../../../src/core/extracted.js";
import { atomsOf } from "../../../src/normalize/flattened/atom.js";
import { withoutBlankRows } from "../../../src/normalize/flattened/blank-rows.js";

const withoutRows = (text: string) => withoutBlankRows(text).replace(/\s+/gu, " ");

describe("places for indicators that nobody filled in", () => {
  it("are left out between the rows of a form that ran together", () => {
    expect(withoutRows("92% 15 15 指标2： …… 时效指标 指标1：按期开展率 95%")).toBe("92% 15 15 时效指标 指标1：按期开展率 95%");
    expect(withoutRows("92%1515指标2：……时效指标指标1：按期开展率95%")).toBe("92%1515时效指标按期开展率95%");
    expect(withoutRows("经济效益指标 指标1：/ 指标2： 满意度指标")).toBe("经济效益指标 满意度指标");
  });
  it("are not the ends of levels whose marks a narrow column broke", () => {
    const blocks = (...lines: readonly string[]): Block[] =>
      lines.map((text, i) => ({ type: "paragraph", text, evidence: [{ line: i + 1 }], lines: [{ text, evidence: { line: i + 1 } }] }));
    const texts = (...lines: readonly string[]) => atomsOf(blocks(...lines), 0, lines.length).map(({ text }) => text);
    expect(texts("满意度", "指标10", "分").join("")).toBe("满意度指标10分");
    expect(texts("满意度指标", "指标2", "分项核定").join("")).toBe("满意度指标分项核定");
  });
  it("are not those that tell a name, nor what prose leaves out", () => {
    for (const text of ["指标1：服务对象回访率 90%", "开展培训、宣传、走访……等活动", "各项指标2项未完成"])
      expect(withoutBlankRows(text)).toBe(text);
  });
});
