import { describe, expect, it } from "vitest";
import { draft, figure, fund, money } from "../../src/validate/example-draft.js";
import { validate } from "../../src/validate/validate.js";

const overspent = fund("本年支出合计", {
  initialBudget: money("100.00", "万元"),
  executed: money("140.00", "万元"),
  executionRate: figure("120%"),
});

describe("the validation of a record", () => {
  it("accuses what a report says", () => {
    expect(validate(draft({ funds: [overspent] })).map(({ rule }) => rule)).toContain("funds/execution-rate-mismatch");
  });

  it("accuses nothing in a document that evaluates nothing: a budget's table is no fund of a project", () => {
    const warnings = [
      { code: "not-a-report" as const, message: "Nothing in this document evaluates a project, a department or a policy." as const },
    ];
    expect(validate(draft({ funds: [overspent], warnings }))).toEqual([]);
  });
});
