import { describe, expect, it } from "vitest";
import { since } from "../../src/cli/inputs/since.js";

const now = new Date(2025, 2, 31, 12, 0);

describe("--since", () => {
  it.each([
    ["90min", new Date(2025, 2, 31, 10, 30)],
    ["12h", new Date(2025, 2, 31, 0, 0)],
    ["2w", new Date(2025, 2, 17, 12, 0)],
    ["1y", new Date(2024, 2, 31, 12, 0)],
    ["2025-01-31", new Date(2025, 0, 31)],
    ["2025-01-31T08:30", new Date(2025, 0, 31, 8, 30)],
    ["2025-01-31T08:30Z", new Date("2025-01-31T08:30Z")],
  ])("takes %s", (value, moment) => {
    expect(since(value, now)).toEqual(moment);
  });

  it.each(["", "yesterday", "30", "30 days", "2025-13-01", "2025", "-3d"])("refuses %s and says what it takes", (value) => {
    expect(() => since(value, now)).toThrow("Give a date");
  });
});
