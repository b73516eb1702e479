import { describe, expect, it } from "vitest";
import { layOut } from "../../../../src/extract/tables/lay-out.js";
import type { PlacedPage, Ruling, Word } from "../../../../src/extract/tables/placed.js";
import { shownBlocks } from "../../shown-blocks.js";
import { across, page, word } from "../placed-grid.js";

const shown = (...pages: PlacedPage[]): unknown[] => shownBlocks(layOut(pages));
const XS = [60, 130, 200, 300, 380, 440];
const RIGHT = 500;
const row = (y: number, texts: readonly string[]): Word[] => texts.flatMap((text, i) => (text ? [word(text, XS[i]!, y)] : []));
/** A ruling below a row from one of the columns on: those before it have merged cells that go on. */
const under = (y: number, column: number): Ruling => across(y, XS[column]! - 4, RIGHT);

describe("tables ruled below their rows only, beside merged cells", () => {
  const first = page(
    [
      ...row(680, ["绩效指标", "一级指标", "三级指标", "指标值", "完成值", "得分"]),
      ...row(704, ["", "产出指标", "修桥座数", "3座", "3座", "30"]),
      ...row(728, ["", "", "修路里程", "8里", "8里", "20"]),
      ...row(752, ["", "", "栽树棵数", "90棵", "91棵", "20"]),
    ],
    [under(664, 0), under(688, 1), under(712, 2), under(736, 2), under(760, 2)],
  );
  const rest = [
    ...row(70, ["", "", "清淤方量", "70方", "70方", "10"]),
    ...row(94, ["", "效益指标", "出行时间", "9分钟", "8分钟", "10"]),
    ...row(118, ["", "满意度", "村民满意", "90%", "93%", "10"]),
  ];

  it("keep the columns whose merged cells tell their texts on the page before, and each name to the rows that rulings close below it", () => {
    const below = page(
      [...rest, ...row(142, ["总分", "", "", "", "", "100"])],
      [under(78, 1), under(102, 1), under(126, 0), under(150, 0)],
      2,
    );
    expect(shown(first, below)).toEqual([
      [
        ["绩效指标 [7×1]", "一级指标", "三级指标", "指标值", "完成值", "得分"],
        ["产出指标 [4×1]", "修桥座数", "3座", "3座", "30"],
        ["修路里程", "8里", "8里", "20"],
        ["栽树棵数", "90棵", "91棵", "20"],
        ["清淤方量", "70方", "70方", "10"],
        ["效益指标", "出行时间", "9分钟", "8分钟", "10"],
        ["满意度", "村民满意", "90%", "93%", "10"],
        ["总分", "", "", "", "", "100"],
      ],
    ]);
  });
});

describe("forms ruled between their rows", () => {
  const levels = (count: number) => Array.from({ length: count }, (_, i) => across(86 + i * 24, 56, RIGHT));
  const at = (y: number, ...texts: readonly (readonly [string, number])[]): Word[] => texts.map(([text, x]) => word(text, x, y));

  it("give the last row's label its column where it stands as the labels above it do", () => {
    const words = [
      ...at(102, ["资金（万元）", 60], ["预算数", 240], ["执行数", 320], ["执行率", 400]),
      ...at(126, ["资金总额", 140], ["898.95", 240], ["868.12", 320], ["96.57%", 400]),
      ...at(150, ["其中：县级财政资", 140], ["898.95", 240], ["868.12", 320], ["96.57%", 400]),
    ];
    expect(shown(page(words, levels(4)))).toEqual([
      [
        ["资金（万元）", "预算数", "执行数", "执行率"],
        ["资金总额", "898.95", "868.12", "96.57%"],
        ["其中：县级财政资", "898.95", "868.12", "96.57%"],
      ],
    ]);
  });

  it("give figures that stand right of their heads to these, and not to the next ones", () => {
    const words = [
      ...at(102, ["年初批复数", 160], ["全年预算数", 270], ["实际支出数", 380]),
      ...at(126, ["资金总额", 64], ["906.50", 215], ["906.50", 325], ["875.31", 435]),
      ...at(150, ["省级资金", 64], ["550.20", 215], ["550.20", 325], ["550.20", 435]),
      ...at(174, ["县级资金", 64], ["273.85", 215], ["273.85", 325], ["252.00", 435]),
    ];
    expect(shown(page(words, levels(5)))).toEqual([
      [
        ["", "年初批复数", "全年预算数", "实际支出数"],
        ["资金总额", "906.50", "906.50", "875.31"],
        ["省级资金", "550.20", "550.20", "550.20"],
        ["县级资金", "273.85", "273.85", "252.00"],
      ],
    ]);
  });

  it("divide a row as the one above it, where its texts leave the gap narrower, and leave a text that fills it whole", () => {
    const form = (label: string) => [
      ...at(102, ["项目名称", 60], ["送戏下乡与基层文化活动经费", 150]),
      ...at(126, ["预算单位", 60], ["某市公共文化服务中心", 150]),
      ...at(150, ["预算（万元）", 60], ["预算数", 150], ["374.33", 245], ["执行数", 340], ["356.69", 440]),
      ...at(174, [label, 150], ["374.33", 245], [label, 340], ["356.69", 440]),
    ];
    const [table] = shown(page(form("其中：财政拨款"), levels(5))) as string[][][];
    expect(table!.at(-1)!.slice(-4)).toEqual(["其中：财政拨款", "374.33", "其中：财政拨款", "356.69"]);
    const [whole] = shown(
      page([...form("预算数").slice(0, -4), ...at(174, ["备注", 60], ["其中上年结转和结余的资金共计12万元", 150])], levels(5)),
    ) as string[][][];
    expect(whole!.at(-1)!.some((text) => text.startsWith("其中上年结转和结余的资金共计12万元"))).toBe(true);
  });
});
