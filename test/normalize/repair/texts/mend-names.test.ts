import { describe, expect, it } from "vitest";
import type { Reading, Table } from "../../../../src/core/extracted.js";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const SURE = { confidence: 0.99, alternatives: [] };
const HEAD = ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"];
const ROWS = [
  ["产出指标", "数量指标", "整治河道工程段数", "≥12段", "13段", "60", "60"],
  ["满意度指标", "服务对象满意度指标", "沿河居民满意度", "≥90%", "93%", "40", "40"],
];

/** A scanned form whose unit and whose indicators are read as given: text, confidence, other readings. */
function form(
  unit: string,
  reading: Reading,
  rows: readonly (readonly string[])[] = ROWS,
  doubts: ReadonlyMap<string, Reading> = new Map(),
) {
  const scanned = (table: Table): Table => ({
    ...table,
    origin: "ruled",
    cells: table.cells.map((cell) => ({ ...cell, reading: cell.text === unit ? reading : (doubts.get(cell.text) ?? SURE) })),
  });
  const head = tableOf([
    ["项目名称", "城区河道清淤"],
    ["实施单位", unit],
  ]);
  return normalize(documentOf("项目支出绩效自评表", scanned(head), scanned(tableOf([HEAD, ...rows]))))[0]!;
}

describe("a doubtful name", () => {
  const slip = { confidence: 0.5, alternatives: ["堤城区河道上程管护处", "堰城区河道工程管护处"] };

  it("is put right by a reading with which its word stands elsewhere in the report, and the repair is listed", () => {
    const record = form("堰城区河道上程管护处", slip);
    expect(record.report.unit).toBe("堰城区河道工程管护处");
    expect(record.repairs).toMatchObject([{ path: "/report/unit", before: "堰城区河道上程管护处", after: "堰城区河道工程管护处" }]);
  });

  it("is put right by the one reading with which it is a known word", () => {
    expect(form("修缕管护中心", { confidence: 0.5, alternatives: ["修鳝管护中心", "修缮管护中心"] }).report.unit).toBe("修缮管护中心");
  });

  it("stays where it was surely read", () => {
    const record = form("堰城区河道上程管护处", { ...slip, confidence: 0.95 });
    expect(record.report.unit).toBe("堰城区河道上程管护处");
    expect(record.warnings).toEqual([]);
  });

  it("stays where its own word stands in the report, or no reading makes one", () => {
    expect(form("堰城区河道上程管护处", slip, [["产出指标", "数量指标", "上程公里数", "≥12段", "13段", "100", "100"]]).repairs).toEqual([]);
    expect(form("霁原县农技站", { confidence: 0.6, alternatives: ["雾原县农技站"] }).report.unit).toBe("霁原县农技站");
  });

  it("is never another numeral", () => {
    const doubts = new Map([["三期河道治理", { confidence: 0.5, alternatives: ["二期河道治理"] }]]);
    const rows = [
      ["产出指标", "数量指标", "三期河道治理", "≥2处", "2处", "60", "60"],
      ["产出指标", "质量指标", "二期河道验收", "100%", "100%", "40", "40"],
    ];
    expect(form("堰城区水务局", SURE, rows, doubts).indicators[0]?.level3).toBe("三期河道治理");
  });

  it("is a warning with what else it may be, where nothing tells", () => {
    const { warnings } = form("雾原县农技站", { confidence: 0.6, alternatives: ["霁原县农技站", "原县农技站"] });
    expect(warnings).toMatchObject([{ code: "name-doubtful", page: 1 }]);
    expect(warnings[0]?.message).toContain("霁原县农技站");
    expect(form("霁原县农技站", SURE).warnings).toEqual([]);
  });
});

describe("rows of a scan that came apart or ran together", () => {
  it("doubt a score without a weight", () => {
    const record = form("堰城区水务局", SURE, [...ROWS, ["", "", "居民知晓率", "≥8%", "9%", "", "2"]]);
    expect(record.indicators.map(({ score }) => score?.doubt !== undefined)).toEqual([false, false, true]);
    expect(record.indicators[2]?.doubt).toBeDefined();
  });

  it("make all indicators doubtful where a weight is beyond the full marks", () => {
    const doubts = new Map([["1010", { confidence: 0.6, alternatives: [] }]]);
    const rows = [...ROWS, ["产出指标", "时效指标", "按期完成率", "100%", "100%", "1010", "10"]];
    expect(form("堰城区水务局", SURE, rows, doubts).completeness.indicators).toBe("doubtful");
  });

  it("doubt a target that looks like a figure and is no quantity", () => {
    const record = form("堰城区水务局", SURE, [["产出指标", "数量指标", "使用年限", "V10#*", "12年", "100", "100"]]);
    expect(record.indicators[0]?.targetValue).toBeNull();
    expect(record.indicators[0]?.doubt?.readings).toEqual(["V10#*"]);
  });
});
