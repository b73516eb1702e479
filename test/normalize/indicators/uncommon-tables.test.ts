import { describe, expect, it } from "vitest";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const read = (...rows: string[][]) => normalize(documentOf("某项目绩效自评表", tableOf(rows)))[0]!;

describe("indicators that are columns", () => {
  it("are read with their levels, values and marks, and keep their cells' places", () => {
    const { indicators } = read(
      ["项目名称", "某项目", "<", "<"],
      ["一级指标", "产出指标", "<", "满意度指标"],
      ["二级指标", "数量指标", "质量指标", "服务对象满意度指标"],
      ["三级指标", "培训人数", "合格率", "学员满意度"],
      ["年度指标值", "≥500人", "≥95%", "≥90%"],
      ["实际完成值", "480人", "96%", "93%"],
      ["分值", "50", "40", "10"],
      ["得分", "48", "40", "10"],
      ["自评等级", "优", "<", "<"],
    );
    expect(indicators.map(({ level1, level2, level3 }) => [level1, level2, level3])).toEqual([
      ["产出指标", "数量指标", "培训人数"],
      ["产出指标", "质量指标", "合格率"],
      ["满意度指标", "服务对象满意度指标", "学员满意度"],
    ]);
    expect(indicators[0]).toMatchObject({
      target: "≥500人",
      actual: "480人",
      weight: { value: "50", evidence: [{ row: 6, column: 1 }] },
      score: { value: "48", evidence: [{ row: 7, column: 1 }] },
    });
  });

  it("are none where the first column's heads repeat, or tell no results", () => {
    expect(read(["指标", "甲", "乙"], ["指标值", "5次", "6次"], ["分值", "5", "5"]).indicators).toEqual([]);
    expect(read(["指标", "甲", "乙"], ["得分", "5", "5"], ["得分", "4", "5"], ["分值", "5", "5"]).indicators).toEqual([]);
  });
});

describe("a score that stands in one cell with that of other rows", () => {
  it("is of all of them", () => {
    const { indicators } = read(
      ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
      ["产出指标", "数量指标", "培训场次", "≥10场", "12场", "50", "48"],
      ["^", "^", "培训人数", "≥500人", "480人", "^", "^"],
      ["效益指标", "社会效益", "就业带动", "明显", "明显", "50", "50"],
    );
    expect(indicators.map(({ sharesMarks }) => sharesMarks)).toEqual([true, true, undefined]);
  });
});

describe("weights told as shares of 1", () => {
  const head = ["一级指标", "二级指标", "三级指标", "权重", "指标值", "完成值", "得分"];

  it("are points of a hundred", () => {
    const { indicators, statedScores } = read(
      head,
      ["产出", "数量", "巡查次数", "0.7", "≥10次", "12次", "70"],
      ["满意度", "满意度", "居民满意度", "0.3", "≥90%", "95%", "28"],
      ["合计", "<", "<", "1", "", "", "98"],
    );
    expect(indicators.map(({ weight }) => [weight?.raw, weight?.value])).toEqual([
      ["0.7", "70"],
      ["0.3", "30"],
    ]);
    expect(statedScores).toMatchObject([{ score: { value: "98" }, fullMarks: { value: "100" } }]);
  });

  it("stay as they are where no score is more than its weight", () => {
    const { indicators } = read(
      head,
      ["产出", "数量", "巡查次数", "0.7", "≥10次", "12次", "0.7"],
      ["满意度", "满意度", "居民满意度", "0.3", "≥90%", "95%", "0.28"],
    );
    expect(indicators.map(({ weight }) => weight?.value)).toEqual(["0.7", "0.3"]);
  });
});

describe("levels that stand in the names' column", () => {
  it("head the rows below them, the second as the first", () => {
    const { indicators, statedScores } = read(
      ["指标名称", "计划值", "实际值", "满分", "得分", "说明"],
      ["产出指标", "", "", "60", "59", ""],
      ["数量指标", "", "", "", "", ""],
      ["检修浮桥座数", "≥12座", "13座", "30", "30", ""],
      ["成本指标", "", "", "", "", ""],
      ["单座检修费用", "≤2万元", "1.9万元", "30", "29", ""],
      ["满意度指标", "", "", "40", "38", ""],
      ["服务对象满意度指标", "", "", "", "", ""],
      ["过往群众满意度", "≥90%", "93%", "40", "38", ""],
      ["合计", "", "", "100", "97", ""],
    );
    expect(indicators.map(({ level1, level2, level3 }) => [level1, level2, level3])).toEqual([
      ["产出指标", "数量指标", "检修浮桥座数"],
      ["产出指标", "成本指标", "单座检修费用"],
      ["满意度指标", "服务对象满意度指标", "过往群众满意度"],
    ]);
    expect(statedScores.map(({ name, score }) => [name, score?.value])).toEqual([
      ["产出指标", "59"],
      ["满意度指标", "38"],
      ["合计", "97"],
    ]);
  });
});

describe("a column of two values", () => {
  it("is two columns where its head names both", () => {
    const { indicators } = read(
      ["一级指标", "二级指标", "三级指标", "指标值/完成值", "分值∕得分", "备注"],
      ["产出指标", "数量指标", "检修浮桥座数", "≥12座/13座", "60∕60", ""],
      ["效益指标", "社会效益指标", "通行便利", "提升 / 提升", "40∕36.5", ""],
    );
    expect(indicators.map(({ target, actual, weight, score }) => [target, actual, weight?.value, score?.value])).toEqual([
      ["≥12座", "13座", "60", "60"],
      ["提升", "提升", "40", "36.5"],
    ]);
  });

  it("is one where a cell has more slashes than its head", () => {
    const { indicators } = read(
      ["一级指标", "二级指标", "三级指标", "指标值/完成值", "分值", "得分"],
      ["产出指标", "成本指标", "养护单价", "≤30元/米/29元/米", "100", "100"],
    );
    expect(indicators[0]).toMatchObject({ weight: { value: "100" }, score: { value: "100" } });
  });
});

describe("the grade in the total's row", () => {
  it.each(["自评等级：优", "（自评等级）优"])("is told with its label: %s", (told) => {
    const { grade } = read(
      ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分", "备注"],
      ["产出指标", "数量指标", "检修浮桥座数", "≥12座", "13座", "100", "97", ""],
      ["总分", "<", "<", "<", "<", "100", "97", told],
    );
    expect(grade).toMatchObject({ raw: "优", band: "excellent" });
  });
});

describe("targets and marks in one table, results in another", () => {
  const goals = tableOf([
    ["一级指标", "二级指标", "三级指标", "年度指标值", "权重"],
    ["产出指标", "数量指标", "检修浮桥座数", "≥12座", "60"],
    ["效益指标", "社会效益指标", "通行便利", "提升", "40"],
  ]);
  const results = tableOf([
    ["三级指标", "实际完成值", "得分", "未达标原因"],
    ["检修浮桥座数", "9座", "45", "汛期停工"],
    ["通行便利", "提升", "40", ""],
  ]);

  it("are one telling of the indicators", () => {
    const { indicators } = normalize(documentOf("某项目绩效自评报告", goals, results))[0]!;
    expect(
      indicators.map(({ level1, level2, target, actual, weight, score }) => [level1, level2, target, actual, weight?.value, score?.value]),
    ).toEqual([
      ["产出指标", "数量指标", "≥12座", "9座", "60", "45"],
      ["效益指标", "社会效益指标", "提升", "提升", "40", "40"],
    ]);
  });

  it("stay a plan beside results that have marks of their own", () => {
    const whole = tableOf([
      ["三级指标", "实际完成值", "分值", "得分"],
      ["检修浮桥座数", "9座", "50", "45"],
      ["通行便利", "提升", "50", "40"],
    ]);
    const { indicators } = normalize(documentOf("某项目绩效自评报告", goals, whole))[0]!;
    expect(indicators.map(({ target, weight }) => [target, weight?.value])).toEqual([
      ["", "50"],
      ["", "50"],
    ]);
  });
});

describe("levels of a table without a column for the first", () => {
  it("are both in the second's cells, parted by a slash, or the second's alone where one row shows it", () => {
    const levels = (first: string, second: string) =>
      read(
        ["指标分类", "三级指标", "指标值", "完成值", "分值", "得分"],
        [first, "检修浮桥座数", "≥12座", "13座", "60", "60"],
        [second, "通行便利", "提升", "提升", "40", "40"],
      ).indicators.map(({ level1, level2 }) => [level1, level2]);
    const expected = [
      ["产出指标", "数量指标"],
      ["效益指标", "社会效益指标"],
    ];
    expect(levels("产出指标/数量指标", "效益指标/社会效益指标")).toEqual(expected);
    expect(levels("数量指标", "社会效益指标")).toEqual(expected);
    const [only] = read(
      ["类别", "指标名称", "标准分", "计划值", "完成值", "自评分"],
      ["服务对象满意度指标", "过往群众满意度", "10", "≥90%", "95%", "10"],
    ).indicators;
    expect(only).toMatchObject({ level2: "服务对象满意度指标", level3: "过往群众满意度" });
  });
});

describe("a first level in a row across a numbered table", () => {
  it("has its marks in its name's cell", () => {
    const { indicators, statedScores } = read(
      ["序号", "二级指标", "三级指标", "计划目标", "实际完成", "标准分", "自评分"],
      ["一、产出指标（60分）", "<", "<", "<", "<", "<", "<"],
      ["1", "数量指标", "检修浮桥座数", "≥12座", "13座", "60", "60"],
      ["二、效益指标（40分）", "<", "<", "<", "<", "<", "<"],
      ["2", "社会效益指标", "通行便利", "提升", "提升", "40", "40"],
    );
    expect(indicators.map(({ level1, level2 }) => [level1, level2])).toEqual([
      ["产出指标", "数量指标"],
      ["效益指标", "社会效益指标"],
    ]);
    expect(statedScores.map(({ name, fullMarks }) => [name, fullMarks?.value])).toEqual([
      ["产出指标", "60"],
      ["效益指标", "40"],
    ]);
  });
});

describe("a total's row", () => {
  it("is one also where the grade's label below reaches up beside it", () => {
    const { indicators, statedScores } = read(
      ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
      ["产出指标", "数量指标", "隔离带", "≥20公里", "18公里", "100", "90"],
      ["自评等级", "", "合计", "", "", "100", "90"],
      ["^", "", "", "良", "", "", ""],
    );
    expect(indicators.map(({ level3 }) => level3)).toEqual(["隔离带"]);
    expect(statedScores.map(({ scope, name, score }) => [scope, name, score?.value])).toEqual([["total", "合计", "90"]]);
  });
});
