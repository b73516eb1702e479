import { describe, expect, it } from "vitest";
import { extract } from "../../../src/extract/extract.js";
import { rebuildTables } from "../../../src/normalize/flattened/rebuild-tables.js";
import { normalize } from "../../../src/normalize/normalize.js";

const HEAD = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"];
const ROWS = [
  ["产出指标", "数量指标", "维护健身路径", "≥220套", "231套", "25", "25"],
  ["", "", "更换老旧器材", "≥36件", "36件", "15", "15"],
  ["", "时效指标", "报修响应时间", "≤24小时", "20小时", "15", "15"],
  ["效益指标", "社会效益指标", "场地日均使用人次", "≥3500人次", "3325人次", "20", "19"],
  ["", "可持续影响指标", "设施巡检制度", "建立", "建立", "15", "15"],
  ["满意度指标", "服务对象满意度指标", "健身群众满意度", "≥88%", "90.2%", "10", "10"],
];
const TOTAL = ["合计", "100", "99"];

async function read(lines: readonly string[], isPage = false) {
  const text = isPage ? `<html><body>${lines.join("<br>")}</body></html>` : lines.join("\n");
  const draft = normalize(await extract(Buffer.from(text, "utf8"), {}))[0]!;
  return {
    rows: draft.indicators.map((row) => [row.level1, row.level2, row.level3, row.target, row.actual, row.weight?.value, row.score?.value]),
    totals: draft.statedScores.map(({ score }) => score?.value),
  };
}

const told = (row: readonly string[]) => row.filter((cell) => cell !== "");
const WANTED = {
  rows: ROWS.map((row, r) => {
    const above = (column: number) => ROWS.slice(0, r + 1).findLast((each) => each[column] !== "")![column];
    return [above(0), above(1), ...row.slice(2)];
  }),
  totals: ["99"],
};

describe("rows of a text, one a line", () => {
  it.each([
    ["behind single ideographic spaces", "　", false],
    ["behind several blanks, below no head of theirs", "   ", false],
    ["on lines of a page", "　", true],
    ["behind unbroken blanks of a page", "&nbsp;&nbsp;&nbsp;&nbsp;", true],
    ["behind tabs, without the cells that are merged or empty", "\t", false],
  ])("%s", async (_, blank, isPage) => {
    const lines = ["2022年度场地维护项目绩效自评表", ...[HEAD, ...ROWS, TOTAL].map((row) => told(row).join(blank))];
    expect(await read(lines, isPage)).toEqual(WANTED);
  });

  it.each([1, 2, 9])("behind tabs, between levels broken over lines of %i characters", async (width) => {
    const broken = (level: string) => level.match(new RegExp(`.{1,${width}}`, "gu")) ?? [];
    const rows = ROWS.flatMap(([first, second, ...own]) => [...broken(first!), ...broken(second!), own.join("\t")]);
    expect(await read(["2022年度场地维护项目绩效自评表", HEAD.join("\t"), ...rows, TOTAL.join("\t")])).toEqual(WANTED);
  });
});

describe("rows of a text below lines that name their levels, under a head that has none", () => {
  it.each([
    ["behind bullets, parted by bars", "｜", ["▶ ", "· "]],
    ["behind numbers, parted by tabs", "\t", ["一、", "（一）"]],
    ["alone, parted by blanks", "  ", ["", ""]],
  ])("%s", async (_, blank, [first, second]) => {
    const rows = ROWS.flatMap(([level1, level2, ...own]) => [
      ...(level1 === "" ? [] : [`${first}${level1}`]),
      ...(level2 === "" ? [] : [`${second}${level2}`]),
      own.join(blank),
      "",
    ]);
    const execution = [`${first}预算执行`, ["预算执行率", "100%", "98%", "10", "9.8"].join(blank)];
    const lines = ["2022年度场地维护项目绩效自评", "", HEAD.slice(2).join(blank), "", ...rows, ...execution];
    expect((await read(lines)).rows).toEqual([...WANTED.rows, ["预算执行", "", "预算执行率", "100%", "98%", "10", "9.8"]]);
  });
});

it("keeps the lines of a paragraph that stand beside a table laid out in it", () => {
  const texts = [
    "主管部门      某局        实施单位    某站",
    "资金来源      年初预算数  全年预算数  全年执行数  分值  执行率  得分",
    "年度资金总额  96.00       96.00       91.20       10    95.00%  9.5",
    "填报人        某人        填报日期    某日",
  ];
  const lines = texts.map((text, i) => ({ text, evidence: { line: i + 1 } }));
  const paragraph = { type: "paragraph", text: texts.join(""), lines, evidence: [{ line: 1 }] } as const;
  const { blocks } = rebuildTables({ mediaType: "text/html", pages: [], blocks: [paragraph], flow: "flowed", warnings: [] });
  const all = blocks.flatMap((block) => (block.type === "table" ? block.cells.map(({ text }) => text) : [block.text]));
  expect(all.join("").replace(/\s/gu, "")).toBe(texts.join("").replace(/\s/gu, ""));
});
