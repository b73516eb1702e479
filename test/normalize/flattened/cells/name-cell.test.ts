import { describe, expect, it } from "vitest";
import { nameCell } from "../../../../src/normalize/flattened/cells/word-cells.js";

describe("a cell of names", () => {
  it("is no sentence that compares years", () => {
    expect(nameCell("从历年情况看，2021年、2022年渡口管护投入")).toBeLessThan(-5);
    expect(nameCell("2022年检修渡口座数")).toBeGreaterThan(-5);
  });
});
