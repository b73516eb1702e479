import { describe, expect, it } from "vitest";
import { readProse } from "../../../../src/normalize/prose/read-prose.js";
import { paragraph } from "../told.js";

const ROWS = ["市级财政资金", "镇级配套资金", "基本支出", "项目支出"];
const read = (text: string, title = "临汐县2022年度渡口浮桥养护经费项目绩效自评报告") =>
  readProse(
    [title, text].map((line, i) => paragraph(line, i + 1)),
    { flow: "flowed", projectName: null, fundParts: ROWS },
  ).amounts.map(({ label, source, field, money }) => `${label ?? source} ${field} ${money.value}`);

describe("amounts of the rows of the fund table", () => {
  it("are told under the names that the table has for them", () => {
    expect(read("按来源看：市级财政资金全年预算314.71万元，支出240.33万元；镇级配套资金121.05万元，支出121.05万元。")).toEqual([
      "市级财政资金 adjustedBudget 314.71",
      "市级财政资金 executed 240.33",
      "镇级配套资金 executed 121.05",
    ]);
  });

  it("are told under the table's own print of a name that sentences are read without", () => {
    const printed = "市级财政资金（基建）";
    const { amounts } = readProse([paragraph("市级财政资金（基建）全年预算100万元。", 1)], {
      flow: "flowed",
      projectName: null,
      fundParts: [printed],
    });
    expect(amounts.filter(({ label }) => label !== undefined)).toMatchObject([{ label: printed, money: { value: "100" } }]);
  });

  it("are still the row's behind what was added to it", () => {
    expect(read("市级财政资金年初预算100万元，年中追加20万元，全年预算120万元，支出110万元。")).toEqual([
      "市级财政资金 initialBudget 100",
      "市级财政资金 adjustedBudget 120",
      "市级财政资金 executed 110",
    ]);
  });

  it("are a part's in a department's report, and none of the whole's", () => {
    const department = "临汐县水利局2022年度部门整体支出绩效自评报告";
    expect(read("（二）项目支出。项目支出年初预算583.10万元，年中追加后全年预算为609.20万元，全年执行569.56万元。", department)).toEqual([
      "项目支出 initialBudget 583.10",
      "项目支出 adjustedBudget 609.20",
      "项目支出 executed 569.56",
    ]);
    expect(read("（三）“三公”经费。全年支出6.83万元，比上年的7.15万元下降4.48%。", department)).toEqual([]);
  });

  it.each([
    ["of a use", "市级财政资金用于设备购置支出100万元。"],
    ["of another year", "2021年市级财政资金支出240.33万元。"],
    ["of a date within the year", "截至2022年6月底，市级财政资金支出100万元。"],
    ["of a part of the work", "第一标段，市级财政资金全年预算100万元。"],
    ["of another project", "河道治理项目，市级财政资金全年预算100万元，支出90万元。"],
    ["of a month", "市级财政资金1月支出100万元。"],
    ["of several years", "市级财政资金累计支出100万元。"],
    ["of one use of several", "市级财政资金支出60万元用于浮桥，40万元用于码头。"],
    ["that are approximate", "市级财政资金支出约240万元。"],
    ["of two rows at once", "市级财政资金和镇级配套资金支出240.33万元。"],
  ])("are none %s", (_, text) => {
    expect(read(text).filter((told) => ROWS.some((row) => told.startsWith(row)))).toEqual([]);
  });
});
