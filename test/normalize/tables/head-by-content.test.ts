import { describe, expect, it } from "vitest";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const HEAD = ["模块", "侧重", "考查点", "约定", "兑现", "标定分", "判得", "缘由"];
const ROWS = [
  ["产出", "规模", "改造路灯数量", "≥120盏", "126盏", "30", "30", ""],
  ["^", "品质", "路灯验收合格率", "≥95%", "97%", "20", "20", ""],
  ["成效", "社会", "夜间出行投诉件数", "≤3件", "4件", "30", "26", "雨季故障多"],
  ["公众", "评价", "沿街居民满意度", "≥90%", "93%", "10", "10", ""],
];
const read = (...rows: readonly (readonly string[])[]) =>
  normalize(documentOf("河湾镇路灯改造项目绩效自评表", tableOf([HEAD, ...ROWS, ...rows])))[0]!;
const told = ({ indicators }: ReturnType<typeof read>) =>
  indicators.map(({ level1, level3, target, actual, weight, score }) => [level1, level3, target, actual, weight?.value, score?.value]);

describe("a head of which no word is known", () => {
  it("stands over targets, results, marks and scores that show what they are", () => {
    expect(told(read(["通盘", "<", "<", "", "", "100", "95.6", ""]))).toEqual([
      ["产出", "改造路灯数量", "≥120盏", "126盏", "30", "30"],
      ["产出", "路灯验收合格率", "≥95%", "97%", "20", "20"],
      ["成效", "夜间出行投诉件数", "≤3件", "4件", "30", "26"],
      ["公众", "沿街居民满意度", "≥90%", "93%", "10", "10"],
    ]);
  });

  it("gives the row of the sums to the whole, whatever it is called", () => {
    expect(read(["通盘", "<", "<", "", "", "100", "95.6", ""]).statedScores).toMatchObject([
      { scope: "total", fullMarks: { value: "100" }, score: { value: "95.6" } },
    ]);
  });

  it("is no row of labels and values, though amounts stand below it", () => {
    const form = [
      ["项目名称", "河湾镇路灯改造项目", "<", "主管部门", "河湾镇人民政府", "<", "实施单位", "河湾镇路灯管护站"],
      ["年初预算数", "852.65", "<", "全年预算数", "852.65", "全年执行数", "798.93", ""],
    ];
    const [draft] = normalize(documentOf("河湾镇路灯改造项目绩效自评表", tableOf([...form, HEAD, ...ROWS])));
    expect(told(draft!).map(([, name]) => name)).toEqual(["改造路灯数量", "路灯验收合格率", "夜间出行投诉件数", "沿街居民满意度"]);
  });

  it("is not believed where the marks sum to no whole, or two columns may be the scores", () => {
    const odd = ROWS.map((row, i) => (i === 0 ? row.with(5, "34").with(6, "34") : row));
    const twice = [HEAD.with(7, "复看"), ...ROWS.map((row) => row.with(7, row[6]!))];
    for (const rows of [[HEAD, ...odd], twice])
      expect(normalize(documentOf("河湾镇路灯改造项目绩效自评表", tableOf(rows)))[0]!.indicators).toEqual([]);
  });

  it("gives its words to the marks of the funds", () => {
    const funds = tableOf([
      ["渠道", "年初预算", "调整后预算", "实际支出", "兑付比", "标定分", "判得"],
      ["资金合计", "120.00", "118.00", "113.28", "96%", "10", "9.6"],
    ]);
    const [draft] = normalize(documentOf("河湾镇路灯改造项目绩效自评表", funds, tableOf([HEAD, ...ROWS], { index: 1 })));
    expect(draft!.funds).toMatchObject([{ executionRate: { value: "96" }, weight: { value: "10" }, score: { value: "9.6" } }]);
  });
});

describe("a row of an indicator table", () => {
  const DATED = [
    ["一级指标", "二级指标", "三级指标", "年度指标值", "分值", "实际完成值", "得分", "备注"],
    ["产出指标", "质量指标", "辅具适配率", "≥94%", "50", "94%", "50", ""],
    ["产出指标", "时效指标", "改造任务完工时间", "2023年10月底前", "10", "2023年7月15日", "10", ""],
    ["产出指标", "时效指标", "资金拨付及时率", "≥98%", "20", "78%", "15.92", "申报对象减少，据实编制目标"],
    ["效益指标", "社会效益指标", "便利程度", "提高", "20", "提高", "20", ""],
  ];

  it("is no head, whatever its words and the dates in it", () => {
    const [draft] = normalize(documentOf("2023年度项目支出绩效自评表", tableOf(DATED)));
    expect(draft!.indicators.map(({ level3 }) => level3)).toEqual(DATED.slice(1).map(([, , name]) => name));
  });
});
