import { describe, expect, it } from "vitest";
import { readProse } from "../../../src/normalize/prose/read-prose.js";
import { told, toldLines } from "./told.js";

describe("breakdowns of spending", () => {
  it("reads numbered items beside their total, each in its own unit", () => {
    const [breakdown] = told("项目共支出282.62万元，包括：（1）材料费支出1826200元；（2）劳务费支出100万元。").breakdowns;
    expect(breakdown).toMatchObject({ total: { yuan: "2826200" } });
    expect(breakdown!.items.map((item) => [item.label, item.money.yuan])).toEqual([
      ["材料费支出", "1826200"],
      ["劳务费支出", "1000000"],
    ]);
  });

  it("reads items that are told as 一是, 二是", () => {
    const [breakdown] = told("全年支出148.6万元，具体为：一是材料费50万元；二是人工费60万元；三是机械费39.6万元。").breakdowns;
    expect(breakdown).toMatchObject({ total: { yuan: "1486000" } });
    expect(breakdown!.items.map(({ label, money }) => [label, money.value])).toEqual([
      ["材料费", "50"],
      ["人工费", "60"],
      ["机械费", "39.6"],
    ]);
  });

  it("leaves the total open where the sentence does not tell it", () => {
    const [breakdown] = told(
      "项目支出包括：（1）商品和服务支出2826200元；（2）资本性支出1541600元；（3）对个人和家庭的补助770700元。",
    ).breakdowns;
    expect(breakdown).toMatchObject({ label: "项目支出", total: null });
    expect(breakdown!.items).toHaveLength(3);
  });

  it.each([
    ["主要完成：（1）检修浮桥8座；（2）更换护栏120米。"],
    ["计划支出包括：（1）材料费3万元；（2）劳务费2万元。"],
    ["其中办公费30万元、差旅费20万元。"],
    ["项目支出100万元，其中：（1）材料费约60万元；（2）人工费约30万元。"],
  ])("none in: %s", (text) => {
    expect(told(text).breakdowns).toEqual([]);
  });
});

describe("years that name what is evaluated", () => {
  const years = (...texts: string[]) =>
    told(...texts)
      .years.slice(1)
      .map((entry) => [entry.year, entry.place]);

  it.each([
    ["本次自评的时间范围为2022年1月1日至12月31日。", [[2022, "period"]]],
    ["本次自评覆盖2021年1月至12月的全部项目支出。", [[2021, "period"]]],
    ["本次评价期间为2021年度，评价对象为项目全部资金。", [[2021, "period"]]],
    ["评价工作涵盖2021年全年的项目支出。", [[2021, "period"]]],
    ["综合考虑各方面因素，2021年度渡口浮桥养护经费绩效自评价结果为：总得分97.00分。", [[2021, "result"]]],
    ["项目实施计划：2022年按月推进，年末完成验收。", [[2022, "plan"]]],
    ["本次绩效评价年度为2021年。", [[2021, "period"]]],
    ["说明：本表反映2021年度渡口浮桥养护经费的绩效自评结果。", [[2021, "period"]]],
    ["评价年度：2021年　项目单位：临汐县航道中心", [[2021, "period"]]],
    ["2021年该项目全年预算30万元，实际支出29万元，执行率96.67%。", [[2021, "funds"]]],
  ])("%s", (text, expected) => {
    expect(years(text)).toEqual(expected);
  });

  it.each([
    ["2010年10月，浮桥建成并投入使用。"],
    ["2023年3月15日"],
    ["根据《关于2019年度绩效评价工作的通知》要求，开展自评。"],
    ["县财政局对2021年度渡口浮桥养护经费重点评价结果为良。"],
    ["2023年，将进一步加强预算管理。"],
    ["较2021年增长5%。"],
    ["上一评价年度为2021年，存在问题均已整改。"],
    ["上一个绩效评价年度为2021年，存在问题均已整改。"],
    ["下一评价年度2023年将加强管理。"],
    ["评价年度为2021年的项目已另行上报。"],
    ["评价年度为2021年度的项目已另行上报。"],
    ["绩效评价年度2020-2022年。"],
    ["自评年度：2023年"],
    ["本表反映2021年和2022年的绩效自评结果。"],
    ["本次自评涵盖2021年度结转资金的使用情况。"],
    ["本次自评覆盖2021年度和2022年度的项目支出。"],
    ["本次评价期间为2020年度至2022年度。"],
    ["本次自评覆盖2021年7月以来的支出。"],
    ["自评价年度：2023年"],
    ["2021年自评得分91分，2022年自评得分95分，等级均为优。"],
  ])("none in: %s", (text) => {
    expect(years(text)).toEqual([]);
  });

  it("takes no year from funds that are told for several years", () => {
    expect(years("2021年该项目全年预算30万元，实际支出29万元。", "2022年该项目全年预算32万元，实际支出31万元。")).toEqual([]);
  });

  it("reads the title's year first", () => {
    expect(told("正文。").years[0]).toMatchObject({ year: 2022, place: "title" });
  });
});

describe("scoring rules that a report prints", () => {
  const rules = (text: string) => told(text).scoring.map((rule) => [rule.about, rule.values]);

  it.each([
    [
      "定性指标计分原则:分为三档,分别按照该指标分值区间100-80%(含80%)、80-50%(含50%)、50-0%合理确定分值。",
      [["qualitative-bands", ["80", "50"]]],
    ],
    ["定性指标按达成情况分三档，分别按100%-80%（含）、80%-60%（含）、60%-0%确定分值。", [["qualitative-bands", ["80", "60"]]]],
    ["备注：定量指标得分=权重*B/A，得分不得突破权重。", [["ratio", []]]],
    ["预算执行率95%以上得10分，每降低1个百分点扣0.5分。", [["execution", ["0", "0"]]]],
    ["预算执行率100%得10分，90%-100%得8分，90%以下得5分。", [["execution", ["0", "0"]]]],
    ["完成率在90%（含）以上的得满分。", [["ratio", ["0", "0"]]]],
    ["每少检修1座扣0.5分。", [["ratio", ["0", "0"]]]],
    ["实际完成值超过指标值120%的，扣1分。", [["overachievement", ["120"]]]],
    ["评价等级：优（90-100分）、良（80-90分）、中（60-80分）、差（60分以下）。", [["grade-bands", ["90", "80", "60"]]]],
    ["得分90分（含）以上为优，80分（含）至90分为良，60分（含）至80分为中，60分以下为差。", [["grade-bands", ["90", "80", "60"]]]],
    ["评价结果分为四个等级：95≤得分≤100为优，85≤得分<95为良，60≤得分<85为中，得分<60为差。", [["grade-bands", ["95", "85", "60"]]]],
  ])("%s", (text, expected) => {
    expect(rules(text)).toEqual(expected);
  });

  it("takes a result for no rule, and a rule for no rate", () => {
    expect(rules("预算执行率95%，低于目标，得9.5分。")).toEqual([]);
    expect(rules("目标值≥200公里，实际完成190公里，得19分。")).toEqual([]);
    expect(told("本项目预算执行率100%得10分，90%-100%得8分，90%以下得5分。").rates).toEqual([]);
  });

  it("finds none in ordinary prose", () => {
    expect(rules("项目推进顺利，年末完成率达到100%，群众满意度较高，总体评价良好。")).toEqual([]);
  });
});

describe("physical lines", () => {
  it("does not let a page number cut a sentence short", () => {
    const before =
      "根据县财政部门统一部署，本单位成立自评工作小组，采取查阅资料、实地\n\n查看、数据核对等方式，对渡口浮桥养护经费执行情况进行了逐项评价打\n\n分，自评结果真实可靠。\n\n";
    const facts = toldLines(`${before}对照预算时绩效指标设置，共设立绩效目标12个，目标全部完成的\n\n \n1 \n\n个数有9个、未完成个数有3个。`);
    expect(facts.counts.map((entry) => [entry.of, entry.count])).toEqual([
      ["indicators", "12"],
      ["completed", "9"],
      ["uncompleted", "3"],
    ]);
  });
});

describe("cells", () => {
  const cell = (text: string) => ({ row: 0, column: 0, rowSpan: 1, colSpan: 1, text, evidence: [{ table: 0, row: 0, column: 0 }] });
  const table = (...texts: string[]) => ({
    type: "table" as const,
    index: 0,
    rowCount: 1,
    columnCount: texts.length,
    cells: texts.map((text, column) => ({ ...cell(text), column })),
    origin: "markup" as const,
    confidence: 1,
  });

  it("that hold sentences are read, with the cell as evidence; labels and marks of a table are left to the table's reader", () => {
    const facts = readProse([table("社会效益指标（满分20分）", "经综合评定，本项目自评得分95.5分，等级为优。")], { flow: "flowed" });
    expect(facts.statedScores.map((score) => [score.scope, score.score?.value, score.evidence[0]?.table])).toEqual([["total", "95.5", 0]]);
    expect(facts.grades).toHaveLength(1);
  });
});
