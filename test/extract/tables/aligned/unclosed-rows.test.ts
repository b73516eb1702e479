import { describe, expect, it } from "vitest";
import { layOut } from "../../../../src/extract/tables/lay-out.js";
import type { PlacedPage, Word } from "../../../../src/extract/tables/placed.js";
import { shownBlocks } from "../../shown-blocks.js";
import { across, page, word } from "../placed-grid.js";

const shown = (...pages: PlacedPage[]): unknown[] => shownBlocks(layOut(pages));
const XS = [60, 200, 300, 380, 440];
const row = (y: number, texts: readonly string[]): Word[] => texts.flatMap((text, i) => (text ? [word(text, XS[i]!, y)] : []));

const HEAD = ["三级指标", "指标值", "完成值", "分值", "得分"];
const BODY = [
  ["修桥座数", "3座", "3座", "30", "30"],
  ["修路里程", "8里", "8里", "40", "40"],
  ["群众满意", "90%", "88%", "30", "29"],
];
const TOTAL = ["总分", "", "", "100", "99"];
/** Rulings between the rows, which stand 24 apart from `top` on. */
const between = (top: number, count: number) => Array.from({ length: count }, (_, i) => across(top + i * 24, 56, 500));

describe("tables with rulings on one side of their rows only", () => {
  it("have the row below the last ruling, where rulings stand over the rows", () => {
    const words = [HEAD, ...BODY, TOTAL].flatMap((texts, i) => row(116 + i * 24, texts));
    const note = word("填报人：某某", 60, 250);
    expect(shown(page([...words, note], between(100, 5)))).toEqual([[HEAD, ...BODY, TOTAL], note.text]);
  });

  it("have the head above the first ruling, also one that wraps beside the others", () => {
    const head = [...row(116, ["三级指标", "", "完成值", "分值", "得分"]), word("年度指", 200, 110), word("标值", 200, 122)];
    const words = [...BODY, TOTAL].flatMap((texts, i) => row(140 + i * 24, texts));
    const title = word("项目支出绩效自评表", 200, 80);
    expect(shown(page([title, ...head, ...words], between(126, 5)))).toEqual([
      title.text,
      [["三级指标", "年度指标值", "完成值", "分值", "得分"], ...BODY, TOTAL],
    ]);
  });

  it("have the head above the first ruling, below the line that tells the unit", () => {
    const words = [HEAD, ...BODY, TOTAL].flatMap((texts, i) => row(116 + i * 24, texts));
    const unit = word("金额单位：万元", 400, 101);
    expect(shown(page([unit, ...words], between(126, 5)))).toEqual([unit.text, [HEAD, ...BODY, TOTAL]]);
  });

  it("have the total below the ruling that closes a table of three lines, its label spread over the cell or not", () => {
    const rulings = [across(100, 56, 500), across(124, 56, 500), across(196, 56, 500)];
    const words = [HEAD, ...BODY].flatMap((texts, i) => row(116 + i * 24, texts));
    const note = word("说明：按台账填列。", 60, 236);
    const spread = [word("合", 60, 212), word("计", 90, 212), word("100", 380, 212), word("99", 440, 212)];
    for (const total of [row(212, TOTAL), spread])
      expect(shown(page([...words, ...total, note], rulings))).toEqual([
        [HEAD, ...BODY, [total === spread ? "合计" : "总分", ...TOTAL.slice(1)]],
        note.text,
      ]);
  });

  it("have the head in the middle over figures at the right, and the total, also where another table as wide follows", () => {
    const right = (y: number, texts: readonly string[]) =>
      texts.map((text, i) => word(text, i === 0 ? 60 : 180 + i * 100 - 5 * text.length, y));
    const heads = ["资金来源", "全年预算", "全年执行", "执行比率"];
    const head = heads.map((text, i) => word(text, i === 0 ? 80 : 105 + i * 100, 116));
    const sums = [
      ["财政拨款", "80.00", "72.00", "90%"],
      ["自筹资金", "20.00", "18.00", "90%"],
      ["其他资金", "10.00", "9.00", "90%"],
      ["合计", "110.00", "99.00", "90%"],
    ];
    const funds = [...head, ...sums.flatMap((texts, i) => right(140 + i * 24, texts))];
    const xs = [60, 95, 160, 260, 310, 360, 410, 460];
    const rows = [
      ["序号", "二级指标", "三级指标", "目标", "完成", "标准", "分值", "得分"],
      ["1", "数量指标", "修桥座数", "3座", "3座", "完成", "30", "30"],
      ["2", "数量指标", "修路里程", "8里", "8里", "完成", "40", "40"],
      ["3", "服务对象", "群众满意", "90%", "88%", "达到", "30", "29"],
    ];
    const below = rows.flatMap((texts, i) => texts.map((text, column) => word(text, xs[column]!, 300 + i * 24)));
    const prose = word("资金按月拨付到村，由镇里统一核算，年末没有结余，也没有挤占和挪用，账目按规定公开。", 80, 240);
    const title = word("二、指标完成情况", 60, 270);
    const rulings = [...between(124, 4), ...between(308, 3)];
    expect(shown(page([...funds, prose, title, ...below], rulings))).toEqual([[heads, ...sums], prose.text, title.text, rows]);
  });

  it("have no line of other texts below the ruling that closes a table of three lines", () => {
    const rulings = [across(100, 56, 500), across(124, 56, 500), across(196, 56, 500)];
    const words = [HEAD, ...BODY].flatMap((texts, i) => row(116 + i * 24, texts));
    const below = [word("填报人：甲", 60, 212), word("审核：乙", 300, 212), word("2021", 440, 212)];
    expect(shown(page([...words, ...below], rulings))).toContainEqual([HEAD, ...BODY]);
  });

  it("have none of a signature's texts, nor a caption's", () => {
    const words = [HEAD, ...BODY].flatMap((texts, i) => row(116 + i * 24, texts));
    const signed = [word("填报人：甲", 60, 212), word("审核：乙", 200, 212), word("日期", 300, 212)];
    const told = [word("单位：某局", 60, 92), word("表1", 300, 92), word("万元", 440, 92)];
    expect(shown(page([...told, ...words, ...signed], between(100, 5)))).toContainEqual([HEAD, ...BODY]);
  });
});
