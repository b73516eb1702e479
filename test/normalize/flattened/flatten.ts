import type { Extracted, Paragraph } from "../../../src/core/extracted.js";

/** A made indicator table and the ways in which text loses its grid. All places, projects and figures are invented. */

export interface MadeRow {
  readonly level1: string;
  readonly level2: string;
  readonly name: string;
  readonly target: string;
  readonly actual: string;
  readonly weight: string;
  readonly score: string;
  readonly rate: string;
  readonly reason: string;
}

export type Field = keyof MadeRow;

export interface MadeTable {
  readonly rows: readonly MadeRow[];
  readonly fields: readonly Field[];
  readonly total: readonly string[] | null;
}

/** Repeatable choices: mulberry32. */
export function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

type Roll = () => number;
const pick = <T>(roll: Roll, items: readonly T[]): T => items[Math.floor(roll() * items.length)]!;
const between = (roll: Roll, low: number, high: number) => low + Math.floor(roll() * (high - low + 1));

type Kind = "up" | "down" | "equal" | "percent" | "quality" | "date";
interface Seed {
  readonly name: string;
  readonly unit?: string;
  readonly kind: Kind;
  readonly size?: readonly [number, number];
}

const OUTPUT: { readonly [level2: string]: readonly Seed[] } = {
  数量指标: [
    { name: "渡口浮桥检修座数", unit: "座", kind: "up", size: [3, 40] },
    { name: "牧道清障里程", unit: "公里", kind: "up", size: [12, 260] },
    { name: "举办木作技艺讲习班", unit: "期", kind: "up", size: [2, 12] },
    { name: "发放防冻物资", unit: "套", kind: "equal", size: [100, 3200] },
    { name: "古树名木挂牌保护", unit: "株", kind: "up", size: [20, 900] },
    { name: "更换井盖数量", unit: "个", kind: "up", size: [30, 1200] },
    { name: "完成河岸绿化面积", unit: "平方米", kind: "up", size: [800, 26000] },
    { name: "数据存储扩容规模", unit: "TB", kind: "up", size: [10, 200] },
    { name: "购置气象观测设备台套数", unit: "台", kind: "equal", size: [2, 30] },
  ],
  质量指标: [
    { name: "检修工程一次验收合格率", kind: "percent" },
    { name: "物资质量抽检合格率", kind: "percent" },
    { name: "观测数据可用率", kind: "percent" },
    { name: "植株成活率", kind: "percent" },
  ],
  时效指标: [
    { name: "故障应急响应时限", unit: "小时", kind: "down", size: [2, 48] },
    { name: "年度检修任务完成时间", kind: "date" },
    { name: "物资到货及时率", kind: "percent" },
    { name: "投诉件平均办理时长", unit: "工作日", kind: "down", size: [2, 15] },
  ],
  成本指标: [
    { name: "单座浮桥检修成本", unit: "万元", kind: "down", size: [2, 60] },
    { name: "每套物资采购单价", unit: "元", kind: "down", size: [90, 880] },
    { name: "培训人均费用", unit: "元/人", kind: "down", size: [80, 400] },
  ],
};
const BENEFIT: { readonly [level2: string]: readonly Seed[] } = {
  经济效益指标: [
    { name: "摆渡货运损耗下降率", kind: "percent" },
    { name: "带动农户增收金额", unit: "万元", kind: "up", size: [5, 300] },
  ],
  社会效益指标: [
    { name: "沿岸群众出行便利程度", kind: "quality" },
    { name: "安全责任事故起数", unit: "起", kind: "equal", size: [0, 0] },
    { name: "公众气象知识知晓率", kind: "percent" },
  ],
  生态效益指标: [{ name: "河岸水土流失治理情况", kind: "quality" }],
  可持续影响指标: [
    { name: "设施管护长效机制", kind: "quality" },
    { name: "传统技艺传承能力", kind: "quality" },
  ],
};
const SATISFACTION: { readonly [level2: string]: readonly Seed[] } = {
  服务对象满意度指标: [
    { name: "沿岸群众满意度", kind: "percent" },
    { name: "参训学员满意度", kind: "percent" },
  ],
};
const QUALITIES = ["明显提升", "持续改善", "逐步完善", "有效增强", "建立健全", "稳步提高", "保持良好", "长期有效", "得到保障"];
const PARTLY = ["部分达成预期指标并具有一定效果", "基本达成预期指标"];
const REASONS = [
  "汛期延长，部分检修任务推迟到次年实施",
  "供货厂家产能不足，后续将提前签订合同并加强督促",
  "年初指标设定偏高，今后结合实际科学测算",
  "受低温天气影响，户外作业时间压缩",
  "部分合同款尚未到付款节点，结转下年支付",
];

function madeValue(roll: Roll, seed: Seed, met: boolean): { target: string; actual: string; ratio: number } {
  switch (seed.kind) {
    case "quality": {
      const word = pick(roll, QUALITIES);
      return met
        ? { target: word, actual: roll() < 0.5 ? word : pick(roll, ["达成预期指标", "完成"]), ratio: 1 }
        : { target: word, actual: pick(roll, PARTLY), ratio: 0.75 };
    }
    case "date": {
      const year = between(roll, 2018, 2025);
      return { target: `${year}年12月底前`, actual: `${year}年${between(roll, 9, 12)}月${between(roll, 1, 30)}日`, ratio: 1 };
    }
    case "percent": {
      const t = between(roll, 80, 100);
      const a = met ? (roll() < 0.5 ? t : Math.min(100, t + between(roll, 0, 5))) : t - between(roll, 3, 30);
      const shown = roll() < 0.3 && a < 100 ? `${a}.${between(roll, 1, 9)}%` : `${a}%`;
      return { target: `${t === 100 ? "=" : "≥"}${t}%`, actual: shown, ratio: a / t };
    }
    default: {
      const [low, high] = seed.size!;
      const t = between(roll, low, high);
      const sign = seed.kind === "up" ? "≥" : seed.kind === "down" ? "≤" : "=";
      let a = t;
      if (seed.kind === "up") a = met ? t + between(roll, 0, Math.ceil(t * 0.2)) : Math.max(0, t - Math.max(1, Math.ceil(t * 0.2)));
      if (seed.kind === "down") a = met ? Math.max(1, t - between(roll, 0, Math.floor(t * 0.2))) : t + Math.max(1, Math.ceil(t * 0.2));
      return { target: `${sign}${t}${seed.unit}`, actual: `${a}${seed.unit}`, ratio: t === 0 ? 1 : seed.kind === "down" ? t / a : a / t };
    }
  }
}

function weightsTo(roll: Roll, count: number, whole: number): string[] {
  if (roll() < 0.2) {
    const equal = Math.floor((whole / count) * 100) / 100;
    return Array.from({ length: count }, (_, i) => String(i < count - 1 ? equal : Math.round((whole - equal * (count - 1)) * 100) / 100));
  }
  const weights = Array.from({ length: count }, () => Math.max(1, Math.floor(whole / count)));
  let rest = whole - weights.reduce((a, b) => a + b, 0);
  while (rest > 0) {
    weights[Math.floor(roll() * count)]!++;
    rest--;
  }
  for (let i = 0; i + 1 < count; i += 2) {
    if (weights[i]! > 2 && roll() < 0.6) {
      weights[i]!--;
      weights[i + 1]!++;
    }
  }
  return weights.map(String);
}

const ORDERS: readonly (readonly Field[])[] = [
  ["level1", "level2", "name", "target", "actual", "weight", "score", "reason"],
  ["level1", "level2", "name", "weight", "target", "actual", "score", "reason"],
  ["level1", "level2", "name", "target", "actual", "rate", "weight", "score", "reason"],
  ["level1", "level2", "name", "target", "actual", "weight", "score"],
  ["level2", "name", "weight", "target", "actual", "score"],
  ["level1", "level2", "name", "target", "actual", "score", "reason"],
];

export function makeTable(seed: number): MadeTable {
  const roll = dice(seed);
  const fields = pick(roll, ORDERS);
  const rows: MadeRow[] = [];
  const whole = pick(roll, [100, 100, 90]);
  const groups: [string, string, Seed][] = [];
  const take = (level1: string, lists: { readonly [level2: string]: readonly Seed[] }, most: number) => {
    for (const [level2, seeds] of Object.entries(lists)) {
      if (roll() < 0.25 && groups.length > 0) continue;
      const count = between(roll, 1, Math.min(most, seeds.length));
      const start = between(roll, 0, seeds.length - 1);
      for (let i = 0; i < count; i++) groups.push([level1, level2, seeds[(start + i) % seeds.length]!]);
    }
  };
  take("产出指标", OUTPUT, 3);
  take("效益指标", BENEFIT, 2);
  take("满意度指标", SATISFACTION, 2);
  const weights = weightsTo(roll, groups.length, whole);
  groups.forEach(([level1, level2, seedling], i) => {
    const met = roll() < 0.8;
    const { target, actual, ratio } = madeValue(roll, seedling, met);
    const weight = weights[i]!;
    const full = ratio >= 1;
    const score = full ? weight : String(Math.round(Number(weight) * Math.min(1, ratio) * 100) / 100);
    const rate = seedling.kind === "quality" || seedling.kind === "date" ? "" : `${(ratio * 100).toFixed(2)}%`;
    const erring = roll();
    rows.push({
      level1,
      level2,
      name: seedling.name,
      target,
      actual,
      weight,
      // Authors err: some scores exceed the weight, some are deducted though the target is met.
      score: erring < 0.03 ? String(Number(weight) + 1) : erring < 0.06 && Number(weight) > 2 ? String(Number(weight) - 1) : score,
      rate,
      reason: full ? (roll() < 0.3 && fields.includes("reason") ? "无" : "") : pick(roll, REASONS),
    });
  });
  const sum = rows.reduce((a, row) => a + Number(row.score), 0);
  const total =
    roll() < 0.5
      ? fields.includes("weight")
        ? [String(whole), String(Math.round(sum * 100) / 100)]
        : [String(Math.round(sum * 100) / 100)]
      : null;
  return { rows, fields, total };
}

const HEADS: { readonly [field in Field]: readonly string[] } = {
  level1: ["一级指标"],
  level2: ["二级指标"],
  name: ["三级指标", "指标名称"],
  target: ["年度指标值", "目标值", "年初目标值", "年度目标值"],
  actual: ["实际完成值", "全年完成值", "完成值"],
  weight: ["分值", "权重"],
  score: ["得分", "自评得分"],
  rate: ["完成率"],
  reason: ["偏差原因分析", "未完成原因分析", "偏差原因分析及改进措施"],
};

/**
 * `narrow` and `medium` cells broken over lines; `cells` one a line; `rows` one row a line, cells parted by single spaces; `spaced` the
 * same with spaces inside the cells; `stream` the whole table in one line; `glued` rows without any space.
 */
export type Style = "narrow" | "medium" | "cells" | "rows" | "spaced" | "stream" | "glued";
export const STYLES: readonly Style[] = ["narrow", "medium", "cells", "rows", "spaced", "stream", "glued"];

/** The table as text that lost its grid, one physical line an entry; `""` is a blank line. */
export function flatten(table: MadeTable, style: Style, seed: number): string[] {
  const roll = dice(seed ^ 0x5bd1e995);
  const heads = table.fields.map((field) => pick(roll, HEADS[field]));
  const broken = style === "narrow" || style === "medium";
  const widths = table.fields.map((field) => widthOf(roll, style, field));
  const habits = { justified: roll() < 0.5, blank: roll() < 0.5, indent: roll() < 0.4 ? 1 : 0 };
  const lines: string[] = [];
  const head = () => lines.push(...rowLines(roll, style, heads, widths, broken, habits));
  head();
  let before: MadeRow | null = null;
  table.rows.forEach((row, r) => {
    if (r > 2 && style !== "stream" && roll() < 0.04) {
      lines.push("", `— ${between(roll, 1, 9)} —`, "");
      if (roll() < 0.5) head();
    }
    const cells = table.fields.map((field) => {
      if (field === "level1" && before && before.level1 === row.level1) return "";
      if (field === "level2" && before && before.level1 === row.level1 && before.level2 === row.level2) return "";
      return row[field];
    });
    lines.push(...rowLines(roll, style, cells, widths, broken, habits));
    before = row;
  });
  if (table.total) {
    if (style === "cells") lines.push(pick(roll, ["总分", "合计"]), ...table.total);
    else if (style === "glued") lines.push([pick(roll, ["总分", "合计"]), ...table.total].join(""));
    else lines.push([pick(roll, ["总分", "合计"]), ...table.total].join(" "));
  }
  return style === "stream" ? [lines.filter((line) => line !== "").join(" ")] : lines;
}

function widthOf(roll: Roll, style: Style, field: Field): number {
  if (style === "narrow")
    return {
      level1: 3,
      level2: 3,
      name: between(roll, 3, 4),
      target: 3,
      actual: 3,
      weight: 2,
      score: 2,
      rate: 4,
      reason: between(roll, 4, 6),
    }[field];
  if (style === "medium")
    return {
      level1: 4,
      level2: 6,
      name: between(roll, 6, 8),
      target: 6,
      actual: 6,
      weight: 3,
      score: 3,
      rate: 4,
      reason: between(roll, 6, 9),
    }[field];
  return 1000;
}

interface Habits {
  readonly justified: boolean;
  readonly blank: boolean;
  readonly indent: number;
}

/** The lines of one row: broken cells stand line by line, unbroken neighbours share a line. */
function rowLines(
  roll: Roll,
  style: Style,
  cells: readonly string[],
  widths: readonly number[],
  broken: boolean,
  habits: Habits,
): string[] {
  const told = cells.map((text, i) => ({ text, width: widths[i]! })).filter((cell) => cell.text !== "");
  if (style === "cells") return told.flatMap(({ text }) => (habits.blank ? [text, ""] : [text]));
  if (style === "glued") return [told.map((cell) => cell.text).join("")];
  if (style === "rows" || style === "stream") return [told.map((cell) => cell.text).join(" ")];
  if (style === "spaced") return [told.map((cell) => cell.text.replace(/(\d)(?=[\u4e00-\u9fff])/gu, "$1 ")).join(" ")];
  const lines: string[] = [];
  let open = "";
  for (const { text, width } of told) {
    const wrapped = broken ? wrap(text, width, habits.indent) : [text];
    if (wrapped.length === 1) {
      open = open === "" ? wrapped[0]! : `${open} ${wrapped[0]}`;
      continue;
    }
    if (open !== "") lines.push(open, ...(habits.blank ? [""] : []));
    open = "";
    wrapped.forEach((line, i) => {
      const full = i > 0 && i < wrapped.length - 1 && habits.justified && roll() < 0.5 && /^[\u4e00-\u9fff，、]+$/u.test(line);
      lines.push(full ? [...line].join(" ") : line);
      if (habits.blank && (roll() < 0.7 || i === wrapped.length - 1)) lines.push("");
    });
  }
  if (open !== "") lines.push(open, ...(habits.blank ? [""] : []));
  return lines;
}

/** Breaks a cell's text as a narrow column does: anywhere between CJK characters, figures only when longer than a line. */
export function wrap(text: string, width: number, indent: number): string[] {
  const lines: string[] = [];
  let line = "";
  let used = indent;
  for (const character of text) {
    const size = character.charCodeAt(0) < 0x2e80 ? 0.5 : 1;
    if (used + size > width + 0.01 && line !== "" && !/[，、。）%]/u.test(character)) {
      lines.push(line);
      line = "";
      used = 0;
    }
    line += character;
    used += size;
  }
  if (line !== "") lines.push(line);
  return lines;
}

/** Physical lines as the text reader gives them: a paragraph a line, blank lines counted. */
export function extractedLines(lines: readonly string[]): Extracted {
  const blocks: Paragraph[] = [];
  let blank = 0;
  lines.forEach((text, i) => {
    if (text.trim() === "") {
      blank++;
      return;
    }
    const evidence = { line: i + 1 };
    blocks.push({ type: "paragraph", text, lines: [{ text, evidence }], blankBefore: blank, evidence: [evidence] });
    blank = 0;
  });
  return { mediaType: "text/plain", pages: [], blocks, flow: "lines", warnings: [] };
}
