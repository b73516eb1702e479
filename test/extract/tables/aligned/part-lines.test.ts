import { describe, expect, it } from "vitest";
import { partLines, partRows } from "../../../../src/extract/tables/aligned/part-lines.js";
import { textLines } from "../../../../src/extract/tables/text-lines.js";
import { word } from "../placed-grid.js";

const GLYPH = 10;

describe("the blocks of a form without rulings", () => {
  it("part where a text would stand too near below another of its column for one text", () => {
    const head = [word("主管部门", 60, 100), word("农业局", 200, 100)];
    const label = ["项目", "资金", "构成"].map((text, i) => word(text, 50, 137 + i * 14));
    const names = ["总额", "拨款", "结转", "其他"].map((text, i) => word(text, 90, 130 + i * 14));
    const figures = [0, 1, 2, 3].flatMap((i) => [word("12.50", 180, 130 + i * 14), word("12.40", 260, 130 + i * 14)]);
    const blocks = partLines(textLines([...head, ...label, ...names, ...figures]), GLYPH);
    expect(blocks.map(([first]) => first!.words[0]!.text)).toEqual(["主管部门", "总额"]);
  });

  it("keep a head with the rows of figures below it", () => {
    const row = (y: number, ...texts: [string, number][]) => texts.map(([text, x]) => word(text, x, y));
    const funds = ["总额", "拨款", "其他"].flatMap((label, i) =>
      row(78 + i * 24, [label, 110], ["38.40", 305], ["38.02", 385], ["10", 535], ["99.01%", 580], ["9.9", 648]),
    );
    const rows = ["平台", "终端", "司法所", "矫正"].flatMap((name, i) =>
      row(174 + i * 24, ["数量指标", 130], [name, 190], ["310部", 385], ["10", 535], ["10", 590]),
    );
    const words = [
      ...row(30, ["实施单位", 460], ["某矫正管理局", 520]),
      ...row(54, ["资金构成", 175], ["预算数", 300], ["执行数", 380], ["分值", 530], ["执行率", 580], ["得分", 645], ["备注", 730]),
      ...funds,
      ...row(150, ["二级指标", 130], ["三级指标", 254], ["指标值", 380], ["分值", 530], ["得分", 585], ["偏差原因分析及改进措施", 640]),
      ...rows,
      ...row(198, ["终端续航时间短反映较多", 640]),
    ];
    expect(partLines(textLines(words), GLYPH).map(([first]) => first!.words[0]!.text)).toEqual(["实施单位", "资金构成", "二级指标"]);
  });

  it("begin where least speaks against it, of two places that part texts as well", () => {
    const rows = [
      ...[0, 1, 2, 3].map((i) => [60, 120, 180, 240].map((x) => word("3座", x, 100 + i * 20))),
      [word("6座", 60, 180)],
      ...[0, 1, 2, 3].map((i) => [word("存在的主要问题", 60, 200 + i * 20), word("资金使用不够及时", 150, 200 + i * 20)]),
    ].map((words) => ({ lines: textLines(words) }));
    const startsOf = (against: (row: number) => number) =>
      partRows(rows, GLYPH, (_, row) => against(rows.indexOf(row))).map(([first]) => rows.indexOf(first!));
    const [, usual] = startsOf(() => 0);
    const [, other] = startsOf((row) => (row === usual ? 1 : 0));
    expect(usual).toBeDefined();
    expect(other).not.toBe(usual);
    expect(startsOf(() => Number.POSITIVE_INFINITY)).toEqual([0]);
  });

  it("are not sought in lines of so many words that no form has them", () => {
    const words = Array.from({ length: 100 }, (_, line) =>
      Array.from({ length: 100 }, (_, i) => word("字", 20 + i * 13 + ((line * i * 7) % 5), 20 + line * 15)),
    ).flat();
    const { user } = process.cpuUsage();
    partLines(textLines(words), GLYPH);
    expect((process.cpuUsage().user - user) / 1e6).toBeLessThan(4);
  });
});
