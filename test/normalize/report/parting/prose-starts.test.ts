import { describe, expect, it } from "vitest";
import { proseStarts } from "../../../../src/normalize/report/parting/prose-starts.js";
import { paragraph } from "../../prose/told.js";

const report = (title: string) => [title, "一、项目概况", "年初预算100万元。", "二、自评结论", "自评总分95分，等级优。"];
const starts = (...lines: string[]) => proseStarts(lines.map((line, i) => paragraph(line, i + 1)));
const FERRY = "2022年度渡口浮桥养护经费绩效自评报告";

describe("reports told in sentences, one behind the other", () => {
  it("begin at titles of other projects", () => {
    expect(starts(...report(FERRY), ...report("2022年度山塘清淤加固工程绩效自评报告"))).toEqual([0, 5]);
  });

  it.each([
    ["named as reports are", (name: string) => `${name}绩效自评报告`],
    ["named after their projects", (name: string) => name],
  ])("begin at chapters %s, with headings of their own", (_, titleOf) => {
    const chapter = (number: string, name: string) => [
      `${number}、${titleOf(name)}`,
      "（一）资金情况。年初预算100万元。",
      `（二）自评结论。${name}自评总分95分，等级为优。`,
    ];
    const lines = ["某县教育局2022年度项目支出绩效自评报告", ...chapter("一", "公用经费补助项目"), ...chapter("二", "校舍安全保障项目")];
    expect(starts(...lines)).toEqual([0, 4]);
    expect(starts(lines[0]!, ...chapter("一", "公用经费补助项目").slice(0, 2), ...chapter("二", "校舍安全保障项目"))).toEqual([0]);
  });

  it.each([
    ["a title said again", [...report(FERRY), ...report(FERRY)]],
    ["an annex named at the end", [...report(FERRY), "附件：2022年度山塘清淤加固工程绩效自评报告"]],
    [
      "a line of the cover between a title and its return",
      [FERRY, "评价方式：部门（单位）绩效自评", ...report(FERRY).slice(1), ...report(FERRY)],
    ],
    ["a title with no total below it", [...report(FERRY), ...report("2022年度山塘清淤加固工程绩效自评报告").slice(0, 3)]],
  ])("are one where there is only %s", (_, lines) => {
    expect(starts(...lines)).toEqual([0]);
  });
});
