import { expect, it } from "vitest";
import { scoreRounding } from "../../src/validate/rows/score-rounding.js";

const low = (scores: string[], score: string) => scoreRounding(scores)(score).low.toString();

it("takes a score as rounded at its last decimal", () => {
  expect(low(["9.64", "6.90", "8.00"], "6.90")).toBe("6.895");
  expect(low(["9.6", "6.9"], "6.9")).toBe("6.85");
  expect(low([], "6.90")).toBe("6.895");
});

it("takes the nought with which all scores end as the form's, where one is no whole points", () => {
  expect(low(["9.60", "6.90", "8.00", "10"], "9.60")).toBe("9.55");
  expect(low(["9.60", "6.00", "8.00"], "9.60")).toBe("9.55");
  expect(low(["9.60", "6.01", "8.00"], "9.60")).toBe("9.595");
  expect(low(["6.00", "8.00"], "6.00")).toBe("5.995");
});
