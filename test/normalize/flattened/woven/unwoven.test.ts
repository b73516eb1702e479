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

  it("ends no cell with a level's name that stands on a line of its own", async () => {
    const rows = await read(
      "三级指标 年度目标值 实际完成值 得分 偏差原",
      "因分析",
      "产出指标",
      "检修渡口 不少于 12座 20",
      "座数 12座",
      "船舶检验 不低于 93% 29.37 两艘船",
      "合格率 95% 停航未",
      "检，次",
      "年补检",
      "效益指标",
      "安全渡运 有所提 有所提 40",
      "能力 升 升",
      "满意度指标",
      "乘船群众 不低于 95% 10",
      "满意度 90%",
      "总分 99.37",
    );
    expect(rows.map((row) => row.slice(2, 5))).toEqual(WANT.map((row) => row.slice(2, 5)));
  });
});

describe("a table whose rows stand whole on their lines", () => {
  it("is not read across them where names of levels stand on lines of their own", async () => {
    const rows = await read(
      "二级指标\t三级指标\t批复指标值\t业绩值\t得分",
      "产出指标",
      "数量指标\t检修渡口座数\t≥12座\t12座\t20",
      "成本指标\t每座检修成本\t≤1350元\t1310元\t30",
      "效益指标",
      "社会效益指标\t渡口停航次数\t≤3次\t2次\t10",
      "可持续影响指标\t渡口巡查制度\t建立健全\t达成预期指标\t30",
      "满意度指标",
      "服务对象满意度指标\t乘船群众满意度\t≥90%\t95%\t10",
      "自评总分\t\t\t\t100",
    );
    expect(rows.map((row) => row.slice(0, 5))).toEqual([
      ["产出指标", "数量指标", "检修渡口座数", "≥12座", "12座"],
      ["产出指标", "成本指标", "每座检修成本", "≤1350元", "1310元"],
      ["效益指标", "社会效益指标", "渡口停航次数", "≤3次", "2次"],
      ["效益指标", "可持续影响指标", "渡口巡查制度", "建立健全", "达成预期指标"],
      ["满意度指标", "服务对象满意度指标", "乘船群众满意度", "≥90%", "95%"],
    ]);
  });
});
