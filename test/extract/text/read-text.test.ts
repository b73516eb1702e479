import { describe, expect, it } from "vitest";
import type { Block, Table } from "../../../src/core/extracted.js";
import { LIMITS } from "../../../src/core/limits.js";
import { readText } from "../../../src/extract/text/read-text.js";
import { shownBlocks, shownTable, uncovered } from "../shown-blocks.js";

function read(text: string) {
  return readText(new TextEncoder().encode(text));
}

function shown(text: string): unknown[] {
  return shownBlocks(read(text).blocks);
}

function tables(blocks: readonly Block[]): Table[] {
  return blocks.filter((block): block is Table => block.type === "table");
}

const SENTENCE = "本年度按计划完成渠道清淤和闸门检修，汛期前全部验收，工程档案按季归集整理并移交管理单位保管。";

describe("lines of a text", () => {
  it("become paragraphs that keep the raw line, its number and the blank lines before it", () => {
    const { blocks } = read("  单位：万元\r\n\r\n\r\n项目 预算\r\n");
    expect(blocks).toMatchObject([
      { text: "单位：万元", blankBefore: 0, lines: [{ text: "  单位：万元", evidence: { line: 1 } }] },
      { text: "项目预算", blankBefore: 2, lines: [{ text: "项目 预算", evidence: { line: 4, quote: "项目预算" } }] },
    ]);
  });

  it("that are drawn over the page say nothing, and part what stands around them as blank lines do", () => {
    for (const rule of ["-".repeat(60), "=".repeat(20), "————————", "＿＿＿＿＿＿"])
      expect(read(`单位：万元\n${rule}\n总分 100 97.37`).blocks).toMatchObject([
        { text: "单位：万元" },
        { text: "总分 100 97.37", blankBefore: 1, evidence: [{ line: 3 }] },
      ]);
  });

  it("lose the bookmarks of a Word dump and the tags of a vision model, but no comparison sign", () => {
    expect(shown("[bookmark: _Toc1][bookmark: _Back]一、概况\n合格率<5%且>3%\n<b>总分</b>：<font size=3>98</font>&nbsp;分")).toEqual([
      "一、概况",
      "合格率<5%且>3%",
      "总分：98 分",
    ]);
  });

  it("show ticks, LaTeX signs and entities as characters", () => {
    expect(
      shown('长期<input type="checkbox" checked> 一次性<input type="checkbox">\n目标 $\\geq 95\\%$，误差$\\pm$3&lt;5\n预算$20和$30'),
    ).toEqual(["长期☑一次性☐", "目标≥95%，误差±3<5", "预算$20和$30"]);
  });

  it("show LaTeX signs as characters also in the tables that a vision model writes as HTML", () => {
    const table =
      "<table><tr><td>指标</td><td>指标值</td></tr><tr><td>渠道清淤</td><td>$\\geq 12$公里</td></tr><tr><td>合格率</td><td>$100\\%$</td></tr></table>";
    const block = read(table).blocks[0];
    expect(block?.type === "table" && block.cells.map(({ text }) => text)).toEqual([
      "指标",
      "指标值",
      "渠道清淤",
      "≥12公里",
      "合格率",
      "100%",
    ]);
  });

  it("are told as lines when they were broken for a width", () => {
    const wrapped =
      "本年度按计划完成渠道清淤和闸门检修任务，汛期前全\n部验收合格，工程档案按季归集整理，由管理单位保管\n备查，并在年底前完成移交手续的办理工作，无遗留问\n题。";
    expect(read(wrapped).flow).toBe("lines");
  });

  it("are told as flowing when they are paragraphs, and one that a page cut in two is joined", () => {
    const text = `一、概况\n${SENTENCE}\n${SENTENCE.slice(0, 30)}\n\n${SENTENCE.slice(30)}\n${SENTENCE}\n${SENTENCE}`;
    const { flow, blocks } = read(text);
    expect(flow).toBe("flowed");
    expect(shownBlocks(blocks)).toEqual(["一、概况", SENTENCE, SENTENCE, SENTENCE, SENTENCE]);
    expect(blocks[2]).toMatchObject({ evidence: [{ line: 3 }, { line: 5 }] });
  });

  it("do not join a heading or a numbered point to what stands before it", () => {
    const open = "本年度按计划完成渠道清淤、闸门检修和堤防加固，具体情况如下表所列各项";
    expect(shown([SENTENCE, SENTENCE, SENTENCE, open, "（一）数量", SENTENCE].join("\n"))).toContain("（一）数量");
  });

  it("leave out a page number that stands in the midst of a sentence, and keep any other number", () => {
    const half = "本年度按计划完成渠道清淤和闸门检修任务，汛期前全";
    expect(shown(`${half}\n\n12\n\n部验收合格，工程档案按季归集整理。\n得分\n\n12\n`)).toEqual([
      half,
      "部验收合格，工程档案按季归集整理。",
      "得分",
      "12",
    ]);
  });

  it.each([
    ["第 1 页 共 2 页\n清源县2023年度预算绩效自评材料汇编\n时效指标 按期完工", ["第 1 页共 2 页", "时效指标按期完工"]],
    ["—— 第 1 页 ——\n\n清源县水务局绩效评价资料\n渠道", ["——第 1 页——", "渠道"]],
    ["第 1 页\n受益群众\n满意度", ["第 1 页", "受益群众", "满意度"]],
    ["第 1 页\n发放节水宣传资料\n≥500份", ["第 1 页", "发放节水宣传资料", "≥500份"]],
    ["第 1 页\n县级部门预算公开\n完成", ["第 1 页", "县级部门预算公开", "完成"]],
  ])("leave out running heads behind the foot of a page: %s", (text, left) => {
    expect(shown(text)).toEqual(left);
  });

  it("begin a page behind a running head that a form feed stands before", () => {
    const { blocks } = read("清淤\n第 1 页\f清源县2023年度绩效自评材料\n渠道");
    expect(blocks.at(-1)).toMatchObject({ text: "渠道", newPage: true });
  });

  it("part at form feeds", () => {
    expect(shown("第一页末行\f第二页首行")).toEqual(["第一页末行", "第二页首行"]);
  });
});

describe("tables dumped one cell a line behind tabs", () => {
  const dump = [
    "\t项目\n\t行次\n\t资金\n\t其他",
    "\t\n\t\n\t小计\n\t市级\n\t",
    "\t年初预算\n\t(1)\n\t80\n\t80\n\t",
    "\t执行\n\t(2)\n\t75.5\n\t75.5\n\t",
  ].join("\n\n");

  it("become a grid, and a group's head spans what stands below it", () => {
    expect(shown(`（二）执行情况\n\n${dump}\n\n\n（三）目标`)).toEqual([
      "（二）执行情况",
      [
        ["项目", "行次", "资金 [1×2]", "其他"],
        ["", "", "小计", "市级", ""],
        ["年初预算", "(1)", "80", "80", ""],
        ["执行", "(2)", "75.5", "75.5", ""],
      ],
      "（三）目标",
    ]);
  });

  it("carry the line of each cell", () => {
    const [table] = tables(read(dump).blocks);
    expect(table?.cells.find((cell) => cell.text === "75.5")?.evidence).toEqual([{ line: 20, quote: "75.5", table: 0, row: 3, column: 2 }]);
  });

  it("keep short rows of which nothing tells how they are merged, and span the table with a cell alone", () => {
    expect(shown("\t一、概况\n\n\t负责人\n\t甲\n\t电话\n\t—\n\n\t起止\n\t全年\n\n\t预算\n\t20\n\t到位\n\t20")).toEqual([
      [["一、概况 [1×4]"], ["负责人", "甲", "电话", "—"], ["起止", "全年", "", ""], ["预算", "20", "到位", "20"]],
    ]);
  });

  it("lay a short row where the figures of its kind stand", () => {
    const rows = [
      ["一级", "二级", "指标值", "完成率", "分值", "得分", "原因"],
      ["执行", "100%", "93.92%", "10", "9.39", "年末支付"],
      ["产出", "数量", "≥30公里", "101.00%", "50", "49", ""],
      ["", "质量", "≥98%", "100.00%", "40", "40", "无"],
      ["合计", "100", "98.39", ""],
    ];
    expect(shown(rows.map((row) => row.map((cell) => `\t${cell}`).join("\n")).join("\n\n"))).toEqual([
      [
        ["一级", "二级", "指标值", "完成率", "分值", "得分", "原因"],
        ["执行 [1×2]", "100%", "93.92%", "10", "9.39", "年末支付"],
        ["产出", "数量", "≥30公里", "101.00%", "50", "49", ""],
        ["", "质量", "≥98%", "100.00%", "40", "40", "无"],
        ["合计 [1×4]", "100", "98.39", ""],
      ],
    ]);
  });

  it("are not seen in indented prose", () => {
    const text = `\t${SENTENCE}\n\t${SENTENCE}\n\n\t${SENTENCE}\n\t${SENTENCE}`;
    expect(shown(text)).toEqual([SENTENCE, SENTENCE, SENTENCE, SENTENCE]);
  });
});

describe("rows parted by tabs", () => {
  it("become a table, short rows padded, over one blank line", () => {
    expect(shown("一级指标\t二级指标\t分值\t得分\n产出\t数量\t50\t49\n\t质量\t40\t40\n\n总分\t89")).toEqual([
      [
        ["一级指标", "二级指标", "分值", "得分"],
        ["产出", "数量", "50", "49"],
        ["", "质量", "40", "40"],
        ["总分", "89", "", ""],
      ],
    ]);
  });

  it("go on over rows of nothing but tabs", () => {
    expect(shown("指标\t分值\t得分\n产出\t50\t49\n\t\t\n\t\t\n合计\t50\t49\n\t\t\n后文")).toEqual([
      [
        ["指标", "分值", "得分"],
        ["产出", "50", "49"],
        ["", "", ""],
        ["", "", ""],
        ["合计", "50", "49"],
      ],
      "后文",
    ]);
  });

  it("keep a quoted cell of several lines together, its paragraphs apart", () => {
    expect(shown('指标\t原因\n产量\t"受雨水影响。\n次年""补种"""\n质量\t无')).toEqual([
      [
        ["指标", "原因"],
        ["产量", '受雨水影响。\n次年"补种"'],
        ["质量", "无"],
      ],
    ]);
  });

  it("may begin with a quoted cell of several lines", () => {
    const [table] = tables(read('名称\t目标\t实际\n清淤\t3\t3\n"满意度\n指标"\t90%\t91%').blocks);
    expect(shownTable(table!).at(-1)).toEqual(["满意度指标", "90%", "91%"]);
  });

  it("leave an unclosed quote alone", () => {
    expect(shown('指标\t说明\n甲\t"未闭合\n乙\t无')).toEqual([
      [
        ["指标", "说明"],
        ["甲", '"未闭合'],
        ["乙", "无"],
      ],
    ]);
  });

  it("are not seen in contents, numbered headings and lone lines", () => {
    expect(read("一、项目概况\t1\n二、资金情况\t3\n三、存在问题\t12").blocks.every((block) => block.type === "paragraph")).toBe(true);
    expect(read("1.\t项目背景\n2.\t资金情况\n\n填报日期：\t2021年4月").blocks.every((block) => block.type === "paragraph")).toBe(true);
  });
});

describe("rows parted by bars", () => {
  it("become a table with or without bars at the ends, and keep cells beyond the head", () => {
    const body = [
      ["指标", "分值", "得分"],
      ["产量 | 合计", "50", "49", "注"],
      ["质量", "", "40"],
    ];
    const want = [["指标", "分值", "得分", ""], body[1], ["质量", "", "40", ""]];
    expect(shown("| 指标 | 分值 | 得分 |\n|:--|--:|---|\n| 产量 \\| 合计 | 50 | 49 | 注 |\n| 质量 |  | 40 |")).toEqual([want]);
    expect(shown("指标 | 分值 | 得分\n---|---|---\n产量 \\| 合计 | 50 | 49 | 注\n质量 |  | 40")).toEqual([want]);
  });

  it.each([
    ["with outer bars", "|一级|指标|目标|得分|\n|产出|渠道清淤|≥3处|20|\n||水压试验（含\n支管）\n合格率|=100%|9|\n|效益|投诉|≤6件|8|"],
    ["without", "一级|指标|目标|得分\n产出|渠道清淤|≥3处|20\n|水压试验（含\n支管）\n合格率|=100%|9\n效益|投诉|≤6件|8"],
  ])("are whole again where the lines of a cell were left as they were, %s", (_, text) => {
    expect(shown(text)).toEqual([
      [
        ["一级", "指标", "目标", "得分"],
        ["产出", "渠道清淤", "≥3处", "20"],
        ["", "水压试验（含支管）合格率", "=100%", "9"],
        ["效益", "投诉", "≤6件", "8"],
      ],
    ]);
  });

  it("begin with empty cells where the table has no outer bars", () => {
    const want = [
      ["层级", "名称", "目标", "完成"],
      ["产出", "清淤长度", "≥3公里", "3公里"],
      ["", "闸门检修", "=4座", "4座"],
      ["效益", "灌溉面积", "", ""],
    ];
    const rows = "层级|名称|目标|完成\n---|---|---|---\n产出|清淤长度|≥3公里|3公里\n|闸门检修|=4座|4座\n效益|灌溉面积";
    expect(shown(rows)).toEqual([want]);
    expect(shown(rows.replace("---|---|---|---\n", ""))).toEqual([want]);
    expect(shown("|年初数|全年数\n总额|12|13\n其他|2|3")).toEqual([
      [
        ["", "年初数", "全年数"],
        ["总额", "12", "13"],
        ["其他", "2", "3"],
      ],
    ]);
  });

  it("need no rule below the head when they are framed", () => {
    expect(shown("|甲|乙|\n|1|2|")).toEqual([
      [
        ["甲", "乙"],
        ["1", "2"],
      ],
    ]);
  });

  it("go on over blank lines that a converter put between all rows", () => {
    expect(shown("| 甲 | 乙 |\n\n|---|---|\n\n| 1 | 2 |\n\n| 3 | 4 |")).toEqual([
      [
        ["甲", "乙"],
        ["1", "2"],
        ["3", "4"],
      ],
    ]);
  });

  it("drop a head that a page repeats, and begin a new table at another head", () => {
    expect(shown("|甲|乙|\n|-|-|\n|1|2|\n|甲|乙|\n|-|-|\n|3|4|\n|丙|丁|戊|\n|-|-|-|\n|5|6|7|")).toEqual([
      [
        ["甲", "乙"],
        ["1", "2"],
        ["3", "4"],
      ],
      [
        ["丙", "丁", "戊"],
        ["5", "6", "7"],
      ],
    ]);
  });

  it("sew the wrapped lines of a fixed-width dump together", () => {
    expect(
      shown(
        [
          "|一级指|指标名称|得分|",
          "|标    |        |    |",
          "|产出  |渠道清淤|9.5 |",
          "|      |长度    |    |",
          "|效益  |灌溉保证|10  |",
        ].join("\n"),
      ),
    ).toEqual([
      [
        ["一级指标", "指标名称", "得分"],
        ["产出", "渠道清淤长度", "9.5"],
        ["效益", "灌溉保证", "10"],
      ],
    ]);
  });

  it("keep to the bars of a fixed-width dump: merged cells, cells of three lines, figures that a column broke, signs counted as wide", () => {
    const text = [
      "|指标  |目标  |得分|原因    |",
      "|疏浚长|≥3 米|3   |雨季施工|",
      "|度    |      |    |窗口偏短|",
      "|      |      |    |顺延    |",
      "|合计         |98.6|        |",
      "|             |7   |        |",
    ].join("\n");
    const want = [
      ["指标", "目标", "得分", "原因"],
      ["疏浚长度", "≥3 米", "3", "雨季施工窗口偏短顺延"],
      ["合计 [1×2]", "98.67", ""],
    ];
    expect(shown(text)).toEqual([want]);
  });

  it("go on over the rest of a last cell that no bar closes", () => {
    const rows = ["名称|目标|实际|得分|原因", "清淤|3|3|10", "||2|8|雨季较长", "尚未完工", "闸门|4|4|10"];
    const [table] = tables(read(rows.join("\n")).blocks);
    expect(shownTable(table!).slice(2)).toEqual([
      ["", "", "2", "8", "雨季较长尚未完工"],
      ["闸门", "4", "4", "10", ""],
    ]);
  });

  it("are a form where blocks of rows of one length stand among labels with their values", () => {
    const rows = [
      "主管部门 | 水务局 | 项目单位 | 管理站",
      "项目名称 | 渠道",
      "资金 | 预算数 | 执行数 | 执行率",
      "合计 | 8 | 8 | 100%",
      "财政 | 8 | 8 | 100%",
    ];
    expect(tables(read(rows.join("\n")).blocks).map(({ rowCount }) => rowCount)).toEqual([5]);
    expect(tables(read("| 项目名称 | 渠道 |\n| 主管部门 | 水务局 | 项目单位 | 管理站 |").blocks)).toHaveLength(1);
  });

  it("are looked for once only in lines that are no table, though words stand between them", () => {
    const lines = Array.from({ length: 8000 }, () => ["指标甲", "乙丙|丁"]).flat();
    expect(shown(lines.join("\n"))).toHaveLength(lines.length);
  });

  it("are not seen in prose with a bar", () => {
    expect(shown("首页 | 公开\n正文如下")).toEqual(["首页 | 公开", "正文如下"]);
  });
});

describe("drawn tables", () => {
  it("are read with their merged cells, whether bars are one column wide or two", () => {
    const want = [
      [
        ["指标", "分值", "得分"],
        ["产出 [2×1]", "50", "49"],
        ["40", "38"],
        ["合计 [1×2]", "87"],
      ],
    ];
    const ascii = [
      "+------+------+------+",
      "| 指标 | 分值 | 得分 |",
      "+------+------+------+",
      "| 产出 | 50   | 49   |",
      "|      +------+------+",
      "|      | 40   | 38   |",
      "+------+------+------+",
      "| 合计        | 87   |",
      "+-------------+------+",
    ];
    expect(shown(ascii.join("\n"))).toEqual(want);
    const wide = [
      "┌──┬──┬──┐",
      "│指标│分值│得分│",
      "├──┼──┼──┤",
      "│产出│50  │49  │",
      "│    ├──┼──┤",
      "│    │40  │38  │",
      "├──┴──┼──┤",
      "│合计      │87  │",
      "└─────┴──┘",
    ];
    expect(shown(wide.join("\n"))).toEqual(want);
  });

  it("stand in line too where signs are as wide as ideographs, and end where the next begins", () => {
    const text = [
      "┌──┬──┐",
      "│指标│得分│",
      "├──┼──┤",
      "│产出│49  │",
      "└──┴──┘",
      "┌───┬──┬──┐",
      "│目标  │实际│得分│",
      "├───┼──┼──┤",
      "│≥20条│21条│5   │",
      "├───┼──┼──┤",
      "│是…  │是  │5   │",
      "└───┴──┴──┘",
    ];
    expect(shown(text.join("\n"))).toEqual([
      [
        ["指标", "得分"],
        ["产出", "49"],
      ],
      [
        ["目标", "实际", "得分"],
        ["≥20条", "21条", "5"],
        ["是…", "是", "5"],
      ],
    ]);
  });

  it("stand in order where every line has as many, however its spaces are counted", () => {
    const text = [
      "资金来源                      年初预算                   调整后预算                   实际支出                  执行率",
      "当年财政拨款                              1239.43                  1365.64                  1286.20       94.18%",
      "上年结转资金                    299.77            299.77            299.77    100.00%",
      "其他资金                         0.00             0.00             0.00     0.00%",
      "合计                          1539.20           1665.41           1585.97    95.23%",
    ];
    expect(shown(text.join("\n"))).toEqual([
      [
        ["资金来源", "年初预算", "调整后预算", "实际支出", "执行率"],
        ["当年财政拨款", "1239.43", "1365.64", "1286.20", "94.18%"],
        ["上年结转资金", "299.77", "299.77", "299.77", "100.00%"],
        ["其他资金", "0.00", "0.00", "0.00", "0.00%"],
        ["合计", "1539.20", "1665.41", "1585.97", "95.23%"],
      ],
    ]);
  });

  it("lose no digit at a bar that a wide dash before it moved", () => {
    const text = [
      "┌────┬────┬────┐",
      "│年初│分值│得分│",
      "├────┼────┼────┤",
      "│80.5│ 10 │9.39│",
      "├────┼────┼────┤",
      "│62.1│ — │8.12│",
      "└────┴────┴────┘",
    ];
    expect(shown(text.join("\n"))).toEqual([
      [
        ["年初", "分值", "得分"],
        ["80.5", "10", "9.39"],
        ["62.1", "—", "8.12"],
      ],
    ]);
  });

  it("may leave out the upper rule", () => {
    expect(shown("| 甲 | 乙 |\n+----+----+\n| 1  | 2  |\n+----+----+")).toEqual([
      [
        ["甲", "乙"],
        ["1", "2"],
      ],
    ]);
  });

  it("have a row in each line where rules part only the head from the body", () => {
    expect(shown("+----+----+\n| 甲 | 乙 |\n+----+----+\n| 1  | 2  |\n| 3  | 4  |\n+----+----+")).toEqual([
      [
        ["甲", "乙"],
        ["1", "2"],
        ["3", "4"],
      ],
    ]);
  });

  it("join the lines of a wrapped cell", () => {
    expect(
      shown(
        "┌────┬────┬──┐\n│ 指标   │ 说明   │得分│\n├────┼────┼──┤\n│ 渠道   │ 按期   │ 5  │\n│ 长度   │ 完成   │    │\n├────┼────┼──┤\n│ 质量   │ 合格   │ 6  │\n└────┴────┴──┘",
      ),
    ).toEqual([
      [
        ["指标", "说明", "得分"],
        ["渠道长度", "按期完成", "5"],
        ["质量", "合格", "6"],
      ],
    ]);
  });
});

describe("tables set with spaces", () => {
  it("are read where the columns stay blank over all rows", () => {
    expect(
      shown(
        "资金来源      年初预算    执行数    执行率\n财政拨款        120.00      98.50    82.08%\n其他资金          0.00       0.00        —",
      ),
    ).toEqual([
      [
        ["资金来源", "年初预算", "执行数", "执行率"],
        ["财政拨款", "120.00", "98.50", "82.08%"],
        ["其他资金", "0.00", "0.00", "—"],
      ],
    ]);
  });

  it("begin with a head that a blank line sets apart, whose words stand aside of their columns", () => {
    const rows =
      "财政拨款             120.00         98.50      82.08%\n其他资金               0.00          0.00       0.00%\n合计               120.00         98.50      82.08%";
    const text = `     资金来源      年初预算      执行数          执行率\n\n${rows}`;
    expect(shown(text)).toEqual([
      [
        ["资金来源", "年初预算", "执行数", "执行率"],
        ["财政拨款", "120.00", "98.50", "82.08%"],
        ["其他资金", "0.00", "0.00", "0.00%"],
        ["合计", "120.00", "98.50", "82.08%"],
      ],
    ]);
  });

  it("stay lines where a label stands between their head and the rows", () => {
    const text = [
      "              年初预算数    全年执行数    执行率",
      "  项目资金",
      "  总额        100.00        90.00         90%",
      "  其中：甲    60.00         50.00         83%",
      "  乙          40.00         40.00         100%",
    ].join("\n");
    expect(shown(text)).toHaveLength(5);
  });

  it("stay lines where cells are wrapped, since alignment does not tell whose they are", () => {
    const lines = ["渠道清淤      ≥30公里     32公里    8    8", "长度", "闸门检修      ≥12座       12座      7    7", "数量"];
    expect(read(lines.join("\n")).blocks.every((block) => block.type === "paragraph")).toBe(true);
  });

  it("pair the labels and values of a cover", () => {
    expect(shown("项目名称  渠道维护费\n主管部门  某某县水利局\n评价类型  事前□    事后√")).toEqual([
      [
        ["项目名称", "渠道维护费"],
        ["主管部门", "某某县水利局"],
        ["评价类型", "事前□事后√"],
      ],
    ]);
  });
});

describe("lines with more gaps than a label's", () => {
  it("stay lines where their columns do not stand in line", () => {
    const text = "产出  渠道清淤    ≥30公里  8\n产出  闸门  ≥12座     7\n产出  合格率的提高   ≥98%  6";
    expect(read(text).blocks.map((block) => block.type)).toEqual(["paragraph", "paragraph", "paragraph"]);
  });
});

describe("tables whose columns are marked by dashes", () => {
  const want = [
    [
      ["指标", "分值", "说明"],
      ["渠道清淤", "50", "按期"],
      ["", "40", ""],
    ],
  ];

  it("have one row a line below a head", () => {
    expect(shown("指标      分值  说明\n--------  ----  ----\n渠道清淤  50    按期\n          40\n")).toEqual(want);
    expect(
      shown("========  ====  ====\n指标      分值  说明\n========  ====  ====\n渠道清淤  50    按期\n          40\n========  ====  ===="),
    ).toEqual(want);
  });

  it("have rows of several lines parted by blank ones, also empty ones", () => {
    const rows = ["  渠道      50  按\\", "  清淤          期", "", "            40", "", "", ""];
    expect(
      shown(["  ----------------", "  指标    分值  说明", "  ------ ----- ----", ...rows, "  -----------------", "后文"].join("\n")),
    ).toEqual([
      [
        ["指标", "分值", "说明"],
        ["渠道清淤", "50", "按期"],
        ["", "40", ""],
      ],
      "后文",
    ]);
  });

  it("are not seen in a heading underlined with dashes", () => {
    expect(shown("一、概况\n--------\n正文")).toEqual(["一、概况", "正文"]);
  });
});

describe("comma-separated values", () => {
  it("become a table, quotes undone, an unquoted thousands separator mended", () => {
    expect(shown('指标,预算,执行\n清淤,"1,200.50",980\n检修,1,100.00,1\n"甲, ""乙""",0,0')).toEqual([
      [
        ["指标", "预算", "执行"],
        ["清淤", "1,200.50", "980"],
        ["检修", "1,100.00", "1"],
        ['甲, "乙"', "0", "0"],
      ],
    ]);
  });

  it("are not seen in amounts with thousands separators", () => {
    const text = "1,200.50 1,100.00\n3,400.00 2,900.00\n5,600.00 5,100.00";
    expect(shown(text)).toEqual(text.split("\n"));
  });
});

describe("HTML in a text", () => {
  it("is read as a table with its spans and lines, other lines stay", () => {
    const { blocks } = read('一、评分\n<table><tr><td rowspan="2">产出</td><td>5</td></tr>\n<tr><td>6</td></tr></table>\n二、问题');
    expect(shownBlocks(blocks)).toEqual(["一、评分", [["产出 [2×1]", "5"], ["6"]], "二、问题"]);
    expect(tables(blocks)[0]?.cells.find((cell) => cell.text === "6")?.evidence[0]?.line).toBe(3);
  });

  it("ends where its tags end when it is never closed", () => {
    expect(shown("<table><tr><td>甲</td><td>乙</td></tr>\n<tr><td>1</td><td>2\n其后正文")).toEqual([
      [
        ["甲", "乙"],
        ["1", "2"],
      ],
      "其后正文",
    ]);
  });
});

describe("limits of a text", () => {
  it("hold for the cells of all tables together", () => {
    const text = `${"a\tb\n".repeat(40)}中断\n${"a\tb\n".repeat(40)}`;
    expect(() => readText(new TextEncoder().encode(text), { ...LIMITS, cells: 100 })).toThrow(
      expect.objectContaining({ code: "too-large" }),
    );
  });

  it("keep every grid covered", () => {
    const all = tables(read("a\tb\tc\nd\n\ne\tf\n|甲|乙|\n|-|-|\n|1|\n").blocks);
    expect(all.length).toBeGreaterThan(0);
    for (const table of all) expect([uncovered(table), shownTable(table).length]).toEqual([[], table.rowCount]);
  });
});
