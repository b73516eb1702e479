import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { exact } from "../../src/core/decimal.js";
import {
  add,
  divide,
  type Interval,
  inPercent,
  interval,
  meets,
  multiply,
  point,
  points,
  rounded,
  subtract,
  sum,
} from "../../src/core/interval.js";

const figure = fc.tuple(fc.integer({ min: -999_999, max: 999_999 }), fc.integer({ min: 0, max: 4 })).map(([n, places]) =>
  exact(n)
    .div(10 ** places)
    .toFixed(places),
);
const spans = fc.tuple(figure, figure).map(([a, b]) => interval(exact(a), exact(b)));
const share = fc.integer({ min: 0, max: 8 });
/** A figure inside the interval, `eighths` of the way. */
const inside = ({ low, high }: Interval, eighths: number) => low.plus(high.minus(low).times(eighths).div(8));
const holds = (span: Interval, value: ReturnType<typeof exact>) => span.low.lte(value) && span.high.gte(value);

describe("a rounded figure", () => {
  it("stands for half a unit of its last decimal to either side", () => {
    expect(meets(rounded("60.00"), point("60.005"))).toBe(true);
    expect(meets(rounded("60.00"), point("60.0051"))).toBe(false);
    expect(meets(rounded("83"), point("83.5"))).toBe(true);
  });

  it("of points is rounded with two decimals or more, and exact with fewer", () => {
    expect(meets(points("9.18"), point("9.181"))).toBe(true);
    expect(meets(points("9.2"), point("9.181"))).toBe(false);
  });

  it("holds every figure that prints as it", () => {
    fc.assert(
      fc.property(figure, fc.integer({ min: 0, max: 4 }), (value, places) => {
        expect(holds(rounded(exact(value).toFixed(places)), exact(value))).toBe(true);
      }),
    );
  });
});

describe("interval arithmetic", () => {
  it("holds the result of every choice of figures", () => {
    fc.assert(
      fc.property(spans, spans, share, share, (a, b, i, j) => {
        const [x, y] = [inside(a, i), inside(b, j)];
        expect(holds(add(a, b), x.plus(y))).toBe(true);
        expect(holds(subtract(a, b), x.minus(y))).toBe(true);
        expect(holds(multiply(a, b), x.times(y))).toBe(true);
        const quotient = divide(a, b);
        if (quotient) expect(holds(quotient, x.div(y))).toBe(true);
      }),
    );
  });

  it("has no quotient where the divisor may be zero", () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        expect(divide(a, b) === undefined).toBe(b.low.lte(0) && b.high.gte(0));
      }),
    );
  });

  it("sums in any order to the same, exactly", () => {
    fc.assert(
      fc.property(fc.array(spans), (all) => {
        const [there, back] = [sum(all), sum(all.toReversed())];
        expect([there.low.eq(back.low), there.high.eq(back.high)]).toEqual([true, true]);
      }),
    );
  });

  it("never loses a decimal where binary floats would", () => {
    expect(meets(sum(["0.1", "0.2"].map(point)), point("0.3"))).toBe(true);
  });

  it("meets symmetrically", () => {
    fc.assert(
      fc.property(spans, spans, (a, b) => {
        expect(meets(a, b)).toBe(meets(b, a));
      }),
    );
  });
});

describe("what a printed percentage stands for", () => {
  it.each([
    ["95%", "95", "94.5", "95.5"],
    ["95.20%", "95.20", "95.195", "95.205"],
    ["0.1", "10", "5", "15"],
    ["0.9556", "95.56", "95.555", "95.565"],
    ["0.95", "95", "94.5", "95.5"],
    ["0.5", "0.5", "0.45", "0.55"],
  ])("%s", (raw, value, low, high) => {
    const { low: from, high: to } = inPercent({ raw, value });
    expect([from.toFixed(), to.toFixed()]).toEqual([low, high]);
  });
});
