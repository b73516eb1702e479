import { describe, expect, it } from "vitest";
import { told } from "../told.js";

const borneOut = (...texts: string[]) => {
  const { amounts, rates } = told(...texts).borneOut;
  return [
    ...amounts.map(({ source, label, field, money }) => `${label ?? source} ${field} ${money.value}`),
    ...rates.map(({ rate }) => `rate ${rate.value}`),
  ];
};

describe("funds that arithmetic bears out", () => {
  it("are the amount spent and the budget that give the stated rate, whatever words stand around them", () => {
    expect(
      borneOut(
        "2022年年初批复预算958.62万元，因工程变更调整为1041.98万元。全年支付1022.81万元，其中第一季度支付12.5%，其余在下半年支付，预算执行率为98.16%。",
      ),
    ).toEqual(["initialBudget 958.62", "adjustedBudget 1041.98", "executed 1022.81"].map((told) => `total ${told}`).concat("rate 98.16"));
  });

  it("know a rate as the share of the budget that was spent", () => {
    expect(borneOut("全年预算200万元；全年执行150万元，占全年预算的75.00%。")).toContain("rate 75.00");
    expect(borneOut("实际支出150.00万元，占全年预算200.00万元的75.00%。")).toEqual([
      "total adjustedBudget 200.00",
      "total executed 150.00",
      "rate 75.00",
    ]);
  });

  it("are the parts that sum to the whole, under the words that the sentence has for them", () => {
    const parts = borneOut(
      "全年预算数100万元，其中基本支出60万元，项目支出40万元；全年执行数90万元，其中基本支出55万元，项目支出35万元。预算执行率90%。",
    );
    expect(parts).toEqual(
      expect.arrayContaining(["基本支出 adjustedBudget 60", "项目支出 adjustedBudget 40", "基本支出 executed 55", "项目支出 executed 35"]),
    );
  });

  it("are also parts that miss their sum, where those called alike make up another amount of the whole", () => {
    const parts = borneOut(
      "全年预算数81.13万元，其中：中央财政资金45.07万元，县级财政资金40.56万元。全年执行数75.24万元，其中：中央财政资金37.62万元，县级财政资金37.62万元。执行率92.74%。",
    );
    expect(parts).toEqual(expect.arrayContaining(["中央财政资金 adjustedBudget 45.07", "县级财政资金 adjustedBudget 40.56"]));
  });

  it("are the budget that no word names, and the spending, where the rate gives one by the other", () => {
    expect(borneOut("项目资金共2179万元，至年末支出2113.63万元，执行率97%。")).toEqual([
      "total adjustedBudget 2179",
      "total executed 2113.63",
      "rate 97",
    ]);
    expect(borneOut("投入中央直达资金29.6万，执行数29.6万，执行率100%。")).toEqual([
      "total adjustedBudget 29.6",
      "total executed 29.6",
      "rate 100",
    ]);
  });

  it("are the first amount and the largest, to which the levels of government sum", () => {
    expect(borneOut("全省用于浮桥和渡口共计128.79亿元，其中，中央财政资金114.74亿元，省级财政资金14.05亿元。").slice(0, 1)).toEqual([
      "total adjustedBudget 128.79",
    ]);
    expect(borneOut("获得资金共100万元，其中：中央资金60万元，省级资金40万元。项目资金共到位120万元。")).toEqual([]);
    expect(borneOut("获得资金共100万元，其中：中央资金60万元，省级资金30万元。")).toEqual([]);
    expect(borneOut("上级补助30万元。纳入评价的资金共100万元，其中：中央资金30万元，地方资金70万元。").slice(0, 1)).toEqual([
      "total adjustedBudget 100",
    ]);
    expect(borneOut("2021年、2022年资金共计100万元，其中中央资金60万元，省级资金40万元。")).toEqual([]);
  });

  it("are also parts each told with what was spent of it, where both sum to the whole's", () => {
    const parts = borneOut(
      "年度资金总额：全年预算88万元，执行86万元，执行率97.73%。其中财政拨款预算80万元、执行78万元；其他资金预算8万元、执行8万元。",
    );
    expect(parts).toEqual(
      expect.arrayContaining(["财政拨款 adjustedBudget 80", "财政拨款 executed 78", "其他资金 adjustedBudget 8", "其他资金 executed 8"]),
    );
    const missed = borneOut(
      "年度资金总额：全年预算88.00万元，执行86.00万元，执行率97.73%。其中财政拨款预算80.00万元、执行77.00万元；其他资金预算8.00万元、执行8.00万元。",
    );
    expect(missed.filter((part) => /财政拨款|其他资金/u.test(part))).toEqual([]);
  });

  it("have such parts also in the paragraph behind it", () => {
    const whole = "调整后预算648.75万元，全年支出631.62万元，预算执行率97.36%。";
    const behind = "从支出结构看，基本支出调整后预算418.20万元，全年支出415.90万元；项目支出调整后预算230.55万元，全年支出215.72万元。";
    const parts = [
      "基本支出 adjustedBudget 418.20",
      "基本支出 executed 415.90",
      "项目支出 adjustedBudget 230.55",
      "项目支出 executed 215.72",
    ];
    expect(borneOut(whole, behind)).toEqual(expect.arrayContaining(parts));
    expect(borneOut(whole, behind.replace("415.90", "405.90")).filter((part) => part.startsWith("基本支出"))).toEqual([]);
  });

  it.each([
    ["in its sentence", "。其中：", "；", ""],
    ["with rates of their own", "。其中：", "；", "，执行率98%"],
    ["on lines of their own", "。\n", "\n", ""],
  ])("have such parts with three amounts each: %s", (_, from, between, rate) => {
    const whole = "年初预算数302.50万元，全年预算数312.50万元，全年执行数306.25万元，执行率98.00%";
    const part = (name: string, [initial, adjusted, executed]: readonly string[]) =>
      `${name}年初预算数${initial}万元，全年预算数${adjusted}万元，全年执行数${executed}万元${rate}`;
    const parts = [part("中央资金", ["240.00", "250.00", "245.00"]), part("省级资金", ["62.50", "62.50", "61.25"])];
    expect(borneOut(...`${whole}${from}${parts.join(between)}。`.split("\n"))).toEqual(
      expect.arrayContaining([
        "total initialBudget 302.50",
        "中央资金 initialBudget 240.00",
        "中央资金 adjustedBudget 250.00",
        "中央资金 executed 245.00",
        "省级资金 initialBudget 62.50",
        "省级资金 adjustedBudget 62.50",
        "省级资金 executed 61.25",
      ]),
    );
  });

  it("have the rates behind their amounts, and may miss the sum of one amount where the others show the list to be whole", () => {
    const parts = borneOut(
      "年初预算360.00万元，全年预算360.00万元，全年执行342.90万元，执行率95.25%。",
      "其中：",
      "中央资金年初预算300.00万元，全年预算300.00万元，全年执行291.40万元，执行率97.13%；",
      "省级资金年初预算60.00万元，全年预算60.00万元，全年执行55.50万元，执行率92.50%。",
    );
    expect(parts).toEqual(expect.arrayContaining(["中央资金 executed 291.40", "省级资金 executed 55.50", "rate 97.13", "rate 92.50"]));
  });

  it.each([
    ["of another year", "2021年预算200万元，支出150万元，执行率75.00%。"],
    ["that give another rate", "全年预算200万元；各镇支付140万元，执行率75.00%。"],
    ["of another project", "河道治理项目预算200万元，支出150万元，执行率75.00%。"],
    ["of a date within the year", "截至6月底，预算200万元，支付150万元，执行率75.00%。"],
    ["of the largest of several parts", "渡口养护预算100万元，支出95万元，执行率95%。浮桥养护预算50万元，支出40万元，执行率80%。"],
    ["of a part of what was not told", "项目分两块实施，其中渡口养护预算100万元，支出95万元，执行率95%。"],
    ["that were asked for", "申请下年度预算200万元，支付150万元，执行率75.00%。"],
  ])("are none %s", (_, text) => {
    expect(borneOut(text)).toEqual([]);
  });
});
