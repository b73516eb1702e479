import { describe, expect, it } from "vitest";
import { layOut } from "../../../../src/extract/tables/lay-out.js";
import type { PlacedPage, Word } from "../../../../src/extract/tables/placed.js";
import { shownBlocks } from "../../shown-blocks.js";
import { across, page, word } from "../placed-grid.js";

const shown = (...pages: PlacedPage[]): unknown[] => shownBlocks(layOut(pages));
const XS = [60, 200, 300, 400, 460];
/** Rows of an unruled table, `pitch` apart. */
const rows = (top: number, pitch: number, texts: readonly (readonly string[])[]): Word[] =>
  texts.flatMap((row, i) => row.flatMap((text, column) => (text ? [word(text, XS[column]!, top + i * pitch)] : [])));

const HEAD = ["三级指标", "指标值", "完成值", "分值", "得分"];
const BODY = [
  ["修桥座数", "3座", "3座", "20", "20"],
  ["修路里程", "8里", "8里", "30", "30"],
  ["栽树棵数", "90棵", "91棵", "30", "30"],
];
const LAST = ["群众满意", "90%", "88%", "20", "19"];
const TOTAL = ["总分", "", "", "100", "99"];
const lead = word("本表由项目单位填写，数据以决算为准，未完成的指标均已说明原因。", 60, 700);

describe("rows of an unruled table that stand alone overleaf", () => {
  it("belong to it: one, two, or one with the total", () => {
    for (const rest of [[LAST], [LAST, TOTAL], [TOTAL]]) {
      const above = page([lead, ...rows(730, 22, [HEAD, ...BODY])], []);
      const below = page(rows(70, 22, rest), [], 2);
      expect(shown(above, below)).toEqual([lead.text, [HEAD, ...BODY, ...rest]]);
    }
  });

  it("belong to it where the label of the total stands in the middle of several columns", () => {
    const above = page([lead, ...rows(730, 22, [HEAD, ...BODY])], []);
    const total = [word("自评总分", 180, 92), ...rows(92, 22, [["", "", "", "100", "99"]])];
    const whole = [lead.text, [HEAD, ...BODY, LAST, ["自评总分 [1×3]", "100", "99"]]];
    expect(shown(above, page([...rows(70, 22, [LAST]), ...total], [], 2))).toEqual(whole);
  });

  it("belong to it with texts longer than any on the page before", () => {
    const long = ["服务对象对项目的满意度", "90%", "88%", "20", "19"];
    const above = page([lead, ...rows(730, 22, [HEAD, ...BODY])], []);
    expect(shown(above, page(rows(70, 22, [long]), [], 2))).toEqual([lead.text, [HEAD, ...BODY, long]]);
  });

  it("belong to it also below a head and above the last ruling of a three-line table, and in rows far apart", () => {
    const above = page([lead, ...rows(730, 22, [HEAD, ...BODY])], [across(714, 56, 500), across(736, 56, 500)]);
    const below = page(rows(70, 22, [LAST]), [across(80, 56, 500)], 2);
    expect(shown(above, below)).toEqual([lead.text, [HEAD, ...BODY, LAST]]);
    const loose = page(rows(430, 60, [HEAD, ...BODY]), []);
    expect(shown(loose, page(rows(70, 60, [LAST, TOTAL]), [], 2))).toEqual([[HEAD, ...BODY, LAST, TOTAL]]);
  });

  it("are as many as they are where a three-line table begins with several at the foot of a page", () => {
    const above = page([lead, ...rows(740, 22, [HEAD, ...BODY.slice(0, 2)])], [across(724, 56, 500), across(746, 56, 500)]);
    const below = page(rows(70, 22, [...BODY.slice(2), LAST, TOTAL]), [across(122, 56, 500)], 2);
    expect(shown(above, below)).toEqual([lead.text, [HEAD, ...BODY, LAST, TOTAL]]);
  });

  it("have the head that stands alone at the foot of the page before, though no table is above it", () => {
    const level = (top: number, count: number) => Array.from({ length: count }, (_, i) => across(top + i * 22, 56, 500));
    const above = page([lead, ...rows(790, 22, [HEAD])], level(776, 2));
    const below = page(rows(70, 22, [...BODY, LAST]), level(56, 5), 2);
    expect(shown(above, below)).toEqual([lead.text, [HEAD, ...BODY, LAST]]);
  });

  it("are several between rulings that belong to it also where it leaves room on its page", () => {
    const level = (count: number) => Array.from({ length: count }, (_, i) => across(56 + i * 22, 56, 500));
    const above = page(rows(70, 22, [HEAD, ...BODY]), level(5));
    const below = page([...rows(70, 22, [LAST, TOTAL]), lead], level(3), 2);
    expect(shown(above, below)).toEqual([[HEAD, ...BODY, LAST, TOTAL], lead.text]);
  });

  it("take the wrapped rest of their own cells, and leave what follows", () => {
    const above = page([lead, ...rows(730, 22, [HEAD, ...BODY])], []);
    const text = word("二、存在的问题和改进的措施如下。", 60, 140);
    const below = page([...rows(70, 22, [["群众和商户满", "90%", "88%", "20", "19"]]), word("意程度", 60, 83), text], [], 2);
    expect(shown(above, below)).toEqual([lead.text, [HEAD, ...BODY, ["群众和商户满意程度", "90%", "88%", "20", "19"]], text.text]);
  });

  it("are none where the page begins with a signature, a heading or prose, or the table ended well above the page's end", () => {
    const above = page([lead, ...rows(730, 22, [HEAD, ...BODY])], []);
    const isLeft = (...words: Word[]): boolean => shown(above, page(words, [], 2)).length > 2;
    expect(isLeft(word("填报人：某某", 60, 70), word("日期：三月", 300, 70))).toBe(true);
    expect(isLeft(word("二、问题", 60, 70), word("（一）", 200, 70))).toBe(true);
    expect(isLeft(word("本项目由主管部门组织实施，全年共完成三项任务，均已验收。", 60, 70))).toBe(true);
    const high = page([...rows(330, 22, [HEAD, ...BODY])], []);
    const far = page([...rows(70, 22, [LAST]), word("本项目由主管部门组织实施，全年共完成三项任务，均已验收并投入使用。", 60, 800)], [], 2);
    expect(shown(high, far)).toHaveLength(3);
  });
});

describe("columns of an unruled table that nearly touch", () => {
  it("are parted where their texts wrap beside each other", () => {
    const names = ["甲项工程", "乙项工程", "丙项工程", "丁项工程"];
    const head = [word("指标", 60, 100), word("目标", 120, 100), word("得分", 180, 100), word("原因", 215, 100)];
    const body = names.flatMap((name, i) => {
      const y = 130 + i * 40;
      const reason = [word("受雨季影响略有", 205.5, y - 6), word("滞后已加快", 205.5, y + 6)];
      return [word(name, 60, y), word("3座", 120, y), word("10.55", 180, y), ...reason];
    });
    expect(shown(page([...head, ...body], []))).toEqual([
      [["指标", "目标", "得分", "原因"], ...names.map((name) => [name, "3座", "10.55", "受雨季影响略有滞后已加快"])],
    ]);
  });
});
