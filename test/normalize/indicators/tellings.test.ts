import { describe, expect, it } from "vitest";
import { differences } from "../../../src/normalize/indicators/merge/compare-copies.js";
import { nameKey } from "../../../src/normalize/indicators/merge/name-key.js";
import { settleReadings } from "../../../src/normalize/indicators/merge/settle-readings.js";
import { likeness } from "../../../src/normalize/lexicon/writing/likeness.js";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const copy = (target: string, actual = "", weight: string | null = null) => ({
  target,
  actual,
  weight: weight === null ? null : { raw: weight, value: weight },
  score: null,
  completionRate: null,
});
const fieldsThatDiffer = (a: ReturnType<typeof copy>, b: ReturnType<typeof copy>) =>
  differences("某指标", a, b, () => []).map(({ field }) => field);

describe("two tellings of one indicator", () => {
  it.each([
    ["≥50个", ">=50个"],
    ["≥50个", "50个"],
    ["1.2万人", "12000人"],
    ["≥95%", "≥95.0%"],
    ["明显改善", "明显改善。"],
    ["2021年12月底前", "2021年12月底前完成"],
    ["不超过2次", "≤2次"],
    ["持续改善", "基本改善"],
    ["控制在3起以内", "≤3起"],
    ["/", "≥5个"],
    ["", "≥5个"],
  ])("do not differ in %s and %s", (a, b) => expect(fieldsThatDiffer(copy(a), copy(b))).toEqual([]));

  it.each([
    ["≥50个", "≥60个"],
    ["≥50个", "≤50个"],
    ["94.7%", "95.1%"],
    ["覆盖12个村3200人", "覆盖12个村2300人"],
  ])("differ in %s and %s", (a, b) => expect(fieldsThatDiffer(copy(a), copy(b))).toEqual(["target"]));

  it("compare marks as numbers", () => {
    expect(fieldsThatDiffer(copy("", "", "9"), copy("", "", "9.00"))).toEqual([]);
    expect(fieldsThatDiffer(copy("", "", "9"), copy("", "", "8"))).toEqual(["weight"]);
  });

  it("are one name without layout, numbering and quotes", () => {
    expect(nameKey("1.“一站式” 办理-窗口数（个）")).toBe(nameKey("一站式办理窗口数(个)"));
    for (const name of ["①修渠", "⑴修渠", "⒈修渠", "１、修渠", "（一）修渠", "★②修渠", "其中：③修渠"])
      expect(nameKey(name), name).toBe("修渠");
    expect(nameKey("3.5米道路")).toBe("35米道路");
    expect(likeness("群众满意度", "群众满意庋")).toBeCloseTo(0.8);
    expect(likeness("群众满意度", "设备完好率")).toBeLessThan(0.4);
  });
});

describe("prose beside a table", () => {
  const table = tableOf([
    ["一级指标", "二级指标", "三级指标", "年初目标值", "实际完成值", "得分"],
    ["产出指标", "数量指标", "巡查次数", "≥24次", "24次", "60"],
    ["产出指标", "数量指标", "巡查次数", "≥12次", "12次", "30"],
    ["总分", "<", "<", "<", "<", "90"],
  ]);

  it("gives the weights that the table lacks, to rows of one name in order", () => {
    const draft = normalize(
      documentOf(
        "2023年度河湖巡查经费项目自评结果",
        "（1）产出指标完成情况分析",
        "①巡查次数年初目标值为≥24次。完成年初目标。该项指标标准分值为60分，实际得分60分。",
        "②巡查次数年初目标值为≥12次。完成年初目标。该项指标标准分值为40分，实际得分30分。",
        table,
      ),
    )[0]!;
    expect(draft.indicators.map(({ weight, score }) => [weight?.value, score?.value])).toEqual([
      ["60", "60"],
      ["40", "30"],
    ]);
    expect(draft.claims.copies).toEqual([]);
    expect(draft.indicators[0]!.evidence.length).toBeGreaterThan(4);
  });

  it("keeps the table's figure where the two differ, and tells both", () => {
    const draft = normalize(
      documentOf("2023年度河湖巡查经费项目自评结果", "①巡查次数年初目标值为≥30次。该项指标标准分值为60分，实际得分60分。", table),
    )[0]!;
    expect(draft.indicators[0]?.target).toBe("≥24次");
    expect(draft.claims.copies).toMatchObject([{ indicator: "巡查次数", field: "target", kept: "≥24次", other: "≥30次" }]);
  });
});

describe("settleReadings", () => {
  it("takes the characters that the document uses more often, where letters or digits are in question", () => {
    const text = "I十1库等系统维护费用8分。T+1库等系统维护费用（完成率为100%）。我局“T+1”库";
    expect(settleReadings("I十1库等系统维护费用（元／年）", "T+1库等系统维护费用", text)).toBe("T+1库等系统维护费用（元／年）");
  });

  it("leaves names that differ in wording", () => {
    expect(settleReadings("村级道路养护里程", "乡级道路养护里程", "乡级道路养护里程 乡级道路养护里程")).toBe("村级道路养护里程");
    expect(settleReadings("A类设备", "A类设备", "A类设备")).toBe("A类设备");
  });
});

describe("rows under 其中", () => {
  const partsOf = (parent: string, first: string, second: string) =>
    normalize(
      documentOf(
        tableOf([
          ["一级指标", "二级指标", "三级指标", "目标值", "完成值", "分值", "得分"],
          ["产出指标", "数量指标", "补助人数", "≥300人", "310人", parent, parent],
          ["", "", "其中：老年人", "≥100人", "105人", first, first],
          ["", "", "其中：残疾人", "≥50人", "50人", second, second],
          ["", "质量指标", "发放准确率", "100%", "100%", "80", "80"],
          ["总分", "<", "<", "<", "<", "100", "100"],
        ]),
      ),
    )[0]!.indicators.map(({ level3, partOf }) => [level3, partOf]);

  it("are parts of the row above when they carry no marks, or marks that the parent's already count", () => {
    const parts = [
      ["补助人数", undefined],
      ["其中：老年人", "补助人数"],
      ["其中：残疾人", "补助人数"],
      ["发放准确率", undefined],
    ];
    expect(partsOf("20", "", "")).toEqual(parts);
    expect(partsOf("20", "10", "10")).toEqual(parts);
  });

  it("count by themselves when the full marks are reached with them only", () => {
    const rows = [
      ["补助人数", undefined],
      ["其中：老年人", undefined],
      ["其中：残疾人", undefined],
      ["发放准确率", undefined],
    ];
    expect(partsOf("", "10", "10")).toEqual(rows);
    expect(partsOf("6", "8", "6")).toEqual(rows);
  });

  it("are one where a table of the body tells rows of the annex beforehand, without their levels", () => {
    const part = tableOf([
      ["三级指标", "目标值", "完成值", "分值", "得分"],
      ["购置新车", "≥60辆", "60辆", "15", "15"],
      ["新建充电桩", "≥120个", "110个", "15", "13.5"],
    ]);
    const whole = tableOf([
      ["一级指标", "二级指标", "三级指标", "目标值", "完成值", "分值", "得分"],
      ["决策", "项目立项", "立项规范性", "规范", "规范", "70", "70"],
      ["产出", "产出数量", "购置新车", "≥60辆", "60辆", "15", "15"],
      ["产出", "产出数量", "新建充电桩", "≥120个", "108个", "15", "13.5"],
    ]);
    const draft = normalize(documentOf("某项目绩效自评报告", part, "各项指标得分见下表。", whole))[0]!;
    expect(draft.indicators.map(({ level1, level3, actual }) => `${level1} ${level3} ${actual}`)).toEqual([
      "决策 立项规范性 规范",
      "产出 购置新车 60辆",
      "产出 新建充电桩 108个",
    ]);
    expect(draft.claims.copies.map(({ indicator, field }) => [indicator, field])).toEqual([["新建充电桩", "actual"]]);
  });

  it("are one where a table of the body tells the main rows of a longer annex without marks", () => {
    const part = tableOf([
      ["三级指标", "目标值", "完成值"],
      ["购置新车", "≥60辆", "60辆"],
      ["新建充电桩", "≥120个", "110个"],
    ]);
    const rows = ["车辆年检率", "充电桩完好率", "司机培训率", "线路公示率", "投诉办结率"].map((name) => [
      "质量指标",
      name,
      "≥98%",
      "99%",
      "14",
      "14",
    ]);
    const whole = tableOf([
      ["二级指标", "三级指标", "目标值", "完成值", "分值", "得分"],
      ["数量指标", "购置新车", "≥60辆", "60辆", "15", "15"],
      ["数量指标", "新建充电桩", "≥120个", "108个", "15", "13.5"],
      ...rows,
    ]);
    const draft = normalize(documentOf("某项目绩效自评报告", part, "附件：指标评分表", whole))[0]!;
    expect(draft.indicators.map(({ level3 }) => level3)).toEqual(["购置新车", "新建充电桩", ...rows.map(([, name]) => name)]);
    expect(draft.claims.copies.map(({ indicator, field }) => [indicator, field])).toEqual([["新建充电桩", "actual"]]);
  });

  it("are parted where a row holds several as lines of its cells, and only there", () => {
    const rows = (marks: string) =>
      normalize(
        documentOf(
          "某项目绩效自评表",
          tableOf([
            ["一级指标", "二级指标", "三级指标", "目标值", "完成值", "分值", "得分"],
            ["产出指标", "数量指标", "指标1：修缮建筑\n指标2：布设点位", "≥5处\n≥80个", "5处\n76个", marks, marks.replace("20", "19")],
            ["^", "质量指标", "验收合格率", "100%", "100%", "20", "20"],
          ]),
        ),
      )[0]!.indicators.map((row) => [row.level1, row.level2, row.level3, row.target, row.actual, row.weight?.value, row.score?.value]);
    expect(rows("10\n20")).toEqual([
      ["产出指标", "数量指标", "修缮建筑", "≥5处", "5处", "10", "10"],
      ["产出指标", "数量指标", "布设点位", "≥80个", "76个", "20", "19"],
      ["产出指标", "质量指标", "验收合格率", "100%", "100%", "20", "20"],
    ]);
    expect(rows("20")).toHaveLength(2);
  });

  it("carry no weight that one cell states for several rows with scores of their own", () => {
    const draft = normalize(
      documentOf(
        "某项目绩效自评表",
        tableOf([
          ["一级指标", "二级指标", "权重", "三级指标", "目标值", "完成值", "得分"],
          ["产出指标", "数量指标", "50", "修缮建筑", "≥5处", "5处", "30"],
          ["^", "^", "^", "布设点位", "≥80个", "80个", "20"],
          ["效益指标", "社会效益指标", "50", "投诉件数", "≤5件", "4件", "50"],
        ]),
      ),
    )[0]!;
    expect(draft.indicators.map(({ weight, score }) => [weight?.value, score?.value])).toEqual([
      [undefined, "30"],
      [undefined, "20"],
      ["50", "50"],
    ]);
  });
});

describe("a table that a page break cut, behind an extract of its main indicators", () => {
  const head = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"];
  const above = [
    ["产出指标", "数量指标", "修复堤防长度", "≥12公里", "12公里", "20", "20"],
    ["^", "质量指标", "工程验收合格率", "100%", "100%", "15", "15"],
    ["^", "时效指标", "开工准备天数", "≤20天", "18天", "15", "15"],
  ];
  const below = [
    ["效益指标", "社会效益指标", "受益人口", "≥3万人", "3万人", "20", "20"],
    ["^", "生态效益指标", "水土流失面积", "≤2公顷", "2公顷", "20", "20"],
    ["满意度指标", "服务对象满意度指标", "沿岸居民满意度", "≥90%", "93%", "10", "10"],
  ];
  const extract = ["修复堤防长度", "工程验收合格率", "受益人口"].map((name) =>
    [...above, ...below].find((row) => row[2] === name)!.slice(2, 5),
  );
  const names = (...parts: string[][][]) =>
    normalize(
      documentOf(
        "堤防修复项目绩效自评报告",
        tableOf([head.slice(2, 5), ...extract]),
        "附件 绩效自评表",
        ...parts.map((rows) => tableOf(rows)),
      ),
    )[0]!.indicators.map(({ level1, level3 }) => `${level1} ${level3}`);

  it("tells each indicator once, with its head again or without it", () => {
    const whole = names([head, ...above, ...below]);
    expect(whole).toHaveLength(6);
    expect(names([head, ...above], below)).toEqual(whole);
    expect(names([head, ...above], [head, ...below])).toEqual(whole);
  });
});
