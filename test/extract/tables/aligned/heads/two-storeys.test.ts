import { describe, expect, it } from "vitest";
import { layOut } from "../../../../../src/extract/tables/lay-out.js";
import { shownBlocks } from "../../../shown-blocks.js";
import { across, page, word } from "../../placed-grid.js";

const MIDDLES = [85, 155, 220, 270, 320, 375, 440];

describe("a head whose second storey alone has a ruling below", () => {
  it("ends there with the rows of all columns below", () => {
    const at = (text: string, middle: number, y: number) => word(text, middle - word(text, 0, 0).box[2] / 2, y);
    const head = ["一级指标", "三级指标", "分值", "", "", "", "说明"];
    const rows = [
      ["产出指标", "修桥座数", "30", "3座", "3座", "30", "无"],
      ["时效指标", "修路天数", "30", "8天", "8天", "30", "无"],
      ["效益指标", "通行人次", "40", "9人次", "9人次", "40", "无"],
    ];
    const words = [
      ...head.flatMap((text, i) => (text ? [at(text, MIDDLES[i]!, 119)] : [])),
      at("完成情况", 322, 112),
      ...["目标", "完成", "得分"].map((text, i) => at(text, MIDDLES[3 + i]!, 126)),
      ...rows.flatMap((texts, row) => texts.map((text, i) => at(text, MIDDLES[i]!, 142 + 15 * row))),
    ];
    const rulings = [across(100, 50, 480, 1.5), across(130, 245, 400, 0.8), across(180, 50, 480, 1.5)];
    const [table, ...others] = shownBlocks(layOut([page(words, rulings)])) as string[][][];
    expect(others).toEqual([]);
    expect(table!.slice(-3)).toEqual(rows);
  });
});

describe("a head of two storeys of which nothing is ruled, one higher than the other", () => {
  it("has each head whole that reaches over both, and the rows below begin where it ends", () => {
    const at = (text: string, middle: number, y: number) => word(text, middle - word(text, 0, 0).box[2] / 2, y);
    const wrapped = (lines: readonly string[], middle: number, y: number) =>
      lines.map((text, i) => at(text, middle, y + 12 * (i - (lines.length - 1) / 2)));
    const [groups, names, both] = [100, 133, 121];
    const words = [
      ...wrapped(["三级指标"], 80, both),
      ...wrapped(["指标分", "值", "（分）"], 150, both),
      ...wrapped(["指标值的情况"], 230, groups),
      ...wrapped(["目标值"], 200, names),
      ...wrapped(["完成值"], 260, names),
      ...wrapped(["自评得", "分", "（分）"], 320, both),
      ...["修桥座数", "修路里程", "栽树棵数"].flatMap((name, i) =>
        [name, "30", `${i + 3}座`, `${i + 3}座`, "30"].map((text, column) => at(text, [80, 150, 200, 260, 320][column]!, 172 + 20 * i)),
      ),
    ];
    const [table] = shownBlocks(layOut([page(words, [])])) as string[][][];
    expect(table!.slice(0, 3).map((row) => row.map((text) => text.replace(/ \[.*$/u, "")))).toEqual([
      ["三级指标", "指标分值（分）", "指标值的情况", "自评得分（分）"],
      ["目标值", "完成值"],
      ["修桥座数", "30", "3座", "3座", "30"],
    ]);
  });
});
