import { describe, expect, it } from "vitest";
import type { FundSource } from "../../../src/core/record.js";
import sources from "../../../src/normalize/lexicon/data/sources.json" with { type: "json" };
import { fundLabel, fundSource } from "../../../src/normalize/lexicon/labels/fund-source.js";
import { fundRole, indicatorRole } from "../../../src/normalize/lexicon/labels/head-words.js";
import { categoryOf, readIndicatorName, readLevel, splitLevels } from "../../../src/normalize/lexicon/labels/level.js";
import { metaField } from "../../../src/normalize/lexicon/labels/meta-label.js";
import { gradeBand, totalKind } from "../../../src/normalize/lexicon/labels/total-words.js";
import { LEXICON, saysNothing } from "../../../src/normalize/lexicon/lexicon.js";
import { readHead } from "../../../src/normalize/lexicon/writing/fold.js";

describe("the lexicon", () => {
  it("gives a known source for each word", () => {
    const { heads, fundColumns, metaLabels, totals, blanks } = LEXICON;
    const lists = [
      heads.words,
      fundColumns.words,
      metaLabels.words,
      metaLabels.nouns,
      { total: totals.total, subtotal: totals.subtotal, grade: totals.grade },
      { blanks: blanks.notApplicable },
    ];
    const cited = lists.flatMap((list) => Object.values(list).flatMap((words) => Object.values(words as Record<string, string>)));
    expect(cited.filter((source) => !(source in sources))).toEqual([]);
  });

  it("lists no word in two roles of one kind of table", () => {
    for (const lists of [LEXICON.heads.words, LEXICON.fundColumns.words, LEXICON.metaLabels.words]) {
      const words = Object.values(lists).flatMap((list) => Object.keys(list));
      expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([]);
    }
  });
});

describe("metaField", () => {
  it.each([
    ["市级预算单位名称", "both"],
    ["项目资金名称", "projectName"],
    ["债券项目名称", "projectName"],
    ["预算项目名称及代码", "projectName"],
    ["政策主管部门", "department"],
    ["项目具体执行单位：", "unit"],
    ["购买主体", "unit"],
    ["中央主管部门", "centralDepartment"],
    ["子项目名称", undefined],
    ["上级主管部门", "department"],
    ["某县农业主管部门", undefined],
    ["体育主管部门", undefined],
    ["主管部门审核意见", undefined],
  ])("%s names %s", (label, field) => {
    expect(metaField(label)).toBe(field);
  });
});

describe("readHead", () => {
  it.each([
    ["项目资金\n（万元）", { name: "项目资金", unit: "万元" }],
    ["预算执行情况 (万元) (20分)", { name: "预算执行情况", unit: "万元", marks: "20" }],
    ["得分（20分*执行率）", { name: "得分", marks: "20" }],
    ["执行率（B/A）", { name: "执行率", letters: "B/A" }],
    ["2021年度指标值(A)", { name: "年度指标值", letters: "A" }],
    ["产出指标50分", { name: "产出指标", marks: "50" }],
    ["年 度\n目标值", { name: "年度目标值" }],
    ["一、项目名称", { name: "项目名称" }],
    ["3.主管部门", { name: "主管部门" }],
    ["1.5倍奖励", { name: "1.5倍奖励" }],
  ])("reads %s", (text, expected) => expect(readHead(text)).toMatchObject(expected));
});

describe("roles of heads", () => {
  it.each([
    ["三级指标", "level3"],
    ["目标指标", "level3"],
    ["年初目标值（A）", "target"],
    ["全年实际完成值", "actual"],
    ["指标分值", "weight"],
    ["指标得分", "score"],
    ["财政审核评分", "review"],
    ["评（扣）分标准", "standard"],
    ["得分计算方法", "standard"],
    ["备注（未完成原因）", "reason"],
    ["偏差原因分析及改进措拖", "reason"],
    ["-级指标", "level?"],
    ["得分未完成原因", "score"],
    ["本项目全年实际完成情况", "actual"],
    ["年初预期目标", "target"],
    ["期初申报目标值", "target"],
    ["应完成数", "target"],
    ["目标完成情况", "actual"],
    ["年终实绩", "actual"],
    ["任务落实情况", "actual"],
    ["目标达成率", "completionRate"],
    ["目标未完成原因", "reason"],
    ["差距分析", "reason"],
    ["失分情况", "reason"],
    ["终审得分", "review"],
  ])("takes %s for %s", (text, role) => expect(indicatorRole(text)?.role).toBe(role));

  it("takes no goal for an indicator with a slip in its name", () => expect(indicatorRole("目标内容")?.role).not.toBe("level3"));

  it.each(["项目总得分较高的原因在于管理规范，资金到位", "保洁河道长度", "社会效益", ""])("takes %s for no head word for word", (text) =>
    expect(indicatorRole(text)?.exact ?? false).toBe(false),
  );

  it.each([
    ["调整后预算数", "adjustedBudget"],
    ["全年预算数（A）", "adjustedBudget"],
    ["年初批复数", "initialBudget"],
    ["实际到位资金（万元）", "received"],
    ["实际支出", "executed"],
    ["预算执行率（B/A×100%）", "executionRate"],
    ["资金到位率", "receivedRate"],
  ])("takes %s for %s in a fund table", (text, role) => expect(fundRole(text)?.role).toBe(role));

  it.each(["占总支出比例", "占支出比例（%）"])("takes %s, a share, for no rate of execution", (text) =>
    expect(fundRole(text)?.role).not.toBe("executionRate"),
  );
});

describe("fund sources", () => {
  it.each<[string, FundSource]>([
    ["年度资金总额：", "total"],
    ["年度总金额（万元）", "total"],
    ["其中：当年财政拨款", "current_fiscal"],
    ["本年一般公共预算拨款", "current_fiscal"],
    ["上年结转资金", "carryover"],
    ["其他资金", "other"],
    ["财政专户管理资金", "special_account"],
    ["政府预算资金", "fiscal"],
    ["单位资金", "unit_own"],
    ["中央财政资金", "central"],
    ["自治区财政", "provincial"],
    ["市县财政", "municipal"],
    ["县区级", "county"],
    ["地方资金", "other"],
    ["省补资金", "provincial"],
    ["县专项资金", "county"],
    ["单位自筹资金", "unit_own"],
    ["企业自筹资金", "other"],
    ["受益主体自筹", "other"],
    ["乡镇自筹资金", "other"],
    ["乡镇财政资金", "county"],
  ])("takes %s for %s", (label, source) => expect(fundSource(label)).toBe(source));

  it.each(["城市资金", "园区专项资金"])("does not take a place of %s for a level of government", (label) =>
    expect(fundSource(label)).toBeUndefined(),
  );

  it("cuts 其中 and the unit from a label, and nothing else", () => {
    expect(fundLabel("其中：当年财政拨款（万元）")).toBe("当年财政拨款");
    expect(fundLabel("其中-财政拨款：")).toBe("财政拨款");
    expect(fundLabel("其他资金")).toBe("其他资金");
    expect(fundLabel("项目资金（元）年度资金总额")).toBe("年度资金总额");
    expect(fundLabel("一、年度资金总额：")).toBe("一、年度资金总额");
    expect(fundSource("一、年度资金总额：")).toBe("total");
  });
});

describe("levels", () => {
  it.each([
    ["产出指标（50分）", "产出指标", "50"],
    ["产出指标〔50分〕", "产出指标", "50"],
    ["数量指标 15分", "数量指标", "15"],
    ["效益指标(30)", "效益指标", "30"],
    ["满意度指标（分值10分）", "满意度指标", "10"],
    ["指标1", "指标1", undefined],
    ["成本指标", "成本指标", undefined],
  ])("reads the marks of %s", (text, name, fullMarks) => expect(readLevel(text)).toEqual({ name, ...(fullMarks ? { fullMarks } : {}) }));

  it("reads a level's own score", () =>
    expect(readLevel("产出指标（50分，得分48.5分）")).toEqual({ name: "产出指标", fullMarks: "50", score: "48.5" }));

  it.each([
    ["建档率=建档人数/常住居民数×100%", undefined],
    ["支付率（支付数÷预算数*100%）", undefined],
    ["工程质量合格率100%", undefined],
    ["群众满意度得分不低于90分", undefined],
    ["巡查里程（10%）", "10"],
    ["巡查里程 10分", "10"],
  ])("tells the marks behind an indicator's name from a value in it: %s", (text, marks) =>
    expect(readIndicatorName(text)).toEqual(marks ? { name: "巡查里程", fullMarks: marks } : { name: text }),
  );

  it("parts levels that share a cell, and keeps the dash of a name", () => {
    expect(splitLevels("产出指标—数量指标")).toEqual(["产出指标", "数量指标"]);
    expect(splitLevels("产出指标/质量指标")).toEqual(["产出指标", "质量指标"]);
    expect(splitLevels("产出指标∕质量指标")).toEqual(["产出指标", "质量指标"]);
    expect(splitLevels("产出指标质量指标（12分）")).toEqual(["产出指标", "质量指标（12分）"]);
    expect(splitLevels("效益-社会效益指标-“一站式”办理-窗口数")).toEqual(["效益", "社会效益指标", "“一站式”办理-窗口数"]);
    expect(splitLevels("满意度指标服务对象满意度指标")).toEqual(["满意度指标", "服务对象满意度指标"]);
    expect(splitLevels("履职效能-重点工作完成情况")).toEqual(["履职效能", "重点工作完成情况"]);
    expect(splitLevels("管理人员/培训")).toBeUndefined();
    expect(splitLevels("省-市-县三级联动")).toBeUndefined();
    expect(splitLevels("产出指标一数量指标")).toEqual(["产出指标", "数量指标"]);
    expect(splitLevels("效益指标一经济效益指标")).toEqual(["效益指标", "经济效益指标"]);
    expect(splitLevels("统一供应指标")).toBeUndefined();
    expect(splitLevels("项目产出数量指标（20分）")).toEqual(["项目产出", "数量指标（20分）"]);
    expect(splitLevels("满意度指标社会公众或服务对象满意度")).toEqual(["满意度指标", "社会公众或服务对象满意度"]);
    expect(splitLevels("预算执行情况预算执行率")).toEqual(["预算执行情况", "预算执行率"]);
    for (const whole of ["产出数量指标", "产出质量", "预算执行情况", "项目产出质量达标率", "预算执行率"])
      expect(splitLevels(whole)).toBeUndefined();
  });

  it.each([
    ["产出指标", "成本指标", "线路租赁费", "output"],
    ["成本指标", "经济成本指标", "总成本", "cost"],
    ["效益", "满意度指标", "服务对象满意度", "satisfaction"],
    ["过程", "资金管理", "资金支出率", "process"],
    ["预算执行", "", "预算执行率", "execution"],
    ["", "", "预算执行率", "execution"],
    ["", "社会效益", "就业带动", "benefit"],
    ["项目决策", "项目立项", "立项规范性", "decision"],
  ])("puts %s/%s/%s in %s", (level1, level2, level3, category) => expect(categoryOf(level1, level2, level3)).toBe(category));
});

describe("totals, grades, blanks", () => {
  it("knows labels of totals by what they are, not by what they hold", () => {
    expect(totalKind("总 分")).toBe("total");
    expect(totalKind("合计（100分）")).toBe("total");
    expect(totalKind("小计")).toBe("subtotal");
    expect(totalKind("自评等次")).toBe("grade");
    expect(totalKind("合计用水量")).toBeUndefined();
    for (const label of ["绩效自评综合得分", "整体支出自我评价得分", "绩效评价得分"]) expect(totalKind(label)).toBe("total");
    for (const label of ["绩效自评等次", "综合评定等级"]) expect(totalKind(label)).toBe("grade");
    for (const label of ["主管部门评价得分", "项目绩效得分", "产出指标得分", "项目等级"]) expect(totalKind(label)).toBeUndefined();
  });

  it("knows a grade from a figure", () => {
    expect([
      gradeBand("优"),
      gradeBand("“良”"),
      gradeBand("优秀等级"),
      gradeBand("较好"),
      gradeBand("差"),
      gradeBand("100"),
      gradeBand(""),
    ]).toEqual(["excellent", "good", "excellent", "good", "poor", null, null]);
  });

  it("knows what says nothing", () => {
    expect(["", " ", "—", "/", "无", "null"].every(saysNothing)).toBe(true);
    expect(["0", "无偏差原因", "及时"].some(saysNothing)).toBe(false);
  });
});

it("calls no head of amounts what the total or a source is called beside them", () => {
  const heads = Object.values(LEXICON.fundColumns.words).flatMap((words) => Object.keys(words));
  expect(heads.filter((word) => word in LEXICON.fundSources.usual)).toEqual([]);
});
