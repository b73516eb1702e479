import { describe, expect, it } from "vitest";
import type { Draft } from "../../src/core/record.js";
import { normalize } from "../../src/normalize/normalize.js";
import { documentOf, tableOf } from "./table-of.js";

const one = (...blocks: Parameters<typeof documentOf>): Draft => {
  const drafts = normalize(documentOf(...blocks));
  expect(drafts).toHaveLength(1);
  return drafts[0]!;
};

/** level1/level2/level3 target→actual weight:score */
const rowsOf = (draft: Draft) =>
  draft.indicators.map(
    (row) => `${row.level1}/${row.level2}/${row.level3} ${row.target}→${row.actual} ${row.weight?.value ?? "-"}:${row.score?.value ?? "-"}`,
  );
const quantity = (value: Draft["indicators"][number]["targetValue"]) => (value ? `${value.operator} ${value.value} ${value.unit}` : null);
/** source label initial/adjusted/received/executed rate weight:score */
const fundsOf = (draft: Draft) =>
  draft.funds.map(
    (fund) =>
      `${fund.source} ${fund.label} ${[fund.initialBudget, fund.adjustedBudget, fund.received, fund.executed].map((money) => money?.value ?? "-").join("/")} ${fund.executionRate?.value ?? "-"} ${fund.weight?.value ?? "-"}:${fund.score?.value ?? "-"}`,
  );
const scoresOf = (draft: Draft) =>
  draft.statedScores.map((score) => `${score.scope} ${score.name} ${score.fullMarks?.value ?? "-"}:${score.score?.value ?? "-"}`);

describe("layouts", () => {
  it("reads the Ministry's form, one table with head, funds, goals, indicators and total", () => {
    const draft = one(
      "项目支出绩效自评表",
      "（2022年度）",
      tableOf([
        ["项目名称", "<", "河道保洁经费", "<", "<", "<", "<", "<", "<", "<"],
        ["主管部门", "<", "云溪县水利局", "<", "<", "实施单位", "<", "云溪县河道所", "<", "<"],
        ["项目资金（万元）", "<", "", "<", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
        ["^", "^", "年度资金总额", "<", "120.00", "110.00", "99.00", "10", "90.00%", "9"],
        ["^", "^", "其中：当年财政拨款", "<", "100.00", "90.00", "79.00", "—", "87.78%", "—"],
        ["^", "^", "上年结转资金", "<", "20.00", "20.00", "20.00", "—", "100.00%", "—"],
        ["^", "^", "其他资金", "<", "", "", "", "—", "—", "—"],
        ["年度总体目标", "预期目标", "<", "<", "<", "实际完成情况", "<", "<", "<", "<"],
        ["^", "完成全县河道日常保洁。", "<", "<", "<", "全年保洁按计划开展。", "<", "<", "<", "<"],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施", "<"],
        ["^", "产出指标", "数量指标", "保洁河道长度", "≥85公里", "86公里", "30", "30", "", "<"],
        ["^", "^", "质量指标", "保洁合格率", "≥95%", "90%", "20", "18.95", "人手不足", "<"],
        ["^", "效益指标", "生态效益指标", "水质状况", "持续改善", "达成预期指标", "30", "30", "", "<"],
        ["^", "满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "95%", "10", "10", "", "<"],
        ["总分", "<", "<", "<", "<", "<", "100", "97.95", "", "<"],
      ]),
    );
    expect(draft.report).toMatchObject({
      kind: "project",
      fiscalYear: 2022,
      projectName: "河道保洁经费",
      department: "云溪县水利局",
      unit: "云溪县河道所",
    });
    expect(fundsOf(draft)).toEqual([
      "total 年度资金总额 120.00/110.00/-/99.00 90.00 10:9",
      "current_fiscal 当年财政拨款 100.00/90.00/-/79.00 87.78 -:-",
      "carryover 上年结转资金 20.00/20.00/-/20.00 100.00 -:-",
    ]);
    expect(rowsOf(draft)).toEqual([
      "产出指标/数量指标/保洁河道长度 ≥85公里→86公里 30:30",
      "产出指标/质量指标/保洁合格率 ≥95%→90% 20:18.95",
      "效益指标/生态效益指标/水质状况 持续改善→达成预期指标 30:30",
      "满意度指标/服务对象满意度指标/群众满意度 ≥90%→95% 10:10",
    ]);
    expect(draft.indicators[1]?.deviationReason).toBe("人手不足");
    expect(scoresOf(draft)).toEqual(["total 总分 100:97.95"]);
  });

  it("reads heads that carry letters, and takes the divisor from them", () => {
    const draft = one(
      tableOf([
        ["项目名称", "校园安保经费", "<", "<", "<", "<", "<", "<"],
        ["项目资金（元）", "", "年初预算数", "全年预算数（A）", "全年执行数（B）", "分值", "执行率（B/A）", "得分"],
        ["^", "年度资金总额：", "215,457.60", "250000.00", "250,000", "10", "100%", "10"],
        ["年度绩效指标", "一级指标", "二级指标", "三级指标", "年度指标值(A)", "实际完成值(B)", "分值", "得分"],
        ["^", "产出指标", "数量指标", "配备安保人员", ">=20人", "20人", "90", "90"],
      ]),
    );
    expect(draft.funds[0]).toMatchObject({
      label: "年度资金总额",
      initialBudget: { value: "215457.60", unit: "元", yuan: "215457.6" },
      rateBase: "adjustedBudget",
    });
    expect(rowsOf(draft)).toEqual(["产出指标/数量指标/配备安保人员 >=20人→20人 90:90"]);
  });

  it("reads sign, value and unit from columns of their own, and the grade in the total row", () => {
    const draft = one(
      "项目支出绩效自评表",
      tableOf([
        ["项目名称", "<", "便民服务站建设", "<", "<", "<", "<", "<", "<"],
        ["项目资金（元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分", "备注"],
        ["^", "年度资金总额", "500000.00", "500000.00", "450000.00", "10.00", "90.00", "9.00", ""],
        ["^", "其中：本年财政拨款", "500000.00", "500000.00", "450000.00", "", "90.00", "", ""],
        ["一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "实际完成值", "分值", "得分"],
        ["产出指标", "数量指标", "建设服务站", "=", "6", "个", "6", "30.00", "30.00"],
        ["^", "质量指标", "验收合格率", ">=", "95", "%", "98", "30.00", "30.00"],
        ["^", "时效指标", "办结时限", "<=", "3", "工作日", "2", "10.00", "10.00"],
        ["效益指标", "社会效益指标", "便民程度", "定性", "明显提升", "", "明显提升", "10.00", "8.00"],
        ["满意度指标", "服务对象满意度指标", "群众满意度", "≥", "90", "百分比", "92", "10.00", "10.00"],
        ["总分", "<", "<", "<", "<", "<", "100", "97.00", "优"],
      ]),
    );
    expect(
      draft.indicators.map((row) => [row.target, quantity(row.targetValue), quantity(row.actualValue), row.direction, row.kind]),
    ).toEqual([
      ["=6个", "= 6 个", "= 6 个", "equal", "quantitative"],
      [">=95%", ">= 95 %", "= 98 %", "higher", "quantitative"],
      ["<=3工作日", "<= 3 工作日", "= 2 工作日", "lower", "quantitative"],
      ["明显提升", null, null, "none", "qualitative"],
      ["≥90百分比", ">= 90 %", "= 92 %", "higher", "quantitative"],
    ]);
    expect(draft.funds[0]?.executionRate?.value).toBe("90.00");
    expect(draft.grade).toMatchObject({ raw: "优", band: "excellent" });
    expect(scoresOf(draft)).toEqual(["total 总分 100:97.00"]);
  });

  it("reads the form with weight in the funds, sign column and scores left blank", () => {
    const draft = one(
      "部门预算项目支出绩效自评表（2023年度）",
      tableOf([
        ["项目名称", "<", "51000023R000004567890-机关物业管理费", "<", "<", "<", "<", "<", "<", "<"],
        ["主管部门", "<", "219-某县机关事务局", "<", "<", "实施单位（盖章）", "<", "219001-某县机关事务服务中心", "<", "<"],
        ["预算执行情况（10分）", "", "年初预算数", "<", "调整后预算数", "预算执行数", "预算执行率", "权重", "得分", "原因"],
        ["^", "总额", "88.00", "<", "80.00", "60.00", "75.00%", "10", "7.5", "合同跨年"],
        ["^", "其中：财政资金", "88.00", "<", "80.00", "60.00", "75.00%", "/", "/", ""],
        ["^", "财政专户管理资金", "0.00", "<", "0.00", "0.00", "", "/", "/", ""],
        ["^", "单位资金", "0.00", "<", "0.00", "0.00", "", "/", "/", ""],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "指标性质", "指标值", "度量单位", "完成值", "权重", "得分"],
        ["^", "产出指标", "数量指标", "管理面积", "≥", "12000", "平方米", "12000", "45", ""],
        ["^", "效益指标", "社会效益指标", "运转保障", "定性", "优良中低差", "", "优", "45", ""],
        ["合计", "<", "<", "<", "<", "<", "<", "<", "100", ""],
        ["评价结论", "项目执行总体良好。", "<", "<", "<", "<", "<", "<", "<", "<"],
      ]),
    );
    expect(draft.report).toMatchObject({ projectName: "机关物业管理费", fiscalYear: 2023 });
    expect(fundsOf(draft)).toEqual([
      "total 总额 88.00/80.00/-/60.00 75.00 10:7.5",
      "fiscal 财政资金 88.00/80.00/-/60.00 75.00 -:-",
      "special_account 财政专户管理资金 0.00/0.00/-/0.00 - -:-",
      "unit_own 单位资金 0.00/0.00/-/0.00 - -:-",
    ]);
    expect(rowsOf(draft)).toEqual([
      "产出指标/数量指标/管理面积 ≥12000平方米→12000 45:-",
      "效益指标/社会效益指标/运转保障 优良中低差→优 45:-",
    ]);
    expect(scoresOf(draft)).toEqual(["total 合计 100:-"]);
  });

  it("reads the poverty-alleviation form: weight before target, stars, children under 其中", () => {
    const draft = one(
      tableOf([
        ["绩效指标", "一级指标", "二级指标", "三级指标", "分值", "年度指标值", "全年实际值", "得分", "未完成原因及拟采取的改进措施"],
        ["^", "产出指标（50分）", "数量指标", "★补助农户数", "20", "≥300户", "310户", "20", ""],
        ["^", "^", "^", "其中：脱贫户", "", "≥100户", "105户", "", ""],
        ["^", "^", "^", "监测户", "10", "≥20户", "20户", "10", ""],
        ["^", "^", "质量指标", "发放准确率", "20", "100%", "100%", "20", ""],
        ["^", "效益指标（30分）", "经济效益指标", "户均增收", "30", "≥800元", "900元", "30", ""],
        ["^", "满意度指标（10分）", "满意度指标", "农户满意度", "10", "≥95%", "96%", "10", ""],
      ]),
    );
    expect(rowsOf(draft)).toEqual([
      "产出指标/数量指标/★补助农户数 ≥300户→310户 20:20",
      "产出指标/数量指标/其中：脱贫户 ≥100户→105户 -:-",
      "产出指标/数量指标/监测户 ≥20户→20户 10:10",
      "产出指标/质量指标/发放准确率 100%→100% 20:20",
      "效益指标/经济效益指标/户均增收 ≥800元→900元 30:30",
      "满意度指标/满意度指标/农户满意度 ≥95%→96% 10:10",
    ]);
    expect(draft.indicators[1]?.partOf).toBe("★补助农户数");
    expect(draft.indicators[2]?.partOf).toBeUndefined();
    expect(scoresOf(draft)).toEqual(["level1 产出指标 50:-", "level1 效益指标 30:-", "level1 满意度指标 10:-"]);
  });

  it("reads the transfer-payment form, which has no scores", () => {
    const draft = one(
      "中央对地方转移支付区域（项目）绩效自评表",
      "（2021年度）",
      tableOf([
        ["转移支付（项目）名称", "<", "林业改革发展资金", "<", "<", "<", "<"],
        ["中央主管部门", "<", "国家林草局", "<", "<", "<", "<"],
        ["地方主管部门", "<", "某省林业局", "<", "资金使用单位", "某县林业局", "<"],
        ["资金投入情况（万元）", "<", "", "全年预算数（A）", "全年执行数（B）", "预算执行率（B/A×100%）", "<"],
        ["^", "^", "年度资金总额：", "1,200.50", "1,100.25", "91.65%", "<"],
        ["^", "^", "其中：中央财政资金", "1,000.00", "900.00", "90.00%", "<"],
        ["^", "^", "地方资金", "200.50", "200.25", "99.88%", "<"],
        ["^", "^", "其他资金", "", "", "", "<"],
        ["资金管理情况", "<", "", "情况说明", "<", "存在问题和改进措施", "<"],
        ["^", "^", "分配科学性", "按因素法分配", "<", "无", "<"],
        ["^", "^", "下达及时性", "30日内下达", "<", "无", "<"],
        ["绩效指标", "一级指标", "二级指标", "三级指标", "指标值", "全年实际完成值", "未完成原因和改进措施"],
        ["^", "产出指标", "数量指标", "造林面积", "≥2.5万亩", "2.6万亩", ""],
        ["^", "满意度指标", "服务对象满意度指标", "林农满意度", "≥85%", "90%", ""],
        ["说明", "无其他需要说明的问题。", "<", "<", "<", "<", "<"],
      ]),
    );
    expect(draft.report).toMatchObject({
      kind: "transfer",
      projectName: "林业改革发展资金",
      department: "某省林业局",
      unit: "某县林业局",
      fiscalYear: 2021,
    });
    expect(fundsOf(draft)).toEqual([
      "total 年度资金总额 -/1200.50/-/1100.25 91.65 -:-",
      "central 中央财政资金 -/1000.00/-/900.00 90.00 -:-",
      "other 地方资金 -/200.50/-/200.25 99.88 -:-",
    ]);
    expect(rowsOf(draft)).toEqual([
      "产出指标/数量指标/造林面积 ≥2.5万亩→2.6万亩 -:-",
      "满意度指标/服务对象满意度指标/林农满意度 ≥85%→90% -:-",
    ]);
    expect(quantity(draft.indicators[0]!.targetValue)).toBe(">= 2.5 万亩");
    expect(draft.indicators[0]?.columns).toEqual(["target", "actual", "deviationReason"]);
  });

  it("keeps a reviewer's scores apart from the unit's own", () => {
    const draft = one(
      tableOf([
        ["一级指标", "二级指标", "三级指标", "评价标准", "年初指标值", "年终完成值", "分值", "自评分", "复核分", "备注"],
        ["决策", "项目立项", "立项依据充分性", "依据充分得满分", "充分", "充分", "10", "10", "8", ""],
        ["产出", "产出数量", "培训人次", "按比例", "500人次", "480人次", "90", "86.4", "80", ""],
        ["合计", "<", "<", "<", "<", "<", "100", "96.4", "88", ""],
      ]),
    );
    expect(rowsOf(draft)).toEqual(["决策/项目立项/立项依据充分性 充分→充分 10:10", "产出/产出数量/培训人次 500人次→480人次 90:86.4"]);
    expect(draft.indicators.map(({ category }) => category)).toEqual(["decision", "output"]);
    expect(scoresOf(draft)).toEqual(["total 合计 100:96.4"]);
  });

  it("takes the score that is folded with its weight, not the one before", () => {
    const draft = one(
      tableOf([
        [
          "一级指标",
          "二级指标",
          "三级指标",
          "符号",
          "预期指标值",
          "单位（文字描述）",
          "单项指标实际完成值",
          "单项指标完成情况",
          "单项得分",
          "权重占比（%）",
          "单项指标折算得分",
        ],
        ["产出指标", "数量指标", "新建公厕", "≥", "10", "座", "9", "90%", "90", "50", "45"],
        ["效益指标", "社会效益指标", "覆盖率", "≥", "95", "%", "96", "100%", "100", "50", "50"],
      ]),
    );
    expect(rowsOf(draft)).toEqual(["产出指标/数量指标/新建公厕 ≥10座→9 50:45", "效益指标/社会效益指标/覆盖率 ≥95%→96 50:50"]);
    expect(draft.indicators[0]?.completionRate?.value).toBe("90");
  });

  it("reads two rows of head with target and actual parted", () => {
    const draft = one(
      tableOf([
        ["一级指标", "二级指标", "三级指标", "年度指标值", "<", "<", "实际完成值", "分值", "得分"],
        ["^", "^", "^", "符号", "值", "计量单位", "^", "^", "^"],
        ["产出指标", "数量指标", "编印手册", "≥", "2000", "册", "2100册", "90", "90"],
      ]),
    );
    expect(rowsOf(draft)).toEqual(["产出指标/数量指标/编印手册 ≥2000册→2100册 90:90"]);
    expect(quantity(draft.indicators[0]!.targetValue)).toBe(">= 2000 册");
  });

  it("reads four levels: the fourth parts the third", () => {
    const draft = one(
      "2021年度部门整体支出绩效自评表",
      tableOf([
        ["一级指标", "二级指标", "三级指标", "四级指标", "分值", "目标值", "完成值", "自评得分"],
        ["履职效能", "整体效能", "重点工作", "重大项目开工数", "20", "12个", "12个", "20"],
        ["^", "^", "^", "重大项目竣工数", "20", "8个", "6个", "15"],
        ["管理效率", "预算管理", "预算执行率", "", "30", "100%", "95%", "28.5"],
        ["^", "财务管理", "制度建设", "财务制度健全性", "30", "健全", "健全", "30"],
      ]),
    );
    expect(draft.report.kind).toBe("department");
    expect(draft.indicators.map(({ level3 }) => level3)).toEqual(["重大项目开工数", "重大项目竣工数", "预算执行率", "财务制度健全性"]);
  });

  it("reads a total that stands in the form's head", () => {
    const draft = one(
      "项目支出绩效自评表",
      tableOf([
        ["项目名称", "乡村道路照明", "项目总得分", "94.5", "自评等级", "优"],
        ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "得分"],
        ["产出（40分）", "数量指标", "安装路灯", "200盏", "189盏", "37.8"],
      ]),
    );
    expect(scoresOf(draft)).toEqual(["total 项目总得分 -:94.5", "level1 产出 40:-"]);
    expect(draft.grade?.band).toBe("excellent");
    expect(draft.report.projectName).toBe("乡村道路照明");
  });

  it("takes a table of goals for no second telling, and a document of goals alone for no report", () => {
    const goals = tableOf([
      ["一级指标", "二级指标", "三级指标", "绩效指标描述", "指标值"],
      ["产出指标", "数量指标", "巡查次数", "全年巡查", "≥24次"],
    ]);
    const results = tableOf([
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
      ["产出指标", "数量指标", "巡查次数", "≥20次", "22次", "90", "90"],
    ]);
    const draft = one("2023年度河湖巡查项目绩效自评报告", goals, results);
    expect(rowsOf(draft)).toEqual(["产出指标/数量指标/巡查次数 ≥20次→22次 90:90"]);
    expect(draft.claims.copies).toEqual([]);
    const alone = one("2023年度预算绩效目标申报", goals);
    expect(alone.indicators).toEqual([]);
    expect(alone.warnings.map(({ code }) => code)).toContain("not-a-report");
  });

  it("reads group rows with subtotals and 小计 rows", () => {
    const draft = one(
      tableOf([
        ["评价指标", "三级指标", "目标值", "实际完成值", "分值", "得分"],
        ["产出指标", "", "", "", "60", "58"],
        ["", "建设完成率", "100%", "97%", "30", "28"],
        ["", "验收合格率", "100%", "100%", "30", "30"],
        ["效益指标", "", "", "", "40", "40"],
        ["", "使用率", "≥80%", "85%", "40", "40"],
        ["得分合计", "", "", "", "100", "98"],
      ]),
    );
    expect(rowsOf(draft)).toEqual([
      "产出指标//建设完成率 100%→97% 30:28",
      "产出指标//验收合格率 100%→100% 30:30",
      "效益指标//使用率 ≥80%→85% 40:40",
    ]);
    expect(scoresOf(draft)).toEqual(["level1 产出指标 60:58", "level1 效益指标 40:40", "total 得分合计 100:98"]);
  });

  it("reads marks behind the indicator's own name where no column gives the weight", () => {
    const draft = one(
      tableOf([
        ["指标类别", "指标名称", "目标值", "完成值", "自评得分"],
        ["产出指标-数量指标", "新增床位（20分）", "50张", "50张", "20"],
        ["产出指标-质量指标", "设备合格率（70分）", "100%", "100%", "70"],
      ]),
    );
    expect(rowsOf(draft)).toEqual(["产出指标/数量指标/新增床位 50张→50张 20:20", "产出指标/质量指标/设备合格率 100%→100% 70:70"]);
  });
});
