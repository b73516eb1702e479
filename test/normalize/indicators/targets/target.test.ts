import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const HEADS = [
  ["一级指标", "二级指标", "三级指标", "预期指标值", "<", "<", "实际完成值", "分值", "得分"],
  ["^", "^", "^", "符号", "值", "单位（文字描述）", "^", "^", "^"],
];
const targets = (...rows: string[][]) =>
  normalize(documentOf("某项目绩效自评表", tableOf([...HEADS, ...rows])))[0]!.indicators.map(({ target, kind }) => [target, kind]);

describe("a target whose sign, value and unit have columns of their own", () => {
  const counted = ["产出指标", "数量指标", "检修浮桥座数", "≥", "12", "座", "13座", "60", "60"];

  it("is the words in the unit's column where neither sign nor value stands", () => {
    expect(targets(counted, ["效益指标", "社会效益指标", "过渡便利程度", "", "", "明显改善", "达成预期指标", "40", "40"])).toEqual([
      ["≥12座", "quantitative"],
      ["明显改善", "qualitative"],
    ]);
  });

  it.each([
    ["", "", "座", "达成预期指标"],
    ["≥", "", "工作日", "达成预期指标"],
    ["", "", "工作日", "13工作日"],
  ])("is missing where a unit stands alone: %j %j %j beside %j", (sign, value, unit, actual) => {
    expect(targets(counted, ["产出指标", "时效指标", "检修天数", sign, value, unit, actual, "40", "40"])[1]![0]).toBe("");
  });
});

describe("a target with two columns that may hold its sign", () => {
  const signed = (...heads: string[]) => {
    const rows = [
      ["一级指标", "二级指标", "三级指标", ...heads, "指标值", "度量单位", "实际完成值", "分值", "得分"],
      ["产出指标", "时效指标", "检修天数", "反向", "≤", "12", "天", "11天", "60", "60"],
      ["产出指标", "数量指标", "检修浮桥座数", "正向", "≥", "12", "座", "13座", "40", "40"],
    ];
    return normalize(documentOf("某项目绩效自评表", tableOf(rows)))[0]!.indicators.map(({ targetValue }) => targetValue?.operator);
  };

  it.each([
    ["指标方向", "指标性质"],
    ["指标性质", "指标方向"],
    ["指标性质", "计算符号"],
  ])("%s | %s: the sign is where one stands", (...heads) => expect(signed(...heads)).toEqual(["<=", ">="]));

  it("is the words in the unit's column where only a direction stands", () => {
    const [head, units] = HEADS as [string[], string[]];
    const beside = (row: string[], cell: string) => [...row.slice(0, 3), cell, ...row.slice(3)];
    const rows = [
      beside(head, "指标性质"),
      beside(units, "^"),
      beside(["效益指标", "社会效益指标", "过渡便利程度", "", "", "明显改善", "达成预期指标", "100", "100"], "正向"),
    ];
    expect(normalize(documentOf("某项目绩效自评表", tableOf(rows)))[0]!.indicators[0]!.target).toBe("明显改善");
  });
});

describe("an actual beside a percentage that a spreadsheet keeps as a fraction", () => {
  const actual = (target: string, printed: string) => {
    const rows = [
      ["一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "分值", "得分"],
      ["产出指标", "数量指标", "检修浮桥座数", "≥12座", "13座", "60", "60"],
      ["产出指标", "质量指标", "检修合格率", target, printed, "40", "40"],
    ];
    const read = normalize(documentOf("某项目绩效自评表", tableOf(rows)))[0]!.indicators[1]!.actualValue;
    return [read?.value, read?.unit, read?.doubt !== undefined];
  };

  it.each([
    ["≥93%", "0.955", ["95.5", "%", false]],
    ["≥95%", "1", ["100", "%", false]],
    ["≤1%", "0.01", ["1", "%", false]],
    ["≥80%", "0.3", ["0.3", "", true]],
    ["≤5%", "0.8", ["0.8", "", false]],
    ["≥93%", "95", ["95", "", false]],
  ])("%s, %s", (target, printed, wanted) => {
    expect(actual(target, printed)).toEqual(wanted);
  });
});
