import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeLines } from "../../src/cli/output/place-lines.js";
import { printable } from "../../src/cli/output/printable.js";
import { WORDS } from "../../src/cli/output/words.js";
import { wrap } from "../../src/cli/output/wrap.js";
import { displayWidth } from "../../src/core/display-width.js";

describe("printable text", () => {
  it("spells out what a terminal obeys", () => {
    expect(printable("a\u001b]0;x\u0007\u009b2J\u202eb")).toBe("a\\u001b]0;x\\u0007\\u009b2J\\u202eb");
  });

  it("makes of JSON other JSON of the same data", () => {
    const data = { "k\u0085": "\u007f\u2028\u202e 自评 \u0000" };
    expect(JSON.parse(printable(JSON.stringify(data)))).toEqual(data);
  });
});

describe("places", () => {
  it("stand on a line for each row, with its cells, and are abridged where there are many", () => {
    const cell = (row: number, column: number) => ({ table: 0, row, column, quote: `${column}` });
    expect(placeLines([cell(7, 7), cell(7, 6), cell(7, 7), { line: 12, quote: "第12行" }], WORDS.en)).toEqual([
      "→ table 1, row 8  column 8 “7” · column 7 “6”",
      "→ line 12  “第12行”",
    ]);
    const many = [1, 2, 3, 4, 5].flatMap((row) => [1, 2, 3, 4, 5, 6].map((column) => cell(row, column)));
    const lines = placeLines(many, WORDS.zh);
    expect(lines[0]).toBe("→ 表1 第2行  第2列 “1” · 第3列 “2” · 第4列 “3” · 第5列 “4” · 另有 2 处");
    expect(lines.slice(3)).toEqual(["→ 另有 2 处"]);
  });

  it("count from 1, and name the line only where no table tells it better", () => {
    expect(WORDS.en.place({ page: 3, table: 0, row: 4, line: 9 })).toBe("page 3, table 1, row 5");
    expect(WORDS.zh.place({ page: 3, table: 0, row: 4 })).toBe("第3页 表1 第5行");
    expect(WORDS.zh.place({ line: 120 })).toBe("第120行");
  });
});

describe("wrapped text", () => {
  it("counts two columns for a Chinese character", () => {
    expect(displayWidth("得分 9.5，√")).toBe(11);
  });

  it("breaks between Chinese characters and between words, but never before a closing mark", () => {
    expect(wrap("自评总分与各项得分之和不符，差 3 分。", 12)).toEqual(["自评总分与各", "项得分之和不", "符，差 3", "分。"]);
    expect(wrap("the stated total is not the sum", 12)).toEqual(["the stated", "total is not", "the sum"]);
  });

  it("loses nothing but spaces at the ends of lines", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."自评，。（） ab1.%") }), fc.integer({ min: 2, max: 30 }), (text, columns) => {
        expect(wrap(text, columns).join("").replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
      }),
    );
  });
});
