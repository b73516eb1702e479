import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const TABLE = tableOf([
  ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
  ["产出指标", "数量指标", "巡护公里数", "≥10公里", "10公里", "100", "100"],
]);
const reportOf = (...parts: Parameters<typeof documentOf>) => normalize(documentOf(...parts))[0]!.report;

describe("who reports", () => {
  it("stands above or under the title, or over the date at the end; whom the report addresses does not report", () => {
    expect(reportOf("南泽县林业局", "2022年部门整体支出绩效自评报告", TABLE).unit).toBe("南泽县林业局");
    expect(reportOf("关于2023年度惠农补贴政策绩效自评情况的报告", "县财政局：", TABLE, "南泽县农业农村局", "2024年4月2日").unit).toBe(
      "南泽县农业农村局",
    );
  });

  it("stands in the title before 关于, above a title of several lines, and in full where it signs", () => {
    expect(reportOf("南泽县文化馆关于免费开放补助资金2022年度绩效自评情况的报告", TABLE)).toMatchObject({
      unit: "南泽县文化馆",
      projectName: "免费开放补助资金",
    });
    expect(reportOf("南泽县环卫中心", "垃圾分类体系建设项目", "2022年度绩效自评报告", TABLE)).toMatchObject({
      unit: "南泽县环卫中心",
      projectName: "垃圾分类体系建设项目",
    });
    const signed = (body: string) => reportOf("南泽县残联2022年无障碍改造项目绩效自评报告", TABLE, body, "2023年4月2日").unit;
    expect(signed("南泽县残疾人联合会")).toBe("南泽县残疾人联合会");
    expect(signed("南泽县残联办公室")).toBe("南泽县残联");
  });

  it("is told without the place of the seal, the code's label and a bracket that opened before", () => {
    expect(reportOf("绩效自评报告", "主管部门：南泽县林业局（公章）", "项目单位：湿地中心（盖章）", TABLE)).toMatchObject({
      department: "南泽县林业局",
      unit: "湿地中心",
    });
    expect(
      reportOf(
        "绩效自评表",
        "（项目名称：湿地修复）",
        tableOf([
          ["项目主管部门及代码", "127-南泽县林业局"],
          ["基层预算单位", "湿地中心"],
        ]),
        TABLE,
      ),
    ).toMatchObject({ projectName: "湿地修复", department: "南泽县林业局", unit: "湿地中心" });
  });

  it("is told in a form's 单位 beside its 部门, and without a code in brackets", () => {
    expect(reportOf("绩效自评表", tableOf([["部门", "[127]南泽县林业局", "单位", "南泽县湿地中心"]]), TABLE)).toMatchObject({
      department: "南泽县林业局",
      unit: "南泽县湿地中心",
    });
  });

  it("is who carries the project out, before who fills the form in", () => {
    const form = (...rows: string[][]) => reportOf("绩效自评表", tableOf(rows), TABLE).unit;
    const filler = ["填报单位（盖章）：南泽县林业局", "填报日期：2024-02-16"];
    expect(form(filler, ["主管部门", "南泽县林业局"], ["项目实施单位", "南泽县湿地中心"])).toBe("南泽县湿地中心");
    expect(form(filler, ["主管部门", "南泽县财政局"])).toBe("南泽县林业局");
  });

  it("is told by sentences: who evaluated itself, and who leads the work that another does", () => {
    const said = (text: string) => reportOf("2023年度湿地修复经费绩效自评报告", text, TABLE);
    expect(said("根据市财政局统一部署，南泽县湿地中心对2023年度湿地修复经费组织了自评，情况如下。").unit).toBe("南泽县湿地中心");
    expect(said("按照“谁支出、谁自评”的原则，南泽县湿地中心完成了本项目自评，自评得分95分。").unit).toBe("南泽县湿地中心");
    expect(said("南泽县财政局组织了自评。").unit).toBeNull();
    expect(said("本次自评对象为南泽县林业局安排、南泽县湿地中心承担的湿地修复经费。")).toMatchObject({
      department: "南泽县林业局",
      unit: "南泽县湿地中心",
    });
  });

  it("says where it is: the place of its own bodies is no part of the project's name", () => {
    const named = (title: string) => reportOf(title, "主管部门：南泽县林业局", TABLE).projectName;
    expect(named("南泽县湿地修复建设项目绩效自评报告（2023年度）")).toBe("湿地修复建设项目");
    expect(named("湿地修复补助（2023年度）绩效自评报告")).toBe("湿地修复补助");
    expect(named("２０２３年度湿地修复补助绩效自评报告")).toBe("湿地修复补助");
    expect(reportOf("南泽县湿地中心关于湿地修复补助的绩效自评报告", TABLE)).toMatchObject({
      projectName: "湿地修复补助",
      unit: "南泽县湿地中心",
    });
  });

  it("keeps 项目 in its name where sentences have the words in front as those of a measure alone", () => {
    const named = (...texts: string[]) => reportOf("2023年度中水综合利用项目绩效自评报告", ...texts, TABLE).projectName;
    expect(named("扩建泵站，提高中水综合利用水平，中水综合利用率逐年上升。", "中水综合利用项目自评得分90分。")).toBe("中水综合利用项目");
    expect(named("中水综合利用全年预算90万元。")).toBe("中水综合利用");
  });

  it.each([
    ["城市管理局", "城市绿化养护项目"],
    ["社区服务中心", "社区矫正帮扶项目"],
    ["灌区管理处", "灌区节水改造项目"],
  ])("keeps what is no place in it: %s, %s", (unit, name) => {
    expect(reportOf(`${name}绩效自评报告（2023年度）`, `项目单位：${unit}`, TABLE).projectName).toBe(name);
  });

  it("takes all of a place whose name goes on behind one of its kinds", () => {
    expect(reportOf("南州市湿地修复建设项目绩效自评报告（2023年度）", "主管部门：南州市林业局", TABLE).projectName).toBe(
      "湿地修复建设项目",
    );
  });

  it("is told by what it does, owns and evaluates, and beside the year under the title", () => {
    const said = (...texts: string[]) => reportOf("湿地修复项目绩效自评报告", ...texts, TABLE).unit;
    expect(said("南泽县湿地保护总队负责实施2020年湿地修复项目，内容包括退塘还湿。")).toBe("南泽县湿地保护总队");
    expect(said("南泽县湿地中心2021年湿地修复项目年初预算90万元，全年实际支出88万元。")).toBe("南泽县湿地中心");
    expect(said("受县林业局委托，南泽县湿地中心于2024年3月对2023年度湿地修复项目开展自评。")).toBe("南泽县湿地中心");
    expect(said("南泽县湿地中心（2024年度）")).toBe("南泽县湿地中心");
    expect(said("南泽县湿地中心 2023年5月")).toBe("南泽县湿地中心");
    expect(said("南泽县2021年湿地修复项目年初预算90万元，全年实际支出88万元。")).toBeNull();
  });

  it("evaluates the year that it says, where nothing else names one", () => {
    expect(reportOf("湿地修复项目绩效自评报告", "南泽县湿地中心对2023年湿地修复项目开展了自评。", TABLE).fiscalYear).toBe(2023);
  });

  it("has a bare title that goes on from the line of the project's name", () => {
    expect(reportOf("中央对地方湿地保护转移支付", "2024年度绩效自评报告", TABLE)).toMatchObject({ kind: "transfer", fiscalYear: 2024 });
  });

  it("is none of those who evaluate others' work", () => {
    const said = (text: string) => reportOf("2023年度湿地修复经费绩效自评报告", text, TABLE).unit;
    expect(said("南泽会计师事务所对湿地修复经费开展了绩效自评。")).toBeNull();
    expect(said("南泽县林业局委托南泽评估中心开展了绩效自评。")).toBeNull();
  });
});
