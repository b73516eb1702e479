import { HEADING_NUMBER } from "../../core/numbering.js";
import { operatorOf } from "../figures/operator.js";
import { readQuantity } from "../figures/quantity.js";
import { NAME_ENDS, NOTE_WORDS, QUALITATIVE_ENDS, QUALITATIVE_STARTS, REASON_WORDS, STANDARD_WORDS } from "../lexicon/flattened-words.js";
import { compile, LEXICON, saysNothing } from "../lexicon/lexicon.js";
import { PROSE_WORDS } from "../lexicon/prose-words.js";
import { TOTAL_LABELS } from "../lexicon/total-words.js";
import { foldWidth } from "../numeral.js";
import type { Column, ColumnKind } from "./column.js";

/** Log-like likelihood of a text as a cell of a kind; `IMPOSSIBLE` forbids it. Figures are scored by their form alone. */
export const IMPOSSIBLE = -100;

const LEVEL1_WORDS = new Set<string>([...PROSE_WORDS.levelOne, "成本", "管理"].map(levelCore));
const LEVEL2_WORDS = new Set<string>(
  [...PROSE_WORDS.levelTwo, "数量", "质量", "时效", "进度", "成本", "满意度", "群众满意度", "预算执行", "预算执行率"].map(levelCore),
);
const LEVEL1 = compile(LEXICON.levels.level1);
const LEVEL2 = compile(LEXICON.levels.level2);
const ENDS_AS_NAME = new RegExp(`(?:${NAME_ENDS.join("|")})(?:[(（][^()（）]{1,12}[)）])?$`, "u");
const STARTS_QUALITATIVE = new RegExp(`^(?:${QUALITATIVE_STARTS.join("|")})`, "u");
const ENDS_QUALITATIVE = new RegExp(`(?:${QUALITATIVE_ENDS.join("|")})$`, "u");
/** Words of the head itself: a name that holds them swallowed a head. */
const HEAD_WORDS = /[一二三]级指标|(?:目标|指标|业绩|完成|实际)值|(?:权重|分值|得分)(?:权重|分值|得分)|偏差原因/u;
const SIGN = /^[≥≤≧≦>＞<＜=＝═》《]/u;
const ANY_SIGN = /[≥≤≧≦>＞<＜＝═》《]/u;
const FIGURE = /^\d{1,3}(?:\.\d{1,4})?分?$/u;
const RATE = /^-?\d{1,5}(?:\.\d{1,4})?%?$/u;
const AMOUNT = /^-?(?:\d{1,3}(?:,\d{3})+|0|[1-9]\d{0,11})(?:\.\d{1,6})?(?:万元|元|亿元)?$/u;
const DATE = /^(?:(?:19|20)\d\d年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|中旬|上旬|下旬|初)?(?:之?前|以前|完成|前完成|底前)?$/u;
const STATED_FULL =
  /^(?:是|达标|已达标|(?:已|均已|全部|均|基本|部分|未|尚未)?(?:完成|达成|达到|实现)(?:了)?(?:预期|年度|年初|绩效|既定)*(?:目标|指标|任务|效果)*(?:并具有一定效果|且效果较差)?)$/u;
/** Words that say nothing without the word behind them: 进一步 is no target, 进一步完善 is. */
const INCOMPLETE = /^(?:进一步?|不断|逐步|稳步|有所|得到|大幅度?|较为?|更加?|切实|部分)$/u;
/** 0-6岁儿童…, 65岁及以上老年人…, 7-9年级学生…: whom a name counts, by their age or year. */
const OF_AN_AGE = /^\d{1,3}(?:[-~至到]\d{1,3})?(?:周?岁|个?月龄|年级)(?:及?以[上下]|以内)?\p{Script=Han}{3}/u;
/** （10分）…: marks of the level before it. */
const MARKS_FIRST = /^[(（](?:共|满分)?\d{1,3}(?:\.\d{1,2})?分[)）]/u;
const PROSE_MARK = /[。！？]/u;
const HEADING = new RegExp(`^(?:${HEADING_NUMBER}|附[件表注]|填[报表]|备注[:：]|注[:：]|说明[:：]|第[一二三四五六]部分)`, "u");

export interface Known {
  /** Phrases that the document's prose parts by ； or 。: names of indicators are often told there too. */
  readonly phrases: ReadonlySet<string>;
  /** Phrases parted by 、 or ，. */
  readonly snippets: ReadonlySet<string>;
}

/** A cell's text with its layout undone, as the scores see it. */
export function foldCell(text: string): string {
  return foldWidth(text).replace(/\s+/gu, "");
}

/** Percent: nothing is carried out ten times over, so a figure from here on that has no sign is an amount. */
const MOST_RATE = 1000;

/** A text as a cell of a column: a bare figure is a rate where the head has the percent sign. */
export function scoreInColumn({ kind, title }: Pick<Column, "kind" | "title">, folded: string, known: Known): number {
  if (kind === "rate" && /[%％]/u.test(title) && /^\d+(?:\.\d+)?$/u.test(folded)) return Number(folded) < MOST_RATE ? 2.5 : -3;
  return scoreCell(kind, folded, known);
}

export function scoreCell(kind: ColumnKind, folded: string, known: Known): number {
  switch (kind) {
    case "level1":
      return level(folded, LEVEL1_WORDS, LEVEL1, 8);
    case "level2":
      return level(folded, LEVEL2_WORDS, LEVEL2, 14);
    case "levels":
      return levels(folded);
    case "name":
      return name(folded, known);
    case "target":
      return quantityCell(folded, true);
    case "actual":
      return quantityCell(folded, false);
    case "operator":
      return operatorOf(folded) !== undefined || /^(?:定性|定量|正向|反向|逆向)(?:指标)?$/u.test(folded) ? 4 : IMPOSSIBLE;
    case "unit":
      return folded.length <= 6 && !/\d/u.test(folded) ? 1.5 : IMPOSSIBLE;
    case "points":
      return pointsCell(folded);
    case "rate":
      return rateCell(folded);
    case "amount":
      return AMOUNT.test(folded) ? 3 + (/\.\d\d$/u.test(folded) ? 0.5 : 0) : nothing(folded, 1);
    case "label":
      return label(folded);
    case "text":
      return freeText(folded);
    case "standard":
      return standardText(folded);
    case "other":
      return otherCell(folded);
    case "serial":
      return /^(?:\d{1,3}|[(（]\d{1,2}[)）](?:=.*)?|[一二三四五六七八九十]{1,2})$/u.test(folded) ? 1 : IMPOSSIBLE;
  }
}

function level(text: string, words: ReadonlySet<string>, patterns: readonly { readonly regex: RegExp }[], longest: number): number {
  if (text.length > longest + 8 || /[\d≥≤%。，,]/u.test(text.replace(/[(（]?\d+(?:\.\d+)?分?[)）]?$/u, ""))) return IMPOSSIBLE;
  const core = levelCore(text);
  if (core === "" || core.length > longest) return IMPOSSIBLE;
  if (words.has(core)) return /指标[)）]?$/u.test(text.replace(/[(（].*$/u, "")) ? 5 : 3.5;
  if (patterns.some((pattern) => pattern.regex.test(core)) && core.length <= 8) return /指标[)）]?$/u.test(text) ? 3.5 : 0.5;
  return /指标$/u.test(text) && core.length <= 8 ? 0 : -5;
}

function levelCore(text: string): string {
  return text
    .replace(/[(（]?(?:共|满分)?\d+(?:\.\d+)?分?[)）]?$/u, "")
    .replace(/^[★☆\d.、]+/u, "")
    .replace(/(?:类)?指标$/u, "");
}

function levels(text: string): number {
  const [first = "", ...rest] = text.split(/[-—–－/／～~·・→>、:：]/u);
  if (rest.length === 0) return level(text, LEVEL1_WORDS, LEVEL1, 8) - 2;
  return Math.min(level(first, LEVEL1_WORDS, LEVEL1, 8), level(rest.join(""), LEVEL2_WORDS, LEVEL2, 14)) + 1;
}

function name(text: string, known: Known): number {
  if (text.length < 2 || text.length > 60 || ANY_SIGN.test(text) || PROSE_MARK.test(text)) return IMPOSSIBLE;
  if (/^[、，,。;；)）:：%]/u.test(text) || /[、，,(（]$/u.test(text) || !balanced(text)) return -6;
  if (MARKS_FIRST.test(text)) return IMPOSSIBLE;
  const letters = (text.match(/\p{Script=Han}/gu) ?? []).length;
  if (letters < 2) return IMPOSSIBLE;
  let score = 2;
  if (/^[\d.]/u.test(text) && !OF_AN_AGE.test(text)) score -= 4;
  const digits = (text.match(/\d/gu) ?? []).length;
  if (digits > 4) score -= (digits - 4) * 0.8;
  if (/\d月|\d日/u.test(text)) score -= 4;
  if (/\d+(?:\.\d+)?(?:%|个|次|人|万元|元|天)?$/u.test(text)) score -= 4;
  if (LEVEL2_WORDS.has(levelCore(text)) || LEVEL1_WORDS.has(levelCore(text))) score -= /指标$/u.test(text) ? 6 : 2;
  if (/^(?:产出|效益|满意度|数量|质量|时效|成本|社会效益|经济效益|生态效益|可持续影响|服务对象满意度)指标./u.test(text)) score -= 5;
  if (ENDS_AS_NAME.test(text)) score += 1.5;
  if (STATED_FULL.test(text) || /^[一-龥]{0,2}达成/u.test(text)) score -= 6;
  if (TOTAL_LABELS.has(text)) return IMPOSSIBLE;
  if (HEAD_WORDS.test(text) || STANDARD_WORDS.test(text)) score -= 6;
  if (/^指标(?![\d一二三四五六七八九十])/u.test(text)) score -= 6;
  if (/[，,；]/u.test(text) && REASON_WORDS.test(text)) score -= 2.5;
  if (/达成预期指标|部分达成|并具有一定效果/u.test(text)) score -= 6;
  if (STARTS_QUALITATIVE.test(text) && text.length <= 6) score -= 1;
  if (/^(?:因|由于|受)|疫情|今后|下一步|后续将|不足|偏[高低]|有待/u.test(text)) score -= 3;
  if (text.length > 30) score -= (text.length - 30) * 0.15;
  if (known.phrases.has(text)) score += Math.min(8, 3 + text.length * 0.15);
  else if (known.snippets.has(text)) score += 2;
  return score;
}

function quantityCell(text: string, target: boolean): number {
  if (text.length > 46) return IMPOSSIBLE;
  if (saysNothing(text)) return 0.3;
  const signed = SIGN.test(text);
  if (signed && text.length < 2) return IMPOSSIBLE;
  const date = dateScore(text.replace(SIGN, ""));
  if (date !== null) return date;
  const quantity = readQuantity(text);
  if (quantity) {
    const form = quantity.unit === "" ? 0.6 : unitScore(quantity.unit);
    if (target) return form + (quantity.signed ? 3 : 1.2);
    return form + (quantity.signed ? 0.8 : 2.4);
  }
  if (/^\d+(?:\.\d+)?(?:%|‰)$/u.test(text)) return 4;
  if (STATED_FULL.test(text)) return target ? 1.5 : 4.5;
  if (INCOMPLETE.test(text)) return -6;
  if (signed) return /\d/u.test(text) ? 0.5 : -4;
  if (PROSE_MARK.test(text.replace(/。$/u, "")) || /^[、，,;；)）]/u.test(text) || !balanced(text)) return -6;
  const letters = (text.match(/\p{Script=Han}/gu) ?? []).length;
  if (letters === 0) return -3;
  let score = 0;
  if (STARTS_QUALITATIVE.test(text)) score += 1.6;
  if (ENDS_QUALITATIVE.test(text)) score += 1.4;
  if (/指标$/u.test(text) && !/预期指标$|年度指标$/u.test(text)) score -= 3;
  if (/\d/u.test(text)) score -= /^\D*\d[\d.,]*\D{0,6}$/u.test(text) && text.length <= 16 ? 0.6 : 2;
  if (text.length === 1 && !/[优良中差是否有无好]/u.test(text)) score -= 3;
  if (text.length > 8) score -= (text.length - 8) * 0.12;
  if (/(?:基本|部分|全部|并|且|和|及|的|与)$/u.test(text)) score -= 3;
  if (ENDS_AS_NAME.test(text) && !ENDS_QUALITATIVE.test(text) && !STARTS_QUALITATIVE.test(text)) score -= 1.2;
  return score;
}

/** The more of a date, the likelier a cell of its own; a bare year or month is mostly a piece of one. */
function dateScore(text: string): number | null {
  if (!/[年月日]/u.test(text) || !DATE.test(text)) return null;
  const parts = (text.match(/\d+[年月日]/gu) ?? []).length;
  return (
    parts +
    (/(?:底|末|前|旬|初|完成)$/u.test(text) ? 2 : parts === 3 ? 1.5 : 0) -
    (parts === 0 ? 4 : parts === 1 && /^\d+[年日]$/u.test(text) ? 1.5 : 0)
  );
}

/** A unit of measure is short; a long one is a word that belongs to the next cell. */
function unitScore(unit: string): number {
  if (/^[%‰]$/u.test(unit)) return 2;
  return unit.length <= 3 ? 1.6 : unit.length <= 5 ? 0.6 : -1.5;
}

function pointsCell(text: string): number {
  if (/^0\.0+$/u.test(text)) return 1;
  if (FIGURE.test(text)) return Number.parseFloat(text) <= 100 && !/^0\d/u.test(text) ? 3 : -6;
  return nothing(text, text === "无" ? -1.5 : 0);
}

function rateCell(text: string): number {
  if (RATE.test(text) && !text.endsWith("%") && Number.parseFloat(text) >= MOST_RATE) return IMPOSSIBLE;
  if (RATE.test(text)) return (text.endsWith("%") ? 4 : -1) - (text.startsWith("-") ? 3 : 0);
  return nothing(text, 1);
}

function nothing(text: string, score: number): number {
  return text !== "" && saysNothing(text) ? score : IMPOSSIBLE;
}

const FUND_SOURCES = compile(LEXICON.fundSources.patterns);

function label(text: string): number {
  if (text.length < 2 || text.length > 30 || PROSE_MARK.test(text) || /\d{3}|[≥≤%]/u.test(text)) return IMPOSSIBLE;
  if (AMOUNT.test(text)) return IMPOSSIBLE;
  const core = text.replace(/^其中[:：]?|[:：]$/gu, "");
  if (!balanced(core) || /^[、，,)）]/u.test(core)) return -5;
  const source = FUND_SOURCES.find((entry) => entry.regex.test(core));
  if (!source) return -1;
  return core.length <= 14 ? 4 : 1;
}

/** A reason, told in words of its own. */
function freeText(text: string): number {
  if (saysNothing(text)) return 1;
  let score = REASON_WORDS.test(text) ? 1.5 : -1.5;
  if (text.length <= 6 && score < 0) score -= 1.5;
  if (STANDARD_WORDS.test(text)) score -= 2;
  if (ANY_SIGN.test(text)) score -= 3;
  return score + wordsOf(text);
}

/** A rule of scoring. */
function standardText(text: string): number {
  if (saysNothing(text)) return 1;
  const score = STANDARD_WORDS.test(text) ? 2.5 : REASON_WORDS.test(text) ? -3 : -1.5;
  return score + wordsOf(text);
}

/** What speaks against a text as a cell, whatever it is about. */
function wordsOf(text: string): number {
  if (HEADING.test(text) || text.length > 220) return -8;
  if (/^[、，,。;；)）]/u.test(text) || !balanced(text)) return -4;
  let score = 0;
  if (/[，、,；和及与的]$/u.test(text)) score -= 4;
  if ((text.match(/\d/gu) ?? []).length > text.length / 2) score -= 4;
  if (/[一二三四五六]、|（[一二三四]）/u.test(text.slice(1))) score -= 4;
  return score;
}

/** Short words of a column that nothing is known of: they may not be what another column holds. */
function otherCell(text: string): number {
  if (saysNothing(text)) return 1;
  if (NOTE_WORDS.test(text)) return 1.5;
  if (/^[\d.%]+$/u.test(text) || ANY_SIGN.test(text) || HEADING.test(text) || !balanced(text)) return IMPOSSIBLE;
  return ENDS_AS_NAME.test(text) || text.length > 12 ? -1.5 : -0.5;
}

function balanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === "（" || character === "(") depth++;
    else if (character === "）" || character === ")") depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}
