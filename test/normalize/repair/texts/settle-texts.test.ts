import { describe, expect, it } from "vitest";
import type { Draft } from "../../../../src/core/record.js";
import { normalize } from "../../../../src/normalize/normalize.js";
import { validate } from "../../../../src/validate/validate.js";
import { documentOf, tableOf } from "../../table-of.js";

const SURE = { confidence: 0.99, alternatives: [] };
const HEAD = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "评分标准", "分值", "得分"];
const STANDARD = "达标得满分，未达标按比例得分";
const NAME = "渠系任务按期竣工率";

/** A scanned table whose first row got full marks for a target that it missed; the texts of one row are read as given. */
function findings(doubts: ReadonlyMap<string, readonly string[]>, name = NAME) {
  const rows = [
    ["产出指标", "时效指标", name, "≥96%", "72%", STANDARD, "60", "60"],
    ["满意度指标", "服务对象满意度指标", "灌区农户满意度", "≥90%", "93%", STANDARD, "40", "40"],
  ];
  const table = tableOf([HEAD, ...rows]);
  let seen = false;
  const cells = table.cells.map((cell) => {
    const alternatives = doubts.get(cell.text);
    const isFirst = alternatives !== undefined && !(cell.text === STANDARD && seen);
    if (cell.text === STANDARD) seen = true;
    return { ...cell, reading: isFirst ? { confidence: 0.6, alternatives } : SURE };
  });
  const [draft] = normalize(documentOf("项目支出绩效自评表", { ...table, origin: "ruled", cells }));
  return validate(draft!, {}).map(({ rule, cause }) => `${rule} ${cause}`);
}

describe("an author's error in a row whose texts are doubtful", () => {
  it("is reported where the name's ideographs stand in words as read, and in none otherwise", () => {
    expect(findings(new Map([[NAME, ["渠系任务按期峻工率", "渠系任务按期工率"]]]))).toEqual(["score/full-though-unmet report"]);
  });

  it("is a question where the name may be another", () => {
    expect(findings(new Map([["渠系检修段数占比", ["渠系维修段数占比"]]]), "渠系检修段数占比")).toEqual([
      "score/full-though-unmet extraction",
    ]);
  });

  it("is reported where its scoring standard stands elsewhere, surely read", () => {
    expect(findings(new Map([[STANDARD, ["达标得满分，未达标按此例得分"]]]))).toEqual(["score/full-though-unmet report"]);
  });

  it("is a question where the figure itself is doubtful", () => {
    expect(findings(new Map([["72%", ["92%"]]]))).toEqual(["score/full-though-unmet extraction"]);
  });
});

describe("a row of which one text is doubtful", () => {
  it("lacks its result for sure, whatever its target is", () => {
    const rows = [
      ["产出指标", "成本指标", "单亩灌溉成本", "≤56元", "", STANDARD, "60", "60"],
      ["满意度指标", "服务对象满意度指标", "灌区农户满意度", "≥90%", "93%", STANDARD, "40", "40"],
    ];
    const table = tableOf([HEAD, ...rows]);
    const cells = table.cells.map((cell) => ({
      ...cell,
      reading: cell.text === "≤56元" ? { confidence: 0.87, alternatives: ["56元", "<56元", "《56元"] } : SURE,
    }));
    const [draft] = normalize(documentOf("项目支出绩效自评表", { ...table, origin: "ruled", cells }));
    expect(validate(draft!, {}).map(({ rule, cause }) => `${rule} ${cause}`)).toContain("indicator/missing-value report");
    const completeness: Draft["completeness"] = { indicators: "doubtful", funds: "sure", because: ["1 figures could not be read"] };
    const lossy = { ...draft!, completeness };
    expect(validate(lossy, {}).map(({ rule, cause }) => `${rule} ${cause}`)).toContain("indicator/missing-value extraction");
  });
});
