import { HEADING_NUMBER } from "../../../core/numbering.js";
import { EXPLAINING_WORDS, NOTE_WORDS, REASON_WORDS, STANDARD_WORDS } from "../../lexicon/flattened-words.js";
import { TOTAL_LABELS } from "../../lexicon/labels/total-words.js";
import { compile, LEXICON, saysNothing } from "../../lexicon/lexicon.js";
import { FUND_HEADS } from "../column.js";
import { ANY_SIGN, balanced, ENDS_AS_NAME, IMPOSSIBLE, PROSE_MARK, STARTS_QUALITATIVE, STATED_FULL } from "./cell-words.js";
import { AMOUNT } from "./figure-cells.js";
import { isLevelWord } from "./level-cells.js";

/** Words of the head itself: a name that holds them swallowed a head. */
const HEAD_WORDS = /[一二三]级指标|(?:目标|指标|业绩|完成|实际)值|(?:权重|分值|得分)(?:权重|分值|得分)|偏差原因/u;
/** 0-6岁儿童…, 65岁及以上老年人…, 7-9年级学生…: whom a name counts, by their age or year. */
const OF_AN_AGE = /^\d{1,3}(?:[-~至到]\d{1,3})?(?:周?岁|个?月龄|年级)(?:及?以[上下]|以内)?\p{Script=Han}{3}/u;
/** （10分）…: marks of the level before it. */
const MARKS_FIRST = /^[(（](?:共|满分)?\d{1,3}(?:\.\d{1,2})?分[)）]/u;
const MARKS_ALONE = new RegExp(`${MARKS_FIRST.source}$`, "u");
const HEADING = new RegExp(`^(?:${HEADING_NUMBER}|附[件表注]|填[报表]|备注[:：]|注[:：]|说明[:：]|第[一二三四五六]部分)`, "u");

/** What a document's prose says that cells may say, too. */
export interface Known {
  /** Phrases that the document's prose parts by ； or 。: names of indicators are often told there too. */
  readonly phrases: ReadonlySet<string>;
  /** Phrases parted by 、 or ，. */
  readonly snippets: ReadonlySet<string>;
}

/** 从历年情况看，2022年、2023年…: a sentence that compares years. */
const OF_YEARS = /(?:19|20)\d\d年.*(?:19|20)\d\d年/u;

/** Of a text without prose. */
const NOTHING_KNOWN: Known = { phrases: new Set(), snippets: new Set() };

/** Names are hardly ever shorter: what is, is mostly the end of one. */
const FEW_LETTERS = 3;

/** The likelihood of a text as a cell of names; `known`: what the prose names too. */
export function nameCell(text: string, known = NOTHING_KNOWN): number {
  if (text.length < 2 || text.length > 60 || ANY_SIGN.test(text) || PROSE_MARK.test(text)) return IMPOSSIBLE;
  if (/^[、，,。;；)）:：%]/u.test(text) || /[、，,(（]$/u.test(text) || !balanced(text)) return -6;
  if (MARKS_FIRST.test(text)) return IMPOSSIBLE;
  const letters = (text.match(/\p{Script=Han}/gu) ?? []).length;
  if (letters < 2) return IMPOSSIBLE;
  let score = letters < FEW_LETTERS ? 0.5 : 2;
  if (/^[\d.]/u.test(text) && !OF_AN_AGE.test(text)) score -= 4;
  const digits = (text.match(/\d/gu) ?? []).length;
  if (digits > 4) score -= (digits - 4) * 0.8;
  if (/\d月|\d日/u.test(text)) score -= 4;
  if (OF_YEARS.test(text)) score -= 6;
  if (/\d+(?:\.\d+)?(?:%|个|次|人|万元|元|天)?$/u.test(text)) score -= 4;
  if (isLevelWord(text)) score -= /指标$/u.test(text) ? 6 : 2;
  if (/^(?:产出|效益|满意度|数量|质量|时效|成本|社会效益|经济效益|生态效益|可持续影响|服务对象满意度)指标./u.test(text)) score -= 5;
  if (ENDS_AS_NAME.test(text)) score += 1.5;
  if (STATED_FULL.test(text) || /^[一-龥]{0,2}达成/u.test(text)) score -= 6;
  if (TOTAL_LABELS.has(text)) return IMPOSSIBLE;
  if (HEAD_WORDS.test(text) || STANDARD_WORDS.test(text)) score -= 6;
  if (/^指标(?![\d一二三四五六七八九十])/u.test(text)) score -= 6;
  if (/[，,；]/u.test(text) && REASON_WORDS.test(text)) score -= 2.5;
  if (/达成预期指标|部分达成|^并具有|并具有一定效果/u.test(text)) score -= 6;
  if (STARTS_QUALITATIVE.test(text) && text.length <= 6) score -= 1;
  if (/^(?:因|由于|受)|疫情(?!$|\p{Script=Han}*[率数量])|今后|下一步|后续将|不足|偏[高低]|有待/u.test(text)) score -= 3;
  if (text.length > 30) score -= (text.length - 30) * 0.15;
  if (known.phrases.has(text)) score += Math.min(8, 3 + text.length * 0.15);
  else if (known.snippets.has(text)) score += 2;
  return score;
}

const FUND_SOURCES = compile(LEXICON.fundSources.patterns);

/** 调整后预算 heads a column, and is no source's label. */
const AMOUNT_HEADS: ReadonlySet<string> = new Set(FUND_HEADS.flatMap(({ word, column }) => (column.kind === "amount" ? [word] : [])));

/** The likelihood of a text as a label of funds. */
export function labelCell(text: string): number {
  if (text.length < 2 || text.length > 30 || PROSE_MARK.test(text) || /\d{3}|[≥≤%]/u.test(text)) return IMPOSSIBLE;
  // 07: the end of an amount that was broken over lines.
  if (AMOUNT.test(text) || !/\p{L}/u.test(text)) return IMPOSSIBLE;
  const core = text.replace(/^其中[:：]?|[:：]$/gu, "");
  if (!balanced(core) || /^[、，,)）]/u.test(core)) return -5;
  const source = FUND_SOURCES.find((entry) => entry.regex.test(core));
  if (!source) return AMOUNT_HEADS.has(core) ? IMPOSSIBLE : -1;
  return core.length <= 14 ? 4 : 1;
}

const NO_LOSS = -0.5;

/** A reason, told in words of its own. */
export function textCell(text: string): number {
  if (saysNothing(text)) return 1;
  // No marks were lost.
  if (text === "0") return NO_LOSS;
  // A level's, of which the words stand elsewhere.
  if (MARKS_ALONE.test(text)) return IMPOSSIBLE;
  let score = REASON_WORDS.test(text) ? 1.5 : -1.5;
  if (text.length <= 6 && score < 0) score -= 1.5;
  if (STANDARD_WORDS.test(text)) score -= 2;
  if (ANY_SIGN.test(text)) score -= 3;
  // …出现空档3: a page's number behind it.
  if (/\p{Script=Han}\d{1,3}$/u.test(text)) score -= 2.5;
  return score + wordsOf(text);
}

/** A rule of scoring. */
export function standardCell(text: string): number {
  if (saysNothing(text)) return 1;
  const score = STANDARD_WORDS.test(text) ? 2.5 : REASON_WORDS.test(text) ? -3 : -1.5;
  return score + wordsOf(text);
}

/** What an indicator measures, or how. */
export function explanationCell(text: string): number {
  if (saysNothing(text)) return 1;
  const score = EXPLAINING_WORDS.test(text) ? 2.5 : text.length <= 6 ? -1.5 : 0;
  return score + wordsOf(text);
}

/** What speaks against a text as a cell, whatever it is about. */
function wordsOf(text: string): number {
  if (HEADING.test(text) || text.length > 220) return -8;
  if (/^[、，,。;；)）]/u.test(text) || !balanced(text)) return -4;
  let score = 0;
  if (/[，、,；和及与的]$/u.test(text)) score -= 4;
  // …调整了任务分工，实施: a clause is hardly ever so short, and goes on.
  if (/[，,；]\p{Script=Han}{1,2}$/u.test(text)) score -= 1.5;
  if ((text.match(/\d/gu) ?? []).length > text.length / 2) score -= 4;
  if (/[一二三四五六]、|（[一二三四]）/u.test(text.slice(1))) score -= 4;
  return score;
}

/** Short words of a column that nothing is known of: they may not be what another column holds. */
export function otherCell(text: string): number {
  if (saysNothing(text)) return 1;
  if (NOTE_WORDS.test(text) || /^[是否]$/u.test(text)) return 1.5;
  if (/^[\d.%]+$/u.test(text) || ANY_SIGN.test(text) || HEADING.test(text) || !balanced(text)) return IMPOSSIBLE;
  return ENDS_AS_NAME.test(text) || text.length > 12 ? -1.5 : -0.5;
}
