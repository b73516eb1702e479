import { describe, expect, it } from "vitest";
import { normalize } from "../../src/normalize/normalize.js";
import { documentOf, tableOf } from "./table-of.js";

const draftOf = (rows: readonly (readonly string[])[]) => normalize(documentOf("2023年度演练项目支出绩效自评表", tableOf(rows)))[0]!;
const rowsOf = (rows: readonly (readonly string[])[]) =>
  draftOf(rows).indicators.map(({ level1, level3, target, actual, weight, score }) =>
    [level1, level3, target, actual, weight?.value ?? "-", score?.value ?? "-"].join(" "),
  );
const ROWS = ["产出指标 演练次数 ≥4次 5次 40 40", "效益指标 参与人数 ≥90人 81人 50 45"];

describe("values in rows beside their indicator's name", () => {
  const fields = [
    ["产出指标", "演练次数", "分值", "40"],
    ["^", "^", "自评得分", "40"],
    ["^", "^", "年度目标", "≥4次"],
    ["^", "^", "实际完成", "5次"],
    ["效益指标", "参与人数", "分值", "50"],
    ["^", "^", "自评得分", "45"],
    ["^", "^", "年度目标", "≥90人"],
    ["^", "^", "实际完成", "81人"],
  ];
  const head = ["一级指标", "三级指标", "完成情况", "<"];

  it("come under columns of their own, and no indicator's score is a total", () => {
    const rows = [head, ...fields, ["自评总分", "<", "<", "85"]];
    expect(rowsOf(rows)).toEqual(ROWS);
    expect(draftOf(rows).statedScores.map(({ name, score }) => [name, score?.value])).toEqual([["自评总分", "85"]]);
  });

  it("leave the form above as it stands", () => {
    const rows = [["项目名称", "演练项目", "主管部门", "青溪县应急局"], head, ...fields];
    expect(rowsOf(rows)).toEqual(ROWS);
    expect(draftOf(rows).report.department).toBe("青溪县应急局");
  });
});

describe("indicators of a table without a head", () => {
  it("are lost, and the record says so", () => {
    const draft = draftOf([
      ["产出指标", "数量指标", "演练次数（40分）", "目标：≥4次；完成：5次", "40"],
      ["^", "质量指标", "演练达标率（20分）", "目标：≥90%；完成：95%", "20"],
      ["效益指标", "社会效益指标", "参与人数（30分）", "目标：≥90人；完成：81人", "27"],
      ["自评总分（100分）", "<", "<", "<", "97"],
    ]);
    expect(draft.indicators).toEqual([]);
    expect(draft.completeness.indicators).toBe("doubtful");
    expect(draft.statedScores).toMatchObject([{ score: { value: "97" }, fullMarks: { value: "100" } }]);
  });
});

describe("scores and full marks in one column", () => {
  const table = (head: string, first: string, second: string) => [
    ["一级指标", "三级指标", "年度指标值", "实际完成值", head, "备注"],
    ["产出指标", "演练次数", "≥4次", "5次", "40/40", ""],
    ["以下为效益类", "<", "<", "<", "<", "<"],
    ["效益指标", "参与人数", "≥90人", "81人", first, ""],
    ["合计", "<", "<", "<", second, "<"],
  ];
  it.each([
    ["得分/分值", "45/50", "85/90"],
    ["分值/得分", "50/45", "90/85"],
    ["自评结果（得分/分值）", "45/50", "85/90"],
    ["自评得分", "45/50", "85/90"],
    ["得分", "50/45", "90/85"],
  ])("are parted under %s", (head, first, total) => {
    expect(rowsOf(table(head, first, total))).toEqual(ROWS);
    expect(draftOf(table(head, first, total)).statedScores.map(({ score, fullMarks }) => [score?.value, fullMarks?.value])).toEqual([
      ["85", "90"],
    ]);
  });

  it("are not told where neither order holds", () => {
    expect(rowsOf([...table("得分", "50/45", "85/90")])[0]).toBe("产出指标 演练次数 ≥4次 5次 - -");
  });
});

describe("fund tables that are turned about", () => {
  const fundsOf = (rows: readonly (readonly string[])[]) =>
    draftOf(rows).funds.map(({ source, label, adjustedBudget, executed, weight, score }) =>
      [source, label, adjustedBudget?.yuan ?? "-", executed?.yuan ?? "-", weight?.value ?? "-", score?.value ?? "-"].join(" "),
    );

  it("have labels behind their amounts", () => {
    expect(
      fundsOf([
        ["得分", "分值", "执行率", "全年执行数（万元）", "全年预算数（万元）", "资金性质"],
        ["9", "10", "90%", "90", "100", "年度资金总额"],
        ["", "", "90%", "90", "100", "其中：财政拨款"],
      ]),
    ).toEqual(["total 年度资金总额 1000000 900000 10 9", "fiscal 财政拨款 1000000 900000 - -"]);
  });

  it.each([
    ["万元", "1000000"],
    ["元", "100"],
  ])("tell the units (%s) in a row below the heads", (unit, yuan) => {
    const [fund] = draftOf([
      ["项目资金", "年初预算数", "全年预算数", "全年执行数", "执行率", "分值", "得分"],
      ["（单位）", unit, unit, unit, "%", "分", "分"],
      ["资金总额", "100", "100", "90", "90", "10", "9"],
    ]).funds;
    expect([fund?.adjustedBudget?.yuan, fund?.executionRate?.value, fund?.score?.value]).toEqual([yuan, "90", "9"]);
  });

  it("tell the execution's marks in rows below the amounts", () => {
    expect(
      fundsOf([
        ["项目", "合计", "财政拨款", "其他资金"],
        ["全年预算数", "100", "80", "20"],
        ["全年执行数", "90", "80", "10"],
        ["执行率", "90%", "100%", "50%"],
        ["分值", "10", "", ""],
        ["得分", "9", "<", "<"],
      ]),
    ).toEqual(["total 合计 1000000 900000 10 9", "fiscal 财政拨款 800000 800000 - -", "other 其他资金 200000 100000 - -"]);
  });
});
