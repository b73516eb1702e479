import { describe, expect, it } from "vitest";
import type { Table } from "../../src/core/extracted.js";
import { normalize } from "../../src/normalize/normalize.js";
import { documentOf, tableOf } from "./table-of.js";

const FUNDS = tableOf([
  ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数", "执行率", "分值", "得分"],
  ["年度资金总额", "120.00", "118.60", "115.25", "97.18%", "10", "9.72"],
  ["其中：当年财政拨款", "120.00", "118.60", "115.25", "97.18%", "", ""],
]);
const INDICATORS = tableOf([
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
  ["产出指标", "数量指标", "疏浚河道长度", "≥12公里", "12公里", "60", "60"],
  ["满意度指标", "服务对象满意度指标", "沿岸居民满意度", "≥90%", "93%", "30", "30"],
  ["总分", "<", "<", "<", "<", "100", "99.72"],
]);
const SPENDING = tableOf([
  ["类型", "年初预算数", "调整预算数", "决算数", "执行率"],
  ["基本支出", "1820.00", "1850.00", "1849.00", "99.95%"],
  ["项目支出", "920.00", "980.00", "960.00", "97.96%"],
  ["合计", "2740.00", "2830.00", "2809.00", "99.26%"],
]);
const INCOME = tableOf([
  ["收入项目", "年初预算数", "决算数"],
  ["财政拨款收入", "3210.00", "3321.45"],
  ["其他收入", "10.00", "12.30"],
  ["本年收入合计", "3220.00", "3333.75"],
]);
const FORM = tableOf([
  ["项目名称", "河道疏浚项目", "实施单位", "临汐县水利站"],
  ["一级指标", "三级指标", "指标值", "完成值"],
  ["产出指标", "疏浚河道长度", "≥12公里", "12公里"],
]);

/** What a report on a river reads as, with a table put before its funds or behind its indicators. */
function read(before: readonly Table[], behind: readonly Table[]) {
  const { funds, indicators } = normalize(
    documentOf(
      "2022年度河道疏浚项目绩效自评报告",
      "一、有关情况",
      ...before,
      "二、资金",
      FUNDS,
      "三、指标",
      INDICATORS,
      "四、附表",
      ...behind,
    ),
  )[0]!;
  return {
    funds: funds.map(({ source, initialBudget, executed }) => [source, initialBudget?.value, executed?.value].join(" ")),
    indicators: indicators.map(({ level3 }) => level3),
  };
}

describe("tables that tell of something else than the evaluation", () => {
  it.each<[string, Table]>([
    ["income", INCOME],
    ["what the department spends", SPENDING],
    [
      "money of other years",
      tableOf([
        ["年度", "预算数（万元）", "支出数（万元）", "执行率"],
        ["2019", "110.00", "104.00", "94.55%"],
        ["2020", "90.00", "90.00", "100%"],
      ]),
    ],
    [
      "money in the middle of the year",
      tableOf([
        ["项目", "1-6月执行数（万元）", "1-6月执行率", "全年预计执行数（万元）"],
        ["人员经费", "23.00", "46.00%", "50.00"],
        ["公用经费", "12.00", "40.00%", "30.00"],
      ]),
    ],
    [
      "results of other years",
      tableOf([
        ["一级指标", "二级指标", "三级指标", "2019年实际值", "2020年实际值"],
        ["产出指标", "数量指标", "清理漂浮物次数", "120次", "131次"],
        ["效益指标", "社会效益指标", "受益人口", "3400人", "3900人"],
      ]),
    ],
  ])("%s changes nothing before the report's own and behind it", (_, table) => {
    const own = read([], []);
    expect(own).toEqual({
      funds: ["total 120.00 115.25", "current_fiscal 120.00 115.25"],
      indicators: ["疏浚河道长度", "沿岸居民满意度"],
    });
    expect(read([table], [])).toEqual(own);
    expect(read([], [table])).toEqual(own);
  });

  it.each([SPENDING, INCOME])("is no report of its own above a named form, and no money of one whose sentences tell it", (accounts) => {
    const told = "项目全年预算118.60万元，全年执行115.25万元，预算执行率97.18%。";
    const drafts = normalize(documentOf("2022年度项目支出绩效自评表", "有关情况见下表：", accounts, FORM, told));
    expect(drafts.map(({ report }) => report.projectName)).toEqual(["河道疏浚项目"]);
    expect(drafts[0]!.funds.map(({ adjustedBudget, executed }) => [adjustedBudget?.value, executed?.value])).toEqual([
      ["118.60", "115.25"],
    ]);
  });

  it("are the report's own where they have the execution's marks, or sentences tell their total", () => {
    const rows = [
      ["年度资金总额", "120", "120", "115"],
      ["其中：基本支出", "20", "20", "15"],
      ["项目支出", "100", "100", "100"],
    ];
    const head = ["项目资金（万元）", "年初预算数", "全年预算数", "全年执行数"];
    const marked = tableOf([[...head, "分值", "得分"], [...rows[0]!, "10", "9.58"], ...rows.slice(1)]);
    const told = "项目全年预算120万元，全年执行115万元。";
    for (const table of [marked, tableOf([head, ...rows])])
      expect(normalize(documentOf("2022年度河道疏浚项目绩效自评报告", told, table, INDICATORS))[0]!.funds).toHaveLength(3);
  });

  it("leave a project of its own to a form behind them: a title that names it, or its result", () => {
    const read = (...blocks: (string | Table)[]) =>
      normalize(documentOf(...blocks, SPENDING, "附表", FORM)).map(({ report }) => report.projectName);
    expect(read("2022年度堤防加固项目绩效自评报告")).toEqual(["堤防加固项目", "河道疏浚项目"]);
    expect(read("2022年度项目支出绩效自评报告", "自评得分95分，等级为优。")).toHaveLength(2);
  });
});
