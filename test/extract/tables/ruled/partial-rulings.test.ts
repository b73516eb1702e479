import { describe, expect, it } from "vitest";
import { layOut } from "../../../../src/extract/tables/lay-out.js";
import type { PlacedPage, Ruling, Word } from "../../../../src/extract/tables/placed.js";
import { shownBlocks } from "../../shown-blocks.js";
import { across, down, drawGrid, page, word } from "../placed-grid.js";

const shown = (...pages: PlacedPage[]): unknown[] => shownBlocks(layOut(pages));
/** Texts of one line, each at its x. */
const line = (y: number, ...texts: [string, number][]): Word[] => texts.map(([text, x]) => word(text, x, y));

describe("rulings between rows only", () => {
  it("tell a column by where they end, though its texts stand close to the next one's", () => {
    const words = [
      ...line(114, ["一级", 60], ["二级", 82], ["三级指标", 160], ["目标", 280]),
      ...line(134, ["修桥座数", 160], ["3座", 280]),
      ...line(144, ["数量", 82]),
      ...line(154, ["产出", 60], ["修路里程", 160], ["8里", 280]),
      ...line(174, ["质量", 82], ["验收合格", 160], ["100%", 280]),
      ...line(194, ["效益", 60], ["满意", 82], ["居民满意", 160], ["95%", 280]),
    ];
    const whole = [100, 120, 180, 200].map((y) => across(y, 56, 340));
    expect(shown(page(words, [...whole, across(140, 150, 340), across(160, 81, 340)]))).toEqual([
      [
        ["一级", "二级", "三级指标", "目标"],
        ["产出 [3×1]", "数量 [2×1]", "修桥座数", "3座"],
        ["修路里程", "8里"],
        ["质量", "验收合格", "100%"],
        ["效益", "满意", "居民满意", "95%"],
      ],
    ]);
  });

  it("leave a name whole that is wider than the texts below it, up to the label beside it", () => {
    const rows = Array.from({ length: 14 }, (_, i) =>
      line(134 + i * 20, ["产出指标", 70], [`指标${i}`, 150], ["90人", 215], [`${i}.5`, 320]),
    );
    const head = line(114, ["主管部门", 70], ["某县农业农村局", 150], ["实施单位", 235], ["某农技站", 310]);
    const rules = Array.from({ length: 16 }, (_, i) => across(100 + i * 20, 60, 360));
    const [table] = shown(page([...head, ...rows.flat()], rules)) as string[][][];
    expect(table![0]!.filter((text) => text !== "")).toEqual(["主管部门", "某县农业农村局", "实施单位", "某农技站"]);
  });

  it("draw two tables of different widths, one below the other", () => {
    const narrow = [
      ...line(114, ["资金", 60], ["预算", 130], ["执行", 200]),
      ...line(134, ["总额", 60], ["30.00", 130], ["29.00", 200]),
      ...line(154, ["其他", 60], ["10.00", 130], ["9.00", 200]),
    ];
    const wide = [
      ...line(254, ["指标", 60], ["目标", 200], ["完成", 350], ["得分", 480]),
      ...line(274, ["修桥座数", 60], ["3座", 200], ["3座", 350], ["10", 480]),
    ];
    const rules = [100, 120, 140, 160].map((y) => across(y, 56, 230)).concat([240, 260, 280].map((y) => across(y, 56, 520)));
    const between = word("二、绩效目标完成情况见下表", 60, 210);
    expect(shown(page([...narrow, between, ...wide], rules))).toEqual([
      [
        ["资金", "预算", "执行"],
        ["总额", "30.00", "29.00"],
        ["其他", "10.00", "9.00"],
      ],
      between.text,
      [
        ["指标", "目标", "完成", "得分"],
        ["修桥座数", "3座", "3座", "10"],
      ],
    ]);
  });

  it("have a head whose texts nearly touch", () => {
    const words = [
      ...line(114, ["资金来源名称", 60], ["调整后预算数", 125], ["实际支出数额", 190], ["支出率", 255]),
      ...line(134, ["财政拨款", 60], ["700.00", 140], ["662.37", 205], ["94.6%", 264]),
      ...line(154, ["其他资金", 60], ["60.00", 140], ["58.00", 205], ["96.7%", 264]),
    ];
    const rules = [100, 120, 140, 160].map((y) => across(y, 56, 290));
    expect(shown(page(words, rules))).toEqual([
      [
        ["资金来源名称", "调整后预算数", "实际支出数额", "支出率"],
        ["财政拨款", "700.00", "662.37", "94.6%"],
        ["其他资金", "60.00", "58.00", "96.7%"],
      ],
    ]);
  });

  it("leave the head above them where each row is ruled below only, but not the lines above a table that a thicker one closes", () => {
    const rows = [
      ...line(134, ["产出指标", 60], ["修桥座数", 150], ["3座", 250], ["10", 330]),
      ...line(154, ["产出指标", 60], ["修路里程", 150], ["8里", 250], ["10", 330]),
      ...line(174, ["效益指标", 60], ["居民出行", 150], ["改善", 250], ["20", 330]),
    ];
    const title = word("某县修桥项目绩效自评指标完成情况表", 60, 94);
    const head = line(114, ["类别", 60], ["名称", 150], ["目标", 250], ["分值", 330]);
    const rules = (thickness: number): Ruling[] => [120, 140, 160, 180].map((y, i) => across(y, 56, 380, i === 0 ? thickness : 0.5));
    const body = [
      ["产出指标", "修桥座数", "3座", "10"],
      ["产出指标", "修路里程", "8里", "10"],
      ["效益指标", "居民出行", "改善", "20"],
    ];
    expect(shown(page([title, ...head, ...rows], rules(0.5)))).toEqual([title.text, [["类别", "名称", "目标", "分值"], ...body]]);
    const fields = line(114, ["填报单位", 60], ["某县桥梁所", 150], ["填报日期", 250], ["2023", 330]);
    expect(shown(page([title, ...fields, ...rows], rules(1.5))).at(-1)).toEqual(body);
    // What heads the columns is no line above them.
    expect(shown(page([title, ...head, ...rows], rules(1.5))).at(-1)).toEqual([["类别", "名称", "目标", "分值"], ...body]);
  });

  it("part two tables where two of them leave no room for text between, below more than a head", () => {
    const funds = [
      ...line(114, ["资金", 60], ["预算数", 200], ["执行数", 350], ["得分", 480]),
      ...line(134, ["合计", 60], ["30.00", 200], ["29.00", 350], ["9.7", 480]),
    ];
    const rows = [
      ...line(159, ["指标", 60], ["目标", 200], ["完成", 350], ["得分", 480]),
      ...line(179, ["修桥座数", 60], ["3座", 200], ["3座", 350], ["10", 480]),
    ];
    const rules = [100, 120, 140, 145, 165, 185].map((y) => across(y, 56, 520));
    const [first, second] = [
      [
        ["资金", "预算数", "执行数", "得分"],
        ["合计", "30.00", "29.00", "9.7"],
      ],
      [
        ["指标", "目标", "完成", "得分"],
        ["修桥座数", "3座", "3座", "10"],
      ],
    ];
    expect(shown(page([...funds, ...rows], rules))).toEqual([first, second]);
    // Under a head they are its double ruling.
    const single = [100, 120, 125, 145].map((y) => across(y + 40, 56, 520));
    expect(shown(page(rows, single))).toEqual([second]);
  });

  it("tell how many columns a head spans that stands above one of them", () => {
    const words = [
      ...line(114, ["财政资金", 242]),
      ...line(124, ["项目", 60], ["其他", 420]),
      ...line(134, ["小计", 164], ["中央", 240], ["县级", 316]),
      ...line(154, ["预算", 60], ["18.00", 160], ["12.00", 236], ["6.00", 314], ["1.00", 418]),
      ...line(174, ["执行", 60], ["17.00", 160], ["11.00", 236], ["6.00", 314], ["1.00", 418]),
    ];
    const whole = [100, 140, 160, 180].map((y) => across(y, 56, 450));
    const table = [
      ["项目 [2×1]", "财政资金 [1×3]", "其他 [2×1]"],
      ["小计", "中央", "县级"],
      ["预算", "18.00", "12.00", "6.00", "1.00"],
      ["执行", "17.00", "11.00", "6.00", "1.00"],
    ];
    expect(shown(page(words, [...whole, across(120, 140, 370)]))).toEqual([table]);
    // At the left end of its ruling, too, if that ends before the table does.
    const left = [...line(114, ["财政资金", 144]), ...words.slice(1)];
    expect(shown(page(left, [...whole, across(120, 140, 370)]))).toEqual([table]);
  });

  it("have one row between two of them where each row has its own, however its figures are broken", () => {
    const rows = [
      ["修桥座数", "3座", "10", "9.5"],
      ["修路里程", "8里", "10", "8"],
      ["栽树棵数", "90棵", "10", "7"],
      ["清淤方量", "70方", "10", "10"],
    ];
    const words = [
      ...line(114, ["指标", 60], ["目标", 160], ["分值", 240], ["得分", 300]),
      ...rows.flatMap(([name, target, weight, score], i) => line(144 + 40 * i, [name!, 60], [target!, 160], [weight!, 240], [score!, 300])),
      ...line(298, ["灯杆新装", 60], ["12根", 160], ["10", 240], ["4.9", 300]),
      ...line(310, ["工程根数", 60], ["左右", 160], ["0", 240], ["1", 300]),
    ];
    const rules = [100, 120, 160, 200, 240, 280, 320].map((y) => across(y, 56, 340));
    expect(shown(page(words, rules))).toEqual([
      [["指标", "目标", "分值", "得分"], ...rows, ["灯杆新装工程根数", "12根左右", "100", "4.91"]],
    ]);
  });

  it("have several between two of them where texts end for themselves, though most rows have their own", () => {
    const words = [
      ...line(114, ["级别", 60], ["指标", 160], ["目标", 260], ["得分", 340]),
      ...line(134, ["投入", 60], ["资金到位", 160], ["100%", 260], ["10", 340]),
      ...line(154, ["修桥座数", 160], ["≥3座", 260], ["9", 340]),
      ...line(163, ["产出", 60]),
      ...line(172, ["道路", 160], ["≥8里", 260], ["8", 340]),
      ...line(194, ["效益", 60], ["居民出行", 160], ["改善", 260], ["20", 340]),
      ...line(214, ["满意", 60], ["居民满意", 160], ["95%", 260], ["10", 340]),
    ];
    const rules = [100, 120, 140, 180, 200, 220].map((y) => across(y, 56, 380));
    expect(shown(page(words, rules))).toEqual([
      [
        ["级别", "指标", "目标", "得分"],
        ["投入", "资金到位", "100%", "10"],
        ["产出 [2×1]", "修桥座数", "≥3座", "9"],
        ["道路", "≥8里", "8"],
        ["效益", "居民出行", "改善", "20"],
        ["满意", "居民满意", "95%", "10"],
      ],
    ]);
  });

  it("leave merged cells behind the numbers of rows to where their texts stand", () => {
    const names = ["修桥座数", "修路里程", "验收合格", "居民满意"];
    const words = [
      ...line(114, ["序号", 60], ["级别", 100], ["分类", 150], ["内容", 220], ["得分", 300]),
      ...names.flatMap((name, i) => line(134 + 18 * i, [`${i + 1}`, 65], [name, 220], [`${10 - i}`, 305])),
      ...line(143, ["数量", 150]),
      ...line(152, ["产出", 100]),
      ...line(170, ["质量", 150]),
      ...line(188, ["效益", 100], ["满意", 150]),
      ...line(206, ["总分", 60], ["34", 305]),
    ];
    expect(
      shown(
        page(
          words,
          [100, 120, 214].map((y) => across(y, 56, 340)),
        ),
      ),
    ).toEqual([
      [
        ["序号", "级别", "分类", "内容", "得分"],
        ["1", "产出 [3×1]", "数量 [2×1]", "修桥座数", "10"],
        ["2", "修路里程", "9"],
        ["3", "质量", "验收合格", "8"],
        ["4", "效益", "满意", "居民满意", "7"],
        ["总分", "", "", "", "34"],
      ],
    ]);
  });

  it("have columns of figures whose widest nearly touch", () => {
    const words = [
      ...line(114, ["来源", 60], ["预算", 160], ["执行", 210]),
      ...line(134, ["总额", 60], ["64,636.96", 150], ["0.00", 206]),
      ...line(154, ["中央", 60], ["200.81", 158], ["5647.15", 201]),
      ...line(174, ["县级", 60], ["12.50", 160], ["59,615.08", 196.5]),
    ];
    const rules = [100, 120, 140, 160, 180].map((y) => across(y, 56, 250));
    expect(shown(page(words, rules))).toEqual([
      [
        ["来源", "预算", "执行"],
        ["总额", "64,636.96", "0.00"],
        ["中央", "200.81", "5647.15"],
        ["县级", "12.50", "59,615.08"],
      ],
    ]);
  });

  it("hold the head of a table at the top of each page, which is no running head", () => {
    const top = (y: number): Word[] => line(y, ["指标", 60], ["目标", 160], ["完成", 260], ["得分", 360]);
    const rules = (from: number, to: number): Ruling[] => {
      const count = Math.round((to - from) / 20) + 1;
      return Array.from({ length: count }, (_, i) => across(from + 20 * i, 56, 400));
    };
    const row = (y: number, name: string): Word[] => line(y, [name, 60], ["8里", 160], ["7里", 260], ["9.5", 360]);
    const pages = [
      page([...top(54), ...row(74, "修路里程"), ...row(94, "栽树棵数")], rules(40, 100), 1),
      page([...top(54), ...row(74, "护栏长度"), ...row(94, "灯杆根数")], rules(40, 100), 2),
    ];
    expect(shown(...pages)).toEqual([
      [["指标", "目标", "完成", "得分"], ...["修路里程", "栽树棵数", "护栏长度", "灯杆根数"].map((name) => [name, "8里", "7里", "9.5"])],
    ]);
  });

  const head = line(714, ["指标", 60], ["目标", 160], ["完成", 260], ["得分", 360]);
  const above = [
    ...head,
    ...line(734, ["修路里程", 60], ["8里", 160], ["8里", 260], ["10", 360]),
    ...line(754, ["公共停车场改", 60], ["2处", 160], ["2处", 260], ["10", 360]),
  ];
  const below = [
    ...line(84, ["栽树棵数", 60], ["90棵", 160], ["91棵", 260], ["10", 360]),
    ...line(104, ["护栏长度", 60], ["60米", 160], ["60米", 260], ["10", 360]),
    ...line(124, ["灯杆根数", 60], ["12根", 160], ["12根", 260], ["10", 360]),
  ];
  const RULES_ABOVE = [across(700, 56, 400), across(720, 56, 400)];

  it("have the rest of a cut row above the first row of the next page", () => {
    const rest = word("造数量", 60, 64);
    const table = [
      ["指标", "目标", "完成", "得分"],
      ["修路里程", "8里", "8里", "10"],
      ["公共停车场改造数量", "2处", "2处", "10"],
      ["栽树棵数", "90棵", "91棵", "10"],
      ["护栏长度", "60米", "60米", "10"],
      ["灯杆根数", "12根", "12根", "10"],
    ];
    expect(shown(page(above, RULES_ABOVE, 1), page([rest, ...below], [across(130, 56, 400)], 2))).toEqual([table]);
    // What is no rest of a row stays a text of its own, and parts two tables.
    const title = word("表2 附加情况", 60, 64);
    expect(shown(page(above, RULES_ABOVE, 1), page([title, ...below], [across(130, 56, 400)], 2))).toEqual([
      table.slice(0, 2).concat([["公共停车场改", "2处", "2处", "10"]]),
      title.text,
      table.slice(3),
    ]);
  });
});

describe("merged cells that end at other heights than the cells beside them", () => {
  it("make no row in which nothing is said", () => {
    const xs = [60, 130, 260, 330, 400, 470];
    const cell = (row: number, column: number, text: string, rowSpan = 1): Parameters<typeof drawGrid>[0][number] => ({
      row,
      column,
      rowSpan,
      colSpan: 1,
      text,
    });
    const { words, rulings } = drawGrid(
      [
        ...["类", "指标", "目标", "完成", "得分"].map((text, column) => cell(0, column, text)),
        cell(1, 0, "", 1),
        ...["修桥座数", "3座", "3座", "10"].map((text, i) => cell(1, i + 1, text, 2)),
        cell(3, 0, "效益"),
        ...["居民满意", "95%", "96%", "10"].map((text, i) => cell(3, i + 1, text)),
      ],
      xs,
      [100, 120, 134, 146, 166],
    );
    const stray: Ruling[] = [down(60, 134, 146), across(146, 60, 130)];
    expect(shown(page(words, [...rulings, ...stray]))).toEqual([
      [
        ["类", "指标", "目标", "完成", "得分"],
        ["", "修桥座数", "3座", "3座", "10"],
        ["效益", "居民满意", "95%", "96%", "10"],
      ],
    ]);
  });
});

describe("a page's last line, alone under a text that wraps", () => {
  it("belongs to it, however far apart its lines stand", () => {
    const names = ["修建道路里程", "改造停车场地", "栽种树木棵数"];
    const rows = names.flatMap((name, i) => [
      ...line(150 + 40 * i, [name, 60], ["8里", 160], ["8里", 260], ["10", 360]),
      ...line(164.5 + 40 * i, ["及其配套设施", 60]),
    ]);
    const words = [...line(114, ["指标", 60], ["目标值", 160], ["完成值", 260], ["得分", 360]), ...rows, word("数量", 60, 259)];
    expect(shown(page(words, []))).toEqual([
      [
        ["指标", "目标值", "完成值", "得分"],
        ...names.map((name, i) => [`${name}及其配套设施${i === 2 ? "数量" : ""}`, "8里", "8里", "10"]),
      ],
    ]);
  });
});

describe("upright rulings that touch no level one", () => {
  it("part the columns of their rows from the rows above and below", () => {
    const words = [
      ...line(114, ["单位", 60], ["乡农机站", 140], ["负责人", 300]),
      ...line(144, ["预算", 220], ["执行", 300]),
      ...line(164, ["资金", 60], ["总额", 140], ["30.00", 220], ["29.00", 300]),
      ...line(184, ["其他", 140], ["10.00", 220], ["9.00", 300]),
      ...line(214, ["目标", 60], ["修好两座桥并通车", 140], ["两座桥都通车", 300]),
    ];
    const frame = [
      across(100, 56, 380),
      across(230, 56, 380),
      down(56, 100, 230),
      down(120, 100, 230),
      down(280, 100, 230),
      down(380, 100, 230),
    ];
    expect(shown(page(words, [...frame, down(200, 127, 197)]))).toEqual([
      [
        ["单位", "乡农机站 [1×2]", "负责人"],
        ["资金 [3×1]", "", "预算", "执行"],
        ["总额", "30.00", "29.00"],
        ["其他", "10.00", "9.00"],
        ["目标", "修好两座桥并通车 [1×2]", "两座桥都通车"],
      ],
    ]);
  });

  it("say nothing where they run through a text", () => {
    const words = [...line(114, ["单位", 60], ["乡农机站和水利站", 140]), ...line(144, ["目标", 60], ["修好两座桥并通车", 140])];
    const frame = [100, 160].map((y) => across(y, 56, 380)).concat([56, 120, 380].map((x) => down(x, 100, 160)));
    expect(shown(page(words, [...frame, down(180, 105, 155)]))).toEqual(shown(page(words, frame)));
  });
});

describe("rulings between rows and some of the columns", () => {
  const funds = [
    ...line(114, ["预算数", 180], ["执行数", 280], ["执行率", 400]),
    ...line(134, ["财政资金", 60], ["30.00", 180], ["29.00", 280], ["96.67%", 400]),
    ...line(154, ["其他资金", 60], ["10.00", 180], ["9.00", 280], ["90.00%", 400]),
  ];
  const indicators = [
    ...line(174, ["一级", 60], ["二级", 100], ["三级指标", 160], ["目标", 260], ["完成", 320], ["分值", 380], ["得分", 440]),
    ...line(194, ["产出", 60], ["数量", 100], ["修桥座数", 160], ["3座", 260], ["3座", 320], ["50", 380], ["50", 440]),
    ...line(214, ["效益", 60], ["满意", 100], ["居民满意", 160], ["95%", 260], ["96%", 320], ["50", 380], ["50", 440]),
    ...line(234, ["总分", 210], ["100", 380], ["100", 440]),
  ];
  const rules = [100, 120, 140, 160, 180, 200, 220, 240].map((y) => across(y, 56, 480));

  it("leave the others to where the texts stand", () => {
    expect(shown(page([...funds, ...indicators], [...rules, down(250, 100, 160), down(150, 160, 220), down(360, 160, 240)]))).toEqual([
      [
        ["", "预算数", "执行数", "执行率"],
        ["财政资金", "30.00", "29.00", "96.67%"],
        ["其他资金", "10.00", "9.00", "90.00%"],
      ],
      [
        ["一级", "二级", "三级指标", "目标", "完成", "分值", "得分"],
        ["产出", "数量", "修桥座数", "3座", "3座", "50", "50"],
        ["效益", "满意", "居民满意", "95%", "96%", "50", "50"],
        ["总分 [1×5]", "100", "100"],
      ],
    ]);
  });

  it("part a head over several columns from the one beside it", () => {
    const words = [
      ...line(114, ["目标与结果", 165], ["评分", 320]),
      ...line(124, ["指标", 60]),
      ...line(134, ["目标", 150], ["结果", 220], ["分值", 290], ["得分", 350]),
      ...line(154, ["修桥座数", 60], ["3座", 150], ["3座", 220], ["50", 290], ["50", 350]),
      ...line(174, ["居民满意", 60], ["95%", 150], ["96%", 220], ["50", 290], ["50", 350]),
    ];
    const uprights = [
      down(56, 100, 180),
      down(390, 100, 180),
      down(130, 100, 140),
      down(200, 120, 140),
      down(270, 100, 140),
      down(325, 120, 140),
    ];
    const own = [100, 140, 160, 180].map((y) => across(y, 56, 390));
    expect(shown(page(words, [...own, across(120, 130, 390), ...uprights]))).toEqual([
      [
        ["指标 [2×1]", "目标与结果 [1×2]", "评分 [1×2]"],
        ["目标", "结果", "分值", "得分"],
        ["修桥座数", "3座", "3座", "50", "50"],
        ["居民满意", "95%", "96%", "50", "50"],
      ],
    ]);
  });

  it("part no row from the one above it where the same upright ones pass", () => {
    const late = [...line(234, ["效益", 60], ["持续", 100], ["管护制度", 160], ["健全", 300], ["健全", 350], ["0", 400], ["0", 440])];
    const [table, ...others] = layOut([page([...indicators.slice(0, -3), ...late], [...rules.slice(3), down(150, 160, 240)])]);
    expect([table?.type, others]).toEqual(["table", []]);
  });
});

describe("a page's last row, of which the break leaves the upper part", () => {
  it("is one row, though its cells stand no more in its middle", () => {
    const words = [
      ...line(114, ["指标", 60], ["目标值", 160], ["完成值", 260], ["得分", 360]),
      ...["修建道", "路里程"].flatMap((text, i) => line(144 + 20 * i, [text, 60])),
      ...line(154, ["8里", 160], ["8里", 260], ["10", 360]),
      ...["改造公", "共停车", "场数量"].flatMap((text, i) => line(194 + 20 * i, [text, 60])),
      ...["≥21500", "0个"].flatMap((text, i) => line(194 + 20 * i, [text, 160])),
      ...["2183个", "（含临", "时）"].flatMap((text, i) => line(194 + 20 * i, [text, 260])),
      ...line(194, ["10", 360]),
    ];
    expect(shown(page(words, []))).toEqual([
      [
        ["指标", "目标值", "完成值", "得分"],
        ["修建道路里程", "8里", "8里", "10"],
        ["改造公共停车场数量", "≥215000个", "2183个（含临时）", "10"],
      ],
    ]);
  });
});
