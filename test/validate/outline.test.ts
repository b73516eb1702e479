import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { point } from "../../src/core/interval.js";
import { readsAsOutline } from "../../src/validate/outline.js";

const reads = (total: number, ...amounts: number[]) =>
  readsAsOutline(
    point(`${total}`),
    amounts.map((amount) => point(`${amount}`)),
  );

/** Parts that sum to a whole, each with or without parts of its own. */
const partsOf = (whole: number, depth: number): fc.Arbitrary<number[]> =>
  fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 3 }).chain((shares) => {
    const amounts = shares.map((share) => whole * 100 + share);
    const rest = whole * 1000 - amounts.reduce((so, amount) => so + amount, 0);
    const rows = [...amounts, rest].map((amount) =>
      depth === 0 ? fc.constant([amount]) : fc.boolean().map((nested) => (nested ? [amount, amount - 7, 7] : [amount])),
    );
    return fc.tuple(...rows).map((lists) => lists.flat());
  });

describe("rows below a total", () => {
  it("may be broken down once, twice, and within", () => {
    expect(reads(120, 100, 20)).toBe(true);
    expect(reads(1200, 1100, 100, 650, 550)).toBe(true);
    expect(reads(120, 100, 60, 40, 20)).toBe(true);
    expect(reads(350, 300, 100, 200, 50, 0)).toBe(true);
  });

  it("are no outline where an amount is wrong", () => {
    expect(reads(120, 100, 30)).toBe(false);
    expect(reads(1200, 1100, 100, 650, 560)).toBe(false);
    expect(reads(120, 100, 60, 45, 20)).toBe(false);
    expect(reads(120)).toBe(false);
  });

  it("read as an outline whatever their depth, and no longer when the last one changes", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 9 }).chain((whole) => fc.tuple(fc.constant(whole), partsOf(whole, 1))),
        ([whole, amounts]) => {
          expect(reads(whole * 1000, ...amounts)).toBe(true);
          expect(reads(whole * 1000, ...amounts.slice(0, -1), amounts.at(-1)! + 0.5)).toBe(false);
        },
      ),
    );
  });
});
