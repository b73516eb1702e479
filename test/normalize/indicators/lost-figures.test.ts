import { describe, expect, it } from "vitest";
import type { Reading } from "../../../src/core/extracted.js";
import { normalize } from "../../../src/normalize/normalize.js";
import { validate } from "../../../src/validate/validate.js";
import { documentOf, tableOf } from "../table-of.js";

const HEAD = ["一级指标", "二级指标", "三级指标", "符号", "指标值", "单位", "实际完成值", "分值", "得分"];
const SURE: Reading = { confidence: 0.99, alternatives: [] };
const UNREAD: Reading = { confidence: 0, alternatives: [] };

/** A recognised table of two rows; the cell at `column` of the first holds `text`, and `reading` says how it was read. */
function recognised(column: string, text: string, reading: Reading | undefined) {
  const at = HEAD.indexOf(column);
  const row = ["产出指标", "数量指标", "巡查次数", "≥", "40", "次", "52", "50", "50"].with(at, text);
  const table = tableOf([HEAD, row, ["效益指标", "社会效益指标", "投诉下降率", "≥", "5", "%", "6", "50", "50"]]);
  const cells = table.cells.map((cell) => {
    const own = cell.row === 1 && cell.column === at ? reading : cell.text === "" ? undefined : SURE;
    return own ? { ...cell, reading: own } : cell;
  });
  return normalize(documentOf("某项目绩效自评表", { ...table, cells }))[0]!;
}

const causes = async (draft: ReturnType<typeof recognised>) =>
  (await validate(draft, {})).filter(({ rule }) => rule === "indicator/missing-value").map(({ cause }) => cause);

describe("a figure lost in recognition", () => {
  it("is no score that the author left out: its cell holds ink", async () => {
    const draft = recognised("得分", "", UNREAD);
    expect(draft.indicators[0]).toMatchObject({ score: null, doubt: { confidence: 0 } });
    expect(draft.completeness.indicators).toBe("doubtful");
    expect(await causes(draft)).toEqual(["extraction"]);
  });

  it("is no score that the author left out: it stands among other text, for a ruling was lost", async () => {
    const draft = recognised("得分", "48.5 因汛期推迟，次年补做", SURE);
    expect(draft.indicators[0]?.doubt?.readings).toEqual(["48.5 因汛期推迟，次年补做"]);
    expect(await causes(draft)).toEqual(["extraction"]);
  });

  it("is no score that the author left out: a letter was made of it", async () => {
    expect(await causes(recognised("得分", "N", SURE))).toEqual(["extraction"]);
  });

  it("is missed in a cell that is blank on the paper too", async () => {
    const draft = recognised("得分", "", undefined);
    expect(draft.indicators[0]?.doubt).toBeUndefined();
    expect(await causes(draft)).toEqual(["report"]);
  });

  it.each(["target", "actual"] as const)("is no %s that the author left out", async (field) => {
    expect(await causes(recognised(field === "target" ? "指标值" : "实际完成值", "", UNREAD))).toEqual(["extraction"]);
  });
});

describe("the whole's score lost in recognition", () => {
  const HEADS = ["一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "分值", "得分"];
  const total = (text: string, reading: Reading | undefined) => {
    const table = tableOf([
      HEADS,
      ["产出指标", "数量指标", "巡查次数", "≥40次", "52次", "50", "50"],
      ["效益指标", "社会效益指标", "投诉下降率", "≥5%", "6%", "50", "50"],
      ["总分", "", "", "", "", "100", text],
    ]);
    const cells = table.cells.map((cell) => {
      const own = cell.row === 3 && cell.column === 6 ? reading : cell.text === "" ? undefined : SURE;
      return own ? { ...cell, reading: own } : cell;
    });
    return normalize(documentOf("某项目绩效自评表", { ...table, cells }))[0]!.completeness.indicators;
  };

  it("is said to be lost where ink stands in its cell, or digits of which no figure can be made", () => {
    expect(total("", UNREAD)).toBe("doubtful");
    expect(total("95.5.81你", { confidence: 0.4, alternatives: [] })).toBe("doubtful");
  });

  it("is not lost where it was read, nor where the author left it out", () => {
    expect(total("100", SURE)).toBe("sure");
    expect(total("", undefined)).toBe("sure");
  });
});

describe("a sign lost in recognition", () => {
  it.each([
    ["", UNREAD],
    ["", undefined],
    ["V", SURE],
  ])("leaves its target in doubt: %j", (text, reading) => {
    expect(recognised("符号", text, reading).indicators[0]?.targetValue).toMatchObject({ value: "40", doubt: { confidence: 0.5 } });
  });

  it("is not missed where the column says a sign or a word", () => {
    for (const sign of ["≥", "定量"]) expect(recognised("符号", sign, SURE).indicators[0]?.targetValue?.doubt).toBeUndefined();
  });
});

describe("names that ran together where the ruling between them was lost", () => {
  const table = tableOf([
    ["一级指标", "二级指标", "三级指标", "指标值", "实际完成值", "分值", "得分"],
    ["产出指标", "数量指标", "巡查次数清淤长度", "≥40次", "52次", "50", "52"],
    ["^", "^", "^", "≥5里", "6里", "50", "50"],
  ]);
  const causes = async (reading: Reading | undefined) => {
    const cells = table.cells.map((cell) => (reading ? { ...cell, reading } : cell));
    const draft = normalize(documentOf("某项目绩效自评表", { ...table, cells }))[0]!;
    return (await validate(draft, {})).filter(({ rule }) => rule === "score/exceeds-weight").map(({ cause }) => cause);
  };

  it("make a question of what their rows say on a scan, and none where the file itself has them in one cell", async () => {
    expect(await causes(SURE)).toEqual(["extraction"]);
    expect(await causes(undefined)).toEqual(["report"]);
  });
});
