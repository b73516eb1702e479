import { describe, expect, it } from "vitest";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const HEAD = ["分值", "年初设定值", "实际达到值", "自评得分"];
const TITLE = "2022年度山塘加固项目绩效自评表";
const draftOf = (...blocks: Parameters<typeof documentOf>) => normalize(documentOf(TITLE, ...blocks))[0]!;
const levelsOf = (...blocks: Parameters<typeof documentOf>) =>
  draftOf(...blocks).indicators.map(({ level1, level2, level3 }) => `${level1}/${level2}/${level3}`);

const row = (name: string, marks: string) => [name, marks, "3座", "3座", marks];

describe("rows that name both levels of those below", () => {
  const draft = draftOf(
    tableOf([
      ["绩效指标", ...HEAD],
      ["产出指标－数量指标（30分）", "<", "<", "<", "<"],
      row("加固山塘", "20"),
      row("清淤山塘", "10"),
      ["效益指标－可持续影响指标（20分）", "<", "<", "<", "<"],
      row("管护机制", "20"),
      ["满意度指标－服务对象满意度指标（50分）", "<", "<", "<", "<"],
      row("村民满意度", "50"),
    ]),
  );

  it("give these both, and the second its marks", () => {
    expect(draft.indicators.map(({ level1, level2 }) => `${level1}/${level2}`)).toEqual([
      "产出指标/数量指标",
      "产出指标/数量指标",
      "效益指标/可持续影响指标",
      "满意度指标/服务对象满意度指标",
    ]);
    expect(draft.statedScores.map(({ scope, name, fullMarks }) => `${scope} ${name} ${fullMarks?.value}`)).toEqual([
      "level2 数量指标 30",
      "level2 可持续影响指标 20",
      "level2 服务对象满意度指标 50",
    ]);
  });

  it("are none where columns hold the levels and the path is a cell's", () => {
    const rows = [
      ["产出指标－数量指标", ...row("加固山塘", "60")],
      ["效益指标－社会效益指标", ...row("保护农田", "40")],
    ];
    expect(levelsOf(tableOf([["指标类别", "绩效指标", ...HEAD], ...rows]))).toEqual([
      "产出指标/数量指标/加固山塘",
      "效益指标/社会效益指标/保护农田",
    ]);
  });
});

describe("levels that a column tells one below the other", () => {
  const rows = [
    ["产出数量", ...row("加固山塘", "40")],
    ["产出质量", ...row("验收合格率", "20")],
    ["效益社会效益", ...row("保护农田", "30")],
    ["满意度服务对象满意度", ...row("村民满意度", "10")],
  ];

  it("are two, where some of the names can be nothing else", () => {
    expect(levelsOf(tableOf([["指标分类", "绩效指标", ...HEAD], ...rows]))).toEqual([
      "产出/数量/加固山塘",
      "产出/质量/验收合格率",
      "效益/社会效益/保护农田",
      "满意度/服务对象满意度/村民满意度",
    ]);
  });

  it("are two also in a form whose other blocks name levels in columns of another width", () => {
    const funds = ["预算执行情况", "<", "全年预算数（万元）", "全年执行数（万元）", "执行率", "<"];
    const form = tableOf([funds, ["年度资金总额", "<", "20.00", "18.00", "90.00%", "<"], ["指标分类", "绩效指标", ...HEAD], ...rows]);
    expect(levelsOf(form)).toEqual([
      "产出/数量/加固山塘",
      "产出/质量/验收合格率",
      "效益/社会效益/保护农田",
      "满意度/服务对象满意度/村民满意度",
    ]);
  });

  it("are names as they are printed, in the column of names", () => {
    const names = ["产出数量完成率", "效益社会效益", "满意度服务对象满意度", "成本效益分析"];
    const named = rows.map((each, i) => ["产出指标", names[i]!, ...each.slice(2)]);
    expect(draftOf(tableOf([["一级指标", "三级指标", ...HEAD], ...named])).indicators.map(({ level3 }) => level3)).toEqual(names);
  });

  it("are one where all of them may be: 产出数量 is a second level's name", () => {
    const names = ["产出数量", "产出质量", "社会效益", "服务对象满意度"];
    const second = rows.map((each, i) => [names[i]!, ...each.slice(1)]);
    expect(draftOf(tableOf([["二级指标", "绩效指标", ...HEAD], ...second])).indicators.map(({ level2 }) => level2)).toEqual(names);
  });
});

describe("marks of a level that a page break put into a cell of their own", () => {
  const head = ["一级指标", "二级指标", "绩效指标", ...HEAD];

  it("name none: the level above goes on", () => {
    const rows = [
      ["项目产出（60分）", "产出数量（60", ...row("加固山塘", "50")],
      ["", "分）", ...row("清淤山塘", "10")],
      ["项目效益", "社会效益", ...row("保护农田", "30")],
      ["40 分", "可持续影响", ...row("管护机制", "10")],
    ];
    expect(draftOf(tableOf([head, ...rows])).indicators.map(({ level1, level3 }) => `${level1}/${level3}`)).toEqual([
      "项目产出/加固山塘",
      "项目产出/清淤山塘",
      "项目效益/保护农田",
      "项目效益/管护机制",
    ]);
  });

  it("are no marks alone where a name stands before them", () => {
    expect(
      levelsOf(
        tableOf([
          head,
          ["项目产出60分", "产出数量60分", ...row("加固山塘", "60")],
          ["项目效益40分", "社会效益40分", ...row("保护农田", "40")],
        ]),
      ),
    ).toEqual(["项目产出/产出数量/加固山塘", "项目效益/社会效益/保护农田"]);
  });
});

describe("columns of levels under heads that no list has", () => {
  const rows = [
    ["项目产出", "产出数量", ...row("加固山塘", "60")],
    ["项目效益", "社会效益", ...row("保护农田", "40")],
  ];
  const head = ["评价维度", "评价要素", "三级绩效指标", ...HEAD];
  const expected = ["项目产出/产出数量/加固山塘", "项目效益/社会效益/保护农田"];

  it("are known by what they hold, whatever numbers the form gives its columns", () => {
    expect(levelsOf(tableOf([head, ["1", "2", "3", "4", "5", "6", "7"], ...rows]))).toEqual(expected);
  });

  it("are not told by who signs above the table", () => {
    expect(levelsOf("青溪县山塘管理站", tableOf([["三级绩效指标", ...HEAD], ...rows.map((each) => each.slice(2))]))).toEqual([
      "//加固山塘",
      "//保护农田",
    ]);
  });
});

describe("评价项目", () => {
  it("labels the project among a form's labels", () => {
    const form = tableOf([
      ["评价项目", "山塘加固"],
      ["主管部门", "青溪县水利局"],
    ]);
    expect(
      normalize(documentOf("项目支出绩效自评表", form, tableOf([["绩效指标", ...HEAD], row("加固山塘", "100")])))[0]!.report.projectName,
    ).toBe("山塘加固");
  });

  it("heads a column elsewhere", () => {
    const rows = [
      ["加固山塘", "60", "58"],
      ["清淤山塘", "40", "40"],
    ];
    expect(draftOf(tableOf([["评价项目", "分值", "得分"], ...rows])).report.projectName).toBe("山塘加固项目");
  });
});
