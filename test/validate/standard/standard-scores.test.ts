import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Indicator } from "../../../src/core/record.js";
import { aim, draft, got, marks, row, told } from "../../../src/validate/example-draft.js";
import { validate } from "../../../src/validate/validate.js";

const JUDGED = ["score/recomputed-mismatch", "score/deducted-though-met", "score/full-though-unmet"];

/** What is found of one indicator's score: the rule and what it recomputes. */
function foundOf(parts: Partial<Indicator>): string[] {
  return validate(draft({ indicators: [row("某项", parts)] }))
    .filter(({ rule }) => JUDGED.includes(rule))
    .map(({ rule, recomputed }) => `${rule.slice("score/".length)} ${recomputed}`);
}

describe("an indicator with a printed standard", () => {
  it("is judged by its steps, not in proportion", () => {
    const sets = { ...aim(">=", "41", "套"), ...got("38", "套"), standard: "达到目标值得满分，每少1套扣0.5分，扣完为止" };
    expect(foundOf({ ...sets, ...marks("9", "7.5") })).toEqual([]);
    expect(foundOf({ ...sets, ...marks("9", "6.5") })).toEqual(["recomputed-mismatch 7.5"]);
    expect(foundOf({ ...sets, ...marks("9", "8.34") })).toEqual(["recomputed-mismatch 7.5"]);
    expect(foundOf({ ...sets, ...marks("9", "9") })).toEqual(["full-though-unmet 7.5"]);
    expect(foundOf({ ...sets, ...got("41", "套"), ...marks("9", "8.5") })).toEqual(["deducted-though-met 9"]);
  });

  it("loses nothing below 0, and no more than the standard takes at most", () => {
    const few = { ...aim(">=", "40", "场"), ...got("10", "场") };
    expect(foundOf({ ...few, standard: "每少1场扣1分，扣完为止", ...marks("8", "0") })).toEqual([]);
    expect(foundOf({ ...few, standard: "每少1场扣1分，最多扣3分", ...marks("8", "5") })).toEqual([]);
    expect(foundOf({ ...few, standard: "每少1场扣1分，最多扣3分", ...marks("8", "0") })).toEqual(["recomputed-mismatch 5"]);
  });

  it("is judged by all or nothing", () => {
    const part = { ...aim(">=", "20", "场"), ...got("18", "场"), standard: "完成得满分，未完成不得分" };
    expect(foundOf({ ...part, ...marks("10", "0") })).toEqual([]);
    expect(foundOf({ ...part, ...marks("10", "9") })).toEqual(["recomputed-mismatch 0"]);
    expect(foundOf({ ...part, ...marks("10", "10") })).toEqual(["full-though-unmet 0"]);
  });

  it("is judged by bands, whether of its own figure or of the target's share", () => {
    const rate = { ...aim(">=", "95", "%"), ...got("88.0", "%"), standard: "90%以上得满分，80%-90%得8分，80%以下不得分" };
    expect(foundOf({ ...rate, ...marks("10", "8") })).toEqual([]);
    // 88 is 92.6 percent of 95.
    expect(foundOf({ ...rate, ...marks("10", "10") })).toEqual([]);
    expect(foundOf({ ...rate, ...marks("10", "9.26") })).toEqual(["recomputed-mismatch 8"]);
    // Met at a target below the bound of full marks: the standard gives less.
    expect(foundOf({ ...rate, ...aim(">=", "85", "%"), ...marks("10", "8") })).toEqual([]);
  });

  it("counts steps of a percentage by its points, and of a count by its share", () => {
    const standard = "每降低1个百分点扣1分";
    expect(foundOf({ ...aim(">=", "95.0", "%"), ...got("92.0", "%"), standard, ...marks("10", "7") })).toEqual([]);
    expect(foundOf({ ...aim(">=", "95.0", "%"), ...got("92.0", "%"), standard, ...marks("10", "9.68") })).toEqual([
      "recomputed-mismatch 7",
    ]);
    expect(foundOf({ ...aim(">=", "200", "人"), ...got("190", "人"), standard, ...marks("10", "5") })).toEqual([]);
    expect(foundOf({ ...aim(">=", "200", "人"), ...got("190", "人"), standard, ...marks("10", "9.5") })).toEqual(["recomputed-mismatch 5"]);
  });

  it("counts steps of money in the units of either, and of days between dates", () => {
    const cost = { ...aim("<=", "12", "万元"), ...got("12.30", "万元"), standard: "不超过得满分，每超1000元扣1分" };
    expect(foundOf({ ...cost, ...marks("10", "7") })).toEqual([]);
    expect(foundOf({ ...cost, ...marks("10", "4") })).toEqual(["recomputed-mismatch 7"]);
    const late = { ...told("2023年11月20日前", "2023年11月26日"), kind: "quantitative" as const, standard: "按期得满分，每迟1天扣1分" };
    expect(foundOf({ ...late, ...marks("8", "2") })).toEqual([]);
    expect(foundOf({ ...late, ...marks("8", "8") })).toHaveLength(1);
  });

  it("is not judged where the standard is not understood, or measures something else", () => {
    const fewer = { ...aim(">=", "20", "场"), ...got("18", "场") };
    for (const standard of ["手续完备得满分，发现不合规一笔扣2分", "每少1人扣1分", "视完成情况酌情扣分", "每提前1天加1分，否则酌情扣分"])
      for (const score of ["10", "9", "5"]) expect(foundOf({ ...fewer, standard, ...marks("10", score) })).toEqual([]);
    expect(foundOf({ ...fewer, ...got("20", "场"), standard: "手续完备得满分，发现不合规一笔扣2分", ...marks("10", "8") })).toEqual([]);
  });

  it("is judged in proportion where the standard says so, or tells only what full marks are for", () => {
    const part = { ...aim(">=", "20", "场"), ...got("18", "场") };
    for (const standard of ["按完成比例计分", "完成得满分", "得分＝实际完成值÷目标值×分值"]) {
      expect(foundOf({ ...part, standard, ...marks("10", "9") })).toEqual([]);
      expect(foundOf({ ...part, standard, ...marks("10", "7") })).toEqual(["recomputed-mismatch 9"]);
    }
  });

  it("is less than all where it goes by what was done and the target was missed, and not judged where it was met", () => {
    const part = { ...aim(">=", "20", "场"), ...got("18", "场"), standard: "按实际完成情况计分" };
    for (const score of ["9", "8", "5"]) expect(foundOf({ ...part, ...marks("10", score) })).toEqual([]);
    expect(foundOf({ ...part, ...marks("10", "10") })).toEqual(["full-though-unmet 9"]);
    for (const score of ["10", "8"]) expect(foundOf({ ...part, ...got("20", "场"), ...marks("10", score) })).toEqual([]);
  });

  it("never accuses the score that its steps give, and always one that they cannot", () => {
    fc.assert(
      fc.property(
        fc.record({
          target: fc.integer({ min: 20, max: 400 }),
          short: fc.integer({ min: 1, max: 19 }),
          size: fc.integer({ min: 1, max: 5 }),
          tenths: fc.integer({ min: 1, max: 30 }),
          weight: fc.integer({ min: 1, max: 30 }),
          unit: fc.constantFrom("场", "套", "人", "公顷", "件"),
          verb: fc.constantFrom("少", "减少", "低于目标值", "差"),
          up: fc.boolean(),
        }),
        ({ target, short, size, tenths, weight, unit, verb, up }) => {
          const standard = `达到目标值得满分，每${verb}${size}${unit}扣${tenths / 10}分，${up ? `不足${size}${unit}按${size}${unit}计算，` : ""}扣完为止`;
          const count = up ? Math.ceil(short / size) : Math.floor(short / size);
          const score = Math.max(0, weight * 10 - count * tenths) / 10;
          const parts = { ...aim(">=", String(target), unit), ...got(`${target - short}.0`, unit), standard };
          const found = foundOf({ ...parts, ...marks(String(weight), String(score)) });
          if (score < weight || count === 0) expect(found).toEqual([]);
          const most = Math.max(0, weight * 10 - Math.floor(short / size - 0.05) * tenths) / 10;
          const wrong = most + 0.2;
          if (wrong < weight) expect(foundOf({ ...parts, ...marks(String(weight), wrong.toFixed(1)) })).toHaveLength(1);
        },
      ),
      { numRuns: 300 },
    );
  });
});
