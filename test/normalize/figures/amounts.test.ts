import { describe, expect, it } from "vitest";
import type { Cell } from "../../../src/core/extracted.js";
import { withDigits } from "../../../src/normalize/figures/confusable.js";
import { readMoney } from "../../../src/normalize/figures/money.js";
import { readPercent } from "../../../src/normalize/figures/percent.js";
import { readPoints } from "../../../src/normalize/figures/points.js";
import { unglue } from "../../../src/normalize/figures/unglue.js";

const cell = (text: string, reading?: Cell["reading"]): Cell => ({
  row: 0,
  column: 0,
  rowSpan: 1,
  colSpan: 1,
  text,
  evidence: [{ table: 0, row: 0, column: 0 }],
  ...(reading ? { reading } : {}),
});

describe("readMoney", () => {
  it.each([
    ["1,688.91", "1688.91", "万元", "16889100"],
    ["１，６８８．９１", "1688.91", "万元", "16889100"],
    ["15.76 万元", "15.76", "万元", "157600"],
    ["80000元", "80000", "元", "80000"],
    ["1.2亿元", "1.2", "亿元", "120000000"],
    ["￥20.00", "20.00", "万元", "200000"],
    ["-3.5", "-3.5", "万元", "-35000"],
    ["0", "0", "万元", "0"],
    ["1 260 000.00", "1260000.00", "万元", "12600000000"],
    ["86\u2009400.5", "86400.5", "万元", "864005000"],
    ["648.000.00", "648000.00", "万元", "6480000000"],
    ["684,200,00", "684200.00", "万元", "6842000000"],
    ["1.917.900.5", "1917900.5", "万元", "19179005000"],
  ])("reads %s", (text, value, unit, yuan) => expect(readMoney(cell(text), "万元")).toMatchObject({ raw: text, value, unit, yuan }));

  it.each(["20 300", "20 300 95", "2 0 300 400 1"])("takes %s for several figures", (text) =>
    expect(readMoney(cell(text), "万元")).toBeNull(),
  );

  it.each(["", "—", "/", "无", "见附件", "12.3.4", "20 30"])("states nothing for %s", (text) =>
    expect(readMoney(cell(text), "万元")).toBeNull(),
  );

  it("doubts a figure in which letters stand for digits", () => {
    expect(readMoney(cell("l08.OO"), "万元")).toMatchObject({ value: "108.00", doubt: { readings: ["l08.OO"] } });
  });
});

describe("readPercent", () => {
  it.each([
    ["55.56%", undefined, "55.56"],
    ["0.5556", undefined, "55.56"],
    ["1", undefined, "100"],
    ["100", undefined, "100"],
    ["0", undefined, "0"],
    ["0.8", 80, "80"],
    ["0.8", 0.8, "0.8"],
    ["99.99999999999999", undefined, "100"],
    ["9‰", undefined, "0.9"],
  ])("reads %s (expected %s)", (text, expected, value) => expect(readPercent(cell(text), expected)?.value).toBe(value));

  it("states nothing for a dash", () => expect(readPercent(cell("—"))).toBeNull());
});

describe("readPoints", () => {
  it.each([
    ["9", "9"],
    ["9.60", "9.60"],
    ["10分", "10"],
    ["10%", "10"],
    ["８．５", "8.5"],
    ["-1", "-1"],
    ["19.999999999999996", "20"],
  ])("reads %s", (text, value) => expect(readPoints(cell(text))?.value).toBe(value));

  it.each(["", "—", "/", "优", "9/10", "得9分"])("states nothing for %s", (text) => expect(readPoints(cell(text))).toBeNull());

  it("carries the doubt of a weak reading, and none where two readers agreed", () => {
    expect(readPoints(cell("8", { confidence: 0.5, alternatives: ["3"] }))?.doubt).toMatchObject({ confidence: 0.5, readings: ["3"] });
    expect(readPoints(cell("8", { confidence: 0.5, alternatives: [], agreed: true }))?.doubt).toBeUndefined();
    expect(readPoints(cell("8"))?.doubt).toBeUndefined();
  });

  it("doubts a recognised minus, and takes an author's", () => {
    expect(readPoints(cell("-7", { confidence: 0.99, alternatives: [] }))).toMatchObject({ value: "-7", doubt: { readings: ["7"] } });
    expect(readPoints(cell("7", { confidence: 0.99, alternatives: [] }))?.doubt).toBeUndefined();
    expect(readPoints(cell("-7"))?.doubt).toBeUndefined();
  });
});

describe("withDigits", () => {
  it.each([
    ["l0", "10"],
    ["9O.5", "90.5"],
    ["99.12.", "99.12"],
    ["100-", "100"],
    ["‘8", "8"],
    ["l00%", "100%"],
    ["97:3", "97.3"],
  ])("puts %s right", (text, mended) => expect(withDigits(text)).toBe(mended));

  it.each(["100", "—", "优", "I", "无", "3人", "2024年12月", "", "abcdef"])("leaves %s alone", (text) =>
    expect(withDigits(text) ?? "").toMatch(/^1?$/u),
  );
});

describe("unglue", () => {
  it("parts a label from the one figure that ran into it, also where the label wraps around it", () => {
    expect(unglue("年度资金总额： 81.66")).toEqual({ label: "年度资金总额:", value: "81.66" });
    expect(unglue("当年财政拨1477.08款")).toEqual({ label: "当年财政拨款", value: "1477.08" });
    expect(unglue("2021年预算81.66")).toBeUndefined();
  });
});
