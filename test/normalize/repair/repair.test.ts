import { describe, expect, it } from "vitest";
import type { Draft, Indicator } from "../../../src/core/record.js";
import { repair } from "../../../src/normalize/repair/repair.js";
import { draft } from "../../../src/validate/example-draft.js";
import { doubt, figure, fund, indicator, money } from "./consistent-draft.js";

/** Two rows and a total of 100. */
function report(rows: readonly Indicator[], total: string, parts: Partial<Draft> = {}): Draft {
  const stated = { scope: "total" as const, name: "总分", score: figure(total), fullMarks: figure("100"), evidence: [] };
  return draft({ ...parts, indicators: [...rows], statedScores: [stated] });
}

const rows = () => [
  indicator("甲", { target: "40", actual: "41", weight: "60" }),
  indicator("乙", { target: "50", actual: "45", weight: "40", score: "36" }),
];

/** The row with some of its figures told otherwise, or in doubt. */
function doubted(row: Indicator, field: "weight" | "score", value: string, readings: string[], confidence = 0.5): Indicator {
  return { ...row, [field]: { ...figure(value), doubt: doubt(readings, confidence) } };
}

function aimed(
  row: Indicator,
  target: string,
  value: string,
  readings: string[],
  parts: Partial<Indicator["targetValue"]> = {},
): Indicator {
  return { ...row, target, targetValue: { ...row.targetValue!, value, ...parts, doubt: doubt(readings) } };
}

describe("repair", () => {
  it("takes the reading that its row and the total agree on, and tells the proof", () => {
    const [first, second] = rows();
    const mended = repair(report([doubted(first!, "score", "80", ["60", "50"]), second!], "96"));
    expect(mended.indicators[0]!.score).toEqual(figure("60"));
    expect(mended.repairs).toMatchObject([{ path: "/indicators/0/score", before: "80", after: "60", method: "other-reading" }]);
    expect(mended.repairs[0]!.because).toContain("sum of the scores = 96");
  });

  it("puts a lost decimal point back where a sum asks for it, though no reader saw it", () => {
    const [first, second] = rows();
    const whole = report([first!, { ...second!, score: figure("35.5") }], "955");
    whole.statedScores[0]!.score = { ...figure("955"), doubt: doubt([], 0.5) };
    expect(repair(whole).statedScores[0]!.score).toEqual({ raw: "95.5", value: "95.5" });
  });

  it("leaves a figure in doubt that two readings would mend alike", () => {
    const [first, second] = rows();
    const both = report([doubted(first!, "weight", "50", ["60"]), doubted(second!, "weight", "30", ["40"])], "96");
    const mended = repair({ ...both, indicators: both.indicators.map((row) => ({ ...row, targetValue: null, target: "完成" })) });
    expect(mended.indicators.map(({ weight }) => [weight!.value, weight!.doubt !== undefined])).toEqual([
      ["50", true],
      ["30", true],
    ]);
    expect(mended.repairs).toEqual([]);
  });

  it("never alters a figure without doubt: a total that the author got wrong stays wrong", () => {
    const [first, second] = rows();
    const wrong = report([doubted(first!, "score", "60", ["62"]), second!], "98");
    const mended = repair(wrong);
    expect(mended.statedScores[0]!.score!.value).toBe("98");
    expect(mended.indicators[0]!.score!.value).toBe("60");
    expect(mended.repairs).toEqual([]);
  });

  it("confirms a doubtful figure that its row and the sum hold to the last digit", () => {
    const [first, second] = rows();
    const mended = repair(report([first!, doubted(second!, "score", "36", ["38"])], "96"));
    expect(mended.indicators[1]!.score).toEqual(figure("36"));
    expect(mended.repairs).toEqual([]);
  });

  it("does not let two doubtful figures of one row confirm each other", () => {
    const row = doubted(doubted(rows()[0]!, "score", "80", ["60"]), "weight", "80", ["60"]);
    const mended = repair(draft({ indicators: [row, { ...rows()[1]!, weight: null }] }));
    expect(mended.indicators[0]!.score!.doubt).toBeDefined();
    expect(mended.indicators[0]!.weight!.doubt).toBeDefined();
  });

  it("mends an amount by its rate and its column, in yuan too", () => {
    const total = fund({
      adjustedBudget: money("120.00"),
      executed: { ...money("90.00"), doubt: doubt(["96.00"]) },
      executionRate: figure("80.00"),
    });
    const part = fund({ source: "fiscal", depth: 1, adjustedBudget: money("120.00"), executed: money("96.00") });
    const mended = repair(draft({ funds: [total, part] }));
    expect(mended.funds[0]!.executed).toEqual(money("96.00"));
  });
});

describe("repair of a rate", () => {
  const rated = (value: string, readings: string[]) =>
    repair(
      draft({
        funds: [
          fund({
            adjustedBudget: money("248.13"),
            executed: money("245.65"),
            executionRate: { ...figure(value), doubt: doubt(readings, 0.2) },
          }),
        ],
      }),
    ).funds[0]!.executionRate;

  it("takes away the nought that was a percent sign's circle: no author is wrong by ten times", () => {
    expect(rated("990", ["99%", "9900"])).toEqual({ raw: "99%", value: "99" });
  });

  it("keeps one that an author may have got wrong by so much", () => {
    expect(rated("96", ["99%"])).toMatchObject({ value: "96", doubt: {} });
  });
});

describe("repair of targets", () => {
  it("takes the sign that was read as a digit away where the row is out of all proportion", () => {
    const [first, second] = rows();
    const mended = repair(report([aimed(first!, "≥402处", "402", ["≥40处", ">402处"]), second!], "96"));
    expect(mended.indicators[0]).toMatchObject({ target: "≥40处", targetValue: { operator: ">=", value: "40" } });
    expect(mended.indicators[0]!.targetValue!.doubt).toBeUndefined();
  });

  it("clears a doubt that is of the sign alone, for a bar is not made of nothing", () => {
    const [first, second] = rows();
    const mended = repair(report([aimed(first!, "≥40处", "40", [">40处", "40处", "》40处"]), second!], "96"));
    expect(mended.indicators[0]!.targetValue!.doubt).toBeUndefined();
    expect(mended.repairs).toEqual([]);
  });

  it("gives a target the bar that a reader saw and the table's other targets have", () => {
    const [first, second] = rows();
    const read = aimed(first!, ">40处", "40", ["≥40处", "40处"], { operator: ">" });
    const mended = repair(report([read, second!], "96"));
    expect(mended.indicators[0]).toMatchObject({ target: "≥40处", targetValue: { operator: ">=" } });
    expect(mended.repairs).toMatchObject([{ path: "/indicators/0/target", before: ">40处", after: "≥40处", method: "sign-of-table" }]);
  });

  it("leaves a strict sign where the author's others are strict, or no reader saw a bar", () => {
    const [first, second] = rows();
    const strict = { ...second!, targetValue: { ...second!.targetValue!, operator: ">" as const } };
    const read = aimed(first!, ">40处", "40", ["≥40处", "40处"], { operator: ">" });
    expect(repair(report([read, strict], "96")).indicators[0]!.targetValue).toMatchObject({ operator: ">", doubt: {} });
    const barless = aimed(first!, ">40处", "40", ["40处", "＞40处"], { operator: ">" });
    expect(repair(report([barless, second!], "96")).indicators[0]!.targetValue).toMatchObject({ operator: ">", doubt: {} });
  });

  it("keeps the doubt of a target that may also be another figure that is met", () => {
    const [first, second] = rows();
    const mended = repair(report([aimed(first!, "≥40处", "40", ["≥41处", ">40处"]), second!], "96"));
    expect(mended.indicators[0]!.targetValue!.doubt).toBeDefined();
  });

  it("keeps what a row says of its name's doubt", () => {
    const [first, second] = rows();
    const named = { ...aimed(first!, "≥40处", "40", [">40处", "40处"]), doubt: doubt(["申"], 0.4) };
    expect(repair(report([named, second!], "96")).indicators[0]!.doubt).toEqual(doubt(["申"], 0.4));
  });
});

describe("repair of hostile drafts", () => {
  it("comes to an end where everything is in doubt", () => {
    const many = Array.from({ length: 300 }, (_, i) =>
      doubted(indicator(`指标${i}`, { target: "3", actual: "4", weight: "7" }), "score", "8", ["6", "5", "9"]),
    );
    const started = performance.now();
    expect(repair(report(many, "96")).indicators).toHaveLength(300);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  it.each([
    ["92", "970", "%", ["97%", "970"], "97%", "97"],
    ["95", "95.20", "", ["95.2α", "95.200"], "95.2%", "95.2"],
    ["88", "88.900", "", ["88.90%", "88.9%"], "88.9%", "88.9"],
  ])("puts back a percent sign read as zeros where the target (%s%%) has it: %s%s", (target, value, unit, readings, text, share) => {
    const [first, second] = rows();
    const row = {
      ...first!,
      target: `≥${target}%`,
      targetValue: { ...first!.targetValue!, value: target, unit: "%" },
      actual: `${value}${unit}`,
      actualValue: { ...first!.actualValue!, value, unit, doubt: doubt(readings) },
    };
    const mended = repair(report([row, second!], "96"));
    expect(mended.indicators[0]!.actual).toBe(text);
    expect(mended.indicators[0]!.actualValue).toMatchObject({ value: share, unit: "%" });
    expect(mended.repairs).toMatchObject([{ before: `${value}${unit}`, after: text, method: "sign-of-row" }]);
  });

  it("makes no share of a figure that may well be as read", () => {
    const [first, second] = rows();
    const row = (actual: string, unit: string, readings: string[]) => ({
      ...first!,
      target: "≥9%",
      targetValue: { ...first!.targetValue!, value: "9", unit: "%" },
      actual: `${actual}${unit}`,
      actualValue: { ...first!.actualValue!, value: actual, unit, doubt: doubt(readings) },
    });
    for (const each of [row("90", "%", ["9%"]), row("95", "", ["95"]), row("120", "人", ["12%"]), row("900", "%", ["9%", "90%"])])
      expect(repair(report([each, second!], "96")).indicators[0]!.actual).toBe(each.actual);
  });
});
