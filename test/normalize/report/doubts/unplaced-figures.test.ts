import { describe, expect, it } from "vitest";
import type { Table } from "../../../../src/core/extracted.js";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, paragraph, tableOf } from "../../table-of.js";

const TITLE = "河湾镇路灯改造项目绩效自评表";
const SURE = { confidence: 0.99, alternatives: [] };

/** A table as a scan gives it, every cell surely read. */
function scanned(rows: readonly (readonly string[])[]): Table {
  const table = tableOf(rows);
  return { ...table, origin: "ruled", cells: table.cells.map((cell) => ({ ...cell, reading: SURE })) };
}

const read = (...blocks: Parameters<typeof documentOf>) => normalize(documentOf(TITLE, ...blocks))[0]!;

const HEAD = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"];
const ROWS = [
  ["产出指标", "数量指标", "改造路灯数量", "≥120盏", "126盏", "40", "40"],
  ["产出指标", "质量指标", "路灯验收合格率", "≥95%", "97%", "20", "20"],
  ["效益指标", "社会效益指标", "夜间出行方便程度", "明显提高", "明显提高", "30", "26"],
  ["满意度指标", "服务对象满意度指标", "沿街居民满意度", "≥90%", "93%", "10", "10"],
];
const FUNDS = [
  ["资金来源", "年初预算数", "全年预算数", "全年执行数", "执行率"],
  ["年度资金总额", "120.00", "118.00", "117.00", "99.15%"],
  ["其中：县级财政", "100.00", "98.00", "97.00", "98.98%"],
  ["自筹资金", "20.00", "20.00", "20.00", "100.00%"],
];

/** 全年执行数 and 结转金额 in one cell: the last column has no head. */
const GLUED = [
  ["资金来源", "年初预算数", "全年预算数", "全年执行数结转金额", ""],
  ["年度资金总额", "120.00", "118.00", "117.00", "31.50"],
  ["其中：县级财政", "100.00", "98.00", "97.00", "21.25"],
  ["自筹资金", "20.00", "20.00", "20.00", "10.25"],
];

describe("figures of a recognised page that no field tells", () => {
  it("are none where every figure stands under its head", () => {
    const record = read(scanned(FUNDS), scanned([HEAD, ...ROWS]));
    expect(record.completeness).toEqual({ indicators: "sure", funds: "sure", because: [] });
  });

  it("make the funds doubtful where two heads ran together and a column has none", () => {
    const record = read(scanned(GLUED), scanned([HEAD, ...ROWS]));
    expect(record.completeness.funds).toBe("doubtful");
    expect(record.completeness.because.join()).toContain("31.50");
  });

  it("are none of the sources' where a numbered list breaks the total down, and may be lost ones where its sums are others", () => {
    const list = (last: string) => [
      ["序号", "乡镇", "下达资金", "支出资金", "支付进度"],
      ["1", "河湾镇", "50.00", "49.50", "99.00%"],
      ["2", "柳泉镇", "38.00", "37.50", "98.68%"],
      ["3", "石桥镇", "30.00", last, "100.00%"],
    ];
    const funds = FUNDS.slice(0, 3);
    expect(read(scanned(funds), scanned([HEAD, ...ROWS]), scanned(list("30.00"))).completeness.funds).toBe("sure");
    expect(read(scanned(funds), scanned([HEAD, ...ROWS]), scanned(list("29.00"))).completeness.funds).toBe("doubtful");
    const inYuan = (last: string) => [
      ["序号", "支山内容", "凭证号", "支出金额（元）"],
      ["1", "商品和服务支出", "记字7号", "900000"],
      ["2", "资本性支出", "记字9号", "170000"],
      ["3", "其他支出", "记字12号", last],
    ];
    expect(read(scanned(funds), scanned([HEAD, ...ROWS]), scanned(inYuan("100000"))).completeness.funds).toBe("sure");
    expect(read(scanned(funds), scanned([HEAD, ...ROWS]), scanned(inYuan("123456"))).completeness.funds).toBe("doubtful");
  });

  it("are none of the funds' in a table of other money, beside a fund table whose sources make up its total", () => {
    const purchases = [
      ["采购内容", "采购方式", "预算金额", "合同金额"],
      ["灯杆", "公开招标", "39.17", "37.60"],
      ["灯具", "询价", "43.22", "41.49"],
      ["电缆", "询价", "18.20", "17.47"],
    ];
    const sure = { indicators: "sure", funds: "sure", because: [] };
    expect(read(scanned(purchases), scanned(FUNDS), scanned([HEAD, ...ROWS])).completeness).toEqual(sure);
    const { completeness } = read(scanned(purchases), scanned(FUNDS.slice(0, 3)), scanned([HEAD, ...ROWS]));
    expect(completeness).toMatchObject({ indicators: "sure", funds: "doubtful" });
  });

  it("are no lost total where specks stand beside it, or what stood behind its point is missing", () => {
    for (const [printed, score] of [
      ["‘96.5", "96.5"],
      ["97.", "97"],
    ] as const) {
      const record = read(scanned([["项目名称", "路灯改造", "综合得分", printed]]), scanned([HEAD, ...ROWS]));
      expect(record.statedScores).toMatchObject([{ scope: "total", score: { value: score, doubt: { confidence: expect.any(Number) } } }]);
    }
  });

  it("make the indicators doubtful where the total is not told", () => {
    const record = read(scanned([["项目名称", "路灯改造", "综合得分", "52 96"]]), scanned([HEAD, ...ROWS]));
    expect(record.statedScores).toEqual([]);
    expect(record.completeness.indicators).toBe("doubtful");
    expect(record.completeness.because.join()).toContain("52 96");
  });

  it("make the indicators doubtful where the total's label and its figures ran together in one cell", () => {
    for (const total of ["总分 100 96", "总分 96.5", "自评得分 100 96"]) {
      const { statedScores, completeness } = read(scanned([HEAD, ...ROWS, [total, ...HEAD.slice(1).map(() => "<")]]));
      expect(statedScores).toEqual([]);
      expect(completeness.indicators).toBe("doubtful");
      expect(completeness.because.join()).toContain(total);
    }
    const head = HEAD.map((name) => (name === "分值" ? "总分100分" : name));
    expect(read(scanned([head, ...ROWS])).completeness.indicators).toBe("sure");
  });

  it("make the indicators doubtful where the heads were broken and columns were lost", () => {
    const broken = [
      ["", "", "", "目标", "实际", "权", "得"],
      ["一级", "二级", "三级", "", "", "", ""],
      ["指标", "指标", "指标", "值", "完成", "重", "分"],
    ];
    const record = read(scanned([...broken, ...ROWS.map(([one, two, three, ...figures]) => [one!, `${two}${three}`, "", ...figures])]));
    expect(record.completeness.indicators).toBe("doubtful");
  });

  it("are not those of a column whose head names what no record has", () => {
    const record = read(scanned([[...HEAD, "主管部门复核意见"], ...ROWS.map((row) => [...row, row[6]!])]));
    expect(record.completeness.indicators).toBe("sure");
    expect(record.indicators.some(({ doubt }) => doubt)).toBe(false);
  });

  it("doubt the indicator in whose row one stands under no head", () => {
    const rows = ROWS.map((row, i) => [...row, i === 1 ? "18" : ""]);
    const record = read(scanned([[...HEAD, ""], ...rows]));
    expect(record.indicators.map(({ doubt }) => doubt?.readings)).toEqual([undefined, ["18"], undefined, undefined]);
  });

  it("say that a score told in a cell was lost", () => {
    const told = [["二、指标完成情况自评得分：96分", "<", "<", "<", "<", "<", "<"]];
    const record = read(scanned([...told, HEAD, ...ROWS]));
    expect(record.statedScores.some(({ score }) => score?.value === "96") || record.completeness.indicators === "doubtful").toBe(true);
  });

  it("say that a row was left outside of the table", () => {
    const line = "度 满意 ≥90 % 10 93% 10 完成得满分";
    const record = read(scanned([HEAD, ...ROWS.slice(0, 3)]), paragraph(line, { reading: SURE }));
    expect(record.completeness.indicators).toBe("doubtful");
    expect(
      read(scanned([HEAD, ...ROWS.slice(0, 3)]), paragraph("填报日期 2024 年 3 月 5 日", { reading: SURE })).completeness.indicators,
    ).toBe("sure");
  });

  it("are asked for on recognised pages alone", () => {
    expect(read(tableOf(GLUED)).completeness.funds).toBe("sure");
  });
});
