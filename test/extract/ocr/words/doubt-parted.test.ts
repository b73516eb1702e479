import { describe, expect, it } from "vitest";
import { doubtParted } from "../../../../src/extract/ocr/words/doubt-parted.js";
import { across, down, word } from "../../tables/placed-grid.js";

const read = (text: string, x: number) => ({ ...word(text, x, 100), confidence: 0.98, alternatives: ["8"], agreed: true });
const upright = down(205, 60, 140);

describe("figures on both sides of an upright", () => {
  it("are in doubt where they nearly touch, and either may be the whole", () => {
    const [left, right] = doubtParted([read("9", 199.5), read("60.00", 206)], [upright]);
    expect(left).toMatchObject({ confidence: 0.55, alternatives: ["960.00", "8"], agreed: false });
    expect(right).toMatchObject({ confidence: 0.55, alternatives: ["960.00", "8"], agreed: false });
  });

  it.each([
    ["with the room of two cells between", [read("9", 196), read("60.00", 209)], [upright]],
    ["without a ruling between", [read("9", 199.5), read("60.00", 206)], [across(90, 60, 300)]],
    ["beside words", [read("渡口", 185), read("60.00", 206)], [upright]],
    ["where the ruling ends above", [read("9", 199.5), read("60.00", 206)], [down(205, 20, 80)]],
  ])("stay as they were read %s", (_, words, rulings) => {
    expect(doubtParted(words, rulings)).toEqual(words);
  });
});
