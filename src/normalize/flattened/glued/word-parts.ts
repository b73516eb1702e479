import { QUALITATIVE_STARTS } from "../../lexicon/flattened-words.js";
import { TOTAL_LABELS } from "../../lexicon/labels/total-words.js";
import type { Gap } from "../atom.js";

const SENTENCE = /[。；]|，.*，/u;

/** Dates and periods hold three figures and are one cell. */
const DATE = /^[^\d]{0,12}(?:19|20)\d\d[年.\-/]\d{1,2}(?:[月.\-/]\d{1,2}日?)?[^\d]{0,8}$/u;
const DIGITS = "[\\d０-９]";
const SIGN = "[≥≤≧≦>＞<＜=＝═》《]";
/** What recognition makes of a sign, before its figure. */
const SIGN_MISREAD = `(?:\\^|W|[25]=)(?=${DIGITS})`;
/** Before a sign of comparison, after a percent sign, between words and figures, before a phrase that qualitative targets begin with. */
const CUTS = new RegExp(
  [
    `(?<!${SIGN}|^)(?=${SIGN})`,
    `(?<=\\p{Script=Han})(?=${SIGN_MISREAD})`,
    `(?<=[%％‰])(?=${DIGITS}|\\p{Script=Han}{2})`,
    `(?<=\\p{Script=Han})(?=${DIGITS})`,
    `(?<=${DIGITS})(?=\\p{Script=Han}{3})`,
    `(?<=指标)(?=\\p{Script=Han}{2})`,
    `(?<=[（(](?:万|亿)?元[)）])(?=\\p{Script=Han}{2})`,
    `(?<=\\p{Script=Han}{4})(?=(?:${QUALITATIVE_STARTS.filter((word) => word.length >= 2).join("|")})(?:\\p{Script=Han}|$))`,
  ].join("|"),
  "u",
);

/** This many figures without a space between are several cells run together: 浮桥座数≥36座40座55. */
const FUSED_FIGURES = 3;
/** So are a target and a result with a sign and no blank between: 改造公厕≥12座13座. */
const SIGNED_PAIR = new RegExp(`\\p{Script=Han}{2}${SIGN}+\\d[\\d.]*[%％‰]?\\p{Script=Han}{0,4}\\d`, "u");
/** 其他资金000———: so are dashes for the marks that a source of funds has not. */
const DASHES_BEHIND = /\d[—–－-]{2,}$/u;

/** Words of comparison before a figure begin targets. */
const COMPARISON = "(?:不[低少高大小多]于|不超过|[大小]于等于)(?=\\d)";

/** A year among fused figures is one: 11.02016年12月底前. */
const YEAR = "(?:19|20)\\d\\d年";

/** First levels without their 指标, with what begins the second level right behind: 产出数量指标, 满意度服务对象满意度指标. */
const BARE_FIRST: readonly (readonly [first: string, second: string])[] = [
  ["(?:项目)?产出", "(?:数量|质量|时效|进度|成本)指标"],
  ["(?:项目)?(?<!经济|社会|生态|环境)效益", "(?:(?:经济|社会|生态|环境)效益|可持续影响)"],
  ["(?<!对象|群众|公众)满意度", "(?:社会公众|服务对象|群众|公众)\\p{Script=Han}{0,6}满意度"],
];
const BARE_FIRST_CUTS = BARE_FIRST.map(
  ([first, second]) => `(?<=\\p{Script=Han})(?<!项目)(?=${first}${second})|(?<=${first})(?=${second})`,
).join("|");

/** A slash in the place of words: 14/, not 元/人 or 1/3. */
const SLASH = "\\/(?:\\/|\\p{Script=Han}{2}|$)";
/** 77.55/93.70%/: before a rate, too, it stands in the place of marks. */
const RATE_BEHIND = "\\d[\\d.]*[%％]";

/** What makes a word with the 无 before it, which then says no reason. */
const BEGINS_WITH_NONE = "障碍|公害|害化|纸化|烟|偿|人|线|责|重大|违|投诉|事故|欠|效|故";

/** In a run of fused cells, also between a unit and what follows, before a year, and behind a level's name. */
const FUSED_CUTS = new RegExp(
  [
    CUTS.source,
    `(?<=\\p{Script=Han}{2}[：:])(?=${DIGITS})`,
    `(?<=\\p{Script=Han}{2})(?=${COMPARISON})`,
    `(?<=\\p{Script=Han}[)）])(?=${DIGITS})`,
    `(?<=\\d)(?=${YEAR})`,
    "(?<=\\d)(?<!(?:19|20)\\d\\d(?=年))(?=\\p{Script=Han}|[A-Za-z])",
    `(?<=[\\d%％])(?=[—–－]|-(?!\\d)|${SLASH}|\\/${RATE_BEHIND})`,
    `(?<=[—–－])(?=\\d)|(?<=[\\d%％]\\/)(?=\\/|\\p{Script=Han}{2}|${RATE_BEHIND})`,
    "(?<=[A-Za-z])(?=\\d|\\p{Script=Han})",
    "(?<=\\p{Script=Han}{2})(?=完成(?:\\d|$))",
    `(?<=[\\d%％]无)(?!${BEGINS_WITH_NONE})(?=\\p{Script=Han}{2})`,
    "(?<=\\p{Script=Han}{3})(?=定性\\p{Script=Han})|(?<=\\p{Script=Han}{2}定性)(?=\\p{Script=Han}{2})",
    "(?<=(?:指标|满意度|效益|影响|产出(?:数量|质量|时效|进度|成本)|\\d分[)）]))(?=\\p{Script=Han}{2})",
    "(?<=\\p{Script=Han}{2})(?=(?:产出|(?<!经济|社会|生态|环境)效益|(?<!对象|群众|公众)满意度|成本)指标)",
    BARE_FIRST_CUTS,
  ].join("|"),
  "u",
);

function isFused(text: string): boolean {
  const isTold = TOLD.test(text) && !SIDE_BY_SIDE.test(text);
  const isRow = (text.match(/\d+(?:\.\d+)?/gu) ?? []).length >= FUSED_FIGURES || DASHES_BEHIND.test(text) || SIGNED_PAIR.test(text);
  return isRow && /\p{Script=Han}/u.test(text) && !DATE.test(text) && !isTold;
}

/** 全年预算468.00万元，执行455.86万元。: a sentence tells its figures one by one, with words between. */
const TOLD = /，[^，\n]*[。；]$/u;
const SIDE_BY_SIDE = /\d(?:[%％]|(?![年月日])\p{Script=Han}){0,3}[≥≤=＝<>]?\d/u;

/** Where several words are fused, shorter ones with a figure are too: 建立健全达成预期指标77. */
const FUSED_WORDS = 3;
const MAY_BE_FUSED = /^(?=.*\d)(?=.*\p{Script=Han}).{8,}$/u;

function mayBeFused(text: string): boolean {
  return (MAY_BE_FUSED.test(text) && !DATE.test(text)) || TOTAL_LABELS.has(text.replace(/[\d.]+$/u, ""));
}

/** A whole figure twice without a space between: the marks of a row that got all of them (66, 1010). */
const TWICE = /^([1-9]\d?)\1$/u;
const WHOLE = /^\d+$/u;
/** Marks and what stands beside them, run together: 43.60, 10100.00%10. */
const MARKS_FUSED = /^\d[\d.]+(?:[%％]\d[\d.]*)?$/u;

const NUMERAL = /^[\d.]+$/u;

/** Of a fused word: figures, and dashes in the place of some; how many, the columns tell. */
const DASH = /^[—–－-]$/u;
const RUN_TOGETHER = /^(?:[\d.,，]{2,}[%％]?|[—–－-]{2,})$/u;

/** Whether weight and score ran together in a run: of the whole figures that stand beside no other, at least three, and most, say a figure twice. */
function areMarksFused(words: readonly string[]): boolean {
  const alone = words.filter((word, i) => WHOLE.test(word) && !NUMERAL.test(words[i - 1] ?? "") && !NUMERAL.test(words[i + 1] ?? ""));
  const twice = alone.filter((word) => TWICE.test(word)).length;
  return twice >= FUSED_WORDS && twice > alone.length / 2;
}

/** What ran together among the words of a run of paragraphs. */
export function fusingOf(words: readonly string[]): Fusing {
  return { words: words.filter((word) => !SENTENCE.test(word) && isFused(word)).length >= FUSED_WORDS, marks: areMarksFused(words) };
}

/** What ran together in a run of paragraphs: cells with words in them, weights with scores. */
export interface Fusing {
  readonly words: boolean;
  readonly marks: boolean;
}

/** The pieces that a word is made of, as far as its characters tell where cells may end; `gap`: what stands before it. */
export function partsOf(text: string, gap: Gap, fusing: Fusing): { text: string; gap: Gap }[] {
  const fused = isFused(text) || (fusing.words && mayBeFused(text)) || (fusing.marks && MARKS_FUSED.test(text));
  const inner: Gap = fused ? "fused" : "glued";
  const parts: { text: string; gap: Gap }[] = [];
  for (const part of text.split(fused ? FUSED_CUTS : CUTS).flatMap((each) => (fused ? withoutRepeat(each) : [each]))) {
    const digits = fused && RUN_TOGETHER.test(part) ? part.split(/(?=[\d.—–－-])(?<!\.)/u) : [part];
    digits.forEach((piece, i) => {
      if (piece !== "") parts.push({ text: piece, gap: parts.length === 0 ? gap : i === 0 || DASH.test(piece) ? inner : "digit" });
    });
  }
  return parts;
}

const LEAST_REPEATED = 2;

/** 更新机制建立建立: words that end with the same words twice are a name, its target and its result. */
function withoutRepeat(words: string): string[] {
  for (let length = Math.floor(words.length / 2); length >= LEAST_REPEATED; length--) {
    const last = words.slice(-length);
    if (/^\p{Script=Han}+$/u.test(last) && words.slice(0, -length).endsWith(last)) return [words.slice(0, -2 * length), last, last];
  }
  return [words];
}
