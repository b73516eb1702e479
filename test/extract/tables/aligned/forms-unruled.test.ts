import { describe, expect, it } from "vitest";
import { layOut } from "../../../../src/extract/tables/lay-out.js";
import type { Ruling, Word } from "../../../../src/extract/tables/placed.js";
import { shownBlocks } from "../../shown-blocks.js";
import { across, page, word } from "../placed-grid.js";

/** Rows of texts, each beginning at one of the columns' left edges; a text of two lines has them around the row's height. */
function rows(texts: readonly (readonly string[])[], xs: readonly number[], top: number, pitch: number): Word[] {
  return texts.flatMap((row, i) =>
    row.flatMap((text, column) => {
      const lines = text.split("|");
      const first = top + i * pitch - (lines.length - 1) * 6;
      return lines.flatMap((line, at) => (line === "" ? [] : [word(line, xs[column]!, first + at * 12)]));
    }),
  );
}

const HEADS = rows([["项目名称", "村道修缮"]], [70, 250], 100, 20);
const FUNDS = rows(
  [
    ["", "年初预算数", "全年|预算数", "全年|执行数", "执行率"],
    ["资金总额", "1200000.00", "1180000.00", "1180000.00", "100%"],
    ["财政拨款", "1000000.00", "980000.00", "980000.00", "100%"],
    ["其他资金", "200000.00", "200000.00", "200000.00", "100%"],
  ],
  [70, 150, 250, 345, 430],
  130,
  30,
);
const INDICATORS = rows(
  [
    ["类别", "指标", "目标|值", "分|值", "实际|值", "得分"],
    ["产出", "修缮里程", "8里", "20", "8里", "20"],
    ["产出", "验收合格", "95%", "30", "96%", "30"],
    ["效益", "通行改善", "明显", "30", "明显", "30"],
    ["满意", "村民满意", "90%", "10", "93%", "10"],
  ],
  [70, 130, 235, 275, 320, 375],
  270,
  30,
);
const INDICATOR_ROWS = [
  ["类别", "指标", "目标值", "分值", "实际值", "得分"],
  ["产出", "修缮里程", "8里", "20", "8里", "20"],
  ["产出", "验收合格", "95%", "30", "96%", "30"],
  ["效益", "通行改善", "明显", "30", "明显", "30"],
  ["满意", "村民满意", "90%", "10", "93%", "10"],
];

const tablesOf = (words: readonly Word[], rulings: readonly Ruling[]): unknown[] => shownBlocks(layOut([page(words, rulings)]));

describe("forms without rulings between their blocks", () => {
  const funds = [
    ["项目名称", "", "村道修缮", "", ""],
    ["", "年初预算数", "全年预算数", "全年执行数", "执行率"],
    ["资金总额", "1200000.00", "1180000.00", "1180000.00", "100%"],
    ["财政拨款", "1000000.00", "980000.00", "980000.00", "100%"],
    ["其他资金", "200000.00", "200000.00", "200000.00", "100%"],
  ];

  it("are parted where the columns change", () => {
    expect(tablesOf([...HEADS, ...FUNDS, ...INDICATORS], [])).toEqual([funds, INDICATOR_ROWS]);
  });

  it("are parted between the rulings above and below the form", () => {
    const rulings = [across(88, 60, 520), across(404, 60, 520)];
    expect(tablesOf([...HEADS, ...FUNDS, ...INDICATORS], rulings)).toEqual([funds, INDICATOR_ROWS]);
  });

  it("are parted where a ruling runs under each row", () => {
    const under = [88, 113, 145, 175, 205, 240, 285, 315, 345, 375, 405].map((at) => across(at, 60, 520));
    expect(tablesOf([...HEADS, ...FUNDS, ...INDICATORS], under)).toEqual([funds, INDICATOR_ROWS]);
  });

  it("have a block of two labels with their values, however few its lines", () => {
    const texts = [
      ["项目名称", "", "村道修缮工程", ""],
      ["主管|部门", "农业农村局", "承办单位", "县公路养护站"],
    ];
    expect(tablesOf([...rows(texts, [70, 150, 245, 345], 205, 30), ...INDICATORS], [])).toEqual([
      [
        ["项目名称", "", "村道修缮工程", ""],
        ["主管部门", ...texts[1]!.slice(1)],
      ],
      INDICATOR_ROWS,
    ]);
  });

  it("stay one where all of it keeps to its columns, however its texts wrap", () => {
    expect(tablesOf(INDICATORS, [])).toEqual([INDICATOR_ROWS]);
  });

  it("have a head that wraps on both sides of room which a text's last line leaves, below the year of the form", () => {
    const words = [
      word("（2023年度）", 230, 56),
      ...rows(
        [
          ["一级指|标", "二级", "目标", "得分", "偏差原因和措|施"],
          ["产出", "里程", "8里", "20", ""],
          ["效益", "通行", "明显", "29", "部分|路段积雪"],
        ],
        [60, 130, 210, 290, 350],
        76,
        32,
      ).map((each) => (each.text === "施" ? word("施", 395, each.baseline) : each)),
    ];
    expect(tablesOf(words, [])).toEqual([
      "（2023年度）",
      [
        ["一级指标", "二级", "目标", "得分", "偏差原因和措施"],
        ["产出", "里程", "8里", "20", ""],
        ["效益", "通行", "明显", "29", "部分路段积雪"],
      ],
    ]);
  });

  it("have a row for each line where a column is empty in most of many: these are no totals at which the table is parted", () => {
    const texts = Array.from({ length: 120 }, (_, i) => [`修缮里程${i}`, i % 4 === 0 ? "明显" : "", "20", "19", "18"]);
    const [table] = tablesOf(rows(texts, [60, 180, 260, 320, 380], 60, 14), []) as string[][][];
    expect(table!.map(([name]) => name)).toEqual(texts.map(([name]) => name));
  });

  it("have the heads of a group's columns below the group's own", () => {
    const group = [
      word("评分情况", 390, 257),
      ...rows([["类别", "指标", "目标", "实际", "分值", "得分"]], [70, 130, 235, 300, 370, 430], 270, 30),
    ];
    const row = ["产出", "修缮里程", "8里", "8里", "20", "20"];
    const body = Array.from({ length: 12 }, () => row);
    expect(tablesOf([...group, ...rows(body, [70, 130, 235, 300, 370, 430], 300, 30)], [])).toEqual([
      [["类别 [2×1]", "指标 [2×1]", "目标 [2×1]", "实际 [2×1]", "评分情况 [1×2]"], ["分值", "得分"], ...body],
    ]);
  });

  describe("below a cover", () => {
    const cover = [
      ...[word("项目名称", 95, 100), word("村道修缮", 290, 100)],
      ...[word("项目主管部门", 85, 120), word("水利局", 200, 120), word("项目单位", 310, 120), word("管理站", 430, 120)],
    ];
    const coverRows = [
      ["项目名称", "村道修缮 [1×3]"],
      ["项目主管部门", "水利局", "项目单位", "管理站"],
    ];
    const xs = [120, 200, 270, 340, 400, 450];
    const heads = ["", "预算数", "执行数", "执行率", "分值", "得分"];
    const total = ["总额", "120.00", "118.00", "98%", "10", "9.8"];

    it("have columns of their own where its labels stand over two of them", () => {
      const funds = rows([heads, total, ["财政拨款", "120.00", "118.00", "98%", "—", "—"]], xs, 150, 18);
      expect(tablesOf([...cover, word("资金", 70, 168), ...funds], [])).toEqual([
        coverRows,
        [["资金 [3×1]", ...heads], total, ["财政拨款", "120.00", "118.00", "98%", "—", "—"]],
      ]);
    });

    it("have a single row whose label is no total's, since no figure stands above it", () => {
      const label = [word("项目资金", 70, 144), word("（万元）", 70, 158)];
      expect(tablesOf([...cover, ...label, ...rows([heads, total], xs, 150, 24)], [])).toEqual([
        coverRows,
        [["项目资金（万元）", ...heads.slice(1)], total],
      ]);
    });
  });

  it("end with a row whose label stands in the middle of several columns", () => {
    const [total, label] = [rows([["", "", "", "100", "", "97.5"]], [70, 130, 235, 275, 320, 375], 420, 30), word("自评得分合计", 95, 420)];
    expect(tablesOf([...INDICATORS, ...total, label], [])).toEqual([[...INDICATOR_ROWS, ["自评得分合计 [1×2]", "", "100", "", "97.5"]]]);
  });

  it("have all lines of a text that wraps below its row, though digits stand a little off their lines", () => {
    const xs = [70, 130, 220, 300, 380];
    const body = [
      ["1", "巡河次数", "≥40次", "42次", "50"],
      ["2", "清淤河段", "≥8段", "8段", "30"],
    ];
    const whole = [["序号", "三级指标", "指标值", "完成值", "得分"], ...body];
    const off = [word("11", 300, 150.4), word("个", 310, 151)];
    const last = rows([["4", "河道管护", "形成机制", "", "6"]], xs, 190, 0);
    const wrapped = ["部分达成", "预期指标", "并具有一", "定效果"].map((line, i) => word(line, 300, 168.1 + i * 14.6));
    const words = [...rows(whole, xs, 100, 17), ...rows([["3", "放养鱼苗", "≥11个", "", "10"]], xs, 151, 0), ...off, ...wrapped, ...last];
    expect(tablesOf(words, [])).toEqual([
      [...whole, ["3", "放养鱼苗", "≥11个", "11个", "10"], ["4", "河道管护", "形成机制", "部分达成预期指标并具有一定效果", "6"]],
    ]);
  });
});
