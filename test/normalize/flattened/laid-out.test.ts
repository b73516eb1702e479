import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readText } from "../../../src/extract/text/read-text.js";
import { normalize } from "../../../src/normalize/normalize.js";
import { type LaidCell, type Layout, laidOutText } from "./laid-out-text.js";

const HEAD = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分", "偏差原因"];
const WIDTHS = [3, 5, 6, 6, 6, 3, 5, 6];
const ROWS = [
  ["新建便民晾晒场数量", "≥36处", "38处", "20", "20", ""],
  ["维修老旧路灯数量", "≥420盏", "400盏", "20", "19.05", "部分路段因雨季延后施工，下一季度补齐"],
  ["晾晒场验收合格率", "≥98%", "100%", "20", "20", ""],
  ["方便居民生活程度", "明显改善", "明显改善", "30", "28", ""],
  ["社区居民满意度", "≥90%", "93.5%", "10", "10", ""],
];
const LEVELS: readonly LaidCell[] = [
  { text: "产出指标", row: 1, column: 0, rowSpan: 3 },
  { text: "效益指标", row: 4, column: 0 },
  { text: "满意度指标", row: 5, column: 0 },
  { text: "数量指标", row: 1, column: 1, rowSpan: 2 },
  { text: "质量指标", row: 3, column: 1 },
  { text: "社会效益指标", row: 4, column: 1 },
  { text: "服务对象满意度指标", row: 5, column: 1 },
];
const TOTAL: readonly LaidCell[] = [
  { text: "合计", row: 6, column: 2 },
  { text: "100", row: 6, column: 5 },
  { text: "97.05", row: 6, column: 6 },
];

type Titles = { readonly [column: number]: string };

function table(widths: readonly number[], rows = ROWS, titles: Titles = {}): LaidCell[] {
  const cells = [
    ...HEAD.map((text, column) => ({ text: titles[column] ?? text, row: 0, column })),
    ...LEVELS.filter(({ row }) => row <= rows.length),
    ...rows.flatMap((row, r) => row.map((text, c) => ({ text, row: r + 1, column: c + 2 }))),
    ...(rows === ROWS ? TOTAL : []),
  ];
  // From left to right, as a line is written.
  return cells.filter(({ text, column }) => text !== "" && column < widths.length).sort((a, b) => a.column - b.column);
}

function read(layout: Partial<Layout>, rows = ROWS, titles: Titles = {}) {
  const widths = layout.widths ?? WIDTHS;
  const lines = laidOutText(table(widths, rows, titles), { pitch: 1, ...layout, widths });
  const text = ["                河湾镇便民设施建设项目绩效自评表", "", ...lines, ""].join("\n");
  return normalize(readText(Buffer.from(text, "utf8")))[0]!;
}

const told = (draft: ReturnType<typeof read>) =>
  draft.indicators.map((row) => [row.level3, row.target, row.actual, row.weight?.value, row.score?.value, row.deviationReason]);
const levels = (draft: ReturnType<typeof read>) => draft.indicators.map(({ level1, level2 }) => [level1, level2]);
const WANTED_LEVELS = [
  ["产出指标", "数量指标"],
  ["产出指标", "数量指标"],
  ["产出指标", "质量指标"],
  ["效益指标", "社会效益指标"],
  ["满意度指标", "服务对象满意度指标"],
];

/** A line whose words stand at columns of characters. */
const at = (...words: readonly (readonly [number, string])[]) => words.reduce((line, [column, text]) => line.padEnd(column) + text, "");

describe("a table in a text that keeps its page's layout", () => {
  it.each([1, 2] as const)("is read row for row where an ideograph takes %s columns", (pitch) => {
    const draft = read({ pitch });
    expect(told(draft)).toEqual(ROWS);
    expect(levels(draft)).toEqual(WANTED_LEVELS);
    expect(draft.statedScores).toMatchObject([{ scope: "total", name: "合计", score: { value: "97.05" }, fullMarks: { value: "100" } }]);
    expect(draft.completeness.indicators).toBe("sure");
  });

  it("gives a level to the rows below it where the levels stand on the first rows of their groups", () => {
    const lines = [
      "河湾镇便民设施建设项目绩效自评表",
      "",
      "一级指标      二级指标        三级指标            年度指标值    实际完成值    分值    得分",
      "产出指标      数量指标        新建晾晒场          ≥3处         3处           15      15",
      "              质量指标        晾晒场完好率        ≥98%         98.5%         15      15",
      "              时效指标        按期交付时间        ≤1月         1月           20      20",
      "效益指标      社会效益指标    投诉起数            0起           0起           20      20",
      "                              便民设施覆盖率      ≥85%         86.6%         10      10",
      "满意度指标    服务对象满意度  居民满意度          ≥92%         95.2%         20      20",
      "总分                                                                          100     100",
      "",
    ];
    const draft = normalize(readText(Buffer.from(lines.join("\n"), "utf8")))[0]!;
    expect(draft.indicators.map(({ level2, level3 }) => `${level2} ${level3}`)[4]).toBe("社会效益指标 便民设施覆盖率");
  });

  it("is read so for all widths of its columns", () => {
    const width = fc.integer({ min: 3, max: 9 });
    fc.assert(
      fc.property(fc.tuple(width, width, width, width), fc.constantFrom(1 as const, 2 as const), ([second, name, value, reason], pitch) => {
        const draft = read({ pitch, widths: [4, Math.max(4, second), name, Math.max(5, value), Math.max(5, value), 3, 5, reason] });
        expect(told(draft)).toEqual(ROWS);
        expect(levels(draft)).toEqual(WANTED_LEVELS);
      }),
      { numRuns: 25 },
    );
  });

  it("goes on over a page's end without its head", () => {
    const draft = read({ pagesBefore: [4] });
    expect(told(draft)).toEqual(ROWS);
    expect(draft.completeness.indicators).toBe("sure");
  });

  it.each([
    ["brackets and the end of a title stand below", { 3: "年度指标值（A）", 4: "全年实际值（B）", 7: "未完成原因和改进措施" }],
    ["one title goes on", { 7: "偏差原因分析及改进措施" }],
    ["two go on over two lines", { 3: "年度指标值（A）", 7: "未完成原因分析及拟采取的改进措施" }],
  ])("has a head of several lines: %s", (_, titles: Titles) => {
    const draft = read({}, ROWS, titles);
    expect(told(draft)).toEqual(ROWS);
    expect(levels(draft)).toEqual(WANTED_LEVELS);
  });

  it.each([
    ["brackets and the rest of a title", "未完成原因", "和改进措施"],
    ["the last character of a title", "未完成原因分", "析"],
  ])("has a head whose last line holds ends of titles alone: %s", (_, title, end) => {
    const row = (name: string, ...figures: readonly string[]) =>
      at([0, "产出指标"], [8, "数量指标"], [16, name], ...figures.map((text, i) => [24 + 10 * i, text] as const));
    const lines = [
      at([24, "年度指标值"], [34, "全年实际值"], [64, title]),
      at([0, "一级指标"], [8, "二级指标"], [16, "三级指标"], [44, "分值"], [54, "得分"]),
      ...(end.length > 1 ? [at([25, "（A）"], [35, "（B）"], [64, end])] : [at([66, end])]),
      row("清淤长度", "≥40公里", "36公里", "60", "54", "汛期停工"),
      row("护坡面积", "≥90亩", "92亩", "40", "40"),
    ];
    const text = ["               项目绩效目标自评表", ...lines, ""].join("\n");
    expect(told(normalize(readText(Buffer.from(text, "utf8")))[0]!)).toEqual([
      ["清淤长度", "≥40公里", "36公里", "60", "54", "汛期停工"],
      ["护坡面积", "≥90亩", "92亩", "40", "40", ""],
    ]);
  });

  it("keeps what a rule of scoring takes off in the rule, though it reaches under the results", () => {
    const row = (name: string, target: string, actual: string, weight: string, score: string) => [
      at([8, name], [20, target], [32, "低于目标每1%"], [46, actual], [56, weight], [64, score]),
      at([32, "目标值 1%扣 0.2 分"]),
    ];
    const lines = [
      at([0, "一级指标"], [8, "三级指标"], [20, "年度指标值"], [32, "评分标准"], [46, "实际完成值"], [56, "分值"], [64, "得分"]),
      at([0, "产出指标"]),
      ...row("清淤长度", "≥40公里", "36公里", "60", "54"),
      ...row("护坡面积", "≥90亩", "92亩", "40", "40"),
    ];
    const text = ["               项目绩效目标自评表", ...lines, ""].join("\n");
    expect(told(normalize(readText(Buffer.from(text, "utf8")))[0]!).map((cells) => cells.slice(0, 5))).toEqual([
      ["清淤长度", "≥40公里", "36公里", "60", "54"],
      ["护坡面积", "≥90亩", "92亩", "40", "40"],
    ]);
  });

  it("has a head of funds of which no line holds two gaps", () => {
    const at = (...words: readonly (readonly [number, string])[]) => words.reduce((line, [column, text]) => line.padEnd(column) + text, "");
    const lines = [
      at([30, "全年执行数"]),
      at([14, "全年预算数（A）"], [44, "执行率（B/A）"]),
      at([31, "（B）"]),
      at([4, "年度资金总"]),
      at([16, "805.20"], [30, "760.10"], [46, "94.40%"]),
      at([6, "额"]),
      at([0, "资金"], [4, "其中：省级"]),
      at([16, "605.20"], [30, "560.10"], [46, "92.55%"]),
      at([5, "资金"]),
      at([4, "其他资金"], [16, "200.00"], [30, "200.00"], [46, "100.00%"]),
      at([0, "年度目标"], [6, "便民设施按期建成，群众出行和晾晒更加方便，设施管护责任到人。"]),
    ];
    const text = ["               项目绩效目标自评表", ...lines, ""].join("\n");
    const { funds } = normalize(readText(Buffer.from(text, "utf8")))[0]!;
    expect(
      funds.map(({ adjustedBudget, executed, executionRate }) => [adjustedBudget, executed, executionRate].map((f) => f?.value)),
    ).toEqual([
      ["805.20", "760.10", "94.40"],
      ["605.20", "560.10", "92.55"],
      ["200.00", "200.00", "100.00"],
    ]);
  });

  it("gives levels to the rows in whose middle they stand on the page, though the text has no room between rows", () => {
    const row = (level: string, name: string, ...rest: readonly string[]) =>
      at([0, level], [10, name], ...rest.map((text, i) => [24 + 9 * i, text] as const));
    const lines = [
      at([0, "二级指标"], [10, "三级指标"], [24, "指标值"], [33, "完成值"], [42, "分值"], [51, "得分"]),
      row("", "补种古树株数", "≥14株", "16株", "10", "10"),
      row("数量指标", "日常巡护线路", "≥65公里", "70公里", "20", "20"),
      at([10, "里程"]),
      row("", "更新保护铭牌数", "≥10块", "10块", "10", "10"),
      row("", "古树成活率", "≥97%", "97%", "20", "20"),
      row("质量指标", "病虫害防治有效", "≥90%", "95.5%", "20", "20"),
      at([10, "率"]),
      row("时效指标", "险情处置响应时", "≤20小时", "19小时", "20", "20"),
      at([10, "限"]),
    ];
    const draft = normalize(readText(Buffer.from(["               古树巡护经费绩效自评表", ...lines, ""].join("\n"), "utf8")))[0]!;
    expect(draft.indicators.map(({ level2, level3 }) => [level2, level3])).toEqual([
      ["数量指标", "补种古树株数"],
      ["数量指标", "日常巡护线路里程"],
      ["数量指标", "更新保护铭牌数"],
      ["质量指标", "古树成活率"],
      ["质量指标", "病虫害防治有效率"],
      ["时效指标", "险情处置响应时限"],
    ]);
  });

  it("goes on under columns that the next page pushes aside, with levels that the page's end cuts", () => {
    const first = (...words: readonly string[]) => at(...words.map((text, i) => [[0, 8, 16, 28, 40, 52, 60][i]!, text] as const));
    const second = (...words: readonly string[]) => at(...words.map((text, i) => [[0, 7, 13, 20, 27, 34, 38][i]!, text] as const));
    const lines = [
      first("一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"),
      first("产出指标", "数量指标", "新增学位数", "≥531个", "531个", "20", "20"),
      first("", "质量指标", "园所年检合格率", "≥94%", "94%", "10", "10"),
      first("", "时效指标", "补助到园及时率", "≥96%", "100%", "10", "10"),
      "",
      "                                    - 1 -",
      `\f${second("", "成本指标", "生均补", "≤664元", "664元", "20", "20")}`,
      second("", "", "助标准"),
      second("", "", "学位覆", "≥88%", "90.5%", "15", "15"),
      second("效益指标", "社会效益", "盖率"),
      second("", "指标", "入园负", "有所减轻", "有所减轻", "15", "15"),
      second("", "", "担"),
      second("满意度指", "服务对象", "家长满", "≥90%", "95.7%", "10", "10"),
      second("标", "满意度", "意度"),
      second("", "", "总分", "", "", "100", "100"),
    ];
    const draft = normalize(readText(Buffer.from(["               公办园学位补助绩效自评表", ...lines, ""].join("\n"), "utf8")))[0]!;
    expect(told(draft).map((row) => row.slice(0, 5).join(" "))).toEqual([
      "新增学位数 ≥531个 531个 20 20",
      "园所年检合格率 ≥94% 94% 10 10",
      "补助到园及时率 ≥96% 100% 10 10",
      "生均补助标准 ≤664元 664元 20 20",
      "学位覆盖率 ≥88% 90.5% 15 15",
      "入园负担 有所减轻 有所减轻 15 15",
      "家长满意度 ≥90% 95.7% 10 10",
    ]);
    expect(levels(draft).map((names) => names.join(" "))).toEqual([
      "产出指标 数量指标",
      "产出指标 质量指标",
      "产出指标 时效指标",
      "产出指标 成本指标",
      "效益指标 社会效益指标",
      "效益指标 社会效益指标",
      "满意度指标 服务对象满意度",
    ]);
  });

  it("keeps a date in one cell whose parts spaces part", () => {
    const lines = [
      at([0, "二级指标"], [10, "三级指标"], [24, "指标值"], [38, "完成值"], [50, "分值"], [56, "得分"]),
      at([0, "质量指标"], [10, "档案著录差错率"], [24, "≤0.3%"], [38, "0.3%"], [50, "40"], [56, "40"]),
      at([10, "年度加工任务"], [24, "2022 年 12"], [38, "2022 年 10"]),
      at([0, "时效指标"], [50, "60"], [56, "60"]),
      at([10, "完成时间"], [24, "月底前"], [38, "月 11 日"]),
    ];
    const draft = normalize(readText(Buffer.from(["               档案加工项目绩效自评表", ...lines, ""].join("\n"), "utf8")))[0]!;
    expect(told(draft).map((row) => row.slice(0, 5))).toEqual([
      ["档案著录差错率", "≤0.3%", "0.3%", "40", "40"],
      ["年度加工任务完成时间", "2022年12月底前", "2022年10月11日", "60", "60"],
    ]);
  });

  it("is doubted where it is cut", () => {
    const draft = read({ pagesBefore: [3] }, ROWS.slice(0, 4));
    expect(draft.completeness.indicators).toBe("doubtful");
  });

  it("keeps figures that a narrow column broke", () => {
    const draft = read({ widths: [3, 5, 6, 6, 6, 3, 3, 6] });
    expect(draft.indicators.map(({ score }) => score?.value)).toEqual(["20", "19.05", "20", "28", "10"]);
  });
});

describe("a fund table in such a text", () => {
  const fundsOf = (lines: readonly string[]) =>
    normalize(readText(Buffer.from(["河湾镇路灯改造项目绩效自评表", "", ...lines, ""].join("\n"), "utf8")))[0]!.funds.map(
      ({ label, initialBudget, adjustedBudget, executed, executionRate, score }) =>
        [label, ...[initialBudget, adjustedBudget, executed, executionRate, score].map((f) => f?.value ?? "")].join(" "),
    );

  it("has titles whose ends stand on the next line, pushed out from under them", () => {
    const lines = [
      at([30, "年初预 调整后预算 预算执行"], [58, "预算执行率"], [72, "权重"], [85, "得分"]),
      at([32, "算"], [39, "数"], [46, "数"]),
      at([19, "总额"], [30, "472.12 472.12 412.44"], [58, "87.36%"], [72, "10"], [85, "8.74"]),
      at([10, "其中：财政资金"], [30, "402.12 402.12 352.44"], [58, "87.65%"], [72, "/"], [85, "/"]),
      at([14, "其他资金"], [31, "70.00"], [38, "70.00"], [45, "60.00"], [58, "85.71%"], [72, "/"], [85, "/"]),
    ];
    expect(fundsOf(lines)).toEqual([
      "总额 472.12 472.12 412.44 87.36 8.74",
      "财政资金 402.12 402.12 352.44 87.65 ",
      "其他资金 70.00 70.00 60.00 85.71 ",
    ]);
  });

  it("closes the brackets of its titles on the lines beside its label", () => {
    const lines = [
      at([65, "得分"]),
      at([63, "（10分*"]),
      at([25, "全年预算数（A）"], [40, "全年执行数（B）"], [55, "执行率"]),
      at([0, "预算执行情况（万元）"], [65, "执行"]),
      at([4, "（10分）"], [65, "率）"]),
      at([12, "年度资金总额"], [25, "201.60"], [40, "193.13"], [55, "95.80%"], [65, "9.58"]),
    ];
    expect(fundsOf(lines)).toEqual(["年度资金总额  201.60 193.13 95.80 9.58"]);
  });

  it("may have sources for columns, of which empty cells are told by where the figures stand", () => {
    const row = (label: string, serial: string, ...cells: readonly string[]) =>
      at(
        [0, label],
        [14, serial],
        ...cells.map((text, i) => [[27, 36, 44, 52, 62, 74][i]!, text] as const).filter(([, text]) => text !== ""),
      );
    const lines = [
      at([26, "年度总金额"], [44, "财政资金"], [62, "上年结转资"], [74, "其他资金"]),
      at([4, "项目"], [14, "行次"]),
      at([27, "（万元）"], [36, "小计"], [44, "中央级"], [52, "市级"], [63, "金（万元）"], [74, "（万元）"]),
      row("年初预算资金", "(1)", "484.12", "372.77", "", "372.77", "72.62", "38.73"),
      row("全年预算资金", "(2)", "448.30", "345.20", "", "345.20", "67.24", "35.86"),
      row("全年执行资金", "(3)", "440.30", "337.20", "", "337.20", "67.24", "35.86"),
      "预算执行率",
      row("", "(4)=(3)/(2)", "98.22", "97.68", "", "97.68", "100", "100"),
      "（%）",
      "",
      "（三）项目绩效目标",
    ];
    const { funds } = normalize(readText(Buffer.from(["河湾镇路灯改造项目绩效自评报告", "", ...lines, ""].join("\n"), "utf8")))[0]!;
    const figures = funds.map(({ label, initialBudget, executed, executionRate }) =>
      [label, ...[initialBudget, executed, executionRate].map((f) => f?.value ?? "")].join(" "),
    );
    expect(figures).toEqual([
      "年度总金额 484.12 440.30 98.22",
      "财政资金小计 372.77 337.20 97.68",
      "市级 372.77 337.20 97.68",
      "上年结转资金 72.62 67.24 100",
      "其他资金 38.73 35.86 100",
    ]);
  });

  it("leaves open whether rows are absent while the heads of a fund table stand unread beside it", () => {
    const lines = [
      at([0, "一级指标"], [8, "三级指标"], [20, "年度指标值"], [36, "实际完成值"], [48, "得分"]),
      at([0, "产出指标"], [8, "清淤长度"], [20, "≥40公里"], [36, "36公里"], [48, "50"]),
      at([8, "护坡面积"], [20, "≥90亩"], [36, "92亩"], [48, "30"]),
    ];
    const isOpen = (...above: readonly string[]) => {
      const text = ["               项目绩效目标自评表", ...above, "", ...lines, "自评总分98.5分", ""].join("\n");
      return normalize(readText(Buffer.from(text, "utf8")))[0]!.completeness.because.some((reason) => reason.includes("fund table"));
    };
    expect(isOpen(at([20, "预算数（A）"], [36, "执行数（B）"]), at([50, "执行率（B/A）"]))).toBe(true);
    expect(isOpen(at([20, "预算数（A）"]))).toBe(false);
  });

  it("reads a table to its total, whose 总 and 分 stand apart, under heads that a blank broke", () => {
    const text = [
      "一级指标 二级指标         三级指标          年度指标值 实际完成值 分值 得分 偏差原因分析及改         进措施",
      "       数量指标 自动气象站维护数量        =24个       24个    20   20",
      "产出指标            人工增雨作业次数     ≥12次       9次     30   26 适宜作业的云系偏",
      "                                                             少，作业窗口不足",
      "效益指标 经济效益指 农业气象灾害减损水平      ≥5%      6%      40   40",
      "         标",
      "满意度指标 服务对象满",
      "       意度指标 公众气象服务满意度        ≥90%      91.5%  10      10",
      "                   总 分                        100 96",
    ].join("\n");
    const [report] = normalize(readText(Buffer.from(`气象服务项目绩效自评表\n\n${text}\n`, "utf8")));
    expect(report!.indicators.map(({ target, actual, weight, score }) => [target, actual, weight?.raw, score?.raw])).toEqual([
      ["=24个", "24个", "20", "20"],
      ["≥12次", "9次", "30", "26"],
      ["≥5%", "6%", "40", "40"],
      ["≥90%", "91.5%", "10", "10"],
    ]);
    expect(report!.statedScores.map(({ name, score }) => [name, score?.raw])).toEqual([["总分", "96"]]);
  });

  it("keeps the figures for which a line has no room", () => {
    const text = [
      "                  年初预算数      全年预算数     全年执行数   分值    执行率   得分",
      "  年度资金总额        1383.80        1194.22",
      "                                  1166.99   10    97.72%   9.77",
      "  其他资金             83.80         94.22",
      "                                   66.99   —     71.10%    —",
    ].join("\n");
    const { funds } = normalize(readText(Buffer.from(`河湾镇路灯改造项目绩效自评表\n\n${text}\n`, "utf8")))[0]!;
    expect(
      funds.map(({ label, adjustedBudget, executed, executionRate }) => [
        label,
        adjustedBudget?.value,
        executed?.value,
        executionRate?.value,
      ]),
    ).toEqual([
      ["年度资金总额", "1194.22", "1166.99", "97.72"],
      ["其他资金", "94.22", "66.99", "71.10"],
    ]);
  });
});

describe("a table of such a text in which something is wrong", () => {
  const rows = (score: string, actual: string) =>
    normalize(
      readText(
        new TextEncoder().encode(
          [
            "项目名称        晾晒场建设",
            "绩效指标    一级指标      二级指标            目标值      完成值      评分情况              复核得分    偏差原因",
            "                                                                      满 分     得 分",
            "            产出指标      晾晒场数量          ≥36处       38处        40        40",
            `                          验收合格率          ≥98%        ${actual.padEnd(4)}        30        30`,
            `            满意度指标    社区居民满意度      ≥90%        95%         30        ${score}`,
            "            合计                                                      100       100",
          ].join("\n"),
        ),
      ),
    )[0]!.indicators.map(({ level1, level3, actual: told, weight, score: given }) => [level1, level3, told, weight?.raw, given?.raw]);

  it("keeps a score above its weight in its column, and leaves empty what the author left out", () => {
    expect(rows("31", "99%")[2]).toEqual(["满意度指标", "社区居民满意度", "95%", "30", "31"]);
    expect(rows("30", "")).toEqual([
      ["产出指标", "晾晒场数量", "38处", "40", "40"],
      ["产出指标", "验收合格率", "", "30", "30"],
      ["满意度指标", "社区居民满意度", "95%", "30", "30"],
    ]);
  });
});

describe("a table whose cells only wide blanks part", () => {
  it("has a row on each of its lines, wherever its words stand", () => {
    const text = [
      "三级指标  一级 指标  二级绩效指标  指标值  实际完成情况  标准分  自评得分  未完成原因及改进措施",
      "清淤河道长度  产出指标  数量指标  ≥804公里  810公里  11  11",
      "培训考核通过率  产出指标  产出质量  ≥90%  99%  12  12",
      "项目完成时间  产出指标  时效指标  2018年10月底前  2018年9月完成  13  13",
      "项目总成本  产出指标  产出成本  ≤488万元  484万元  14  14",
      "带动就业增收  效果指标  经济效益  ≥59万元  60万元  5  5",
      "公共服务能力  效果指标  社会效益指标  健全  健全  6  6",
      "节能降耗水平  效果指标  生态效益指标  显著提升  显著提升  7  8",
      "设施使用年限  效果指标  可持续影响  ≥363年  378年  6  6",
      "长效管护机制  效果指标  可持续影响  健全  健全  6  6",
      "受益群众满意度  满意度指标  服务对象满意度指标  ≥95%  98%  20  20",
      "自评总分  100  101",
    ];
    const [report] = normalize(readText(new TextEncoder().encode(text.join("\n"))));
    expect(report!.indicators.map(({ weight }) => weight?.value)).toEqual(["11", "12", "13", "14", "5", "6", "7", "6", "6", "20"]);
  });
});

describe("the head of a form in such a text", () => {
  it("has values that a column broke over the lines above and below their label", () => {
    const lines = [
      at([2, "项目名称"], [24, "学校营养膳食补助资金"]),
      "",
      at([62, "青山区学生营养改善工作管理中"]),
      at([2, "主管部门"], [20, "青山区教育局"], [48, "实施单位"]),
      at([70, "心"]),
      "",
    ];
    const head = at([0, "三级指标"], [24, "指标值"], [33, "完成值"], [42, "分值"], [51, "得分"]);
    const text = [
      "               项目支出绩效自评表",
      ...lines,
      head,
      at([0, "供餐学校数"], [24, "≥4所"], [33, "4所"], [42, "10"], [51, "10"]),
      "",
    ];
    const { report } = normalize(readText(Buffer.from(text.join("\n"), "utf8")))[0]!;
    expect([report.projectName, report.department, report.unit]).toEqual([
      "学校营养膳食补助资金",
      "青山区教育局",
      "青山区学生营养改善工作管理中心",
    ]);
  });
});

it("parts what single blanks and neighbouring lines brought together: targets, results and marks, rows, and the label beside the money", () => {
  const text = [
    "                       河湾镇便民设施建设项目绩效自评表",
    "                       年初预算数 全年预算数 全年执行数 分值 执行率                   得分",
    "项目资       年度资金总额         780.00    805.00    748.65 10 93.00%     9.3",
    "金（万      其中：中央补助         500.00    500.00    480.00  — 96.00%      —",
    "元）         省级资金          280.00    305.00    268.65  — 88.08%      —",
    "    一级指标 二级指标        三级指标         年度指标值     实际完成值   分值    得分  偏差原因分析及改进",
    "                                                                措施",
    "                  新建便民晾晒设施数量设备 ≥48台（套） 48台（套） 8             8",
    "           数量指标 维修老旧路灯改造数量   ≥35所              30所    7        3个村选址未落",
    "                                                           6 实，已列入次年计划",
    "    产出指标 质量指标       设施验收合格率        =100%      100%  25    25",
    "         成本指标    单所改造平均成本       ≤8万元      7.6万元   10     10",
    "    效益指标 社会效益指标 方便居民生活程度          明显改善 明显改善         30    30",
    "    满意度指标 服务对象满意指标     社区居民满意度        ≥85%      90.4%  10    10",
    "总分   100   98.3",
  ].join("\n");
  const draft = normalize(readText(Buffer.from(text, "utf8")))[0]!;
  expect(told(draft).slice(0, 2)).toEqual([
    ["新建便民晾晒设施数量设备", "≥48台（套）", "48台（套）", "8", "8", ""],
    ["维修老旧路灯改造数量", "≥35所", "30所", "7", "6", "3个村选址未落实，已列入次年计划"],
  ]);
  expect(told(draft)[4]).toEqual(["方便居民生活程度", "明显改善", "明显改善", "30", "30", ""]);
  expect(draft.funds.map(({ label, executed }) => [label, executed?.value])).toEqual([
    ["年度资金总额", "748.65"],
    ["中央补助", "480.00"],
    ["省级资金", "268.65"],
  ]);
});

describe("an indicator table with its total first", () => {
  it("goes on to its last row", () => {
    const below = (cell: LaidCell): LaidCell => (cell.row === 0 ? cell : { ...cell, row: cell.row + 1 });
    const own = table(WIDTHS).filter(({ row }) => row < 6);
    const cells = [...own.map(below), ...TOTAL.map((cell) => ({ ...cell, row: 1 }))].sort((a, b) => a.column - b.column);
    const text = ["便民设施建设项目绩效自评表", "", ...laidOutText(cells, { pitch: 1, widths: WIDTHS }), ""].join("\n");
    const record = normalize(readText(Buffer.from(text, "utf8")))[0]!;
    expect(record.indicators.map(({ weight, score }) => [weight?.value, score?.value])).toEqual(
      ROWS.map(([, , , weight, score]) => [weight, score]),
    );
  });
});
