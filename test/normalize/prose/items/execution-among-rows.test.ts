import { describe, expect, it } from "vitest";
import { told } from "../told.js";

const OTHERS = ["（二）产出指标（50分）", "检修浮桥座数：目标值≥12座，完成值12座，分值10分，得分10分。"];
const read = (...texts: string[]) => {
  const { indicators, statedScores } = told(...texts, ...OTHERS);
  return {
    rows: indicators.map(({ level1, level2, level3, weight, score }) => [level1, level2, level3, weight?.value, score?.value].join("/")),
    scores: statedScores.map(({ name, score, fullMarks }) => [name, score?.value, fullMarks?.value].join("/")),
  };
};
const OTHER_ROW = "产出指标//检修浮桥座数/10/10";
const OTHER_SCORE = "产出指标//50";

describe("the execution of the budget under a head with its marks, among those of 产出 and 效益", () => {
  it.each([
    "预算执行率分值10分，自评9.62分。评分依据：目标值100%，实际完成96.20%。",
    "预算执行率：目标值100%，完成值96.20%，分值10分，得分9.62分。",
  ])("is an indicator where its row is told: %s", (row) => {
    expect(read("（一）预算执行（10分）", row)).toEqual({
      rows: ["预算执行//预算执行率/10/9.62", OTHER_ROW],
      scores: ["预算执行//10", OTHER_SCORE],
    });
  });

  it("is the money's where nothing but its score is told", () => {
    expect(read("（一）预算执行（10分）", "预算执行率96.20%，得9.62分。")).toEqual({
      rows: [OTHER_ROW],
      scores: ["预算执行//10", "预算执行率/9.62/", OTHER_SCORE],
    });
  });

  it("is an indicator below a head with its marks and its score, where a row begins with its name", () => {
    const rows = ["◆预算执行率（10分）。未完成年度目标，得9.62分。年度目标100%，实际96.20%。", "1.预算执行率（10分），得9.62分。"];
    for (const row of rows)
      expect(read("（一）预算执行率，满分10分，得9.62分", row).rows).toEqual(["预算执行率//预算执行率/10/9.62", OTHER_ROW]);
    expect(read("（一）预算执行率，满分10分，得9.62分", "支出进度符合序时要求。").rows).toEqual([OTHER_ROW]);
  });

  it.each(["预算执行/预算执行率（10分）自评9.62分。", "1.预算执行：预算执行率，10分，得9.62分。"])(
    "is an indicator behind its level: %s",
    (row) => {
      expect(read(row)).toEqual({ rows: ["预算执行//预算执行率/10/9.62", OTHER_ROW], scores: [OTHER_SCORE] });
    },
  );

  it("has the levels that a path or a bracket gives it", () => {
    const fields = "目标值100%，完成值96.20%，分值10分，得分9.62分";
    expect(read(`1.执行——预算执行：预算执行率。${fields}。`).rows[0]).toBe("执行/预算执行/预算执行率/10/9.62");
    expect(read("预算执行", `①预算执行率【预算执行】（${fields}）。`).rows[0]).toBe("预算执行/预算执行/预算执行率/10/9.62");
  });
});

describe("the execution's marks and score without a head of their own", () => {
  const rows = (...texts: string[]) =>
    told(...texts).indicators.map(({ level3, weight, score }) => [level3, weight?.value, score?.value].join("/"));
  const MONEY = "2022年全年预算300万元，实际支出270万元，预算执行率90%。";
  const OUTPUT = "产出指标：数量指标中，“检修浮桥座数”目标值12座，完成值12座，分值10分，得分10分。";

  it.each([
    [
      "right below the head of the indicators",
      ["一、资金情况", MONEY, "二、指标得分", "预算执行率10分，得9分。", "（一）产出指标", OUTPUT],
    ],
    ["in their paragraph", ["一、资金情况", MONEY, "二、指标得分", `预算执行率10分，得9分。${OUTPUT}`]],
    ["behind them", ["一、资金情况", MONEY, "二、指标得分", OUTPUT, "预算执行率（10分）：自评9分。"]],
    ["in a paragraph beside theirs", [MONEY, "预算执行率，满分10分，得9分。", OUTPUT]],
  ])("are a row's %s", (_, texts) => {
    expect(rows(...texts)).toContain("预算执行率/10/9");
  });

  it.each([
    ["in the chapter on money", ["一、资金情况", `${MONEY}预算执行率10分，得9分。`, "二、指标得分", OUTPUT]],
    ["in a paragraph of that chapter", ["一、资金情况", MONEY, "预算执行率10分，得9分。", "二、指标得分", OUTPUT]],
    ["behind the amounts, in a report without chapters", [`${MONEY}预算执行率10分，得9分。`, OUTPUT]],
  ])("are the money's %s", (_, texts) => {
    expect(rows(...texts)).toEqual(["检修浮桥座数/10/10"]);
    expect(told(...texts).statedScores).toContainEqual(
      expect.objectContaining({ name: "预算执行率", score: expect.objectContaining({ value: "9" }) }),
    );
  });
});
