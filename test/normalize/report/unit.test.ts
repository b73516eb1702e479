import { describe, expect, it } from "vitest";
import { readText } from "../../../src/extract/text/read-text.js";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const report = (lines: readonly string[]) => normalize(readText(Buffer.from(lines.join("\n"), "utf8")))[0]!.report;
const TABLE = ["| 一级指标 | 二级指标 | 三级指标 | 目标值 | 完成值 | 分值 | 得分 |", "|---|---|---|---|---|---|---|"];
const ROW = "| 产出指标 | 数量指标 | 巡检次数 | ≥12次 | 12次 | 100 | 100 |";

describe("the unit that reports", () => {
  it("signs above its date, before the annexes", () => {
    const told = report([
      "# 泵站维护项目2023年度绩效自评报告",
      "",
      "一、总体情况",
      "",
      "全年自评得分100分。",
      "",
      "云岭县排涝管理站",
      "",
      "2024年2月6日",
      "",
      "附表 指标得分情况",
      "",
      ...TABLE,
      ROW,
    ]);
    expect(told.unit).toBe("云岭县排涝管理站");
  });

  it("is named by the opening sentence", () => {
    const told = report([
      "# 2023年度泵站维护支出绩效自评报告",
      "",
      "按照要求，现将云岭县排涝管理站组织实施的泵站维护项目自评情况报告如下。",
      "",
      ...TABLE,
      ROW,
    ]);
    expect(told.unit).toBe("云岭县排涝管理站");
  });

  it("is the department itself where the whole department reports", () => {
    const told = report([
      "# 2023年度部门整体支出绩效自评表",
      "",
      "| 预算部门名称 | 云岭县水务局 | | | | | |",
      ...TABLE.slice(1),
      TABLE[0]!,
      ROW,
    ]);
    expect([told.kind, told.department, told.unit]).toEqual(["department", "云岭县水务局", "云岭县水务局"]);
  });

  it("is told with its department above the year and the date, which count nothing", () => {
    const form = [
      ["项目名称", "泵站维护", "<", "<"],
      ["项目主管部门", "云岭县水利局", "项目单位", "云岭县排涝管理站"],
      ["评价年度", "2023年", "<", "<"],
      ["填表日期", "2024.02.06", "<", "<"],
      ["二级指标", "三级指标", "指标值", "完成值"],
      ["数量指标", "巡检次数", "≥12次", "12次"],
    ];
    const told = normalize(documentOf("项目支出绩效自评表", tableOf(form)))[0]!.report;
    expect([told.department, told.unit]).toEqual(["云岭县水利局", "云岭县排涝管理站"]);
  });
});
