import { endsCompound } from "../../../lexicon/prose/compounds.js";
import { matchAt } from "../../../match-at.js";
import { chineseInteger } from "../../../numeral.js";
import type { Token } from "../../lexer.js";
import type { Field } from "./field.js";
import { type FieldLabel, type FieldRole, labelAt } from "./field-label.js";

const CHINESE = "[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九零]|一百";
const POINTS = new RegExp(
  `\\s*"?(\\d{1,3}(?:\\.\\d+)?|(?:${CHINESE})(?:点[零〇一二三四五六七八九]{1,2})?)\\s*(分(?!钟|之|别|类|析|布|期)|%)?`,
  "uy",
);
const BARE = /(\d{1,3}(?:\.\d+)?)\s*分"?(?:[,)]|[中里])?$/u;
const LOST =
  /(?:扣减|扣除|扣掉|扣去|扣|(?<!(?![共应均各再另情])\p{Script=Han})(?:减|失))(?:分|去|了)?(?:为|:)?\s*(\d{1,3}(?:\.\d+)?)\s*分/uy;
/** 按10分权重计9.86分, 按15分的分值得15分, 按10分计，得9.9分: the marks stand before the word that says so. */
const FULL_BEFORE =
  /[按以]照?(\d{1,3}(?:\.\d+)?)分(?:的?(?:权重|分值|标准分|满分)(?=[计得评记,;。]|$)|(?<!\.\d+分)(?:计算?|计分|折算)(?=(?:自评|实际)?得|$))/uy;
const FULL = /(?:自评|实际)?(?:得|获得?|计|记|评|为)满分(?!值|\d|为|:)|(?:不|未|没有|无)(?:予|作)?扣分/uy;

/** 扣2分, 得满分, 未扣分: what was lost at `at`, without a figure where that is nothing; undefined where no such words stand. */
export function lossAt(text: string, at: number): Field | undefined {
  const lost = matchAt(LOST, text, at);
  if (lost) return field("deduction", lost[0], at, at + lost[0].length, at, pointsToken(lost[1]!, at + lost[0].indexOf(lost[1]!)));
  const full = matchAt(FULL, text, at);
  return full && field("deduction", full[0], at, at + full[0].length, at);
}

/** The full marks that stand at `at` before the word that says so. */
export function fullMarksSetAt(text: string, at: number): Field | undefined {
  const match = matchAt(FULL_BEFORE, text, at);
  if (!match) return undefined;
  const start = at + match[0].indexOf(match[1]!);
  return field("weight", "权重", at, at + match[0].length, start, pointsToken(match[1]!, start));
}

/** Whether 9分 stands at `at`. */
export function arePoints(text: string, at: number): boolean {
  return matchAt(POINTS, text, at)?.[2] === "分";
}

/** Whether a label whose value begins at `at` tells marks there: 得9分, 分值：9. */
export function tellsMarks(text: string, at: number, { closed }: FieldLabel): boolean {
  const match = matchAt(POINTS, text, at);
  return match !== undefined && (match[2] === "分" || (closed && at + match[0].length === text.length));
}

/** What the label at `at` tells of marks, or of a score: a figure, or two. */
export function marksAt(text: string, at: number, label: FieldLabel, fiscalYear: number | null): Field[] {
  const value = at + label.length;
  // 产出、效益得分分别为48分、28分: of several.
  if (text.slice(at, value).includes("分别")) return [];
  const second = text[value] === "/" ? labelAt(text, value + 1, fiscalYear) : undefined;
  return second && (second.role === "weight" || second.role === "score")
    ? pairAt(text, at, value + 1 + second.length, [label.role, second.role], label.key)
    : pointsAt(text, at, value, label);
}

/** 建成站点7分: marks without a label, at the end of what stands before the first one. */
export function bareMarks(text: string, until: number): Field | undefined {
  const match = BARE.exec(text.slice(0, until));
  if (!match || /[\d.]$/u.test(text.slice(0, match.index))) return undefined;
  const figure = match.index;
  // 巡河里程共6分: 共 is no part of the name that 公共 is.
  const sum = /(?:共计?|合计|总计)$/u.exec(text.slice(0, figure))?.[0].length ?? 0;
  const start = figure - (sum > 0 && !endsCompound(text, figure - sum) ? sum : 0);
  return { role: "weight", key: "", start, end: until, value: figure, figure: pointsToken(match[1]!, figure), measured: true, bare: true };
}

/** 得9分, 分值：9, 权重9%; 得9/10分 tells both. */
function pointsAt(text: string, at: number, value: number, label: FieldLabel): Field[] {
  const { role, key, closed } = label;
  // 得满分6分 tells both.
  if (role === "score" && text.startsWith("满分", value) && /\d/u.test(text[value + 2] ?? "")) {
    const [score] = pointsAt(text, at, value + 2, label);
    return score ? [score, { ...score, role: "weight" }] : [];
  }
  const match = matchAt(POINTS, text, value);
  if (!match) return [];
  const end = value + match[0].length;
  const over = match[2] === undefined ? /^\/(\d{1,3}(?:\.\d+)?)\s*分?/u.exec(text.slice(end, end + 10)) : null;
  const start = value + match[0].indexOf(match[1]!);
  // 得分=7分×完成比例=6.12分: what the formula gives.
  if (/^\s*[×xX*÷]/u.test(text.slice(end))) {
    const given = /=\s*(\d{1,3}(?:\.\d+)?)\s*分?$/u.exec(text);
    const result = given ? text.length - given[0].length + given[0].indexOf(given[1]!) : 0;
    return given && role === "score" ? [field(role, key, at, text.length, result, pointsToken(given[1]!, result))] : [];
  }
  // 评分：9分中得8分: of how many.
  if (role === "score" && match[2] === "分" && /^[中里](?:自评|实际|实)?得/u.test(text.slice(end, end + 8)))
    return [field("weight", key, at, end, start, pointsToken(match[1]!, start))];
  if (over && role === "score") {
    const weight = end + 1;
    return [
      field("score", key, at, end, start, pointsToken(match[1]!, start)),
      field("weight", key, end, end + over[0].length, weight, pointsToken(over[1]!, weight)),
    ];
  }
  const ends = /^\s*"?(?:[,;。()]|$)/u.test(text.slice(end));
  if (match[2] === "%" && role !== "weight") return [];
  if (match[2] === undefined && !(ends && (closed || /\d/u.test(match[1]!)))) return [];
  if (!/\d/u.test(match[1]!) && match[2] !== "分") return [];
  return [field(role, key, at, end, start, pointsToken(match[1]!, start))];
}

/** 得分/分值为9/10. */
function pairAt(text: string, at: number, value: number, roles: readonly [FieldRole, FieldRole], key: string): Field[] {
  const match = /^\s*(\d{1,3}(?:\.\d+)?)分?\/(\d{1,3}(?:\.\d+)?)\s*分?/u.exec(text.slice(value, value + 20));
  if (!match) return [];
  const end = value + match[0].length;
  const first = value + match[0].indexOf(match[1]!);
  const second = value + match[0].indexOf("/") + 1;
  return [
    field(roles[0], key, at, second, first, pointsToken(match[1]!, first)),
    field(roles[1], key, second, end, second, pointsToken(match[2]!, second)),
  ];
}

function field(role: FieldRole, key: string, start: number, end: number, value: number, figure?: Token): Field {
  return { role, key, start, end, value, measured: true, ...(figure ? { figure } : {}) };
}

/** Marks as a token, in digits or in words: 七点八三. */
function pointsToken(printed: string, start: number): Token {
  const [whole, places] = printed.split("点");
  const digits = /^\d/u.test(printed)
    ? printed
    : `${chineseInteger(whole!) ?? 0}${places ? `.${[...places].map((c) => chineseInteger(c) ?? 0).join("")}` : ""}`;
  return { kind: "points", value: digits, unit: "分", text: printed, start, end: start + printed.length };
}
