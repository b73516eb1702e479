import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { validate } from "../../src/validate/validate.js";
import { consistentDraft } from "./consistent-draft.js";
import contract from "./contract-rules.json" with { type: "json" };
import { FAULTS } from "./faults.js";

const RUNS = { numRuns: 60 };

describe("a report whose figures agree", () => {
  it("has no finding, wherever its execution score stands and however its scores are rounded", () => {
    fc.assert(
      fc.property(consistentDraft, ({ draft }) => {
        expect(validate(draft).map(({ rule, message }) => `${rule} ${message.zh}`)).toEqual([]);
      }),
      RUNS,
    );
  });

  it("is not changed by being validated", () => {
    fc.assert(
      fc.property(consistentDraft, ({ draft }) => {
        const before = structuredClone(draft);
        validate(draft);
        expect(draft).toEqual(before);
      }),
      { numRuns: 20 },
    );
  });
});

describe("one error in a report whose figures otherwise agree", () => {
  it("is tried for every rule of the contract", () => {
    expect(FAULTS.map(([rule]) => rule).toSorted()).toEqual(contract.map(({ id }) => id).toSorted());
  });

  it.each(FAULTS)("is named by %s, and by no other rule", (rule, inject) => {
    let tried = 0;
    fc.assert(
      fc.property(consistentDraft, ({ draft, execution }) => {
        const faulty = inject(draft, execution);
        if (faulty === undefined) return;
        tried++;
        const findings = validate(faulty);
        expect([...new Set(findings.map((finding) => finding.rule))], findings.map(({ message }) => message.zh).join("\n")).toEqual([rule]);
        expect(findings.every(({ cause }) => cause === "report")).toBe(true);
      }),
      RUNS,
    );
    expect(tried).toBeGreaterThan(10);
  });

  it.each(FAULTS)("is the reading's and not the author's where every figure is doubtful: %s", (rule, inject) => {
    fc.assert(
      fc.property(consistentDraft, ({ draft, execution }) => {
        const faulty = inject(draft, execution);
        if (faulty === undefined || UNDOUBTED.has(rule)) return;
        expect(validate(doubted(faulty)).filter(({ cause }) => cause === "report")).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});

/** Rules on texts whose reading carries no doubt of its own. */
const UNDOUBTED = new Set(["grade/invalid", "report/year-conflict"]);

/** The same report, with doubt on every figure and every row. */
function doubted<T>(value: T): T {
  if (Array.isArray(value)) return value.map(doubted) as T;
  if (value === null || typeof value !== "object") return value;
  const copy = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, doubted(inner)]));
  const isFigure = "value" in copy || "level3" in copy || "kept" in copy;
  return (isFigure ? { ...copy, doubt: { confidence: 0.3, readings: [], because: "faint" } } : copy) as T;
}
