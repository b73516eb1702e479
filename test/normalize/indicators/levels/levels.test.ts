import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const read = (...rows: string[][]) => normalize(documentOf("某项目绩效自评表", tableOf(rows)))[0]!;

describe("levels of indicators", () => {
  it("are the same where a page says them again with （续）", () => {
    const { indicators } = read(
      ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
      ["产出指标", "数量指标", "印制手册", "≥900册", "950册", "60", "60"],
      ["产出指标（续）", "数量指标（续）", "入户宣讲", "≥600户", "648户", "40", "40"],
    );
    expect(indicators.map(({ level1, level2 }) => [level1, level2])).toEqual([
      ["产出指标", "数量指标"],
      ["产出指标", "数量指标"],
    ]);
  });

  it("stand in the first column under a name's head that has two", () => {
    const { indicators } = read(
      ["指标体系", "指标名称", "<", "指标值", "完成值", "分值", "得分"],
      ["1.产出指标", "1.1数量指标", "印制手册", "≥900册", "950册", "30", "30"],
      ["^", "^", "入户宣讲", "≥600户", "648户", "30", "30"],
      ["^", "1.2质量指标", "问卷有效率", "≥90%", "91%", "40", "40"],
    );
    expect(indicators.map(({ level2, level3, category }) => [level2, level3, category])).toEqual([
      ["1.1数量指标", "印制手册", "output"],
      ["1.1数量指标", "入户宣讲", "output"],
      ["1.2质量指标", "问卷有效率", "output"],
    ]);
  });

  it("give their subtotal rows the level's name", () => {
    const { indicators, statedScores } = read(
      ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
      ["C产出", "C1履职", "审核报表", "≥900份", "950份", "30", "30"],
      ["产出小计", "<", "<", "<", "<", "30", "29"],
      ["D效果", "D1效益", "采用篇数", "≥20篇", "20篇", "70", "70"],
      ["总分", "<", "<", "<", "<", "100", "100"],
    );
    expect(indicators).toHaveLength(2);
    expect(statedScores.map(({ scope, name, score }) => [scope, name, score?.value])).toEqual([
      ["level1", "C产出", "29"],
      ["total", "总分", "100"],
    ]);
  });

  it("have no part in a 小计 at the table's edge that sums the rows of all of them", () => {
    const { statedScores } = read(
      ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
      ["产出", "产出数量", "审核报表", "≥900份", "950份", "60", "60"],
      ["小计", "<", "<", "<", "<", "60", "60"],
      ["满意度", "公众满意度", "农户满意度", "≥90%", "92%", "30", "29"],
      ["小计", "<", "<", "<", "<", "90", "89"],
    );
    expect(statedScores.map(({ scope, name, score }) => [scope, name, score?.value])).toEqual([
      ["level1", "产出", "60"],
      ["section", "小计", "89"],
    ]);
  });

  it("have the subtotals that are called as the total is, or stand behind the second level", () => {
    const { indicators, statedScores } = read(
      ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
      ["产出指标", "数量指标", "审核报表", "≥900份", "950份", "40", "40"],
      ["", "质量指标", "报表合格率", "≥90%", "81%", "20", "18"],
      ["", "", "分项合计", "", "", "60", "58"],
      ["满意度指标", "农户满意度", "农户满意度", "≥90%", "92%", "40", "40"],
      ["合计", "<", "<", "<", "<", "40", "40"],
      ["合计", "<", "<", "<", "<", "100", "98"],
    );
    expect(indicators).toHaveLength(3);
    expect(statedScores.map(({ scope, name, score }) => [scope, name, score?.value])).toEqual([
      ["level1", "产出指标", "58"],
      ["level1", "满意度指标", "40"],
      ["total", "合计", "98"],
    ]);
  });

  it("are no totals because a row's marks happen to be what the rows above sum to", () => {
    const { indicators } = read(
      ["一级指标", "二级指标", "三级指标", "指标值", "备查", "分值", "得分"],
      ["产出指标", "数量指标", "审核报表", "≥900份", "", "50", "50"],
      ["", "", "走访农户", "≥60户", "", "50", "50"],
    );
    expect(indicators.map(({ level3 }) => level3)).toEqual(["审核报表", "走访农户"]);
  });

  it("go on below a second level whose cells are left blank, and stand in rows of their own, numbered or not", () => {
    const levels = (...rows: string[][]) =>
      read(["二级指标", "三级指标", "指标值", "完成值", "分值", "得分"], ...rows).indicators.map(({ level1, level2 }) => [level1, level2]);
    const rows = [
      ["数量指标", "印制手册", "≥900册", "950册", "30", "30"],
      ["", "入户宣讲", "≥600户", "648户", "30", "30"],
      ["社会效益指标", "政策知晓率", "≥90%", "91%", "40", "40"],
    ];
    const told = [
      ["产出指标", "数量指标"],
      ["产出指标", "数量指标"],
      ["效益指标", "社会效益指标"],
    ];
    expect(levels(...rows)).toEqual(told);
    for (const number of ["", "一、", "1."]) {
      const bands = [
        [`${number}履职产出`, "<", "<", "<", "<", "<"],
        [`${number}履职效果`, "<", "<", "<", "<", "<"],
      ];
      expect(levels(bands[0]!, rows[0]!, rows[1]!, bands[1]!, rows[2]!)).toEqual([
        ["履职产出", "数量指标"],
        ["履职产出", "数量指标"],
        ["履职效果", "社会效益指标"],
      ]);
    }
  });

  it("stand over the rest of a table that goes on without its head", () => {
    const head = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"];
    const output = ["产出指标", "数量指标", "印制手册", "≥900册", "950册", "60", "60"];
    const benefit = ["效益指标", "社会效益指标", "政策知晓率", "≥90%", "91%", "40", "40"];
    const names = (between: string) =>
      normalize(documentOf("某项目绩效自评表", "（一）产出指标", tableOf([head, output]), between, tableOf([benefit])))[0]!.indicators.map(
        ({ level3 }) => level3,
      );
    expect(names("（二）效益指标完成情况")).toEqual(["印制手册", "政策知晓率"]);
    expect(names("表2 效益指标（40分）")).toEqual(["印制手册", "政策知晓率"]);
    expect(names("三、存在的问题")).toEqual(["印制手册"]);
  });

  it("have no indicators in subtotals, whatever they are called, nor in labels, signatures and 无 below", () => {
    const { indicators } = read(
      ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "偏差原因"],
      ["产出指标", "数量指标", "印制手册", "≥900册", "950册", ""],
      ["产出指标", "分类小计", "", "", "", ""],
      ["其他需要说明事项", "<", "无", "", "", ""],
      ["填报单位（盖章）", "<", "单位负责人", "<", "<", ""],
      ["填表人：甲某", "<", "审核人：乙某", "<", "填报日期：2024年3月", "<"],
    );
    expect(indicators.map(({ level3 }) => level3)).toEqual(["印制手册"]);
  });

  it("stand before the name in its own cell, where no column holds them", () => {
    const { indicators } = read(
      ["三级指标", "年度指标值", "实际完成值", "分值", "得分"],
      ["数量指标：培训人次", "≥500人次", "520人次", "60", "60"],
      ["学员满意度", "≥90%", "95%", "40", "40"],
    );
    expect(indicators.map(({ level2, level3 }) => [level2, level3])).toEqual([
      ["数量指标", "培训人次"],
      ["", "学员满意度"],
    ]);
  });

  it("are no totals where a row's figures are those of the rows above", () => {
    const { indicators, statedScores } = read(
      ["一级指标", "二级指标", "三级指标", "分值", "得分"],
      ["项目决策", "科学决策", "必要性", "3", "3"],
      ["^", "^", "可行性", "3", "3"],
      ["^", "绩效目标", "明确性", "6", "6"],
    );
    expect(indicators.map(({ level3 }) => level3)).toEqual(["必要性", "可行性", "明确性"]);
    expect(statedScores).toEqual([]);
  });

  it("hold parts that share out their parent's marks, and count them once", () => {
    const { indicators } = read(
      ["一级指标", "二级指标", "三级指标", "分值", "指标值", "完成值", "得分"],
      ["产出指标", "数量指标", "新建道路里程", "10", "≥6公里", "6.2公里", "10"],
      ["^", "^", "其中：硬化路面", "5", "≥4公里", "4公里", "5"],
      ["^", "^", "其中：砂石路", "5", "≥2公里", "2.2公里", "5"],
      ["^", "质量指标", "验收合格率", "80", "100%", "100%", "80"],
    );
    expect(indicators.map(({ partOf }) => partOf)).toEqual([undefined, "新建道路里程", "新建道路里程", undefined]);
  });

  it("stand in rows across the table by any name, where they tell their marks and no column holds them", () => {
    const { indicators, statedScores } = read(
      ["二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
      ["共性指标（30分）", "<", "<", "<", "<", "<"],
      ["项目决策", "立项依据", "充分", "充分", "30", "30"],
      ["特性指标（70分）", "<", "<", "<", "<", "<"],
      ["数量指标", "隔离带", "≥20公里", "18公里", "40", "36"],
      ["社会效益指标", "受益村庄", "≥6个", "6个", "30", "30"],
    );
    expect(indicators.map(({ level1, level2 }) => [level1, level2])).toEqual([
      ["共性指标", "项目决策"],
      ["特性指标", "数量指标"],
      ["特性指标", "社会效益指标"],
    ]);
    expect(statedScores.map(({ scope, name, fullMarks }) => [scope, name, fullMarks?.value])).toEqual([
      ["level1", "共性指标", "30"],
      ["level1", "特性指标", "70"],
    ]);
  });

  it("stand so too in a table without rulings between its columns, where their text lies under any head", () => {
    const { indicators } = read(
      ["二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
      ["", "", "共性指标（30分）", "", "", ""],
      ["项目决策", "立项依据", "充分", "充分", "30", "30"],
      ["", "", "特性指标（70分）", "", "", ""],
      ["数量指标", "隔离带", "≥20公里", "18公里", "70", "63"],
    );
    expect(indicators.map(({ level1, level3 }) => [level1, level3])).toEqual([
      ["共性指标", "立项依据"],
      ["特性指标", "隔离带"],
    ]);
  });

  it("stand in rows of their own, numbered or not, above the rows that they sum", () => {
    const levels = (...rows: string[][]) => {
      const { indicators, statedScores } = read(...rows);
      return [indicators.map(({ level1, level3 }) => [level1, level3]), statedScores.map(({ name, score }) => [name, score?.value])];
    };
    expect(
      levels(
        ["指标", "目标值", "完成值", "分值", "得分"],
        ["一、产出指标", "<", "<", "60", "58"],
        ["隔离带", "≥20公里", "18公里", "60", "58"],
        ["二、效益指标", "<", "<", "40", "38"],
        ["安全感", "增强", "增强", "40", "38"],
      ),
    ).toEqual([
      [
        ["产出指标", "隔离带"],
        ["效益指标", "安全感"],
      ],
      [
        ["产出指标", "58"],
        ["效益指标", "38"],
      ],
    ]);
    expect(
      levels(
        ["序号", "指标", "权重", "目标", "完成", "得分"],
        ["1", "产出指标", "60", "", "", "58"],
        ["1.1", "隔离带", "60", "≥20公里", "18公里", "58"],
        ["2", "效益指标", "40", "", "", "38"],
        ["2.1", "安全感", "40", "增强", "增强", "38"],
      )[0],
    ).toEqual([
      ["产出指标", "隔离带"],
      ["效益指标", "安全感"],
    ]);
    expect(
      levels(
        ["（一）产出指标（60分）", "<", "<", "<", "<"],
        ["指标", "目标值", "完成值", "分值", "得分"],
        ["隔离带", "≥20公里", "18公里", "60", "58"],
        ["（二）效益指标（40分）", "<", "<", "<", "<"],
        ["指标", "目标值", "完成值", "分值", "得分"],
        ["安全感", "增强", "增强", "40", "38"],
      )[0],
    ).toEqual([
      ["产出指标", "隔离带"],
      ["效益指标", "安全感"],
    ]);
  });

  it("stand before a dash in the name's cell, and the names of explained indicators in the first column", () => {
    expect(
      read(
        ["绩效指标", "指标值", "完成值", "权重", "得分"],
        ["数量指标—隔离带", "20公里", "18公里", "60", "54"],
        ["满意度—群众满意度", "90%", "95%", "40", "40"],
      ).indicators.map(({ level1, level2, level3 }) => [level1, level2, level3]),
    ).toEqual([
      ["产出指标", "数量指标", "隔离带"],
      ["满意度指标", "满意度", "群众满意度"],
    ]);
    expect(
      read(
        ["评价指标", "指标解释", "评分标准", "分值", "自评得分"],
        ["立项充分性", "依据是否充分", "充分得满分", "60", "60"],
        ["满意度", "调查", "达到得满分", "40", "40"],
      ).indicators.map(({ level3 }) => level3),
    ).toEqual(["立项充分性", "满意度"]);
  });
});
