import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const TITLE = "2023年度山塘清淤经费项目绩效自评报告";
const goals = tableOf([
  ["一级指标", "二级指标", "三级指标", "年初目标值", "权重"],
  ["产出指标", "数量指标", "清淤山塘座数", "≥12座", "40"],
  ["^", "质量指标", "清淤验收合格率", "=100%", "30"],
  ["效益指标", "社会效益指标", "受益农户", "≥300户", "30"],
]);
const marks = tableOf([
  ["一级指标", "二级指标", "指标名称", "分值"],
  ["产出指标", "数量指标", "清淤山塘座数", "40"],
  ["^", "质量指标", "清淤验收合格率", "30"],
  ["效益指标", "社会效益指标", "受益农户", "30"],
  ["合计", "<", "<", "100"],
]);
const told = (...blocks: Parameters<typeof documentOf>) => normalize(documentOf(TITLE, ...blocks))[0]!;
const rowsOf = (...blocks: Parameters<typeof documentOf>) =>
  told(...blocks).indicators.map(({ level2, level3, target, actual, weight, score }) =>
    [level2, level3, target, actual, weight?.value, score?.value].join(" "),
  );

const ALL = [
  "数量指标 清淤山塘座数 ≥12座 11座 40 36.67",
  "质量指标 清淤验收合格率 =100% 100% 30 30",
  "社会效益指标 受益农户 ≥300户 312户 30 30",
];

describe("results told in sentences beside a table of goals", () => {
  it.each<[string, Parameters<typeof documentOf>]>([
    [
      "a paragraph each, the name a sentence of its own",
      [
        goals,
        "（1）清淤山塘座数。年末实际完成值为11座，未达到年初目标，得36.67分。",
        "（2）清淤验收合格率。年末实际完成值为100%，达到年初目标，得30分。",
        "（3）受益农户。年末实际完成值为312户，达到年初目标，得30分。",
      ],
    ],
    [
      "behind a level, without marks between name and result",
      [
        goals,
        "产出方面，清淤山塘座数实际完成11座，得36.67分；清淤验收合格率实际完成100%，得30分。",
        "效益方面，受益农户实际完成312户，得30分。",
      ],
    ],
    [
      "the score before the result",
      [goals, "清淤山塘座数得36.67分，实际完成11座；“清淤验收合格率”指标得30分，实际为100%；受益农户得30分，实际完成312户。"],
    ],
    [
      "a table of marks alone",
      [
        marks,
        "（一）产出完成情况",
        "清淤山塘座数：目标值≥12座，实际完成11座，得分36.67分。",
        "清淤验收合格率：目标值=100%，实际完成100%，得分30分。",
        "（二）效益完成情况",
        "受益农户：目标值≥300户，实际完成312户，得分30分。",
      ],
    ],
    [
      "targets in one list, results in another",
      [
        marks,
        "清淤山塘座数：目标值≥12座。清淤验收合格率：目标值=100%。受益农户：目标值≥300户。",
        "清淤山塘座数：实际完成值11座，得分36.67分。清淤验收合格率：实际完成值100%，得分30分。受益农户：实际完成值312户，得分30分。",
      ],
    ],
    [
      "a table of marks and scores, targets and results in sentences",
      [
        tableOf([
          ["一级指标", "二级指标", "三级指标", "分值", "得分"],
          ["产出指标", "数量指标", "清淤山塘座数", "40", "36.67"],
          ["^", "质量指标", "清淤验收合格率", "30", "30"],
          ["效益指标", "社会效益指标", "受益农户", "30", "30"],
        ]),
        "清淤山塘座数年度目标为≥12座，实际完成11座。",
        "清淤验收合格率年度目标为=100%，实际完成100%。",
        "受益农户年度目标为≥300户，实际完成312户。",
      ],
    ],
  ])("%s", (_, blocks) => {
    expect(rowsOf(...blocks)).toEqual(ALL);
  });

  it("states the marks of the table's total row", () => {
    const { statedScores } = told(marks, "清淤山塘座数得36分，清淤验收合格率得30分，受益农户得30分。", "项目自评得分96分。");
    expect(statedScores.map(({ name, score, fullMarks }) => [name, score?.value, fullMarks?.value])).toEqual([
      ["合计", undefined, "100"],
      ["自评得分", "96", undefined],
    ]);
  });

  it("keeps apart what the table and the sentence tell differently", () => {
    const { indicators, claims } = told(
      goals,
      "清淤山塘座数：年度目标≥15座，实际完成15座，得40分。",
      "清淤验收合格率实际完成100%，得30分；受益农户实际完成312户，得30分。",
    );
    expect(indicators[0]).toMatchObject({ target: "≥12座", actual: "15座" });
    expect(claims.copies).toMatchObject([{ indicator: "清淤山塘座数", field: "target", kept: "≥12座", other: "≥15座" }]);
  });

  it("a plan whose results nobody scores evaluates nothing", () => {
    expect(rowsOf(goals, "清淤山塘座数实际完成11座。受益农户实际完成312户。")).toEqual([]);
    expect(rowsOf(goals, "清淤山塘座数得40分。其余指标正在统计。")).toEqual([]);
  });

  it("a score of the whole is no indicator's", () => {
    expect(rowsOf(goals, "清淤山塘座数得96分，清淤验收合格率得96分，受益农户得96分。")).toEqual([]);
  });
});

describe("results in a table of their own beside a table of goals", () => {
  const results = (head: readonly string[], rows: readonly (readonly string[])[]) => tableOf([["三级指标", ...head], ...rows]);

  it("take from the goals their levels and targets, and give the marks that these lack", () => {
    const unmarked = { ...goals, columnCount: 4, cells: goals.cells.filter(({ column }) => column < 4) };
    const scored = results(
      ["实际完成值", "分值", "得分"],
      [
        ["清淤山塘座数", "11座", "40", "36.67"],
        ["清淤验收合格率", "100%", "30", "30"],
        ["受益农户", "312户", "30", "30"],
      ],
    );
    expect(rowsOf(unmarked, scored)).toEqual(ALL);
  });
});
