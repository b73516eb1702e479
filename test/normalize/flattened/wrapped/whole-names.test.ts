import { describe, expect, it } from "vitest";
import { extract } from "../../../../src/extract/extract.js";
import { normalize } from "../../../../src/normalize/normalize.js";

const HEAD = "一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 偏差原因";

async function read(...lines: string[]) {
  const draft = normalize(await extract(Buffer.from(["2022年度渡口管护项目绩效自评表", ...lines].join("\n"), "utf8"), {}))[0]!;
  return draft.indicators.map((row) => [row.level1, row.level2, row.level3, row.target, row.score?.value]);
}

describe("a name on the lines around its row", () => {
  it("stands in the row, also where its end is a level's name", async () => {
    const rows = [
      "产出指标 数量指标 检修渡口座数 ≥12座 12座 20 20",
      "船舶检验",
      "质量指标 ≥95% 93% 30 29.37 两艘停航未检",
      "合格率",
      "效益指标 社会效益指标 安全渡运能力 有所提升 有所提升 40 40",
      "乘船群众",
      "满意度指标 服务对象满意度指标 ≥90% 95% 10 10",
      "满意度",
      "总分 100 99.37",
    ];
    expect(await read(HEAD, ...rows)).toEqual([
      ["产出指标", "数量指标", "检修渡口座数", "≥12座", "20"],
      ["产出指标", "质量指标", "船舶检验合格率", "≥95%", "29.37"],
      ["效益指标", "社会效益指标", "安全渡运能力", "有所提升", "40"],
      ["满意度指标", "服务对象满意度指标", "乘船群众满意度", "≥90%", "10"],
    ]);
  });

  it("is its own where the row has one", async () => {
    const rows = ["产出指标 数量指标 检修座数 ≥12座 12座 50 50", "船舶", "检验合格率 ≥95% 96% 50 50", "总分 100 100"];
    expect((await read(HEAD, ...rows)).map(([, , name]) => name)).toEqual(["检修座数", "船舶检验合格率"]);
  });

  it("stands in the row where levels stand alone on their lines, too", async () => {
    const rows = [
      "产出指标40分 数量指标",
      "检修渡口",
      "≥12座 12座 20 20",
      "码头座数",
      "质量指标",
      "船舶检验",
      "≥95% 93% 20 19.58 两艘停航未检",
      "合格率",
      "效益指标60分 社会效益指标",
      "安全渡运能力 有所提升 有所提升 60 60",
      "总分 100 99.58",
    ];
    expect(await read(HEAD, ...rows)).toEqual([
      ["产出指标", "数量指标", "检修渡口码头座数", "≥12座", "20"],
      ["产出指标", "质量指标", "船舶检验合格率", "≥95%", "19.58"],
      ["效益指标", "社会效益指标", "安全渡运能力", "有所提升", "60"],
    ]);
  });

  it("is no row's where each name stands on two lines above its row", async () => {
    const rows = [
      "产出指标",
      "数量指标",
      "检修渡口",
      "座数",
      "≥12座 12座 20 20",
      "更换救生",
      "衣件数",
      "≥80件 80件 20 20",
      "巡查航道",
      "次数",
      "≥24次 24次 10 10",
      "效益指标",
      "社会效益指标",
      "安全渡运",
      "能力",
      "有所提升 有所提升 40 40",
      "总分 90 90",
    ];
    expect((await read(HEAD, ...rows)).map(([, , name, , score]) => [name, score])).toEqual([
      ["检修渡口座数", "20"],
      ["更换救生衣件数", "20"],
      ["巡查航道次数", "10"],
      ["安全渡运能力", "40"],
    ]);
  });
});
