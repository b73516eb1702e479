import { expect, it } from "vitest";
import { alignShortRows } from "../../../../src/extract/text/tables/align-short-rows.js";

const lay = (...rows: string[][]) =>
  alignShortRows(rows.map((row) => row.map((text) => ({ text, line: 1 })))).map((row) => row.map(({ colSpan }) => colSpan ?? 1));

const OUTPUT = ["产出", "数量指标", "检修浮桥座数", "12座", "12座", "100%", "50分", "50分", ""];
const BENEFIT = ["效益", "社会效益", "渡运条件改善", "改善", "改善", "", "40分", "40分", ""];
const PLEASED = ["满意度", "服务对象", "乘客满意度", "95%", "96%", "101%", "10分", "10分", ""];

it("lays short rows below one another as the same short rows that stand alone", () => {
  const sum = (name: string, marks: string) => [name, marks, marks, ""];
  const rows = [
    OUTPUT,
    sum("产出小计", "50分"),
    BENEFIT,
    sum("效益小计", "40分"),
    PLEASED,
    sum("满意度小计", "10分"),
    sum("合计", "100分"),
  ];
  expect(lay(...rows).filter((spans) => spans.length === 4)).toEqual(Array(4).fill([6, 1, 1, 1]));
});

it("leaves short rows of one length together where none such stands alone", () => {
  expect(lay(OUTPUT, BENEFIT, PLEASED, ["资金来源", "预算数", "支出数", "备注"], ["财政资金", "12", "10", ""]).slice(3)).toEqual([
    [1, 1, 1, 1],
    [1, 1, 1, 1],
  ]);
});
