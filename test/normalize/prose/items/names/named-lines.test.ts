import { describe, expect, it } from "vitest";
import { told } from "../../told.js";

const read = (...texts: string[]) =>
  told(...texts).indicators.map(({ level1, level2, level3, weight, score }) =>
    [level1, level2, level3, weight?.value, score?.value].join("/"),
  );

const LINES = [
  ["立项依据充分性", "项目立项符合县规划", "4", "4"],
  ["绩效目标合理性", "部分目标未量化", "6", "5.5"],
] as const;

describe("a line that begins with a name and tells its marks behind words on it", () => {
  it.each<[string, (name: string, words: string, weight: string, score: string, no: number) => string]>([
    ["a sentence", (name, words, weight, score, no) => `（${no}）${name}。${words}。标准分${weight}分，得${score}分。`],
    ["two clauses", (name, words, weight, score, no) => `（${no}）${name}。${words}，且经过论证，满分${weight}分，得${score}分。`],
    ["a comma", (name, words, weight, score, no) => `（${no}）${name}，${words}，分值${weight}分，得${score}分。`],
    ["a colon, without a number", (name, words, weight, score) => `${name}：${words}，分值${weight}分，得${score}分。`],
    ["marks in a bracket", (name, words, weight, score, no) => `${no}.${name}（${weight}分）。${words}，得${score}分。`],
    ["marks in brackets at last", (name, words, weight, score, no) => `${no}.${name}：${words}，得${score}分（满分${weight}分）。`],
    ["a heavy bracket", (name, words, weight, score) => `【${name}】${words}，权重${weight}分，得${score}分。`],
  ])("is told of it: %s", (_, line) => {
    expect(read("（一）项目决策", ...LINES.map(([name, words, weight, score], i) => line(name, words, weight, score, i + 1)))).toEqual([
      "项目决策//立项依据充分性/4/4",
      "项目决策//绩效目标合理性/6/5.5",
    ]);
  });

  it("may be headed by a level, whose indicators are measures", () => {
    expect(
      read("（一）投入", "1.目标设定。绩效目标合理性，分值5分，得5分。", "2.预算配置。在职人员控制率，分值5分，得4分，人员超编。"),
    ).toEqual(["投入/目标设定/绩效目标合理性/5/5", "投入/预算配置/在职人员控制率/5/4"]);
  });

  it("may be headed by a level without a number where other lines have one, and by that of satisfaction", () => {
    expect(
      read(
        "（一）过程",
        "1.预算管理。资金使用合规性（8分），得8分，支出符合规定。",
        "2.资产管理。固定资产利用率（7分），得6分，扣1分，个别设备闲置。",
        "（二）产出",
        "职责履行。重点工作办结率（15分），得14分；按时办结率（15分），得15分。",
        "（三）效果",
        "1.履职效益。营商环境优化程度（15分），得13分。",
        "2.满意度。社会公众满意度（10分），得9分，窗口等候时间偏长。",
      ),
    ).toEqual([
      "过程/预算管理/资金使用合规性/8/8",
      "过程/资产管理/固定资产利用率/7/6",
      "产出/职责履行/重点工作办结率/15/14",
      "产出/职责履行/按时办结率/15/15",
      "效果/履职效益/营商环境优化程度/15/13",
      "效果/满意度/社会公众满意度/10/9",
    ]);
  });

  it("is an indicator where it names the execution of the budget among them", () => {
    expect(
      read(
        "（一）项目过程",
        "（1）资金到位率。资金足额到位。标准分4分，得4分。",
        "（2）预算执行率。预算执行率为92.15%，标准分6分，扣0.5分，得5.5分。",
      ),
    ).toEqual(["项目过程//资金到位率/4/4", "项目过程//预算执行率/6/5.5"]);
    expect(read("（一）预算执行", "（1）【预算执行率】年初目标值：100%；实际完成值：97.00%。权重10分，自评9.7分。")).toEqual([
      "预算执行//预算执行率/10/9.7",
    ]);
  });
});
