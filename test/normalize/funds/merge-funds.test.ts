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

  it("leave a rate of a source with several parts to none of them", () => {
    expect(rows([budget("市级基建资金", "100"), budget("市级运维资金", "200")])).toEqual(["市级基建资金 -", "市级运维资金 -"]);
  });
});
