import { describe, expect, it } from "vitest";
import { told } from "./told.js";

const amounts = (...texts: string[]) => told(...texts).amounts.map(({ field, money }) => `${field} ${money.value}`);

describe("money under a year that the title does not name", () => {
  const SPENT = "2023年度安排年初预算120万元，调整后全年预算为118万元，全年执行110万元，执行率93.22%。";

  it("is the report's where it names that year as the one evaluated and speaks of it more", () => {
    expect(amounts("本次自评的时间范围为2023年1月1日至2023年12月31日。", SPENT)).toEqual([
      "initialBudget 120",
      "adjustedBudget 118",
      "executed 110",
    ]);
  });

  it("is another year's where the report names none, or goes on in the title's", () => {
    expect(amounts(SPENT)).toEqual([]);
    expect(
      amounts("本次自评的时间范围为2023年1月1日至2023年12月31日。", "2022年全年预算为96万元，全年执行90万元。", "2022年共检修浮桥12座。"),
    ).toEqual(["adjustedBudget 96", "executed 90"]);
  });
});
