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
    ["主管部门：某局\n实施单位：某站", [["主管部门：某局"], ["实施单位：某站"]]],
    ["三级指标：培训人\n次数", [["三级指标：培训人", "次数"]]],
    ["甲\n\n乙", [["甲"], ["乙"]]],
    ["甲\f乙", [["甲"], ["乙"]]],
    ["\n甲\n", [["甲"]]],
    ["  \n \f", []],
  ])("parts %j", (text, paragraphs) => {
    expect(paragraphLines(text)).toEqual(paragraphs);
  });
});
