import { describe, expect, it } from "vitest";
import { readProse } from "../../../../src/normalize/prose/read-prose.js";
import { paragraph, TITLE, told } from "../told.js";

const item = (name: string) => `${name}指标，目标值为≥8座，实际完成值为9座，完成率112.50%。指标分值5分，得5分。`;
const levels = (...texts: string[]) => told(...texts).indicators.map(({ level1, level2, level3 }) => `${level1}/${level2}/${level3}`);

describe("成本指标 in a head", () => {
  it.each<[string, string[], string[]]>([
    [
      "is a second level beside 数量指标, whatever numbers they have",
      [
        "（一）产出指标",
        "1.数量指标",
        item("检修座数"),
        "4.成本指标",
        item("单座费用"),
        "（二）效益指标",
        "5.社会效益指标",
        item("受益村"),
      ],
      ["产出指标/数量指标/检修座数", "产出指标/成本指标/单座费用", "效益指标/社会效益指标/受益村"],
    ],
    [
      "is a second level where heads tell only stems",
      [
        "一、项目产出情况",
        "（一）数量",
        item("检修座数"),
        "（二）成本",
        item("单座费用"),
        "二、项目效益情况",
        "（一）社会效益",
        item("受益村"),
      ],
      ["项目产出/数量/检修座数", "项目产出/成本/单座费用", "项目效益/社会效益/受益村"],
    ],
    [
      "is a second level where no head has a number",
      [
        "产出指标完成情况",
        "质量指标完成情况",
        item("合格率"),
        "成本指标完成情况",
        item("单座费用"),
        "效益指标完成情况",
        "生态效益指标",
        item("岸线"),
      ],
      ["产出指标/质量指标/合格率", "产出指标/成本指标/单座费用", "效益指标/生态效益指标/岸线"],
    ],
    [
      "is a first level numbered beside 产出 and 效益",
      ["1.产出指标", "（1）时效指标", item("检修时间"), "2.成本指标", item("单座费用"), "3.效益指标", item("受益村")],
      ["产出指标/时效指标/检修时间", "成本指标//单座费用", "效益指标//受益村"],
    ],
    [
      "is a first level before 产出 too",
      [
        "（一）成本指标",
        "1.经济成本指标",
        item("单座费用"),
        "2.生态环境成本指标",
        item("油耗"),
        "（二）产出指标",
        "1.数量指标",
        item("检修座数"),
      ],
      ["成本指标/经济成本指标/单座费用", "成本指标/生态环境成本指标/油耗", "产出指标/数量指标/检修座数"],
    ],
    [
      "is a first level where the report gives it marks beside 产出 and 效益",
      ["指标体系中成本指标20分、产出指标40分、效益指标30分、满意度指标10分。", "产出指标", item("检修座数"), "成本指标", item("单座费用")],
      ["产出指标//检修座数", "成本指标//单座费用"],
    ],
  ])("%s", (_, texts, expected) => {
    expect(levels(...texts)).toEqual(expected);
  });
});

describe("服务对象满意度指标 in a head", () => {
  it.each<[string, string[], string[]]>([
    [
      "is a second level under 满意度指标",
      ["（二）效益指标", "5.社会效益指标", item("受益村"), "（三）满意度指标", "8.服务对象满意度指标", item("船民满意度")],
      ["效益指标/社会效益指标/受益村", "满意度指标/服务对象满意度指标/船民满意度"],
    ],
    [
      "is a second level under 满意度指标 by its long name",
      ["三、满意度指标", "（一）社会公众或服务对象满意度指标", item("船民满意度")],
      ["满意度指标/社会公众或服务对象满意度指标/船民满意度"],
    ],
    [
      "is a second level under 效益指标, numbered beside 社会效益指标",
      ["二、效益指标", "（一）社会效益指标", item("受益村"), "（二）服务对象满意度指标", item("船民满意度")],
      ["效益指标/社会效益指标/受益村", "效益指标/服务对象满意度指标/船民满意度"],
    ],
    [
      "is a first level numbered beside 产出 and 效益",
      ["一、产出指标", item("检修座数"), "二、效益指标", item("受益村"), "三、服务对象满意度指标", item("船民满意度")],
      ["产出指标//检修座数", "效益指标//受益村", "服务对象满意度指标//船民满意度"],
    ],
  ])("%s", (_, texts, expected) => {
    expect(levels(...texts)).toEqual(expected);
  });
});

describe("the depth of a head", () => {
  it("parts ranks that are numbered alike", () => {
    const heads: readonly [string, number?][] = [
      ["1.产出指标", 3],
      ["1.数量指标", 4],
      [item("检修座数")],
      ["2.成本指标", 4],
      [item("单座费用")],
      ["2.效益指标", 3],
      [item("受益村")],
    ];
    const blocks = heads.map(([text, heading], i) => ({ ...paragraph(text, i + 2), ...(heading ? { heading } : {}) }));
    const facts = readProse([paragraph(TITLE), ...blocks], { flow: "flowed" });
    expect(facts.indicators.map(({ level1, level2 }) => `${level1}/${level2}`)).toEqual([
      "产出指标/数量指标",
      "产出指标/成本指标",
      "效益指标/",
    ]);
  });

  it("leaves the level in force where a head below it names an item", () => {
    expect(
      levels(
        "（一）产出指标",
        "1.数量指标",
        "（1）浮桥检修",
        "该指标目标值8座，实际完成9座。",
        "检修座数目标值8座，实际完成9座，分值5分，得5分。",
        "（2）渡口整修",
        "整修处数目标值8处，实际完成9处，分值5分，得5分。",
        "二、存在问题",
        "巡查次数目标值8次，实际完成9次，分值5分，得5分。",
      ),
    ).toEqual(["产出指标/数量指标/检修座数", "产出指标/数量指标/整修处数", "//巡查次数"]);
  });
});

describe("a second level that belongs to another first one", () => {
  it("stands under its own by the Ministry's scheme", () => {
    expect(levels("（一）产出指标", "1.数量指标", item("检修座数"), "2.社会效益指标", item("受益村"))).toEqual([
      "产出指标/数量指标/检修座数",
      "效益指标/社会效益指标/受益村",
    ]);
  });
});

describe("the score of 成本指标", () => {
  const scopes = (...texts: string[]) => told(...texts).statedScores.map(({ scope, name, score }) => [scope, name, score?.value]);

  it("is a second level's below its own head, or beside the parts of 产出", () => {
    expect(scopes("（一）产出指标", "1.质量指标", "质量指标得分10分。", "2.成本指标", "成本指标得分7分。")).toEqual([
      ["level2", "质量指标", "10"],
      ["level2", "成本指标", "7"],
    ]);
    expect(scopes("数量指标得分20分，质量指标得分15分，成本指标得分5分。")).toEqual([
      ["level2", "数量指标", "20"],
      ["level2", "质量指标", "15"],
      ["level2", "成本指标", "5"],
    ]);
  });

  it("is a first level's beside 产出指标", () => {
    expect(scopes("成本指标得分20分，产出指标得分38分，效益指标得分29分。")).toEqual([
      ["level1", "成本指标", "20"],
      ["level1", "产出指标", "38"],
      ["level1", "效益指标", "29"],
    ]);
  });
});
