import { describe, expect, it } from "vitest";
import { mergeFundTables, withProse } from "../../../src/normalize/funds/merge-funds.js";
import type { ToldFund } from "../../../src/normalize/funds/told-fund.js";
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

describe("tables of the same funds", () => {
  const none = { received: null, executed: null, balance: null, executionRate: null, weight: null, score: null };
  const row = (fields: Partial<ToldFund>): ToldFund => ({
    source: "total",
    label: "年度资金总额",
    initialBudget: null,
    adjustedBudget: null,
    ...none,
    evidence: [],
    place: { table: 0, row: 0 },
    ...fields,
  });
  const money = (value: string, unit: "元" | "万元") => ({ raw: value, value, unit, yuan: unit === "元" ? value : `${value}0000` });
  const right = row({ executed: money("900000", "元"), executionRate: { raw: "90%", value: "90" }, weight: { raw: "10", value: "10" } });

  it("fill each other, with doubt where their units differ", () => {
    const merged = (unit: "元" | "万元") =>
      mergeFundTables([[row({ adjustedBudget: money("1000000", unit) })], [right]], {
        amounts: [],
        names: { titles: [], cores: [], department: false },
      })[0];
    expect(merged("元")?.adjustedBudget).toEqual(money("1000000", "元"));
    expect(merged("万元")?.adjustedBudget?.doubt).toBeDefined();
  });
});
