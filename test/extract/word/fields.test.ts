import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equationText } from "../../../src/extract/word/equation-field.js";
import { Fields } from "../../../src/extract/word/fields.js";
import { symbolRun, symbolText } from "../../../src/extract/word/symbol-font.js";

describe("equationText", () => {
  it.each([
    ["\\o\\ac(□,√)", "☑"],
    ["\\o\\ac(□,×)", "☒"],
    ["\\o(□,√)", "☑"],
    ["\\o\\ac(○,12)", "⑫"],
    ["\\o\\ac(○,优)", "优"],
    ["\\o\\ac(\\s\\up2(○),3)", "③"],
    ["\\f(实际数,计划数)×100%", "实际数/计划数×100%"],
    ["\\r(2,x)", "√x"],
    ["\\s\\up5(2)", "2"],
    ["\\b(1,2)", "12"],
    ["\\f(1\\,5,2)", "1,5/2"],
    ["\\o\\ac(○", "○"],
  ])("reads %s as %s", (instruction, text) => {
    expect(equationText(instruction)).toBe(text);
  });

  it("ends on anything, however nested", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("\\", "o", "f", "(", ")", ",", "\\ac", "1", "□"), { maxLength: 300 }), (parts) => {
        expect(equationText(parts.join("")).length).toBeLessThanOrEqual(4000);
      }),
    );
    expect(equationText("\\f(".repeat(5000))).toBeTypeOf("string");
  });
});

describe("Fields", () => {
  it("hides instructions, shows results, whatever is nested in which", () => {
    const fields = new Fields();
    fields.begin();
    fields.code(" IF ");
    fields.begin();
    fields.code(" PAGE ");
    fields.separate();
    expect(fields.show("7")).toBe("");
    expect(fields.end()).toBe("");
    fields.separate();
    expect(fields.show("合格")).toBe("合格");
    expect(fields.end()).toBe("");
    expect(fields.show("后")).toBe("后");
  });

  it("tells a form's state once, and the result instead where there is one", () => {
    const fields = new Fields();
    fields.begin({ kind: "dropdown", chosen: "良" });
    fields.separate();
    expect(fields.end()).toBe("良");
    fields.begin({ kind: "dropdown", chosen: "良" });
    fields.separate();
    expect(fields.show("优")).toBe("优");
    expect(fields.end()).toBe("");
    fields.begin({ kind: "checkbox", checked: true });
    fields.separate();
    expect(fields.show("☐")).toBe("");
    expect(fields.end()).toBe("☑");
  });

  it("bears ends without beginnings", () => {
    const fields = new Fields();
    expect(fields.end()).toBe("");
    fields.separate();
    expect(fields.show("甲")).toBe("甲");
  });
});

describe("symbols of picture fonts", () => {
  it("show as forms print them, by any case of the font's name", () => {
    expect([0xf0fe, 0xfe, 0xf0a8, 0x6f, 0xfc, 0xfb, 0xfd].map((code) => symbolText("WINGDINGS", code))).toEqual([
      "☑",
      "☑",
      "☐",
      "☐",
      "√",
      "×",
      "☒",
    ]);
    expect(symbolText("宋体", 0x41)).toBeUndefined();
    expect(symbolText("constructor", 0x41)).toBeUndefined();
  });

  it("leave characters alone that are no codes of the font", () => {
    expect(symbolRun("Wingdings 2", "R完成")).toBe("☑完成");
  });
});
