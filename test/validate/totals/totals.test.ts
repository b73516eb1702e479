import { describe, expect, it } from "vitest";
import type { Draft } from "../../../src/core/record.js";
import { draft, figure, fund, marks, money, row, stated, told } from "../../../src/validate/example-draft.js";
import { totalOf } from "../../../src/validate/totals/total.js";
import { validate } from "../../../src/validate/validate.js";

const done = told("完成", "完成");
const item = (name: string, weight: string | null, score: string | null, level1 = "产出指标") =>
  row(name, { ...done, ...marks(weight, score), level1, columns: [] });
const rules = (record: Draft) => [...new Set(validate(record).map(({ rule }) => rule))];
const ninety = [item("甲", "50", "50"), item("乙", "30", "30", "效益指标"), item("丙", "10", "10", "满意度指标")];
const onFund = (score: string) => fund("年度资金总额", { weight: figure("10"), score: figure(score) });

describe("a total", () => {
  it("of the indicator table alone is compared with the indicators alone", () => {
    const totals = [stated("合计", "90", "90"), stated("自评总分", "99.6")];
    expect(rules(draft({ indicators: ninety, funds: [onFund("9.6")], statedScores: totals }))).toEqual([]);
  });

  it("of the indicator table alone does not contradict a whole of 100 whose other points are told nowhere: those are absent", () => {
    const totals = [stated("合计", "90", "90"), stated("自评总分", "99.6")];
    expect(rules(draft({ indicators: ninety, statedScores: totals }))).toEqual(["coverage/incomplete"]);
    // More points than the marks left out can hold.
    const more = [stated("合计", "90", "90"), stated("自评总分", "101")];
    expect(rules(draft({ indicators: ninety, statedScores: more }))).toContain("score/stated-totals-differ");
  });

  it("that leaves the execution score out is wrong where it is of 100", () => {
    expect(rules(draft({ indicators: ninety, funds: [onFund("9.6")], statedScores: [stated("总分", "90", "100")] }))).toEqual([
      "score/total-mismatch",
    ]);
  });

  it("counts once an execution score that the parts of the fund table repeat", () => {
    const funds = [onFund("9.6"), { ...onFund("9.6"), source: "current_fiscal" as const, label: "当年财政拨款" }];
    expect(rules(draft({ indicators: ninety, funds, statedScores: [stated("总分", "99.6", "100")] }))).toEqual([]);
  });

  it("may hold the points of a row whose score is not stated, but no more", () => {
    const indicators = [...ninety, item("丁", "10", null)];
    expect(rules(draft({ indicators, statedScores: [stated("总分", "97")] }))).toEqual([]);
    expect(rules(draft({ indicators, statedScores: [stated("总分", "89")] }))).toEqual(["score/total-mismatch"]);
  });

  it("cannot be verified without a single score, and is then not called wrong", () => {
    expect(rules(draft({ indicators: [item("甲", "60", null), item("乙", "40", null)], statedScores: [stated("总分", "97")] }))).toEqual(
      [],
    );
    expect(rules(draft({ indicators: [item("甲", null, null)], statedScores: [stated("总分", "97")] }))).toEqual(["coverage/incomplete"]);
  });

  it("below the sum of rows without weights is wrong: no absent row can lower a sum", () => {
    expect(rules(draft({ indicators: [item("甲", null, "60"), item("乙", null, "38")], statedScores: [stated("总分", "95")] }))).toEqual([
      "score/total-mismatch",
    ]);
  });

  it("below the sum of several projects' points is not judged without weights", () => {
    expect(rules(draft({ indicators: [item("甲", null, "80"), item("乙", null, "78")], statedScores: [stated("总分", "95")] }))).toEqual(
      [],
    );
  });

  it("does not count a 其中 row beside its parent", () => {
    const indicators = [...ninety, { ...item("其中：丁", "20", "20"), partOf: "甲" }, item("戊", "10", "10")];
    expect(rules(draft({ indicators, statedScores: [stated("总分", "100", "100")] }))).toEqual([]);
  });
});

describe("weights", () => {
  it("below 100 are not wrong where no total and no full marks are stated", () => {
    expect(rules(draft({ indicators: ninety }))).toEqual([]);
  });

  it("of one cell for several rows leave the others without", () => {
    const indicators = [item("甲", "50", "50"), item("乙", null, null), item("丙", "50", "48")];
    expect(rules(draft({ indicators, statedScores: [stated("总分", "98", "100")] }))).toEqual([]);
  });

  it("above the full marks are wrong also where some are missing", () => {
    const indicators = [item("甲", "70", "70"), item("乙", "40", "40"), item("丙", null, null)];
    expect(rules(draft({ indicators, statedScores: [stated("总分", "110", "100")] }))).toEqual(["weight/total-mismatch"]);
  });
});

describe("a stated part", () => {
  const rows = [
    item("支出率", "20", "20", "过程"),
    item("维护次数", "40", "38", "产出"),
    { ...item("服务稳定", "25", "24", "效益"), level2: "社会效益指标" },
    { ...item("用户满意", "15", "15", "效益"), level2: "满意度指标" },
  ];
  const part = (name: string, score: string, scope: "section" | "level1" | "level2" = "section") =>
    rules(draft({ indicators: rows, statedScores: [stated(name, score, null, scope)] }));

  it.each(["产出", "产出指标", "绩效产出", "项目产出情况", "一、产出指标（40分）", "产出得分"])("called %s is the sum of 产出", (name) => {
    expect(part(name, "38")).toEqual([]);
    expect(part(name, "39")).toEqual(["score/subtotal-mismatch"]);
  });

  it("of several levels is their sum", () => {
    expect(part("产出和效益", "77")).toEqual([]);
    expect(part("产出和效益", "70")).toEqual(["score/subtotal-mismatch"]);
  });

  it("of levels one of which has no rows may be more than their sum, not less", () => {
    expect(part("决策和过程", "35")).toEqual([]);
    expect(part("决策和过程", "15")).toEqual(["score/subtotal-mismatch"]);
  });

  it("of a second level is the sum of that", () => {
    expect(part("社会效益", "24", "level2")).toEqual([]);
    expect(part("社会效益", "39", "level2")).toEqual(["score/subtotal-mismatch"]);
  });

  it("of a name that no row has is not judged", () => {
    expect(part("生态效益", "3")).toEqual([]);
    expect(part("加分项", "3")).toEqual([]);
    expect(part("小计", "3")).toEqual([]);
  });

  it("of benefit may hold satisfaction where satisfaction is a level of its own and not stated apart", () => {
    const apart = [item("产出一", "60", "60", "产出"), item("效益一", "30", "28", "效益"), item("满意一", "10", "10", "满意度")];
    expect(rules(draft({ indicators: apart, statedScores: [stated("绩效效益", "38", null, "section")] }))).toEqual([]);
    const both = [stated("绩效效益", "38", null, "section"), stated("满意度", "10", null, "section")];
    expect(rules(draft({ indicators: apart, statedScores: both }))).toEqual(["score/subtotal-mismatch"]);
  });

  it("of budget execution is the fund table's score", () => {
    const record = (score: string) =>
      draft({ indicators: ninety, funds: [onFund("9.6")], statedScores: [stated("预算执行率（10分）", score, "10", "section")] });
    expect(rules(record("9.6"))).toEqual([]);
    expect(rules(record("8"))).toEqual(["score/subtotal-mismatch"]);
  });

  it("is not called wrong where rows name no level: they may belong to it", () => {
    const indicators = [...rows.slice(1), item("无名", "5", "5", "")];
    expect(rules(draft({ indicators, statedScores: [stated("产出", "43", null, "level1")] }))).toEqual([]);
  });
});

describe("the part of a record that was not surely read", () => {
  it("is not the author's error: totals over doubtful rows, sums over doubtful fund rows", () => {
    const findings = validate(
      draft({
        indicators: ninety,
        funds: [
          fund("年度资金总额", { depth: 0, executed: money("10.00") }),
          fund("财政拨款", { source: "fiscal", depth: 1, executed: money("12.00") }),
        ],
        statedScores: [stated("总分", "99", "90")],
        completeness: { indicators: "doubtful", funds: "doubtful", because: ["2 figures could not be read"] },
      }),
    );
    expect(findings.map(({ rule, cause }) => `${rule} ${cause}`)).toEqual([
      "score/total-mismatch extraction",
      "funds/sources-mismatch extraction",
    ]);
  });

  it("is a figure that was repaired without certainty", () => {
    const record = (confidence: number) =>
      draft({
        indicators: [item("甲", "6", "7")],
        repairs: [
          {
            path: "/indicators/0/score",
            before: "l",
            after: "7",
            method: "confusable-digit",
            confidence,
            because: "Letters stand among the digits of a numeral, and look like digits.",
          },
        ],
      });
    expect(validate(record(0.6)).map(({ cause }) => cause)).toEqual(["extraction"]);
    expect(validate(record(0.97)).map(({ cause }) => cause)).toEqual(["report"]);
  });
});

describe("the total as it is shown", () => {
  it("is each figure that the report states for the whole, once", () => {
    const statedScores = [stated("合计", "90", "90"), stated("自评总分", "99.6"), stated("得分", "99.60"), stated("总分", "98")];
    const total = totalOf(draft({ indicators: ninety, funds: [onFund("9.6")], statedScores }));
    expect(total).toEqual({ stated: ["99.6", "98"], recomputed: "99.6", standing: "agrees" });
  });

  it("is that of the table where no other is stated, and none where none is", () => {
    expect(totalOf(draft({ indicators: ninety, statedScores: [stated("合计", "90", "90")] }))).toMatchObject({
      stated: ["90"],
      recomputed: "90",
    });
    expect(totalOf(draft({ indicators: ninety }))).toMatchObject({ stated: [], standing: "unstated" });
  });
});

describe("a bonus", () => {
  const withLast = (name: string) => rules(draft({ indicators: [...ninety, { ...item(name, "12", "12"), level2: "" }] }));

  it.each([
    "加分项",
    "加分项1",
    "加分项—创新奖励",
    "一、加分指标（12分）",
    "加减分项",
    "加分情况",
    "工作加分考核",
    "获省级表彰加分",
    "附加分",
  ])("%s comes on top of the full marks", (name) => {
    expect(withLast(name)).not.toContain("weight/total-mismatch");
  });

  it("without a weight has no weight to exceed", () => {
    const bonus = { ...item("获省级表彰加分", "0", "2"), level2: "" };
    expect(rules(draft({ indicators: [...ninety, bonus] }))).not.toContain("score/exceeds-weight");
    expect(rules(draft({ indicators: [...ninety, { ...bonus, level3: "获省级表彰" }] }))).toContain("score/exceeds-weight");
  });

  it.each(["群众参加分享会场次", "新增加分布点数量", "增加分值"])("%s is an indicator as any other", (name) => {
    expect(withLast(name)).toContain("weight/total-mismatch");
  });
});

describe("numbers told in prose", () => {
  const counts = (of: "indicators" | "completed", count: string) => ({
    counts: [{ of, count, share: null, evidence: [{ quote: `${count}个` }] }],
  });
  const unscored = row("丁", { ...done, weight: null, score: null });

  it.each([
    [
      "whose points are not all read, below a stated total",
      { indicators: [item("甲", "10", "9"), unscored], statedScores: [stated("总分", "97")] },
    ],
    ["that fall short of the marks where no total is stated", { indicators: [item("甲", "10", "10"), item("乙", "15", "15")] }],
  ])("prove nothing against rows %s", (_, parts) => {
    expect(rules(draft({ ...parts, claims: counts("indicators", "12") }))).not.toContain("count/indicators-mismatch");
    expect(rules(draft({ ...parts, claims: counts("completed", "11") }))).not.toContain("count/completed-mismatch");
  });

  it("are judged where the rows have all points, or state none at all", () => {
    const claims = counts("indicators", "12");
    expect(rules(draft({ indicators: ninety, funds: [onFund("9.6")], claims }))).toContain("count/indicators-mismatch");
    expect(rules(draft({ indicators: [row("甲", done), row("乙", done)], claims }))).toContain("count/indicators-mismatch");
  });
});
