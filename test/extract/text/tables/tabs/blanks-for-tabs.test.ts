import { describe, expect, it } from "vitest";
import { plainInline } from "../../../../../src/extract/text/inline-markup.js";
import { withBlanksForTabs } from "../../../../../src/extract/text/tables/tabs/blanks-for-tabs.js";

const rows = (texts: readonly string[]) => texts.map((row) => row.split("\t").map((text) => ({ text, line: 1 })));
const read = (texts: readonly string[]) =>
  withBlanksForTabs(rows(texts), { inline: plainInline }).map((row) => row.map(({ text }) => text).join("|"));

describe("tabs that a copy turned into blanks", () => {
  it("part cells where rows come out with as many so", () => {
    const table = [
      "二级指标\t三级指标\t指标值\t完成值\t分值\t得分",
      "数量指标\t资助人数\t≥1,350人\t1,388人 10\t10",
      "\t覆盖园所数量 ≥42所 42所\t10\t10",
      "时效指标 按时发放率\t=100%\t100%\t10 8",
      "质量指标\t认定准确率\t=100%\t100%\t12\t12",
    ];
    expect(read(table)).toEqual([
      "二级指标|三级指标|指标值|完成值|分值|得分",
      "数量指标|资助人数|≥1,350人|1,388人|10|10",
      "|覆盖园所数量|≥42所|42所|10|10",
      "时效指标|按时发放率|=100%|100%|10|8",
      "质量指标|认定准确率|=100%|100%|12|12",
    ]);
  });

  it("are none where rows have all their cells, or come out with other numbers of them", () => {
    const table = [
      "三级指标\t指标值\t完成值\t分值\t得分",
      "办结时限\t2023年 10月底前\t2023年 9月\t10\t10",
      "检修 座数\t≥12座\t12座",
      "更新 制度\t建立\t建立 健全",
    ];
    expect(read(table)).toEqual(table.map((row) => row.replaceAll("\t", "|")));
  });

  it("are none within a sign that is written as LaTeX", () => {
    const table = [
      "二级指标\t三级指标\t指标值\t完成值\t分值\t得分",
      "数量指标\t修缮池塘\t$\\geq 12$口\t12口\t10\t10",
      "数量指标\t补植树木\t$\\geq 900$株\t905株\t10\t10",
      "时效指标\t完工时限\t$\\leq 90$天\t88天\t10\t10",
    ];
    expect(read(table)).toEqual(table.map((row) => row.replaceAll("\t", "|")));
  });
});
