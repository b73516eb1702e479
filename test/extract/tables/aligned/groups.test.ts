import { describe, expect, it } from "vitest";
import { layOut } from "../../../../src/extract/tables/lay-out.js";
import type { PlacedPage, Word } from "../../../../src/extract/tables/placed.js";
import { shownBlocks } from "../../shown-blocks.js";
import { across, page, word } from "../placed-grid.js";

const shown = (...pages: PlacedPage[]): unknown[] => shownBlocks(layOut(pages));
const XS = [60, 90, 220, 300, 380, 440];
const row = (y: number, texts: readonly string[]): Word[] => texts.flatMap((text, i) => (text ? [word(text, XS[i]!, y)] : []));

const HEAD = ["序号", "三级指标", "指标值", "完成值", "分值", "得分"];
const ROWS = [
  ["一、产出指标（60分）"],
  ["1", "修桥座数", "3座", "3座", "30", "30"],
  ["2", "修路里程", "8里", "8里", "30", "30"],
  ["二、满意度指标（40分）"],
  ["3", "群众满意", "90%", "91%", "40", "40"],
];

describe("rows between rulings that name a group", () => {
  const rulings = Array.from({ length: 7 }, (_, i) => across(100 + i * 24, 56, 500));

  it("part no table, though they are called as headings are", () => {
    const words = [HEAD, ...ROWS].flatMap((texts, i) => row(116 + i * 24, texts));
    const [table, ...others] = shown(page(words, rulings)) as string[][][];
    expect(others).toEqual([]);
    expect(table!.map((texts) => texts.flatMap((text) => text.replace(/ \[.*$/u, "") || []))).toEqual([HEAD, ...ROWS]);
  });

  it("are headings where the head of another table stands below", () => {
    const words = [
      HEAD,
      ROWS[1]!,
      ["二、资金情况"],
      ["编号", "来源", "预算", "到位", "执行", "备注"],
      ["4", "拨款", "5", "5", "5", "无"],
    ].flatMap((texts, i) => row(116 + i * 24, texts));
    expect(shown(page(words, rulings.slice(0, 6)))).toHaveLength(3);
  });
});

describe("rows that nothing rules and that name a group", () => {
  const BETWEEN = [80, 190, 280, 330];
  const LINES = [
    ["二级指标", "三级指标", "分值", "得分"],
    ["产出指标 60"],
    ["数量指标", "修桥座数", "30", "30"],
    ["质量指标", "修路合格率", "30", "30"],
    ["满意度 40"],
    ["服务对象满意", "群众满意度", "40", "40"],
  ];
  /** Texts in the middle of their columns; those of groups in that of the table, or where `left` says so at its left side. */
  const drawn = (left?: number): Word[] =>
    LINES.flatMap((texts, i) =>
      texts.map((text, column) => {
        const middle = texts.length === 1 ? 205 : BETWEEN[column]!;
        const [width, y] = [word(text, 0, 0).box[2], 116 + i * 17];
        return word(text, texts.length === 1 && left !== undefined ? left : middle - width / 2, y);
      }),
    );

  it.each([undefined, 46])("are rows of the table, wherever the names stand", (left) => {
    const [table, ...others] = shown(page(drawn(left), [])) as string[][][];
    expect(others).toEqual([]);
    expect(table!.map((texts) => texts.map((text) => text.replace(/ \[.*$/u, "")))).toEqual(LINES);
  });

  it("stand at the side of the table, though lines below reach farther out", () => {
    const rows = [
      ["4", "专科门诊人次", "5", "23100人次", "24544人次", "5.0", "—"],
      ["产出—质量"],
      ["5", "设备安装验收通过率", "6", "100%", "100%", "6.0", "—"],
      ["6", "病历甲级率", "5", "94%", "95.4%", "5.0", "—"],
      ["产出—时效"],
      ["7", "设备采购按期完成率", "7", "95%", "98%", "7.0", "—"],
      ["效益—社会效益"],
      ["8", "专科辐射带动能力", "10", "明显增强", "完成", "9.0", "资料归档不够规范"],
      ["效益—可持续影响"],
      ["9", "人才梯队建设", "10", "持续推进", "完成", "10.0", "—"],
      ["满意度—服务对象满意度"],
      ["10", "住院患者满意度", "10", "94%", "99.3%", "10.0", "—"],
    ];
    const words = rows.flatMap((texts, i) =>
      texts.map((text, column) =>
        word(text, texts.length === 1 ? 106 : [124, 223, 329, 400, 506, 587, 690][column]! - word(text, 0, 0).box[2] / 2, 116 + i * 30),
      ),
    );
    const below = word("自评等级优", 68, 116 + rows.length * 30);
    const [table] = shown(page([...words, below], [])) as string[][][];
    expect(
      table!.map((texts) => texts.map((text) => text.replace(/ \[.*$/u, "")).filter((text) => text !== "")).slice(0, rows.length),
    ).toEqual(rows);
  });

  it("are wrapped text where they stand as those of their column do", () => {
    const wrapped = [
      [["数量指标"], ["修桥座数"], ["主桥和引桥均", "已验收合格并", "移交"], ["30"]],
      [["质量指标"], ["修路合格率"], ["全部路段均", "已验收合格并", "移交"], ["30"]],
    ];
    const cells = wrapped.flatMap((cells, i) =>
      cells.flatMap((lines, column) =>
        lines.map((text, line) => {
          const y = 140 + i * 40 + (line - (lines.length - 1) / 2) * 12;
          return word(text, [80, 160, 230, 330][column]! - word(text, 0, 0).box[2] / 2, y);
        }),
      ),
    );
    const head = ["二级指标", "三级指标", "完成值", "得分"].map((text, i) => word(text, [60, 140, 215, 320][i]!, 112));
    const [table] = shown(page([...head, ...cells], [])) as string[][][];
    expect(table!.map((texts) => texts[2])).toEqual(["完成值", "主桥和引桥均已验收合格并移交", "全部路段均已验收合格并移交"]);
  });
});
