import { describe, expect, it } from "vitest";
import { told } from "../told.js";

const read = (...texts: string[]) =>
  told(...texts).indicators.map(
    ({ level1, level2, level3, target, actual, weight, score }) =>
      `${level1}/${level2}/${level3} ${target} ${actual} ${weight?.value ?? ""} ${score?.value ?? ""}`,
  );
const SAFETY = "效益指标/社会效益指标/渡运安全水平 有效提升 有效提升 10 10";

describe("what is told behind the year's end", () => {
  it.each(["年终核定", "年末确定为", "最终核定为"])("is the result, though targets are settled in the same word: %s", (label) => {
    expect(
      read(
        "（一）产出指标",
        `检修浮桥座数：年初核定≥12座，${label}13座，分值10分，得分10分。`,
        `渡运安全水平：年初核定提升，${label}提升，分值10分，得分10分。`,
      ),
    ).toEqual(["产出指标//检修浮桥座数 ≥12座 13座 10 10", "产出指标//渡运安全水平 提升 提升 10 10"]);
  });
});

describe("what is told without a label of its own", () => {
  it("is the target between a name and its result, in words too where the report tells quantities so", () => {
    expect(
      read(
        "产出指标—数量指标：检修浮桥座数，12座，完成12座，10分，10分；船员培训人次，≥30人次，完成24人次，10分，8分。",
        "效益指标—社会效益指标：渡运安全水平，有效提升，完成有效提升，10分，10分。",
      ),
    ).toEqual(["产出指标/数量指标/检修浮桥座数 12座 12座 10 10", "产出指标/数量指标/船员培训人次 ≥30人次 24人次 10 8", SAFETY]);
  });

  it("is the result behind the name's copula, before the target", () => {
    expect(
      read(
        "产出指标—数量指标：检修浮桥座数为12座，目标值12座，得分10分，满分10分；船员培训人次为24人次，目标值≥30人次，得分8分，满分10分。",
        "效益指标—社会效益指标：渡运安全水平为有效提升，目标值有效提升，得分10分，满分10分。",
      ),
    ).toEqual(["产出指标/数量指标/检修浮桥座数 12座 12座 10 10", "产出指标/数量指标/船员培训人次 ≥30人次 24人次 10 8", SAFETY]);
  });
});

describe("what was done", () => {
  it("names an indicator where nothing else does", () => {
    expect(
      read(
        "（一）产出指标",
        "1.数量指标共2项，分值18分，得分16分。（1）已完成检修浮桥座数12座（年度目标≥12座），该指标分值9分，自评9分；（2）已完成船员持证率80%（年度目标≥90%），该指标分值9分，自评7分。",
        "2.时效指标共1项，分值9分，得分9分。（1）已完成缆绳更换天数11天（年度目标≤12天），该指标分值9分，自评9分。",
      ),
    ).toEqual([
      "产出指标/数量指标/检修浮桥座数 ≥12座 12座 9 9",
      "产出指标/数量指标/船员持证率 ≥90% 80% 9 7",
      "产出指标/时效指标/缆绳更换天数 ≤12天 11天 9 9",
    ]);
  });

  it("names none where a name is at hand", () => {
    expect(read("数量指标：检修浮桥座数，计划检修浮桥12座，实际检修浮桥9座，分值8分，得分6分。")).toEqual([
      expect.stringMatching(/检修浮桥座数 12座 9座 8 6$/u),
    ]);
  });
});

describe("marks and scores", () => {
  it.each([
    ["a formula gives its result", "得分=10分×9÷12=7.5分", "10", "7.5"],
    ["计 before what can be had", "计10分，自评得7.5分", "10", "7.5"],
  ])("%s", (_, clause, weight, score) => {
    const [indicator] = told(
      `数量指标：检修浮桥座数，${clause.startsWith("得分") ? "满分10分，" : ""}目标12座，实际9座，${clause}。`,
    ).indicators;
    expect(indicator).toMatchObject({ level3: "检修浮桥座数", weight: { value: weight }, score: { value: score } });
  });

  it("of a level in all are no indicator's", () => {
    const facts = told("产出指标：检修浮桥座数，目标12座，实际12座，分值10分，得分10分。", "产出指标合计10分，自评得分10分。");
    expect(facts.indicators.map(({ level3 }) => level3)).toEqual(["检修浮桥座数"]);
  });

  it("stand beside results behind a sign that is a copula", () => {
    expect(read("数量指标：检修浮桥座数：分值=10分，目标=12座，实际=9座，得分=7.5分。")[0]).toMatch(/检修浮桥座数 12座 9座 10 7.5$/u);
  });
});

describe("a target whose word stands behind it", () => {
  it.each(["未达到年初设定的15座的目标", "对照年初15座的要求", "低于15座的目标值"])("is read: %s", (clause) => {
    expect(read(`数量指标：检修浮桥座数实际完成12座，${clause}，得8分（满分10分）。`)).toEqual([
      expect.stringMatching(/检修浮桥座数 15座 12座 10 8$/u),
    ]);
  });

  it("may be words where the report tells quantities so", () => {
    const bridges = "检修浮桥座数：实际12座，对照年初12座的要求，分值10分，得10分。";
    const row = (clause: string) => read("（一）产出指标", bridges, `渡运安全水平：实际有效提升，${clause}，分值10分，得10分。`)[1];
    expect(row("对照年初明显提升的要求")).toBe("产出指标//渡运安全水平 明显提升 有效提升 10 10");
    expect(row("符合上级部门的要求")).toBe("产出指标//渡运安全水平  有效提升 10 10");
    expect(row("对照年初设定的要求")).toBe("产出指标//渡运安全水平  有效提升 10 10");
  });

  it("is none where a share of it was reached", () => {
    expect(read("数量指标：检修浮桥座数实际完成12座，完成年初计划15座目标任务的80%，得8分（满分10分）。")[0]).toMatch(
      /检修浮桥座数 (?!15座 )/u,
    );
  });
});

describe("values in words", () => {
  it("may begin as a statement would, behind 目标 or 目标值", () => {
    expect(
      read(
        "（一）效益指标",
        "“检修浮桥座数”目标≥12座，实际12座，满分10分，得10分。",
        "“管护责任制度”目标落实到位，实际落实到位，满分10分，得10分。",
        "馆校合作：目标值进一步完善，实际值进一步完善，满分10分，得10分。",
        "补贴发放：目标值全部发放到位，实际值全部发放到位，满分10分，得10分。",
      ).slice(1),
    ).toEqual([
      "效益指标//管护责任制度 落实到位 落实到位 10 10",
      "效益指标//馆校合作 进一步完善 进一步完善 10 10",
      "效益指标//补贴发放 全部发放到位 全部发放到位 10 10",
    ]);
  });
});

describe("names in phrases that a report repeats", () => {
  const NAMES = ["检修浮桥座数", "船员培训人次", "缆绳更换率", "单座检修成本", "渡运安全水平"];

  it.each([
    ["项目设置的", ""],
    ["全年", ""],
    ["三级指标“", "”"],
    ["设置“", "”指标1个"],
    ["【", "】"],
  ])("are told from them: %s…%s", (before, behind) => {
    const texts = NAMES.map((name, i) => `${i + 1}.${before}${name}${behind}，目标≥12座，实际完成12座，分值8分，得分8分。`);
    expect(read("产出指标", ...texts)).toEqual(NAMES.map((name) => `产出指标//${name} ≥12座 12座 8 8`));
  });

  it("keep what they begin with where it is a noun", () => {
    const names = ["渡口检修座数", "渡口照明完好率", "渡口改造成本", "渡口开放天数", "渡口群众满意度"];
    const texts = names.map((name, i) => `${i + 1}.${name}，目标≥12座，实际完成12座，分值8分，得分8分。`);
    expect(told("产出指标", ...texts).indicators.map(({ level3 }) => level3)).toEqual(names);
  });

  it.each(["完成浮桥测绘座数", "任务按期完成率", "编制养护规划", "后续管护制度执行情况", "经常性检修次数", "绩效指标明确性"])(
    "may begin or end as labels do: %s",
    (name) => {
      expect(
        read("产出指标", `1.${name}权重8%，目标≥12座，实际完成12座，得分8分。`, `2.${name}计划数≥12座，完成数12座，分值8分，计8分。`),
      ).toContain(`产出指标//${name} ≥12座 12座 8 8`);
    },
  );
});

describe("levels", () => {
  it("that a line says of the name before it are that name's", () => {
    const item = (name: string, level: string) => [`指标1：${name}`, `属${level}，指标值≥12座，完成值12座。评分：9分中得8分。`];
    expect(read("产出指标", ...item("检修浮桥座数", "数量指标"), ...item("缆绳更换率", "质量指标"))).toEqual([
      "产出指标/数量指标/检修浮桥座数 ≥12座 12座 9 8",
      "产出指标/质量指标/缆绳更换率 ≥12座 12座 9 8",
    ]);
  });

  it("of the report's own, before the colon of a line that names items with their marks, hold them", () => {
    expect(
      read(
        "（一）投入（13分），得12分。",
        "目标设定：绩效目标合理性4分，目标符合职责，自评4分；绩效指标明确性4分，个别未细化，自评3分。",
        "预算配置：在职人员控制率5分，编制内未超编，自评5分。",
        "（二）过程（11分），得10分。",
        "预算执行：支付进度率6分，前三季度偏慢，自评5分。",
        "资产管理：固定资产利用率5分，均在用，自评5分。",
      ),
    ).toEqual([
      "投入/目标设定/绩效目标合理性   4 4",
      "投入/目标设定/绩效指标明确性   4 3",
      "投入/预算配置/在职人员控制率   5 5",
      "过程/预算执行/支付进度率   6 5",
      "过程/资产管理/固定资产利用率   5 5",
    ]);
  });

  it("that tell how many indicators they have name none by it", () => {
    const facts = told(
      "产出指标方面，共设2个三级指标，满分20分，自评得18分。数量指标：检修浮桥座数，目标≥12座，实际12座，分值10分，得分10分；船员培训人次，目标≥30人次，实际24人次，分值10分，得分8分。",
    );
    expect(facts.indicators.map(({ level3 }) => level3)).toEqual(["检修浮桥座数", "船员培训人次"]);
    expect(facts.counts).toEqual([]);
  });
});

it("what an indicator's own target counts is no number of indicators", () => {
  expect(told("产出指标—数量指标：编制养护规划，年初绩效目标3项，实际完成3项，得分8分，标准分8分。").counts).toEqual([]);
});

it("a total of all indicators is the whole's, with its grade", () => {
  const facts = told("各项指标累计得分97分，绩效自评等级为优。");
  expect(facts.statedScores).toMatchObject([{ scope: "total", score: { value: "97" } }]);
  expect(facts.grades).toMatchObject([{ raw: "优" }]);
});
