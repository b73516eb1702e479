import { describe, expect, it } from "vitest";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const HEAD = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"];
const ROW = ["产出指标", "数量指标", "巡查次数", "≥20次", "22次", "90", "90"];
const funds = (...rows: string[][]) =>
  normalize(documentOf("某项目绩效自评表", tableOf([...rows, HEAD, ROW])))[0]!.funds.map((fund) => ({
    label: fund.label,
    budget: fund.adjustedBudget?.value,
    executed: fund.executed?.value,
    rate: fund.executionRate?.value,
    marks: [fund.weight?.value, fund.score?.value],
  }));

describe("funds whose labels stand beside their figures", () => {
  it("are read with rate, marks and score, in cells of their own or one cell each", () => {
    expect(funds(["预算执行情况（5分）", "全年预算", "64.00万元", "全年支出", "62.00万元", "执行率 96.88%", "得分：4.84"])).toEqual([
      expect.objectContaining({ budget: "64.00", executed: "62.00", rate: "96.88", marks: ["5", "4.84"] }),
    ]);
    expect(funds(["项目单位", "某站", "资金（万元）", "预算 150.00", "支出 135.00", "执行率 90%", ""])).toEqual([
      expect.objectContaining({ budget: "150.00", executed: "135.00", rate: "90", marks: [undefined, undefined] }),
    ]);
  });

  it("are read with a rate right behind the amount spent", () => {
    expect(funds(["资金（万元）", "全年预算数", "100.00", "全年执行数", "90.00", "90%", ""])).toEqual([
      expect.objectContaining({ budget: "100.00", executed: "90.00", rate: "90" }),
    ]);
  });

  it("are read of both amounts under heads over labels and amounts, which tell none themselves", () => {
    const rows = [
      ["预算安排（调整后）（元）", "<", "实际支出（元）", "<", "", "", ""],
      ["来源", "金额", "来源", "金额", "", "", ""],
      ["当年财政拨款", "501500.00", "当年财政拨款", "500000.00", "", "", ""],
      ["其他资金", "162000.00", "其他资金", "144400.00", "", "", ""],
      ["资金总额", "663500.00", "资金总额", "644400.00", "", "", ""],
      ["预算执行率", "<", "97.12%", "<", "", "", ""],
    ];
    expect(funds(...rows)).toEqual([
      expect.objectContaining({ label: "当年财政拨款", budget: "501500.00", executed: "500000.00" }),
      expect.objectContaining({ label: "其他资金", budget: "162000.00", executed: "144400.00" }),
      { label: "资金总额", budget: "663500.00", executed: "644400.00", rate: "97.12", marks: [undefined, undefined] },
    ]);
    expect(funds(...rows.toSpliced(0, 1, ["资金安排说明", "<", "资金使用说明", "<", "", "", ""]))).toEqual([]);
  });

  it("take the full marks that stand behind the score in its cell", () => {
    for (const told of ["13.06（满分15.00分）", "13.06分（满分：15分）", "13.06（总分15）"])
      expect(funds(["全年预算数（元）", "31000000.00", "全年执行数（元）", "26991700.00", "执行率得分", told, ""])).toEqual([
        expect.objectContaining({ marks: [expect.stringMatching(/^15(?:\.00)?$/u), "13.06"] }),
      ]);
    expect(funds(["全年预算数", "31.00", "全年执行数", "27.00", "执行率得分", "13.06（15人）", ""])[0]!.marks).toEqual([
      undefined,
      undefined,
    ]);
  });

  it("take their name and marks from cells that stand beside the rows", () => {
    expect(
      funds(
        ["项目资金", "<", "执行情况（万元）", "<", "<", "分值", "得分"],
        ["年度资金总额", "全年预算数", "80.00", "<", "<", "10", "9"],
        ["^", "全年执行数", "72.00", "<", "<", "^", "^"],
        ["^", "执行率", "90%", "<", "<", "^", "^"],
      ),
    ).toEqual([{ label: "年度资金总额", budget: "80.00", executed: "72.00", rate: "90", marks: ["10", "9"] }]);
  });
});

describe("the money arranged, beside what was received", () => {
  const amounts = (...rows: string[][]) =>
    normalize(documentOf("某项目绩效自评表", tableOf(rows)))[0]!.funds.map(({ label, initialBudget, adjustedBudget, received }) => [
      label,
      initialBudget?.value,
      adjustedBudget?.value,
      received?.value,
    ]);
  const row = (arranged: string) => [`${arranged}（万元）`, "20.00", "实际到位资金（万元）", "18.00"];
  const SOURCES = ["其中：县级财政", "20.00", "其中：县级财政", "18.00"];
  const SPENT = ["实际支出（万元）", "17.00", "", ""];

  it.each(["计划安排资金", "预算安排资金"])("is the initial budget: %s", (arranged) => {
    expect(amounts(row(arranged), SOURCES, SPENT)).toEqual([
      [arranged, "20.00", undefined, "18.00"],
      ["县级财政", "20.00", undefined, "18.00"],
    ]);
  });

  it.each(["全年预算数", "全年预算安排资金", "调整后预算安排资金"])(
    "is the adjusted one where its label says so, or no more than 预算: %s",
    (arranged) => {
      expect(amounts(row(arranged), SOURCES, SPENT)[0]).toEqual([arranged, undefined, "20.00", "18.00"]);
    },
  );

  it.each(["预算安排资金", "全年预算安排资金"])(
    "is the adjusted one where the form tells the initial one by itself, above or below: %s",
    (arranged) => {
      const initial = ["年初预算（万元）", "25.00", "预算执行率", "85%"];
      for (const form of [
        [initial, row(arranged), SPENT],
        [row(arranged), initial, SPENT],
      ])
        expect(amounts(...form)[0]!.slice(1)).toEqual(["25.00", "20.00", "18.00"]);
    },
  );
});

describe("fund tables", () => {
  it("keep the execution's marks where the amounts are masked", () => {
    expect(funds(["资金", "全年预算数", "<", "全年执行数", "<", "分值", "得分"], ["^", "**.**", "<", "**.**", "<", "10", "10"])).toEqual([
      expect.objectContaining({ budget: undefined, executed: undefined, marks: ["10", "10"] }),
    ]);
  });

  it("know their columns by names with circled serials, and hold the printed formula to them", () => {
    const draft = normalize(
      documentOf(
        "某项目绩效自评表",
        tableOf([
          ["资金来源", "计划数①", "到位数②", "支出数③", "结余④=②-③"],
          ["合计", "95.00", "95.00", "88.40", "6.50"],
        ]),
      ),
    )[0]!;
    expect(draft.funds[0]).toMatchObject({ initialBudget: { value: "95.00" }, received: { value: "95.00" }, balance: { value: "6.50" } });
    expect(draft.claims.formulas).toMatchObject([{ stated: { value: "6.50" }, operands: [{ value: "95.00" }, { value: "88.40" }] }]);
  });

  it("hold formulas in a row of serials, in parentheses, and of rows that hold one amount each", () => {
    const claims = (...rows: string[][]) => normalize(documentOf("某项目绩效自评表", tableOf([...rows, HEAD, ROW])))[0]!.claims.formulas;
    expect(
      claims(
        ["资金来源", "年初预算", "追加（减）", "调整后预算", "实际支出", "结余"],
        ["栏次", "1", "2", "3=1+2", "4", "5=3-4"],
        ["财政资金", "100.00", "-10.00", "90.00", "85.00", "5.00"],
      ).map(({ formula, operands, stated }) => [formula, ...operands.map(({ value }) => value), stated.value]),
    ).toEqual([
      ["(3)=(1)+(2)", "100.00", "-10.00", "90.00"],
      ["(5)=(3)-(4)", "90.00", "85.00", "5.00"],
    ]);
    expect(claims(["资金来源", "预算数（A）", "支出数（B）", "结余（A-B）"], ["财政拨款", "100.00", "90.00", "12.00"])).toMatchObject([
      { stated: { value: "12.00" }, operands: [{ value: "100.00" }, { value: "90.00" }] },
    ]);
    const rows = [
      ["行次", "项目", "金额（万元）"],
      ["1", "年初预算", "100.00"],
      ["2", "调整数（追加+，追减-）", "-10.00"],
      ["3", "调整后预算（3）=（1）+（2）", "90.00"],
      ["4", "实际支出", "85.00"],
      ["5", "结余（5）=（3）-（4）", "6.00"],
    ];
    expect(funds(...rows)).toEqual([expect.objectContaining({ budget: "90.00", executed: "85.00" })]);
    expect(claims(...rows).map(({ formula, stated }) => [formula, stated.value])).toEqual([
      ["(3)=(1)+(2)", "90.00"],
      ["(5)=(3)-(4)", "6.00"],
    ]);
  });

  it("move heads that stand one column beside their figures, where the rates prove it", () => {
    const head = ["项目资金", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分", ""];
    const row = ["年度资金总额", "", "50", "50", "46", "10", "92%", "9.2"];
    expect(funds(head, row)).toEqual([expect.objectContaining({ budget: "50", executed: "46", rate: "92", marks: ["10", "9.2"] })]);
    // A rate that is wrong where it stands proves nothing.
    const wrong = ["年度资金总额", "100", "100", "100", "10", "95%", "9.5", ""];
    expect(funds(head, wrong)).toEqual([expect.objectContaining({ budget: "100", executed: "100", rate: "95" })]);
  });

  it("move the heads of amounts alone, where they begin left of their figures and the other heads stand right", () => {
    const head = ["项目资金", "年初预算", "全年预算", "全年执行", "", "分值", "执行率", "得分"];
    const rows = [
      ["", "部门支出总额", "350", "320", "304", "10", "95%", "9.5"],
      ["", "其中：基本支出", "180", "160", "144", "", "90%", ""],
    ];
    const [whole, part] = funds(head, ...rows);
    expect([whole, part]).toMatchObject([
      { budget: "320", executed: "304", rate: "95", marks: ["10", "9.5"] },
      { budget: "160", executed: "144", rate: "90" },
    ]);
  });

  it("are read by labels that only say of the whole, and by none that names a part of it", () => {
    expect(funds(["全年预算安排数", "146.20", "全年支付金额", "140.00"])).toEqual([
      expect.objectContaining({ budget: "146.20", executed: "140.00" }),
    ]);
    expect(funds(["三公经费预算数", "14.00", "三公经费支出数", "12.00"])).toEqual([]);
  });

  it("leave the whole's score among them to the whole", () => {
    expect(
      funds(["年初预算：100万元", "调整预算：90万元", "执行数：81万元", "执行率：90%"], ["自评得分：96分", "<", "评价等级：优", "<"]),
    ).toEqual([expect.objectContaining({ budget: "90", executed: "81", rate: "90", marks: [undefined, undefined] })]);
  });
});
