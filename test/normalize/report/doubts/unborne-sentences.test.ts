import { describe, expect, it } from "vitest";
import type { Doubt } from "../../../../src/core/record.js";
import { readText } from "../../../../src/extract/text/read-text.js";
import { normalize } from "../../../../src/normalize/normalize.js";
import { doubtBeyond, doubtNamesakes } from "../../../../src/normalize/report/doubts/unborne-sentences.js";

const indicators = (...lines: string[]) =>
  normalize(readText(Buffer.from(["2022年度渡口浮桥养护经费绩效自评报告", "一、指标完成情况", ...lines].join("\n"), "utf8")))[0]!
    .completeness.indicators;

const ITEMS = [
  "（一）产出指标",
  "检修浮桥座数：目标≥9座，实际9座，分值10分，得分9分。",
  "整治渡口数：目标≥5处，实际5处，分值8分，得分8分。",
];

describe("indicators that sentences alone tell", () => {
  it("are doubtful where neither sums nor a count bear them out", () => {
    expect(indicators(...ITEMS, "二、结论", "自评总分95分，等级为优。")).toBe("doubtful");
  });

  it.each([
    ["a stated total", "自评总分17分，等级为优。"],
    ["a count", "共设置绩效指标2个，自评总分95分，等级为优。"],
  ])("are sure where %s bears them out", (_, line) => {
    expect(indicators(...ITEMS, "二、结论", line)).toBe("sure");
  });

  const NINE = Array.from({ length: 9 }, (_, i) => `第${"甲乙丙丁戊己庚辛壬"[i]}渡口检修座数：目标≥9座，实际9座，分值10分，得分9分。`);

  it("are doubtful where they lack just what a form leaves to the execution of the budget, and nothing is told of it", () => {
    expect(indicators("（一）产出指标", ...NINE, "二、结论", "自评总分90分，等级为优。")).toBe("doubtful");
  });

  it.each([
    ["marks", "预算执行率：满分10分，自评得9分。"],
    ["score", "预算执行率得9分。"],
  ])("are sure where the execution's %s fill up what they lack", (_, line) => {
    expect(indicators("（一）产出指标", ...NINE, "二、结论", line, "自评总分90分，等级为优。")).toBe("sure");
  });

  it("are doubtful where all of another level is what they lack", () => {
    expect(indicators(...ITEMS, "二、结论", "效益指标得30分。", "自评总分47分。")).toBe("doubtful");
  });

  it("are doubtful where marks among their words are none of theirs, though sums bear them out", () => {
    const item = "检修浮桥座数：目标≥9座，实际9座，以12分为限，得9分。";
    expect(indicators("（一）产出指标", item, ITEMS[2]!, "二、结论", "自评总分17分，等级为优。")).toBe("doubtful");
  });

  it("are doubtful where one beside others has all marks of its level", () => {
    const items = ["（一）产出指标，满分18分，得17分", ITEMS[1]!.replace("分值10分", "分值18分"), ITEMS[2]!];
    expect(indicators(...items, "二、结论", "自评总分17分，等级为优。")).toBe("doubtful");
  });
});

describe("indicators of one name", () => {
  const row = (level3: string): { level3: string; doubt?: Doubt } => ({ level3 });

  it("are doubtful where several share it, and no author's slip", () => {
    expect(doubtNamesakes([row("甲"), row("甲"), row("甲"), row("乙")]).map(({ doubt }) => doubt !== undefined)).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it("may be an author's slip where two share it", () => {
    expect(doubtNamesakes([row("甲"), row("甲")]).some(({ doubt }) => doubt)).toBe(false);
  });
});

describe("sentences on an indicator", () => {
  const told = (...lines: string[]) =>
    normalize(
      readText(Buffer.from(["2022年度渡口浮桥养护经费绩效自评报告", "一、指标完成情况", ...lines].join("\n"), "utf8")),
    )[0]!.indicators.map(({ level3, target, actual, weight, score }) => [level3, target, actual, weight?.value, score?.value]);

  it("say when its target was set, and that its authors gave it marks", () => {
    expect(
      told(
        "（一）产出指标",
        "1、检修浮桥座数（数量指标）：年初定的目标是≥9座，到年底实际是8座，这项10分，我们给自己打9分。",
        "2、整治渡口数（数量指标）：年初定的目标是5处，到年底实际是5处，这项8分，我们给自己打8分。",
      ),
    ).toEqual([
      ["检修浮桥座数", "≥9座", "8座", "10", "9"],
      ["整治渡口数", "5处", "5处", "8", "8"],
    ]);
  });

  it("say that its target was not reached, which is no name", () => {
    const lines = ["（一）产出指标，满分18分，得17分", "◆数量指标—检修浮桥座数（10分）。未完成年度目标，得9分。年度目标≥9座，实际8座。"];
    expect(told(...lines, "◆数量指标—整治渡口数（8分）。完成年度目标，得8分。年度目标5处，实际5处。").map(([name]) => name)).toEqual([
      "检修浮桥座数",
      "整治渡口数",
    ]);
  });
});

it("a score beyond its weight that sentences tell is doubtful where nothing bears them out: it may be another's", () => {
  const row = { weight: { raw: "12", value: "12" }, score: { raw: "14", value: "14" } };
  expect(doubtBeyond([row], [])).toEqual([row]);
  expect(doubtBeyond([row], ["no sum and no count bears out the indicators that sentences tell"])).toMatchObject([
    { score: { doubt: {} } },
  ]);
});
