import { describe, expect, it } from "vitest";
import { readQuantity } from "../../../../src/normalize/figures/quantity.js";
import { directionOf } from "../../../../src/normalize/indicators/targets/direction.js";

const of = (level3: string, target: string, level2 = "时效指标") =>
  directionOf(readQuantity(target), { level2, level3, category: "output" });

describe("the good side of an unsigned target", () => {
  it("is below it where the name says that time is spent", () => {
    for (const name of ["建设工期", "办理时限", "审批天数", "平均响应时间", "支付周期"]) expect(of(name, "12天")).toBe("lower");
  });

  it("is below it where what should not be is counted", () => {
    for (const name of [
      "安全生产责任事故起数",
      "群众投诉件数",
      "水土流失面积",
      "资金违规使用金额",
      "返贫率",
      "单位造价（元/公里）",
      "事故死亡人数",
      "信访量：",
    ])
      expect(of(name, "12", "数量指标")).toBe("lower");
  });

  it("is above it where something is done about what should not be", () => {
    for (const name of [
      "水土流失治理面积",
      "污水达标排放率",
      "违法建设拆除面积",
      "矛盾纠纷调解数",
      "污染源监测点位数",
      "举报奖励发放人数",
      "返贫监测户数",
      "闲置土地盘活面积",
      "损失赔付户数",
      "造价咨询项目数",
      "漏洞扫描次数",
      "为农户挽回损失",
      "避免经济损失金额",
    ])
      expect(of(name, "12", "数量指标")).toBe("higher");
  });

  it("is not below it where the time is one of use, nor told for a rate of control", () => {
    expect(of("设备使用期限", "5年", "质量指标")).toBe("higher");
    expect(of("成本控制率", "100%", "成本指标")).toBe("none");
    expect(of("成本节约率", "5%", "成本指标")).toBe("higher");
  });

  it("is below it for how far a budget was changed or left, and open for what may be saved", () => {
    for (const name of [
      "预算调整率",
      "年度预算调整率",
      "结转结余率",
      "结转结余变动率",
      "“三公经费”变动率",
      "预决算偏离度",
      "预算编制偏差率",
    ])
      expect(of(name, "10%", "预算管理")).toBe("lower");
    for (const name of ["在职人员控制率", "“三公经费”控制率", "公务接待费", "政府债务率", "资金结余率", "价格变动率"])
      expect(of(name, "10", "预算管理")).toBe("none");
    for (const name of ["盘活结转结余资金", "政府采购执行率", "产业结构调整面积", "公用经费保障率", "疫病控制率"])
      expect(of(name, "10", "预算管理")).toBe("higher");
  });

  it("is below it for what there should be little of, by its name or by how little of it is aimed at", () => {
    for (const name of [
      "供水管网漏损率",
      "森林火灾起数",
      "营商环境排名",
      "平均住院日",
      "药占比",
      "门诊次均费用",
      "PM2.5平均浓度",
      "接警到场时间",
      "审批环节",
      "申请材料份数",
      "超期办件数",
      "撂荒面积",
    ])
      expect(of(name, "12", "数量指标")).toBe("lower");
    for (const name of ["扑救火灾起数", "撂荒地复耕面积", "排名提升位次", "受理材料审核率", "污水管网长度", "公共图书馆开放时间"])
      expect(of(name, "12", "数量指标")).toBe("higher");
    expect(of("岗位空缺率", "5%", "质量指标")).toBe("none");
    expect(of("岗位到岗率", "95%", "质量指标")).toBe("higher");
    for (const name of ["财政收入增长率", "森林覆盖率", "节水率"]) expect(of(name, "5%", "质量指标")).toBe("higher");
    for (const name of ["节约用电量", "减少化肥使用量"]) expect(of(name, "120万千瓦时", "经济效益指标")).toBe("higher");
    expect(of("农业用水量", "120万立方米", "数量指标")).toBe("none");
  });

  it("is told in a moment of a name of any length", () => {
    expect(of(`投诉${"数量".repeat(20_000)}甲`, "12", "数量指标")).toBe("higher");
  });

  it("is not told for a time under 时效 whose name leaves it open", () => {
    expect(of("竣工", "12个月")).toBe("none");
    expect(of("服务期", "12个月")).toBe("none");
  });

  it("is above it for other amounts, and where the sign says so", () => {
    expect(of("及时完成率", "98%")).toBe("higher");
    expect(of("工期", "≥12个月")).toBe("higher");
    expect(of("培训天数", "12天", "数量指标")).toBe("higher");
  });

  it("is not known of a target of nothing whose name says neither", () => {
    expect(of("审计问题", "0个", "数量指标")).toBe("none");
    expect(of("安全事故起数", "0起", "数量指标")).toBe("lower");
  });

  it("is above it where money is to be spent, though the level is one of costs", () => {
    for (const name of ["预算执行率", "资金支出进度", "专项资金到位率"])
      expect(directionOf(readQuantity("100%"), { level2: "运行成本", level3: name, category: "cost" })).toBe("higher");
  });
});
