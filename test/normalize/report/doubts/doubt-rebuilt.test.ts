import { describe, expect, it } from "vitest";
import { readText } from "../../../../src/extract/text/read-text.js";
import { normalize } from "../../../../src/normalize/normalize.js";
import { documentOf, tableOf } from "../../table-of.js";

const extract = (lines: readonly string[]) => readText(Buffer.from(lines.join("\n"), "utf8"));
const read = (lines: readonly string[]) => normalize(extract(lines))[0]!;

const HEAD = "一级指标  二级指标  三级指标  指标值  完成值  分值  得分";
const ONE_A_LINE = (rows: readonly (readonly string[])[]) => [
  "河湾镇路灯改造项目绩效自评表",
  ...HEAD.split(/ +/u),
  ...rows.flat(),
  "总分",
  "100",
  "96",
];
const ROWS = [
  ["产出指标", "数量指标", "改造路灯数量", "≥120盏", "126盏", "40", "40"],
  ["质量指标", "路灯验收合格率", "≥95%", "97%", "20", "20"],
  ["效益指标", "社会效益指标", "夜间出行方便程度", "明显提高", "明显提高", "30", "26"],
  ["满意度指标", "服务对象满意度指标", "沿街居民满意度", "≥90%", "93%", "10", "10"],
];

describe("tables rebuilt from a text", () => {
  it("are sure where their weights reach the full marks", () => {
    const record = read(ONE_A_LINE(ROWS));
    expect(record.indicators).toHaveLength(4);
    expect(record.completeness.indicators).toBe("sure");
    expect(record.indicators.every(({ doubt }) => doubt === undefined)).toBe(true);
  });

  it("are sure where the author shows fewer rows and no other reading comes near", () => {
    expect(read(ONE_A_LINE(ROWS.slice(0, 2))).completeness.indicators).toBe("sure");
  });

  it("are doubtful, row for row, where the scores go beyond the full marks", () => {
    const record = read(ONE_A_LINE([["产出指标", "数量指标", "改造路灯数量", "≥120盏", "126盏", "60", "60"], ...ROWS.slice(1)]));
    expect(record.completeness.indicators).toBe("doubtful");
    expect(record.indicators.length).toBeGreaterThan(0);
    expect(record.indicators.every(({ doubt, weight }) => doubt !== undefined && weight?.doubt !== undefined)).toBe(true);
  });

  it("are sure where the weights reach the full marks, and the scores a total that is stated beyond them", () => {
    const above = ["产出指标", "数量指标", "改造路灯数量", "≥120盏", "126盏", "40", "45"];
    const lines = (total: string) => [...ONE_A_LINE([above, ...ROWS.slice(1)]).slice(0, -1), total];
    expect(read(lines("101")).completeness.indicators).toBe("sure");
    expect(read(lines("96")).completeness.indicators).toBe("doubtful");
  });

  it("are sure where one level alone has other marks than its rows, and doubtful where two have: a row may be under the wrong one", () => {
    const because = (marks: readonly string[]) =>
      read(
        [
          "河湾镇路灯改造项目绩效自评表",
          HEAD,
          ...ROWS.map((row) => (row.length < 7 ? ["", ...row] : row)).map((row, i) =>
            [row[0] && `${row[0]}（${marks[i]}分）`, ...row.slice(1)].join("\t"),
          ),
          ["合计", "", "", "", "", "100", "96"].join("\t"),
        ].map((line) => line.replace(/ +/gu, "\t")),
      ).completeness.because;
    expect(because(["58", "", "30", "10"])).toEqual([]);
    expect(because(["58", "", "32", "10"])).not.toEqual([]);
    // The marks that all levels lack are those of the last rows of one: a level above them was not seen.
    expect(because(["40", "", "30", "10"])).not.toEqual([]);
  });

  it("are sure where a level's score is that of all its rows, though its marks lack just those of the last: no level was unseen there", () => {
    const because = (score: string) => {
      const rows = [
        ["二级指标", "三级指标", "指标值", "完成值", "分值", "得分"],
        ["产出指标", "", "", "", "45", score],
        ["数量指标", "改造路灯数量", "≥120盏", "126盏", "25", "25"],
        ["质量指标", "路灯验收合格率", "≥95%", "97%", "20", "20"],
        ["成本指标", "单盏改造成本", "≤900元", "990元", "5", "4"],
        ["效益指标", "", "", "", "40", "40"],
        ["社会效益指标", "夜间出行方便程度", "明显提高", "明显提高", "40", "40"],
        ["满意度指标", "", "", "", "10", "10"],
        ["服务对象满意度指标", "沿街居民满意度", "≥90%", "93%", "10", "10"],
      ];
      const table = { ...tableOf(rows), origin: "aligned" as const, confidence: 0.85 };
      return normalize(documentOf("河湾镇路灯改造项目绩效自评表", table))[0]!.completeness.because;
    };
    expect(because("49")).toEqual([]);
    expect(because("45")).not.toEqual([]);
  });

  it.each(["ruled", "aligned", "markup"] as const)(
    "are doubtful where a row has marks beyond any: figures of several in one cell (%s)",
    (origin) => {
      const rows = [
        HEAD.split(/ +/u),
        ["产出指标", "数量指标", "改造路灯数量", "≥120盏", "126盏", "60", "58"],
        ["效益指标", "社会效益指标", "出行方便程度行车安全程度", "提高", "提高", "2020", "2020"],
        ["总分", "", "", "", "", "100", "98"],
      ];
      const record = normalize(documentOf("河湾镇路灯改造项目绩效自评表", { ...tableOf(rows), origin, confidence: 0.95 }))[0]!;
      expect(record.completeness.indicators).toBe("doubtful");
    },
  );

  it("are sure on a page where their scores reach the stated total, though the weights do not: the author added these wrongly", () => {
    const completeness = (score: string) => {
      const head = HEAD.split(/ +/u);
      const rows = [
        ["产出指标", "数量指标", "改造路灯数量", "≥120盏", "126盏", "60", "58"],
        ["效益指标", "社会效益指标", "夜间出行方便程度", "明显提高", "明显提高", "42", score],
        ["总分", "", "", "", "", "100", "98"],
      ];
      const table = { ...tableOf([head, ...rows]), origin: "aligned", confidence: 0.85 } as const;
      return normalize(documentOf("河湾镇路灯改造项目绩效自评表", table))[0]!.completeness.indicators;
    };
    expect(completeness("40")).toBe("sure");
    expect(completeness("39")).toBe("doubtful");
  });

  it("leave nothing empty: what a row lacks may stand in its neighbour's", () => {
    const [first, ...others] = ROWS as [string[], ...string[][]];
    const lines = ONE_A_LINE([first.map((cell) => (cell.startsWith("≥") ? "" : cell)), ...others]);
    const row = read(lines.filter((line) => line !== "")).indicators[0]!;
    expect(row.target).toBe("");
    expect(row.columns).not.toContain("target");
    expect(read(ONE_A_LINE(ROWS)).indicators[0]!.columns).toContain("target");
  });

  it("may be missing where lines laid in columns were read as none", () => {
    const record = read([
      "河湾镇路灯改造项目绩效自评报告",
      "经综合评定，自评得分96分。",
      "        改造路灯数    ≥120盏    126盏    40    40",
      "        验收合格      ≥95%      97%      20    20",
      "   效益  出行方便     明显提高  明显提高  30    26",
      "        度",
    ]);
    expect(record.completeness.indicators).toBe("doubtful");
  });

  it("may be missing where lines outside of tables end as scored rows do", () => {
    const bare = ["改造路灯数量 ≥120盏 126盏 40 40", "路灯验收合格率 ≥95% 97% 20 20", "夜间出行方便程度 明显提高 30 26"];
    const because = (lines: readonly string[]) => read(["河湾镇路灯改造项目绩效自评报告", "自评得分96分。", ...lines]).completeness.because;
    expect(because(bare).join()).toContain("3 lines");
    expect(because(bare.map((line) => line.replaceAll(" ", "，")))).toEqual([]);
  });

  it("are doubtful where lines are so short that figures are broken over them", () => {
    const lines = ONE_A_LINE(ROWS).flatMap((cell, i) => (i === 0 ? [cell] : (cell.match(/.{1,3}/gu) ?? [])));
    const record = read(lines);
    expect(record.completeness.indicators).toBe("doubtful");
    expect(record.indicators.every(({ doubt }) => doubt !== undefined)).toBe(true);
  });

  it("are doubtful there in what they state of the whole, too, where no sum confirms it", () => {
    const cells = [...ONE_A_LINE(ROWS).slice(0, -1), "91"];
    const { statedScores } = read(cells.flatMap((cell, i) => (i === 0 ? [cell] : (cell.match(/.{1,3}/gu) ?? []))));
    expect(statedScores.length).toBeGreaterThan(0);
    expect(statedScores.every(({ score }) => score === null || score.doubt !== undefined)).toBe(true);
  });
});

describe("tables of a page that no ruling draws", () => {
  const cells = (rows: readonly (readonly string[])[]) => ["年度项目支出绩效自评表", "", ...rows.map((row) => row.join("\t"))];
  const unruled = (rows: readonly (readonly string[])[], confidence: number, before: readonly string[] = []) => {
    const extracted = extract([...before, ...cells(rows)]);
    const blocks = extracted.blocks.map((block) => (block.type === "table" ? { ...block, origin: "aligned" as const, confidence } : block));
    return normalize({ ...extracted, blocks })[0]!;
  };
  const under = (marks: string) => [
    HEAD.split(/ +/u),
    [`产出指标（${marks}分）`, ...ROWS[0]!.slice(1)],
    [`产出指标（${marks}分）`, ...ROWS[1]!],
    ...ROWS.slice(2),
  ];

  it("are doubtful where a level's rows do not have its marks: a row may stand under the wrong one", () => {
    expect(unruled(under("60"), 0.85).completeness.indicators).toBe("sure");
    expect(unruled(under("50"), 0.85).completeness.indicators).toBe("doubtful");
  });

  it("are doubtful where the report tells scores and the rows have none", () => {
    const rows = [HEAD.split(/ +/u), ...ROWS].map((row) => row.slice(0, -2));
    expect(unruled(rows, 0.85).completeness.indicators).toBe("sure");
    expect(unruled(rows, 0.85, ["经综合评定，自评得分96分。", ""]).completeness.indicators).toBe("doubtful");
  });

  it("may lack a row where just an execution's marks are open, unless their scores reach the stated total", () => {
    const rows = (...total: string[]) => [...under("60").slice(0, 4), ["总分", "", "", "", "", ...total]];
    expect(unruled(rows("100", "96"), 0.85).completeness.because.join()).toContain("execution");
    expect(unruled(rows("90", "86"), 0.85).completeness.indicators).toBe("sure");
    expect(unruled(rows("100", "96"), 0.95).completeness.indicators).toBe("sure");
  });

  it("are the author's where rulings part their rows", () => {
    expect(unruled(under("50"), 0.95).completeness.indicators).toBe("sure");
  });
});

describe("a fund's row", () => {
  const funds = (weight: string) => {
    const table = tableOf([
      ["资金来源", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      ["年度资金总额", "100.00", "80.00", weight, "80%", "8"],
    ]);
    return normalize(documentOf("某项目2023年度绩效自评表", table))[0]!.funds[0]!;
  };

  it("is doubtful where a share stands under its marks, and a bare figure under the rate: its cells are shifted", () => {
    const table = tableOf([
      ["资金来源", "年初预算数", "全年预算数", "全年执行数", "分值", "执行率", "得分"],
      ["年度资金总额", "380.00", "380.00", "10", "100%", "10", ""],
    ]);
    const [fund] = normalize(documentOf("某项目2023年度绩效自评表", table))[0]!.funds;
    expect(fund).toMatchObject({ adjustedBudget: { doubt: {} }, executed: { doubt: {} }, executionRate: { doubt: {} } });
  });

  it("is doubtful where it has more marks than a report: its figures ran together", () => {
    expect(funds("10").executed?.doubt).toBeUndefined();
    expect(funds("80.0010").executed?.doubt).toBeDefined();
    expect(funds("800.0010")).toMatchObject({ weight: { doubt: {} }, executed: { doubt: {} }, score: { doubt: {} } });
  });

  it("say nothing of a reason that is missing beside a row with all its marks that has one", () => {
    const rows = (reasons: readonly string[]) => [
      "河湾镇路灯改造项目绩效自评表",
      `${HEAD}  偏差原因分析`,
      `产出指标  数量指标  改造路灯数量  ≥120盏  110盏  50  45.83  ${reasons[0]}`,
      `产出指标  质量指标  路灯验收合格率  ≥95%  97%  50  50  ${reasons[1]}`,
      "总分  100  95.83",
    ];
    const columnsOf = (reasons: readonly string[]) =>
      read(rows(reasons)).indicators.map(({ columns }) => columns?.includes("deviationReason"));
    expect(columnsOf(["", "施工队伍进场较晚"])[0]).toBe(false);
    expect(columnsOf(["施工队伍进场较晚", ""])).toEqual([true, true]);
    expect(columnsOf(["", "无"])[0]).toBe(true);
    expect(columnsOf(["无", "施工队伍进场较晚"])[0]).toBe(true);
  });
});
