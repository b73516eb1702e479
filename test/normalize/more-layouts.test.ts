import { describe, expect, it } from "vitest";
import { normalize } from "../../src/normalize/normalize.js";
import { documentOf, tableOf } from "./table-of.js";

const HEAD = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"];
const form = (project: string, unit: string, score: string) =>
  tableOf([
    ["项目名称", "<", project, "<", "<", "<", "<"],
    ["主管部门", "<", "溪口县民政局", "<", "实施单位", unit, "<"],
    HEAD,
    ["产出指标", "数量指标", `${project}完成数`, "≥10个", "10个", "90", score],
    ["总分", "<", "<", "<", "<", "100", score],
  ]);

describe("several reports in one file", () => {
  it("gives one draft for each form that names another project, with tables counted anew", () => {
    const drafts = normalize(
      documentOf(
        "项目支出绩效自评表",
        "（2022年度）",
        form("养老服务补贴", "某中心", "90"),
        "注：得分保留两位小数。",
        "项目支出绩效自评表",
        "（2023年度）",
        form("临时救助金", "某所", "88"),
      ),
    );
    expect(drafts.map(({ report }) => [report.projectName, report.fiscalYear, report.unit])).toEqual([
      ["养老服务补贴", 2022, "某中心"],
      ["临时救助金", 2023, "某所"],
    ]);
    expect(drafts.map(({ indicators }) => indicators.map(({ level3 }) => level3))).toEqual([["养老服务补贴完成数"], ["临时救助金完成数"]]);
    expect(drafts[1]?.tables).toHaveLength(1);
    expect(drafts[1]?.indicators[0]?.evidence[0]?.table).toBe(0);
  });

  it("parts the forms that a sheet stacks under 项目1, 项目2; the title's year is that of each", () => {
    const form = (number: string, name: string, indicator: string) => [
      [`项目${number}`, name, "<", "<", "实施单位", `${name}站`, "<"],
      ["资金（万元）", "年初预算数", "全年预算数", "全年执行数", "执行率", "分值", "得分"],
      ["年度资金总额", "45", "45", "45", "100%", "10", "10"],
      ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
      ["产出指标", "数量指标", indicator, "≥3个", "3个", "90", "90"],
      ["总分", "", "", "", "", "100", "100"],
    ];
    const drafts = normalize(
      documentOf("2021年度项目支出绩效自评表", tableOf([...form("1", "农技推广", "示范基地"), ...form("2", "动物防疫", "免疫畜禽")])),
    );
    expect(drafts.map(({ report, indicators }) => [report.projectName, report.fiscalYear, indicators.map(({ level3 }) => level3)])).toEqual(
      [
        ["农技推广", 2021, ["示范基地"]],
        ["动物防疫", 2021, ["免疫畜禽"]],
      ],
    );
  });

  it("gives forms that name no year that of the others, where these name one and the same", () => {
    const form = (name: string) =>
      tableOf([
        ["项目名称", name, "<", "<", "<"],
        ["三级指标", "年度指标值", "实际完成值", "分值", "得分"],
        [`${name}完成数`, "≥3个", "3个", "100", "100"],
        ["总分", "<", "<", "100", "100"],
      ]);
    const years = (...titles: string[]) =>
      normalize(documentOf(...titles.flatMap((title, i) => [title, form(["农技推广", "动物防疫", "河道清淤"][i]!)]))).map(
        ({ report }) => report.fiscalYear,
      );
    expect(years("2021年度项目支出绩效自评表", "项目支出绩效自评表", "2021年度项目支出绩效自评表")).toEqual([2021, 2021, 2021]);
    expect(years("项目支出绩效自评表", "2021年度项目支出绩效自评表")).toEqual([2021, 2021]);
    expect(years("2021年度项目支出绩效自评表", "项目支出绩效自评表", "2022年度项目支出绩效自评表")).toEqual([2021, null, 2022]);
  });

  describe("an export's sheets, whose rows repeat unit, year and project", () => {
    const SAME = ["单位名称", "预算年度", "项目名称"];
    const rows = (project: string, name: string) => [
      ["溪口站", "2023", project, "产出指标", "数量指标", name, "≥3个", "3个", "60", "60"],
      ["溪口站", "2023", project, "效益指标", "社会效益指标", "投诉件数", "≤5件", "4件", "30", "30"],
    ];
    const indicators = (...body: string[][]) =>
      tableOf([[...SAME, "一级指标", "二级指标", "三级指标", "指标值", "完成值", "权重", "自评得分"], ...body]);
    const funds = (...projects: string[]) =>
      tableOf([
        [...SAME, "资金来源", "年初批复数", "变动后预算数", "全年执行数", "执行率", "执行分值", "执行得分"],
        ...projects.map((project) => ["溪口站", "2023", project, "一般公共预算资金", "180", "165", "156.75", "95%", "10", "9.5"]),
      ]);
    const told = (...tables: ReturnType<typeof tableOf>[]) =>
      normalize(documentOf(...tables)).map(({ report, indicators: found, funds: money }) => [
        report.projectName,
        report.unit,
        report.fiscalYear,
        found.map(({ level3 }) => level3),
        money.map(({ executed, score }) => `${executed?.value} ${score?.value}`),
      ]);

    it("is one report with its head in the columns", () => {
      expect(told(indicators(...rows("建设车棚", "车棚处数")), funds("建设车棚"))).toEqual([
        ["建设车棚", "溪口站", 2023, ["车棚处数", "投诉件数"], ["156.75 9.5"]],
      ]);
    });

    it("is a report for each project, its rows of all sheets together", () => {
      expect(told(indicators(...rows("建设车棚", "车棚处数"), ...rows("修缮路灯", "路灯盏数")), funds("建设车棚", "修缮路灯"))).toEqual([
        ["建设车棚", "溪口站", 2023, ["车棚处数", "投诉件数"], ["156.75 9.5"]],
        ["修缮路灯", "溪口站", 2023, ["路灯盏数", "投诉件数"], ["156.75 9.5"]],
      ]);
    });
  });

  describe("a sheet whose rows repeat the project, and its last ones name none", () => {
    const row = (project: string, name: string, weight: string, score: string) => [
      project,
      "产出指标",
      "数量指标",
      name,
      "≥3个",
      "3个",
      weight,
      score,
    ];
    const told = (...body: string[][]) =>
      normalize(
        documentOf(
          "2023年度项目绩效自评表",
          tableOf([["项目名称", "一级指标", "二级指标", "三级指标", "指标值", "完成值", "权重", "自评得分"], ...body]),
        ),
      ).map(({ report, indicators, statedScores }) => [
        report.projectName,
        indicators.map(({ level3 }) => level3),
        statedScores.map(({ score }) => score?.value),
      ]);
    const first = [row("建设车棚", "车棚处数", "60", "50"), row("建设车棚", "立柱根数", "40", "40")];
    const second = [row("修缮路灯", "路灯盏数", "60", "60"), row("修缮路灯", "灯杆根数", "40", "38")];
    const total = (score: string, word = "合计") => [word, "", "", "", "", "", "100", score];

    it.each(["合计", "总分", "小计"])("is one report with the %s in it", (word) => {
      expect(told(...first, total("90", word))).toEqual([["建设车棚", ["车棚处数", "立柱根数"], ["90"]]]);
    });

    it("is one report with a remark under it, in one column or over several", () => {
      for (const remark of [
        ["备注", "无"],
        ["备注", "无", "<", "<", "<", "<", "<", "<"],
        ["备注：无", "<", "<", "<", "<", "<", "<", "<"],
      ])
        expect(told(...first, total("90"), remark)).toEqual([["建设车棚", ["车棚处数", "立柱根数"], ["90"]]]);
    });

    it("gives each of several projects its own total, and none of them that of all", () => {
      expect(told(...first, total("90"), ...second, total("98"))).toEqual([
        ["建设车棚", ["车棚处数", "立柱根数"], ["90"]],
        ["修缮路灯", ["路灯盏数", "灯杆根数"], ["98"]],
      ]);
      expect(told(...first, ...second, total("188"))).toEqual([
        ["建设车棚", ["车棚处数", "立柱根数"], []],
        ["修缮路灯", ["路灯盏数", "灯杆根数"], []],
      ]);
    });
  });

  it("parts the forms that one sheet stacks", () => {
    const rows = (project: string) => [
      ["项目支出绩效自评表", "<", "<", "<", "<", "<", "<"],
      ["项目名称", "<", project, "<", "<", "<", "<"],
      ["主管部门", "<", "溪口县民政局", "<", "实施单位", "某中心", "<"],
      HEAD,
      ["产出指标", "数量指标", "完成数", "≥10个", "10个", "40", "40"],
      ["", "质量指标", "合格率", "100%", "100%", "50", "50"],
      ["总分", "<", "<", "<", "<", "100", "90"],
    ];
    const drafts = normalize(documentOf(tableOf([...rows("甲项目"), ...rows("乙项目")])));
    expect(drafts.map(({ report, indicators, statedScores }) => [report.projectName, indicators.length, statedScores.length])).toEqual([
      ["甲项目", 2, 1],
      ["乙项目", 2, 1],
    ]);
  });

  it("parts forms that only their titles name, and keeps one project's tables that titles word differently", () => {
    const bare = (name: string, score: string) =>
      tableOf([HEAD, ["产出指标", "数量指标", name, "≥10个", "10个", "100", score], ["总分", "<", "<", "<", "<", "100", score]]);
    const parts = documentOf("助餐补贴绩效自评表", bare("助餐点数", "100"), "路灯维护绩效自评表", bare("维修盏数", "98"));
    expect(normalize(parts).map(({ report }) => report.projectName)).toEqual(["助餐补贴", "路灯维护"]);
    const twice = documentOf("助餐补贴绩效自评表", bare("助餐点数", "100"), "老年助餐绩效自评表", bare("助餐点数", "100"));
    expect(normalize(twice)).toHaveLength(1);
  });

  it("parts the forms of a report that heads each with its project, and keeps the classes of one form together", () => {
    const of = (name: string, weight: string) =>
      tableOf([
        HEAD,
        ["产出指标", "数量指标", name, "≥10个", "10个", weight, weight],
        ["满意度指标", "服务对象满意度指标", "群众满意度", "≥90%", "92%", "10", "10"],
        ["合计", "<", "<", "<", "<", String(Number(weight) + 10), String(Number(weight) + 10)],
      ]);
    const report = (weight: string) =>
      documentOf(
        "溪口县民政局2022年度绩效自评报告",
        "项目一：助餐补贴",
        of("助餐点数", weight),
        "项目二：路灯维护",
        of("维修盏数", weight),
      );
    expect(normalize(report("90")).map(({ indicators }) => indicators[0]?.level3)).toEqual(["助餐点数", "维修盏数"]);
    expect(normalize(report("40"))).toHaveLength(1);
  });

  it("keeps a body and its annexed form together", () => {
    const drafts = normalize(
      documentOf("2022年度养老服务补贴绩效自评报告", "养老服务补贴全年自评得分90分。", "附件", form("养老服务补贴", "某中心", "90")),
    );
    expect(drafts).toHaveLength(1);
    expect(drafts[0]?.statedScores.map(({ name }) => name)).toEqual(["自评得分", "总分"]);
  });

  it("keeps two tellings of a project together though one calls it by a longer name", () => {
    const again = form("养老服务补贴", "某中心", "90");
    const longer = {
      ...again,
      cells: again.cells.map((cell) => (cell.row === 0 && cell.column === 2 ? { ...cell, text: "2022年养老服务补贴项目" } : cell)),
    };
    expect(normalize(documentOf("2022年度养老服务补贴绩效自评报告", again, "附件", longer))).toHaveLength(1);
    expect(
      normalize(
        documentOf(
          "项目支出绩效自评表",
          form("养老服务补贴", "某中心", "90"),
          "项目支出绩效自评表",
          form("养老服务补贴二期", "某中心", "90"),
        ),
      ),
    ).toHaveLength(2);
  });

  it("parts a department's own evaluation from those of its projects", () => {
    const department = tableOf([
      ["部门（单位）名称", "<", "溪口县民政局", "<", "<", "<", "<"],
      ["部门预算执行情况（万元）", "", "年初预算数", "全年预算数", "全年执行数", "分值", "得分"],
      ["^", "年度支出总额", "900", "1000", "950", "10", "9.5"],
      ["^", "基本支出", "500", "550", "540", "/", "/"],
      ["^", "项目支出", "400", "450", "410", "/", "/"],
      HEAD,
      ["产出指标", "数量指标", "救助人次", "≥100人次", "110人次", "90", "90"],
    ]);
    const drafts = normalize(
      documentOf("2022年度部门整体支出绩效自评表", department, "项目支出绩效自评表", form("养老服务补贴", "某中心", "90")),
    );
    expect(drafts.map(({ report }) => [report.kind, report.projectName])).toEqual([
      ["department", null],
      ["project", "养老服务补贴"],
    ]);
    expect(drafts[0]?.funds.map(({ label, depth }) => [label, depth])).toEqual([
      ["年度支出总额", 0],
      ["基本支出", 1],
      ["项目支出", 1],
    ]);
  });
});

describe("tellings of one indicator", () => {
  const body = [
    tableOf([
      ["二级指标", "三级指标", "权重", "目标值", "业绩值", "得分"],
      ["数量指标", "巡查次数", "40", "≥24次", "24次", "40"],
      ["质量指标", "整改率", "20", "≥90%", "88%", "19.5"],
    ]),
    tableOf([
      ["二级指标", "三级指标", "权重", "目标值", "业绩值", "得分"],
      ["社会效益指标", "安全感", "40", "提升", "提升", "40"],
    ]),
  ];
  const annex = tableOf([
    ["一级指标", "二级指标", "目标指标", "权重", "目标值", "业绩值", "完成率", "指标得分", "偏差原因分析及改进措施"],
    ["产出指标", "质量指标", "整改率", "20", "≥90%", "88%", "97.78%", "19.56", "期限未到"],
    ["", "数量指标", "巡查次数", "40", "≥24次", "24次", "1", "40", "无"],
    ["效益指标", "社会效益指标", "安全感", "40", "提升", "提升", "", "40", "无"],
  ]);

  it("joins the tables of the classes, and keeps the annex's figures where both speak", () => {
    const [draft] = normalize(documentOf("二、（二）项目产出情况", body[0]!, "（三）项目效益情况", body[1]!, "附件", annex));
    expect(
      draft?.indicators.map(({ level1, level3, score, completionRate, deviationReason }) => [
        level1,
        level3,
        score?.value,
        completionRate?.value,
        deviationReason,
      ]),
    ).toEqual([
      ["产出指标", "巡查次数", "40", "100", "无"],
      ["产出指标", "整改率", "19.56", "97.78", "期限未到"],
      ["效益指标", "安全感", "40", undefined, "无"],
    ]);
    expect(draft?.claims.copies).toMatchObject([{ indicator: "整改率", field: "score", kept: "19.56", other: "19.5" }]);
    expect(new Set(draft?.indicators[0]?.evidence.map(({ table }) => table))).toEqual(new Set([0, 2]));
  });

  it("names the first level by the heading where no table does", () => {
    const [draft] = normalize(documentOf("（二）项目产出情况", body[0]!, "（三）项目效益情况", body[1]!));
    expect(draft?.indicators.map(({ level1, category }) => [level1, category])).toEqual([
      ["项目产出", "output"],
      ["项目产出", "output"],
      ["项目效益", "benefit"],
    ]);
  });

  it("takes a level's name from a heading that says no more", () => {
    const [draft] = normalize(documentOf("（一）产出", body[0]!, "（二）效益", body[1]!));
    expect(draft?.indicators.map(({ level1 }) => level1)).toEqual(["产出", "产出", "效益"]);
  });

  it("goes on with the head of the table before where a page cut it", () => {
    const cut = tableOf([
      ["", "时效指标", "完成时限", "≤30日", "28日", "10", "10"],
      ["总分", "<", "<", "<", "<", "100", "98"],
    ]);
    const first = tableOf([HEAD, ["产出指标", "数量指标", "巡查次数", "≥24次", "24次", "80", "78"]]);
    const [draft] = normalize(documentOf(first, "— 2 —", cut));
    expect(draft?.indicators.map(({ level3 }) => level3)).toEqual(["巡查次数", "完成时限"]);
    expect(draft?.statedScores[0]?.score?.value).toBe("98");
  });

  it("drops a head that a page break repeats", () => {
    const [draft] = normalize(
      documentOf(
        tableOf([
          HEAD,
          ["产出指标", "数量指标", "巡查次数", "≥24次", "24次", "40", "40"],
          HEAD,
          ["", "", "整改次数", "≥24次", "24次", "40", "40"],
        ]),
      ),
    );
    expect(draft?.indicators.map(({ level1, level2, level3 }) => [level1, level2, level3])).toEqual([
      ["产出指标", "数量指标", "巡查次数"],
      ["产出指标", "数量指标", "整改次数"],
    ]);
  });
});

describe("fourth levels", () => {
  it("name the indicators where third levels repeat themselves row by row", () => {
    const [draft] = normalize(
      documentOf(
        "某项目绩效自评表",
        tableOf([
          ["一级指标", "二级指标", "三级指标", "四级指标", "指标值", "完成值", "分值", "得分"],
          ["产出", "产出数量", "培训", "培训场次", "≥10场", "10场", "50", "50"],
          ["产出", "产出数量", "培训", "培训人数", "≥100人", "120人", "50", "50"],
        ]),
      ),
    );
    expect(draft!.indicators.map(({ level3 }) => level3)).toEqual(["培训场次", "培训人数"]);
  });
});

describe("marks beside every level", () => {
  it("are each of the level on their left", () => {
    const [draft] = normalize(
      documentOf(
        "部门整体支出绩效评价指标评分表",
        tableOf([
          ["一级指标", "分值", "二级指标", "分值", "三级指标", "分值", "评价标准", "得分"],
          ["过程", "30", "预算执行", "15", "预算完成率", "15", "每低5%扣2分", "14"],
          ["^", "^", "预算管理", "15", "管理制度健全性", "8", "有制度得8分", "8"],
          ["^", "^", "^", "^", "资金使用合规性", "7", "合规得7分", "7"],
          ["产出", "70", "职责履行", "70", "重点工作完成率", "70", "按比例计分", "68"],
        ]),
      ),
    );
    expect(draft!.indicators.map(({ level3, weight, score }) => [level3, weight?.value, score?.value])).toEqual([
      ["预算完成率", "15", "14"],
      ["管理制度健全性", "8", "8"],
      ["资金使用合规性", "7", "7"],
      ["重点工作完成率", "70", "68"],
    ]);
    expect(draft!.statedScores.map(({ scope, name, fullMarks }) => [scope, name, fullMarks?.value])).toEqual([
      ["level1", "过程", "30"],
      ["level2", "预算执行", "15"],
      ["level2", "预算管理", "15"],
      ["level1", "产出", "70"],
      ["level2", "职责履行", "70"],
    ]);
  });
});

describe("funds", () => {
  const draftOf = (...blocks: Parameters<typeof documentOf>) => normalize(documentOf("2023年度示例项目绩效自评报告", ...blocks))[0]!;

  it("nests the parts of a source below it", () => {
    const { funds } = draftOf(
      tableOf([
        ["资金来源", "预算数", "执行数", "执行率"],
        ["年度资金总额", "300", "270", "0.9"],
        ["其中：财政拨款", "250", "220", "0.88"],
        ["其中：中央资金", "150", "130", "0.8667"],
        ["省级资金", "100", "90", "0.9"],
        ["其他资金", "50", "50", "1"],
      ]),
    );
    expect(funds.map(({ source, depth, executionRate }) => [source, depth, executionRate?.value])).toEqual([
      ["total", 0, "90"],
      ["fiscal", 1, "88"],
      ["central", 2, "86.67"],
      ["provincial", 2, "90"],
      ["other", 1, "100"],
    ]);
  });

  it("does not hide a source that the total leaves out", () => {
    const { funds } = draftOf(
      tableOf([
        ["资金来源", "预算数", "执行数", "执行率"],
        ["年度资金总额", "250", "220", "88%"],
        ["当年财政拨款", "250", "220", "88%"],
        ["其他资金", "50", "50", "100%"],
      ]),
    );
    expect(funds.map(({ depth }) => depth)).toEqual([0, 1, 1]);
  });

  it("takes the unit of the cell before that of the head, the head's before that of the line above", () => {
    const { funds } = draftOf(
      "单位：元",
      tableOf([
        ["资金来源", "年初预算数", "全年预算数（万元）", "全年执行数"],
        ["合计", "1200000", "130.5", "1.1亿元"],
      ]),
    );
    expect(
      [funds[0]?.initialBudget, funds[0]?.adjustedBudget, funds[0]?.executed].map((money) => [money?.value, money?.unit, money?.yuan]),
    ).toEqual([
      ["1200000", "元", "1200000"],
      ["130.5", "万元", "1305000"],
      ["1.1", "亿元", "110000000"],
    ]);
  });

  it("reads sources as columns with the rows' formulas", () => {
    const { funds, claims } = draftOf(
      tableOf([
        ["项目", "行次", "年度总金额（万元）", "财政资金", "<", "<", "其他资金（万元）"],
        ["^", "^", "^", "小计", "中央级", "县区级", "^"],
        ["年初预算资金", "（1）", "120", "100", "60", "40", "20"],
        ["全年预算资金", "（2）", "120", "100", "60", "40", "20"],
        ["实际到位资金", "（3）", "120", "100", "60", "40", "20"],
        ["全年执行资金", "（4）", "110", "92", "60", "32", "18"],
        ["资金结余", "（5）=（3）－（4）", "10", "8", "0", "8", "2"],
        ["预算执行率（%）", "（7）=（4）/（2）", "91.67", "92", "100", "80", "90"],
      ]),
    );
    expect(
      funds.map(({ source, label, depth, balance, executionRate }) => [source, label, depth, balance?.value, executionRate?.value]),
    ).toEqual([
      ["total", "年度总金额", 0, "10", "91.67"],
      ["fiscal", "财政资金小计", 1, "8", "92"],
      ["central", "中央级", 2, "0", "100"],
      ["county", "县区级", 2, "8", "80"],
      ["other", "其他资金", 1, "2", "90"],
    ]);
    expect(
      claims.formulas
        .filter(({ column }) => column === "年度总金额")
        .map(({ label, operator, stated, operands, percent }) => [
          label,
          operator,
          stated.value,
          operands.map(({ value }) => value),
          percent,
        ]),
    ).toEqual([
      ["资金结余", "-", "10", ["120", "110"], false],
      ["预算执行率", "/", "91.67", ["110", "120"], true],
    ]);
  });

  it("reads a form whose labels stand beside their amounts, and its list of expenditure", () => {
    const { funds, claims, statedScores, grade } = draftOf(
      tableOf([
        ["一、项目基本概况", "<", "<", "<"],
        ["计划安排资金（万元）", "42", "实际到位资金（万元）", "40"],
        ["其中：中央财政", "", "其中：中央财政", ""],
        ["省财政", "12", "省财政", "12"],
        ["市县财政", "30", "市县财政", "28"],
        ["实际支出（万元）", "40", "<", "<"],
        ["二、项目支出明细", "<", "<", "<"],
        ["支出内容（按经济科目）", "<", "计划支出数", "实际支出数"],
        ["302商品和服务支出", "<", "30", "28"],
        ["", "<", "", ""],
        ["310资本性支出", "<", "12", "11"],
        ["支出合计", "<", "42", "40"],
        ["综合得分", "96", "<", "<"],
        ["自评等次", "96", "<", "<"],
      ]),
    );
    expect(
      funds.map(({ source, label, initialBudget, received, executed }) => [
        source,
        label,
        initialBudget?.value,
        received?.value,
        executed?.value,
      ]),
    ).toEqual([
      ["total", "计划安排资金", "42", "40", "40"],
      ["provincial", "省财政", "12", "12", undefined],
      ["municipal", "市县财政", "30", "28", undefined],
    ]);
    expect(claims.breakdowns.map(({ label, total, items }) => [label, total.value, items.map(({ money }) => money.value)])).toEqual([
      ["支出合计", "42", ["30", "12"]],
      ["支出合计", "40", ["28", "11"]],
    ]);
    expect(statedScores).toMatchObject([{ scope: "total", name: "综合得分", score: { value: "96" } }]);
    expect(grade).toMatchObject({ raw: "96", band: null });
    expect(claims.grades).toHaveLength(1);
  });
});

describe("recognised tables", () => {
  it("reads heads and totals with garbled characters by what stands below them", () => {
    const [draft] = normalize(
      documentOf(
        "2023年度河湖巡查经费项目自评结果",
        tableOf(
          [
            ["级指标", "二级指标", "三级指标", "年度指标直", "实际完威值", "分直", "得芬"],
            ["产出指标", "数量指标", "巡查次数", "≥24次", "24次", "60", "60"],
            ["效益指标", "社会效益指标", "安全感", "提升", "提升", "40", "3O"],
            ["总公", "<", "<", "<", "<", "100", "90"],
          ],
          { origin: "recognised" },
        ),
      ),
    );
    expect(
      draft?.indicators.map(({ level1, target, weight, score }) => [level1, target, weight?.value, score?.value, score?.doubt?.readings]),
    ).toEqual([
      ["产出指标", "≥24次", "60", "60", undefined],
      // 60 + 30 = 90, as the total says: the garbled digit is confirmed, no longer doubted.
      ["效益指标", "提升", "40", "30", undefined],
    ]);
    expect(draft?.statedScores).toMatchObject([{ scope: "total", fullMarks: { value: "100" }, score: { value: "90" } }]);
  });

  it("parts a level from the name that ran into its cell", () => {
    const [draft] = normalize(
      documentOf(
        tableOf([
          ["指标类型", "指标名称", "目标值", "完成值", "分值", "得分"],
          ["产出指标—数量指标", "巡查次数", "≥24次", "24次", "60", "60"],
          ["效益指标-可持续影响指标长效管理制度", "<", "健全", "健全", "40", "40"],
        ]),
        "附表",
        tableOf([
          ["一级指标", "二级指标", "三级指标", "目标值", "完成值", "分值", "得分"],
          ["产出指标", "质量指标合格率", "<", "100%", "100%", "60", "60"],
        ]),
      ),
    );
    expect(draft?.indicators.map(({ level1, level2, level3 }) => [level1, level2, level3])).toEqual([
      ["产出指标", "数量指标", "巡查次数"],
      ["效益指标", "可持续影响指标", "长效管理制度"],
      ["产出指标", "质量指标", "合格率"],
    ]);
  });

  it("joins a recognised value that a line in the scan cut in two", () => {
    const table = tableOf([
      ["项目名称", "高标准", "农田建设"],
      ["主管部门", "某县农业局", ""],
      ["综合得分", "95", ""],
    ]);
    const scanned = { ...table, cells: table.cells.map((cell) => ({ ...cell, reading: { confidence: 0.9, alternatives: [] } })) };
    expect(normalize(documentOf(scanned))[0]?.report.projectName).toBe("高标准农田建设");
    expect(normalize(documentOf(table))[0]?.report.projectName).toBe("高标准");
  });

  it("takes the first level's row for no total though its marks equal those above", () => {
    const [draft] = normalize(
      documentOf(
        tableOf([
          ["评价指标", "三级指标", "目标值", "实际完成值", "分值", "得分"],
          ["产出指标", "", "", "", "50", "50"],
          ["", "完成率", "100%", "100%", "50", "50"],
          ["效益指标", "", "", "", "50", "50"],
          ["", "使用率", "80%", "80%", "50", "50"],
        ]),
      ),
    );
    expect(draft?.statedScores.map(({ scope, name }) => [scope, name])).toEqual([
      ["level1", "产出指标"],
      ["level1", "效益指标"],
    ]);
  });
});

describe("tables that look like others", () => {
  it("takes a list of projects for no fund table and for no form", () => {
    const drafts = normalize(
      documentOf(
        "青石县民政局2022年度部门整体支出绩效自评报告",
        tableOf([
          ["序号", "项目名称", "年初预算数", "全年预算数", "执行数", "执行率", "自评得分"],
          ["1", "养老服务补贴", "100", "100", "90", "90%", "95"],
          ["2", "临时救助金", "50", "50", "50", "100%", "98"],
          ["合计", "", "150", "150", "140", "93.33%", ""],
        ]),
      ),
    );
    expect(drafts).toHaveLength(1);
    expect([drafts[0]?.funds, drafts[0]?.report.projectName, drafts[0]?.indicators]).toEqual([[], null, []]);
  });

  it("reads a summary by first level as stated scores", () => {
    const [draft] = normalize(
      documentOf(
        "2022年度路灯维护经费绩效自评报告",
        tableOf([
          ["一级指标", "分值", "得分"],
          ["决策", "20", "18"],
          ["过程", "20", "20"],
          ["产出", "30", "28.5"],
          ["效益", "30", "30"],
          ["合计", "100", "96.5"],
        ]),
      ),
    );
    expect(draft?.indicators).toEqual([]);
    expect(draft?.statedScores.map(({ scope, name, fullMarks, score }) => [scope, name, fullMarks?.value, score?.value])).toEqual([
      ["level1", "决策", "20", "18"],
      ["level1", "过程", "20", "20"],
      ["level1", "产出", "30", "28.5"],
      ["level1", "效益", "30", "30"],
      ["total", "合计", "100", "96.5"],
    ]);
  });

  it("goes on through tables of one row each", () => {
    const rows = [
      ["产出指标", "数量指标", "巡查次数", "≥24次", "24次", "60", "60"],
      ["", "质量指标", "合格率", "100%", "100%", "40", "40"],
    ];
    const [draft] = normalize(documentOf(tableOf([HEAD]), ...rows.map((row) => tableOf([row]))));
    expect(draft?.indicators.map(({ level1, level3 }) => [level1, level3])).toEqual([
      ["产出指标", "巡查次数"],
      ["产出指标", "合格率"],
    ]);
  });
});

describe("a year that the text tells beside a result", () => {
  const form = tableOf([
    HEAD,
    ["产出指标", "数量指标", "助餐点数", "≥10个", "10个", "100", "96.5"],
    ["总分", "<", "<", "<", "<", "100", "96.5"],
  ]);
  const years = (sentence: string) =>
    normalize(documentOf("2023年度助餐补贴绩效自评报告", sentence, form))[0]?.claims.years.map(({ year }) => year);

  it("is the evaluated one where the result is the report's, and another where it is not", () => {
    expect(years("2022年度助餐补贴绩效自评结果为：总得分96.5分。")).toEqual([2023, 2023, 2022]);
    expect(years("2022年度助餐补贴绩效自评得分92分。")).toEqual([2023, 2023]);
    expect(years("2022年度助餐补贴绩效评价结果为“良”。")).toEqual([2023, 2023]);
  });

  it("is not the evaluated one where the report has no result of its own and the text tells a grade", () => {
    const sentence = "综合考虑，2022年度助餐补贴评价等级为良。";
    const drafts = normalize(
      documentOf(
        "2023年度助餐补贴绩效自评报告",
        sentence,
        tableOf([HEAD, ["产出指标", "数量指标", "助餐点数", "≥10个", "10个", "100", ""]]),
      ),
    );
    expect(drafts[0]?.grade).toBeNull();
    expect(drafts[0]?.claims.years.map(({ year }) => year)).not.toContain(2022);
  });
});

describe("the year behind 自评年度", () => {
  const report = (title: string) =>
    normalize(
      documentOf(title, "自评年度：2024年", tableOf([HEAD, ["产出指标", "数量指标", "助餐点数", "≥10个", "10个", "100", "96.5"]])),
    )[0];

  it("may be the year of writing: it contradicts no other, and is believed alone", () => {
    expect(report("2023年度助餐补贴绩效自评报告")?.claims.years.map(({ year }) => year)).not.toContain(2024);
    expect(report("助餐补贴绩效自评报告")?.report.fiscalYear).toBe(2024);
  });
});

describe("the label beside a table whose merged cells were lost", () => {
  it.each([
    ["blank below", ""],
    ["repeated below", "年度绩效指标完成情况"],
  ])("is no column of results: %s", (_, below) => {
    const head = ["年度绩效指标完成情况", "一级指标", "二级指标", "三级指标", "", "年度指标值", "", "实际完成值", "分值", "得分"];
    const [draft] = normalize(
      documentOf(
        "项目支出绩效自评表",
        tableOf([
          head,
          [below, "产出指标", "数量指标", "更换路灯", "", "≥30盏", "", "30盏", "50", "50"],
          [below, "效益指标", "社会效益指标", "夜间报修下降率", "", "≥10%", "", "12%", "40", "40"],
        ]),
      ),
    );
    expect(draft!.indicators.map(({ level3, actual }) => [level3, actual])).toEqual([
      ["更换路灯", "30盏"],
      ["夜间报修下降率", "12%"],
    ]);
  });
});

describe("a row that lacks the cells that others have", () => {
  it("is doubted where a figure stands for its name", () => {
    const [draft] = normalize(
      documentOf(
        "项目支出绩效自评表",
        tableOf([
          ["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
          ["产出指标", "更换路灯", "≥30盏", "30盏", "50", "50"],
          ["配备救生衣", "929件", "86", "6", "5", ""],
        ]),
      ),
    );
    expect(draft!.indicators.map(({ level3, doubt }) => [level3, doubt !== undefined])).toEqual([
      ["更换路灯", false],
      ["929件", true],
    ]);
  });
});
