import { describe, expect, it } from "vitest";
import { readHtml } from "../../../../src/extract/html/read-html.js";
import { normalize } from "../../../../src/normalize/normalize.js";

const table = (...rows: string[][]): string =>
  `<table>${rows.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join("")}</tr>`).join("")}</table>`;
const read = (...rows: string[][]) => {
  const html = `<html><meta charset="utf-8"><body><p>2022年度河道保洁项目绩效自评表</p>${table(...rows)}</body></html>`;
  return normalize(readHtml(new TextEncoder().encode(html)).extracted)[0]!;
};

const HEAD = ["二级指标", "三级指标", "指标值", "完成值", "分值", "得分", "原因"];
const ROWS = [
  ["一级指标", table(HEAD)],
  ["产出指标", table(["数量指标", "保洁河段", "≥12段", "12段", "40", "40", ""], ["", "打捞船只", "=4艘", "4艘", "30", "30", ""])],
  ["满意度指标", table(["公众满意度", "居民满意度", "≥90%", "92%", "30", "30", ""])],
];

describe("a level beside a table of its indicators, row after row", () => {
  it("is one table, its total's row in the last columns", () => {
    const { indicators, statedScores } = read(...ROWS, ["总分", table(["合计", "100", "100", ""])]);
    expect(indicators.map(({ level1, level2, level3, score }) => [level1, level2, level3, score?.value])).toEqual([
      ["产出指标", "数量指标", "保洁河段", "40"],
      ["产出指标", "数量指标", "打捞船只", "30"],
      ["满意度指标", "公众满意度", "居民满意度", "30"],
    ]);
    expect(statedScores.map(({ scope, score, fullMarks }) => [scope, score?.value, fullMarks?.value])).toEqual([["total", "100", "100"]]);
  });

  it("is a page's layout where no row of it heads columns", () => {
    const { indicators, tables } = read(
      ["首页", table(["单位", "某中心"], ["地址", "某路"])],
      ["栏目", table(["通知", "公告"], ["政策", "解读"])],
    );
    expect(indicators).toEqual([]);
    expect(tables).toHaveLength(2);
  });
});
