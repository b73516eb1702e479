import { describe, expect, it } from "vitest";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const read = (rows: string[][]) =>
  normalize(documentOf("2022年度河道保洁项目绩效自评表", tableOf(rows)))[0]!.indicators.map(({ level1, level2, level3, weight }) => [
    level1,
    level2,
    level3,
    weight?.value,
  ]);

const HEAD = ["考核体系", "权重", "目标值", "完成值", "得分"];

describe("levels below one another in the one column of names", () => {
  it("hold for what follows, with marks or without", () => {
    const rows = (marks: string[]) => [
      HEAD,
      ["产出", ...marks],
      ["河段", "", "", "", ""],
      ["保洁河段", "30%", "≥12段", "12段", "30"],
      ["打捞船只", "20%", "=4艘", "4艘", "20"],
      ["效益", "", "", "", ""],
      ["沿岸居民", "", "", "", ""],
      ["受益居民", "50%", "≥900人", "910人", "50"],
    ];
    const told = [
      ["产出", "河段", "保洁河段", "30"],
      ["产出", "河段", "打捞船只", "20"],
      ["效益", "沿岸居民", "受益居民", "50"],
    ];
    expect(read(rows(["50%", "", "", "50"]))).toEqual(told);
    expect(read(rows(["", "", "", ""]))).toEqual(told);
  });

  it("are told by two such rows that follow each other, whatever they are called, also across the table", () => {
    const band = (name: string) => [name, "<", "<", "<", "<", "<"];
    const rows = [
      ["题号", "对照事项", "应达到", "已达到", "应得分", "自查得分"],
      band("投入管理"),
      band("资金安排"),
      ["1", "预算细化率", "≥95%", "97%", "30", "30"],
      band("成果"),
      band("河段"),
      ["2", "保洁河段", "≥12段", "12段", "30", "30"],
      band("船只"),
      ["3", "打捞船只", "=4艘", "4艘", "40", "40"],
    ];
    expect(read(rows)).toEqual([
      ["投入管理", "资金安排", "预算细化率", "30"],
      ["成果", "河段", "保洁河段", "30"],
      ["成果", "船只", "打捞船只", "40"],
    ]);
  });

  it("are none where a row of a name alone stands among the indicators: it may be one that was left empty", () => {
    const rows = [
      HEAD,
      ["产出", "100%", "", "", "100"],
      ["保洁河段", "50%", "≥12段", "12段", "50"],
      ["清淤河段", "", "", "", ""],
      ["打捞船只", "50%", "=4艘", "4艘", "50"],
    ];
    expect(read(rows).map(([, level2]) => level2)).not.toContain("清淤河段");
  });
});
