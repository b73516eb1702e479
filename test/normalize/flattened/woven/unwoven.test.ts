import { describe, expect, it } from "vitest";
import { extract } from "../../../../src/extract/extract.js";
import { normalize } from "../../../../src/normalize/normalize.js";

async function read(...lines: string[]) {
  const draft = normalize(await extract(Buffer.from(["2022年度渡口管护项目绩效自评表", ...lines].join("\n"), "utf8"), {}))[0]!;
  return draft.indicators.map((row) => [
    row.level1,
    row.level2,
    row.level3,
    row.target,
    row.actual,
    row.weight?.value,
    row.score?.value,
    row.deviationReason,
  ]);
}

const WANT = [
  ["产出指标", "数量指标", "检修渡口座数", "不少于12座", "12座", "20", "20", ""],
  ["产出指标", "质量指标", "船舶检验合格率", "不低于95%", "93%", "30", "29.37", "两艘船停航未检，次年补检"],
  ["效益指标", "社会效益指标", "安全渡运能力", "有所提升", "有所提升", "40", "40", ""],
  ["满意度指标", "服务对象满意度指标", "乘船群众满意度", "不低于90%", "95%", "10", "10", ""],
];

describe("a table of narrow columns that a text tells line by line", () => {
  it("is read column by column, its head too, where the cells of a row begin on one line", async () => {
    const rows = await read(
      "一级 二级指 三级指标 年度目 实际完 分值 得分 偏差原",
      "指标 标 标值 成值 因分析",
      "产出 数量指 检修渡口 不少于 12座 20 20",
      "指标 标 座数 12座",
      "质量指 船舶检验 不低于 93% 30 29.37 两艘船",
      "标 合格率 95% 停航未",
      "检，次",
      "年补检",
      "效益 社会效 安全渡运 有所提 有所提 40 40",
      "指标 益指标 能力 升 升",
      "满意 服务对 乘船群众 不低于 95% 10 10",
      "度指 象满意 满意度 90%",
      "标 度指标",
      "总分 100 99.37",
    );
    expect(rows).toEqual(WANT);
  });

  it("is read where its cells stand beside the middle of their rows", async () => {
    const rows = await read(
      "偏差原",
      "一级指标 二级指标 三级指标 年度目标值 实际完成值 分值 得分 因分析",
      "产出指标 数量指标 检修渡口座数 不少于12座 12座 20 20",
      "两艘船",
      "质量指标 船舶检验合格率 不低于95% 93% 30 29.37 停航未检",
      "次年补检",
      "效益指标 社会效益指标 安全渡运能力 有所提升 有所提升 40 40",
      "满意度指标 服务对象满意度指标 乘船群众满意度 不低于90% 95% 10 10",
      "总分 100 99.37",
    );
    expect(rows.map((row) => row.slice(2, 7))).toEqual(WANT.map((row) => row.slice(2, 7)));
  });
});
