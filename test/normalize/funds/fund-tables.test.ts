import { describe, expect, it } from "vitest";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const drafted = (...rows: string[][]) => normalize(documentOf("某项目绩效自评报告", tableOf(rows)))[0]!;

describe("tables of money", () => {
  it("have the execution's rate in a row below, where no column tells it", () => {
    const { funds } = drafted(
      ["资金来源", "全年预算数（万元）", "全年执行数（万元）"],
      ["年度资金总额", "100.00", "81.00"],
      ["其中：财政拨款", "100.00", "81.00"],
      ["预算执行率", "81.00%", "<"],
    );
    expect(funds.map(({ executionRate }) => executionRate?.value)).toEqual(["81.00", undefined]);
  });

  it("tells the year's budget by what its head says, and beside it the initial one", () => {
    const budgets = (...heads: string[]) => {
      const amounts = heads.length === 2 ? ["100.00", "120.00"] : ["120.00"];
      const { funds } = drafted(
        ["项目资金（万元）", ...heads, "实际支出", "执行率"],
        ["资金总额", ...amounts, "108.00", "90%"],
        ["财政资金", ...amounts, "108.00", "90%"],
      );
      return funds.map(({ initialBudget, adjustedBudget }) => [initialBudget?.value ?? null, adjustedBudget?.value ?? null])[0];
    };
    expect(budgets("预算安排")).toEqual([null, "120.00"]);
    expect(budgets("预算安排数")).toEqual([null, "120.00"]);
    expect(budgets("预算数", "调整预算数")).toEqual(["100.00", "120.00"]);
    expect(budgets("预算安排", "调整后数")).toEqual(["100.00", "120.00"]);
    expect(budgets("年初预算安排", "预算安排")).toEqual(["100.00", "120.00"]);
  });

  it("is told from a list of expenditure by what its rows are, whatever their head and with the total last", () => {
    const rows = (first: string, second: string) =>
      drafted(
        ["资金用途（万元）", "年初预算数", "调整后预算数", "支出决算数", "执行率"],
        [first, "60.00", "60.00", "54.00", "90%"],
        [second, "40.00", "40.00", "36.00", "90%"],
        ["合计", "100.00", "100.00", "90.00", "90%"],
      );
    expect(rows("基本支出", "项目支出").funds.map(({ label, executed }) => `${label} ${executed?.value}`)).toEqual([
      "基本支出 54.00",
      "项目支出 36.00",
      "合计 90.00",
    ]);
    expect(rows("印刷费", "差旅费").funds).toEqual([]);
    expect(rows("印刷费", "差旅费").claims.breakdowns).toHaveLength(3);
  });

  it("takes the year's columns beside another year's, whose groups say so, and no carry-over for a balance", () => {
    const amounts = (...rows: string[][]) =>
      drafted(...rows).funds.map(({ adjustedBudget, executed, balance }) => [adjustedBudget?.value, executed?.value, balance?.value]);
    const grouped = amounts(
      ["资金来源", "上年度", "<", "本年度", "<", "<"],
      ["^", "预算数", "执行数", "预算数", "执行数", "执行率"],
      ["资金总额", "100.00", "90.00", "120.00", "108.00", "90%"],
      ["财政资金", "100.00", "90.00", "120.00", "108.00", "90%"],
    );
    expect(grouped[0]).toEqual(["120.00", "108.00", undefined]);
    const carried = amounts(
      ["资金来源", "上年结转结余数", "全年预算数", "全年执行数", "执行率", "结转下年数"],
      ["资金总额", "20.00", "120.00", "108.00", "90%", "12.00"],
      ["财政资金", "20.00", "120.00", "108.00", "90%", "12.00"],
    );
    expect(carried[0]).toEqual(["120.00", "108.00", "12.00"]);
  });

  it.each(["预算执行情况（万元）（10分）", "预算执行情况（万元）"])("takes %s, a cell beside blank ones, for the block's name", (name) => {
    const { funds } = drafted(
      [name, "", "", "预算数（A）", "执行数（B）", "执行率（B/A）", "得分（10分*执行率）"],
      ["", "", "年度财政资金总额", "120.00", "108.00", "90%", "9"],
      ["年度绩效目标1", "一级指标", "二级指标", "三级指标", "年初目标值（A）", "实际完成值（B）", "得分"],
      ["", "产出指标", "数量指标", "检修浮桥座数", "≥12座", "13座", "90"],
    );
    expect(
      funds.map(({ label, adjustedBudget, executed, score }) => [label, adjustedBudget?.value, executed?.value, score?.value]),
    ).toEqual([["年度财政资金总额", "120.00", "108.00", "9"]]);
  });

  it.each([
    ["年初", "调整", "执行", "执行比", "计分上限", "监控后自评计分"],
    ["年初额", "变动后", "花用", "使用进度", "封顶分", "获分"],
  ])("knows the heads %s, %s, %s, %s, %s, %s by the rates and marks below", (...heads) => {
    const { funds } = drafted(
      ["投入构成", ...heads],
      ["投入资金", "162.00", "158.00", "155.00", "98.10%", "10", "9.81"],
      ["中央投资", "92.00", "90.00", "90.00", "100.00%", "", ""],
      ["省级投资", "70.00", "68.00", "65.00", "95.59%", "", ""],
    );
    expect(
      funds.map(({ source, adjustedBudget, executed, weight, score }) => [
        source,
        adjustedBudget?.value,
        executed?.value,
        weight?.value,
        score?.value,
      ]),
    ).toEqual([
      ["total", "158.00", "155.00", "10", "9.81"],
      ["central", "90.00", "90.00", undefined, undefined],
      ["provincial", "68.00", "65.00", undefined, undefined],
    ]);
  });

  it("takes the unit in the total's label for its sources'", () => {
    const { funds } = drafted(
      ["", "年初预算数", "全年预算数", "全年执行数", "执行率"],
      ["年度资金总额（元）", "993397", "993397", "993397", "100%"],
      ["其中：财政拨款", "993397", "993397", "993397", "100%"],
    );
    expect(funds.map(({ executed }) => executed?.yuan)).toEqual(["993397", "993397"]);
  });

  it("keeps the second levels where their head stands, beside goals that are called as one is", () => {
    const { indicators } = drafted(
      ["", "一级指标", "二级指标", "三级指标", "年初目标值（A）", "实际完成值（B）", "得分"],
      ["绩效目标1", "产出指标", "数量指标", "检修浮桥座数", "≥12座", "13座", "50"],
      ["绩效目标2", "效益指标", "社会效益指标", "群众投诉件数", "≤2件", "1件", "40"],
    );
    expect(indicators.map(({ level1, level2 }) => [level1, level2])).toEqual([
      ["产出指标", "数量指标"],
      ["效益指标", "社会效益指标"],
    ]);
  });

  it.each([
    ["年初核定预算数", "最终预算数", "年度支出"],
    ["批复预算", "变更后预算", "预算支出数"],
    ["初始预算", "核定预算数", "决算额"],
  ])("reads amounts under %s, %s and %s", (initial, adjusted, executed) => {
    const { funds } = drafted(
      ["预算来源（万元）", initial, adjusted, executed, "预算支出进度"],
      ["项目总资金", "120.00", "110.00", "99.00", "90%"],
      ["本年财政安排资金", "100.00", "90.00", "79.00", "87.78%"],
      ["以前年度结余", "20.00", "20.00", "20.00", "100%"],
    );
    expect(
      funds.map((row) => [row.source, row.initialBudget?.value, row.adjustedBudget?.value, row.executed?.value, row.executionRate?.value]),
    ).toEqual([
      ["total", "120.00", "110.00", "99.00", "90"],
      ["current_fiscal", "100.00", "90.00", "79.00", "87.78"],
      ["carryover", "20.00", "20.00", "20.00", "100"],
    ]);
  });

  it("takes no label of the form for a source, where the next one is broken (资金使用 | 单位)", () => {
    const { funds } = drafted(
      ["中央主管部门", "—", "地方主管部门", "霜岭县教育局", ""],
      ["资金使用", "霜岭县学生资助中心单位", "<", "<", "<"],
      ["资金投入情况（万元）", "", "全年预算数（A）", "全年执行数（B）", "预算执行率（B/A）"],
      ["^", "年度资金总额", "120.00", "108.00", "90%"],
      ["^", "其中：中央财政资金", "100.00", "90.00", "90%"],
    );
    expect(funds.map(({ source, executed }) => [source, executed?.value])).toEqual([
      ["total", "108.00"],
      ["central", "90.00"],
    ]);
  });

  it("reads 支出分类 with the total first and its parts below as funds", () => {
    const { funds } = drafted(
      ["支出分类", "年初预算", "调整后预算", "决算支出", "执行率"],
      ["部门支出合计", "120.00", "110.00", "99.00", "90%"],
      ["基本支出", "70.00", "60.00", "54.00", "90%"],
      ["项目支出", "50.00", "50.00", "45.00", "90%"],
    );
    expect(funds.map(({ label, executed }) => [label, executed?.value])).toEqual([
      ["部门支出合计", "99.00"],
      ["基本支出", "54.00"],
      ["项目支出", "45.00"],
    ]);
  });

  it("takes the sum of levels of government in columns for fiscal money, whichever year's its head says", () => {
    const { funds } = drafted(
      ["资金情况", "资金总额（万元）", "本年财政资金（万元）", "<", "<", "上年结余（万元）"],
      ["^", "^", "合计", "市级", "区级", "^"],
      ["年初预算资金", "100.00", "80.00", "50.00", "30.00", "20.00"],
      ["调整预算资金", "100.00", "80.00", "50.00", "30.00", "20.00"],
      ["实际支出资金", "96.00", "76.00", "46.00", "30.00", "20.00"],
    );
    expect(funds.map(({ source, executed }) => [source, executed?.value])).toEqual([
      ["total", "96.00"],
      ["fiscal", "76.00"],
      ["municipal", "46.00"],
      ["county", "30.00"],
      ["carryover", "20.00"],
    ]);
  });

  it("knows a source's own name in columns for what it is, not for a head with a slip", () => {
    const { funds } = drafted(
      ["项目", "资金总额", "财政资金", "单位资金"],
      ["年初预算数", "100.00", "80.00", "20.00"],
      ["全年执行数", "96.00", "76.00", "20.00"],
    );
    expect(funds.map(({ source, executed }) => [source, executed?.value])).toEqual([
      ["total", "96.00"],
      ["fiscal", "76.00"],
      ["unit_own", "20.00"],
    ]);
  });

  it("reads a list of expenditure by its own head or by the title over it", () => {
    const items = (...heads: string[][]) =>
      drafted(
        ...heads,
        ["贷款贴息", "<", "428.68", "422.72"],
        ["政策宣讲", "<", "48.99", "48.31"],
        ["支出合计", "<", "477.67", "471.00"],
      ).claims.breakdowns.map(({ total, items: parts }) => [total.value, parts.length]);
    const both = [
      ["477.67", 2],
      ["471.00", 2],
    ];
    expect(items(["支出方向", "<", "计划数", "实际数"])).toEqual(both);
    expect(items(["二、资金支出明细（万元）", "<", "<", "<"], ["扶持事项", "<", "计划数", "实际数"])).toEqual(both);
    expect(items(["扶持事项", "<", "计划数", "实际数"])).toEqual([]);
  });

  it("counts an amount over several rows of a list of expenditure once", () => {
    const [breakdown] = drafted(
      ["支出内容", "实际支出数（万元）", "凭证号"],
      ["30201 办公费", "40.00", "5月记-4号"],
      ["30227 委托业务", "60.00", "2月记-41号"],
      ["费", "^", ""],
      ["支出合计", "100.00", ""],
    ).claims.breakdowns;
    expect(breakdown?.items.map(({ money }) => money.value)).toEqual(["40.00", "60.00"]);
  });

  it("reads no table as the project's funds whose rows name no source of money", () => {
    const { funds } = normalize(
      documentOf(
        "2022年度部门整体支出绩效自评表",
        tableOf([
          ["经费控制情况", "2021年决算数", "2022年预算数", "2022年决算数"],
          ["三公经费", "12.40", "11.00", "10.66"],
          ["1.车辆购置和维护经费", "7.20", "6.50", "6.18"],
          ["2.接待经费", "5.20", "4.50", "4.48"],
        ]),
        tableOf([
          ["资金来源", "年初预算数", "全年预算数", "全年执行数", "执行率"],
          ["年度资金总额", "86.00", "85.00", "80.75", "95.00%"],
        ]),
      ),
    )[0]!;
    expect(funds.map(({ source, label, executed }) => [source, label, executed?.value])).toEqual([["total", "年度资金总额", "80.75"]]);
  });

  it("reads no table as the project's funds of whose rows only few are sources, or whose sum closes a list of places", () => {
    const lists = [
      [
        ["经费控制情况", "2022年预算数", "2022年决算数"],
        ["三公经费", "18.00", "12.60"],
        ["公务接待", "6.00", "3.40"],
        ["项目支出", "830.24", "803.76"],
        ["业务专项", "330.24", "320.00"],
        ["办公经费", "65.00", "62.00"],
      ],
      [
        ["乡镇", "预算数", "支出数", "支出进度"],
        ["东河镇", "50", "48", "96%"],
        ["西坡乡", "60", "59", "98.33%"],
        ["合计", "110", "107", "97.27%"],
      ],
    ];
    for (const rows of lists) expect(drafted(...rows).funds).toEqual([]);
  });

  it.each([
    [
      ["2022年决算数", "全年预算数", "执行数"],
      ["15", "24", "16"],
    ],
    [
      ["2022年决算数", "2023年预算数", "执行数"],
      ["15", "24", "16"],
    ],
    [
      ["全年预算数", "执行数", "2024年预算数"],
      ["24", "16", "30"],
    ],
    [
      ["2022年预算数", "全年预算数", "2023年执行数"],
      ["15", "24", "16"],
    ],
  ])("reads the year's amounts under %j", (heads, amounts) => {
    const { funds } = drafted(["资金来源", ...heads], ["财政拨款", ...amounts], ["合计", ...amounts]);
    expect(funds.map(({ adjustedBudget, executed }) => [adjustedBudget?.value, executed?.value])).toEqual([
      ["24", "16"],
      ["24", "16"],
    ]);
  });

  it("reads the year's column where the table also has last year's or all years'", () => {
    const { funds } = drafted(
      ["资金来源", "总投资", "2021年执行数", "2022年预算数", "2022年执行数", "累计执行数"],
      ["财政拨款", "40", "15", "18", "12", "27"],
      ["其他资金", "10", "5", "6", "4", "9"],
      ["合计", "50", "20", "24", "16", "36"],
    );
    expect(funds.map(({ source, adjustedBudget, executed }) => [source, adjustedBudget?.value, executed?.value])).toEqual([
      ["fiscal", "18", "12"],
      ["other", "6", "4"],
      ["total", "24", "16"],
    ]);
  });

  it("takes the converted score where the table also prints one of a hundred", () => {
    const { funds } = drafted(
      ["资金来源", "全年预算数", "执行数", "预算执行率（%）", "单项得分", "权重占比（%）", "折算得分"],
      ["资金总额", "40.00", "38.00", "95.00", "95", "10", "9.50"],
    );
    expect(funds.map(({ weight, score }) => [weight?.value, score?.value])).toEqual([["10", "9.50"]]);
  });

  it("claims a formula printed in a column's head once for each row", () => {
    const { claims } = drafted(
      ["资金来源", "计划安排（1）", "实际到位（2）", "实际支出（3）", "结余（4）=（2）-（3）"],
      ["合计", "30.00", "30.00", "28.00", "2.00"],
      ["省", "20.00", "20.00", "18.00", "3.00"],
      ["市", "10.00", "10.00", "10.00", ""],
    );
    expect(
      claims.formulas.map(({ label, column, stated, operands }) => [label, column, stated.value, operands.map((one) => one.value)]),
    ).toEqual([
      ["合计", "结余", "2.00", ["30.00", "28.00"]],
      ["省", "结余", "3.00", ["20.00", "18.00"]],
    ]);
  });

  it("reads items of expenditure beside a column that holds no amounts", () => {
    const { claims, funds } = drafted(
      ["支出内容", "计划支出数", "实际支出数", "会计凭证号"],
      ["材料费", "15.00", "14.00", "2022-06-031"],
      ["培训费", "5.00", "4.00", "2022-09-017"],
      ["支出合计", "20.00", "18.00", ""],
    );
    expect(funds).toEqual([]);
    expect(claims.breakdowns.map(({ total, items }) => [total.value, items.map(({ money }) => money.value)])).toEqual([
      ["20.00", ["15.00", "5.00"]],
      ["18.00", ["14.00", "4.00"]],
    ]);
  });

  const wide = (...rows: string[][]) =>
    drafted(...rows).funds.map(
      ({ source, label, adjustedBudget, executed, executionRate }) =>
        `${source} ${label} ${adjustedBudget?.value ?? "-"} ${executed?.value ?? "-"} ${executionRate?.value ?? "-"}`,
    );

  it("reads a table of one row whose columns are sources and totals, and gives the sources the amount that they sum to", () => {
    expect(
      wide(["资金来源（万元）", "中央", "省级", "区县", "其他", "预算合计", "实际支出合计"], ["^", "60", "20", "10", "0", "90", "81"]),
    ).toEqual(["total 合计 90 81 -", "central 中央 60 - -", "provincial 省级 20 - -", "county 区县 10 - -", "other 其他 0 - -"]);
    // Sources that sum to nothing told are of no known amount.
    expect(wide(["资金来源（万元）", "中央", "省级", "预算合计", "实际支出合计"], ["^", "60", "20", "90", "81"])).toEqual([
      "total 合计 90 81 -",
    ]);
  });

  it("reads a table of one row whose sources stand under heads of amounts", () => {
    expect(
      wide(
        ["项目资金（万元）", "预算数", "<", "<", "执行数", "<", "<", "执行率"],
        ["^", "合计", "中央资金", "地方资金", "合计", "中央资金", "地方资金", "^"],
        ["^", "90", "60", "30", "81", "60", "21", "90%"],
      ),
    ).toEqual(["total 合计 90 81 90", "central 中央资金 60 60 -", "other 地方资金 30 21 -"]);
  });

  /** The total's row of a usual table whose heads or cells are changed. */
  const totalOf = (head: string[], ...rows: string[][]) => {
    const total = drafted(head, ...rows).funds.find(({ source }) => source === "total");
    return [total?.initialBudget, total?.adjustedBudget, total?.executed, total?.executionRate, total?.weight, total?.score].map(
      (figure) => figure?.value ?? "",
    );
  };
  const HEAD = ["资金来源", "年初预算数", "全年预算数", "全年执行数", "执行率", "分值", "得分"];
  const BODY = [
    ["年度资金总额", "120", "110", "99", "90%", "10", "9"],
    ["财政拨款", "100", "90", "79", "87.78%", "", ""],
    ["其他资金", "20", "20", "20", "100%", "", ""],
  ];
  const TOTAL = ["120", "110", "99", "90", "10", "9"];

  it.each([
    [1, ["年度预算（年初）", "期初预算数", "原批复预算"]],
    [2, ["预算数（调整后）", "全年可用预算", "最终额度"]],
    [3, ["核销数", "决算支出", "已执行数"]],
    [4, ["预算执行比例", "支出比例"]],
    [5, ["应得分", "满分值"]],
  ] as const)("column %i under other heads: %j", (column, heads) => {
    for (const head of heads) expect(totalOf(HEAD.with(column, head), ...BODY)).toEqual(TOTAL);
  });

  it("takes no column for the budget that a rate contradicts", () => {
    const wrong = BODY.map((row, i) => (i === 1 ? row.with(4, "95%") : row));
    expect(totalOf(HEAD.with(2, "机动额度"), ...wrong)[1]).toBe("");
  });

  it("reads a unit in a column of its own", () => {
    const withUnits = [HEAD, ...BODY].map((row, i) => [row[0]!, i === 0 ? "单位" : "元", ...row.slice(1)]);
    const [total] = drafted(...withUnits).funds;
    expect(total?.executed).toMatchObject({ value: "99", unit: "元" });
  });

  it("reads an amount and its rate under one head", () => {
    const two = [
      ["资金来源", "年度预算", "<", "全年执行", "<", "评分", "<"],
      ["^", "年初数", "调整后数", "金额", "执行率", "分值", "得分"],
    ];
    expect(totalOf(two[0]!, two[1]!, ...BODY)).toEqual(TOTAL);
  });

  it("gives marks in a cell over all rows to the total alone", () => {
    const { funds } = drafted(HEAD, BODY[0]!, ...BODY.slice(1).map((row) => row.with(5, "^").with(6, "^")));
    expect(funds.map(({ weight, score }) => [weight?.value, score?.value])).toEqual([
      ["10", "9"],
      [undefined, undefined],
      [undefined, undefined],
    ]);
  });

  it("takes the head at the left edge for the block's name where nothing stands below it", () => {
    const { funds } = drafted(
      ["预算执行情况", "", "资金来源", "年初预算", "全年预算", "全年执行", "执行率", "分值", "自评分"],
      ["", "", "中央", "60.00", "60.00", "54.00", "90.00%", "", ""],
      ["", "", "本级", "30.00", "28.00", "28.00", "100.00%", "", ""],
      ["", "", "合计", "90.00", "88.00", "82.00", "93.18%", "10", "9.32"],
    );
    expect(funds.map(({ source, label, adjustedBudget, score }) => [source, label, adjustedBudget?.value, score?.value])).toEqual([
      ["central", "中央", "60.00", undefined],
      ["county", "本级", "28.00", undefined],
      ["total", "合计", "88.00", "9.32"],
    ]);
  });

  it("keeps a source that no list knows before the total, and goes on behind a row of dashes", () => {
    const { funds } = drafted(
      ["资金来源", "预算数（万元）", "执行数（万元）", "执行率"],
      ["结对单位", "250", "250", "100%"],
      ["中央", "-", "-", "-"],
      ["本级", "400", "348", "87%"],
      ["合计", "650", "598", "92%"],
    );
    expect(funds.map(({ source, label, executed }) => [source, label, executed?.value])).toEqual([
      ["other", "结对单位", "250"],
      ["county", "本级", "348"],
      ["total", "合计", "598"],
    ]);
  });

  it("reads items of expenditure under a head that stands beside them all", () => {
    const { claims } = drafted(
      ["支出明细", "支出内容", "金额（元）", "凭证号"],
      ["^", "培训费", "182,000.00", "2021-06-018"],
      ["^", "印刷费", "96,400.00", "2021-07-022"],
      ["^", "支出合计", "280,000.00", ""],
    );
    expect(claims.breakdowns.map(({ total, items }) => [total.value, items.map(({ money }) => money.value)])).toEqual([
      ["280000.00", ["182000.00", "96400.00"]],
    ]);
  });

  it("takes the execution's marks from a row below the table, and from a head that tells its weight", () => {
    const below = drafted(
      ["资金来源", "全年预算数", "执行数", "执行率"],
      ["合计", "288", "279.36", "97%"],
      ["省级", "288", "279.36", "97%"],
      ["预算执行得分（满分10分）", "<", "<", "9.7"],
    ).funds;
    expect(below.map(({ weight, score }) => [weight?.value, score?.value])).toEqual([
      ["10", "9.7"],
      [undefined, undefined],
    ]);
    const [total] = drafted(
      ["资金来源", "全年预算数", "执行数", "执行率", "得分（权重10）"],
      ["合计", "288", "279.36", "97%", "9.7"],
    ).funds;
    expect([total?.weight?.value, total?.score?.value]).toEqual(["10", "9.7"]);
  });

  it("reads no accounts as funds: income and expenditure beside one another", () => {
    const { funds } = drafted(
      ["收入", "决算数", "支出", "决算数"],
      ["一、一般公共预算财政拨款收入", "812.3", "一、一般公共服务支出", "640.1"],
      ["二、其他收入", "12.5", "二、社会保障和就业支出", "150.2"],
      ["本年收入合计", "824.8", "本年支出合计", "790.3"],
    );
    expect(funds).toEqual([]);
  });

  it("passes over the columns' numbers under a head, and reads the formulas among them", () => {
    const { funds, claims } = drafted(
      ["资金来源", "年初预算数", "调整后预算数", "实际到位数", "实际支出数", "结余数", "执行率"],
      ["行次", "(1)", "(2)", "(3)", "(4)", "(5)=(3)-(4)", "(6)=(4)/(2)"],
      ["年度总金额", "150.00", "150.00", "150.00", "144.00", "7.00", "96%"],
      ["其中：中央资金", "150.00", "150.00", "150.00", "144.00", "6.00", "96%"],
    );
    expect(funds.map(({ source, executed }) => [source, executed?.value])).toEqual([
      ["total", "144.00"],
      ["central", "144.00"],
    ]);
    expect(claims.formulas.map(({ formula, stated }) => [formula, stated.value])).toEqual([
      ["(5)=(3)-(4)", "7.00"],
      ["(5)=(3)-(4)", "6.00"],
    ]);
  });
});

describe("the unit in the head of a turned table", () => {
  const table = (total: string, part: string) =>
    drafted(
      ["资金指标", total, part, "县级财政资金"],
      ["年初预算数", "5,474,100.00", "2,684,200.00", "2,789,900.00"],
      ["全年执行数", "5,474,100.00", "2,684,200.00", "2,789,900.00"],
    ).funds.map(({ executed }) => executed?.unit);

  it("beside the total is that of its parts, and beside a part that part's alone", () => {
    expect(table("项目资金合计（元）", "省级财政资金")).toEqual(["元", "元", "元"]);
    expect(table("项目资金合计", "省级财政资金（元）")).toEqual(["万元", "元", "万元"]);
  });
});

describe("marks in a table of money", () => {
  it("stand left of the amounts, too, and are no labels", () => {
    const { funds } = drafted(
      ["项目资金（万元）", "", "分值", "年初预算数", "全年预算数", "全年执行数", "执行率", "得分"],
      ["^", "年度资金总额", "10", "88.00", "88.00", "82.00", "93.18%", "9.32"],
      ["^", "其中：当年财政拨款", "—", "80.00", "80.00", "74.00", "92.50%", "—"],
      ["^", "上年结转资金", "—", "8.00", "8.00", "8.00", "100%", "—"],
    );
    expect(funds.map(({ source, label, weight }) => [source, label, weight?.value ?? null])).toEqual([
      ["total", "年度资金总额", "10"],
      ["current_fiscal", "当年财政拨款", null],
      ["carryover", "上年结转资金", null],
    ]);
  });

  it("are told before the score's head or beside the score", () => {
    const weightOf = (head: string, cell: string) => {
      const { funds } = drafted(
        ["资金来源", "年初预算", "全年预算", "实际支出", "支出率", head],
        ["支出合计", "600.00", "648.00", "600.37", "92.65%", cell],
        ["上年结转资金", "48.00", "48.00", "48.00", "100%", "—"],
      );
      return [funds[0]?.weight?.value, funds[0]?.score?.value];
    };
    expect(weightOf("满分10分自评得分", "9.26")).toEqual(["10", "9.26"]);
    expect(weightOf("分值/得分", "10/9.26")).toEqual(["10", "9.26"]);
  });
});

describe("a total parted twice", () => {
  it("has the sources below both lines that say by what", () => {
    const { funds } = drafted(
      ["资金（万元）", "年初预算数", "全年预算数", "全年执行数", "执行率"],
      ["年度预算支出合计", "241.00", "253.00", "248.00", "98.02%"],
      ["按收入性质分：", "<", "<", "<", "<"],
      ["一般公共预算拨款", "226.00", "238.00", "234.00", "98.32%"],
      ["其他资金", "15.00", "15.00", "14.00", "93.33%"],
      ["按支出性质分：", "<", "<", "<", "<"],
      ["基本支出", "186.00", "192.00", "191.00", "99.48%"],
      ["项目支出", "55.00", "61.00", "57.00", "93.44%"],
    );
    expect(funds.map(({ label }) => label)).toEqual(["年度预算支出合计", "一般公共预算拨款", "其他资金", "基本支出", "项目支出"]);
  });
});

describe("a table whose rows are no sources of money", () => {
  const kinds = (score: string, total = "300.00") =>
    drafted(
      ["支出类别", "年初预算", "调整后预算", "实际执行", "执行率", "分值", "得分"],
      ["全口径", total, total, "285.00", "95%", "10", score],
      ["机关运转", "200.00", "200.00", "190.00", "95%", "", ""],
      ["专项任务", "100.00", "100.00", "95.00", "95%", "", ""],
    ).funds.map(({ source, label, score: own }) => [source, label, own?.value]);

  it("tells the funds where the execution is scored beside what all others sum to", () => {
    expect(kinds("9.5")).toEqual([
      ["total", "全口径", "9.5"],
      ["other", "机关运转", undefined],
      ["other", "专项任务", undefined],
    ]);
  });

  it("lists something else where it is not scored, or nothing sums up", () => {
    expect(kinds("")).toEqual([]);
    expect(kinds("9.5", "320.00")).toEqual([]);
  });
});
