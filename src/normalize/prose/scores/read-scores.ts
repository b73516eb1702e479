import { sumOf } from "../../../core/decimal.js";
import type { StatedScore } from "../../../core/record.js";
import { LEAST_TOTAL } from "../../lexicon/labels/total-words.js";
import { isBound, points } from "../figures.js";
import type { Outline } from "../heads/outline.js";
import { figureOf, rolesOf, type Token } from "../lexer.js";
import { locate } from "../passage.js";
import { capture, either, figure, literal, type Match, mark, optional, type Pattern, scan, seq, textThat, upTo, word } from "../pattern.js";
import { clauseStart, type Sentence } from "../sentence.js";
import { NAME_MARK, type Names, startsWithOther, withoutNames } from "../subject.js";
import { DEDUCTION, levelScores, type Placed } from "./level-scores.js";
import { listedParts } from "./listed-parts.js";
import { respectiveParts } from "./respective-parts.js";
import { sectionScores } from "./section-scores.js";
import { ALL_INDICATORS, isOthers, ofOtherYear, SUMMED_UP, subjectBefore, wholeSubject } from "./whose-score.js";

const BETWEEN: Pattern = either(word("copula", "scoreVerb"), mark(':"()='), literal("绩效", "分", "加总", "相加", "汇总", " "));
const POINTS: Pattern = either(figure("points"), figure("number"));
/** 总分（满分100分）：95.5分. */
const IN_PARENTHESES = seq(mark("("), upTo(2, either(word("fullMarks"), mark(":"))), capture("full", POINTS), mark(")"));
/** 总分（百分制）：95.5. */
const OUT_OF_HUNDRED = seq(mark("("), textThat(/^百分制$/u), mark(")"));
const TOTAL = seq(
  capture("noun", word("scoreNoun", "resultNoun")),
  optional(either(IN_PARENTHESES, OUT_OF_HUNDRED)),
  upTo(4, BETWEEN),
  capture("points", POINTS),
);
/** 评价结果：优（95分）. */
const WITH_GRADE = seq(
  capture("noun", word("scoreNoun", "resultNoun", "gradeNoun")),
  upTo(3, BETWEEN),
  word("gradeWord"),
  upTo(2, mark('"(,')),
  capture("points", figure("points")),
);
const VERB = seq(capture("noun", word("scoreVerb")), upTo(2, either(word("copula"), mark(':"'))), capture("points", figure("points")));
const SUM_WORDS = ["合计", "共计", "总计", "总共", "一共"];
/** 产出得49分、效益得28分，合计97分: the sum of the levels told before; 以上合计97分: of all. */
const SUM = seq(
  capture("noun", literal(...SUM_WORDS)),
  upTo(2, either(word("copula", "scoreVerb"), mark(":"))),
  capture("points", figure("points")),
);
const FULL = seq(
  either(word("fullMarks"), literal("总分", "总分值")),
  upTo(2, either(word("copula"), mark(':"'))),
  capture("full", figure("points")),
);
/** 上述指标合计97分: nothing but what stands above is summed. */
const ALL_ABOVE = /^(?:综上,?)?(?:以上|上述|前述)(?:各|全部|所有|\d{1,2})?项?(?:三级|绩效)?(?:指标)?(?:得分|自评分)?$/u;
/** 各项得分加在一起，总共96.5分: the sum of what was added up in the words before. */
const SUMMED_BEFORE = new RegExp(`${SUMMED_UP.source},?(?:[这本该]个?项目)?(?:的?得分)?$`, "u");
const STRONG = /总|自评|综合|最终|最后|绩效|评价|整体|合计/u;
const EVALUATION = /自评|评价|评定|综合|绩效|总分|总得分/u;
const NO_SCORE = /得分率|得分标准|评分标准|评分细则|(?<!自评|综合|总|合计|总计|最终)计分(?!合计|总[计和数])|得分=(?!\s*\d)/u;

/**
 * Totals and subtotals told in one sentence. `taken` tells which stretches are an indicator's and not the whole's, `under` the levels in force.
 */
export function readScores(
  sentence: Sentence,
  names: Names,
  year: number | null,
  under: Outline,
  taken: (start: number, end: number) => boolean,
): (Placed & SumOfItems)[] {
  if (!sentence.text.includes("分")) {
    return /得分|评分/u.test(sentence.text) ? totals(sentence, names, year, under, taken) : [];
  }
  const levels = [...levelScores(sentence, under, taken), ...respectiveParts(sentence, taken)];
  const whole = totals(
    sentence,
    names,
    year,
    under,
    (start, end) => taken(start, end) || levels.some((l) => l.start < end && l.end > start),
  );
  const within = whole.length > 0 || /^[,\s]*其中/u.test(sentence.text) ? sectionScores(sentence, taken) : [];
  const sections = within.length > 0 ? within : listedParts(sentence, taken);
  const sum = whole.length === 0 && under.level1 === "" ? sumOfLevels(sentence, levels) : [];
  const listed = sections.filter(
    (s) => !levels.some((l) => l.start < s.end && l.end > s.start) && !whole.some((w) => w.start < s.end && w.end > s.start),
  );
  return [...whole, ...sum, ...levels, ...listed].sort((a, b) => a.start - b.start);
}

const GRADED = /^[^;。]{0,12}(?:等级|等次|评级|结果|评为|评定)/u;

/** Told as the sum of levels, and it is: their scores give it. */
function sumOfLevels({ tokens, passage, text, start }: Sentence, levels: readonly Placed[]): Placed[] {
  const scored = levels.filter(({ scope, score }) => scope === "level1" && score);
  const given = sumOf(scored.map(({ score }) => score!.value));
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

/** 其中：项目管理得分15分，项目绩效得分68分: a part's score, by a word that elsewhere tells the whole's. */
function isOfPart({ text, start }: Sentence, noun: Token): boolean {
  const opening = text.indexOf("其中");
  return opening >= 0 && opening < noun.start - start && !/总|自评|综合|最终|整体|合计/u.test(noun.text);
}

/** 以上12项指标合计得分94.8分: how many the sentence sums; a report that tells more of them tells a part's. */
interface SumOfItems {
  readonly items?: number;
}

const OF_ITEMS = /^(?:以上|上述)(?:全部|所有|共)?(\d{1,3})[项个条](?:(?:三级|绩效|具体)*指标)?$/u;

/** Scores that others gave: they are not the self-evaluation's. */
const NOT_SELF = /(?:财政(?:局|部门|厅|所)?|第三方|机构|复核|抽查|审核|核定|专家组?|评审组?|主管部门|上级|复评|平均)[^,:]{0,3}$/u;

/** A place among others is given by whoever compared them. */
const RANKED = /排名|位居|位列|名列|居全/u;

function totals(
  sentence: Sentence,
  names: Names,
  year: number | null,
  under: Outline,
  taken: (start: number, end: number) => boolean,
): (Placed & SumOfItems)[] {
  const { tokens, passage } = sentence;
  const full = fullMarks(sentence);
  const found: (Placed & SumOfItems)[] = [];
  for (const match of scan(tokens, either(TOTAL, WITH_GRADE, VERB, SUM))) {
    const noun = match.captured.noun!;
    const figureToken = match.captured.points!;
    if (taken(noun.start, figureToken.end) || (figureToken.kind === "number" && !endsClause(tokens, match))) continue;
    if (full && figureToken.start === full.start) continue;
    const marks = match.captured.full ?? full;
    const value = figureOf(figureToken);
    if (Number(value) > 150) continue;
    const strong = STRONG.test(noun.text) && noun.text !== "自评";
    if (Number(value) < LEAST_TOTAL && !/总|综合|最终|整体/u.test(noun.text)) continue;
    const isOfEvaluation = (text: string) => EVALUATION.test(text) || SUMMED_UP.test(text);
    if (!strong && !isOfEvaluation(sentence.text)) continue;
    if (RANKED.test(sentence.text) || isOthers(sentence, noun, names) || isOfPart(sentence, noun)) continue;
    // 以上12项指标合计得分94.8分: of all, where it is said under no level, or is more than the level's marks.
    const told = subjectBefore(sentence, noun.start);
    const isUnderNone = under.level1 === "" && under.level2 === "";
    const ofAll = (isUnderNone || (under.marks && Number(value) > Number(under.marks.weight.value))) && Number(value) >= LEAST_OF_ALL;
    const items = ofAll ? OF_ITEMS.exec(told)?.[1] : undefined;
    const isSum = SUM_WORDS.includes(noun.text);
    if (isSum && !(ofAll && (ALL_ABOVE.test(told) || SUMMED_BEFORE.test(sentence.text.slice(0, noun.start - sentence.start))))) continue;
    const subject = isSum ? "" : ofAll ? told.replace(ALL_INDICATORS, "") : told;
    if (ofOtherYear(sentence, noun.start, year)) continue;
    if (NO_SCORE.test(sentence.text.slice(clauseStart(sentence, noun.start) - sentence.start, figureToken.end - sentence.start))) continue;
    if (isBound(sentence.text.slice(figureToken.end - sentence.start))) continue;
    if (!isOfWhole(sentence, noun, Number(value), { subject, names, under })) continue;
    if (noun.kind === "word" && noun.roles[0] === "scoreVerb" && !isOfEvaluation(sentence.text.slice(0, figureToken.end - sentence.start)))
      continue;
    found.push({
      scope: "total",
      name: passage.text.slice(noun.start, noun.end).replace(/^项目|为$/gu, ""),
      score: points(passage, figureToken),
      fullMarks: marks ? points(passage, marks) : null,
      evidence: locate(passage, noun.start, figureToken.end),
      start: noun.start,
      end: figureToken.end,
      ...(items === undefined ? {} : { items: Number(items) }),
    });
  }
  // 以上8项得分88分，预算执行得9分，自评总分97分: a sum of items that the total goes on from is none.
  return withFullMarks(
    found.filter(({ items }, i) => items === undefined || !found.slice(i + 1).some((later) => later.items === undefined)),
  );
}

/** Whether a score is the whole's own, by its subject and by what stands around it, and none of a part or of others. */
function isOfWhole(sentence: Sentence, noun: Token, score: number, { subject, names, under }: Whose): boolean {
  const named = withoutNames(subject, names);
  if (NOT_SELF.test(named.split(":").at(-1) ?? "") || DEDUCTION.test(named)) return false;
  if (!wholeSubject(subject, names) || isPartBelow(under, subject, score)) return false;
  return subject !== "" || !(startsWithOther(sentence.text, names) || isOfLevel(sentence, noun, score));
}

/** What tells whose a score is: its subject, empty where none is named, the report's names, and the levels in force. */
interface Whose {
  readonly subject: string;
  readonly names: Names;
  readonly under: Outline;
}

/** What all indicators together have at least, for no group of them has as much. */
export const LEAST_OF_ALL = 60;

/** 自评得分49.6分 behind the indicators of 产出指标（50分）: below a level's head, what is no more than its marks is the whole's only where it says so. */
function isPartBelow({ level1, marks }: Outline, subject: string, score: number): boolean {
  if (level1 === "" || NAMES_WHOLE.test(subject)) return false;
  return marks ? score <= Number(marks.weight.value) : score < LEAST_OF_ALL;
}

const NAMES_WHOLE = new RegExp(`项目|部门|单位|整体|${NAME_MARK}`, "u");

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

/**
 * 评价总分为100分，自评得分为93.2分: of two totals the first, when it is round and names marks, is what could be got. `least`: how much that must be, for
 * what several sentences tell may also be told with different figures. A level's score that follows (自评总分为100分。其中：产出指标60分) is no second total.
 */
export function withFullMarks<Score extends StatedScore>(found: readonly Score[], least = 0): Score[] {
  const [first, second, ...rest] = found;
  if (!first || second?.scope !== "total" || !/总分|分值/u.test(first.name) || first.fullMarks || second.fullMarks) return [...found];
  const most = Number(first.score?.value);
  if (most % 10 !== 0 || most < Math.max(Number(second.score?.value), least)) return [...found];
  return [{ ...second, fullMarks: first.score }, ...rest];
}

/** 满分100分, told in the same sentence: the whole's full marks. */
function fullMarks(sentence: Sentence): Token | null {
  const matches = scan(sentence.tokens, FULL).flatMap((match) => match.captured.full ?? []);
  const others = sentence.tokens.filter((token) => token.kind === "points");
  const first = matches.find((token) => Number(figureOf(token)) >= 100);
  return first && others.length > 1 ? first : null;
}

function endsClause(tokens: readonly Token[], match: Match): boolean {
  const next = tokens[match.to];
  return next === undefined || (next.kind === "mark" && ",。;)".includes(next.text));
}
