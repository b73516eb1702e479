import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { extractedLines } from "../flatten.js";

const TITLE = ["某县河道保洁项目绩效自评报告", "", "（二）预算执行情况", ""];

/** What is read of each source: budget, adjusted budget, received, executed, balance. */
function fundsOf(lines: readonly string[]) {
  const [draft] = normalize(extractedLines([...TITLE, ...lines, "", "（三）项目绩效目标"]));
  return draft!.funds.map(({ source, initialBudget, adjustedBudget, received, executed, balance }) =>
    [source, ...[initialBudget, adjustedBudget, received, executed, balance].map((money) => money?.value ?? "")].join(" "),
  );
}

/** A row's cells one a line, empty ones as blank lines. */
const cells = (...texts: readonly string[]) => texts;

describe("a fund table whose columns are sources, in a text without its grid", () => {
  it("is read row by row, its subtotal and parts behind the head's first row", () => {
    expect(
      fundsOf([
        "项目 行次",
        "",
        "年 度 总 金 额",
        "（万元）",
        "",
        "财政资金（万元）",
        "",
        "上年结转",
        "资金（万",
        "元）",
        "",
        "其他资金（万元）",
        "",
        "小计 中央级 省级 市级 县区级",
        "",
        "年初预算资",
        "金",
        "",
        "(1) 410.50 380.50 0.00 200.00 100.50 80.00 20.00 10.00",
        "",
        "全年预算资金 (2) 412.50 380.50 0.00 200.00 100.50 80.00 20.00 12.00",
        "",
        "实际到位资金 (3) 412.50 380.50 0.00 200.00 100.50 80.00 20.00 12.00",
        "",
        "全年执行资金 (4) 400.50 370.50 0.00 190.00 100.50 80.00 20.00 10.00",
        "",
        "资金结余",
        "",
        "(5)=(3)-(",
        "4)",
        "",
        "12.00 10.00 0.00 10.00 0.00 0.00 0.00 2.00",
        "",
        "预 算 执 行 率",
        "（%）",
        "",
        "(6)=(4)/(2) 97.09 97.37 0 95 100 100 100 83.33",
      ]),
    ).toEqual([
      "total 410.50 412.50 412.50 400.50 12.00",
      "fiscal 380.50 380.50 380.50 370.50 10.00",
      "central 0.00 0.00 0.00 0.00 0.00",
      "provincial 200.00 200.00 200.00 190.00 10.00",
      "municipal 100.50 100.50 100.50 100.50 0.00",
      "county 80.00 80.00 80.00 80.00 0.00",
      "carryover 20.00 20.00 20.00 20.00 0.00",
      "other 10.00 12.00 12.00 10.00 2.00",
    ]);
  });

  it("is read one cell a line, blank lines being empty cells", () => {
    expect(
      fundsOf([
        ...cells("项目", "行次", "年度总金额（万元）", "财政资金", "上年结转资金（万元）", "其他资金（万元）", "", "", ""),
        ...cells("小计", "中央级", "省级", "市级", "", ""),
        ...cells("年初预算资金", "(1)", "86.20", "80.00", "", "80.00", "", "6.20", ""),
        ...cells("全年预算资金", "(2)", "86.20", "80.00", "", "80.00", "", "6.20", ""),
        ...cells("全年执行资金", "(3)", "81.15", "75.00", "", "75.00", "", "6.15", ""),
      ]),
    ).toEqual(["total 86.20 86.20  81.15 ", "fiscal 80.00 80.00  75.00 ", "provincial 80.00 80.00  75.00 ", "carryover 6.20 6.20  6.15 "]);
  });

  it("is read under a head of one row, without serials", () => {
    expect(
      fundsOf([
        "资金来源 资金总额 上级财政资金 本级财政资金 自筹资金",
        "年初预算数 300.00 180.00 90.00 30.00",
        "全年预算数 310.00 190.00 90.00 30.00",
        "全年执行数 290.00 180.00 85.00 25.00",
        "执行率 93.55% 94.74% 94.44% 83.33%",
      ]),
    ).toEqual([
      "total 300.00 310.00  290.00 ",
      "fiscal 180.00 190.00  180.00 ",
      "county 90.00 90.00  85.00 ",
      "unit_own 30.00 30.00  25.00 ",
    ]);
  });

  it("finds the head over the parts by the sums, wherever it stands", () => {
    const rows = (a: string, b: string) => [
      "项目 年度总金额（万元） 上年结转资金 财政拨款 其他资金",
      "小计 省级 县级",
      `年初预算 ${a}`,
      `全年执行 ${b}`,
    ];
    expect(fundsOf(rows("100.00 10.00 85.00 60.00 25.00 5.00", "98.00 10.00 83.00 60.00 23.00 5.00"))).toEqual([
      "total 100.00   98.00 ",
      "carryover 10.00   10.00 ",
      "fiscal 85.00   83.00 ",
      "provincial 60.00   60.00 ",
      "county 25.00   23.00 ",
      "other 5.00   5.00 ",
    ]);
  });

  it("doubts its figures where no sum says which columns stand under a common head", () => {
    const [draft] = normalize(
      extractedLines([
        ...TITLE,
        "项目 年度总金额（万元） 财政拨款 其他资金",
        "小计 省级 县级",
        "年初预算 100.00 70.00 60.00 25.00 5.00",
        "全年执行 98.00 61.00 60.00 23.00 5.00",
      ]),
    );
    const figures = draft!.funds.flatMap(({ initialBudget, executed }) => [initialBudget, executed]);
    expect(figures.every((figure) => figure === null || figure.doubt !== undefined)).toBe(true);
  });

  it("is none where a row lacks a cell and no blank line says which", () => {
    expect(
      fundsOf([
        "项目 年度总金额（万元） 财政拨款 其他资金",
        "年初预算 100.00 95.00 5.00",
        "全年预算 100.00 95.00",
        "全年执行 98.00 93.00 5.00",
      ]),
    ).toEqual([]);
  });

  it("gives back every amount of any such table", () => {
    const amount = fc.integer({ min: 0, max: 90_000 }).map((value) => (value / 100).toFixed(2));
    const row = fc.tuple(amount, amount, amount, amount);
    fc.assert(
      fc.property(fc.tuple(row, row, row), fc.boolean(), (rows, isOneAline) => {
        const of = (cells: readonly string[]) => {
          const [province, county, carried, other] = cells.map(Number) as [number, number, number, number];
          const sum = (...parts: number[]) => parts.reduce((a, b) => a + b, 0).toFixed(2);
          return [sum(province, county, carried, other), sum(province, county), cells[0]!, cells[1]!, cells[2]!, cells[3]!];
        };
        const told = rows.map(of);
        const head = ["项目", "年度总金额（万元）", "财政资金", "上年结转资金", "其他资金", "小计", "省级", "县区级"];
        const labels = ["年初预算资金", "全年预算资金", "全年执行资金"];
        const lines = isOneAline
          ? [...head, ...told.flatMap((figures, r) => [labels[r]!, ...figures])]
          : [head.slice(0, 5).join(" "), head.slice(5).join(" "), ...told.map((figures, r) => [labels[r], ...figures].join(" "))];
        const want = ["total", "fiscal", "provincial", "county", "carryover", "other"].map(
          (source, c) => `${source} ${told[0]![c]} ${told[1]![c]}  ${told[2]![c]} `,
        );
        expect(fundsOf(lines)).toEqual(want);
      }),
      { numRuns: 60 },
    );
  });
});
