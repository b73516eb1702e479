import { describe, expect, it } from "vitest";
import { paragraphLines } from "../../../src/extract/word/paragraph-lines.js";

describe("paragraphLines", () => {
  it.each([
    ["项目支出\n绩效自评表", [["项目支出", "绩效自评表"]]],
    ["资金到位。\n支出合规", [["资金到位。"], ["支出合规"]]],
    ["目标\n1.修缮", [["目标"], ["1.修缮"]]],
    ["目标\n（二）修缮", [["目标"], ["（二）修缮"]]],
    ["目标\n二、修缮", [["目标"], ["二、修缮"]]],
    ["目标\n①修缮", [["目标"], ["①修缮"]]],
    ["得分\n9.5分", [["得分", "9.5分"]]],
    ["甲\n\n乙", [["甲"], ["乙"]]],
    ["甲\f乙", [["甲"], ["乙"]]],
    ["\n甲\n", [["甲"]]],
    ["  \n \f", []],
  ])("parts %j", (text, paragraphs) => {
    expect(paragraphLines(text)).toEqual(paragraphs);
  });
});
