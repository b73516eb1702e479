import { describe, expect, it } from "vitest";
import { readText } from "../../../../src/extract/text/read-text.js";
import { normalize } from "../../../../src/normalize/normalize.js";
import { validate } from "../../../../src/validate/validate.js";

const read = (lines: readonly string[]) => normalize(readText(Buffer.from(lines.join("\n"), "utf8")))[0]!;
const isDoubtful = ({ executed, adjustedBudget }: ReturnType<typeof read>["funds"][number]) =>
  executed?.doubt !== undefined || adjustedBudget?.doubt !== undefined;
const accused = (lines: readonly string[]) =>
  validate(read(lines))
    .filter(({ cause }) => cause === "report")
    .map(({ rule }) => rule);

const oneALine = (heads: readonly string[], ...rows: readonly (readonly string[])[]) => [
  "河湾镇路灯改造项目2023年度绩效自评表",
  "单位：万元",
  ...heads,
  ...rows.flat(),
];

describe("the funds of a text that lost its grid", () => {
  it("are doubtful where no row's amounts give its rate: heads came in another order than their figures", () => {
    const lines = oneALine(
      ["资金来源", "年初预算数", "全年执行数", "全年预算数", "执行率"],
      ["年度资金总额", "1797.58", "1817.52", "1686.31", "92.78%"],
      ["当年财政拨款", "1121.89", "1126.86", "1051.12", "93.28%"],
    );
    expect(read(lines).funds.map(isDoubtful)).toEqual([true, true]);
    expect(accused(lines)).toEqual([]);
  });

  it("are the author's where another row's amounts give its rate", () => {
    const lines = oneALine(
      ["资金来源", "年初预算数", "全年预算数", "全年执行数", "执行率"],
      ["年度资金总额", "1797.58", "1817.52", "1686.31", "89.61%"],
      ["当年财政拨款", "1121.89", "1126.86", "1051.12", "93.28%"],
    );
    expect(read(lines).funds.some(isDoubtful)).toBe(false);
    expect(accused(lines)).toEqual(["funds/execution-rate-mismatch"]);
  });

  it("are doubtful where a head stands in a row's label: labels stand beside each other's figures", () => {
    const lines = [
      "河湾镇路灯改造项目2023年度绩效自评表",
      ["执行率", "全年执行数（万元）", "全年预算数（万元）", "资金性质"].join("\t"),
      ["98.00%", "534.10", "545.00", "年度资金总额"].join("\t"),
      ["100.00%", "500.00", "500.00", "当年财政拨款"].join("\t"),
      ["75.78%", "34.10", "45.00", "上年结转资金"].join("\t"),
    ];
    expect(accused(lines)).toEqual([]);
    expect(accused(lines.join("\n").replace(/\t/gu, "\n").split("\n"))).toEqual([]);
  });

  it("are doubtful where rows have amounts in different units", () => {
    const lines = oneALine(
      ["资金来源", "全年预算数", "全年执行数", "执行率"],
      ["年度资金总额", "8970128", "8970128", "100%"],
      ["项目资金（元）其他资金", "8970128", "8970128", "100%"],
    );
    expect(accused(lines)).toEqual([]);
  });
});

describe("the funds of a table that lost its labels", () => {
  it("are doubtful where several rows have no name: what names them may stand on another page", () => {
    const lines = (labels: readonly string[]) => [
      "河湾镇路灯改造项目2023年度绩效自评表",
      ["资金来源", "全年预算数（万元）", "全年执行数（万元）", "执行率"].join("\t"),
      [labels[0], "545.00", "534.10", "88.00%"].join("\t"),
      [labels[1], "500.00", "500.00", "100.00%"].join("\t"),
      [labels[2], "45.00", "34.10", "75.78%"].join("\t"),
    ];
    expect(accused(lines(["年度资金总额", "当年财政拨款", "上年结转资金"]))).toEqual(["funds/execution-rate-mismatch"]);
    expect(accused(lines(["", "", ""]))).toEqual([]);
  });
});
