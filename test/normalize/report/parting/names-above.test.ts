import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const funds = (amount: string) =>
  tableOf([
    ["资金来源（万元）", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
    ["年度资金总额", amount, amount, amount, "10", "100%", "10"],
  ]);
const indicators = (output: string, benefit: string) =>
  tableOf([
    ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
    ["产出指标", "数量指标", output, "≥10个", "10个", "50", "50"],
    ["效益指标", "社会效益指标", benefit, "明显", "明显", "40", "40"],
  ]);
const BENCHES = [funds("30"), "绩效指标完成情况", indicators("更换座椅数", "休憩条件改善")];
const CARDS = [funds("20"), "绩效指标完成情况", indicators("制证数", "阅读便利程度")];
const shape = (...blocks: Parameters<typeof documentOf>) =>
  normalize(documentOf(...blocks)).map((draft) => [draft.report.projectName, draft.funds.length, draft.indicators.length]);

describe("forms of several tables that lines above them name", () => {
  it("are reports by a label with the project, the closing line of the one before staying with it", () => {
    const form = (name: string, own: typeof BENCHES) => ["项目支出绩效自评表", `项目名称：${name}　　项目单位：溪口县园林所`, ...own];
    const drafts = normalize(
      documentOf(...form("公园座椅更换", BENCHES), "自评总分：100分", ...form("图书借阅证制作", CARDS), "自评总分：99分"),
    );
    expect(drafts.map(({ report, statedScores }) => [report.projectName, ...statedScores.map(({ score }) => score?.value)])).toEqual([
      ["公园座椅更换", "100"],
      ["图书借阅证制作", "99"],
    ]);
  });

  it("are reports by a label without a colon, and without a blank before the next one", () => {
    const form = (name: string, own: typeof BENCHES) => ["项目支出绩效自评表", `项目名称${name}实施单位溪口县园林所`, ...own];
    expect(shape(...form("公园座椅更换", BENCHES), ...form("图书借阅证制作", CARDS))).toHaveLength(2);
  });

  it("are reports by their titles", () => {
    expect(shape("2023年度公园座椅更换绩效自评表", ...BENCHES, "2023年度图书借阅证制作绩效自评表", ...CARDS)).toEqual([
      ["公园座椅更换", 1, 2],
      ["图书借阅证制作", 1, 2],
    ]);
  });

  it("are reports by headings that their tables' stand within", () => {
    const form = (heading: string, [money, , rows]: typeof BENCHES) => [heading, "（一）资金情况", money!, "（二）指标情况", rows!];
    expect(shape(...form("一、公园座椅更换", BENCHES), ...form("二、图书借阅证制作", CARDS)).map(([, ...counts]) => counts)).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it("are departments' reports by whose they are", () => {
    const form = (name: string, own: typeof BENCHES) => ["2023年度部门整体支出绩效自评表", `部门名称：${name}`, ...own];
    expect(shape(...form("溪口县园林局", BENCHES), ...form("溪口县图书馆", CARDS))).toHaveLength(2);
  });

  it("are departments' reports by whose they are, also where numbered headings stand nearer", () => {
    const form = (name: string, [money, , rows]: typeof BENCHES) => [
      "2023年度部门整体支出绩效自评表",
      `部门名称：${name}`,
      "一、资金情况",
      money!,
      "二、指标情况",
      rows!,
    ];
    const drafts = normalize(documentOf(...form("溪口县园林局", BENCHES), ...form("溪口县图书馆", CARDS)));
    expect(drafts.map(({ funds, indicators }) => [funds.length, indicators.length])).toEqual([
      [1, 2],
      [1, 2],
    ]);
  });

  it("are one report where a label is told again, or names what has no indicators of its own", () => {
    const [money, , rows] = BENCHES;
    expect(shape("项目名称：公园座椅更换", money!, "项目名称：2023年公园座椅更换项目", rows!)).toHaveLength(1);
    expect(shape("项目名称：公园座椅更换", ...BENCHES, "项目名称：座椅采购", funds("20"))).toHaveLength(1);
  });
});
