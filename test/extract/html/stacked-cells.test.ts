import { describe, expect, it } from "vitest";
import { cellTexts } from "../../../src/extract/html/stacked-cells.js";

const texts = (...cells: string[]) => cellTexts(cells.map((text) => ({ row: 0, text })));

describe("the lines of a row's cells", () => {
  it("stay apart where its marks and its scores stand one below the other", () => {
    expect(texts("产出指标", "检修座数\n管道长度", "≥5座\n≥21千米", "10\n10", "10\n8", "")).toEqual([
      "产出指标",
      "检修座数\n管道长度",
      "≥5座\n≥21千米",
      "10\n10",
      "10\n8",
      "",
    ]);
  });

  it("are joined where they were broken for the cell's width", () => {
    expect(texts("产出\n指标", "供水管网\n改造长度", "≥5千米", "10", "10")).toEqual(["产出指标", "供水管网改造长度", "≥5千米", "10", "10"]);
    expect(texts("产出\n指标", "检修\n浮桥\n座数", "10\n10", "10\n10")[1]).toBe("检修浮桥座数");
  });
});
