import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

interface Told {
  readonly head: readonly [string, string];
  readonly year: string;
  readonly targets: readonly [string, string];
}

const form = ({ head, year, targets }: Told) => [
  `${year}年度项目支出绩效自评表`,
  tableOf([
    head[0] === "" ? ["实施单位", head[1]] : ["项目名称", head[0], "<", "实施单位", head[1]],
    ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
    ["产出指标", "数量指标", "更换座椅数", `≥${targets[0]}张`, `${targets[0]}张`, "50", "50"],
    ["效益指标", "社会效益指标", "游园人次", `≥${targets[1]}人次`, `${targets[1]}人次`, "50", "50"],
  ]),
];
const years = (...forms: Told[]) => normalize(documentOf(...forms.flatMap(form))).map(({ report }) => report.fiscalYear);

const BENCHES = "公园座椅更换";
const OURS: Told = { head: [BENCHES, "溪口县园林所"], year: "2022", targets: ["30", "4000"] };

describe("forms of one project", () => {
  it("are tellings of one report where one names its unit in short", () => {
    expect(years(OURS, { ...OURS, head: [BENCHES, "县园林所"], targets: ["36", "4500"] })).toEqual([2022]);
  });

  it("are reports where they are of other years or others' and tell other figures", () => {
    expect(years(OURS, { ...OURS, year: "2023", targets: ["36", "4500"] })).toEqual([2022, 2023]);
    expect(years(OURS, { ...OURS, head: [BENCHES, "汐林县园林所"], targets: ["36", "4500"] })).toEqual([2022, 2022]);
    expect(years(OURS, { ...OURS, head: [`51000021T000000042-${BENCHES}（二期）`, "汐林县园林所"], targets: ["36", "4500"] })).toHaveLength(
      2,
    );
  });

  it("are reports of their own where lines of labels above them, a telephone's last, tell the year and the unit", () => {
    const above = (unit: string, year: string, targets: Told["targets"]) => [
      "项目支出绩效自评表",
      `（${year}年度）`,
      `项目名称：${BENCHES}`,
      `主管部门：${unit}`,
      "项目类别：经常性项目",
      "联系电话：0000-5543991",
      tableOf([
        ["一级指标", "二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
        ["产出指标", "数量指标", "更换座椅数", `≥${targets[0]}张`, `${targets[0]}张`, "50", "50"],
        ["效益指标", "社会效益指标", "游园人次", `≥${targets[1]}人次`, `${targets[1]}人次`, "50", "50"],
      ]),
    ];
    const told = (...forms: (readonly (string | ReturnType<typeof tableOf>)[])[]) => normalize(documentOf(...forms.flat())).length;
    const ours = above("溪口县园林局", "2022", ["30", "4000"]);
    expect(told(ours, above("溪口县园林局", "2023", ["36", "4500"]))).toBe(2);
    expect(told(ours, above("汐林县园林局", "2022", ["36", "4500"]))).toBe(2);
    expect(told(ours, above("溪口县园林局", "2022", ["36", "4500"]))).toBe(1);
  });

  it("are reports where no project is named and units or years differ with the figures", () => {
    const ours: Told = { ...OURS, head: ["", "溪口县园林所"] };
    expect(years(ours, { ...ours, head: ["", "汐林县园林所"], targets: ["36", "4500"] })).toEqual([2022, 2022]);
    expect(years(ours, { ...ours, year: "2023", targets: ["36", "4500"] })).toEqual([2022, 2023]);
    expect(years(ours, { ...ours, year: "2023" })).toHaveLength(1);
  });

  it("are reports of other years also where a title alone names the project of the first", () => {
    const [, first] = form({ ...OURS, head: ["", "溪口县园林所"] });
    const told = (own: Told) => normalize(documentOf(`2022年度${BENCHES}项目绩效自评表`, first!, ...form(own))).length;
    expect(told({ ...OURS, year: "2023", targets: ["36", "4500"] })).toBe(2);
    expect(told({ ...OURS, year: "2023" })).toBe(1);
    expect(told({ ...OURS, head: [BENCHES, "溪口县园林所"], targets: ["36", "4500"] })).toBe(1);
  });

  it("are one report where they tell the same, whatever is wrong in their heads, or where their heads are the same", () => {
    expect(years(OURS, { ...OURS, year: "2023" })).toHaveLength(1);
    expect(years(OURS, { ...OURS, targets: ["36", "4500"] })).toHaveLength(1);
  });

  it("is the text's above it where a budget system's number stands before its name", () => {
    const [title, table] = form({ ...OURS, head: [`51000021T000000042-${BENCHES}`, "溪口县园林所"] });
    const spent = tableOf([
      ["支出内容", "支出金额"],
      ["座椅", "20"],
      ["运费", "10"],
      ["合计", "30"],
    ]);
    expect(normalize(documentOf(`2022年度${BENCHES}绩效自评报告`, spent, title!, table!))).toHaveLength(1);
  });
});

describe("forms that name no project", () => {
  it("are those of the units that they name", () => {
    const other = form({ head: ["", "汐林县图书馆"], year: "2023", targets: ["36", "4500"] }).map((block) =>
      typeof block === "string"
        ? block
        : {
            ...block,
            cells: block.cells.map((cell) => ({ ...cell, text: cell.text.replace("更换座椅数", "购书数").replace("游园", "到馆") })),
          },
    );
    const drafts = normalize(documentOf(...form({ ...OURS, head: ["", "溪口县园林所"] }), ...other));
    expect(drafts.map(({ report }) => [report.unit, report.fiscalYear])).toEqual([
      ["溪口县园林所", 2022],
      ["汐林县图书馆", 2023],
    ]);
  });
});

describe("a line of labels above a form", () => {
  it("is the form's, however long, and so is the title above it", () => {
    const labelled = (told: Told) => {
      const [title, table] = form(told);
      return [title!, `填报单位：${told.head[1]}溪口湖风景名胜区分所　　填报日期：${told.year}年12月`, table!];
    };
    const drafts = normalize(
      documentOf(...labelled(OURS), ...labelled({ ...OURS, head: ["图书借阅证制作", "汐林县图书馆"], year: "2023" })),
    );
    expect(drafts.map(({ report, claims }) => [report.fiscalYear, new Set(claims.years.map(({ year }) => year)).size])).toEqual([
      [2022, 1],
      [2023, 1],
    ]);
  });
});
