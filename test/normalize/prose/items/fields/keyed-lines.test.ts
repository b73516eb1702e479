import { describe, expect, it } from "vitest";
import { told } from "../../told.js";

const read = (...texts: string[]) =>
  told(...texts).indicators.map(
    ({ level1, level2, level3, target, actual, weight, score }) =>
      `${level1}/${level2}/${level3} ${target} ${actual} ${weight?.value ?? ""} ${score?.value ?? ""}`,
  );

describe("labels that line after line begins with", () => {
  const card = (name: string, target: string, actual: string, score: number) => [
    `${name}（10分）`,
    `考核口径：${target}`,
    `完成情况：${actual}`,
    `评价得分：${score}分`,
  ];

  it("are the report's own words for a target where signs of comparison stand behind them", () => {
    const texts = [
      "产出指标",
      ...card("检修浮桥座数", "≥12座", "12座", 10),
      ...card("船员培训人次", "≥30人次", "24人次", 8),
      ...card("缆绳更换率", "≥90%", "90%", 10),
    ];
    expect(read(...texts)).toEqual([
      "产出指标//检修浮桥座数 ≥12座 12座 10 10",
      "产出指标//船员培训人次 ≥30人次 24人次 10 8",
      "产出指标//缆绳更换率 ≥90% 90% 10 10",
    ]);
  });

  it("tell nothing that is read, and part no indicator from its score, where they say neither", () => {
    const lines = (name: string, score: number) => [
      `${name}（5分）`,
      "评价要点：程序是否齐全，责任是否落实。",
      "评价情况：经会议研究，纳入预算。",
      `评价得分：${score}分`,
    ];
    expect(read("一、决策", ...lines("立项依据充分性", 5), ...lines("立项程序规范性", 4), ...lines("目标明确性", 3))).toEqual([
      "决策//立项依据充分性   5 5",
      "决策//立项程序规范性   5 4",
      "决策//目标明确性   5 3",
    ]);
  });

  it.each(["未完成原因", "目标设定依据", "目标值来源", "指标完成说明", "未实现预期原因"])(
    "tell no target or result as words on one: %s",
    (label) => {
      const lines = (name: string, words: string) => [
        `${name}（10分）`,
        "年度目标：≥12座",
        "实际完成：9座",
        `${label}：${words}`,
        "评价得分：8分",
      ];
      const [first, second, third] = ["检修浮桥座数", "整治渡口座数", "改造码头座数"];
      expect(
        read("产出指标", ...lines(first!, "汛期停工较久"), ...lines(second!, "行业规划文件"), ...lines(third!, "乡镇上报数据")),
      ).toEqual([first, second, third].map((name) => `产出指标//${name} ≥12座 9座 10 8`));
      const bare = (name: string) => [`${name}（10分）`, `${label}：汛期停工较久`, "评价得分：8分"];
      expect(read("产出指标", ...bare(first!), ...bare(second!), ...bare(third!))).toEqual(
        [first, second, third].map((name) => `产出指标//${name}   10 8`),
      );
    },
  );

  it("are none before lists of indicators", () => {
    const line = (a: string, b: string) => `其中：${a}（10分），目标12座，实际12座，得10分；${b}（5分），目标≥95%，实际96%，得5分。`;
    expect(read(line("检修座数", "完好率"), line("更换根数", "及时率"), line("培训人次", "合格率"))).toHaveLength(6);
  });
});

describe("levels that no form knows", () => {
  it("are first levels where the text below a head calls them by its words and gives them marks, and 方面 leads to a second one", () => {
    expect(
      read(
        "（一）管理效率",
        "管理效率满分25分，自评22分。",
        "预算管理方面：预算执行率（15分），执行率90%，评12分；结转控制（5分），结转略增，评5分。",
        "资产管理方面：资产利用率（5分），设备均在用，评5分。",
      ),
    ).toEqual(["管理效率/预算管理/预算执行率   15 12", "管理效率/预算管理/结转控制   5 5", "管理效率/资产管理/资产利用率   5 5"]);
  });
});
