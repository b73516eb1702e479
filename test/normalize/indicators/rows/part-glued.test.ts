import { describe, expect, it } from "vitest";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const read = (rows: readonly (readonly [string, string])[], total = "100") =>
  normalize(
    documentOf(
      tableOf([
        ["一级指标", "二级指标", "三级指标", "分值年度指标值", "实际完成值", "得分"],
        ...rows.map(([glued, score], i) => ["产出指标", "数量指标", `第${i}项工作`, glued, "完成", score]),
        ["总分", "", "", total, "", "88"],
      ]),
    ),
  )[0]!;
const parts = (draft: ReturnType<typeof read>) => draft.indicators.map(({ weight, target }) => [weight?.value, target]);

describe("weight and target in one cell", () => {
  it("are parted where a sign or a word begins the target", () => {
    const draft = read([
      ["60≥266米", "60"],
      ["30明显改善", "28"],
      ["2 11月底完成", ""],
      ["811月底完成", "8"],
    ]);
    expect(parts(draft)).toEqual([
      ["60", "≥266米"],
      ["30", "明显改善"],
      ["2", "11月底完成"],
      ["8", "11月底完成"],
    ]);
    expect(draft.indicators[0]?.weight?.doubt).toBeUndefined();
  });

  it("are parted by the sum of all weights where digits meet, and doubted", () => {
    expect(
      parts(
        read([
          ["1020万元", "10"],
          ["85 50万粒", "85"],
          ["5≥3次", "5"],
        ]),
      ),
    ).toEqual([
      ["10", "20万元"],
      ["85", "50万粒"],
      ["5", "≥3次"],
    ]);
    const open = read([
      ["1120户", ""],
      ["8930人", ""],
    ]);
    expect(parts(open)).toEqual([
      ["11", "20户"],
      ["89", "30人"],
    ]);
    expect(open.indicators[0]?.weight?.doubt?.readings).toEqual(["1 | 120户", "11 | 20户"]);
  });

  it("are left alone, with what they may be, where the sum decides nothing", () => {
    const draft = read(
      [
        ["1120户", ""],
        ["1120人", ""],
      ],
      "13",
    );
    expect(draft.indicators.map(({ weight, doubt }) => [weight, doubt?.readings])).toEqual([
      [null, ["1 | 120户", "11 | 20户"]],
      [null, ["1 | 120人", "11 | 20人"]],
    ]);
  });

  it("are parted, or else doubted, where a rebuilt table put all of the cell into the target's column", () => {
    const rebuilt = (marks: string) => {
      const table = tableOf([
        ["一级指标", "二级指标", "三级指标", "分值", "年度指标值", "实际完成值", "得分"],
        ["产出指标", "数量指标", "布设站点数", "", "10240处", "252处", "10"],
        ["产出指标", "质量指标", "站点合格率", marks, "≥90%", "95%", "40"],
        ["总分", "", "", "100", "", "", "50"],
      ]);
      const cells = table.cells.map((cell) => (cell.text === "" ? { ...cell, evidence: [] } : cell));
      return normalize(documentOf({ ...table, cells }))[0]!.indicators[0]!;
    };
    expect(rebuilt("90")).toMatchObject({ weight: { value: "10" }, target: "240处" });
    expect(rebuilt("70")).toMatchObject({ weight: null, target: "10240处", doubt: { readings: ["10 | 240处"] } });
  });
});
