import { describe, expect, it } from "vitest";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const read = (...blocks: Parameters<typeof documentOf>) =>
  normalize(documentOf("2022年度河道保洁项目绩效自评表", ...blocks))[0]!.indicators.map(
    ({ level1, level2, level3, target, actual, weight, score }) => [level1, level2, level3, target, actual, weight?.value, score?.value],
  );

const CLEAN = ["产出指标", "数量指标", "保洁河段", "≥12段", "12段", "60", "60"];
const LATE = ["产出指标", "时效指标", "漂浮物清理用时", "≤2天", "4天", "40", "20"];
const card = ([level1, level2, level3, target, actual, weight, score]: string[]): string[][] => [
  ["一级指标", level1!, "二级指标", level2!],
  ["三级指标", level3!, "<", "<"],
  ["年度指标值", target!, "实际完成值", actual!],
  ["分值", weight!, "得分", score!],
  ["偏差原因", "", "<", "<"],
];

describe("a card for each indicator, labels beside values", () => {
  it("is a row, whether each card is a table or all are one", () => {
    const titled = (number: number, values: string[]) => [[`绩效指标（${number}）`, "<", "<", "<"], ...card(values)];
    expect(read(tableOf(titled(1, CLEAN)), tableOf(titled(2, LATE)))).toEqual([CLEAN, LATE]);
    expect(read(tableOf([...titled(1, CLEAN), ...titled(2, LATE)]))).toEqual([CLEAN, LATE]);
    expect(read(tableOf([...card(CLEAN), ...card(LATE)]))).toEqual([CLEAN, LATE]);
  });

  it("has names and levels under heads that tell no level, known by what stands behind them", () => {
    const titled = (
      heads: readonly [string, string, string],
      [level1, level2, level3, target, actual, weight, score]: string[],
    ): string[][] => [
      [heads[0], level3!, "<", "<"],
      [heads[1], level1!, heads[2], level2!],
      ["绩效目标值", target!, "实现值", actual!],
      ["权重", weight!, "评价得分", score!],
    ];
    for (const heads of [
      ["绩效指标", "一级指标", "二级指标"],
      ["评价指标", "目标维度", "指标子类"],
      ["指标内容", "指标大类", "维度"],
    ] as const) {
      const [first, second] = [titled(heads, CLEAN), titled(heads, LATE)];
      expect(read(tableOf([...first, ...second])), heads.join()).toEqual([CLEAN, LATE]);
      expect(read(tableOf(first), tableOf(second)), heads.join()).toEqual([CLEAN, LATE]);
    }
  });

  it("keeps a name that could be a level's, where its head says that it is a name", () => {
    const named = (head: string, name: string, [level1, level2, , target, actual, weight, score]: string[]): string[][] => [
      [head, name, "<", "<"],
      ["一级指标", level1!, "二级指标", level2!],
      ["目标值", target!, "完成值", actual!],
      ["分值", weight!, "得分", score!],
    ];
    for (const head of ["指标名称", "三级指标", "绩效指标"])
      expect(read(tableOf([...named(head, "经济效益", CLEAN), ...named(head, "社会满意度", LATE)])).map((row) => row[2])).toEqual([
        "经济效益",
        "社会满意度",
      ]);
  });

  it("may have both levels in one cell, under whatever head", () => {
    const titled = (head: string, [level1, level2, level3, target, actual, weight, score]: string[]): string[][] => [
      ["指标名称", level3!, head, `${level1}—${level2}`],
      ["目标值", target!, "完成值", actual!],
      ["分值", weight!, "得分", score!],
    ];
    for (const head of ["所属类别", "一级—二级指标"])
      expect(read(tableOf([...titled(head, CLEAN), ...titled(head, LATE)])), head).toEqual([CLEAN, LATE]);
  });

  it("may stand under both levels in a title of its own, with marks and score in one cell", () => {
    const joined = ([level1, level2, level3, target, actual, weight, score]: string[]): string[][] => [
      [`所属：${level1}—${level2}`, "<", "<", "<"],
      ["指标", level3!, "规定值", target!],
      ["实测值", actual!, "占分／得分", `${weight}／${score}`],
      ["未达原因", "无", "<", "<"],
    ];
    expect(read(tableOf(joined(CLEAN)), tableOf(joined(LATE)))).toEqual([CLEAN, LATE]);
  });

  it("is sought once, however many rows are titles or make no table", () => {
    const { user } = process.cpuUsage();
    read(tableOf(Array.from({ length: 4000 }, (_, i) => [`河道整治事项${i}`, "<", "<"])));
    read(tableOf(Array.from({ length: 4000 }, (_, i) => [["三级指标", "得分", "偏差原因"][i % 3]!, "巡查", "<"])));
    expect((process.cpuUsage().user - user) / 1e6).toBeLessThan(8);
  });

  it("may be called by a number with its name beside it, and stand under headings of both levels", () => {
    const numbered = (number: string, [, , level3, target, actual, weight, score]: string[]): string[][] => [
      [number, level3!, "<", "<"],
      ["计划值", target!, "完成值", actual!],
      ["满分值", weight!, "本卡得分", score!],
      ["差异说明", "", "<", "<"],
    ];
    const more = ["产出指标", "数量指标", "打捞船只", "=4艘", "4艘", "20", "20"];
    const cards = [tableOf(numbered("卡01", CLEAN)), tableOf(numbered("卡02", more)), "时效指标", tableOf(numbered("卡03", LATE))];
    expect(read("一、产出指标", "数量指标", ...cards)).toEqual([CLEAN, more, LATE]);
  });

  it("may have its number beside it, its name first, and its levels once for several", () => {
    const numbered = (number: string, [level1, level2, level3, ...rest]: string[], levels: boolean): string[][] => [
      [number, "指标名称", level3!, "<", "<"],
      ...(levels ? [["^", "一级指标", level1!, "二级指标", level2!]] : []),
      ["^", "目标值", rest[0]!, "实际值", rest[1]!],
      ["^", "分值", rest[2]!, "得分", rest[3]!],
    ];
    const second = [...CLEAN.slice(0, 2), "打捞船只", "=4艘", "4艘", "40", "40"];
    expect(read(tableOf([...numbered("1", CLEAN, true), ...numbered("2", second, false)]))).toEqual([CLEAN, second]);
  });

  it("may have its labels over its values, and its name for a heading", () => {
    const titled = (number: number, [level1, level2, level3, target, actual, weight, score]: string[]): string[][] => [
      [`${number}. ${level3}`, "<", "<", "<"],
      ["一级指标", "二级指标", "指标值", "完成值"],
      [level1!, level2!, target!, actual!],
      ["分值", "得分", "偏差原因", "<"],
      [weight!, score!, "无", "<"],
    ];
    expect(read(tableOf(titled(1, CLEAN)), tableOf(titled(2, LATE)))).toEqual([CLEAN, LATE]);
    expect(read(tableOf([...titled(1, CLEAN), ...titled(2, LATE)]))).toEqual([CLEAN, LATE]);
  });

  it("is none where one row of labels heads rows of values under a level's name", () => {
    const rows = [
      ["产出指标（60分）", "<", "<", "<"],
      ["三级指标", "指标值", "完成值", "得分"],
      ["保洁河段", "≥12段", "12段", "60"],
    ];
    expect(read(tableOf(rows))).toEqual([["产出指标", "", "保洁河段", "≥12段", "12段", undefined, "60"]]);
  });

  it("is none under a section's heading, where no level is told", () => {
    const section = [
      ["三、项目绩效自评", "<", "<", "<"],
      ["预期目标", "扩大影响", "<", "<"],
      ["实际完成情况", "如期举办", "<", "<"],
      ["综合得分", "97.76", "自评等次", "优"],
    ];
    expect(read(tableOf(section))).toEqual([]);
  });

  it("is none where values stand before the name they would be given, or nothing tells a result", () => {
    const [levels, name, ...values] = card(CLEAN);
    expect(read(tableOf([...values, levels!, name!]))).toEqual([]);
    expect(read(tableOf([levels!, name!, ["年度指标值", "≥12段", "指标解释", "全年"]]))).toEqual([]);
  });

  it("leaves a table with a head as it is", () => {
    const HEAD = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"];
    expect(read(tableOf([HEAD, CLEAN, LATE]))).toEqual([CLEAN, LATE]);
  });
});
