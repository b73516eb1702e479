import type { Grade, GradeBand } from "../../../core/record.js";
import { tickedWord } from "../../lexicon/labels/ticked-word.js";
import { rolesOf, type Token, tokenize } from "../lexer.js";
import { locate } from "../passage.js";
import { capture, either, figure, literal, type Match, mark, optional, type Pattern, scan, seq, upTo, word } from "../pattern.js";
import { clauseStart, type Sentence } from "../sentence.js";
import { isWhole, type Names, startsWithOther, withoutNames } from "../subject.js";
import { ALL_INDICATORS, isOfOtherAssessment, isOthers, ofOtherYear, SUMMED_UP, subjectBefore, wholeSubject } from "./whose-score.js";

/** Band of a grade word. 好 and 较好 are the first two of the four-word scale 好/较好/一般/差. */
const BANDS: { readonly [word: string]: GradeBand } = {
  优秀: "excellent",
  优: "excellent",
  好: "excellent",
  良好: "good",
  良: "good",
  较好: "good",
  中: "fair",
  中等: "fair",
  一般: "fair",
  合格: "fair",
  基本合格: "fair",
  及格: "fair",
  差: "poor",
  较差: "poor",
  不合格: "poor",
  不及格: "poor",
};

const LINK: Pattern = either(word("copula", "gradeVerb"), mark(':"('));
const GRADE_WORD = capture("grade", word("gradeWord"));
/** 自评得分97分，结果为优: a noun that speaks of the score before it. */
const BARE_NOUN = /^(?:结果|结论)$/u;
const BY_NOUN = seq(capture("noun", either(word("gradeNoun"), word("resultNoun"), literal("结果", "结论"))), upTo(4, LINK), GRADE_WORD);
const BY_VERB = seq(capture("verb", word("gradeVerb")), optional(mark('"')), GRADE_WORD, optional(mark('"')));
/** 为优秀等次. */
const AS_GRADE = seq(
  capture("verb", word("copula")),
  optional(mark('"')),
  GRADE_WORD,
  optional(mark('"')),
  literal("等级", "等次", "档次"),
);
/** 自评得分：98.9分（优）. */
const BEHIND_SCORE = seq(
  capture("noun", word("scoreNoun", "resultNoun")),
  upTo(4, LINK),
  figure("points"),
  mark("("),
  GRADE_WORD,
  mark(")"),
);
/** Behind the word: nothing, a mark, what grades are called, or the next label of the line (填报时间：). */
const ENDS = /^(?:$|[,。;、()"\s]|等(?=$|[,。;)"\s])|等级|等次|级|档|的?(?:等级|等次|档次)|,|\p{Script=Han}{2,6}:)/u;
const EVALUATION = new RegExp(`自评|评价|评定|绩效|得分|总分|综合|${SUMMED_UP.source}`, "u");
/** Grades of other things, and of other times. */
const OTHER =
  /空气|水质|信用|资质|风险等级|安全等级|保护等级|设备|个人|先进|单位称号|荣誉|上年|去年|往年|考核等次|路况|等级公路|三甲|考核结果/u;
/** 水质监测结果良好, 断面考核达标: what gives other things their grades. */
const MEASURES = /监测|检测|检验|评价|评定|评估|考核|等级|等次|类别|指数/u;
/** 比上年提高2分, 较去年自评的91分有所变化: told for comparison beside the grade. */
const COMPARED = /(?:比|较|与|同)(?:上一?|去|往|前)年度?[^,;。]*/gu;
/** 上年度自评结果为96.5分，评价等级为优: another year's, unless something of this one is told between. */
const OF_LAST_YEAR =
  /(?:上一?|去|往|前一)年度?的?(?:项目)?(?:绩效|综合)?(?:自评|自我评价|评价|考核|得分|总分)(?:(?!本|今年|当年|20\d\d)[^;])*$/u;
/** 财政评价得分88分，评价等级为良: the grade is of the score before it, which others gave. */
const SCORED_BY_OTHERS =
  /(?:财政(?:局|部门|厅|所)?|第三方|机构|复核|抽查|审核|核定|专家组?|评审组?|主管部门|上级|复评)[^,;\d]{0,10}\d+(?:\.\d+)?分[^\d]*$/u;
/** A sentence that names several grades explains the scale. */
const SCALE_WORDS = 3;

const GRADE = /[优良中差好]|一般|合格/u;
const GRADE_OR_NOUN = new RegExp(`${GRADE.source}|等[级次]|评级|级别`, "u");

/** 自评等级：98分, 绩效等级为“96.3”: the place of a grade, with no grade in it. */
const SCORE_FOR_GRADE = seq(capture("noun", word("gradeNoun")), upTo(4, LINK), capture("grade", figure("points", "number")));
const IS_OF_EVALUATION = /^(?:绩效|自评价?|评价|综合|评定)+(?:等级|等次|评级|级别)$/u;

/** The grade of the whole, told in one sentence. */
export function readGrade(sentence: Sentence, names: Names, year: number | null): Grade[] {
  const { passage, text, tokens } = sentence;
  if (!GRADE_OR_NOUN.test(text)) return [];
  if (isScale(tokens) && OTHER.test(text.replace(COMPARED, ""))) return [];
  if (isScale(tokens)) return [...ticked(sentence), ...behindScale(sentence, names, year), ...besideScale(sentence, names, year)];
  if (startsWithOther(text, names)) return [];
  const found: Grade[] = [];
  for (const match of scan(tokens, either(BY_NOUN, BY_VERB, AS_GRADE, BEHIND_SCORE, SCORE_FOR_GRADE))) {
    const grade = match.captured.grade!;
    if (SCORED_BY_OTHERS.test(withoutNames(text.slice(0, grade.start - sentence.start), names))) continue;
    if (ofOtherYear(sentence, grade.start, year) || ofLastYear(text.slice(0, grade.start - sentence.start))) continue;
    if (match.captured.noun ? isOthers(sentence, match.captured.noun, names) : isOfOtherAssessment(sentence, grade, names)) continue;
    if (isOfAnother(sentence, tokens[match.from]!.start, names) || speaksOfOther(sentence, match)) continue;
    const rest = text.slice(grade.end - sentence.start);
    if (grade.kind !== "word" && !standsForGrade(match, rest)) continue;
    if (describes(match, text.slice((match.captured.noun ?? grade).start - sentence.start, grade.start - sentence.start), rest)) continue;
    if (!ENDS.test(rest.replace(/^"/u, "")) || !convinces(sentence, match, rest, names)) continue;
    found.push({
      raw: passage.text.slice(grade.start, grade.end).replace(/分$/u, ""),
      band: BANDS[grade.text] ?? null,
      evidence: locate(passage, tokens[match.from]!.start, grade.end),
    });
  }
  return found;
}

/** Whether a figure is all that a place for the evaluation's grade holds: no grade follows (自评等级：98分，优), and no bound of one (90分以上). */
function standsForGrade({ captured: { noun } }: Match, rest: string): boolean {
  return IS_OF_EVALUATION.test(noun!.text) && /^"?(?:[,。;]|$)/u.test(rest.trim()) && !GRADE.test(rest);
}

function ofLastYear(before: string): boolean {
  return OF_LAST_YEAR.test(before.replace(COMPARED, ""));
}

/** Words that say of anything how it went. */
const PLAIN = /^(?:良好|较?好|一般|较?差|(?:基本|不)?合格)$/u;

/** 自评情况良好，自评得分95分; 评价结果较好: what went well is no grade, unless something says that it is one. */
function describes({ captured: { noun, grade } }: Match, before: string, rest: string): boolean {
  return (
    noun !== undefined && rolesOf(noun)[0] === "resultNoun" && PLAIN.test(grade!.text) && before === noun.text && !SAYS_GRADE.test(rest)
  );
}

const SAYS_GRADE = /^"|^的?(?:等级|等次|级|档)/u;

/** 路面平整度评定为良; 工程质量评定得分97分, 等级为合格: the grade, or the score that it is of, is something else's. */
function isOfAnother(sentence: Sentence, at: number, names: Names): boolean {
  const own = subjectBefore(sentence, at).replace(TO_THE_SCORE, "");
  const score = own === "" ? scoreBefore(sentence, at) : undefined;
  const subject = score === undefined ? own : subjectBefore(sentence, score.start).replace(ALL_INDICATORS, "");
  return subject !== "" && !OF_EVALUATION.test(subject) && !wholeSubject(subject, names);
}

/**
 * 水质等级为优: a grade beside words of other things that have grades. 出水水质稳定达标，评价等级为优: a clause before that measures nothing has no grade
 * to give where the grade is called the evaluation's, or stands behind its score.
 */
function speaksOfOther(sentence: Sentence, match: Match): boolean {
  const at = match.captured.grade!.start;
  const told = clauseStart(sentence, match.captured.noun?.start ?? at) - sentence.start;
  const before = sentence.text.slice(0, told).replace(COMPARED, "");
  if (OTHER.test(sentence.text.slice(told).replace(COMPARED, ""))) return true;
  if (!OTHER.test(before)) return false;
  const isEvaluations = EVALUATION.test(match.captured.noun?.text ?? "") || scoreBefore(sentence, at) !== undefined;
  return !isEvaluations || before.split(/[,;]/u).some((clause) => OTHER.test(clause) && MEASURES.test(clause));
}

/** 对应等级为优, 按评分标准等级为优: the grade that goes with the score. */
const TO_THE_SCORE = /^(?:(?:按照?|根据|依据|对照)[^,]{0,16})?(?:所?(?:对应|相应)的?)?$/u;

/** The score that a grade is of (自评得分97分, 自评合计97分): the last told, of the whole rather than of a level (自评得分97分，产出指标得分48分，评价等级优). */
function scoreBefore({ tokens }: Sentence, at: number): Token | undefined {
  const scores = tokens.flatMap((token, i) =>
    token.end <= at && token.kind === "word" && (token.roles[0] === "scoreNoun" || token.text === "自评") && tellsFigure(tokens, i)
      ? [{ token, ofLevel: followsLevel(tokens, i) }]
      : [],
  );
  return (scores.findLast(({ ofLevel }) => !ofLevel) ?? scores.at(-1))?.token;
}

function tellsFigure(tokens: readonly Token[], at: number): boolean {
  const value = tokens.slice(at + 1, at + 4).find(({ kind }) => kind !== "word" && kind !== "mark");
  return value?.kind === "points" || value?.kind === "number";
}

function followsLevel(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const named = before?.kind === "other" && /^类?指标$/u.test(before.text) ? tokens[at - 2] : before;
  return named !== undefined && rolesOf(named).some((role) => role === "levelOne" || role === "levelTwo");
}

const OF_EVALUATION = /自评|自我评价|绩效|综合|总体|最终|得分|总分|结果|结论/u;

function convinces(sentence: Sentence, match: Match, rest: string, names: Names): boolean {
  const { text } = sentence;
  const noun = match.captured.noun;
  const start = (noun ?? match.captured.verb!).start;
  const subject = text.slice(clauseStart(sentence, start) - sentence.start, start - sentence.start);
  const quoted = /"/u.test(text.slice(start - sentence.start, match.captured.grade!.end - sentence.start)) || /^"/u.test(rest);
  if (noun && BARE_NOUN.test(noun.text)) {
    const score = scoreBefore(sentence, noun.start);
    return (
      score !== undefined && EVALUATION.test(text) && wholeSubject(subjectBefore(sentence, score.start).replace(ALL_INDICATORS, ""), names)
    );
  }
  if (noun) return /自评|评价|绩效|评定/u.test(noun.text) || EVALUATION.test(text) || (isWhole(subject, names) && text.length <= 20);
  const isScored = scoreBefore(sentence, start) !== undefined;
  // 属于 and 达到 are common verbs: they want a scale word after, or quotes, or the score right before, and a sentence about the evaluation.
  return (
    (EVALUATION.test(text) || isScored) &&
    (quoted ||
      /^"?(?:的)?(?:等级|等次|级|档)/u.test(rest) ||
      (/^[,。;\s]|^$/u.test(rest) && (/评|定/u.test(match.captured.verb!.text) || (isScored && subject === ""))))
  );
}

/** 90分（含）以上为优…，60分以下为差的标准，本项目得分94.2分，绩效评级为优: a grade told with the report's own score, behind the scale. */
function behindScale({ passage, text, start, end }: Sentence, names: Names, year: number | null): Grade[] {
  const at = SCALE_ENDS.exec(text);
  const rest = at ? text.slice(at.index + at[0].length) : "";
  if (!at || !/\d分/u.test(rest)) return [];
  const from = start + at.index + at[0].length;
  const behind: Sentence = { passage, text: rest, start: from, end, tokens: tokenize(rest, from) };
  return isScale(behind.tokens) ? [] : readGrade(behind, names, year);
}

const IN_BRACKETS = /\([^()]*\)/gu;

/** 对应等级为优（90分以上为优，80至90分为良…）: the scale stands in brackets, the grade outside of them. */
function besideScale(sentence: Sentence, names: Names, year: number | null): Grade[] {
  const text = sentence.text.replace(IN_BRACKETS, (inside) => " ".repeat(inside.length));
  if (text === sentence.text) return [];
  const bare: Sentence = { ...sentence, text, tokens: tokenize(text, sentence.start) };
  return isScale(bare.tokens) ? [] : readGrade(bare, names, year);
}

const SCALE_ENDS = /(?:为|属于?)"?(?:差|较差|不合格)"?(?:等级|等次|档)?(?:的)?(?:标准|原则|规定|等级划分|划分|评定标准|评分标准)?,/u;

/** 自评等级：优☑ 良□ 中□ 差□: told by a box and no words. */
function ticked({ text, passage, start: offset }: Sentence): Grade[] {
  const found = /等级|等次|评级|结论|结果|自评|评价/u.test(text) ? tickedWord(text) : null;
  if (!found) return [];
  const start = offset + found.start;
  const end = start + found.word.length;
  return [{ raw: passage.text.slice(start, end), band: BANDS[found.word] ?? null, evidence: locate(passage, start, end) }];
}

function isScale(tokens: readonly Token[]): boolean {
  const words = new Set(tokens.filter((t) => t.kind === "word" && t.roles[0] === "gradeWord" && BANDS[t.text]).map((t) => BANDS[t.text]));
  return words.size >= SCALE_WORDS;
}
