import { describe, expect, it } from "vitest";
import { readProse } from "../../../../src/normalize/prose/read-prose.js";
import { paragraph, told } from "../told.js";

const amounts = (...texts: string[]) => told(...texts).amounts.map((amount) => `${amount.source} ${amount.field} ${amount.money.yuan}`);

describe("the rate as a share of the budget", () => {
  const rates = (text: string) => told(text).rates.map(({ rate }) => rate.value);

  it("is told of the year's budget, and not of the initial one", () => {
    expect(rates("全年预算数为100万元，执行数为97万元，完成预算的97%。")).toEqual(["97"]);
    expect(rates("年初预算100万元，执行数为97万元，完成年初预算的97%。")).toEqual([]);
    expect(rates("全年预算100万元，其中甲镇支出57万元，完成预算的57%。")).toEqual([]);
  });
});

describe("a whole department's funds", () => {
  const department = (...texts: string[]) =>
    readProse(
      ["临汐县林场2022年度部门整体支出绩效自评报告", ...texts].map((text, i) => paragraph(text, i + 1)),
      { flow: "flowed" },
    ).amounts.filter(({ source }) => source === "total");

  it("are not those of its projects", () => {
    expect(department("2.项目支出260万元，其中：设备购置40万元。", "2022年项目支出260万元，用于管护。")).toEqual([]);
    expect(department("2022年支出560万元，其中：基本支出300万元，项目支出260万元。").map(({ money }) => money.value)).toEqual(["560"]);
  });
});

describe("amounts of the project's funds", () => {
  it.each([
    [
      "2022年，渡口浮桥养护经费项目年初预算数1779.83万元，调整后预算数1688.91万元，实际支出1550.59万元，资金执行率91.81%。",
      ["initialBudget 17798300", "adjustedBudget 16889100", "executed 15505900"],
    ],
    [
      "（二）预算安排与支出。2022年该项目全年预算102.4万元，实际支出97.28万元，分来源情况见下表：",
      ["adjustedBudget 1024000", "executed 972800"],
    ],
    [
      "2022年该项目全年预算1,665.41万元，截至年末实际支出1,585.97万元，预算执行率95.23%。",
      ["adjustedBudget 16654100", "executed 15859700"],
    ],
    [
      "2022年，我局渡口浮桥养护经费预算金额为20万元，县财政局实际下达额度15.76万元，支出共计15.76万元。",
      ["initialBudget 200000", "adjustedBudget 157600", "executed 157600"],
    ],
    [
      "项目年初预算30万元，年中调整为28万元，截至2022年12月底，累计支出27.5万元，结余0.5万元。",
      ["initialBudget 300000", "adjustedBudget 280000", "executed 275000", "balance 5000"],
    ],
    [
      "县财政批复我局项目预算经费20万元，下达预算指标20万元，到2022年底资金完成支出20万元。",
      ["initialBudget 200000", "adjustedBudget 200000", "executed 200000"],
    ],
    [
      "2022年安排预算100万元，经调整全年预算为120万元，实际支出110万元，预算执行率91.67%。",
      ["initialBudget 1000000", "adjustedBudget 1200000", "executed 1100000"],
    ],
    [
      "2022年年初预算100万元，年中经追加后全年预算120万元，支出110万元。",
      ["initialBudget 1000000", "adjustedBudget 1200000", "executed 1100000"],
    ],
    ["2022年年初预算100万元，年中追加预算20万元，支出110万元。", ["initialBudget 1000000", "executed 1100000"]],
    [
      "2022年年初预算数与全年预算数均为74.20万元，实际支出71.98万元。",
      ["initialBudget 742000", "adjustedBudget 742000", "executed 719800"],
    ],
    ["项目全年预算数和全年执行数都是74.20万元。", ["adjustedBudget 742000", "executed 742000"]],
    ["1.2 2022年年初预算540万元，实际支付520.56万元。", ["initialBudget 5400000", "executed 5205600"]],
    ["全年预算数三百二十万元，全年执行数三百一十二万元。", ["adjustedBudget 3200000", "executed 3120000"]],
    ["本项目资金实际到位120万元，实际使用118.3万元。", ["received 1200000", "executed 1183000"]],
    ["年度资金总额年初预算数100万元，全年预算数90万元。", ["initialBudget 1000000", "adjustedBudget 900000"]],
    ["2022年初预算安排资金100万元，调整后预算90万元。", ["initialBudget 1000000", "adjustedBudget 900000"]],
    ["2022年，县财政共安排补贴资金120万元，实际发放补贴114万元。", ["initialBudget 1200000", "executed 1140000"]],
    ["2022年共到位补贴资金120万元。全年实际发放114万元，结余6万元。", ["received 1200000", "executed 1140000", "balance 60000"]],
    ["项目总投资500万元，2022年度下达资金200万元，累计支出450万元，本年度支出190万元。", ["adjustedBudget 2000000", "executed 1900000"]],
    ["全年预算数为7,353,000元，全年执行数7,353,000元。", ["adjustedBudget 7353000", "executed 7353000"]],
    ["该项目全年预算0.52亿元，实际执行0.5亿元。", ["adjustedBudget 52000000", "executed 50000000"]],
    [
      "年初预算批复100万元，年中追加20万元，调整后预算120万元，支出118万元，执行率98.33%，结余2万元。",
      ["initialBudget 1000000", "adjustedBudget 1200000", "executed 1180000", "balance 20000"],
    ],
    ["临汐县财政局下达我局渡口浮桥养护经费75.96万元，全部到位。", ["adjustedBudget 759600", "received 759600"]],
    ["1.资金到位情况：本项目年初预算资金为28万元，均为市级财政资金。", ["initialBudget 280000"]],
    ["全年度实际总支出1846.3175万元。", ["executed 18463175"]],
    ["批复项目资金420万已全部到位。", ["initialBudget 4200000", "received 4200000"]],
    ["渡口浮桥养护经费420万元已全部到位并支付完毕。", ["received 4200000", "executed 4200000"]],
    ["下达资金100万元，已全部使用完毕。", ["adjustedBudget 1000000", "executed 1000000"]],
    ["下达资金100万元，设备款20万元已全部支付。", ["adjustedBudget 1000000"]],
    ["剩余资金20万元已全部支付。", ["balance 200000"]],
    ["县财政共下达我局2022年渡口浮桥养护经费555万元。", ["adjustedBudget 5550000"]],
    ["2022年中央下达我县渡口浮桥养护经费1969万元，支出1900万元。", ["adjustedBudget 19690000", "executed 19000000"]],
    ["2022年12月下达我局2023年渡口浮桥养护经费300万元。", []],
    ["2021年底提前下达我局2022年渡口浮桥养护经费200万元；2022年5月，下达我局2022年渡口浮桥养护经费100万元。", []],
    ["2022年省级下达渡口浮桥养护经费169万元，市级下达31万元。", []],
    ["下达我局渡口浮桥养护经费111万元，调减40万元，全年实际下达71万元。", ["adjustedBudget 710000"]],
    ["2022年渡口浮桥养护经费预算12万元，已兑现补助资金10万元。", ["initialBudget 120000", "executed 100000"]],
    ["全年预算数（A）100万元，全年执行数（B）95万元，执行率（B/A）95%。", ["adjustedBudget 1000000", "executed 950000"]],
    ["截至2022年12月31日，项目共支出资金93.5万元，预算执行率93.5%。", ["executed 935000"]],
    ["年初部门预算批复50.00万元，年中无调整，全年执行数48.50万元。", ["initialBudget 500000", "executed 485000"]],
    [
      "年初预算数为124.56万元，全年预算数（调整后）为153.02万元，全年支出148.61万元。",
      ["initialBudget 1245600", "adjustedBudget 1530200", "executed 1486100"],
    ],
    ["全年预算数（含上年结转12万元）153.02万元，实际执行148.61万元。", ["adjustedBudget 1530200", "executed 1486100"]],
    ["预算总额153万元（其中人员经费80万元，公用经费73万元），实际支出148万元。", ["initialBudget 1530000", "executed 1480000"]],
    [
      "年初预算180万元，调整预算-20万元，全年预算160万元，实际支出152万元。",
      ["initialBudget 1800000", "adjustedBudget 1600000", "executed 1520000"],
    ],
    [
      "年初预算180万元，年中追减20万元，全年预算160万元，实际支出152万元。",
      ["initialBudget 1800000", "adjustedBudget 1600000", "executed 1520000"],
    ],
    ["年初预算100万元，调增20万元，预算数调整为120万元。", ["initialBudget 1000000", "adjustedBudget 1200000"]],
    [
      "年初预算叁佰贰拾万元整，全年预算三百二十万元，实际支出人民币1亿2千万元。",
      ["initialBudget 3200000", "adjustedBudget 3200000", "executed 120000000"],
    ],
    ["年初预算3000万元，后调减至2800万元，实际支付2688万元。", ["initialBudget 30000000", "adjustedBudget 28000000", "executed 26880000"]],
    ["预算安排资金１８１．１５万元，已支付168.90万元。", ["initialBudget 1811500", "executed 1689000"]],
    [
      "2022年度部门整体支出年初预算1500万元，全年预算1620万元，实际支出1580万元。",
      ["initialBudget 15000000", "adjustedBudget 16200000", "executed 15800000"],
    ],
    ["2021年项目支出80万元，2022年项目支出95万元。", ["executed 950000"]],
    ["2022年预算60万元，支出58万元；2021年预算50万元，支出45万元。", ["initialBudget 600000", "executed 580000"]],
    ["2023年预算安排110万元，2022年预算安排100万元。", ["initialBudget 1000000"]],
    ["上半年支出30万元，下半年支出65万元，全年支出95万元。", ["executed 950000"]],
    ["6月份支出30万元，全年支出95万元。", ["executed 950000"]],
    ["资金使用情况：全年预算100万元，实际使用95万元。", ["adjustedBudget 1000000", "executed 950000"]],
    [
      "年初预算100万元，年中调减20万元，调减后预算80万元，支出80万元。",
      ["initialBudget 1000000", "adjustedBudget 800000", "executed 800000"],
    ],
    ["全年预算一百万元，实际支出九十五万元。", ["adjustedBudget 1000000", "executed 950000"]],
  ])("%s", (text, expected) => {
    expect(amounts(text)).toEqual(expected.map((entry) => `total ${entry}`));
  });

  it("reads named sources behind 其中 as parts of the same amount", () => {
    expect(amounts("全年预算100万元，其中：当年财政拨款80万元，上年结转15万元、其他资金5万元。")).toEqual([
      "total adjustedBudget 1000000",
      "current_fiscal adjustedBudget 800000",
      "carryover adjustedBudget 150000",
      "other adjustedBudget 50000",
    ]);
  });

  it("reads sources in a gloss as parts of the amount before it", () => {
    expect(amounts("预算资金150万元（财政拨款140万元、自筹资金10万元），实际支出148万元。")).toEqual([
      "total initialBudget 1500000",
      "fiscal initialBudget 1400000",
      "unit_own initialBudget 100000",
      "total executed 1480000",
    ]);
  });

  it("says that a bare budget may be either budget", () => {
    expect(told("项目预算100万元，实际支出80万元。").amounts.map((amount) => amount.certain)).toEqual([false, true]);
    expect(told("项目年初预算100万元，实际支出80万元。").amounts.map((amount) => amount.certain)).toEqual([true, true]);
  });

  it("takes what a clause on a source calls spent for that, not for the budget told before", () => {
    const read = (text: string) => told(text).amounts.map(({ source, field, money, certain }) => [source, field, money.yuan, certain]);
    const whole = ["total", "adjustedBudget", "1000000", true];
    expect(read("项目全年预算100万元，财政资金实际支出98万元。")).toEqual([whole, ["fiscal", "executed", "980000", true]]);
    expect(read("项目全年预算100万元，财政资金支出98万元。")).toEqual([whole, ["fiscal", "executed", "980000", false]]);
    expect(read("项目全年预算100万元，财政资金98万元。")).toEqual([whole, ["fiscal", "adjustedBudget", "980000", true]]);
  });

  it("leaves open whether the money of one source is the whole's", () => {
    const certain = (text: string) => told(text).amounts.map((amount) => `${amount.source} ${amount.certain}`);
    expect(certain("市级财政资金全年预算30万元，实际支出28万元。")).toEqual(["total false", "total false"]);
    expect(certain("项目全年预算30万元，实际支出28万元。")).toEqual(["total true", "total true"]);
  });

  it("says that 拨付 leaves open who paid, and that a part shares its whole's doubt", () => {
    expect(told("实际拨付资金80万元。").amounts.map((amount) => [amount.field, amount.certain])).toEqual([["executed", false]]);
    expect(told("资金总额为50万元，其中财政拨款45万元，自筹资金5万元。").amounts.map((amount) => [amount.source, amount.certain])).toEqual([
      ["total", false],
      ["fiscal", false],
      ["unit_own", false],
    ]);
  });

  it("reads execution rates, not other percentages", () => {
    const facts = told("2022年财政安排项目资金20万元，资金到位率100%，实际支出19万元，支出率95%，群众满意度98%。");
    expect(facts.rates.map((rate) => rate.rate.value)).toEqual(["95"]);
  });
});

it("reads a rate that a short sentence states, and none that only names itself", () => {
  expect(told("预算执行率为97.12%。").rates.map(({ rate }) => rate.value)).toEqual(["97.12"]);
  expect(told("预算执行率100%").rates).toEqual([]);
});

describe("rates told in prose", () => {
  it.each([
    ["预算执行率达到90%以上。", []],
    ["本项目预算执行率为90%至95%之间，支出进度较好。", []],
    ["一季度支出进度25%，二季度支出进度50%，全年执行率95%。", ["95"]],
    ["2021年全年预算执行率88%，2022年全年预算执行率95%。", ["95"]],
  ])("%s", (text, expected) => {
    expect(told(text).rates.map(({ rate }) => rate.value)).toEqual(expected);
  });
});

describe("a rate that the amounts read do not give", () => {
  const doubts = (text: string) => told(text).rates.map(({ rate }) => rate.doubt?.because);

  it.each([
    ["年初预算100万元，年中追加20万元，全年实际支出114万元，预算执行率95%。"],
    ["2022年预算数100万元，2021年结转20万元，合计120万元，全年支出114万元，执行率95%。"],
    ["预算批复金额为140万元，压减20万元后为120万元，实际支出114万元，预算执行率95%。"],
  ])("is doubted while another amount of the paragraph gives it: %s", (text) => {
    expect(doubts(text)).toEqual(["another amount of the paragraph gives this rate"]);
  });

  it("is doubted where the budget was changed by an amount that is not told", () => {
    expect(doubts("年初预算100万元，年中有调增，全年实际支出114万元，预算执行率95%。")).toEqual([
      "the budget was changed, and the changed budget is not told",
    ]);
  });

  it.each([
    ["全年预算120万元，全年实际支出114万元，预算执行率97%。"],
    ["年初预算100万元，调整后预算120万元，全年实际支出114万元，预算执行率97%，其中材料费30万元。"],
    ["全年预算120万元，全年实际支出114万元，预算执行率95%，结余6万元。"],
  ])("is not doubted where nothing else can be meant: %s", (text) => {
    expect(doubts(text)).toEqual([undefined]);
  });
});

describe("money that is not the project's funds of the year", () => {
  it.each([
    ["当年财政拨款90万元，支出85万元；上年结转10万元，支出10万元。"],
    ["实施期费用共计493.2万元，具体为线路租赁、电费。"],
    ["继续做好日常养护，费用为164.4万元。"],
    ["采购救生衣支出3.5万元，维修浮桥支出12万元。"],
    ["通过公开招标，浮桥检修中标金额86万元，合同金额85万元。"],
    ["2021年该项目全年预算300万元，实际支出290万元。"],
    ["十四五期间项目总预算1500万元。"],
    ["每座浮桥养护支出1.2万元，人均补助支出300元。"],
    ["带动沿岸农户增收支出200万元。"],
    ["申请下年度预算400万元。"],
    ["安排渡工培训班经费5万元，用于支付讲课费2万元。"],
    ["较上年增加支出20万元。"],
    ["部门预算总额为5000万元。"],
    ["截至2022年6月底，支出30万元，支出率30%。"],
    ["上半年，支出30万元。"],
    ["全年实际支出约20万元。"],
    ["12月支出5万元。"],
    ["项目支出300万元，基本支出500万元。"],
    ["部门预算项目共15个，预算总额2345.00万元，支出2300.00万元，执行率98.08%。"],
    ["我单位全年实施12个项目，预算总额2345.00万元，支出2300.00万元。"],
    ["基本支出3210.5万元，占74%；项目支出1110.5万元，占26%。"],
    ["结转下年使用5万元。"],
    ["2022年部门收入1200万元，支出1180万元。"],
    ["全局支出1180万元，其中渡口浮桥养护经费50万元。"],
    ["截至评价日，已支出151万元。"],
    ["资金分配：甲镇50万元，支出49万元；B镇103万元，支出99万元。"],
    ["中央财政资金100万元，执行100万元；省级资金53万元，执行48万元。"],
    ["基本支出预算700万元，执行690万元；项目支出预算830万元，执行796万元。"],
    ["预算支出（不含上年结转）100万元。"],
    ["三公经费使用情况：全年支出6万元。"],
    ["甲镇资金使用情况：全年支出30万元。"],
  ])("%s", (text) => {
    expect(amounts(text)).toEqual([]);
  });

  it.each(["我局共实施浮桥养护项目5个，全年预算100万元，全年支出95万元。", "本项目由我局实施3个项目，全年预算100万元，全年支出95万元。"])(
    "is told of a project's own parts: %s",
    (text) => expect(amounts(text)).toEqual(["total adjustedBudget 1000000", "total executed 950000"]),
  );

  it("takes a department for the whole in its own report", () => {
    const sentence = "2022年部门年初预算6,840,000元，调整后预算7,120,000元，全年支出6,858,700元。";
    const { amounts: found } = readProse(
      ["临汐县交通局2022年度部门整体支出绩效自评报告", sentence].map((text, i) => paragraph(text, i + 1)),
      { flow: "flowed" },
    );
    expect(found.map(({ field, money }) => [field, money.yuan])).toEqual([
      ["initialBudget", "6840000"],
      ["adjustedBudget", "7120000"],
      ["executed", "6858700"],
    ]);
  });

  it("goes on with a list behind a semicolon, where it begins as the list did", () => {
    const listed =
      "资金筹集：通过债券安排资金3.30亿元，其中：安排5440万元支持甲类住房；安排252万元支持乙类住房；安排2730万元支持丙类住房。";
    expect(amounts(listed)).not.toContain("total initialBudget 2520000");
    expect(amounts("全年预算100万元，其中财政资金90万元、自筹10万元；全年执行95万元。")).toContain("total executed 950000");
  });

  it("takes the money of each source for that source's, where several are told of apart", () => {
    const levels = ["2022年共收到中央下达渡口浮桥养护补助资金7318万元。", "省级下达资金655万元。", "市县下达资金1920.44万元。"];
    expect(amounts(...levels)).toEqual([
      "central adjustedBudget 73180000",
      "provincial adjustedBudget 6550000",
      "municipal adjustedBudget 19204400",
    ]);
    expect(amounts("省级下达资金655万元。")).toEqual(["total adjustedBudget 6550000"]);
    expect(amounts("共下达中央、市级转移支付资金2416.35万元。")).toEqual(["total adjustedBudget 24163500"]);
    expect(amounts("收到中央资金7318万元。")).toEqual([]);
  });

  it("takes the whole of a department before its basic expenditure, in no report on a project", () => {
    const sentence = "全年实际支出1180万元，其中基本支出600万元，项目支出580万元。";
    const ofDepartment = readProse(
      ["临汐县交通局2022年度部门整体支出绩效自评报告", sentence].map((text, i) => paragraph(text, i + 1)),
      { flow: "flowed" },
    );
    expect(ofDepartment.amounts.map(({ source, field, money }) => [source, field, money.value])).toEqual([["total", "executed", "1180"]]);
    expect(amounts(sentence)).toEqual([]);
  });

  it("does not take a part of the spending for the whole", () => {
    expect(amounts("实际支出100万元，其中：办公费支出30万元，差旅费支出70万元。")).toEqual(["total executed 1000000"]);
  });
});

it("a rate before other figures stands in a table's row, where it is the target", () => {
  expect(told("预算执行率 100% 93.72% 10 9.37 年末集中结算，尾款跨年支付。").rates).toEqual([]);
  expect(told("全年预算200万元，执行187.44万元，预算执行率 93.72%，得9.37分。").rates).toHaveLength(1);
});

describe("the rate of one source's money", () => {
  const rates = (...texts: string[]) => told(...texts).rates.map(({ source, rate }) => `${source} ${rate.value}`);

  it("is the whole's where nothing else is told", () => {
    expect(rates("县级资金全年预算60.00万元，实际支出55.50万元，执行率92.50%。")).toEqual(["total 92.50"]);
  });

  it("is the source's beside another's or beside the whole's", () => {
    expect(
      rates(
        "省级财政资金全年预算300.00万元，实际支出291.40万元，执行率97.13%。",
        "县级资金全年预算60.00万元，实际支出55.50万元，执行率92.50%。",
      ),
    ).toEqual(["provincial 97.13", "county 92.50"]);
    expect(rates("预算执行率96.36%。", "单位资金全年预算60.00万元，实际支出55.50万元，执行率92.50%。")).toEqual([
      "total 96.36",
      "unit_own 92.50",
    ]);
  });

  it("is not the whole's behind 其中 and a comma", () => {
    expect(rates("其中，县级资金年初预算数60万元，全年执行55.50万元，执行率92.50%。")).toEqual([]);
    expect(amounts("其中，县级资金年初预算数60万元，全年执行55.50万元，执行率92.50%。")).toEqual([]);
  });
});

it("a label of the whole's money, before the word for the amount, is kept as printed", () => {
  const called = (text: string) => told(text).amounts.map((amount) => amount.called ?? null);
  expect(called("项目资金总额年初预算为500.00万元，调整后预算为468.00万元。")).toEqual(["项目资金总额", null]);
  expect(called("预算总额500.00万元，支出总额468.00万元。")).toEqual([null, null]);
});
