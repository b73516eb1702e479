import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { told } from "../told.js";

interface Item {
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly weight: number;
  readonly score: string;
}

const NAMES = [
  "检修浮桥座数",
  "船员培训人次",
  "渡口照明完好率",
  "缆绳更换及时率",
  "单座检修成本",
  "候船室改造完成时间",
  "两岸群众满意度",
  "渡运安全水平",
];
const UNITS = ["座", "人次", "%", "公里", "万元"];
const DIGITS = "零一二三四五六七八九";

function inWords(figure: string): string {
  const [whole, places] = figure.split(".");
  const n = Number(whole);
  const tens = n >= 20 ? `${DIGITS[Math.floor(n / 10)]}十` : n >= 10 ? "十" : "";
  return `${tens}${n % 10 > 0 || n === 0 ? DIGITS[n % 10] : ""}${places ? `点${[...places].map((d) => DIGITS[Number(d)]).join("")}` : ""}`;
}

const quantity = fc
  .tuple(fc.integer({ min: 3, max: 900 }), fc.constantFrom("≥", "≤", "=", "不低于", "不超过"), fc.constantFrom(...UNITS))
  .chain(([figure, sign, unit]) =>
    fc.integer({ min: 1, max: 900 }).map((done) => ({ target: `${sign}${figure}${unit}`, actual: `${done}${unit}` })),
  );
const words = fc.constantFrom({ target: "明显提升", actual: "明显提升" }, { target: "基本建立", actual: "部分达成预期指标并具有一定效果" });
const items: fc.Arbitrary<Item[]> = fc.shuffledSubarray(NAMES, { minLength: 4 }).chain((names) =>
  fc.tuple(
    ...names.map((name, i) =>
      fc
        .record({
          told: i > 1 && i % 3 === 2 ? words : quantity,
          weight: fc.integer({ min: 3, max: 20 }),
          lost: fc.constantFrom(0, 0, 0, 0.5, 1.25),
        })
        .map(({ told, weight, lost }) => ({ name, ...told, weight, score: String(weight - lost) })),
    ),
  ),
);

/** How a report tells its items: one way for all of them. */
const construction = fc.record({
  target: fc.constantFrom("年度指标值", "目标值", "目标", "计划", "要求", "应完成", "设定值为", "绩效目标值", "年初目标：", "计划值："),
  actual: fc.constantFrom("实际完成值", "完成值", "实际", "已完成", "年末为", "结果为", "完成情况为", "全年完成：", "实际完成："),
  weight: fc.constantFrom("分值#分", "权重#分", "满分#分", "标准分#分", "该指标分值为#分", "权重#%", "应得#分"),
  score: fc.constantFrom("得分#分", "自评得分#分", "得#分", "自评#分", "实得#分", "计#分", "本项得分#分"),
  order: fc.shuffledSubarray(["target", "actual", "weight", "score"] as const, { minLength: 4 }),
  between: fc.constantFrom("，", "；", "。"),
  paragraphs: fc.boolean(),
  wrap: fc.constantFrom("#，", "#：", "“#”，", "#（数量指标）：", "数量指标——#：", "数量指标的#，", "产出指标-数量指标-#："),
  numbered: fc.boolean(),
  words: fc.boolean(),
  /** What a report says over and again within its items. */
  remark: fc.constantFrom("", "业务台账显示", "年终汇总数据表明", "评价小组复核认可", "佐证材料齐全"),
  remarkAt: fc.integer({ min: 1, max: 3 }),
});

type Construction = typeof construction extends fc.Arbitrary<infer C> ? C : never;

function tell(list: readonly Item[], how: Construction): string[] {
  // Within a paragraph what parts fields parts no items, and names need a number or a mark of their own.
  const between = how.paragraphs ? how.between : "，";
  const number = (figure: string) => (how.words ? inWords(figure) : figure);
  const lines = list.map((item, i) => {
    const field = {
      target: `${how.target}${item.target}`,
      actual: `${how.actual}${item.actual}`,
      weight: how.weight.replace("#", how.weight.includes("%") ? String(item.weight) : number(String(item.weight))),
      score: how.score.replace("#", number(item.score)),
    };
    const remark = how.paragraphs && how.remark !== "" ? `${how.remark}，` : "";
    const fields = how.order.map((role, k) => `${k === how.remarkAt ? remark : ""}${field[role]}`);
    return `${how.numbered ? `${i + 1}.` : ""}${how.wrap.replace("#", item.name)}${fields.join(between)}`;
  });
  return how.paragraphs ? lines.map((line) => `${line}。`) : [`${lines.join("；")}。`];
}

describe("items of indicators told in sentences", () => {
  it("are read in whatever order, words and marks a report tells them", () => {
    fc.assert(
      fc.property(items, construction, (list, how) => {
        const text = tell(list, how);
        const { indicators } = told("三、指标完成情况", "产出指标", ...text);
        expect(
          indicators.map(({ level3, target, actual, weight, score }) => [level3, target, actual, weight?.value, score?.value]),
          text.join("\n"),
        ).toEqual(list.map(({ name, target, actual, weight, score }) => [name, target, actual, String(weight), score]));
      }),
      { numRuns: 150 },
    );
  });
});

const rows = (...texts: string[]) =>
  told(...texts).indicators.map(({ level1, level2, level3, target, actual, weight, score }) =>
    [level1, level2, level3, target, actual, weight?.value ?? "", score?.value ?? ""].join("|"),
  );

describe("what a report's own way of telling shows", () => {
  it("a label before quantities is one before words too", () => {
    expect(
      rows(
        "产出指标",
        "检修浮桥座数（8分）——要求≥9座，年末为9座，自评8分。",
        "渡运安全水平（6分）——要求稳步提高，年末为稳步提高，自评6分。",
      ),
    ).toEqual(["产出指标||检修浮桥座数|≥9座|9座|8|8", "产出指标||渡运安全水平|稳步提高|稳步提高|6|6"]);
  });

  it("targets and weights in one chapter, results and scores in another", () => {
    const facts = rows(
      "产出指标30分，其中：数量指标18分，包括检修浮桥座数10分（目标值≥8座）、整治渡口数8分（目标值≥5处）。",
      "产出指标：检修浮桥座数实际完成6座，得7.5分；整治渡口数实际完成5处，得8分。",
    );
    expect(facts).toEqual([
      "产出指标|数量指标|检修浮桥座数|≥8座||10|",
      "产出指标|数量指标|整治渡口数|≥5处||8|",
      "产出指标||检修浮桥座数||6座||7.5",
      "产出指标||整治渡口数||5处||8",
    ]);
  });

  it("what was done in another year is not the year's result", () => {
    expect(rows("产出指标", "1.检修浮桥座数（数量指标，8分）：2022年目标值≥9座，2021年完成7座，2022年完成9座，得8分。")).toEqual([
      "产出指标|数量指标|检修浮桥座数|≥9座|9座|8|8",
    ]);
  });

  it("a level that begins a numbered line, whatever it is called, holds what follows it there", () => {
    expect(
      rows("（一）投入（10分，得9分）", "1.资金落实。资金到位率（5分），符合要求，得5分；到位及时率（5分），迟拨一笔，扣1分，得4分。"),
    ).toEqual(["投入|资金落实|资金到位率|||5|5", "投入|资金落实|到位及时率|||5|4"]);
  });

  it("a name may end in what else is said of marks that were lost", () => {
    const { indicators } = told(
      "1．效益～经济效益指标～台风减少损失10分，自评9分；效益～社会效益指标～渡运安全水平20分，扣2分；满意度～服务对象满意度指标～两岸群众满意度10分，自评10分。",
    );
    expect(indicators.map(({ level3, weight, score }) => [level3, weight?.value, score?.value])).toEqual([
      ["台风减少损失", "10", "9"],
      ["渡运安全水平", "20", "18"],
      ["两岸群众满意度", "10", "10"],
    ]);
  });

  it("signs and quotes tell a target without a label", () => {
    expect(
      rows("产出指标：数量指标设“检修浮桥座数”≥9座（8分）、“整治渡口数”≥5处（7分）；质量指标设“渡运安全水平”逐步提高（5分）。"),
    ).toEqual([
      "产出指标|数量指标|检修浮桥座数|≥9座||8|",
      "产出指标|数量指标|整治渡口数|≥5处||7|",
      "产出指标|质量指标|渡运安全水平|逐步提高||5|",
    ]);
  });

  it("targets with results are indicators where a report gives no marks at all", () => {
    const list =
      "数量指标：检修浮桥座数，指标值≥9座，全年实际完成值9座；整治渡口数，指标值≥5处，全年实际完成值5处；船员培训人次，指标值≥60人次，全年实际完成值58人次。";
    expect(rows("1.产出指标完成情况", list)).toHaveLength(3);
    expect(rows("1.产出指标完成情况", list, "自评得分90分，其中船员培训得10分。").length).toBeLessThanOrEqual(3);
    expect(rows("数量指标：检修浮桥座数，指标值≥9座，全年实际完成值9座。")).toEqual([]);
  });

  it("that a target was reached is no result of its own, nor what it is told by a name", () => {
    expect(
      rows(
        "产出指标",
        "①检修浮桥座数年初目标值为≥9座。据年终汇总数据，完成年初目标。该项指标标准分值为8分，实际得分8分。",
        "②渡运安全水平年初目标值为稳步提高。据年终汇总数据，未完成年初目标。该项指标标准分值为6分，实际得分4分。",
      ),
    ).toEqual(["产出指标||检修浮桥座数|≥9座||8|8", "产出指标||渡运安全水平|稳步提高||6|4"]);
  });

  it("words said once go on with the item that lacks what they tell", () => {
    expect(
      rows(
        "产出指标",
        "检修浮桥座数年初目标值为≥9座。检修台账齐备，标准分值为8分，得8分。",
        "整治渡口数目标为≥5处。逐处现场印证，实际完成4处。验收小组认可，标准分值为6分，得4.8分。",
      ),
    ).toEqual(["产出指标||检修浮桥座数|≥9座||8|8", "产出指标||整治渡口数|≥5处|4处|6|4.8"]);
  });

  it("a dash that recognition read as the numeral parts a level from its name, and the numeral of a word does not", () => {
    expect(
      rows(
        "一是产出指标，满分14分，自评14分。",
        "数量指标一检修浮桥座数：目标≥9座，完成9座，分值8分，得分8分；",
        "数量指标一次性补助人数：目标≥5人，完成5人，分值6分，得分6分。",
        "数量指标一户一档建立数：目标≥5户，完成5户，分值6分，得分6分。",
      ),
    ).toEqual([
      "产出指标|数量指标|检修浮桥座数|≥9座|9座|8|8",
      "产出指标|数量指标|一次性补助人数|≥5人|5人|6|6",
      "产出指标|数量指标|一户一档建立数|≥5户|5户|6|6",
    ]);
  });

  it.each([
    (name: string) => `在${name}方面，年初目标为≥9座，实际完成8座，分值8分，自评7分。`,
    (name: string) => `从${name}来看，目标值≥9座，完成值8座，标准分8分，得分7分。`,
    (name: string) => `就${name}而言，目标值≥9座，完成值8座，标准分8分，得分7分。`,
    (name: string) => `关于“${name}”，年初目标≥9座，全年完成8座；本项8分，得7分。`,
    (name: string) => `${name}这一指标，年初设定为≥9座，年末完成8座，未完成目标，分值8分，评得7分。`,
    (name: string) => `${name}，计划≥9座，经汇总统计全年实际8座，未完成年度目标。对照评分细则，8分中得7分。`,
    (name: string) => `年初确定${name}目标值≥9座，到年底实际完成8座，该指标权重8分，评分7分。`,
  ])("words around a name are none of it, and how a result was found is no name", (tell) => {
    const names = ["检修浮桥座数", "整治渡口座数", "改造总体合格座数"];
    expect(rows("产出指标", ...names.map(tell))).toEqual(names.map((name) => `产出指标||${name}|≥9座|8座|8|7`));
  });

  it.each(["对象资格符合率", "在校学生巩固率", "从业人员培训人次", "就业帮扶人数", "在读学生巩固率"])(
    "no name loses what is a word of it: %s",
    (name) => {
      expect(rows("产出指标", `${name}目标≥9%，实际完成8%，分值8分，自评7分。`)).toEqual([`产出指标||${name}|≥9%|8%|8|7`]);
      expect(rows("产出指标", `就${name}来看，目标≥9%，实际完成8%，分值8分，自评7分。`)).toEqual([`产出指标||${name}|≥9%|8%|8|7`]);
    },
  );

  it("no name loses the end of a word before 指标", () => {
    expect(rows("产出指标", "数据标准统一指标目标≥9%，实际完成8%，分值8分，自评7分。")).toEqual(["产出指标||数据标准统一|≥9%|8%|8|7"]);
  });

  it("full marks that were got are both the marks and the score", () => {
    expect(rows("产出指标", "检修浮桥座数得满分8分。目标≥9座，实际9座。")).toEqual(["产出指标||检修浮桥座数|≥9座|9座|8|8"]);
  });

  it("words on the whole around a level or a result name no indicator", () => {
    expect(rows("从总体情况来看，年初目标5项，实际完成5项，得分9分。", "在资金执行情况方面，预算20万元，得9分。")).toEqual([]);
  });

  it("names without targets stay names beside one that has a target and no marks", () => {
    expect(rows("产出指标", "检修浮桥座数目标为≥9座。", "整治渡口数分值8分，得8分。", "船员培训人次分值6分，得5分。")).toHaveLength(2);
  });
});

describe("names and values that look like something else", () => {
  it("a score that others gave for the matter is an indicator where it has a target", () => {
    const facts = told(
      "（一）产出指标",
      "1.质量指标",
      "渡口保洁考核得分。年初目标：≥90分；年末完成：76分；标准分值：8分；实际得分：6.76分。",
    );
    expect(facts.indicators).toMatchObject([{ level3: "渡口保洁考核得分", target: "≥90分", actual: "76分", score: { value: "6.76" } }]);
  });

  it("绩效目标 before a quality with its marks is the level", () => {
    const facts = told(
      "（一）决策",
      "——项目立项：立项程序规范性，4分。立项文件齐全，得4分。",
      "——绩效目标：绩效目标合理性，4分。个别目标值偏低，得3分。",
    );
    expect(facts.indicators.map(({ level2, level3, score }) => [level2, level3, score?.value])).toEqual([
      ["项目立项", "立项程序规范性", "4"],
      ["绩效目标", "绩效目标合理性", "3"],
    ]);
  });

  it.each([
    ["部分达成预期指标（外包人员流动较大，补岗不及时）", "部分达成预期指标"],
    ["基本建成（含候船室两座）", "基本建成（含候船室两座）"],
  ])("%s was reached", (told_, actual) => {
    const facts = told(
      "（一）效益指标",
      `社会效益指标“渡运秩序”计划明显改善，实际${told_}，得7分（满分10分）；社会效益指标“渡运事故数”计划不超过2起，实际1起，得10分（满分10分）。`,
    );
    expect(facts.indicators[0]).toMatchObject({ level3: "渡运秩序", actual });
  });
});

it("levels of which a sentence tells how many indicators they have are none of what follows", () => {
  const facts = told("本年度共设置绩效指标2个，其中产出指标1个，满意度指标1个。", "（1）检修浮桥座数，目标≥12座，实际12座，10分，得10分；");
  expect(facts.indicators).toMatchObject([{ level1: "", level3: "检修浮桥座数" }]);
});
