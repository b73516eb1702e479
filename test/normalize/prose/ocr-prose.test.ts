import { describe, expect, it } from "vitest";
import { toldLines } from "./told.js";

/** Reports that tell their indicators in sentences, as recognition and hard wrapping leave them. */

function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
const pick = <T>(roll: () => number, items: readonly T[]): T => items[Math.floor(roll() * items.length)]!;

const LEVELS: readonly (readonly [string, readonly string[]])[] = [
  ["过程", ["资金管理", "事项管理"]],
  ["产出", ["数量指标", "质量指标", "时效指标", "成本指标"]],
  ["效益", ["经济效益指标", "社会效益指标", "可持续影响指标"]],
  ["满意度", ["服务对象满意度指标"]],
];
const NAMES = [
  "浮桥检修座数",
  "分部工程一次验收通过率",
  "物资统一采购比例",
  "资金支出及时率（%）",
  "每座浮桥养护成本（元/年）",
  "确保渡运安全，提高群众出行便利程度",
  "护栏更换长度",
  "T+1系统数据回流及时率",
  "沿岸群众满意度",
  "渡工培训人次",
  "应急响应时限",
  "长效管护机制",
];
const SIGNS = ["～", "・", "．", "—", "–", "－", "-", "一"];

interface Told {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly weight: string;
  readonly score: string;
}

function makeRows(roll: () => number): Told[] {
  return Array.from({ length: 6 + Math.floor(roll() * 6) }, (_, i) => {
    const [level1, seconds] = pick(roll, LEVELS);
    const weight = pick(roll, ["8", "7.5", "10", "13.33", "6.67", "12"]);
    return {
      level1,
      level2: pick(roll, seconds),
      name: NAMES[(i * 5 + Math.floor(roll() * 2)) % NAMES.length]!,
      weight,
      score: roll() < 0.7 ? weight : String(Math.round(Number(weight) * 75) / 100),
    };
  });
}

function write(roll: () => number, rows: readonly Told[]): string {
  const figure = (text: string) => (roll() < 0.1 ? text.replace(".", "．") : text);
  const gap = () => (roll() < 0.3 ? " " : "");
  const sentence = rows
    .map(
      ({ level1, level2, name, weight, score }) =>
        `${level1}${pick(roll, SIGNS)}${level2}${pick(roll, SIGNS)}${name}${gap()}${figure(weight)}${gap()}分，自评${gap()}${figure(score)}${gap()}分`,
    )
    .join("；");
  const sum = Math.round(rows.reduce((total, row) => total + Number(row.score), 0) * 100) / 100;
  const text = `对照三级绩效指标的年度指标值，该项目自评分数为${sum + 40}分，自评结果为优。具体如下：1．${sentence}。`;
  const slipped = text
    .replace(/指标/gu, (word) => (roll() < 0.06 ? "指桥" : word))
    .replace(/满意度/gu, (word) => (roll() < 0.06 ? "满意庋" : word));
  const width = 28 + Math.floor(roll() * 8);
  const lines = slipped.match(new RegExp(`.{1,${width}}`, "gu"))!;
  if (lines.length > 4) lines.splice(3, 0, " \n1 ");
  return lines.join("\n\n");
}

const fold = (text: string) => text.normalize("NFKC").replace(/\s+/gu, "");

describe("indicators told in recognised, hard-wrapped prose", () => {
  it("come back with their levels, names and marks", () => {
    let right = 0;
    let all = 0;
    for (let seed = 1; seed <= 60; seed++) {
      const roll = dice(seed * 7919);
      const rows = makeRows(roll);
      const facts = toldLines(write(roll, rows));
      const got = facts.indicators.map((row) => [row.level1, row.level2, fold(row.level3), row.weight?.value, row.score?.value].join("|"));
      const want = rows.map((row) => [row.level1, row.level2, fold(row.name), row.weight, row.score].join("|"));
      all += want.length;
      right += want.filter((row, i) => row === got[i]).length;
      // Marks are figures: they must never be others than those written, nor may a part's score pass for the total.
      expect(facts.indicators.map((row) => `${row.weight?.value} ${row.score?.value}`)).toEqual(
        rows.map((row) => `${row.weight} ${row.score}`),
      );
      expect(facts.statedScores).toHaveLength(1);
    }
    expect(right / all).toBeGreaterThan(0.97);
  });

  it.each(["1 ", "1", "12 "])("have levels without the number of their item, %j, whose point recognition lost", (number) => {
    const { indicators } = toldLines(`${number}产出～数量指标～浮桥检修座数8分，自评8分；产出～质量指标～护栏更换长度7分，自评7分。`);
    expect(indicators.map(({ level1, level2, level3 }) => [level1, level2, level3])).toEqual([
      ["产出", "数量指标", "浮桥检修座数"],
      ["产出", "质量指标", "护栏更换长度"],
    ]);
  });
});
