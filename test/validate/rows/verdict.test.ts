import { describe, expect, it } from "vitest";
import type { Indicator, Operator } from "../../../src/core/record.js";
import { aim, figure, got, row, told } from "../../../src/validate/example-draft.js";
import { expectedScore } from "../../../src/validate/rows/expected.js";
import { verdictOf } from "../../../src/validate/rows/verdict.js";
import { middle } from "../../../src/validate/wording.js";

const outcome = (parts: Partial<Indicator>, year: number | null = 2023) => verdictOf(row("甲", parts), year).outcome;
const figures = (operator: Operator, target: string, actual: string, unit = "个", actualUnit = unit) =>
  outcome({ ...aim(operator, target, unit), ...got(actual, actualUnit) });

describe("a target told by a figure", () => {
  it.each([
    [">=", "10", "10", "met"],
    [">=", "10", "9", "unmet"],
    ["<=", "10", "10", "met"],
    ["<=", "10", "11", "unmet"],
    ["=", "10", "10", "met"],
    ["=", "10", "11", "unmet"],
    ["=", "10", "9", "unmet"],
    ["range", "8..10", "8", "met"],
    ["range", "8..10", "7", "unmet"],
    ["range", "8..10", "11", "unmet"],
    ["=", "0", "0", "met"],
    ["=", "0", "1", "unmet"],
  ] as const)("%s %s by %s is %s", (operator, target, actual, wanted) => {
    expect(figures(operator, target, actual)).toBe(wanted);
  });

  it("is unsigned: the normaliser's direction decides", () => {
    const unsigned = {
      target: "12",
      targetValue: { operator: "=", value: "12", unit: "万元", signed: false },
      kind: "quantitative",
    } as const;
    expect(outcome({ ...unsigned, ...got("8.57", "万元"), direction: "lower" })).toBe("met");
    expect(outcome({ ...unsigned, ...got("8.57", "万元"), direction: "higher" })).toBe("unmet");
    expect(outcome({ ...unsigned, ...got("8.57", "万元"), direction: "none" })).toBe("unknown");
  });

  it("is not called unmet where rounding may have met it", () => {
    expect(figures(">=", "99.5", "99", "%")).toBe("unknown");
    expect(figures(">=", "99.5", "99.4", "%")).toBe("unmet");
    expect(figures("<=", "2.4", "2.40", "元")).toBe("met");
  });

  it("is compared across units of one kind, and not across kinds", () => {
    expect(figures(">=", "2", "20000", "万人", "人")).toBe("met");
    expect(figures(">=", "2", "19999", "万人", "人")).toBe("unmet");
    expect(figures("<=", "1", "50", "小时", "分钟")).toBe("met");
    expect(figures("<=", "0.9", "0.08", "‰", "%")).toBe("met");
    expect(figures(">=", "4", "3", "次/年", "次")).toBe("unmet");
    expect(figures("<=", "10", "10.8", "万元", "万")).toBe("unmet");
    expect(figures("<=", "100000", "9.8", "元", "万")).toBe("met");
    expect(figures("<=", "10", "98", "元", "万")).toBe("unknown");
    expect(figures(">=", "500", "400", "人", "户")).toBe("unknown");
    expect(figures("<=", "5", "4", "工作日", "天")).toBe("unknown");
  });

  it("takes a missing unit for the other's only where the figures are of one size", () => {
    expect(figures(">=", "15", "14", "", "个")).toBe("unmet");
    expect(figures("<=", "12", "85700", "", "元")).toBe("unknown");
    expect(figures("<=", "12", "9700", "", "%")).toBe("unknown");
  });

  it("is met by an actual that repeats it, sign and all", () => {
    expect(outcome({ ...aim(">=", "95", "%"), actual: "≥95%", actualValue: { operator: ">=", value: "95", unit: "%" } })).toBe("met");
    expect(outcome({ target: "每年故障少于2次", actual: "每年故障少于2次", kind: "quantitative" })).toBe("met");
  });

  it("is met by a bound on its good side alone", () => {
    const bound = (operator: Operator, value: string) => ({ actual: `${operator}${value}`, actualValue: { operator, value, unit: "个" } });
    expect(outcome({ ...aim(">=", "10", "个"), ...bound(">=", "12") })).toBe("met");
    expect(outcome({ ...aim(">=", "10", "个"), ...bound(">=", "8") })).toBe("unknown");
    expect(outcome({ ...aim("<=", "10", "个"), ...bound(">=", "12") })).toBe("unmet");
    expect(outcome({ ...aim(">=", "10", "个"), ...bound("<=", "8") })).toBe("unmet");
  });

  it("is not judged where digits are masked, a word answers, or nothing does", () => {
    expect(outcome({ ...aim(">=", "10", "个"), actual: "1*个", actualValue: { operator: "=", value: "1", unit: "个" } })).toBe("unknown");
    expect(outcome({ ...aim(">=", "10", "个"), actual: "已完成" })).toBe("unknown");
    expect(outcome({ ...aim(">=", "10", "个"), actual: "—" })).toBe("unknown");
  });
});

describe("a target told by a date", () => {
  it.each([
    ["2023年12月底前", "2023年11月15日", "met"],
    ["2023年12月31日前", "2023-12-31", "met"],
    ["2023年11月底之前", "2023年12月1日", "unmet"],
    ["12月底前", "2023年10月20日", "met"],
    ["2023年底前完成", "2023年12月", "met"],
    ["2023年9月前", "2023年9月20日", "met"],
    ["2023年6月中旬", "2023年6月", "unknown"],
    ["2023年10月15日前", "2023年10月", "unknown"],
    ["2023年12月底前", "按时完成", "met"],
    ["2023年13月", "2023年12月", "unknown"],
  ])("%s by %s is %s", (target, actual, wanted) => {
    expect(outcome({ target, actual, kind: "quantitative" })).toBe(wanted);
  });

  it("without a year is not judged where no year is known", () => {
    expect(outcome({ target: "12月底前", actual: "11月20日", kind: "quantitative" }, null)).toBe("unknown");
  });

  it("is not what a number of months is", () => {
    expect(figures("<=", "6", "5", "个月")).toBe("met");
    expect(outcome({ target: "12", actual: "11", kind: "qualitative" })).toBe("unknown");
  });
});

describe("a share told as a fraction", () => {
  const of = (target: string, actual: string) => {
    const quantity = (text: string) => ({ operator: "=" as const, value: text.replace("%", ""), unit: text.endsWith("%") ? "%" : "" });
    return outcome({
      target,
      actual,
      kind: "quantitative",
      direction: "higher",
      targetValue: quantity(target),
      actualValue: quantity(actual),
    });
  };

  it.each([
    ["0.95", "93%", "unmet"],
    ["0.95", "96%", "met"],
    ["95%", "0.93", "unmet"],
    ["95%", "0.96", "met"],
    ["96%", "1", "met"],
    ["5%", "0.5", "unmet"],
    ["90%", "0.4", "unknown"],
  ])("%s by %s is %s", (target, actual, wanted) => {
    expect(of(target, actual)).toBe(wanted);
  });
});

describe("a target told in words", () => {
  it.each([
    ["明显提升", "明显提升", "met"],
    ["明显提升", "达成预期指标", "met"],
    ["明显提升", "办事效率明显提升。", "met"],
    ["明显提升", "未明显提升", "unknown"],
    ["健全", "基本健全", "unknown"],
    ["健全", "部分达成年度指标并具有一定效果", "partly"],
    ["健全", "未达成年度指标且效果较差", "unmet"],
    ["健全", "未完成", "unmet"],
    ["无事故", "是", "unknown"],
    ["通过验收", "未验收", "unmet"],
    ["有效改善", "未见改善", "unmet"],
    ["不超预算", "超预算12%", "unmet"],
    ["不超预算", "未超预算", "unknown"],
    ["不发现质量问题", "未发现质量问题", "unknown"],
    ["无安全事故", "安全事故0起", "unknown"],
    ["无安全事故", "发生安全事故10起", "unmet"],
    ["全面落实", "未完全落实", "unknown"],
    ["杜绝发生安全事故", "未发生安全事故", "met"],
    ["合格", "合格率60%", "unknown"],
    ["完成", "完成60%", "unknown"],
    ["提升", "略有提升", "unknown"],
    ["健全", "较健全", "unknown"],
    ["完成", "主体完成", "unknown"],
    ["全部完成", "全部完成主体工程，附属工程在建", "unknown"],
    ["促进", "促进作用有限", "unknown"],
    ["有效改善", "环境得到有效改善", "met"],
    ["良好", "运行状况良好", "met"],
    ["不发生", "未发生", "met"],
    ["不发生", "全年未发生", "met"],
    ["不发生", "发生2起", "unmet"],
    ["零事故", "发生1起事故", "unmet"],
    ["零发生", "0起安全事故", "met"],
    ["未出现投诉", "出现3次投诉", "unmet"],
    ["无障碍设施建设", "3个", "unknown"],
    ["不断增加就业岗位", "120个就业岗位", "unknown"],
    ["不低于十个村", "12个村", "unknown"],
    ["不少于两次培训", "3次培训", "unknown"],
    ["不得少于两次培训", "3次培训", "unknown"],
    ["不发生两起以上事故", "发生1起", "unknown"],
    ["无人机巡查", "12次巡查", "unknown"],
    ["无人机巡查", "0次巡查", "unknown"],
    ["未成年人关爱活动", "10次关爱活动", "unknown"],
    ["未成年人关爱", "发生2起", "unknown"],
    ["无偿献血活动", "共10次献血活动", "unknown"],
    ["不动产登记", "2000件不动产登记", "unknown"],
    ["零投诉", "2件投诉处理完毕", "unknown"],
    ["零投诉", "2件不实投诉", "unknown"],
    ["零投诉", "2件投诉", "unmet"],
    ["零事故企业", "12个零事故企业", "unknown"],
    ["不发生", "12次安全检查", "unknown"],
    ["不拖欠工资", "发生2起拖欠工资", "unmet"],
    ["不挪用资金", "2次挪用资金", "unmet"],
    ["无舆情事件", "2起舆情事件", "unmet"],
    ["无重大安全事故", "发生1起安全事故", "unknown"],
    ["无重大安全事故", "发生1起重大安全事故", "unmet"],
    ["无重大安全事故", "未发生安全事故", "met"],
    ["无重大舆情", "2起舆情", "unknown"],
    ["不断提升", "提升2个等次", "unknown"],
    ["避免出现重复建设", "未出现重复建设", "unknown"],
    ["严禁挪用资金", "未挪用资金", "unknown"],
    ["禁止挤占挪用", "没有挤占挪用", "unknown"],
    ["零投诉", "未投诉", "unknown"],
    ["严控超支", "未超支", "unknown"],
    ["有效防止事故发生", "未发生", "unknown"],
    ["无投诉", "投诉率低", "unknown"],
    ["无投诉", "投诉率下降5%", "unknown"],
    ["无投诉", "投诉2起", "unmet"],
    ["及时", "95%", "unknown"],
    ["及时", "", "unknown"],
    ["/", "完成", "unknown"],
  ])("%s by %s is %s", (target, actual, wanted) => {
    expect(outcome(told(target, actual))).toBe(wanted);
  });
});

describe("what the formula gives", () => {
  const ratio = { form: "ratio", nothingBelow: null } as const;
  const score = (operator: Operator, target: string, actual: string, rule: Parameters<typeof expectedScore>[2] = ratio) => {
    const found = expectedScore(figure("10"), verdictOf(row("甲", { ...aim(operator, target, "个"), ...got(actual, "个") }), 2023), rule);
    return found && middle(found.score);
  };

  it.each([
    [">=", "20", "15", "7.5"],
    ["<=", "20", "25", "8"],
    ["=", "20", "16", "8"],
    ["=", "20", "25", "8"],
    ["range", "8..10", "6", "7.5"],
    ["range", "8..10", "16", "6.25"],
  ] as const)("%s %s by %s, of 10 points, is %s", (operator, target, actual, wanted) => {
    expect(score(operator, target, actual)).toBe(wanted);
  });

  it("is nothing for a target of 0, a negative figure, or a rule that is not a ratio", () => {
    expect(score("<=", "0", "3")).toBe(undefined);
    expect(score(">=", "5", "-2")).toBe(undefined);
    expect(score(">=", "20", "15", { form: "other", nothingBelow: null })).toBe(undefined);
  });

  it("is 0 below the floor that a rule sets", () => {
    expect(score(">=", "20", "11", { form: "ratio", nothingBelow: "60" })).toBe("0");
    expect(score(">=", "20", "12", { form: "ratio", nothingBelow: "60" })).toBe("6");
  });
});
