import { describe, expect, it } from "vitest";
import { layOut } from "../../../../src/extract/tables/lay-out.js";
import type { PlacedPage, Ruling, Word } from "../../../../src/extract/tables/placed.js";
import { shownBlocks } from "../../shown-blocks.js";
import { across, type DrawnCell, down, drawGrid, drawnCell, drawnRows, page, word } from "../placed-grid.js";

const shown = (...pages: PlacedPage[]): unknown[] => shownBlocks(layOut(pages));

/** Left edges of the columns and the right edge of the last. */
const XS = [60, 90, 160, 300, 380, 460];

/** The part of a table on one page: the edges of its rows, the rows' own cells from the third column on, and what ends at its side borders. */
function part(ys: readonly number[], rows: readonly (readonly string[])[], foot: number): { words: Word[]; rulings: Ruling[] } {
  const words = rows.flatMap((row, i) =>
    row.flatMap((text, column) => (text ? [word(text, XS[column]! + 4, (ys[i]! + ys[i + 1]!) / 2 + 3.8)] : [])),
  );
  return { words, rulings: XS.map((x) => down(x, ys[0]!, foot)) };
}

describe("tables that a page breaks", () => {
  it("keep the side of a merged cell that passes all rows of a page", () => {
    const head = ["类", "指标", "内容", "目标", "结果"];
    const above = part(
      [700, 720, 740, 760, 800],
      [head, ["产出", "数量", "修桥座数", "3座", "3座"], ["", "", "修路里程", "8里", "8里"], ["", "", "栽树棵数", "90棵", "91棵"]],
      800,
    );
    above.rulings.push(across(700, 60, 460), across(720, 60, 460), across(740, 160, 460), across(760, 160, 460));
    // Only the third column and those after it have rulings between their rows.
    const below = part(
      [60, 80, 100, 120],
      [
        ["", "", "清淤方量", "70方", "70方"],
        ["", "", "护栏长度", "60米", "60米"],
        ["", "", "灯杆根数", "12根", "12根"],
      ],
      120,
    );
    below.rulings.push(across(80, 160, 460), across(100, 160, 460));
    expect(shown(page(above.words, above.rulings, 1), page(below.words, below.rulings, 2))).toEqual([
      [
        head,
        ["产出 [6×1]", "数量 [6×1]", "修桥座数", "3座", "3座"],
        ["修路里程", "8里", "8里"],
        ["栽树棵数", "90棵", "91棵"],
        ["清淤方量", "70方", "70方"],
        ["护栏长度", "60米", "60米"],
        ["灯杆根数", "12根", "12根"],
      ],
    ]);
  });

  it("keep two figures apart between which a ruling was not seen", () => {
    const above = part(
      [700, 740, 780],
      [
        ["产出", "数量", "修桥座数", "3座", "7"],
        ["", "", "修路里程", "8里", "7"],
      ],
      780,
    );
    above.rulings.push(across(700, 60, 460), across(740, 160, 460), across(780, 60, 380));
    const below = part(
      [60, 100, 140],
      [
        ["效益", "社会", "护栏长度", "60米", "7"],
        ["", "", "灯杆根数", "12根", "9"],
      ],
      140,
    );
    below.rulings.push(across(100, 160, 460), across(140, 60, 460));
    expect(shown(page(above.words, above.rulings, 1), page(below.words, below.rulings, 2))).toEqual([
      [
        ["产出 [2×1]", "数量 [2×1]", "修桥座数", "3座", "7"],
        ["修路里程", "8里", "7"],
        ["效益 [2×1]", "社会 [2×1]", "护栏长度", "60米", "7"],
        ["灯杆根数", "12根", "9"],
      ],
    ]);
  });

  it("are whole where a merged cell parts the rows' numbers from the rest of them", () => {
    const head = ["号", "类", "内容", "目标", "结果"];
    const above = part([700, 720, 740, 800], [head, ["1", "产出", "修桥座数", "3座", "3座"], ["2", "", "修路里程", "8里", "8里"]], 800);
    above.rulings.push(across(700, 60, 460), across(720, 60, 460), across(740, 60, 90), across(740, 160, 460));
    const below = part(
      [60, 80, 100, 120],
      [
        ["3", "", "清淤方量", "70方", "70方"],
        ["4", "", "护栏长度", "60米", "60米"],
        ["5", "", "灯杆根数", "12根", "12根"],
      ],
      120,
    );
    for (const y of [80, 100]) below.rulings.push(across(y, 60, 90), across(y, 160, 460));
    expect(shown(page(above.words, above.rulings, 1), page(below.words, below.rulings, 2))).toEqual([
      [
        head,
        ["1", "产出 [5×1]", "修桥座数", "3座", "3座"],
        ["2", "修路里程", "8里", "8里"],
        ["3", "清淤方量", "70方", "70方"],
        ["4", "护栏长度", "60米", "60米"],
        ["5", "灯杆根数", "12根", "12根"],
      ],
    ]);
  });

  it("go on where a merged cell reaches over the break and nothing is drawn beside the rows there", () => {
    const head = ["绩效", "类别", "内容", "目标", "结果"];
    const above = part([700, 720, 740, 800], [head, ["", "产出", "修桥座数", "3座", "3座"], ["", "", "修路里程", "8里", "8里"]], 800);
    above.rulings.push(across(700, 60, 460), across(720, 90, 460), across(740, 160, 460));
    const rows = [
      ["", "质量", "清淤方量", "70方", "70方"],
      ["", "", "护栏长度", "60米", "60米"],
      ["", "时效", "灯杆根数", "12根", "12根"],
    ];
    const below = part([60, 80, 100, 120], rows, 120);
    // The first column's left border is not drawn, nor is any of its other sides.
    below.rulings.shift();
    below.rulings.push(across(80, 160, 460), across(100, 90, 460), across(120, 90, 460));
    const last = part([60, 80], [["", "成本", "每里造价", "9万", "9万"]], 80);
    last.rulings.push(across(60, 90, 460), across(80, 60, 460));
    expect(shown(page(above.words, above.rulings, 1), page(below.words, below.rulings, 2), page(last.words, last.rulings, 3))).toEqual([
      [
        ["绩效 [7×1]", ...head.slice(1)],
        ["产出 [2×1]", "修桥座数", "3座", "3座"],
        ["修路里程", "8里", "8里"],
        ["质量 [2×1]", "清淤方量", "70方", "70方"],
        ["护栏长度", "60米", "60米"],
        ["时效", "灯杆根数", "12根", "12根"],
        ["成本", "每里造价", "9万", "9万"],
      ],
    ]);
  });

  it("have a name that runs over the break, though its row has no unit where the others have one, and two rows under one level", () => {
    const xs = [60, 102, 180, 220, 260, 300];
    const table = (levels: readonly [string, string], rows: readonly [readonly string[], readonly string[]]): unknown => {
      const head = ["级别", "内容", "目标", "单位", "得分"];
      const more = [
        ["数量", "修桥座数", "3", "座", "10"],
        ["质量", "修路里程", "8", "里", "10"],
        ["时效", "清淤方量", "70", "方", "10"],
      ];
      const above = drawGrid(drawnRows([head, ...more, [levels[0], ...rows[0]]]), xs, [700, 720, 740, 760, 780, 800]);
      const below = drawGrid(drawnRows([[levels[1], ...rows[1]], ...more]), xs, [60, 80, 100, 120, 140]);
      return shown(page(above.words, above.rulings, 1), page(below.words, below.rulings, 2));
    };
    const cut = table(
      ["可持续影", "响"],
      [
        ["管理制度情况", "健全", "", "10"],
        ["", "", "", ""],
      ],
    ) as string[][][];
    expect(cut[0]!.map((row) => row[0])).toEqual(["级别", "数量", "质量", "时效", "可持续影响", "数量", "质量", "时效"]);
  });

  it("keep figures of two rows apart that stand in full cells on both sides of the break", () => {
    const xs = [60, 130, 200, 270, 340, 362, 384];
    const rows = [
      ["一级指标名称", "二级指标名称", "指标内容说明", "目标值说明着", "分值", "得分"],
      ["产出指标产出", "数量指标数量", "修桥座数座数", "三座三座三座", "3.02", "3.00"],
      ["满意指标满意", "居民满意满意", "居民满意程度", "大多数人满意", "6.4", "1.58"],
    ];
    const above = drawGrid(drawnRows(rows), xs, [740, 760, 780, 800]);
    const below = drawGrid(drawnRows([["合计", "", "", "", "100", "94.31"]]), xs, [60, 80]);
    expect(shown(page(above.words, above.rulings, 1), page(below.words, below.rulings, 2))).toEqual([
      [...rows, ["合计", "", "", "", "100", "94.31"]],
    ]);
  });

  it("have a name that the break cuts, though its cell is closed on both sides", () => {
    const xs = [60, 98, 170, 240, 310];
    const cell = (row: number, column: number, text: string, rowSpan = 1): DrawnCell => drawnCell(row, column, text, { rowSpan });
    const row = (at: number, ...texts: string[]): DrawnCell[] => texts.map((text, i) => cell(at, i + 1, text));
    const above = drawGrid(
      [...row(0, "内容", "目标", "得分"), cell(0, 0, "级别"), cell(1, 0, "产出指"), ...row(1, "修桥座数", "3座", "10")],
      xs,
      [740, 760, 780],
    );
    const lower = (rest: string): ReturnType<typeof drawGrid> =>
      drawGrid(
        [
          cell(0, 0, rest, 2),
          ...row(0, "修路里程", "8里", "10"),
          ...row(1, "验收合格", "全部", "10"),
          cell(2, 0, ""),
          ...row(2, "居民满意", "95%", "10"),
        ],
        xs,
        [60, 80, 100, 130],
      );
    const two = (name: string): Word[] => [word(name.slice(0, 3), 64, 112), word(name.slice(3), 74, 124)];
    const table = (rest: string, name: string): unknown => {
      const below = lower(rest);
      return shown(page(above.words, above.rulings, 1), page([...below.words, ...two(name)], below.rulings, 2));
    };
    const head = ["级别", "内容", "目标", "得分"];
    const last = ["效益指标", "居民满意", "95%", "10"];
    const others = [
      ["修路里程", "8里", "10"],
      ["验收合格", "全部", "10"],
    ];
    expect(table("标", "效益指标")).toEqual([[head, ["产出指标 [3×1]", "修桥座数", "3座", "10"], ...others, last]]);
    // What ends as no other name does is a name of its own.
    expect(table("质量", "效益指标")).toEqual([
      [head, ["产出指", "修桥座数", "3座", "10"], ["质量 [2×1]", ...others[0]!], others[1], last],
    ]);
  });

  it("go on where a form has a block with a head of its own overleaf, and its row is no rest of the row above", () => {
    const xs = [60, 130, 200, 240, 280];
    const cell = (row: number, column: number, text: string, colSpan = 1): DrawnCell => drawnCell(row, column, text, { colSpan });
    const rows = (from: number, ...texts: string[][]): DrawnCell[] => drawnRows(texts, from);
    const funds = [
      ["资金来源类别", "全年预算数额", "执行数", "执行率"],
      ["其中财政拨款", "300.00", "290.00", "9.7"],
      ["其中其他资金", "200.00", "190.00", "9.5"],
    ];
    const name = [cell(0, 0, "项目名称"), cell(0, 1, "修路", 3)];
    const head = ["三级指标名称", "年度目标值着", "分值数", "得分数"];
    const row = ["修建道路里程", "8里", "10", "9"];
    const formOf = (count: number): ReturnType<typeof drawGrid> =>
      drawGrid([...name, ...rows(1, ...funds.slice(0, count))], xs, [720, 740, 760, 780, 800].slice(0, count + 2));
    const [form, below] = [formOf(3), drawGrid(rows(0, head, row), xs, [60, 80, 100])];
    const first = ["项目名称", "修路 [1×3]"];
    expect(shown(page(form.words, form.rulings, 1), page(below.words, below.rulings, 2))).toEqual([[first, ...funds, head, row]]);
    const [cut, rest] = [formOf(1), drawGrid(rows(0, ["年度资金总额", "500.00", "480.00", "96%"], funds[1]!), xs, [60, 80, 100])];
    expect(shown(page(cut.words, cut.rulings, 1), page(rest.words, rest.rulings, 2))).toEqual([
      [first, funds[0], ["年度资金总额", "500.00", "480.00", "96%"], funds[1]],
    ]);
  });

  it("go on below a head whose texts fill their cells: figures are no rest of words", () => {
    const xs = [60, 104, 148, 192, 236, 280];
    const cells = (texts: readonly (readonly string[])[], from = 0): DrawnCell[] => drawnRows(texts, from);
    const name = [drawnCell(0, 0, "项目名称"), drawnCell(0, 1, "道路养护", { colSpan: 4 })];
    const head = ["指标类别", "指标名称", "年度目标", "标准分值", "自评分值"];
    const rows = [
      ["产出数量", "修路里程", "至少八里", "8.00", "8.00"],
      ["产出质量", "验收合格", "全部合格", "7.00", "7.00"],
      ["产出时效", "按期完工", "年底以前", "6.00", "6.00"],
      ["社会效益", "出行改善", "明显改善", "9.00", "9.00"],
    ];
    const above = drawGrid([...name, ...cells([head], 1)], xs, [780, 800, 820]);
    const below = drawGrid(cells(rows), xs, [60, 80, 100, 120, 140]);
    expect(shown(page(above.words, above.rulings, 1), page(below.words, below.rulings, 2))).toEqual([
      [["项目名称", "道路养护 [1×4]"], head, ...rows],
    ]);
  });

  describe("with much room left below, since merged cells hold the rows overleaf together", () => {
    const xs = [60, 130, 200, 240, 280, 320];
    const title = [drawnCell(0, 0, "项目名称"), drawnCell(0, 1, "修路", { colSpan: 4 })];
    const drawn = (cells: readonly DrawnCell[], edges: readonly number[], top: number): ReturnType<typeof drawGrid> => {
      const count = Math.max(...cells.map(({ row, rowSpan }) => row + rowSpan)) + 1;
      return drawGrid(
        cells,
        edges,
        Array.from({ length: count }, (_, i) => top + 20 * i),
      );
    };
    const head = ["级别", "指标名称", "目标", "分值", "得分"];
    const rows = (...levels: string[]): DrawnCell[] => [
      drawnCell(0, 0, levels[0]!, { rowSpan: 2 }),
      ...[
        ["修桥座数", "3座", "10", "9"],
        ["修路里程", "8里", "10", "9"],
      ].flatMap((texts, row) => texts.map((text, i) => drawnCell(row, i + 1, text))),
    ];
    const both = (above: ReturnType<typeof drawGrid>, below: ReturnType<typeof drawGrid>): unknown[] =>
      shown(page(above.words, above.rulings, 1), page([...below.words, note], below.rulings, 2)).slice(0, -1);
    const note = word("注：数量以验收单为准，均已核对", 64, 800);
    const body = [
      ["产出 [2×1]", "修桥座数", "3座", "10", "9"],
      ["修路里程", "8里", "10", "9"],
    ];

    it("go on below a head that stands alone, and below rows", () => {
      const below = drawn(rows("产出"), xs, 60);
      const first = ["项目名称", "修路 [1×4]"];
      expect(both(drawn([...title, ...drawnRows([head], 1)], xs, 100), below)).toEqual([[first, head, ...body]]);
      const row = ["决策", "立项依据", "充分", "10", "9"];
      expect(both(drawn([...title, ...drawnRows([head, row], 1)], xs, 100), below)).toEqual([[first, head, row, ...body]]);
    });

    it("go on below a head merged over columns of which the form has others", () => {
      const finer = [60, 130, 200, 220, 240, 280, 320];
      const parted = rows("产出").flatMap((cell): DrawnCell[] => {
        if (cell.column < 2) return [cell];
        if (cell.column > 2) return [{ ...cell, column: cell.column + 1 }];
        return [...cell.text].map((text, i) => ({ ...cell, column: 2 + i, text }));
      });
      const form = drawn([drawnCell(0, 0, "项目名称"), drawnCell(0, 1, "修路"), ...drawnRows([head], 1)], xs, 100);
      const half = drawGrid([drawnCell(0, 0, "主管部门"), drawnCell(0, 1, "交通局")], [60, 170, 320], [80, 100]);
      const above = { words: [...half.words, ...form.words], rulings: [...half.rulings, ...form.rulings] };
      const [table] = both(above, drawn(parted, finer, 60)) as string[][][];
      expect(table!.at(-1)).toEqual(["修路里程 [1×2]", "8", "里", "10", "9"]);
    });

    it("are two where the part overleaf has a head, or other columns than the last row", () => {
      const again = drawn(drawnRows([head.map((text) => `各项${text}`), ["产出", "修桥座数", "3座", "10", "9"]]), xs, 60);
      expect(both(drawn([...title, ...drawnRows([head], 1)], xs, 100), again)).toHaveLength(2);
      const total = [drawnCell(1, 0, "总分", { colSpan: 3 }), drawnCell(1, 3, "100"), drawnCell(1, 4, "98")];
      expect(both(drawn([...title, ...total], xs, 100), drawn(rows("产出"), xs, 60))).toHaveLength(2);
    });
  });

  describe("from side to side", () => {
    const halves = (cut: boolean): PlacedPage[] => {
      const ys = [60, 80, 100, 120];
      const across3 = ys.map((y) => across(y, 56, 340));
      const left = page(
        [word("自评", 320, 74), word("项目甲", 60, 94), word("栽树", 160, 94), word("项目乙", 60, 114), word("修路", 160, 114)],
        [...across3, down(56, 60, 120), down(150, 80, 120), down(340, cut ? 80 : 60, 120)],
        1,
      );
      const right = page(
        [word("表", 56, 74), word("10", 60, 94), word("9.5", 160, 94), word("90", 60, 114), word("88", 160, 114)],
        [...ys.map((y) => across(y, 56, 280)), down(56, cut ? 80 : 60, 120), down(150, 80, 120), down(280, 60, 120)],
        2,
      );
      return [left, right];
    };

    it("are one where the cut goes through cells that are open to it on both pages", () => {
      expect(shown(...halves(true))).toEqual([[["自评表 [1×4]"], ["项目甲", "栽树", "10", "9.5"], ["项目乙", "修路", "90", "88"]]]);
    });

    it("are one where the right page has no cell for the rest of the title", () => {
      const [left, right] = halves(true);
      const untitled = right!.rulings.flatMap((ruling) => {
        if (ruling.direction === "horizontal") return ruling.at === 60 ? [] : [ruling];
        return [{ ...ruling, from: 80 }];
      });
      const titled = { ...right!, rulings: untitled };
      const whole = { ...left!, rulings: left!.rulings.map((ruling) => (ruling.at === 340 ? { ...ruling, from: 80, to: 100 } : ruling)) };
      const open = { ...titled, rulings: untitled.map((ruling) => (ruling.at === 56 ? { ...ruling, to: 100 } : ruling)) };
      expect(shown(whole, open)).toEqual([[["自评表 [1×4]"], ["项目甲", "栽树", "10", "9.5"], ["项目乙", "修路 90 [1×2]", "88"]]]);
    });

    it("are two where both are closed", () => {
      expect(shown(...halves(false))).toHaveLength(2);
    });
  });

  it("have no row in the room that the break leaves below the last one", () => {
    const ys = [700, 720, 740, 760];
    const rows = [
      ["类", "指标", "内容", "目标", "结果"],
      ["产出", "数量", "修桥座数", "3座", "3座"],
      ["", "质量", "验收合格", "一次", "一次"],
    ];
    const above = part(ys, rows, 760);
    const rulings = [
      ...above.rulings.filter(({ at }) => at !== 60 && at !== 90 && at !== 460),
      ...[60, 90, 460].map((x) => down(x, 700, 800)),
      across(700, 60, 460),
      across(720, 60, 460),
      across(740, 90, 460),
      across(760, 90, 460),
    ];
    const below = part(
      [60, 80, 100],
      [
        ["", "时效", "完工时间", "年底", "年底"],
        ["", "成本", "每座造价", "9万", "9万"],
      ],
      100,
    );
    below.rulings.push(across(80, 90, 460), across(100, 60, 460));
    expect(shown(page(above.words, rulings, 1), page(below.words, below.rulings, 2))).toEqual([
      [
        rows[0],
        ["产出 [4×1]", ...rows[1]!.slice(1)],
        rows[2]!.slice(1),
        ["时效", "完工时间", "年底", "年底"],
        ["成本", "每座造价", "9万", "9万"],
      ],
    ]);
  });

  it("keep the line of a cut cell that hangs out of its side borders", () => {
    const ys = [700, 720, 760];
    const above = part(
      ys,
      [
        ["类", "指标", "内容", "目标", "结果"],
        ["", "数量", "修桥座数", "3座", "3座"],
      ],
      760,
    );
    above.rulings.push(across(700, 60, 460), across(720, 60, 460));
    const hanging = ["满意", "度指", "标"].map((text, i) => word(text, 64, 736 + 14 * i));
    expect(hanging.at(-1)!.baseline).toBeGreaterThan(760);
    expect(shown(page([...above.words, ...hanging], above.rulings))).toEqual([
      [
        ["类", "指标", "内容", "目标", "结果"],
        ["满意度指标", "数量", "修桥座数", "3座", "3座"],
      ],
    ]);
    // A paragraph below the table is no cell's.
    const note = word("注：数量以验收单为准，均已核对", 64, 764);
    expect(shown(page([...above.words, note], above.rulings)).at(-1)).toBe("注：数量以验收单为准，均已核对");
  });

  it("go on when a row has begun below the last ruling of the page", () => {
    const lines = (rows: readonly (readonly string[])[], top: number): Word[] =>
      rows.flatMap((row, i) =>
        row.flatMap((text, column) => (text ? [word(text, [60, 220, 340, 420][column]!, top + 20 * i + 13.8)] : [])),
      );
    const head = ["指标名称", "目标", "结果", "得分"];
    const first = [head, ["修桥座数", "3座", "3座", "10"], ["修整村组之间机耕道路里程数", "8里", "8里", "10"]];
    const rules = [700, 720, 740, 760].map((y) => across(y, 56, 470));
    const begun = [...lines(first, 700), word("河堤两岸护栏加固更换油漆喷涂", 60, 773.8), word("60米", 220, 773.8)];
    const rest = lines(
      [
        ["长度", "", "58米", "9.67"],
        ["合格率", "95%", "96%", "10"],
        ["满意度", "90%", "92%", "10"],
      ],
      60,
    );
    const after = [60, 80, 100, 120].map((y) => across(y, 56, 470));
    expect(shown(page(begun, rules, 1), page(rest, after, 2))).toEqual([
      [
        ...first,
        ["河堤两岸护栏加固更换油漆喷涂长度", "60米", "58米", "9.67"],
        ["合格率", "95%", "96%", "10"],
        ["满意度", "90%", "92%", "10"],
      ],
    ]);
  });

  const cells = (rows: readonly (readonly string[])[], xs: readonly number[], top: number): ReturnType<typeof drawGrid> =>
    drawGrid(
      rows.flatMap((row, i) => row.map((text, column) => ({ row: i, column, rowSpan: 1, colSpan: 1, text }))),
      xs,
      Array.from({ length: rows.length + 1 }, (_, i) => top + 20 * i),
    );
  const HEAD = ["指标名称", "目标", "结果"];
  const EDGES = [100, 220, 300, 380];

  it("are one under 续表, and two where a heading stands between them", () => {
    const above = cells([HEAD, ["修桥座数", "3座", "3座"], ["合计", "", "3座"]], EDGES, 640);
    const below = cells([HEAD, ["栽树棵数", "90棵", "91棵"]], EDGES, 80);
    const rest = page([word("续表1", 220, 60), ...below.words], below.rulings, 2);
    expect(shown(page(above.words, above.rulings, 1), rest)).toEqual([
      [HEAD, ["修桥座数", "3座", "3座"], ["合计", "", "3座"], ["栽树棵数", "90棵", "91棵"]],
    ]);
    const caption = [word("二、造林情况", 100, 730)];
    expect(shown(page([...above.words, ...caption], above.rulings, 1), page(below.words, below.rulings, 2))).toEqual([
      [HEAD, ["修桥座数", "3座", "3座"], ["合计", "", "3座"]],
      "二、造林情况",
      [HEAD, ["栽树棵数", "90棵", "91棵"]],
    ]);
  });

  it("have one row where the break cuts it in narrow columns, and two where both are whole", () => {
    const narrow = [100, 130, 160, 190];
    const two = (texts: readonly (readonly string[])[], column: number, top: number): Word[] =>
      texts[column]!.map((text, i) => word(text, narrow[column]! + 5, top + 13.8 + 14 * i));
    const drawn = (rows: readonly (readonly (readonly string[])[])[], top: number): { words: Word[]; rulings: Ruling[] } => ({
      words: rows.flatMap((row, i) => row.flatMap((_, column) => two(row, column, top + 40 * i))),
      rulings: [
        ...narrow.map((x) => down(x, top, top + 40 * rows.length)),
        ...Array.from({ length: rows.length + 1 }, (_, i) => across(top + 40 * i, 100, 190)),
      ],
    });
    const whole = [["修桥", "座数"], ["3座"], ["10"]];
    const above = drawn([whole, whole, [["栽树"], ["90"], ["8"]]], 680);
    const cut = drawn([[["棵数"], ["棵"], []], whole], 60);
    const shownRow = ["修桥座数", "3座", "10"];
    expect(shown(page(above.words, above.rulings, 1), page(cut.words, cut.rulings, 2))).toEqual([
      [shownRow, shownRow, ["栽树棵数", "90棵", "8"], shownRow],
    ]);
    // There is room for a character more after 9.
    const short = drawn([whole, whole, [["栽树"], ["9"], ["8"]]], 680);
    expect(shown(page(short.words, short.rulings, 1), page(cut.words, cut.rulings, 2))).toEqual([
      [shownRow, shownRow, ["栽树", "9", "8"], ["棵数", "棵", ""], shownRow],
    ]);
  });

  it("have one row where no ruling closes it on either side of the break and its texts run on, though few of its cells do", () => {
    const head = ["类", "指标", "内容", "目标", "结果"];
    const above = part(
      [740, 760, 780, 800],
      [head, ["产出", "数量", "修桥座数", "3座", "3座"], ["产出", "质量", "桥面平整和栏杆完好的座数", "4座", "4座"]],
      800,
    );
    above.rulings.push(...[740, 760, 780].map((at) => across(at, 60, 460)));
    const below = part(
      [60, 80, 100],
      [
        ["", "", "占全部", "", ""],
        ["效益", "社会", "通行村民", "9户", "9户"],
      ],
      100,
    );
    below.rulings.push(...[80, 100].map((at) => across(at, 60, 460)));
    const [table] = shown(page(above.words, above.rulings, 1), page(below.words, below.rulings, 2)) as string[][][];
    expect(table!.map((row) => row[2])).toEqual(["内容", "修桥座数", "桥面平整和栏杆完好的座数占全部", "通行村民"]);
  });

  it("have two rows where whole figures stand on both sides, however full the texts beside them", () => {
    const drawnOn =
      (xs: readonly number[]) =>
      (rows: readonly (readonly string[])[], top: number): PlacedPage =>
        page(
          rows.flatMap((texts, i) => texts.map((text, column) => word(text, xs[column]! + 5, top + 20 * i + 13.8))),
          [
            ...xs.map((x) => down(x, top, top + 20 * rows.length)),
            ...[...rows, []].map((_, i) => across(top + 20 * i, xs[0]!, xs.at(-1)!)),
          ],
          top > 400 ? 1 : 2,
        );
    const drawn = drawnOn([100, 150, 190, 230, 270, 310]);
    const above = [
      ["修桥座数", "6.25", "97%", "98%", "6.25"],
      ["栽树棵数", "6.25", "97%", "98%", "6.25"],
    ];
    const below = [
      ["护栏长度", "6.25", "97%", "99%", "6.25"],
      ["灯杆根数", "6.25", "97%", "97%", "6.25"],
    ];
    expect(shown(drawn(above, 740), drawn(below, 60))).toEqual([[...above, ...below]]);
    // Rows' numbers and marks that fill their columns would have more digits together than any other.
    const full = drawnOn([100, 120, 170, 220, 240, 260]);
    const [first, ...others] = ["修桥座数", "栽树棵数", "护栏长度", "灯杆根数", "清淤方量", "巡查次数"].map((name, i) => [
      String(10 + i),
      name,
      "年内完成",
      "15",
      "15",
    ]);
    expect(shown(full([first!, ...others.slice(0, 3)], 700), full(others.slice(3), 60))).toEqual([[first, ...others]]);
  });

  it("have one row where a score goes on, though it alone of its column has two digits before the point", () => {
    const xs = [100, 126, 186, 212, 238, 286];
    const drawn = (rows: readonly (readonly string[])[], top: number): PlacedPage =>
      page(
        rows.flatMap((texts, i) => texts.flatMap((text, column) => (text ? [word(text, xs[column]! + 3, top + 20 * i + 13.8)] : []))),
        [...xs.map((x) => down(x, top, top + 20 * rows.length)), ...[...rows, []].map((_, i) => across(top + 20 * i, 100, 286))],
        top > 400 ? 1 : 2,
      );
    const head = ["指标", "三级指标", "分值", "得分", "说明"];
    const rows = ["修桥座数", "修路里程", "栽树棵数", "护栏长度"].map((name) => ["产出", name, "3", "2.50", "未完"]);
    const above = drawn([head, ["预算", "预算执行率", "20", "19.3", "尾款未付"]], 740);
    const below = drawn([["执行", "", "", "7", "，跨年结"], ...rows], 60);
    expect(shown(above, below)).toEqual([[head, ["预算执行", "预算执行率", "20", "19.37", "尾款未付，跨年结"], ...rows]]);
  });

  it("have one row where a bracket and its figure had no more room", () => {
    const xs = [100, 140, 200, 260];
    const drawn = (rows: readonly (readonly (readonly string[])[])[], top: number): { words: Word[]; rulings: Ruling[] } => ({
      words: rows.flatMap((row, i) =>
        row.flatMap((lines, column) => lines.map((text, line) => word(text, xs[column]! + 5, top + 40 * i + 13.8 + 14 * line))),
      ),
      rulings: [
        ...xs.map((x) => down(x, top, top + 40 * rows.length)),
        ...Array.from({ length: rows.length + 1 }, (_, i) => across(top + 40 * i, 100, 260)),
      ],
    });
    const whole = [["产出指", "标"], ["修桥座数"], ["10"]];
    const above = drawn([whole, whole, [["产出指", "标"], ["栽树年度"], ["8"]]], 680);
    const cut = drawn([[["（50）"], ["完成棵数"], []], whole], 60);
    const shownRow = ["产出指标", "修桥座数", "10"];
    expect(shown(page(above.words, above.rulings, 1), page(cut.words, cut.rulings, 2))).toEqual([
      [shownRow, shownRow, ["产出指标（50）", "栽树年度完成棵数", "8"], shownRow],
    ]);
  });

  it.each([10, 5])("have one row where a percent sign alone stands overleaf, %s points wide", (wide) => {
    const xs = [100, 140, 180, 220];
    const ys = [700, 720, 740, 760];
    const rows = [
      ["设备完", "88.2", "10"],
      ["水质合", "91.5", "10"],
      ["设施完", "98.6", "10"],
    ];
    const above = drawGrid(drawnRows(rows), xs, ys);
    const next = drawGrid(drawnRows([["好", "", ""], ...rows]), xs, [60, 80, 100, 120, 140]);
    const sign: Word = { ...word("%", 155, 73.8), box: [155, 65, 155 + wide, 75] };
    const whole = shown(page(above.words, above.rulings, 1), page([...next.words, sign], next.rulings, 2)) as string[][][];
    expect(whole[0]![2]).toEqual(wide > 5 ? ["设施完好", "98.6%", "10"] : rows[2]);
  });

  it("keep a low empty row within, and have none where only the rim is drawn twice", () => {
    const low = (texts: readonly (readonly string[])[], ys: readonly number[]): PlacedPage => {
      const { words, rulings } = drawGrid(
        texts.flatMap((row, i) => row.map((text, column) => ({ row: i, column, rowSpan: 1, colSpan: 1, text }))),
        EDGES,
        ys,
      );
      return page(words, rulings);
    };
    const row = ["修桥座数", "3座", "3座"];
    const none = ["", "", ""];
    expect(shown(low([HEAD, none, row], [100, 120, 127, 147]))).toEqual([[HEAD, none, row]]);
    expect(shown(low([HEAD, row, none], [100, 120, 140, 147]))).toEqual([[HEAD, row]]);
  });

  it("leave what a browser prints at the rim of even a single page", () => {
    const drawn = drawGrid(
      [
        { row: 0, column: 0, rowSpan: 1, colSpan: 1, text: "甲" },
        { row: 0, column: 1, rowSpan: 1, colSpan: 1, text: "乙" },
      ],
      [100, 200, 300],
      [200, 230],
    );
    const rim = [
      word("2026/11/2 15:04", 24, 20, 8),
      word("某县财政局", 280, 20, 8),
      word("http://www.example.test/zp/2.html", 24, 826, 8),
      word("1/1", 560, 826, 8),
    ];
    expect(shown(page([...rim, ...drawn.words], drawn.rulings))).toEqual([[["甲", "乙"]]]);
    // A date that is no printer's stays.
    expect(shown(page([word("2026年11月2日", 24, 20, 8), ...drawn.words], drawn.rulings))).toEqual(["2026年11月2日", [["甲", "乙"]]]);
  });
});

describe("tables whose columns no ruling parts", () => {
  const columns = [60, 150, 260, 360];
  const lines = (rows: readonly (readonly string[])[]): Word[] =>
    rows.flatMap((row, i) => row.flatMap((text, column) => (text ? [word(text, columns[column]!, 100 + 20 * i + 13.8)] : [])));
  const rows = [
    ["类别", "指标", "分值", "得分"],
    ["产出", "修桥座数", "50", "48.5"],
    ["效益", "出行人次", "40", "40.0"],
  ];

  it("have the label of their total over the columns in whose midst it stands", () => {
    const total = [word("总分", 145, 173.8), word("90", 260, 173.8), word("88.5", 360, 173.8)];
    const rules = [across(100, 56, 400, 1.5), across(120, 56, 400), across(180, 56, 400, 1.5)];
    expect(shown(page([...lines(rows), ...total], rules))).toEqual([[...rows, ["总分 [1×2]", "90", "88.5"]]]);
  });

  it("are one where a page ends before the ruling that closes them", () => {
    const more = [...rows, ["效益", "出行人次", "40", "40.0"]];
    expect(shown(page(lines(more), [across(100, 56, 400, 1.5), across(120, 56, 400)]))).toEqual([more]);
  });

  describe("in the midst of a row of narrow columns", () => {
    /** Name, full marks and score, the last two with room for two digits at most. */
    const EDGES = [60, 160, 184, 208];
    const HEIGHT = 24;
    const at = (top: number, rows: readonly (readonly (readonly string[])[])[], number: number) => {
      const words = rows.flatMap((row, r) =>
        row.flatMap((lines, c) =>
          lines.flatMap((text, line) => (text ? [word(text, EDGES[c]! + 5, top + r * HEIGHT + 10 + line * 11)] : [])),
        ),
      );
      const foot = top + rows.length * HEIGHT;
      const rulings = [
        ...rows.map((_, r) => across(top + r * HEIGHT, EDGES[0]!, EDGES.at(-1)!)),
        across(foot, EDGES[0]!, EDGES.at(-1)!),
        ...EDGES.map((x) => down(x, top, foot)),
      ];
      return page(words, rulings, number);
    };
    const ROWS = ["修桥座数", "修路里程", "栽树棵数"].map((name) => [[name], ["30"], ["30"]]);
    const TOTAL = [["总分"], ["10"], ["99"]];

    it("give the named row the rests of its figures, and no row to them", () => {
      const whole = (rest: readonly (readonly string[])[]) =>
        (shown(at(700, [...ROWS, TOTAL], 1), at(60, [rest], 2))[0] as unknown[]).slice(ROWS.length);
      expect(whole([[""], ["0"], [".5"]])).toEqual([["总分", "100", "99.5"]]);
      expect(whole([[""], ["0"], [""]])).toEqual([["总分", "100", "99"]]);
    });

    it("leave a row that has a name its own figures", () => {
      const rows = shown(at(700, ROWS, 1), at(60, [[["总分"], ["90"], ["90"]]], 2))[0] as unknown[];
      expect(rows.slice(ROWS.length)).toEqual([["总分", "90", "90"]]);
    });
  });

  describe("whose row overleaf lacks rulings between its cells", () => {
    const XS = [60, 160, 260, 360, 460];
    const rows = drawnRows([
      ["来源", "预算", "支出", "执行率"],
      ["总额", "40", "36", "90%"],
      ["中央", "30", "27", "90%"],
    ]);
    const above = drawGrid(rows, XS, [740, 760, 780, 800]);
    /** Two rows without the ruling between their first cells, in the first of which these words stand. */
    const overleaf = (...words: Word[]) => {
      const rulings = [60, 80, 100].map((y) => across(y, 60, 460)).concat([60, 260, 360, 460].map((x) => down(x, 60, 100)));
      const rest = [
        word("9", 305, 74),
        word("90%", 400, 74),
        word("社会", 100, 94),
        word("5", 205, 94),
        word("4", 305, 94),
        word("80%", 400, 94),
      ];
      const read = shown(page(above.words, above.rulings, 1), page([...words, ...rest], rulings, 2));
      return (read[0] as unknown[]).slice(3);
    };

    it("have its texts in the columns of the rows above", () => {
      expect(overleaf(word("县级", 100, 74), word("10", 205, 74))).toEqual([
        ["县级", "10", "9", "90%"],
        ["社会", "5", "4", "80%"],
      ]);
    });

    it("keep a cell that is merged on purpose", () => {
      const below = drawGrid([drawnCell(0, 0, "以上为全年资金", { colSpan: 3 }), drawnCell(0, 3, "90%")], XS, [60, 80]);
      const [read] = shown(page(above.words, above.rulings, 1), page(below.words, below.rulings, 2));
      expect((read as unknown[]).at(-1)).toEqual(["以上为全年资金 [1×3]", "90%"]);
    });
  });
});
