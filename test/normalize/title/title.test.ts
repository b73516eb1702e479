import { describe, expect, it } from "vitest";
import { isDateLine, readDate } from "../../../src/normalize/report/head/dates.js";
import { isTitle, readTitle } from "../../../src/normalize/title/title.js";
import { headYear, periodYear } from "../../../src/normalize/title/years.js";

describe("readTitle", () => {
  it.each([
    ["2023年度森林防火建设项目绩效自评报告", "森林防火建设项目", null, 2023],
    ["2020年度信息化运维经费项目自评结果", "信息化运维经费", null, 2020],
    ["镇级污水处理补贴2022年度绩效自评情况说明", "镇级污水处理补贴", null, 2022],
    ["青石县林业站2021年防火物资储备项目绩效自评报告", "防火物资储备项目", "青石县林业站", 2021],
    ["青石县社会保险局 2024 年系统维护费绩效自评报告", "系统维护费", "青石县社会保险局", 2024],
    ["2019年度河堤加固项目支出绩效评分表", "河堤加固项目", null, 2019],
    ["充电设施进小区项目绩效自评报告", "充电设施进小区项目", null, null],
    ["青石区项目支出绩效自评报告", null, null, null],
    ["关于养老服务站建设项目2024年绩效自评情况的公告", "养老服务站建设项目", null, 2024],
    ["网络维护费支出绩效自评报告", "网络维护费", null, null],
    ["项目支出绩效自评表", null, null, null],
    ["部门预算项目支出绩效自评表（2023年度）", null, null, 2023],
    ["2022年度部门整体支出绩效自评表", null, null, 2022],
    ["青石县财政局2022年度部门整体支出绩效自评报告", null, "青石县财政局", 2022],
    ["政务服务平台2024年度绩效自评情况说明", "政务服务平台", null, 2024],
    ["附件2：2023年乡村公路养护绩效自评表", "乡村公路养护", null, 2023],
    ["2022年度河道整治提升项目资金绩效自评报告", "河道整治提升项目", null, 2022],
    ["关于河堤绿道建设2022年度绩效自评情兄的说明", "河堤绿道建设", null, 2022],
    ["2022年度河道整治提升顼目绩效自评报告", "河道整治提升顼目", null, 2022],
    ["青石县林业站关于2022年防火物资储备项目的绩效自评报告", "防火物资储备项目", "青石县林业站", 2022],
    ["2024年度通村客运站点改造绩效自评自查报告", "通村客运站点改造", null, 2024],
    ["2022年度雨污管网混接点改造绩效自评指标评分表", "雨污管网混接点改造", null, 2022],
    ["科普展品更新2024年度绩效自评情况公开", "科普展品更新", null, 2024],
    ["2023年度水质监测站运维费绩效评价指标体系及评分表", "水质监测站运维费", null, 2023],
    ["2023年度绩效评价中心业务经费绩效自评结果公示", "绩效评价中心业务经费", null, 2023],
    ["2021年度老年人家庭适老改造项目支出绩效自评报告", "老年人家庭适老改造项目", null, 2021],
    ["2021年度渡口养护补助项目支出绩效自评报告", "渡口养护补助", null, 2021],
    ["2021年度渡工津贴项目绩效自评报告", "渡工津贴项目", null, 2021],
    ["2022年度衔接推进乡村振兴补助资金绩效自评报告", "衔接推进乡村振兴补助资金", null, 2022],
    ["青石县2019-2021年度河堤加固专项资金绩效评价报告", "河堤加固专项资金", null, null],
    ["关于2019年至2021年河堤加固专项资金绩效自评的报告", "河堤加固专项资金", null, null],
    ["青石县数据中心2024年度项目支出绩效单位自评报告", null, "青石县数据中心", 2024],
    ["青石县林业局2021年度中央对地方转移支付预算执行情况绩效自评报告", null, "青石县林业局", 2021],
    ["青石县民政局2024年度资金绩效自评报告", null, "青石县民政局", 2024],
    ["青石县财政局关于报送2021年河堤加固工程绩效自评的报告", "河堤加固工程", "青石县财政局", 2021],
    ["青石县残联中央转移支付2023年度绩效自评报告（托养服务补助资金）", "托养服务补助资金", null, 2023],
    ["青石镇2021年度部门预算项目支出绩效自评报告（2021年临时救助备用金）", "临时救助备用金", "青石镇", 2021],
    ["青石区2023年河堤加固项目重点绩效评价报告摘要", "河堤加固项目", null, 2023],
  ])("reads %s", (text, projectName, unit, year) => expect(readTitle(text)).toMatchObject({ projectName, unit, year }));

  it("tells a title from sentences and headings", () => {
    expect(isTitle("2023年度某项目绩效自评报告")).toBe(true);
    expect(isTitle("科普展品更新2024年度绩效自评情况公开")).toBe(true);
    expect(isTitle("项目支出绩效自评表（2023年度）  金额单位：元")).toBe(true);
    expect(isTitle("部门预算绩效自评结果公开")).toBe(false);
    expect(isTitle("您现在的位置：首页 > 通知公告 > 部门整体支出绩效评价报告")).toBe(false);
    expect(isTitle("当前位置：财政信息 > 2023年度某项目绩效自评报告")).toBe(false);
    expect(isTitle("2023年度某项目绩效自评材料")).toBe(true);
    expect(isTitle("三、绩效自评结果及分析情况")).toBe(false);
    expect(isTitle("本次绩效自评按计划完成，形成报告。")).toBe(false);
    expect(isTitle("关于印发公文处理办法的通知")).toBe(false);
  });
});

describe("dates", () => {
  it.each([
    ["2024年2月", "2024-02"],
    ["2021 年 4 月 9 日", "2021-04-09"],
    ["2023.5.6", "2023-05-06"],
    ["2023-11", "2023-11"],
    ["二〇二一年十二月三十一日", "2021-12-31"],
    ["2024", "2024"],
    ["年 月 日", null],
    ["2023年13月", null],
    ["", null],
  ])("reads %s", (text, date) => expect(readDate(text)).toBe(date));

  it("knows a line that is a date and nothing else", () => {
    expect(isDateLine("2023年3月15日")).toBe(true);
    expect(isDateLine("2023年3月15日召开会议")).toBe(false);
    expect(isDateLine("2023年度")).toBe(false);
  });

  it("takes the year of a head line and of a period within one year", () => {
    expect([headYear("（2022年度）"), headYear("2021年"), headYear("（ 2020 年度 ）"), headYear("2022"), headYear("2022年完成")]).toEqual([
      2022,
      2021,
      2020,
      null,
      null,
    ]);
    expect([
      periodYear("2020年1月1日至2020年12月31日"),
      periodYear("2020年1月-12月"),
      periodYear("2020-2022年"),
      periodYear("2023年度"),
      periodYear("长期"),
    ]).toEqual([2020, 2020, null, 2023, null]);
  });
});
