import { describe, expect, it } from "vitest";
import { headTime } from "../../../src/normalize/lexicon/labels/head-time.js";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const LEVELS = ["一级指标", "二级指标", "三级指标"];
const ROW = ["产出指标", "数量指标", "完成手术例数"];

/** What is read of one row under a head: target, actual, weight, score. */
function read(head: readonly string[][], values: readonly string[]) {
  const [draft] = normalize(documentOf("学科建设项目2021年度绩效自评表", tableOf([...head, [...ROW, ...values]])));
  return draft!.indicators.map(({ target, actual, weight, score }) => [target, actual, weight?.value, score?.value].join(" "));
}

describe("headTime", () => {
  it.each([
    ["2020年完成值", 2020],
    ["完成值（2020年度）", 2020],
    ["2020完成值", 2020],
    ["2021", 2021],
    ["2021-2023年目标值", "wider"],
    ["2019年至2021年完成值", "wider"],
    ["上年度情况", "other"],
    ["2021年上半年完成值", "other"],
    ["近三年平均值", "other"],
    ["对比上年完成值", "other"],
    ["本年度自评情况", "own"],
    ["实施期目标值", "wider"],
    ["年度指标值", undefined],
    ["上年结转资金", undefined],
    ["年中调整目标值", undefined],
  ])("reads %s as %s", (head, time) => expect(headTime(head)).toBe(time));
});

describe("columns of another year", () => {
  const VALUES = ["≥3000例", "3022例", "≥3200例", "3415例", "10", "10"];

  it("are told by the groups over them, in as many rows as the head has", () => {
    const below = [...LEVELS, "目标值", "完成值", "年度指标值", "实际完成值", "分值", "得分"];
    expect(read([["绩效指标", "<", "<", "上年度情况", "<", "本年度自评情况", "<", "<", "<"], below], VALUES)).toEqual([
      "≥3200例 3415例 10 10",
    ]);
    expect(read([["绩效指标", "<", "<", "2020年", "<", "2021年", "<", "<", "<"], below], VALUES)).toEqual(["≥3200例 3415例 10 10"]);
    const three = [
      [...LEVELS, "指标值及完成情况", "<", "<", "<", "评分", "<"],
      ["^", "^", "^", "2020年", "<", "2021年", "<", "分值", "得分"],
      ["^", "^", "^", "目标值", "完成值", "目标值", "完成值", "^", "^"],
    ];
    expect(read(three, VALUES)).toEqual(["≥3200例 3415例 10 10"]);
  });

  it("are told so also where the levels stand above and all values below, and where no cell spans another", () => {
    const tall = [
      [...LEVELS, "上年度", "<", "本年度", "<", "<", "<"],
      ["^", "^", "^", "目标值", "完成值", "目标值", "完成值", "分值", "得分"],
    ];
    expect(read(tall, VALUES)).toEqual(["≥3200例 3415例 10 10"]);
    const flat = [
      [...LEVELS, "上年度", "", "本年度", "", "分值", "得分"],
      ["", "", "", "目标值", "完成值", "目标值", "完成值", "", ""],
    ];
    expect(read(flat, VALUES)).toEqual(["≥3200例 3415例 10 10"]);
  });

  it("are told in parentheses and behind the noun", () => {
    const heads = [...LEVELS, "指标值（上年）", "完成值（上年）", "指标值（本年）", "完成值（本年）", "分值", "得分"];
    expect(read([heads], VALUES)).toEqual(["≥3200例 3415例 10 10"]);
  });

  it("are held against the title's year where several years have one", () => {
    const heads = [...LEVELS, "2020年目标值", "2021年目标值", "2022年目标值", "实际完成值", "分值", "得分"];
    expect(read([heads], ["≥3000例", "≥3200例", "≥3400例", "3415例", "10", "10"])).toEqual(["≥3200例 3415例 10 10"]);
  });

  it("and what the target was set by or changed by are not the result", () => {
    const grown = [
      [...LEVELS, "参考值", "年度指标值", "实际完成情况", "<", "分值", "得分"],
      ["^", "^", "^", "^", "^", "2021年", "同比", "^", "^"],
    ];
    expect(read(grown, ["3000例", "≥3200例", "3415例", "5%", "10", "10"])).toEqual(["≥3200例 3415例 10 10"]);
  });
});

describe("a target that was adjusted", () => {
  const head = [[...LEVELS, "年初目标值", "调整后目标值", "全年完成值", "分值", "得分"]];

  it("holds where it is told, and the first one elsewhere", () => {
    expect(read(head, ["≥3000例", "≥3200例", "3415例", "10", "10"])).toEqual(["≥3200例 3415例 10 10"]);
    for (const none of ["", "/", "未调整", "同年初"])
      expect(read(head, ["≥3000例", none, "3415例", "10", "10"])).toEqual(["≥3000例 3415例 10 10"]);
  });
});
