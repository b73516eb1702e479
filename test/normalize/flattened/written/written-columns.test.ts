import { describe, expect, it } from "vitest";
import { isIndicatorHead } from "../../../../src/normalize/flattened/written/indicator-columns.js";
import { withWrittenColumns } from "../../../../src/normalize/flattened/written/written-columns.js";
import { paragraph } from "../../prose/told.js";

const tables = (...lines: string[]) =>
  withWrittenColumns(lines.map((line, i) => paragraph(line, i + 1))).flatMap((block) => {
    if (block.type !== "table") return [];
    const rows = Array.from({ length: block.rowCount }, () => [] as string[]);
    for (const { row, text } of block.cells) rows[row]!.push(text);
    return [rows];
  });

describe("a table that a text writes column by column", () => {
  it("has a head above the cells of each", () => {
    const columns = [
      "一级指标 产出指标 效益指标",
      "三级指标 检修座数 渡运人次",
      "目标值 ≥12座 ≥5万人次",
      "完成值 12座 6万人次",
      "分值 10 20",
      "得分 10 20",
    ];
    expect(tables("二、指标", ...columns.flatMap((column) => column.split(" ")), "总分：30分")).toEqual([
      [
        ["一级指标", "三级指标", "目标值", "完成值", "分值", "得分"],
        ["产出指标", "检修座数", "≥12座", "12座", "10", "10"],
        ["效益指标", "渡运人次", "≥5万人次", "6万人次", "20", "20"],
      ],
    ]);
  });

  it("tells merged levels once, the total's marks behind the others', and reasons of the rows that lost some", () => {
    const columns = [
      "一级指标 产出指标 满意度指标 合计 填报人：某人",
      "二级指标 数量指标 时效指标 服务对象满意度指标",
      "三级指标 检修座数 渡运人次 按期完工率 乘客满意度 评分情况",
      "分值 30 30 30 10 100",
      "得分 30 30 27 10 97",
      "目标值 ≥12座 ≥5万人次 100% ≥90%",
      "完成值 12座 6万人次 90% 95%",
      "偏差原因 汛期停工",
    ];
    const head = ["一级指标", "二级指标", "三级指标", "分值", "得分", "目标值", "完成值", "偏差原因"];
    expect(tables(...columns.flatMap((column) => column.split(" ")), "三、自评结论")).toEqual([
      [
        head,
        ["产出指标", "数量指标", "检修座数", "30", "30", "≥12座", "12座", ""],
        ["产出指标", "数量指标", "渡运人次", "30", "30", "≥5万人次", "6万人次", ""],
        ["产出指标", "时效指标", "按期完工率", "30", "27", "100%", "90%", "汛期停工"],
        ["满意度指标", "服务对象满意度指标", "乘客满意度", "10", "10", "≥90%", "95%", ""],
        ["合计", "", "", "100", "97", "", "", ""],
      ],
    ]);
  });

  it("has the money's labels before its figures, whatever else of the form stands between", () => {
    const lines =
      "资金来源 年度资金总额 其中：财政拨款 某项目 年初预算数 40.00 30.00 实施单位 全年预算数 41.00 30.00 执行数 41.00 30.00 分值 10 执行率 100% 100%";
    expect(tables(...lines.split(" "))).toEqual([
      [
        ["资金来源", "年初预算数", "全年预算数", "执行数", "分值", "执行率"],
        ["年度资金总额", "40.00", "41.00", "41.00", "10", "100%"],
        ["其中：财政拨款", "30.00", "30.00", "30.00", "", "100%"],
      ],
    ]);
  });

  it("is none where heads stand together, or have different numbers of cells", () => {
    expect(tables("三级指标", "目标值", "完成值", "分值", "检修座数", "≥12座", "12座", "10")).toEqual([]);
    expect(tables("三级指标", "检修座数", "渡运人次", "目标值", "≥12座", "完成值", "12座", "分值", "10")).toEqual([]);
  });

  it("may be the one row of the money, each label with its amount on a line or on two", () => {
    const row = [
      ["项目资金", "年初预算数（万元）", "全年预算数（万元）", "全年执行数（万元）", "执行率"],
      ["年度资金总额", "40.00", "40.00", "38.40", "96.00%"],
    ];
    expect(tables(...row[0]!.flatMap((head, i) => [head, row[1]![i]!]))).toEqual([row]);
    expect(tables("资金来源：年度资金总额", "年初预算数：40.00", "全年预算数：40.00", "全年执行数：38.40", "执行率：96.00%")).toEqual([
      [["资金来源", "年初预算数", "全年预算数", "全年执行数", "执行率"], row[1]],
    ]);
    // Sentences tell amounts with their units.
    expect(tables("年初预算数：40万元", "全年预算数：40万元", "全年执行数：38万元", "执行率：95%")).toEqual([]);
  });

  it("has the total's label in the column of the table's own, before the first head", () => {
    const columns = [
      "绩效指标 总分",
      "三级指标 检修座数 渡运人次",
      "目标值 ≥12座 ≥5万人次",
      "完成值 12座 6万人次",
      "分值 40 60 100",
      "得分 40 60 100",
    ];
    expect(
      tables(...columns.flatMap((column) => column.split(" ")))
        .at(-1)
        ?.at(-1),
    ).toEqual(["总分", "", "", "100", "100"]);
  });
});

describe("a whole form that a text tells column by column", () => {
  const COLUMNS = [
    "项目支出绩效自评表 项目名称 主管部门 项目资金（万元） 年度资金总额 其中：财政拨款 一级指标 产出指标 效益指标 合计",
    "年初预算数 40.00 30.00 三级指标 检修座数 亮灯率 完工及时率 渡运人次",
    "某渡口 全年预算数 41.00 30.00 年度指标值 ≥12座 ≥95% ≥98% ≥5万人次",
    "某局 执行数 41.00 30.00 实际完成值 12座 96% 98% 4万人次",
    "分值 10 分值 20 20 20 30 100",
    "实施单位 执行率 100% 得分 10 得分 20 20 20 24 94 某站 偏差原因 汛期停航",
  ];

  it("has the money's columns and the indicators' apart, each as long as its rows", () => {
    expect(tables(...COLUMNS.flatMap((column) => column.split(" ")))).toEqual([
      [
        ["项目资金（万元）", "年初预算数", "全年预算数", "执行数", "分值", "执行率", "得分"],
        ["年度资金总额", "40.00", "41.00", "41.00", "10", "100%", "10"],
        ["其中：财政拨款", "30.00", "30.00", "30.00", "", "", ""],
      ],
      [
        ["一级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因"],
        ["产出指标", "检修座数", "≥12座", "12座", "20", "20", ""],
        ["产出指标", "亮灯率", "≥95%", "96%", "20", "20", ""],
        ["产出指标", "完工及时率", "≥98%", "98%", "20", "20", ""],
        ["效益指标", "渡运人次", "≥5万人次", "4万人次", "30", "24", "汛期停航"],
        ["合计", "", "", "", "100", "94", ""],
      ],
    ]);
  });

  it("is left as it stands where a column is shorter than the marks", () => {
    const lines = COLUMNS.flatMap((column) => column.split(" ")).filter((line) => line !== "96%");
    expect(tables(...lines).flat(2)).not.toContain("检修座数");
  });
});

it("takes neither a grade nor the end of a head that was broken over lines for the head of a column", () => {
  expect(["三级指标", "目标值", "备注（未完成原因）"].map(isIndicatorHead)).toEqual([true, true, true]);
  expect(["优", "原因）"].map(isIndicatorHead)).toEqual([false, false]);
});
