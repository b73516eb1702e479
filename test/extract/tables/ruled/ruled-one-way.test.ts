import { describe, expect, it } from "vitest";
import { layOut } from "../../../../src/extract/tables/lay-out.js";
import type { PlacedPage, Word } from "../../../../src/extract/tables/placed.js";
import { shownBlocks } from "../../shown-blocks.js";
import { across, down, page, word } from "../placed-grid.js";

const shown = (...pages: PlacedPage[]): unknown[] => shownBlocks(layOut(pages));
/** Texts of one line, each at its x. */
const line = (y: number, ...texts: [string, number][]): Word[] => texts.map(([text, x]) => word(text, x, y));

describe("rulings between columns only", () => {
  it("leave the rows to the texts: levels stand in the middle of those that they are merged over", () => {
    const words = [
      ...line(114, ["一级指标", 64], ["二级指标", 124], ["三级指标", 204], ["目标", 304], ["完成", 364]),
      ...line(139, ["修桥座数", 204], ["3座", 304], ["3座", 364]),
      ...line(151.5, ["数量指标", 124]),
      ...line(164, ["修路里程", 204], ["8里", 304], ["8里", 364]),
      ...line(176.5, ["产出指标", 64]),
      ...line(189, ["质量指标", 124], ["验收合格率", 204], ["100%", 304], ["98%", 364]),
      ...line(214, ["时效指标", 124], ["完工时间", 204], ["6月", 304], ["5月", 364]),
      ...line(239, ["满意度", 64], ["满意度", 124], ["居民满意度", 204], ["95%", 304], ["96%", 364]),
    ];
    const frame = [across(100, 60, 420), across(120, 60, 420), across(250, 60, 420)];
    const columns = [60, 120, 200, 300, 360, 420].map((x) => down(x, 100, 250));
    expect(shown(page(words, [...frame, ...columns]))).toEqual([
      [
        ["一级指标", "二级指标", "三级指标", "目标", "完成"],
        ["产出指标 [4×1]", "数量指标 [2×1]", "修桥座数", "3座", "3座"],
        ["修路里程", "8里", "8里"],
        ["质量指标", "验收合格率", "100%", "98%"],
        ["时效指标", "完工时间", "6月", "5月"],
        ["满意度", "满意度", "居民满意度", "95%", "96%"],
      ],
    ]);
  });
});

describe("rulings between rows only", () => {
  const form = (name: number): Word[] => [
    ...line(114, ["项目名称", 70], ["湖滨芦苇收割与补水项目", name]),
    ...line(144, ["主管部门", 70], ["某市生态环境局", 140], ["实施单位", 265], ["某市湿地中心", 345]),
  ];
  const rules = [94, 124, 154].map((y) => across(y, 60, 480));

  it("give a row columns of its own where its texts stand farther apart than those of one cell", () => {
    expect(shown(page(form(190), rules))).toEqual([
      [
        ["项目名称", "湖滨芦苇收割与补水项目 [1×2]", ""],
        ["主管部门", "某市生态环境局", "实施单位", "某市湿地中心"],
      ],
    ]);
  });

  it("may close the label of several rows alone: the rows of the columns beside it go on", () => {
    const words = [
      ...line(114, ["资金来源", 160], ["预算数", 260], ["执行数", 330], ["执行率", 400]),
      ...line(134, ["财政拨款", 160], ["163.00", 260], ["163.00", 330], ["100.00%", 400]),
      ...line(147, ["预算执行", 70]),
      ...line(154, ["自有资金", 160], ["49.00", 260], ["43.00", 330], ["87.76%", 400]),
      ...line(174, ["合计", 160], ["212.00", 260], ["206.00", 330], ["97.17%", 400]),
      ...line(194, ["一级指标", 70], ["三级指标", 160], ["目标值", 260], ["完成值", 330], ["得分", 400]),
      ...line(218, ["产出指标", 70], ["培训户数", 160], ["90户", 260], ["95户", 330], ["50", 400]),
    ];
    const rules = [across(100, 60, 460), across(120, 150, 460), across(181, 60, 150), across(201, 60, 460), across(225, 60, 460)];
    expect(shown(page(words, rules))).toEqual([
      [
        ["预算执行 [4×1]", "资金来源", "预算数", "执行数", "执行率"],
        ["财政拨款", "163.00", "163.00", "100.00%"],
        ["自有资金", "49.00", "43.00", "87.76%"],
        ["合计", "212.00", "206.00", "97.17%"],
        ["一级指标", "三级指标", "目标值", "完成值", "得分"],
        ["产出指标", "培训户数", "90户", "95户", "50"],
      ],
    ]);
  });

  it("end where a row merges the columns, and another begins below", () => {
    const texts = [
      ["级别", "指标", "目标", "分值", "得分"],
      ["产出", "修桥座数", "3座", "40", "40"],
      ["产出", "修路里程", "8里", "30", "29"],
      ["效益", "通行村民", "900人", "30", "30"],
      ["", "", "", "100", "99"],
    ];
    const xs = [60, 130, 230, 300, 360, 420];
    const words = texts.flatMap((row, i) => row.flatMap((text, column) => (text ? [word(text, xs[column]! + 4, 114 + i * 20)] : [])));
    const total = word("合　计", 140, 194);
    const frame = [across(100, 60, 420), across(200, 60, 420), ...[60, 300, 360, 420].map((x) => down(x, 100, 200))];
    const inner = [130, 230].map((x) => down(x, 100, 180));
    expect(shown(page([...words, total], [...frame, ...inner]))).toEqual([[...texts.slice(0, -1), ["合计 [1×3]", "100", "99"]]]);
  });
});
