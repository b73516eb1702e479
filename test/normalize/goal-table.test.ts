import { expect, it } from "vitest";
import { readText } from "../../src/extract/text/read-text.js";
import { normalize } from "../../src/normalize/normalize.js";

const read = (lines: readonly string[]) => normalize(readText(Buffer.from(lines.join("\n"), "utf8")))[0]!;

it("takes 绩效指标描述 for the name where no other column is, and 指标方向 beside 指标性质 for the sign", () => {
  const record = read([
    "# 2022年度项目绩效目标自评表",
    "",
    "| 一级指标 | 二级指标 | 绩效指标描述 | 指标性质 | 指标方向 | 指标值 | 计量单位 | 实际完成值 | 分值 | 得分 |",
    "|---|---|---|---|---|---|---|---|---|---|",
    "| 产出指标 | 数量指标 | 架设护栏长度 | 正向 | 大于等于 | 30 | 公里 | 31 | 60 | 60 |",
    "| 产出指标 | 时效指标 | 许可办理时限 | 反向 | 小于等于 | 23 | 工作日 | 22 | 20 | 20 |",
    "| 效益指标 | 社会效益指标 | 路域环境 | 定性 | 等于 | 明显改善 | — | 明显改善 | 20 | 20 |",
  ]);
  expect(
    record.indicators.map(({ level3, targetValue, direction }) => [level3, targetValue?.operator, targetValue?.unit, direction]),
  ).toEqual([
    ["架设护栏长度", ">=", "公里", "higher"],
    ["许可办理时限", "<=", "工作日", "lower"],
    ["路域环境", undefined, undefined, "none"],
  ]);
});

it("reads items of expenditure behind their serial numbers", () => {
  const record = read([
    "# 信号设施维护经费2022年度绩效自评报告",
    "",
    "支出明细（单位：万元）",
    "",
    "| 序号 | 支出内容 | 金额 |",
    "|---|---|---|",
    "| 1 | 材料购置费 | 120.50 |",
    "| 2 | 劳务费 | 30.10 |",
    "| 支出合计 | | 150.60 |",
  ]);
  expect(record.claims.breakdowns.map(({ label, total, items }) => [label, total.value, items.map(({ money }) => money.value)])).toEqual([
    ["支出合计", "150.60", ["120.50", "30.10"]],
  ]);
});

it("reads a sign whose words go on in the target's cell as one: 大于 | 等于30", () => {
  const record = read([
    "# 2022年度项目绩效目标自评表",
    "",
    "| 一级指标 | 二级指标 | 三级指标 | 指标性质 | 指标值 | 计量单位 | 实际完成值 | 分值 | 得分 |",
    "|---|---|---|---|---|---|---|---|---|",
    "| 产出指标 | 数量指标 | 架设护栏长度 | 大于 | 等于30 | 公里 | 31 | 60 | 60 |",
    "| 产出指标 | 时效指标 | 许可办理时限 | 小于 | 等于23 | 工作日 | 22 | 40 | 40 |",
  ]);
  expect(record.indicators.map(({ target, targetValue }) => [target, targetValue?.operator])).toEqual([
    ["大于等于30公里", ">="],
    ["小于等于23工作日", "<="],
  ]);
});

it("believes the title where an annexed plan is another project's, and the plan where its name is the title's", () => {
  const nameWith = (planned: string) =>
    read([
      "# 2021年度校舍维修专项资金绩效自评报告",
      "",
      "经综合评价，自评得分98分。",
      "",
      "产出指标满分60分，自评得分60分。",
      "",
      "附件 2023年度项目绩效目标申报表",
      "",
      `| 项目名称 | ${planned} | | |`,
      "|---|---|---|---|",
      "| 一级指标 | 二级指标 | 三级指标 | 指标值 |",
      "| 产出指标 | 数量指标 | 受理办件量 | ≥62000件 |",
      "| 产出指标 | 质量指标 | 按时办结率 | ≥95% |",
    ]).report.projectName;
  expect(nameWith("政务大厅运行经费")).toBe("校舍维修专项资金");
  expect(nameWith("校舍维修专项资金项目")).toBe("校舍维修专项资金项目");
});
