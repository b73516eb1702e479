import { describe, expect, it } from "vitest";
import { firstUnit } from "../../../src/extract/tables/first-unit.js";

describe("what a line begins with and may not be broken in", () => {
  it("is a word, a figure or a character with its marks", () => {
    expect(firstUnit("2023年", "于")).toBe(4 * firstUnit("2", "于"));
    expect(firstUnit("（元）", "预算")).toBe(3);
    expect(firstUnit("元）", "（")).toBe(2);
  });

  it("is one digit behind a figure, with the mark bound to it", () => {
    expect(firstUnit("59", "37142")).toBe(firstUnit("5", "37142"));
    expect(firstUnit("2%", "105.3")).toBeGreaterThan(firstUnit("22%", "105.3"));
  });
});
