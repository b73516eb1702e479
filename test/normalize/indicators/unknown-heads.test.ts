import { describe, expect, it } from "vitest";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const USUAL = ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"];
const ROWS = [
  ["产出指标", "数量指标", "清淤河道长度", "≥12公里", "12公里", "30", "30"],
  ["产出指标", "质量指标", "验收合格率", "≥95%", "96%", "20", "20"],
  ["效益指标", "社会效益指标", "来信办结率", "≥98%", "95%", "30", "28.5"],
  ["满意度指标", "服务对象满意度指标", "沿岸居民满意度", "≥90%", "93%", "10", "10"],
];
const WHOLE = ["合计", "", "", "", "", "90", "88.5"];
const read = (rows: readonly (readonly string[])[]) =>
  normalize(documentOf("某项目绩效自评表", tableOf(rows.map((row) => [...row]))))[0]!.indicators.map(
    ({ level1, level2, level3, target, actual, weight, score }) => [
      level1,
      level2,
      level3,
      target,
      actual,
      weight?.value ?? "",
      score?.value ?? "",
    ],
  );
/** The usual table with one more column, its cells the same text or those of a list. */
const beside = (at: number, head: string, cells: readonly string[]) =>
  [USUAL, ...ROWS, WHOLE].map((row, i) => [
    ...row.slice(0, at),
    i === 0 ? head : i > ROWS.length ? "" : (cells[i - 1] ?? ""),
    ...row.slice(at),
  ]);

describe("heads of indicator tables in other words", () => {
  it.each([
    [3, ["目标指标值", "指标标准值", "年初绩效目标", "年度考核目标", "目标设定值", "应完成值", "计划指标", "绩效指标目标"]],
    [4, ["实际达成值", "完成实绩", "执行结果", "年末实际值"]],
    [5, ["指标满分", "应得分", "指标赋分", "参考分", "满分分值", "配比"]],
    [6, ["评分结果", "得分情况", "指标自评得分", "实得分值"]],
    [2, ["指标项", "子指标", "监测内容"]],
    [1, ["二级分类", "指标小类", "类型", "所属"]],
    [0, ["指标大类", "指标种类", "所属"]],
  ] as const)("column %i: %j", (column, heads) => {
    for (const head of heads) expect(read([USUAL.with(column, head), ...ROWS, WHOLE])).toEqual(ROWS);
  });

  it("under a head of two storeys whose groups stand elsewhere are read by the lower one beside those that reach down", () => {
    const upper = ["绩效指标", "一级指标", "二级指标", "三级指标", "", "", "", "", "未完成原因"];
    const lower = ["^", "^", "^", "^", "目标值", "年末实际值", "分值", "得分", ""];
    expect(read([upper, lower, ...ROWS.map((row, i) => [i === 0 ? "" : "^", ...row, "无"])])).toEqual(ROWS);
  });

  it("tell the first level and the second where two of them may tell both", () => {
    expect(read([["指标类别", "指标维度", ...USUAL.slice(2)], ...ROWS, WHOLE])).toEqual(ROWS);
    const joined = ROWS.map(([first, second, ...rest]) => [`${first}—${second}`, ...rest]);
    expect(read([["指标类别", ...USUAL.slice(2)], ...joined])).toEqual(ROWS);
  });

  it("are paths that tell both levels and the name", () => {
    const rows = ROWS.map(([first, second, name, ...rest]) => [`${first}—${second}—${name}`, ...rest]);
    expect(read([["指标路径及名称", ...USUAL.slice(3)], ...rows])).toEqual(ROWS);
  });

  it.each(["评价维度", "指标类别", "考评层面", "一级指标"])("the marks right behind the first levels are theirs, under %s too", (first) => {
    const marks = ["50", "50", "30", "10"];
    const rows = [USUAL.with(0, first), ...ROWS, WHOLE].map((row, i) => [
      row[0]!,
      i === 0 ? "权重" : (marks[i - 1] ?? ""),
      ...row.slice(1),
    ]);
    expect(read(rows)).toEqual(ROWS);
  });

  it("评价要素 between the first level and the names is the second, and behind the names a standard", () => {
    expect(read([USUAL.with(1, "评价要素"), ...ROWS, WHOLE])).toEqual(ROWS);
    const [behind] = read(beside(3, "评价要素", ["按里程计分", "按率计分", "按率计分", "按率计分"]));
    expect(behind).toEqual(ROWS[0]);
  });

  it.each(["上年实际完成值", "2022年完成值", "1-6月完成值", "上半年完成情况", "前三季度完成值"])(
    "%s holds no result of the year, wherever it stands",
    (head) => {
      const other = ["8公里", "81%", "82%", "83%"];
      for (const at of [3, 4, 5]) {
        const rows = beside(at, head, other);
        const dated = rows.map((row, i) => (i === 0 ? row.map((cell) => (cell === "实际完成值" ? "2023年实际完成值" : cell)) : row));
        expect(read(head.startsWith("2022") ? dated : rows)).toEqual(ROWS);
      }
    },
  );

  it.each([
    [3, "2022年完成值", ["年度指标值", "实际完成值"]],
    [3, "2022年完成值", ["2023年指标值", "实际完成值"]],
    [3, "2024年指标值", ["年度指标值", "实际完成值"]],
    [4, "2024年指标值", ["年度指标值", "实际完成值"]],
    [4, "2024年指标值", ["2023年指标值", "2023年完成值"]],
    [3, "总体目标值", ["年度指标值", "实际完成值"]],
    [4, "累计完成值", ["年度指标值", "2023年完成值"]],
  ])("column %i, %s, is of another time than %j", (at, head, [target, actual]) => {
    const [names, ...rows] = beside(at, head, ["≥8公里", "≥81%", "≥82%", "≥83%"]);
    const heads = names!.map((name) => (name === "年度指标值" ? target! : name === "实际完成值" ? actual! : name));
    expect(read([heads, ...rows])).toEqual(ROWS);
  });

  it("knows each level's own marks by their heads", () => {
    const marks = [
      ["一级权重", "50"],
      ["二级权重", "30"],
    ] as const;
    const rows = marks.reduce<(readonly string[])[]>(
      (table, [head, value], i) => table.map((row, r) => [...row.slice(0, 2 * i + 1), r === 0 ? head : value, ...row.slice(2 * i + 1)]),
      [USUAL.with(5, "三级权重"), ...ROWS],
    );
    expect(read(rows)).toEqual(ROWS);
  });

  it.each([
    ["一级得分小计", "二级得分小计", "自评得分"],
    ["一级指标得分", "二级指标得分", "三级指标得分"],
    ["得分", "得分", "得分"],
  ])("knows each level's own score by its head or by what it stands behind: %s, %s, %s", (first, second, own) => {
    const rows = [USUAL.with(6, own), ...ROWS].map(([one, two, ...rest], i) => [one!, i ? "50" : first, two!, i ? "30" : second, ...rest]);
    expect(read(rows)).toEqual(ROWS);
    const told = normalize(documentOf("某项目绩效自评表", tableOf(rows)))[0]!.statedScores;
    expect(told.filter(({ scope }) => scope === "level1").map(({ name, score, fullMarks }) => [name, score?.value, fullMarks])).toEqual(
      ["产出指标", "效益指标", "满意度指标"].map((name) => [name, "50", null]),
    );
  });

  it("takes no column of figures for one of reasons", () => {
    const rows = beside(7, "得分小计", ["50", "", "28.5", "10"]);
    expect(normalize(documentOf("某项目绩效自评表", tableOf(rows)))[0]!.indicators.map(({ deviationReason }) => deviationReason)).toEqual([
      "",
      "",
      "",
      "",
    ]);
  });

  it("tells the levels by what stands below, also where the heads name them the other way round or in one column", () => {
    const swapped = ROWS.map(([first, second, ...rest]) => [second!, first!, ...rest]);
    expect(read([USUAL, ...swapped])).toEqual(ROWS);
    const paths = ROWS.map(([first, second, ...rest]) => [`${first!.slice(0, -2)}-${second}`, ...rest]);
    expect(read([["指标", "具体指标", ...USUAL.slice(3)], ...paths]).map(([, second, name]) => [second, name])).toEqual(
      ROWS.map(([, second, name]) => [second, name]),
    );
    // 成本指标 is a second level beside 数量指标 and 质量指标.
    const ofOutput = [...ROWS.slice(0, 2), ["产出指标", "成本指标", "每公里费用", "≤2万元", "1.9万元", "10", "10"]];
    expect(read([["指标类别", "指标名称", ...USUAL.slice(3)], ...ofOutput.map((row) => row.slice(1))]).map(([, second]) => second)).toEqual(
      ["数量指标", "质量指标", "成本指标"],
    );
  });

  it("believes no column to be the full marks that no sum bears out", () => {
    const weights = read([USUAL.with(5, "配比"), ...ROWS.map((row) => row.with(5, String(Number(row[5]) + 1)))]).map((row) => row[5]);
    expect(weights).toEqual(["", "", "", ""]);
  });

  it("tells two columns of values by their units, the targets by their signs, and two of marks by their sums", () => {
    expect(read([USUAL.with(3, "甲栏").with(4, "乙栏"), ...ROWS, WHOLE])).toEqual(ROWS);
    const turned = ROWS.map((row) => row.with(3, row[4]!).with(4, row[3]!));
    expect(read([USUAL.with(3, "甲栏").with(4, "乙栏"), ...turned, WHOLE])).toEqual(ROWS);
    expect(read([USUAL.with(5, "甲栏").with(6, "乙栏"), ...ROWS, WHOLE])).toEqual(ROWS);
    expect(read([USUAL.with(6, "乙栏"), ...ROWS, WHOLE])).toEqual(ROWS);
  });

  it("takes the targets from under a standard's head, also one of another time, where their signs show them, and leaves standards without signs", () => {
    for (const head of ["考核标准", "上年末核定标准", "评价标准"]) expect(read([USUAL.with(3, head), ...ROWS, WHOLE])).toEqual(ROWS);
    const bare = ROWS.map((row) => row.with(3, row[3]!.slice(1)));
    expect(read([USUAL.with(3, "行业标准"), ...bare, WHOLE]).map((row) => row[3])).toEqual(["", "", "", ""]);
  });

  it("takes a column of nothing but signs for the targets', whatever its head", () => {
    const parted = (at: number, head: string, signs: readonly string[]) =>
      [USUAL, ...ROWS].map((row, i) => {
        const bare = row.map((cell) => cell.replace(/^≥/u, ""));
        return [...bare.slice(0, at), i === 0 ? head : signs[i - 1]!, ...bare.slice(at)];
      });
    const signs = ["≥", "≥", "≤", "≥"];
    const targets = ["≥12公里", "≥95%", "≤98%", "≥90%"];
    for (const at of [3, 4])
      for (const head of ["方向", "关系", ""]) expect(read(parted(at, head, signs)).map((row) => row[3])).toEqual(targets);
    const compared = parted(5, "与目标相比", ["高于", "等于", "低于", "高于"]);
    expect(read(compared).map((row) => row[3])).toEqual(["12公里", "95%", "98%", "90%"]);
  });

  it("believes no column to be the scores that the total contradicts, or that exceed the full marks", () => {
    const scores = (rows: readonly (readonly string[])[], whole: readonly string[]) =>
      read([USUAL.with(6, "乙栏"), ...rows, whole]).map((row) => row[6]);
    expect(scores(ROWS, WHOLE.with(6, "60"))).toEqual(["", "", "", ""]);
    expect(
      scores(
        ROWS.map((row, i) => (i === 0 ? row.with(6, "31") : row)),
        WHOLE.with(6, "89.5"),
      ),
    ).toEqual(["", "", "", ""]);
  });

  it("knows 评价指标 for the names beside the levels, whatever these are called and whatever names the block", () => {
    expect(read([["指标分类", "二级绩效指标", "评价指标", ...USUAL.slice(3)], ...ROWS, WHOLE])).toEqual(ROWS);
    const side = [["绩效指标", "一级指标", "二级指标", "评价指标", ...USUAL.slice(3)], ...[...ROWS, WHOLE].map((row) => ["", ...row])];
    expect(read(side)).toEqual(ROWS);
    expect(
      read([["二级指标", "评价指标", ...USUAL.slice(3)], ...ROWS.map((row) => row.slice(1))]).map(([, second, name]) => [second, name]),
    ).toEqual(ROWS.map(([, second, name]) => [second, name]));
  });
});
