import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Table } from "../../../src/core/extracted.js";
import { rebuildTables } from "../../../src/normalize/flattened/rebuild-tables.js";
import { extractedLines, type Field, flatten, type MadeTable, makeTable, STYLES, type Style } from "./flatten.js";

const bare = (text: string) => text.replace(/\s+/gu, "");

function tablesOf(lines: readonly string[]): Table[] {
  return rebuildTables(extractedLines(lines)).blocks.filter((block) => block.type === "table");
}

/** Body rows as texts, merged cells repeated. */
function gridOf(table: Table | undefined): string[][] {
  if (!table) return [];
  const grid = Array.from({ length: table.rowCount }, () => new Array<string>(table.columnCount).fill(""));
  for (const cell of table.cells) for (let r = 0; r < cell.rowSpan; r++) grid[cell.row + r]![cell.column] = bare(cell.text);
  return grid.slice(1);
}

const FIGURES: readonly Field[] = ["target", "actual", "weight", "score", "rate"];

/** Rows of the table that came back exactly, and whether all figures did. */
function compare(made: MadeTable, grid: readonly (readonly string[])[]): { exact: number; figures: boolean } {
  const want = made.rows.map((row) => made.fields.map((field) => bare(row[field])));
  const same = (row: readonly string[], r: number, fields: readonly Field[]) =>
    made.fields.every((field, c) => !fields.includes(field) || row[c] === grid[r]?.[c]);
  return {
    exact: want.filter((row) => grid.some((got) => row.every((text, c) => text === got[c]))).length,
    figures: grid.length === want.length + (made.total ? 1 : 0) && want.every((row, r) => same(row, r, FIGURES)),
  };
}

/** The least share of rows that must come back exactly, over 14 tables of each style. What is reached lies two points above. */
const FLOOR: { readonly [style in Style]: number } = {
  narrow: 0.96,
  medium: 0.96,
  cells: 0.97,
  rows: 0.99,
  spaced: 0.99,
  stream: 0.99,
  glued: 0.96,
};
const TABLES = 14;

describe("tables that lost their grid come back", () => {
  it.each(STYLES)("%s", (style) => {
    let rows = 0;
    let exact = 0;
    for (let seed = 1; seed <= TABLES; seed++) {
      const made = makeTable(seed * 104_729);
      const [table] = tablesOf(flatten(made, style, seed));
      const result = compare(made, gridOf(table));
      rows += made.rows.length;
      exact += result.exact;
      // A table that says it is sure has every figure right.
      if (table && table.confidence >= 0.6) expect(result.figures, `${style} ${seed}`).toBe(true);
    }
    expect(exact / rows).toBeGreaterThanOrEqual(FLOOR[style]);
  });
});

describe("whatever the text", () => {
  it("invents no figure: every figure of a rebuilt cell stands in the text in that order", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.constantFrom(...STYLES), fc.integer({ min: 0, max: 40 }), (seed, style, cut) => {
        const lines = flatten(makeTable(seed), style, seed);
        // Lines lost or torn, as scans and copies do.
        const torn = lines.filter((_, i) => cut === 0 || i % (cut + 3) !== 2);
        const source = bare(torn.join(""));
        for (const table of tablesOf(torn)) {
          const told = table.cells.filter(({ row }) => row > 0).map(({ text }) => bare(text));
          // Of a table that is doubted, words that stood side by side on several lines may have been put together.
          for (const text of table.confidence < 0.6 ? told.flatMap((each) => each.match(/\d[\d.]*/gu) ?? []) : told)
            expect(source).toContain(text);
        }
      }),
      { seed: 20_241_121, numRuns: 25 },
    );
  });

  it("never throws, and loses no text outside the tables", () => {
    const piece = fc.constantFrom(
      "一级指标",
      "二级指标",
      "三级指标",
      "年度指标值",
      "实际完成值",
      "分值",
      "得分",
      "产出指标",
      "数量指标",
      "浮桥座数",
      "≥3座",
      "3",
      "5",
      "10.5",
      "总分",
      "100",
      "年初预算数",
      "全年执行数",
      "执行率",
      "年度资金总额",
      "12.50",
      "无",
      "。",
      "一、概况",
      "（",
      "）",
      "\t",
      "",
    );
    fc.assert(
      fc.property(fc.array(fc.array(piece, { maxLength: 6 }), { maxLength: 40 }), (lines) => {
        const source = extractedLines(lines.map((line) => line.join(" ")));
        const result = rebuildTables(source);
        const text = (blocks: typeof source.blocks) =>
          [
            ...blocks
              .map((block) => (block.type === "paragraph" ? block.text : block.cells.map((cell) => cell.text).join("")))
              .join("")
              .replace(/\s+/gu, ""),
          ]
            .sort()
            .join("");
        if (!result.blocks.some((block) => block.type === "table")) expect(text(result.blocks)).toBe(text(source.blocks));
      }),
      { seed: 7, numRuns: 200 },
    );
  });

  it.each([
    ["of many lines", ["一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分", ...new Array(4000).fill("1 2 3 甲 乙 ≥")]],
    ["of one line", ["二、绩效目标完成情况良好指标完成≥95%完成".repeat(3000)]],
  ])("is done with long hostile text %s in time", (_, lines) => {
    const start = performance.now();
    tablesOf(lines);
    expect(performance.now() - start).toBeLessThan(60_000);
  });
});

describe("the label beside a whole table", () => {
  it.each(["绩效指标完成情况", "指标完成情况", "完成情况"])("is no column: %s", (label) => {
    const head = ["一级", "指标", "二级", "指标 三级指标 年度指标", "值", "实际完成", "值 分值 得分"];
    const rows = ["产出", "指标", "数量", "指标", "改造泵房座数 ≥6座 5座 30 25", "质量", "指标", "管线试压合格率 ≥98% 99% 70 70"];
    expect(gridOf(tablesOf([...label, ...head, ...rows])[0])).toEqual([
      ["产出指标", "数量指标", "改造泵房座数", "≥6座", "5座", "30", "25"],
      ["产出指标", "质量指标", "管线试压合格率", "≥98%", "99%", "70", "70"],
    ]);
  });
});

describe("fund tables", () => {
  it("rebuilds rows whose labels stand broken on the lines above", () => {
    const [table] = tablesOf([
      "单位：万元",
      "",
      "年初预算数 全年预算数 全年执行数 执行率",
      "",
      "年度资金",
      "",
      "总额：",
      "208.00 208.00 160.00 76.92%",
      "",
      "政府预算",
      "",
      "资金",
      "208.00 208.00 160.00 76.92%",
      "",
      "单位资金 0.00 0.00 0.00 0.00%",
    ]);
    expect(gridOf(table)).toEqual([
      ["年度资金总额：", "208.00", "208.00", "160.00", "76.92%"],
      ["政府预算资金", "208.00", "208.00", "160.00", "76.92%"],
      ["单位资金", "0.00", "0.00", "0.00", "0.00%"],
    ]);
  });

  it.each(["年初预算 调整预算 实际支出 执行率", "年初批复 调整后批复 支付金额 支付进度", "项目 年初下达 调整后安排 实际使用 使用比例"])(
    "knows heads by the words in them where spaces part them: %s",
    (head) => {
      const [table] = tablesOf(["单位：万元", head, "年度资金总额 373.94 397.81 371.84 93.47%", "其他资金 19.89 19.89 19.89 100.00%"]);
      expect(gridOf(table)).toEqual([
        ["年度资金总额", "373.94", "397.81", "371.84", "93.47%"],
        ["其他资金", "19.89", "19.89", "19.89", "100.00%"],
      ]);
    },
  );

  it("makes no table of the same words in a sentence", () => {
    expect(tablesOf(["年初预算 调整预算 实际支出 执行率均按口径填报，年度资金总额 373.94万元。", "其他资金未安排。"])).toEqual([]);
  });

  it("keeps amounts whole that are broken over lines, and shares whose sign stands in the head alone", () => {
    const head = "资金来源|年初预算数|全年预算数|全年执行数|执行率（%）";
    const rows = "年度资金总额|1280.|20万元|1280.|20万元|1152.|18万元|90.00|其他资金|192.0|3万元|192.0|3万元|192.0|3万元|100.00";
    expect(gridOf(tablesOf(`${head}|${rows}`.split("|"))[0])).toEqual([
      ["年度资金总额", "1280.20万元", "1280.20万元", "1152.18万元", "90.00"],
      ["其他资金", "192.03万元", "192.03万元", "192.03万元", "100.00"],
    ]);
  });

  it("takes the end of an amount that is broken without a mark for no source's label", () => {
    const head = "项目资金（元）|年初预算数|全年预算数|实际支出数|执行率|得分";
    const total = "年度资金总额|1352|6480|134188|07|1317|4207|98.2|%|9.82";
    const rows = `${total}|其中：当年财政拨款|1352|6480|134188|07|1317|4207|98.2|%|—|上年结转资金|0|0|0|0.00|%|—`;
    expect(gridOf(tablesOf(`${head}|${rows}`.split("|"))[0])).toEqual([
      ["年度资金总额", "13526480", "13418807", "13174207", "98.2%", "9.82"],
      ["其中：当年财政拨款", "13526480", "13418807", "13174207", "98.2%", "—"],
      ["上年结转资金", "0", "0", "0", "0.00%", "—"],
    ]);
  });

  it("reads columns below a group's head, and figures with letters among their digits", () => {
    const lines =
      "年度预算数（万元）|年初预算|调整后预算数|预算执行数|预算执行率|总额|5O.OO|50.00|45.00|9O%|财政资金|50.00|50.00|45.00|90%".split("|");
    expect(gridOf(tablesOf(lines)[0])).toEqual([
      ["总额", "5O.OO", "50.00", "45.00", "9O%"],
      ["财政资金", "50.00", "50.00", "45.00", "90%"],
    ]);
  });

  it.each([
    ["0-6岁残疾儿童", "救助人数", "≥86人"],
    ["65岁及以上老年人", "健康体检率", "≥70%"],
    ["7-9年级寄宿学生", "补助人数", "≥1200人"],
  ])("gives a name that begins with an age all its lines: %s", (first, second, target) => {
    const head = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"];
    const rows = [
      "",
      "产出指标",
      "",
      "数量指标 家庭康复指导人",
      "次",
      "",
      "≥4000次 4267次 4 4",
      "",
      first,
      second,
      "",
      `${target} ${target.slice(1)} 8 8`,
      "",
      "质量指标 辅具适配合格率 ≥98% 100% 4 4",
    ];
    const names = gridOf(tablesOf([head.slice(0, 6).join(" "), "", head.slice(6).join(" "), ...rows])[0]).map((row) => row[2]);
    expect(names).toEqual(["家庭康复指导人次", first + second, "辅具适配合格率"]);
  });

  it.each([
    ["妇 幼 健 康 服 务", "体系", "更加健全"],
    ["社 区 养 老 服 务", "网络", "日益完备"],
    ["防 汛 应 急 响 应", "机制", "更加顺畅"],
  ])("goes on from a justified line into the next: %s", (first, second, target) => {
    const lines = [
      "一级指标 二级指标 三级指标 指标值 完成值 权重 自评得分",
      "",
      "产出指标 数量指标",
      "",
      "巡 查 走 访 村 屯",
      "个数",
      "",
      "≥98个 98个 7 7",
      "",
      "效益指标",
      "",
      "可持续影响",
      "指标",
      "",
      first,
      second,
      "",
      target,
      "",
      "完成 11 11",
    ];
    const grid = gridOf(tablesOf(lines)[0]);
    expect(grid.map((row) => row.slice(2, 5))).toEqual([
      ["巡查走访村屯个数", "≥98个", "98个"],
      [first.replaceAll(" ", "") + second, target, "完成"],
    ]);
  });

  it("is sure of amounts that give their rates in every row, and not where one does not", () => {
    const rows = (rate: string) =>
      `预算执行情况（万元） 年度预算数 年初预算 调整后预算数 预算执行数 预算执行率 权重 得分 原因|总额 402.10 418.30 400.20 ${rate} 10 9.57 尾款未付|其中：财政资金 402.10 418.30 400.20 95.67% / /|单位资金 0.00 0.00 0.00 / / /|其他资金 0.00 0.00 0.00 / / /`.split(
        "|",
      );
    expect(tablesOf(rows("95.67%"))[0]!.confidence).toBeGreaterThanOrEqual(0.9);
    expect(tablesOf(rows("59.67%"))[0]!.confidence).toBeLessThan(0.9);
  });

  it("reads one cell a line, with dashes for what does not apply", () => {
    const lines =
      "年初预算数|全年预算数|全年执行数|分值|执行率|得分|年度资金总额|39.53|41.11|39.48|10|96.04%|9.60|其中：当年财政拨款|39.53|41.11|39.48|—|96.04%|—|上年结转资金|0|0|0|—|—|—".split(
        "|",
      );
    expect(gridOf(tablesOf(lines)[0])).toEqual([
      ["年度资金总额", "39.53", "41.11", "39.48", "10", "96.04%", "9.60"],
      ["其中：当年财政拨款", "39.53", "41.11", "39.48", "—", "96.04%", "—"],
      ["上年结转资金", "0", "0", "0", "—", "—", "—"],
    ]);
  });

  it("keeps the star of a core indicator, which is no bullet", () => {
    const lines =
      "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|产出指标|数量指标|★检修座数|≥12座|12座|50|50|质量指标|完工合格率|≥95%|96%|50|50".split(
        "|",
      );
    expect(gridOf(tablesOf(lines)[0]).map((row) => row[2])).toEqual(["★检修座数", "完工合格率"]);
  });
});

describe("amounts that ran together", () => {
  const HEAD = "项目资金（万元）年初预算全年预算数全年执行数分值执行率得分";
  const rows = (executed: string) => [
    HEAD,
    "年度资金总额212.00212.00201.401095%9.5",
    "其中：中央财政资金000———",
    `省级财政资金212.00212.00${executed}———`,
    "其他资金000———",
  ];

  it("are parted as their decimals say, a dash for each cell that has none", () => {
    const [table] = tablesOf(rows("201.40"));
    expect(gridOf(table)[0]!.slice(1)).toEqual(["212.00", "212.00", "201.40", "10", "95%", "9.5"]);
    expect(gridOf(table)[2]!.slice(1)).toEqual(["212.00", "212.00", "201.40", "—", "—", "—"]);
    expect(table!.confidence).toBeGreaterThanOrEqual(0.9);
  });

  it("are doubtful where the sources do not make up the total", () => {
    expect(tablesOf(rows("200.40"))[0]!.confidence).toBeLessThan(0.55);
  });

  it("are sure where they give their rates in every row, whatever they sum to", () => {
    const rated = (rate: string) => [
      HEAD,
      "年度资金总额212.00224.00201.401089.91%8.99",
      "其中：中央财政资金0.000.000.00/0.00%/",
      `省级财政资金180.00192.00165.80/${rate}%/`,
      "其他资金32.0036.0035.60/98.89%/",
    ];
    const [table] = tablesOf(rated("86.35"));
    expect(gridOf(table)[2]!.slice(1)).toEqual(["180.00", "192.00", "165.80", "/", "86.35%", "/"]);
    expect(table!.confidence).toBeGreaterThanOrEqual(0.9);
    expect(tablesOf(rated("83.65"))[0]!.confidence).toBeLessThan(0.55);
  });
});

describe("rows that ran together", () => {
  const rows = (total: string) => [
    "一级指标二级指标三级指标年度指标值实际完成值分值得分",
    "产出指标数量指标浮桥检修座数≥36座40座2525",
    "质量指标检修合格率不低于95%96%2525",
    "效益指标社会效益指标通行投诉件数≤6件4件3030",
    "满意度指标服务对象满意度指标渡客满意度≥90%92%2020",
    total,
  ];

  it("are parted before words of comparison, and are doubtful unless a total's row sums them up", () => {
    const [table] = tablesOf(rows("合计100100"));
    expect(gridOf(table)[1]!.slice(-5)).toEqual(["检修合格率", "不低于95%", "96%", "25", "25"]);
    expect(table!.confidence).toBeGreaterThan(0.5);
    expect(tablesOf(rows("合计10090"))[0]!.confidence).toBeLessThanOrEqual(0.5);
  });
});

describe("the head of a form", () => {
  const pairs = (lines: readonly string[]) =>
    tablesOf(lines)
      .filter((table) => table.columnCount === 2)
      .map((table) => [0, 1].map((column) => table.cells.filter((cell) => cell.column === column).map((cell) => cell.text)));

  it("comes back from one cell a line, values over two lines and empty ones among them", () => {
    const form = [
      "项目支出绩效自评表",
      "项目名称",
      "渡口浮桥养护经费",
      "主管部门",
      "临汐县交通运输局",
      "实施单位",
      "临汐县渡口与航道",
      "管理所",
      "项目负责人",
      "联系电话",
      "0000-5550000",
      "年度总体目标",
    ];
    expect(pairs(form)).toEqual([
      [
        ["项目名称", "主管部门", "实施单位", "项目负责人", "联系电话", "年度总体目标"],
        ["渡口浮桥养护经费", "临汐县交通运输局", "临汐县渡口与航道管理所", "", "0000-5550000", ""],
      ],
    ]);
  });

  it("comes back from cells parted by spaces on one line", () => {
    expect(pairs(["项目名称 渡口浮桥养护经费 主管部门 临汐县交通运输局"])).toEqual([
      [
        ["项目名称", "主管部门"],
        ["渡口浮桥养护经费", "临汐县交通运输局"],
      ],
    ]);
  });

  it("has a value of one character apart from its label and from the next one", () => {
    const lines = ["项目名称 渡口浮桥养护经费", "项目负责人 略 填报时间 2024年1月", "主管部门 临汐县交通运输局 实施单位 临汐县渡口所"];
    expect(pairs(lines)).toEqual([
      [
        ["项目名称", "项目负责人", "填报时间", "主管部门", "实施单位"],
        ["渡口浮桥养护经费", "略", "2024年1月", "临汐县交通运输局", "临汐县渡口所"],
      ],
    ]);
  });

  it("goes on to the grade, whatever else it tells before", () => {
    const lines = "项目名称|渡口浮桥养护经费|主管部门|临汐县交通运输局|资金用途|公共服务|自评等次|优|项目负责人|年初预算数|执行数|执行率";
    expect(pairs(lines.split("|"))[0]).toEqual([
      ["项目名称", "主管部门", "资金用途", "自评等次", "项目负责人"],
      ["渡口浮桥养护经费", "临汐县交通运输局", "公共服务", "优", ""],
    ]);
  });

  it("comes back from labels and values that a narrow column broke, up to the table that follows", () => {
    const lines =
      "2023年度自评表|项目名|称|渡口浮|桥养护|经费|项目总|得分|98.5|主管部|门|临汐县|交通运|输局|实施单|位|临汐县|渡口管|理所|资金总|额（万|元）|预算数|执行数|执行率|资金总|额|10.00|9.00|90.00%".split(
        "|",
      );
    expect(pairs(lines)).toEqual([
      [
        ["项目名称", "项目总得分", "主管部门", "实施单位"],
        ["渡口浮桥养护经费", "98.5", "临汐县交通运输局", "临汐县渡口管理所"],
      ],
    ]);
  });

  it.each([
    [
      "项|目名称||山塘防渗维修补助||主|管部门||临汐县水利局 实施单位||临汐县农村水利|管理站||项|目资金（万|元）",
      "山塘防渗维修补助",
      "临汐县水利局",
      "临汐县农村水利管理站",
    ],
    ["项目名|称||村屯巡护经费||主管部|门||临汐县林业局 实施单|位||临汐县林场||资金总|额", "村屯巡护经费", "临汐县林业局", "临汐县林场"],
    ["项目名称||渡口照明维护||主管部门||临汐县交通局 实施单位||临汐县渡口所||年度目标", "渡口照明维护", "临汐县交通局", "临汐县渡口所"],
  ])("comes back where a label stands behind the value before it: %s", (lines, ...values) => {
    const [table] = tablesOf(["财政衔接资金项目支出绩效自评表", "", ...lines.split("|")]);
    expect(gridOf(table).length + 1).toBeGreaterThanOrEqual(3);
    expect(
      table!.cells
        .filter(({ column }) => column === 1)
        .slice(0, 3)
        .map(({ text }) => bare(text)),
    ).toEqual(values);
  });

  it("takes along the line above that holds one label and its value, but no year in brackets", () => {
    const lines = ["（2023年度）", "项目名称 渡口浮桥养护经费", "主管部门 临汐县交通运输局 实施单位 临汐县渡口管理所"];
    expect(pairs(lines)[0]![0]).toEqual(["项目名称", "主管部门", "实施单位"]);
  });

  it("is not seen in sentences, nor where each label has its value on its own line", () => {
    expect(pairs(["项目名称和主管部门应当填写完整。", "主管部门对项目进行了检查。", "项目单位开展了自评。"])).toEqual([]);
    expect(pairs(["项目名称 渡口浮桥养护经费", "主管部门 临汐县交通运输局"])).toEqual([]);
  });
});

describe("heads of flattened tables", () => {
  const ROWS = ["产出指标 数量指标 浮桥检修座数 ≥ 8 座 9座 45 45", "质量指标 检修合格率 >= 95 % 96% 45 45"];

  it("may have a sign and a unit in columns of their own, as ASCII too", () => {
    const head = "一级指标 二级指标 三级指标 指标性质 指标值 计量单位 实际完成值 权重 得分";
    expect(gridOf(tablesOf([head, ...ROWS, "总分 90"])[0])).toEqual([
      ["产出指标", "数量指标", "浮桥检修座数", "≥", "8", "座", "9座", "45", "45"],
      ["产出指标", "质量指标", "检修合格率", ">=", "95", "%", "96%", "45", "45"],
      ["总分", "", "", "", "", "", "", "", "90"],
    ]);
  });

  it("may have brackets within their words, and a rule of scoring beside the reason", () => {
    const lines =
      "二级指标|三级指标|目标值|完成值|分值|得分|评（扣）分标准|原因分析|数量指标|浮桥检修座数|≥8座|6座|50|37.5|按完成比例计分|汛期延长，部分任务推迟|质量指标|检修合格率|≥95%|96%|50|50|达到目标值得满分|无";
    expect(gridOf(tablesOf(lines.split("|"))[0])).toEqual([
      ["数量指标", "浮桥检修座数", "≥8座", "6座", "50", "37.5", "按完成比例计分", "汛期延长，部分任务推迟"],
      ["质量指标", "检修合格率", "≥95%", "96%", "50", "50", "达到目标值得满分", "无"],
    ]);
  });

  it("may be told by the words in them alone, broken over lines", () => {
    const head = "二级|指标|三级|指标|目标|值|完成|值|分|值|得|分|计分|要点|部门|评分|需提供的|支撑材料";
    const rows =
      "数量|指标|浮桥|检修|座数|≥8|座|9座|50|50|按比例|计分|49|见附件|质量|指标|检修|合格|率|≥95|%|96%|50|50|按比例|计分|50|见附件";
    const [table] = tablesOf(`${head}|${rows}`.split("|"));
    expect(gridOf(table)[1]).toEqual(["质量指标", "检修合格率", "≥95%", "96%", "50", "50", "按比例计分", "50", "见附件"]);
  });

  it("end in a total whose figures may be broken too", () => {
    const head = "二级|指标|三级|指标|目标|值|完成|值|分|值|得|分";
    const rows = "数量|指标|浮桥|检修|座数|≥8|座|9座|60|60|质量|指标|检修|合格|率|≥95|%|90%|40|37.|89|总分|10|0|97.|89";
    expect(gridOf(tablesOf(`${head}|${rows}`.split("|"))[0]).at(-1)).toEqual(["总分", "", "", "", "100", "97.89"]);
  });

  it("end in a total with the grade behind it, by one word or two", () => {
    const head = "二级指标 三级指标 目标值 完成值 分值 得分 偏差原因分析";
    const rows = ["数量指标 浮桥检修座数 ≥8座 9座 60 60", "质量指标 检修合格率 ≥95% 90% 40 37.89 汛期延长"];
    expect(
      ["优", "优秀"].map((grade) => gridOf(tablesOf([head, ...rows, `总分 100 97.89 ${grade}`, "注：佐证材料留存备查。"])[0]).at(-1)),
    ).toEqual([
      ["总分", "", "", "", "100", "97.89", "优"],
      ["总分", "", "", "", "100", "97.89", "优秀"],
    ]);
  });

  it("may hold columns that no list knows, within and at the end", () => {
    const within = "一级指标 二级指标 三级指标 责任科室 年度指标值 实际完成值 分值 得分";
    const rows = ["产出指标 数量指标 浮桥检修座数 养护科 ≥8座 9座 45 45", "质量指标 检修合格率 安全科 ≥95% 96% 45 45"];
    expect(gridOf(tablesOf([within, ...rows])[0])[1]).toEqual(["产出指标", "质量指标", "检修合格率", "安全科", "≥95%", "96%", "45", "45"]);
    const cells =
      "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|佐证材料|产出指标|数量指标|浮桥检修座数|≥8座|9座|45|45|质量指标|检修合格率|≥95%|96%|45|45|见附件|总分|90";
    expect(gridOf(tablesOf(cells.split("|"))[0])).toEqual([
      ["产出指标", "数量指标", "浮桥检修座数", "≥8座", "9座", "45", "45", ""],
      ["产出指标", "质量指标", "检修合格率", "≥95%", "96%", "45", "45", "见附件"],
      ["总分", "", "", "", "", "", "90", ""],
    ]);
  });

  it("may tell what came of another year, which is no part of the name before it", () => {
    const head = "一级指标 二级指标 三级指标 上年完成值 年度指标值 实际完成值 分值 得分";
    const rows = ["产出指标 质量指标 浮桥检修合格率 91% ≥92% 96% 45 45", "满意度指标 服务对象满意度指标 渡客满意度 89% ≥90% 95% 45 45"];
    expect(gridOf(tablesOf([head, ...rows])[0])).toEqual(rows.map((row) => row.split(" ")));
  });

  it("may name both levels in one column, and the indicators in that of the second", () => {
    const head = "指标类别 二级指标 权重 年度绩效目标值 实际完成情况 得分（分） 偏差原因";
    const rows = ["产出 浮桥检修座数 45 ≥8座 9座 45", "满意度指标 渡客满意度 45 ≥90% 92% 45"];
    expect(gridOf(tablesOf([head, ...rows])[0])).toEqual(rows.map((row) => [...row.split(" "), ""]));
  });

  it("do not begin within a heading", () => {
    const lines =
      "二、绩效指标完成情况|一级指标|二级指标|三级指标|年度指标值|完成值|分值|得分|产出指标|数量指标|浮桥检修座数|≥8座|9座|45|45|质量指标|检修合格率|≥95%|96%|45|45";
    expect(gridOf(tablesOf(lines.split("|"))[0])[0]).toEqual(["产出指标", "数量指标", "浮桥检修座数", "≥8座", "9座", "45", "45"]);
  });

  it("of funds are whole, whatever stands in their brackets, or the table is not read", () => {
    const lines = ["年初批复数(A)(万元)", "预算执行数(B)(万元)", "执行率", "年度资金总额", "204.24", "201.10", "98.46%"];
    expect(gridOf(tablesOf(lines)[0])).toEqual([["年度资金总额", "204.24", "201.10", "98.46%"]]);
    const lost = [
      "年初批复数",
      "全年预算数(万",
      "预算执行数",
      "资金结余",
      "执行率",
      "年度资金总额",
      "204.24",
      "201.10",
      "198.00",
      "3.10",
      "98.46%",
    ];
    expect(tablesOf(lost)).toEqual([]);
  });

  it("of funds may tell two budgets, of which one says that it was adjusted, and a sentence behind the table is none of its rows", () => {
    const lines = [
      "资金来源 批复预算 调整后预算 实际支出 执行进度",
      "资金总额 500.00 468.00 455.86 97.41%",
      "市级财政资金 482.00 450.00 437.86 97.30%",
      "其他资金 18.00 18.00 18.00 100.00%",
      "调整后预算468.00万元，实际支出455.86万元，执行进度97.41%。",
    ];
    expect(gridOf(tablesOf(lines)[0])).toEqual([
      ["资金总额", "500.00", "468.00", "455.86", "97.41%"],
      ["市级财政资金", "482.00", "450.00", "437.86", "97.30%"],
      ["其他资金", "18.00", "18.00", "18.00", "100.00%"],
    ]);
  });

  it("of funds are read by the lower heads where those of their groups stand in one run with them", () => {
    const head = "资金来源|预算安排情况|资金使用情况|评分情况|年初批复数|调整后预|算数|实际支出数|预算执行|率|标准|分|自评|分值";
    const rows =
      "年度资金总额|3,900,000.00|3,862,00|0.00|3,715,400.00|96.20%|10|9.62|单位资金|300,000.00|300,00|0.00|291,250.00|97.08%|—|—";
    expect(gridOf(tablesOf(`${head}|${rows}`.split("|"))[0])).toEqual([
      ["年度资金总额", "3,900,000.00", "3,862,000.00", "3,715,400.00", "96.20%", "10", "9.62"],
      ["单位资金", "300,000.00", "300,000.00", "291,250.00", "97.08%", "—", "—"],
    ]);
  });

  it("and levels are known though recognition garbled them", () => {
    const lines = [
      "一级指标 二级指桥 三级指标 年度指标值 实际完成值 分值 得分",
      "产出指标（50分） 数量指桥 无障碍改造户数 ≥514户 576户 50 50",
      "效益指标（40分） 社会效益指桥 受益残疾人人数 ≥1700人 1802人 40 40",
    ];
    const levels = gridOf(tablesOf(lines)[0]).map((row) => row.slice(1, 3));
    expect(levels).toEqual([
      ["数量指桥", "无障碍改造户数"],
      ["社会效益指桥", "受益残疾人人数"],
    ]);
  });

  it("leave a row in doubt whose bare actual stands where marks do, since a cell that was empty left no trace", () => {
    const head = "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 复核得分";
    const rows = [
      "产出指标 数量指标 浮桥检修座数 ≥8座 9座 40 40 40",
      "清障里程 37公里 20 20 20 18",
      "质量指标 检修合格率 ≥95% 96% 40 40 39",
    ];
    const [table] = tablesOf([head, ...rows]);
    const doubted = table!.cells.filter(({ reading }) => reading !== undefined && reading.confidence < 0.6);
    expect(doubted.map(({ row }) => row)).toEqual(Array.from(doubted, () => 2));
    expect(doubted.length).toBeGreaterThan(0);
  });
});

describe("a bar alone on its line", () => {
  it("is an empty cell, never a digit of the figure above it", () => {
    const funds =
      "年初预算数|全年预算数|全年执行数|分值|执行率|得分|年度资金总额|12.50|12.50|10.00|10|80.00%|8|其他资金|2.50|2.50|1.00".split("|");
    const head = "一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析";
    const rows = "产出指标|数量指标|浮桥检修座数|≥8座|9座|40|40";
    const more = "质量指标|检修合格率|≥98%|100%|50|50";
    const [money, indicators] = tablesOf([
      ...funds,
      "|",
      "40.00%",
      "|",
      ...head.split("|"),
      ...rows.split("|"),
      "|",
      ...more.split("|"),
      "|",
    ]);
    expect(gridOf(money)[1]).toEqual(["其他资金", "2.50", "2.50", "1.00", "", "40.00%", ""]);
    expect(gridOf(indicators)).toEqual([
      ["产出指标", "数量指标", "浮桥检修座数", "≥8座", "9座", "40", "40", ""],
      ["产出指标", "质量指标", "检修合格率", "≥98%", "100%", "50", "50", ""],
    ]);
  });
});

describe("marks that ran together", () => {
  const HEAD = "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因分析";
  const rows = (...marks: string[]) => [
    HEAD,
    `产出指标 数量指标 浮桥检修座数 ≥8座 9座 ${marks[0]}`,
    `渡船更新数量 ≥4艘 3艘 ${marks[1]} 船厂交付较晚`,
    `质量指标 检修合格率 ≥98% 100% ${marks[2]}`,
    `效益指标 社会效益指标 出行便利程度 明显提升 明显提升 ${marks[3]}`,
    `满意度指标 服务对象满意度指标 渡客满意度 ≥90% 92% ${marks[4]}`,
  ];
  const marksOf = (lines: string[]) => gridOf(tablesOf(lines)[0]).map((row) => row.slice(5, 7));

  it("are parted, with the total's behind them, where most rows say one figure twice", () => {
    expect(marksOf([...rows("2020", "1511.25", "1515", "3030", "2020"), "总分 100 96.25"])).toEqual([
      ["20", "20"],
      ["15", "11.25"],
      ["15", "15"],
      ["30", "30"],
      ["20", "20"],
      ["100", "96.25"],
    ]);
  });

  it("are told from weights that are such figures by themselves", () => {
    expect(marksOf([...rows("22 22", "11 8.25", "22 22", "33 33", "12 12"), "总分 100 97.25"])).toEqual([
      ["22", "22"],
      ["11", "8.25"],
      ["22", "22"],
      ["33", "33"],
      ["12", "12"],
      ["100", "97.25"],
    ]);
  });

  it("are parted from the rate before them in the row of the funds", () => {
    const funds = ["年初预算数 全年预算数 全年执行数 分值 执行率 得分", "年度资金总额 744.60 774.38 774.38 10100.00%10"];
    const [table] = tablesOf([...funds, "", ...rows("2020", "1511.25", "1515", "3030", "2020")]);
    expect(gridOf(table).at(-1)).toEqual(["年度资金总额", "744.60", "774.38", "774.38", "10", "100.00%", "10"]);
  });
});

describe("the national form in one column", () => {
  it("yields its fund table and its indicator table, the banner beside the latter left out", () => {
    const cells =
      "年初预算数|全年预算数|全年执行数|分值|执行率|得分|年度资金总额|120.00|118.00|106.20|10|90.00%|9|其他资金|0.00|0.00|0.00|—|—|—|年度总体目标|预期目标|实际完成情况|完成全县浮桥年度养护。|全年完成检修，渡运平稳。|绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|产出指标|数量指标|浮桥检修座数|≥8座|9座|45|45|效益指标|社会效益指标|出行便利程度|明显提升|明显提升|45|45|总分|100|99".split(
        "|",
      );
    const [funds, indicators] = tablesOf(cells);
    expect(gridOf(funds)).toHaveLength(2);
    expect(gridOf(indicators)).toEqual([
      ["产出指标", "数量指标", "浮桥检修座数", "≥8座", "9座", "45", "45"],
      ["效益指标", "社会效益指标", "出行便利程度", "明显提升", "明显提升", "45", "45"],
      ["总分", "", "", "", "", "100", "99"],
    ]);
  });
});

describe("what a rebuilt table says of itself", () => {
  const lines = [
    "一级指标",
    "二级指标",
    "三级指标",
    "目标值",
    "完成值",
    "分值",
    "得分",
    "产出指标",
    "数量指标",
    "浮桥检修",
    "座数",
    "≥8座",
    "9座",
    "50",
    "50",
    "效益指标",
    "社会效益指标",
    "出行便利程度",
    "明显提升",
    "明显提升",
    "50",
    "50",
  ];

  it("cells tell the lines they were read from", () => {
    const [table] = tablesOf(lines);
    const name = table!.cells.find((cell) => cell.text === "浮桥检修座数");
    expect(name?.evidence.map((place) => place.line)).toEqual([10, 11]);
    expect(table!.origin).toBe("delimited");
  });

  it("in flowing text takes for a table only what reads as one beyond doubt", () => {
    const flowed = (texts: readonly string[]) => ({ ...extractedLines(texts), flow: "flowed" as const });
    // A page that put every cell into a paragraph of its own.
    expect(rebuildTables(flowed(lines)).blocks.map((block) => block.type)).toEqual(["table"]);
    const explained = flowed([
      "自评表按照一级指标、二级指标、三级指标、目标值、完成值、分值、得分逐项填写。",
      "2022年共检修浮桥8座，更换护栏120米，得到沿岸群众好评，满意度达到95%。",
      "填表人应在3月20日前报送，逾期1天通报1次，扣5分。",
    ]);
    expect(rebuildTables(explained)).toBe(explained);
  });

  it("keeps the text that stands in the same paragraph as a table", () => {
    const stream = `报告编号 某县2022 ${lines.join(" ")} 填表人： 审核人：`;
    const blocks = rebuildTables(extractedLines([stream])).blocks;
    expect(blocks.map((block) => (block.type === "paragraph" ? block.text : "table"))).toEqual([
      "报告编号某县2022",
      "table",
      "填表人：审核人：",
    ]);
  });

  it("keeps a first level from covering a second level of another class", () => {
    const torn = [
      "一级指标 二级指标 三级指标 目标值 完成值 分值 得分",
      "预算执行指标 预算执行指标 预算执行率 100% 100% 10 10",
      "质量指标 植株成活率 ≥90% 95% 90 90",
    ];
    const [table] = tablesOf(torn);
    expect(gridOf(table)[1]![0]).not.toBe("预算执行指标");
    expect(table!.confidence).toBeLessThan(0.6);
  });
});

describe("a first level with marks of its own on lines before its only row", () => {
  it("stands alone, and its marks are no part of the name", () => {
    const [table] = tablesOf([
      "一级指标 二级指标 三级指标 指标值 完成值 分值 得分 未完成原因",
      "预算执行",
      "（10分）",
      "预算执行率 100% 100.00% 10 10",
      "产出指标",
      "（50分）",
      "数量指标",
      "检修浮桥座数 ≥12座 13座 25 25",
      "更换护栏长度 =560米 560米 25 25",
      "效益指标",
      "（40分）",
      "社会效益指标",
      "通行便利程度 明显改善 明显改善 40 40",
      "合计 100 100",
    ]);
    const names = gridOf(table).map((row) => row.slice(0, 3));
    expect(names.slice(0, 2)).toEqual([
      ["预算执行（10分）", "", "预算执行率"],
      ["产出指标（50分）", "数量指标", "检修浮桥座数"],
    ]);
  });
});

it("words told for the target and again for the result are parted in the midst, however their lines break", () => {
  const cell = (text: string) => [text.slice(0, 1), text.slice(1)];
  const row = (cells: readonly string[], marks: string) => [...cells.flatMap(cell), marks];
  const lines = [
    ...["一级指标", "二级指标", "三级指标", "目标值", "完成值"].flatMap(cell),
    "分值 得分",
    ...row(["产出指标", "数量指标", "维护渡船艘数", "不少于九艘", "九艘"], "30 30"),
    ...row(["效益指标", "可持续影响指标", "多部门协作机制", "运转顺畅", "运转顺畅"], "30 30"),
    ...row(["满意度指标", "服务对象满意度指标", "渡客满意度"], "").slice(0, -1),
    "≥90% 95% 10 10",
  ];
  expect(gridOf(tablesOf(lines.flatMap((line) => [line, ""]))[0])[1]).toEqual([
    "效益指标",
    "可持续影响指标",
    "多部门协作机制",
    "运转顺畅",
    "运转顺畅",
    "30",
    "30",
  ]);
});

it("a column of both levels is known by its head", () => {
  const lines = [
    "一／二级指标  三级指标  目标值  完成值  分值  得分  扣分原因",
    "产出指标／数量指标  保洁河道长度  ≥195公里  168公里  8  6.89  对象不再符合条件",
    "打捞水生植物量  ≥10750吨  12040吨  9  9",
    "产出指标／质量指标  水面保洁合格率  ≥94%  96%  8  8",
    "效益指标／社会效益  河道信访投诉件数  ≤15件  15件  10  10",
    "合计  37  35.89",
  ];
  const table = tablesOf(lines.flatMap((line) => [line, ""]))[0];
  const rows = gridOf(table).slice(0, 4);
  expect(rows.map((row) => row.slice(0, 2))).toEqual([
    ["产出指标／数量指标", "保洁河道长度"],
    [expect.stringMatching(/^(?:产出指标／数量指标)?$/u), "打捞水生植物量"],
    ["产出指标／质量指标", "水面保洁合格率"],
    ["效益指标／社会效益", "河道信访投诉件数"],
  ]);
});
