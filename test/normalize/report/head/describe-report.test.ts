import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, paragraph, tableOf } from "../../table-of.js";

const reportOf = (...blocks: Parameters<typeof documentOf>) => normalize(documentOf(...blocks))[0]!.report;
const scores = tableOf([
  ["一级指标", "二级指标", "三级指标", "目标值", "完成值", "分值", "得分"],
  ["产出指标", "数量指标", "巡查次数", "≥20次", "22次", "90", "90"],
]);

describe("what a report says of itself", () => {
  it("takes a year in Chinese numerals, under the title or in it, and who leads the project from a sentence", () => {
    expect(reportOf("河堤加固专项资金二〇二四年度绩效自评报告", "项目由青石县水利局主管，县河道所具体实施。", scores)).toMatchObject({
      fiscalYear: 2024,
      projectName: "河堤加固专项资金",
      department: "青石县水利局",
    });
    expect(reportOf("河堤加固项目绩效自评表", "（二〇二三年度）", scores).fiscalYear).toBe(2023);
  });

  it("names another year than its title where its form says of what time it evaluates", () => {
    const form = (year: number) =>
      tableOf([
        ["项目名称", "河堤加固项目"],
        ["评价期", `${year}年1月1日至${year}年12月31日`],
      ]);
    const years = (year: number) =>
      normalize(documentOf("河堤加固项目2023年度绩效自评表", form(year), scores))[0]!.claims.years.map((claim) => claim.year);
    expect(new Set(years(2022))).toEqual(new Set([2022, 2023]));
    expect(new Set(years(2023))).toEqual(new Set([2023]));
  });

  it.each([
    ["项目主管部门为青石县农业主管部门，实施单位为青石县农技站。", "青石县农业主管部门", "青石县农技站"],
    ["项目主管部门青石县农业局，实施单位青石县农技站。", "青石县农业局", "青石县农技站"],
    ["该项目由青石县农业局主管、青石县农技站具体实施，全年预算86万元。", "青石县农业局", "青石县农技站"],
    ["青石县住房和城乡建设局为本项目主管部门，青石县公房所作为实施单位，负责维修。", "青石县住房和城乡建设局", "青石县公房所"],
    ["项目的主管部门是青石县住房和城乡建设局，实施单位是青石县公房所。", "青石县住房和城乡建设局", "青石县公房所"],
    ["项目由青石县农业局（主管部门）管理，具体由青石县农技站（实施单位）执行。", "青石县农业局", "青石县农技站"],
    ["主管部门会同县财政局开展检查，实施单位按月报送。", null, null],
  ])("takes who leads and who carries out from: %s", (sentence, department, unit) => {
    expect(reportOf("河堤加固项目2023年度绩效自评报告", sentence, scores)).toMatchObject({ department, unit });
  });

  it.each([
    ["防溺水专项整治经费用于安装警示标牌。", "防溺水专项整治经费", "青石县教育局"],
    ["2023年度防溺水专项整治经费全年预算36万元。", "防溺水专项整治经费", "青石县教育局"],
    ["青石县教育局防溺水专项整治经费用于安装警示标牌。", "青石县教育局防溺水专项整治经费", null],
    ["警示标牌已安装。", "青石县教育局防溺水专项整治经费", null],
  ])("parts the office from the name in its title as the text does: %s", (sentence, projectName, unit) => {
    expect(reportOf("青石县教育局防溺水专项整治经费绩效自评报告", sentence, scores)).toMatchObject({ projectName, unit });
  });

  it.each([
    ["主管部门：青石县水利局　承建公司：某建设公司　金额：万元", { department: "青石县水利局" }],
    ["项目：河堤加固工程　主管部门：青石县水利局", { projectName: "河堤加固工程", department: "青石县水利局" }],
    ["主管部门：青石县水利局　经办机构：青石县河道所", { department: "青石县水利局", unit: "青石县河道所" }],
  ])("ends a value at the next label, listed or not: %s", (line, told) => {
    expect(reportOf("项目支出绩效自评表（2023年度）", line, scores)).toMatchObject(told);
  });

  it("reads a form that asks", () => {
    const asked = tableOf([
      ["问1　项目叫什么名称？", "河堤加固"],
      ["问2　项目由哪个部门主管？", "青石县水利局"],
      ["问3　实施单位是谁？", "青石县河道所"],
      ["问4　年初预算是多少？", "58.00万元"],
      ["问5　全年预算（调整后）是多少？", "60.00万元"],
      ["问6　全年实际支出是多少？", "45.00万元"],
      ["问7　预算执行率是多少？", "75%"],
    ]);
    const { report, funds } = normalize(documentOf("2023年度项目绩效自评表", asked, scores))[0]!;
    expect(report).toMatchObject({ projectName: "河堤加固", department: "青石县水利局", unit: "青石县河道所" });
    expect(
      funds.map(({ initialBudget, adjustedBudget, executed }) => [initialBudget?.value, adjustedBudget?.value, executed?.value]),
    ).toEqual([["58.00", "60.00", "45.00"]]);
  });

  it.each([
    ["自评单位（盖章）：          经办人：某甲              2020 年 3 月 18 日", "2020-03-18"],
    ["填报单位（公章）：青石县林业站　　　　　2021年4月6日", "2021-04-06"],
    ["开工：2020年3月18日", null],
  ])("takes the date behind who signs: %s", (line, date) => {
    expect(reportOf("河堤加固项目2019年度绩效自评表", scores, line).reportDate).toBe(date);
  });

  it.each([
    ["（市级河堤加固补助经费项目）", "市级河堤加固补助经费项目"],
    ["2021年河堤加固备用金", "河堤加固备用金"],
    ["（河堤加固工作领导小组办公室）", null],
    ["（2021年度）", null],
  ])("takes the name below a title that has none: %s", (line, projectName) => {
    expect(reportOf("2021年部门预算项目支出绩效自评报告", line, scores).projectName).toBe(projectName);
  });

  it.each([
    ["2021年河堤加固项目", "（2022年度）", 2022, 0],
    ["河堤加固项目", "（2022年度）", 2021, 1],
    ["2021年河堤加固项目", "（2020年度）", 2021, 1],
  ])("takes no year of the project's own name for the one evaluated: %s %s", (name, line, year, conflicts) => {
    const [draft] = normalize(documentOf("青石县水利局2021年河堤加固项目绩效自评报告", line, `项目名称：${name}`, scores));
    expect(draft!.report.fiscalYear).toBe(year);
    expect(new Set(draft!.claims.years.map((claim) => claim.year)).size).toBe(1 + conflicts);
  });

  it("joins no title with the heading below it, and claims no year for a span of years", () => {
    const report = normalize(documentOf("青石区2023年河堤加固项目绩效评价报告摘要", "一、 基本情况", "全年预算100万元。", scores))[0]!
      .report;
    expect(report).toMatchObject({ title: "青石区2023年河堤加固项目绩效评价报告摘要", projectName: "河堤加固项目" });
    const spanning = normalize(documentOf("青石县2019-2021年度河堤加固专项资金绩效自评报告", scores))[0]!;
    expect([spanning.report.fiscalYear, spanning.claims.years]).toEqual([2021, []]);
  });

  it("takes no speaker for the name of a body", () => {
    expect(reportOf("2021年度助学金绩效自评报告", "因此我校2021年助学金项目资金没有全部执行完。", scores).unit).toBeNull();
  });

  it("takes the label above a form that goes on with labels, and none above another table", () => {
    const form = tableOf([["主管部门", "青石县文旅局", "实施单位", "青石县图书馆"]]);
    const title = "2023年度财政专项资金绩效自评表";
    expect(reportOf(title, "项目名称 图书购置经费", form, scores).projectName).toBe("图书购置经费");
    expect(reportOf(title, "项目名称 图书购置经费", scores).projectName).not.toBe("图书购置经费");
  });

  it("takes the title of the form rather than that of the data printed with it", () => {
    const data = tableOf([
      ["财政供养人员", "编制数", "实有数"],
      ["合计", "48", "45"],
    ]);
    const form = ["部门整体支出绩效评价基础数据表", data, "2021年度部门整体支出绩效自评表", scores] as const;
    expect(reportOf(...form)).toMatchObject({ title: "2021年度部门整体支出绩效自评表", fiscalYear: 2021 });
    expect(reportOf("部门整体支出绩效评价基础数据表", data, scores).title).toBe("部门整体支出绩效评价基础数据表");
  });

  it("claims the year that the caption right above a table of the evaluation names", () => {
    const yearsOf = (...between: string[]) =>
      normalize(documentOf("2023年度河堤加固项目绩效自评报告", ...between, scores))[0]!.claims.years.map(({ year }) => year);
    expect(yearsOf("表2　项目绩效指标自评表（2022年度）")).toContain(2022);
    expect(yearsOf("表2　项目绩效指标自评表（2022年度）", "各项指标与上年相比如下。")).not.toContain(2022);
    expect(yearsOf("表2　同类项目支出情况表（2022年度）")).not.toContain(2022);
  });

  it("claims the year that a paragraph begins with where it goes on in the words of the form", () => {
    const form = tableOf([["年度总体目标", "全年加固河堤12公里，汛期未发生险情"]]);
    const yearsOf = (text: string) =>
      normalize(documentOf("2023年度河堤加固项目绩效自评表", form, scores, text))[0]!.claims.years.map(({ year }) => year);
    expect(yearsOf("2022年度，全年加固河堤12公里，汛期未发生险情。一是细化任务。")).toContain(2022);
    expect(yearsOf("2022年度，完成河堤勘察，为施工做好准备。")).not.toContain(2022);
  });

  it("takes a year that stands beside the unit of the amounts", () => {
    const form = tableOf([
      ["2024年", "单位：万元"],
      ["项目名称", "河堤加固"],
    ]);
    expect(reportOf("项目支出绩效自评表", form, scores).fiscalYear).toBe(2024);
  });

  it("takes no date of publishing for the report's", () => {
    const site = "索引号：QS-2024-0031 发布机构：青石县文化局 生成日期：2024-03-06 有效性：有效";
    expect(reportOf(site, "2023年度图书购置经费项目自评表", "项目单位：青石县图书馆 填报日期：2024年2月1日", scores)).toMatchObject({
      unit: "青石县图书馆",
      reportDate: "2024-02-01",
    });
    expect(reportOf(site, "2023年度图书购置经费项目自评表", scores).reportDate).toBeNull();
  });

  it("takes the form's fields, with or without a colon", () => {
    expect(reportOf("项目单位（盖章）：青石县图书馆", "填报日期：2024年2月", "2023年度图书购置经费项目自评表", scores)).toMatchObject({
      title: "2023年度图书购置经费项目自评表",
      fiscalYear: 2023,
      projectName: "图书购置经费",
      unit: "青石县图书馆",
      reportDate: "2024-02",
    });
    expect(
      reportOf(
        "图书购置经费支出绩效自评报告",
        "项目名称　图书购置经费",
        "项目单位　青石县图书馆",
        "主管部门　青石县文旅局",
        "2021年10月26日",
        scores,
      ),
    ).toMatchObject({
      projectName: "图书购置经费",
      unit: "青石县图书馆",
      department: "青石县文旅局",
      reportDate: "2021-10-26",
    });
  });

  it("parts two labels on one line", () => {
    expect(reportOf("图书购置经费2023年度绩效自评情况说明", "填报单位：青石县图书馆金额单位：万元", scores).unit).toBe("青石县图书馆");
  });

  it("takes a sentence that begins with a label's word for no field", () => {
    expect(reportOf("2023年度图书购置经费绩效自评报告", "主管部门高度重视，多次听取汇报。", "项目单位认真落实责任", scores)).toMatchObject({
      department: null,
      unit: null,
    });
  });

  it("joins a title that was broken over two lines", () => {
    expect(reportOf("青石县图书馆 2024 年图书购", "置经费绩效自评报告", scores)).toMatchObject({
      projectName: "图书购置经费",
      unit: "青石县图书馆",
      fiscalYear: 2024,
    });
  });

  it("takes the name from the concluding sentence where no title tells it", () => {
    const conclusion = "综合考虑各方面因素，最终评分结果：图书购置经费绩效自评价结果为:总得分91分。";
    expect(reportOf("一、项目基本情况", conclusion, scores).projectName).toBe("图书购置经费");
  });

  it("drops 项目 behind a name that the report uses without it, and keeps it where it does not", () => {
    const conclusion = "最终评分结果：馆舍改造提升项目绩效自评价结果为：总得分91分。";
    expect(reportOf(conclusion, scores).projectName).toBe("馆舍改造提升项目");
    expect(reportOf("继续做好馆舍改造提升，费用为20万元。", conclusion, scores).projectName).toBe("馆舍改造提升");
  });

  it("drops 资金 behind a name that the report always uses without it", () => {
    const title = "2022年渡轮运营补贴资金绩效自评报告";
    const uses = ["渡轮运营补贴年初预算20万元。", "渡轮运营补贴自评得分91分。"];
    expect(reportOf(title, ...uses, scores).projectName).toBe("渡轮运营补贴");
    expect(reportOf(title, ...uses, "渡轮运营补贴资金按季拨付。", scores).projectName).toBe("渡轮运营补贴资金");
    expect(reportOf(title, scores).projectName).toBe("渡轮运营补贴资金");
  });

  it("names the year by the title, the form, the period, then by what the text calls a 年度", () => {
    expect(reportOf("2022年度图书购置经费绩效自评报告", "（2021年度）", scores).fiscalYear).toBe(2022);
    expect(reportOf("项目支出绩效自评表", "（2021年度）", scores).fiscalYear).toBe(2021);
    expect(reportOf("图书购置经费绩效自评报告", tableOf([["项目起止时间", "2020年1月1日至2020年12月31日"]]), scores).fiscalYear).toBe(2020);
    expect(reportOf("图书购置经费绩效自评报告", "根据《2018年度预算编制办法》，2019年度预算调整后支出加快。", scores).fiscalYear).toBe(
      2019,
    );
    expect(reportOf("图书购置经费绩效自评报告", "2010年10月，系统建成。", scores).fiscalYear).toBeNull();
  });

  it("tells the kinds apart", () => {
    expect(reportOf("青石县教育局2022年度部门整体支出绩效自评报告", scores)).toMatchObject({ kind: "department", projectName: null });
    expect(reportOf("2022年度转移支付资金绩效自评报告", scores).kind).toBe("transfer");
    expect(reportOf("2022年度图书购置经费绩效自评报告", scores).kind).toBe("project");
    const letter = normalize(documentOf("关于召开年度工作会议的通知", "请各科室于周五前报送参会名单。"))[0]!;
    expect([letter.report.kind, letter.warnings.map(({ code }) => code)]).toEqual(["unknown", ["not-a-report"]]);
  });
});

describe("blocks before they are read", () => {
  it("joins a sentence that a page cut, and leaves headings and lists apart", () => {
    const paged = (...texts: string[]) => ({
      ...documentOf(...texts, scores),
      pages: [{ number: 1, width: 595, height: 842, rotation: 0 as const, textLayer: "native" as const }],
    });
    const cut = normalize(paged("2023年度图书购置经费绩效自评报告", "经综合评定，图书购置经费自评得分99.5分，评价等级", "为“优”。"))[0]!;
    expect(cut.grade?.raw).toBe("优");
    const apart = normalize(paged("2023年度图书购置经费绩效自评报告", "一、概况", "项目内容，分三部分", "（一）采购。"))[0]!;
    expect(apart.sections.map(({ heading, text }) => [heading, text])).toEqual([["一、概况", "项目内容，分三部分\n（一）采购。"]]);
  });

  it("unwraps a table that only lays the page out", () => {
    const form = tableOf(
      [
        ["项目名称", "图书购置"],
        ["实施单位", "青石县图书馆"],
        ["得分", "90"],
      ],
      { index: 1 },
    );
    const page = tableOf([["2023年度图书购置经费绩效自评报告\n附表如下："]]);
    const wrapped = { ...page, cells: [{ ...page.cells[0]!, nested: [form, scores] }] };
    const draft = normalize({ ...documentOf(), blocks: [wrapped] })[0]!;
    expect(draft.report).toMatchObject({ projectName: "图书购置", title: "2023年度图书购置经费绩效自评报告" });
    expect(draft.indicators).toHaveLength(1);
    expect(draft.tables).toHaveLength(2);
  });

  it("gives headings of the format their level", () => {
    const draft = normalize(
      documentOf(paragraph("自评结论", { heading: 2 }), "得分90分。", paragraph("存在问题", { heading: 2 }), "无。"),
    )[0]!;
    expect(draft.sections).toEqual([
      { heading: "自评结论", level: 2, text: "得分90分。" },
      { heading: "存在问题", level: 2, text: "无。" },
    ]);
  });

  it("parts the labels that share a line, with colons or without", () => {
    expect(
      reportOf("项目名称山塘修复提质项目", "项目负责人及电话略填报时间 2024年1月", "主管部门青石县水利局实施单位青石县灌溉服务站", scores),
    ).toMatchObject({ projectName: "山塘修复提质项目", department: "青石县水利局", unit: "青石县灌溉服务站", reportDate: "2024-01" });
  });

  it("finds the unit in brackets under the title", () => {
    expect(reportOf("2022年图书购置经费绩效自评报告", "（青石县图书馆）", scores).unit).toBe("青石县图书馆");
    expect(reportOf("2022年图书购置经费绩效自评报告", "（征求意见稿）", scores).unit).toBeNull();
  });

  it("believes 单位, 部门 and 年度 where what follows fits", () => {
    const line = "单位：青石县图书馆　年度：2022　（单位：元）";
    expect(reportOf("图书购置经费绩效自评表", line, scores)).toMatchObject({ unit: "青石县图书馆", fiscalYear: 2022 });
    expect(reportOf("图书购置经费绩效自评表", "单位：元", "年度：详见说明", scores)).toMatchObject({ unit: null, fiscalYear: null });
  });

  it("parts a year from the name or the label beside it", () => {
    expect(reportOf("图书购置经费绩效自评表", "单位名称：青石县图书馆 2022年度", scores).unit).toBe("青石县图书馆");
    expect(reportOf("图书购置经费绩效自评表", "（2022年度）填报单位：青石县图书馆", scores).fiscalYear).toBe(2022);
  });

  it("ends a label's value with its sentence", () => {
    expect(
      reportOf(
        "2023年度绩效自评报告",
        "项目名称：梯田修整；实施单位：青石县水保站；主管部门：青石县水务局。2023年安排资金20万元。",
        scores,
      ),
    ).toMatchObject({ projectName: "梯田修整", department: "青石县水务局", unit: "青石县水保站" });
  });

  it("takes a name whole that holds a label's word", () => {
    expect(reportOf("项目名称 主管部门人员培训", "主管部门 青石县人社局", scores)).toMatchObject({
      projectName: "主管部门人员培训",
      department: "青石县人社局",
    });
  });

  it("reads who carried the project out from running text, where no form says it", () => {
    expect(
      reportOf(
        "青石县财政支出项目绩效自评报告",
        "一、项目概况",
        "梯田修整项目由青石县水保站实施，主管部门为青石县水务局。2023年度安排资金20万元。",
        scores,
      ),
    ).toMatchObject({ projectName: "梯田修整", department: "青石县水务局", unit: "青石县水保站" });
  });

  it("has no heads in a list of reports, and knows whose a department above is", () => {
    const list = tableOf([
      ["编号", "项目名称", "所在工作表"],
      ["1", "梯田修整", "表1"],
      ["2", "河堤加固", "表2"],
    ]);
    const form = tableOf([
      ["项目名称", "梯田修整", "上级主管部门", "青石县水务局"],
      ["预算单位", "青石县水保站", "项目负责人", "李某"],
    ]);
    expect(reportOf(list, "2023年度项目支出绩效自评表", form, scores)).toMatchObject({
      projectName: "梯田修整",
      department: "青石县水务局",
    });
  });

  it("takes no head of a list of staff for the unit", () => {
    const staff = tableOf([
      ["单位名称", "编制数", "实有人数", "退休人数"],
      ["局机关", "30", "22", "7"],
      ["青石县水质监测站", "21", "15人", "8"],
    ]);
    expect(reportOf("青石县水务局2023年度部门整体支出绩效自评报告", staff, scores).unit).toBe("青石县水务局");
    const form = tableOf([
      ["单位名称", "青石县水务局", "编制数", "30"],
      ["年初预算", "120", "全年预算", "130"],
    ]);
    expect(reportOf("部门整体支出绩效自评报告", form, scores).unit).toBe("青石县水务局");
  });

  it("is titled by the form's own title below a running head that names nothing", () => {
    expect(reportOf("部门整体支出绩效自评材料", "青石县司法局2022年度部门整体支出绩效自评表", scores).title).toBe(
      "青石县司法局2022年度部门整体支出绩效自评表",
    );
    expect(reportOf("自评价评分表", "自评价评分附件表", scores).title).toBe("自评价评分表");
  });

  it("is of the year at the end of which its accounts close, where nothing else tells one", () => {
    const closing = (...ends: string[]) =>
      reportOf("梯田修整项目绩效自评报告", ...ends.map((end) => `截至${end}，实际支出20万元。`), scores).fiscalYear;
    expect(closing("2021年12月31日")).toBe(2021);
    expect(closing("2021年底")).toBe(2021);
    expect(closing("2021年6月30日")).toBeNull();
    expect(closing("2020年末", "2021年末")).toBeNull();
  });
});
