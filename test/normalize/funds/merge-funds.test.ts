import { describe, expect, it } from "vitest";
import { withProse } from "../../../src/normalize/funds/merge-funds.js";
import type { ProseAmount } from "../../../src/normalize/prose/facts.js";
import { readProse } from "../../../src/normalize/prose/read-prose.js";

const said = (quote: string) => [{ line: 2, quote }];
const budget = (label: string, value: string): ProseAmount => ({
  source: "municipal",
  label,
  field: "adjustedBudget",
  money: { raw: `${value}万元`, value, unit: "万元", yuan: `${value}0000` },
  certain: true,
  evidence: said(`${label}${value}万元`),
});
const rate = { source: "municipal", rate: { raw: "90%", value: "90" }, evidence: said("市级资金执行率90%") } as const;
const rows = (amounts: ProseAmount[]): string[] =>
  withProse([], { ...readProse([], { flow: "flowed" }), amounts, rates: [rate] }).map(
    ({ label, executionRate }) => `${label} ${executionRate?.value ?? "-"}`,
  );

describe("funds told by sentences alone", () => {
  it("carry the rate that is told of their source", () => {
    expect(rows([budget("市级资金", "100")])).toEqual(["市级资金 90"]);
  });

  it("have a budget told without a word for which one where the rate is of it", () => {
    const whole = (field: ProseAmount["field"], value: string, certain = true): ProseAmount => ({
      ...budget("", value),
      source: "total",
      field,
      certain,
      money: { raw: `${value}万元`, value, unit: "万元", yuan: `${value}0000` },
    });
    const told = (share: string) =>
      withProse([], {
        ...readProse([], { flow: "flowed" }),
        amounts: [whole("initialBudget", "100"), whole("initialBudget", "120", false), whole("executed", "90")],
        rates: [{ source: "total", rate: { raw: `${share}%`, value: share }, evidence: said(`执行率${share}%`) }],
      })[0];
    expect(told("75.00")).toMatchObject({ initialBudget: { value: "100" }, adjustedBudget: { value: "120" } });
    expect(told("90.00")).toMatchObject({ initialBudget: { value: "100" }, adjustedBudget: null });
  });

  it("leave a rate of a source with several parts to none of them", () => {
    expect(rows([budget("市级基建资金", "100"), budget("市级运维资金", "200")])).toEqual(["市级基建资金 -", "市级运维资金 -"]);
  });
});
