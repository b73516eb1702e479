import { describe, expect, it } from "vitest";
import type { Doubt } from "../../../../src/core/record.js";
import { type Copy, differences } from "../../../../src/normalize/indicators/merge/compare-copies.js";

const DOUBT: Doubt = { confidence: 0.5, readings: ["236次"], because: "recognised with low confidence" };
const copy = (actual: string, more: Partial<Copy> = {}): Copy => ({
  target: "≥200次",
  actual,
  weight: null,
  score: null,
  completionRate: null,
  ...more,
});

describe("an indicator told twice", () => {
  it("contradicts itself where both tellings were surely read", () => {
    expect(differences("巡查次数", copy("286次"), copy("236次"), () => [])).toMatchObject([
      { field: "actual", kept: "286次", other: "236次" },
    ]);
    expect(differences("巡查次数", copy("286次"), copy("236次"), () => [])[0]).not.toHaveProperty("doubt");
  });

  it("is a question where the reading of either actual is in doubt", () => {
    const doubtful = copy("286次", { actualValue: { operator: "=", value: "286", unit: "次", doubt: DOUBT } });
    const doubtfulRow = copy("286次", { doubt: DOUBT });
    for (const one of [doubtful, doubtfulRow]) {
      expect(differences("巡查次数", one, copy("236次"), () => [])).toMatchObject([{ doubt: DOUBT }]);
      expect(differences("巡查次数", copy("236次"), one, () => [])).toMatchObject([{ doubt: DOUBT }]);
    }
  });

  it("tells the same figure where one telling has more words behind its unit", () => {
    expect(differences("巡查次数", copy("286次"), copy("286次·经核查台账"), () => [])).toEqual([]);
    expect(differences("巡查次数", copy("286次点"), copy("286次"), () => [])).toEqual([]);
    expect(differences("巡查次数", copy("286次"), copy("286天"), () => [])).toHaveLength(1);
  });
});
