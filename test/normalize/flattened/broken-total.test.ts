import { describe, expect, it } from "vitest";
import { readText } from "../../../src/extract/text/read-text.js";
import { normalize } from "../../../src/normalize/normalize.js";

/** As pdftotext -layout leaves narrow columns, over two pages. */
const LINES = [
  "         某森林公园步道修复项目自评表",
  "",
  "                                         未完成原因分析",
  "一级   二级指            年度指标      全年实际",
  "            三级指标                   分值 得分 及拟采取的改进",
  "指标    标             值（A）      值（B）",
  "                                            措施",
  "                 ≥16.8 公",
  "           修复步道长度        16.8 公里        6    6",
  "     数量指           里",
  "      标  增设安全护栏  ≥5200 米 5480 米         10   10",
  "         更新标识标牌  ≥340 块   352 块          8    8",
  "         工程验收合格率 =100%    100%           7    7",
  "     质量指",
  "         步道铺装平整度",
  "      标           ≥95%     96%          7    7",
  "         达标率",
  "     成本指",
  "         每公里修复成本 ≤31 万元 30.2 万元         6    6",
  "      标",
  "     社会效            ≥180000 183600 人",
  "           接待游客人次                       8    8",
  "     益指标             人次        次",
  "     生态效   施工区植被恢复",
  "                   ≥90%        93%      8    8",
  "     益指标   率",
  "     可持续   步道管护制度  健全有效       健全有效      7    7",
  "",
  "",
  "                        —1—",
  "\f                                     未完成原因分析",
  "一级   二级指          年度指标    全年实际",
  "           三级指标                分值 得分 及拟采取的改进",
  "指标    标           值（A）    值（B）",
  "                                        措施",
  "      标",
  "满意   服务对",
  "度指   象满意 游客满意度    ≥90%    93.2%   10    10",
  " 标   度指标",
  "                                        97.1",
  "             总分                   100",
  "                                         8",
];

describe("a total whose score its narrow column broke over the lines around it", () => {
  it("is put together, and the full marks beside it are no part of it", () => {
    const [draft] = normalize(readText(Buffer.from(LINES.join("\n"), "utf8")));
    expect(draft!.statedScores.map(({ scope, score, fullMarks }) => [scope, score?.value, fullMarks?.value])).toEqual([
      ["total", "97.18", "100"],
    ]);
  });
});
