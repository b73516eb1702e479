import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const ROWS = [
  ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分"],
  ["产出指标", "数量指标", "清淤渠道长度", "≥12公里", "13公里", "60", "60"],
  ["^", "质量指标", "清淤验收合格率", "100%", "100%", "30", "30"],
];
const TOTAL = ["总分", "<", "<", "<", "<", "90", "90"];
const PERSONS = [
  ["姓名", "单位", "职务", "姓名", "单位", "<", "职务"],
  ["周某", "财务股", "股长", "吴某", "工程股", "<", "会计"],
];
const CAPTION = ["自评工作小组成员", ...Array(6).fill("<")];
const names = (...rows: string[][]) =>
  normalize(documentOf("2023年度渠道清淤项目绩效自评表", tableOf([...ROWS, ...rows])))[0]!.indicators.map(({ level3 }) => level3);

describe("rows without marks behind an indicator table that has them", () => {
  it("are none of it below the total, or below a text across the table", () => {
    for (const rows of [
      [TOTAL, ...PERSONS],
      [CAPTION, ...PERSONS],
      [TOTAL, CAPTION, ...PERSONS],
    ])
      expect(names(...rows)).toEqual(["清淤渠道长度", "清淤验收合格率"]);
  });

  it("are its own under a level's heading, and in front of the total", () => {
    const unmarked = ["效益指标", "社会效益指标", "灌溉条件", "有效改善", "有效改善", "", ""];
    const heading = ["三、效益指标", ...Array(6).fill("<")];
    expect(names(heading, unmarked)).toContain("灌溉条件");
    expect(names(unmarked, TOTAL, ...PERSONS)).toEqual(["清淤渠道长度", "清淤验收合格率", "灌溉条件"]);
    expect(names(unmarked)).toContain("灌溉条件");
  });
});
