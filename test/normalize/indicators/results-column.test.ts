import { describe, expect, it } from "vitest";
import { normalize } from "../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../table-of.js";

const HEAD = ["一级指标", "二级指标", "三级指标", "符号", "预期指标值", "单位（文字描述）", "单项指标完成情况", "分值", "得分"];
const read = (...rows: string[][]) => normalize(documentOf("某项目绩效自评表", tableOf([HEAD, ...rows])))[0]!.indicators;

describe("单项指标完成情况", () => {
  it("holds the results where no other column does", () => {
    const [count, words] = read(
      ["产出指标", "数量指标", "巡查次数", "≥", "40", "次", "52", "50", "50"],
      ["效益指标", "社会效益指标", "应急能力", "文字描述", "", "明显提高", "明显提高", "50", "50"],
    );
    expect(count).toMatchObject({ target: "≥40次", actual: "52", completionRate: null });
    expect(words).toMatchObject({ target: "明显提高", actual: "明显提高", targetValue: null });
  });

  it("holds rates where it prints percentages", () => {
    const [count] = read(["产出指标", "数量指标", "巡查次数", "≥", "40", "次", "130%", "50", "50"]);
    expect(count).toMatchObject({ actual: "", completionRate: { value: "130" } });
  });

  it("holds the results where some have units, though others are percentages", () => {
    const [count, share] = read(
      ["产出指标", "数量指标", "巡查次数", "≥", "40", "次", "52次", "50", "50"],
      ["", "质量指标", "巡查覆盖率", "≥", "90", "%", "95%", "50", "50"],
    );
    expect(count).toMatchObject({ actual: "52次", completionRate: null });
    expect(share).toMatchObject({ actual: "95%", completionRate: null });
  });

  it("is not sought in a row whose cells stand under the wrong heads", () => {
    expect(read(["数量指标", "巡查次数", "=100%", "52", "", "", "", "", ""])).toEqual([]);
  });

  it.each(["=HYPERLINK(1)更新标识", "<script>alert(1)</script>标识数量", ">重点路段巡查"])(
    "is sought beside a name that begins with a sign: %s",
    (name) => {
      expect(read(["产出指标", "数量指标", name, "≥", "40", "块", "45块", "50", "50"])).toMatchObject([{ level3: name, actual: "45块" }]);
    },
  );
});

describe("a head for results that no list knows", () => {
  const told = (head: string, ...rows: string[][]) =>
    normalize(
      documentOf("某项目绩效自评表", tableOf([["一级指标", "二级指标", "三级指标", "目标", head, "核对", "分值", "得分"], ...rows])),
    )[0]!.indicators.map(({ actual }) => actual);

  it.each(["完成", "年度实绩", "年底达到"])("%s is that of the results, by its words or by the targets' own units", (head) => {
    const rows = [
      ["产出指标", "数量指标", "巡查次数", "≥40次", "52次", "是", "50", "50"],
      ["", "", "更换阀门", "≥6台", "6台", "是", "30", "30"],
      ["效益指标", "社会效益指标", "投诉下降率", "≥5%", "6%", "是", "20", "20"],
    ];
    expect(told(head, ...rows)).toEqual(["52次", "6台", "6%"]);
  });

  it("is not guessed from percentages alone, which any column may hold", () => {
    const rows = [
      ["产出指标", "质量指标", "合格率", "≥90%", "92%", "是", "50", "50"],
      ["", "", "完好率", "≥95%", "95%", "是", "50", "50"],
    ];
    expect(told("年底核对", ...rows)).toEqual(["", ""]);
  });
});
