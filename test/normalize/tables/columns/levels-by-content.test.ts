import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const ROWS = [
  ["产出指标", "数量指标", "更换路灯"],
  ["产出指标", "质量指标", "灯具验收合格率"],
  ["效益指标", "社会效益指标", "夜间事故下降率"],
  ["满意度指标", "服务对象满意度指标", "居民满意度"],
] as const;
const ORDERS = [
  [0, 1, 2],
  [0, 2, 1],
  [1, 0, 2],
  [1, 2, 0],
  [2, 0, 1],
  [2, 1, 0],
] as const;

/** Level names of the indicators of a table whose columns of names stand in some order before its values. */
function namesOf(heads: readonly [string, string, string], order: readonly number[], rows: readonly (readonly string[])[] = ROWS) {
  const table = tableOf([
    [...order.map((at) => heads[at]!), "年度指标值", "全年完成值", "分值", "得分"],
    ...rows.map((row) => [...order.map((at) => row[at]!), "≥90%", "95%", "25", "25"]),
  ]);
  const [draft] = normalize(documentOf("2023年度项目支出绩效自评表", table));
  return draft!.indicators.map(({ level1, level2, level3 }) => [level1, level2, level3]);
}

describe("columns of levels and names that are not merged", () => {
  it.each(["考核内容", "绩效指标", "评价指标", "工作任务", "指标说明"])(
    "are told apart by what they hold in any order, also below %s",
    (name) => {
      for (const order of ORDERS) expect(namesOf(["一级指标", "二级指标", name], order)).toEqual(ROWS);
    },
  );

  it("leave the indicators' names to the second level where its column holds them", () => {
    const rows = ROWS.map(([first, , third]) => [first, third, `按${third}的验收资料核定`]);
    expect(namesOf(["一级指标", "二级指标", "指标说明"], [0, 1, 2], rows)).toEqual(rows.map(([first, second]) => [first, "", second]));
  });
});

describe("a column of signs beside the names", () => {
  const levels = (head: string, cells: readonly string[]) => {
    const table = tableOf([
      [head, "二级指标", "三级指标", "年度指标值", "全年完成值", "分值", "得分"],
      ...ROWS.map(([, second, third], i) => [cells[i]!, second, third, "≥90%", "95%", "25", "25"]),
    ]);
    const [draft] = normalize(documentOf("2023年度项目支出绩效自评表", table));
    return draft!.indicators.map(({ level1 }) => level1);
  };

  it("is no column of levels, however like its head is to theirs", () => {
    for (const head of ["核心指标", "重点指标"]) expect(levels(head, ["★", "", "★", ""])).not.toContain("★");
  });

  it("is one where a head garbled as much stands over names of levels", () => {
    expect(levels("二叨指标", ["产出指标", "产出指标", "效益指标", "满意度指标"])).toEqual([
      "产出指标",
      "产出指标",
      "效益指标",
      "满意度指标",
    ]);
  });
});
