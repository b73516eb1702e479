import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Table } from "../../../src/core/extracted.js";
import { layOut } from "../../../src/extract/tables/lay-out.js";
import type { PlacedPage, Ruling } from "../../../src/extract/tables/placed.js";
import { shownBlocks, uncovered } from "../shown-blocks.js";
import { across, type DrawnCell, down, drawGrid, page, word } from "./placed-grid.js";

const shown = (...pages: readonly PlacedPage[]): unknown[] => shownBlocks(layOut(pages));

const plain = (rows: readonly (readonly string[])[]): DrawnCell[] =>
  rows.flatMap((texts, row) => texts.map((text, column) => ({ row, column, rowSpan: 1, colSpan: 1, text })));
const ROWS = [
  ["指标", "目标值", "得分"],
  ["管护里程", "18", "20"],
  ["巡查次数", "96", "9.5"],
];
const XS = [100, 204, 304, 404];
const YS = [100, 120, 140, 160];
const DRAWN = drawGrid(plain(ROWS), XS, YS);

describe("layOut, of words and rulings alone", () => {
  it("makes a grid of cells whose borders are drawn one by one", () => {
    expect(shown(page(DRAWN.words, DRAWN.rulings))).toEqual([ROWS]);
  });

  it("joins dashes and dots, and double lines", () => {
    const dashed = DRAWN.rulings.flatMap((line): Ruling[] =>
      Array.from({ length: Math.ceil((line.to - line.from) / 5) }, (_, i) => ({
        ...line,
        from: line.from + 5 * i,
        to: Math.min(line.to, line.from + 5 * i + 3),
      })),
    );
    expect(shown(page(DRAWN.words, dashed))).toEqual([ROWS]);
    const doubled = DRAWN.rulings.flatMap((line) => [line, { ...line, at: line.at + 1.5 }]);
    expect(shown(page(DRAWN.words, doubled))).toEqual([ROWS]);
  });

  it("keeps a text that has more lines than its row is high in its cell", () => {
    const rows = [
      ["层级", "目标值", "得分"],
      ["生态效益", "18", "20"],
      ["", "96", "9.5"],
      ["总分", "", "29.5"],
    ];
    const ys = [100, 113, 126, 139, 152];
    const { words, rulings } = drawGrid(plain(rows), [100, 145, 304, 404], ys);
    const lines = ["服务对象", "满意度"].map((text, i) => word(text, i === 0 ? 102 : 107, 129 + 14 * i));
    expect(shown(page([...words, ...lines], rulings))).toEqual([[rows[0], rows[1], ["服务对象满意度", "96", "9.5"], rows[3]]]);
  });

  it("keeps a text in its cell where the column's edge steps from row to row", () => {
    const rows = [
      ["培训药农", "400", "9.2"],
      ["种苗成活", "90", "15"],
    ];
    const [upper, lower] = [
      drawGrid(plain([rows[0]!]), [100, 204, 308.9, 404], [100, 120]),
      drawGrid(plain([rows[1]!]), [100, 204, 300, 404], [120, 140]),
    ];
    const wide = word("15", 300.5, 133);
    const words = [...upper.words, ...lower.words.filter(({ text }) => text !== "15"), wide];
    expect(shown(page(words, [...upper.rulings, ...lower.rulings]))).toEqual([rows]);
  });

  it("takes the border of a page for no table", () => {
    const border = [across(20, 20, 575), across(822, 20, 575), down(20, 20, 822), down(575, 20, 822)];
    const [title, unit] = [word("自评情况", 100, 60, 14), word("单位：万元", 354, 96)];
    const note = word("填报说明", 100, 200);
    expect(shown(page([title, unit, ...DRAWN.words, note], [...border, ...DRAWN.rulings]))).toEqual([
      title.text,
      unit.text,
      ROWS,
      note.text,
    ]);
  });

  it("needs no outer border at the sides", () => {
    const inner = DRAWN.rulings.filter(({ direction, at }) => direction === "horizontal" || (at > 100 && at < 404));
    expect(shown(page(DRAWN.words, inner))).toEqual([ROWS]);
  });

  it("reads a table with three lines, and one with none", () => {
    const rules = [across(100, 100, 404, 1.5), across(120, 100, 404), across(160, 100, 404, 1.5)];
    expect(shown(page(DRAWN.words, rules))).toEqual([ROWS]);
    expect(shown(page(DRAWN.words, []))).toEqual([ROWS]);
    expect((layOut([page(DRAWN.words, [])])[0] as Table).origin).toBe("aligned");
  });

  it("takes a line of labels below a table without rulings, across its gutters, for none of its rows", () => {
    const bottom = Math.max(...DRAWN.words.map(({ box }) => box[3]));
    const signed = [
      word("填报人：", 102, bottom + 22),
      word("审核人：", 180, bottom + 22),
      word("填报日期：2023年3月2日", 260, bottom + 22),
    ];
    const [table] = shown(page([...DRAWN.words, ...signed], []));
    expect(table).toEqual(ROWS);
  });

  /** Rows of a table under a head, in columns at `xs`; a level stands in the middle of its rows, which end at `ends`. */
  const dense = (
    body: readonly (readonly (readonly string[])[])[],
    xs: readonly number[],
    ends: readonly number[],
    pitch: number,
    space: number,
  ) => {
    const height = (row: readonly (readonly string[])[]) => Math.max(...row.map((lines) => lines.length)) * pitch + space;
    const tops = [120];
    for (const row of body) tops.push(tops.at(-1)! + height(row));
    const words = ["一级指标", "三级指标", "分值", "完成率", "得分"].map((text, i) => word(text, xs[i]!, 113));
    for (const [r, row] of body.entries()) {
      for (const [column, lines] of row.entries()) {
        const middle = (tops[r]! + tops[(column === 0 ? ends[r]! : r) + 1]!) / 2;
        for (const [i, text] of lines.entries()) words.push(word(text, xs[column]!, middle + 3.8 + pitch * (i - (lines.length - 1) / 2)));
      }
    }
    const rules = [across(98, 60, 380, 1.5), across(120, 60, 380), across(tops.at(-1)!, 60, 380, 1.5)];
    return shown(page(words, rules));
  };
  const DENSE = [
    [["渡口浮桥"], ["管护里程"], ["8"], ["100%"], ["8"]],
    [[], ["年度巡查任务", "完成次数"], ["16"], ["90%"], ["14.5"]],
    [[], ["清障次数"], ["6"], [], ["6"]],
    [["航道"], ["航标维护"], ["5"], ["100%"], ["5"]],
    [[], ["汛期值守人员", "到岗率"], ["15"], [], ["15"]],
  ];
  const DENSE_ROWS = [
    ["一级指标", "三级指标", "分值", "完成率", "得分"],
    ["渡口浮桥 [3×1]", "管护里程", "8", "100%", "8"],
    ["年度巡查任务完成次数", "16", "90%", "14.5"],
    ["清障次数", "6", "", "6"],
    ["航道 [2×1]", "航标维护", "5", "100%", "5"],
    ["汛期值守人员到岗率", "15", "", "15"],
  ];

  it("parts rows without rulings where wrapped lines stand nearly as far apart as rows, by the figures of each row", () => {
    const total = [["合计"], [], [], [], ["48.5"]];
    expect(dense([...DENSE, total], [60, 130, 210, 260, 320], [2, 2, 2, 4, 4, 5], 13, 5)).toEqual([
      [...DENSE_ROWS, ["合计", "", "", "", "48.5"]],
    ]);
  });

  it("parts them where no two rows of one line stand together, by as many texts as figures", () => {
    const names = [["航道清障次数"], ["年度巡查任务", "完成次数"], ["浮桥检修座数"], ["汛期值守人员", "到岗率"], ["渡运安全培训"]];
    const marks = ["8", "16", "6", "5", "15"];
    const body = names.map((name, i) => [i === 0 ? ["航道"] : [], name, [marks[i]!], [], [marks[i]!]]);
    expect(dense(body, [60, 130, 210, 260, 320], [4, 4, 4, 4, 4], 15, 3)).toEqual([
      [DENSE_ROWS[0], ...names.map((name, i) => [...(i === 0 ? ["航道 [5×1]"] : []), name.join(""), marks[i]!, "", marks[i]!])],
    ]);
  });

  it("joins no short lines that stand one below the other above a table", () => {
    const lines = ["渡口浮桥养护经费", "主管部门：某市水务局", "实施单位：某市浮桥所"];
    const words = lines.map((text, i) => word(text, i === 0 ? 220 : 60, 40 + 20 * i));
    expect(shown(page([...words, ...DRAWN.words], DRAWN.rulings)).slice(0, 3)).toEqual(lines);
  });

  it("leaves a row of a small form whole whose cells all wrap, and cuts one that holds rows of whole texts", () => {
    const xs = [60, 100, 140, 180, 220];
    const form = (rows: readonly (readonly (readonly string[])[])[]) => {
      const ys = [100];
      for (const row of rows) ys.push(ys.at(-1)! + 13 * Math.max(...row.map((lines) => lines.length)) + 4);
      const words = rows.flatMap((row, r) =>
        row.flatMap((lines, column) => lines.map((text, i) => word(text, xs[column]! + 3, ys[r]! + 12 + 13 * i))),
      );
      const lines = [...ys.map((y) => across(y, 60, 220)), ...xs.map((x) => down(x, 100, ys.at(-1)!))];
      return shown(page(words, lines))[0];
    };
    const head = [["资金", "来源"], ["预算数"], ["支出数"], ["执行率"]];
    expect(
      form([
        head,
        [
          ["年度总", "金额"],
          ["1999.3", "2"],
          ["1935.3", "6"],
          ["96.799", "%"],
        ],
      ]),
    ).toEqual([
      ["资金来源", "预算数", "支出数", "执行率"],
      ["年度总金额", "1999.32", "1935.36", "96.799%"],
    ]);
    expect(
      form([
        head,
        [
          ["省级", "市级"],
          ["20", "10"],
          ["19", "10"],
          ["95%", "100%"],
        ],
      ]),
    ).toEqual([
      ["资金来源", "预算数", "支出数", "执行率"],
      ["省级", "20", "19", "95%"],
      ["市级", "10", "10", "100%"],
    ]);
  });

  it("keeps tables side by side apart", () => {
    const right = drawGrid(
      plain([
        ["季度", "人次"],
        ["一", "11230"],
        ["二", "12410"],
      ]),
      [430, 490, 550],
      YS,
    );
    expect(shown(page([...DRAWN.words, ...right.words], [...DRAWN.rulings, ...right.rulings]))).toEqual([
      ROWS,
      [
        ["季度", "人次"],
        ["一", "11230"],
        ["二", "12410"],
      ],
    ]);
  });

  it("nests a table that stands inside a cell", () => {
    const inner = drawGrid(
      plain([
        ["甲", "乙"],
        ["1", "2"],
      ]),
      [230, 260, 290],
      [124, 136, 148],
    );
    const outer = drawGrid(
      plain([
        ["名称", "明细"],
        ["管护", ""],
      ]),
      [100, 210, 320],
      [100, 120, 152],
    );
    const table = layOut([page([...outer.words, ...inner.words], [...outer.rulings, ...inner.rulings])])[0] as Table;
    expect(shownBlocks([table])).toEqual([
      [
        ["名称", "明细"],
        ["管护", ""],
      ],
    ]);
    expect(shownBlocks(table.cells.at(-1)!.nested!)).toEqual([
      [
        ["甲", "乙"],
        ["1", "2"],
      ],
    ]);
  });

  it("joins a table over a page break, drops its repeated head, and sews the row that the break cuts", () => {
    const last = drawGrid(plain([ROWS[0]!, ROWS[1]!, ["渠道清淤疏浚加固与边", "", ""]]), XS, [740, 760, 780, 800]);
    const open = last.rulings.filter(({ direction, at }) => direction === "vertical" || at < 800);
    const next = drawGrid(plain([ROWS[0]!, ["坡整治", "4", "10"], ROWS[2]!]), XS, [60, 80, 100, 120]);

    expect(shown(page(last.words, open, 1), page(next.words, next.rulings, 2))).toEqual([
      [ROWS[0], ROWS[1], ["渠道清淤疏浚加固与边坡整治", "4", "10"], ROWS[2]],
    ]);
  });

  it("drops a head repeated below the break that heads a block in the midst of the table", () => {
    const form = [["项目名称", "水渠修缮", "某村"], ...ROWS];
    const above = drawGrid(plain(form), XS, [720, 740, 760, 780, 800]);
    const below = drawGrid(plain([ROWS[0]!, ["培训人数", "30", "8"], ["合计", "", "37.5"]]), XS, [60, 80, 100, 120]);
    expect(shown(page(above.words, above.rulings, 1), page(below.words, below.rulings, 2))).toEqual([
      [...form, ["培训人数", "30", "8"], ["合计", "", "37.5"]],
    ]);
  });

  it("joins a table of three hundred pages in the time of its rows, not of their square", { timeout: 10_000 }, () => {
    const ys = Array.from({ length: 15 }, (_, i) => 50 + 52 * i);
    const texts = (at: number): string[] => ["产出指标", `第${at}号渠道清淤`, "≥5", `${at}`, "5", "无"];
    const pages = Array.from({ length: 300 }, (_, i) => {
      const rows = plain(Array.from({ length: 14 }, (_row, row) => texts(i * 14 + row)));
      const { words, rulings } = drawGrid(rows, [60, 140, 240, 300, 360, 420, 480], ys);
      return page(words, rulings, i + 1);
    });
    const [table, ...others] = layOut(pages) as Table[];
    expect(others).toEqual([]);
    expect(table).toMatchObject({ rowCount: 4200, columnCount: 6 });
    expect(table!.cells.slice(-6).map((cell) => cell.text)).toEqual(texts(4199));
  });

  it("keeps the forms of a collection apart, whether each has the same title or none", () => {
    const form = (project: string): ReturnType<typeof drawGrid> =>
      drawGrid(
        [
          { row: 0, column: 0, rowSpan: 1, colSpan: 1, text: "项目名称" },
          { row: 0, column: 1, rowSpan: 1, colSpan: 2, text: project },
          ...plain([ROWS[1]!, ROWS[2]!]).map((cell) => ({ ...cell, row: cell.row + 1 })),
        ],
        XS,
        [60, 300, 560, 800],
      );
    const rows = (project: string): string[][] => [["项目名称", `${project} [1×2]`], ROWS[1]!, ROWS[2]!];
    const pages = ["步道管护", "渠道清淤"].map((project, index) => {
      const { words, rulings } = form(project);
      return page(words, rulings, index + 1);
    });
    expect(shown(...pages)).toEqual([rows("步道管护"), rows("渠道清淤")]);
    const titled = pages.map((each) => ({ ...each, words: [word("绩效自评表", 220, 50, 16), ...each.words] }));
    expect(shown(...titled)).toEqual(["绩效自评表", rows("步道管护"), "绩效自评表", rows("渠道清淤")]);
  });

  it("leaves out running heads and page numbers, and joins wrapped lines to paragraphs", () => {
    const body = (number: number): PlacedPage =>
      page(
        [
          word("青泽县水务站绩效自评报告", 200, 40),
          word("本年度管护步道十八公里，更换护栏二百一十六米，沿线住户的满意率经问卷调查", 120, 200),
          word("为百分之九十三，较上年有所提高。", 100, 216),
          word(`第 ${number} 页`, 280, 810),
        ],
        [],
        number,
      );
    const text = "本年度管护步道十八公里，更换护栏二百一十六米，沿线住户的满意率经问卷调查为百分之九十三，较上年有所提高。";
    expect(shown(body(1), body(2))).toEqual([text, text]);
  });

  it("keeps a cover's date, a label and its value, and the large head of the next page, apart from the large lines above", () => {
    const centred = (text: string, y: number) => word(text, 297.5 - 8 * [...text].length, y, 16);
    const body = [0, 1, 2].map((i) => word("管护步道".repeat(10), 97.5, 200 + 16 * i));
    const cover = [
      centred("二〇二三年度步道管护经费", 100),
      centred("绩效自评报告", 130),
      centred("青泽县园林站", 160),
      centred("自评等级：较好", 190),
      centred("二〇二四年三月", 220),
    ];
    expect(shown(page(cover, [], 1), page([centred("目录", 60), ...body], [], 2)).slice(0, 4)).toEqual([
      "二〇二三年度步道管护经费绩效自评报告青泽县园林站",
      "自评等级：较好",
      "二〇二四年三月",
      "目录",
    ]);
  });

  it("leaves out a line that counts the pages, however it was read", () => {
    const body = (number: number): PlacedPage =>
      page([word(`管护步道第${number}段。`, 100, 200), word(`第${number}页共共2页`, 280, 790)], [], number);
    expect(shown(body(1), body(2))).toEqual(["管护步道第1段。管护步道第2段。"]);
    const annex = (number: number): PlacedPage => page([word(`附件${number}`, 280, 790), word("管护步道。", 100, 200)], [], number);
    expect(shown(annex(1), annex(2)).join()).toContain("附件2");
  });

  it("leaves out a recognised head of which a character was read otherwise on another page, and no figure", () => {
    const body = (number: number, head: string): PlacedPage => {
      const words = [word(head, 420, 60), word(`管护步道第${number}段。`, 100, 200)];
      return page(
        words.map((each) => ({ ...each, confidence: 0.9 })),
        [],
        number,
      );
    };
    expect(shown(body(1, "绩效白评公开材料"), body(2, "绩效自评公开材料"))).toEqual(["管护步道第1段。管护步道第2段。"]);
    expect(shown(body(1, "步道管护附件第1部"), body(2, "步道管护附件第2部")).join()).toContain("第2部");
  });

  it("parts a centred title from the smaller line below it that is as large as the text, and joins its own second line", () => {
    const body = [
      word("本年度管护步道十八公里，更换护栏二百一十六米，沿线住户的满意率经问卷调查", 120, 200),
      word("为百分之九十三，较上年有所提高，管护台账按月归档，未发生安全事故，资金按季拨付", 100, 216),
    ];
    const text = body.map((line) => line.text).join("");
    const centred = (line: string, y: number, size: number) => word(line, 290 - (line.length * size) / 2, y, size);
    const [title, unit] = [centred("步道管护经费绩效自评报告", 120, 11.8), centred("青泽县水务站", 140, 10.3)];
    expect(shown(page([title, unit, ...body], []))).toEqual([title.text, unit.text, text]);
    const second = centred("绩效自评报告", 140, 11.5);
    expect(shown(page([title, second, ...body], []))).toEqual([title.text + second.text, text]);
  });

  it("joins the lines of a list's item that begin behind its mark", () => {
    const item = (y: number, mark: string, first: string, rest: string) => [
      word(mark, 118, y),
      word(first, 136, y),
      word(rest, 136, y + 16),
    ];
    const first = "管护步道里程：年度指标值十八公里，实际完成十七公里，分值二十分，得";
    const words = [
      word("本年度管护步道十八公里，更换护栏二百一十六米，沿线住户的满意率经问", 118, 180),
      word("卷调查为百分之九十三。", 100, 196),
      ...item(220, "•", first, "分十九分"),
      ...item(260, "–", first, "分十八分"),
    ];
    expect(shown(page(words, [])).slice(1)).toEqual([`• ${first}分十九分`, `– ${first}分十八分`]);
  });

  it("knows a running head below the margin of a page that lies on its side", () => {
    const turned = (number: number): PlacedPage => ({
      ...page([word("青泽县水务站决算公开", 60, 66), word(`管护步道第${number}段。`, 100, 200)], [], number),
      width: 842,
      height: 595,
    });
    expect(shown(turned(1), turned(2))).toEqual(["管护步道第1段。管护步道第2段。"]);
  });

  it("does not take an underline or a frame around a paragraph for a table", () => {
    expect(shown(page([word("填报单位：青泽县水务站", 100, 150)], [across(153, 150, 260)]))).toEqual(["填报单位：青泽县水务站"]);
    const frame = [across(130, 90, 300), across(170, 90, 300), down(90, 130, 170), down(300, 130, 170)];
    expect(layOut([page([word("填报说明见附件。", 100, 150)], frame)]).map(({ type }) => type)).toEqual(["paragraph"]);
  });
});

/** Rectangles that cover a grid of rows × columns: each free position grows right and down as far as chance and its neighbours let it. */
const grids = fc
  .record({
    rows: fc.integer({ min: 2, max: 7 }),
    columns: fc.integer({ min: 2, max: 6 }),
    spans: fc.array(fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), fc.boolean()), {
      minLength: 42,
      maxLength: 42,
    }),
    widths: fc.array(fc.integer({ min: 42, max: 90 }), { minLength: 6, maxLength: 6 }),
    heights: fc.array(fc.integer({ min: 18, max: 60 }), { minLength: 7, maxLength: 7 }),
  })
  .map(({ rows, columns, spans, widths, heights }) => {
    const taken = new Set<number>();
    const cells: DrawnCell[] = [];
    for (let row = 0; row < rows; row++)
      for (let column = 0; column < columns; column++) {
        if (taken.has(row * 10 + column)) continue;
        const [tall, wide, merged] = spans[row * 6 + column]!;
        let colSpan = 1;
        while (merged && colSpan < wide && column + colSpan < columns && !taken.has(row * 10 + column + colSpan)) colSpan++;
        const rowSpan = merged ? Math.min(tall, rows - row) : 1;
        for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + colSpan; c++) taken.add(r * 10 + c);
        cells.push({ row, column, rowSpan, colSpan, text: `甲${row}${column}` });
      }
    const edges = (start: number, sizes: readonly number[], count: number): number[] =>
      sizes.slice(0, count).reduce((all, size) => all.concat(all.at(-1)! + size), [start]);
    return { cells, xs: edges(20, widths, columns), ys: edges(150, heights, rows), rows, columns };
  })
  // Edges at which every cell is merged across are no edges to a reader.
  .filter(({ cells, rows, columns }) => {
    const rowEdges = new Set(cells.flatMap(({ row, rowSpan }) => [row, row + rowSpan]));
    const columnEdges = new Set(cells.flatMap(({ column, colSpan }) => [column, column + colSpan]));
    return rowEdges.size === rows + 1 && columnEdges.size === columns + 1;
  });

describe("any ruled grid", () => {
  it("comes back exactly, whatever is merged and in whatever order it was drawn", () => {
    fc.assert(
      fc.property(grids, fc.integer(), ({ cells, xs, ys, rows, columns }, seed) => {
        const { words, rulings } = drawGrid(cells, xs, ys);
        const shuffle = <T>(list: readonly T[]): T[] =>
          list
            .map((item, i) => ({ item, key: Math.imul(i + 1, seed | 1) }))
            .sort((a, b) => a.key - b.key)
            .map(({ item }) => item);
        const blocks = layOut([page(shuffle(words), shuffle(rulings))]);
        expect(blocks).toHaveLength(1);
        const table = blocks[0] as Table;
        expect([table.rowCount, table.columnCount]).toEqual([rows, columns]);
        expect(table.cells.map(({ row, column, rowSpan, colSpan, text }) => ({ row, column, rowSpan, colSpan, text }))).toEqual(cells);
        expect(uncovered(table)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("garbled, throws nothing and yields no character that was not there, nor one twice", () => {
    const number = fc.oneof(fc.integer({ min: -50, max: 900 }), fc.double({ min: 0, max: 600, noNaN: true }));
    const ruling = fc.record({
      direction: fc.constantFrom("horizontal" as const, "vertical" as const),
      at: number,
      from: number,
      to: number,
      thickness: fc.constantFrom(0, 0.5, 3),
    });
    const loose = fc.tuple(fc.integer({ min: -20, max: 600 }), fc.integer({ min: -20, max: 860 }), fc.constantFrom(0.1, 6, 10, 40));
    fc.assert(
      fc.property(grids, fc.array(ruling, { maxLength: 12 }), fc.array(loose, { maxLength: 12 }), fc.nat(), (grid, more, others, drop) => {
        const { words, rulings } = drawGrid(grid.cells, grid.xs, grid.ys);
        const lines = [
          ...rulings.filter((_, i) => (i * 7919 + drop) % 5 !== 0),
          ...more.map((each) => (each.from <= each.to ? each : { ...each, from: each.to, to: each.from })),
        ];
        const all = [...words, ...others.map(([x, y, size], i) => word(`乙${i}`, x, y, size))];
        const count = (text: string): Map<string, number> => {
          const counts = new Map<string, number>();
          for (const glyph of text) counts.set(glyph, (counts.get(glyph) ?? 0) + 1);
          return counts;
        };
        const had = count(all.map(({ text }) => text).join(""));
        const texts = (tables: readonly Table[]): string[] =>
          tables.flatMap(({ cells }) => cells.flatMap(({ text, nested }) => [text, ...texts(nested ?? [])]));
        const blocks = layOut([page(all, lines)]);
        const got = blocks.flatMap((block) => (block.type === "paragraph" ? [block.text] : texts([block])));
        for (const [glyph, times] of count(got.join("").replace(/\s/gu, ""))) expect(times).toBeLessThanOrEqual(had.get(glyph) ?? 0);
        expect(blocks.flatMap((block) => (block.type === "table" ? uncovered(block) : []))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe("ink that recognition could not read", () => {
  it("leaves its cell without a text, and with a reading that nobody trusts", () => {
    const cells = ["项目", "得分", "巡查", ""].map((text, i) => ({ row: i >> 1, column: i % 2, rowSpan: 1, colSpan: 1, text }));
    const { words, rulings } = drawGrid(cells, [100, 200, 300], [100, 130, 160]);
    const unread: [number, number, number, number][] = [[240, 140, 245, 150]];
    const [table] = layOut([{ ...page(words, rulings), unread }]);
    const readings = table?.type === "table" ? table.cells.map(({ text, reading }) => [text, reading?.confidence]) : [];
    expect(readings).toEqual([
      ["项目", undefined],
      ["得分", undefined],
      ["巡查", undefined],
      ["", 0],
    ]);
  });
});
