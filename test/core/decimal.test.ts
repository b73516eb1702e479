import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalPlaces, exact, plain, sumOf, toYuan } from "../../src/core/decimal.js";
import { Decimal } from "../../src/core/record-shapes.js";

const digits = fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n });

describe("decimals", () => {
  it.each([
    ["60.00", 2],
    ["60", 0],
    ["-0.5", 1],
  ])("count the places of %s as printed", (value, places) => {
    expect(decimalPlaces(value)).toBe(places);
  });

  it.each([
    ["1688.91", "万元", "16889100"],
    ["0.000001", "亿元", "100"],
    ["12.34", "元", "12.34"],
  ] as const)("turn %s %s into %s yuan", (value, unit, yuan) => {
    expect(toYuan(value, unit)).toBe(yuan);
  });

  it("sum up exactly, and what is not told adds nothing", () => {
    expect(plain(sumOf(["0.1", null, "0.2", undefined, exact("0.3")]))).toBe("0.6");
    expect(plain(sumOf([]))).toBe("0");
  });

  it("stay plain and exact, whatever their size", () => {
    fc.assert(
      fc.property(digits, fc.integer({ min: 0, max: 12 }), (n, places) => {
        const value = exact(n.toString()).div(exact(10).pow(places));
        expect(Decimal.safeParse(plain(value)).success).toBe(true);
        expect(exact(plain(value)).eq(value)).toBe(true);
      }),
    );
  });
});
