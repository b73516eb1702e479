import { exact } from "../../../core/decimal.js";
import type { StatedScore } from "../../../core/record.js";
import { LEAST_TOTAL } from "../../lexicon/total-words.js";
import { points } from "../figures.js";
import type { Place } from "../indicators/place-level.js";
import { rolesOf, type Token } from "../lexer.js";
import { locate } from "../passage.js";
import { capture, either, figure, literal, type Match, mark, type Pattern, scan, seq, upTo, word } from "../pattern.js";
import { clauseStart, type Sentence } from "../sentence.js";
import { isWhole, type Names, startsWithOther, withoutNames } from "../subject.js";
import { levelScores, type Placed } from "./level-scores.js";

const BETWEEN: Pattern = either(word("copula", "scoreVerb"), mark(':"()='), literal("绩效", "分"));
const POINTS: Pattern = either(figure("points"), figure("number"));
const TOTAL = seq(capture("noun", word("scoreNoun", "resultNoun")), upTo(4, BETWEEN), capture("points", POINTS));
/** 评价结果：优（95分）. */
const WITH_GRADE = seq(
  capture("noun", word("scoreNoun", "resultNoun", "gradeNoun")),
  upTo(3, BETWEEN),
  word("gradeWord"),
  upTo(2, mark('"(,')),
  capture("points", figure("points")),
);
const VERB = seq(capture("noun", word("scoreVerb")), upTo(2, either(word("copula"), mark(':"'))), capture("points", figure("points")));
/** 产出得49分、效益得28分，合计97分: the sum of the levels told before. */
const SUM = seq(
  capture("noun", literal("合计", "共计", "总计")),
  upTo(2, either(word("copula", "scoreVerb"), mark(":"))),
  capture("points", figure("points")),
);
const FULL = seq(
  either(word("fullMarks"), literal("总分", "总分值")),
  upTo(2, either(word("copula"), mark(':"'))),
  capture("full", figure("points")),
);
const STRONG = /总|自评|综合|最终|最后|绩效|评价|整体|合计/u;
const EVALUATION = /自评|评价|评定|综合|绩效|总分|总得分/u;
const DEDUCTION = /扣|减|失|少|加分|提高|高于|低于|比/u;
const NO_SCORE = /得分率|得分标准|评分标准|评分细则|计分|得分=(?!\s*\d)/u;

/**
 * Totals and subtotals told in one sentence. `taken` tells which stretches are an indicator's and not the whole's, `under` the levels in force.
 */
export function readScores(
  sentence: Sentence,
  names: Names,
  year: number | null,
  under: Place,
  taken: (start: number, end: number) => boolean,
): (StatedScore & SumOfItems)[] {
  if (!sentence.text.includes("分")) {
    return /得分|评分/u.test(sentence.text) ? totals(sentence, names, year, under, taken) : [];
  }
  const levels = levelScores(sentence, under, taken);
  const whole = totals(
    sentence,
    names,
    year,
    under,
    (start, end) => taken(start, end) || levels.some((l) => l.start < end && l.end > start),
  );
  const sections = whole.length > 0 || /^[,\s]*其中/u.test(sentence.text) ? sectionScores(sentence, taken) : [];
  const sum = whole.length === 0 && under.level1 === "" ? sumOfLevels(sentence, levels) : [];
  const listed = sections.filter(
    (s) => !levels.some((l) => l.start < s.end && l.end > s.start) && !whole.some((w) => w.start < s.end && w.end > s.start),
  );
  return [...whole, ...sum, ...levels, ...listed].sort((a, b) => a.start - b.start).map(({ start: _start, end: _end, ...score }) => score);
}

const GRADED = /^[^;。]{0,12}(?:等级|等次|评级|结果|评为|评定)/u;

/** Told as the sum of levels, and it is: their scores give it. */
function sumOfLevels({ tokens, passage, text, start }: Sentence, levels: readonly Placed[]): Placed[] {
  const scored = levels.filter(({ scope, score }) => scope === "level1" && score);
  const given = scored.reduce((so, { score }) => so.plus(score!.value), exact(0));
  return scan(tokens, SUM).flatMap((match) => {
    const { noun, points: figureToken } = match.captured as { noun: Token; points: Token };
    // Without the execution or the process among them, levels may be a part of the whole; a grade is given to the whole only.
    const whole = scored.some(({ name }) => /执行|过程/u.test(name)) || GRADED.test(text.slice(figureToken.end - start));
    const told = whole && scored.length > 1 && scored.every(({ end }) => end <= noun.start) && given.eq(figureOf(figureToken));
    if (!told) return [];
    return [
      {
        scope: "total" as const,
        name: passage.text.slice(noun.start, noun.end),
        score: points(passage, figureToken),
        fullMarks: null,
        evidence: locate(passage, noun.start, figureToken.end),
        start: noun.start,
        end: figureToken.end,
      },
    ];
  });
}

/** 以上12项指标合计得分94.8分: how many the sentence sums; a report that tells more of them tells a part's. */
interface SumOfItems {
  readonly items?: number;
}

const OF_ITEMS = /^(?:以上|上述)(?:全部|所有|共)?(\d{1,3})[项个条](?:三级|绩效|具体)*指标$/u;

/** Scores that others gave: they are not the self-evaluation's. */
const NOT_SELF = /(?:财政(?:局|部门|厅|所)?|第三方|机构|复核|抽查|审核|核定|专家组?|评审组?|主管部门|上级|复评|平均)[^,:]{0,3}$/u;
const AT_LEAST = /^\s*\)?(?:及|\(含\))?(?:以上|以下|以内|左右|之间|[-~～—至])/u;

/** 得分 alone says not who gave it. */
const ANYBODYS =
  /^(?:得分|评分|分数|实得分|评价得分|得|获得?|评为|等级|等次|评价等级|评价等次|评定等级|评定等次|评定结果|绩效等级|绩效等次)$/u;
const OTHERS = /财政(?:局|部门|厅)|第三方|重点评价|复核|抽查|主管部门|专家|评审/gu;
const OURS = /自评|自我评价|本项目|我[局厅委单]|本单位/gu;

/** 根据县财政局要求, 对照县财政局下达的绩效目标: they asked for it, and evaluated nothing. */
const BASIS =
  /(?<=^|,)\s*(?:现?根据|按照?|对照|依据|依照|参照|遵照)(?:(?!重点评价|复核|抽查|评定|结果|结论)[^,]){0,80}?(?:要求|通知|办法|方案|规定|文件|目标|部署|指标|标准|体系|精神|细则|指南)/gu;

/** 县财政局组织重点评价, 得分88分: whoever was named last before the noun gave the score. */
export function isOthers(sentence: Sentence, noun: Token, names: Names): boolean {
  if (!ANYBODYS.test(noun.text)) return false;
  const before = withoutNames(sentence.text.slice(0, noun.start - sentence.start).replace(BASIS, ""), names);
  const last = (words: RegExp) => [...before.matchAll(words)].at(-1)?.index ?? -1;
  return last(OTHERS) > last(OURS);
}

/** A place among others is given by whoever compared them. */
const RANKED = /排名|位居|位列|名列|居全/u;

/** 2021年度自评得分90分 in a report on 2022 is told for comparison. */
export function ofOtherYear(sentence: Sentence, offset: number, year: number | null): boolean {
  const start = clauseStart(sentence, offset);
  if (year === null) return false;
  const told = sentence.tokens.filter((token) => token.kind === "year" && token.start < offset && !isCited(sentence, token));
  const years = told.filter((token) => token.start >= start);
  if (years.length > 0) return !years.some((token) => Number(figureOf(token)) === year);
  // 对2022年度项目的评价结果为良, 得分85分: a fiscal year named before holds on; a date does not.
  const before = told.findLast((token) => isFiscal(sentence, token));
  return before !== undefined && Number(figureOf(before)) !== year;
}

const OPENS_BASIS = /^\s*(?:现?根据|按照?|对照|依据|依照|参照|遵照|为)/u;
const ENDS_BASIS = /^[^,]{0,80}?(?:要求|通知|办法|方案|规定|文件|部署|精神|指南)/u;

/** 按照《关于开展2024年度绩效自评工作的通知》要求: the year of a paper that asked for the report is not the score's. */
function isCited(sentence: Sentence, { start, end }: Token): boolean {
  const before = sentence.text.slice(0, start - sentence.start);
  const after = sentence.text.slice(end - sentence.start);
  if (before.lastIndexOf("《") > before.lastIndexOf("》") && after.includes("》")) return true;
  return OPENS_BASIS.test(before.slice(clauseStart(sentence, start) - sentence.start)) && ENDS_BASIS.test(after);
}

/** Behind a sentence's first word, what makes its year the time of something else: 2022年3月, 2022年起. */
const OTHER_THAN_FISCAL = /^(?:\d{1,2}月|起|以来|开始|启动|立项|成立|实施以来|批复|后|底|至)/u;

/** 2022年度, and the year that a sentence begins with (2022年该项目预算…): what follows is told of it. */
function isFiscal({ text, start }: Sentence, token: Token): boolean {
  const after = text.slice(token.end - start);
  return after.startsWith("度") || (text.slice(0, token.start - start).trim() === "" && !OTHER_THAN_FISCAL.test(after));
}

function totals(
  sentence: Sentence,
  names: Names,
  year: number | null,
  under: Place,
  taken: (start: number, end: number) => boolean,
): (Placed & SumOfItems)[] {
  const { tokens, passage } = sentence;
  const full = fullMarks(sentence);
  const found: (Placed & SumOfItems)[] = [];
  for (const match of scan(tokens, either(TOTAL, WITH_GRADE, VERB))) {
    const noun = match.captured.noun!;
    const figureToken = match.captured.points!;
    if (taken(noun.start, figureToken.end) || (figureToken.kind === "number" && !endsClause(tokens, match))) continue;
    if (full && figureToken.start === full.start) continue;
    const value = figureOf(figureToken);
    if (Number(value) > 150) continue;
    const strong = STRONG.test(noun.text) && noun.text !== "自评";
    if (Number(value) < LEAST_TOTAL && !/总|综合|最终|整体/u.test(noun.text)) continue;
    if (!strong && !EVALUATION.test(sentence.text)) continue;
    if (RANKED.test(sentence.text) || isOthers(sentence, noun, names)) continue;
    // 以上12项指标合计得分94.8分: of all, where it is said under no level.
    const told = subjectBefore(sentence, noun.start);
    const ofAll = under.level1 === "" && under.level2 === "" && Number(value) >= LEAST_OF_ALL;
    const items = ofAll ? OF_ITEMS.exec(told)?.[1] : undefined;
    const subject = ofAll ? told.replace(ALL_ABOVE, "") : told;
    if (ofOtherYear(sentence, noun.start, year) || (subject === "" && startsWithOther(sentence.text, names))) continue;
    if (NO_SCORE.test(sentence.text.slice(clauseStart(sentence, noun.start) - sentence.start, figureToken.end - sentence.start))) continue;
    if (
      NOT_SELF.test(withoutNames(subject, names).split(":").at(-1) ?? "") ||
      AT_LEAST.test(sentence.text.slice(figureToken.end - sentence.start))
    )
      continue;
    if (
      DEDUCTION.test(withoutNames(subject, names)) ||
      !wholeSubject(subject, names) ||
      (subject === "" && isOfLevel(sentence, noun, Number(value)))
    )
      continue;
    if (noun.kind === "word" && noun.role === "scoreVerb" && !EVALUATION.test(sentence.text.slice(0, figureToken.end - sentence.start)))
      continue;
    found.push({
      scope: "total",
      name: passage.text.slice(noun.start, noun.end).replace(/^项目|为$/gu, ""),
      score: points(passage, figureToken),
      fullMarks: full ? points(passage, full) : null,
      evidence: locate(passage, noun.start, figureToken.end),
      start: noun.start,
      end: figureToken.end,
      ...(items === undefined ? {} : { items: Number(items) }),
    });
  }
  return withFullMarks(found);
}

/** What all indicators together have at least, for no group of them has as much. */
const LEAST_OF_ALL = 60;
const ALL_ABOVE =
  /^(?:以上|上述|全部|所有|各)?(?:\d{1,2}|[一二三四五六七八九十]{1,3}|各|全部|所有)(?:项|个|条)?(?:三级|绩效)?指标(?:的)?(?:共|总)?(?:计)?$/u;

/**
 * 产出指标设8项，分值60分，自评得分58分: the score without a subject of its own is the level's that stands before with its marks, unless it is
 * more than they are.
 */
function isOfLevel({ tokens }: Sentence, noun: Token, score: number): boolean {
  const before = tokens.filter((token) => token.end <= noun.start);
  const level = before.findLastIndex((token) => rolesOf(token).some((role) => role === "levelOne" || role === "levelTwo"));
  const marks = level < 0 ? undefined : before.slice(level).findLast((token) => token.kind === "points");
  return marks !== undefined && Number(figureOf(marks)) < 100 && score <= Number(figureOf(marks));
}

/** 评价总分为100分，自评得分为93.2分: of two totals the first, when it is round and names marks, is what could be got. */
function withFullMarks(found: readonly (Placed & SumOfItems)[]): (Placed & SumOfItems)[] {
  const [first, second, ...rest] = found;
  if (!first || !second || !/总分|分值/u.test(first.name) || first.fullMarks || second.fullMarks) return [...found];
  const most = Number(first.score?.value);
  if (most % 10 !== 0 || most < Number(second.score?.value)) return [...found];
  return [{ ...second, fullMarks: first.score }, ...rest];
}

/** 满分100分, told in the same sentence: the whole's full marks. */
function fullMarks(sentence: Sentence): Token | null {
  const matches = scan(sentence.tokens, FULL).flatMap((match) => match.captured.full ?? []);
  const others = sentence.tokens.filter((token) => token.kind === "points");
  const first = matches.find((token) => Number(figureOf(token)) >= 100);
  return first && others.length > 1 ? first : null;
}

const SECTION = /^(?:其中|分别为|分别是|包括)?[:,]?\s*([^\d,;:、。]{2,16}?)(?:得分|自评得分|自评|得|为|是|:)*$/u;

/** 其中绩效产出58.75分、绩效效益26.5分: parts of the evaluation by whatever names they are given. */
function sectionScores(sentence: Sentence, taken: (start: number, end: number) => boolean): Placed[] {
  const { passage, tokens } = sentence;
  const opening = sentence.text.indexOf("其中");
  if (opening < 0) return [];
  const found: Placed[] = [];
  let from = sentence.start + opening;
  for (const token of tokens) {
    if (token.kind !== "points" || token.start < from) continue;
    const lead = passage.folded.slice(from, token.start).replace(/^[、,\s]+|^以及|^和/u, "");
    const name = SECTION.exec(lead)?.[1];
    if (name === undefined || DEDUCTION.test(lead) || /满分|分值|权重|总分|指标\d/u.test(lead) || taken(from, token.end)) {
      if (found.length > 0) break;
      from = token.end;
      continue;
    }
    const start = from + passage.folded.slice(from, token.start).indexOf(name);
    found.push({
      scope: "section",
      name: passage.text.slice(start, start + name.length),
      score: points(passage, token),
      fullMarks: null,
      evidence: locate(passage, start, token.end),
      start,
      end: token.end,
    });
    from = token.end;
  }
  return found;
}

function endsClause(tokens: readonly Token[], match: Match): boolean {
  const next = tokens[match.to];
  return next === undefined || (next.kind === "mark" && ",。;)".includes(next.text));
}

export function subjectBefore(sentence: Sentence, offset: number): string {
  return sentence.text.slice(clauseStart(sentence, offset) - sentence.start, offset - sentence.start);
}

const LEAD =
  /^(?:综上(?:所述)?|经(?:综合)?(?:自评|评定|评价|自我评价|打分|评审|测算|汇总|综合评分)?(?:打分)?|最终|本次|因此|故|总体(?:来看)?|对照.{0,30}|根据.{0,40}|按照.{0,40}|依据.{0,40}|通过.{0,40})/u;
const TAIL = /(?:绩效)?(?:自评价?|自我评价|评价|评分|综合|总体|最终)?(?:结果|结论|情况)?(?:为|是)?$/u;

/** The whole is meant when nothing but the project, its year and words of evaluating stand before the noun. */
export function wholeSubject(subject: string, names: Names): boolean {
  const last = subject.split(":").at(-1) ?? "";
  const first = subject.split(":")[0] ?? "";
  if (subject.includes(":") && /指标$/u.test(first)) return false;
  return isWhole(last, names) || isWhole(last.replace(LEAD, "").replace(TAIL, ""), names) || isWhole(last.replace(TAIL, ""), names);
}

function figureOf(token: Token): string {
  return "value" in token ? token.value : "";
}
