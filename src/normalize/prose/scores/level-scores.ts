import type { StatedScore } from "../../../core/record.js";
import type { Role } from "../../lexicon/prose/prose-words.js";
import { points } from "../figures.js";
import { captionOf } from "../heads/caption.js";
import { HEAD_NUMBER } from "../heads/head-number.js";
import { LEVEL_HEADING } from "../heads/level-heading.js";
import { rolesOf, type Token } from "../lexer.js";
import { locate } from "../passage.js";
import { isEither, type Place } from "../paths/place-level.js";
import {
  capture,
  either,
  figure,
  literal,
  type Match,
  mark,
  optional,
  type Pattern,
  plainText,
  scan,
  seq,
  textThat,
  unless,
  upTo,
  word,
} from "../pattern.js";
import type { Sentence } from "../sentence.js";
import { ABOVE } from "./whose-score.js";

export type Placed = StatedScore & { readonly start: number; readonly end: number };

const SCORED: readonly Role[] = ["scoreNoun", "scoreVerb"];

const NAME: Pattern = capture("level", word("levelOne", "levelTwo"));
const SUFFIX: Pattern = optional(literal("指标", "类指标"));
const LEVEL: Pattern = seq(
  either(NAME, seq(mark("("), NAME, SUFFIX, mark(")"))),
  optional(literal("指标", "情况", "类指标", "类", "方面", "部分", "完成情况", "实现情况", "得分情况", "评分情况")),
  upTo(2, mark(":,(")),
);
const LINK: Pattern = either(word("copula"), mark(':"'));
const GIVEN: Pattern = seq(either(word("scoreNoun"), word("scoreVerb")), upTo(2, either(word("scoreVerb"), LINK)));
/** 满意度指标9分，总分98分: the total is not that level's. */
const GIVEN_TO_LEVEL: Pattern = unless(/总|综合|最终|整体|合计/u, GIVEN);
/** 满分10分, 权重10%. */
const MARKS: Pattern = either(
  seq(word("fullMarks"), upTo(2, LINK), capture("full", figure("points"))),
  seq(literal("权重", "分值权重", "所占权重"), upTo(2, LINK), capture("full", figure("percent"))),
);
/** No level has as many. */
const ALL_MARKS = 100;
const CLOSE: Pattern = upTo(2, mark("),:"));

/** 总分 is a score, but beside a score told for the same level it is what could be got. */
const TOTAL_MARKS: Pattern = seq(literal("总分", "总分值"), upTo(2, LINK), capture("full", figure("points")));
const TOTAL_ALONE = /^总分值?$/u;

const ALTOGETHER: Pattern = literal("共", "计", "共计", "合计", "总计");

/** 满分50分, 总分50分, 共50分, 50分. */
const ANY_MARKS: Pattern = either(MARKS, TOTAL_MARKS, seq(upTo(2, ALTOGETHER), capture("full", figure("points"))));
/** 产出指标（满分50分）得48分 · 产出指标总分50分，得分48分 · 产出指标50分，自评48分 · 产出指标共50分，自评得48分. */
const FULL_FIRST = seq(LEVEL, ANY_MARKS, CLOSE, GIVEN_TO_LEVEL, capture("score", figure("points")));
/** 预算执行率满分10分，按支出率折算得9.5分, 预算执行部分10分，按支出进度计9.38分: the rule by which the score is given stands between. */
const FULL_BY_RULE = seq(
  LEVEL,
  ANY_MARKS,
  CLOSE,
  textThat(/^(?:按|依|根据|经)/u),
  upTo(4, either(word("executionRate", "executed", "fullMarks", "copula"), plainText())),
  GIVEN,
  capture("score", figure("points")),
);
/** 产出指标共设12项，权重50分，自评得分48分. */
const FULL_TOLD_APART = seq(
  LEVEL,
  upTo(5, either(plainText(), word("copula"), figure("count", "number"), mark(",("))),
  MARKS,
  CLOSE,
  GIVEN,
  capture("score", figure("points")),
);
/** 产出指标得分48分（满分50分） · 产出指标48.3分（满分50分）. */
const FULL_LAST = seq(LEVEL, optional(GIVEN), capture("score", figure("points")), mark("(,"), MARKS);
/** 产出指标得分48分. */
const SCORE_ALONE = seq(LEVEL, GIVEN, capture("score", figure("points")));
/** 产出指标满分50分, 产出共50分. */
const MARKS_ALONE = seq(LEVEL, either(MARKS, seq(ALTOGETHER, capture("full", figure("points")))));
/** 其中：产出指标48.3分: only in a list that says what a total is made of. */
const LISTED = seq(LEVEL, upTo(1, LINK), capture("score", figure("points")));

/** （一）产出指标（50分）, 2.产出指标（共50分）, a heading: the level's full marks. */
const HEADING = seq(LEVEL, upTo(1, ALTOGETHER), capture("full", figure("points")), upTo(1, mark(")")), upTo(1, mark(":")));

/**
 * 产出指标50分，效益指标40分，满意度指标10分，自评得分98分: behind a list of marks stands the whole's score, and more than the last
 * level could get. 产出指标50分，自评得分52分 is that level's, and too much.
 */
const unlessTheWholes =
  (pattern: Pattern): Pattern =>
  (tokens, at) => {
    const endsList = tokens.slice(0, at).some((token) => token.kind === "points") && !tokens.slice(0, at).some((token) => isScored(token));
    const most = (match: Match) => Number(numberOf(match.captured.full) ?? Infinity);
    return pattern(tokens, at).filter((match) => !endsList || Number(numberOf(match.captured.score) ?? 0) <= most(match));
  };

const TOLD = unlessTheWholes(either(FULL_FIRST, FULL_BY_RULE, FULL_LAST, SCORE_ALONE, FULL_TOLD_APART, MARKS_ALONE));
/** 满分100分, 其中产出指标50分: what is listed are marks. */
const SAYS_MARKS = /^(?!.*(?:得分|(?<!满)分[为是:]?\d|自评\d|得\d)).*(?:满分|分值|权重)/u;
export const DEDUCTION = /扣|减|失|少|加分|提高|高于|低于|比/u;
/** Second levels of the decision and process part whose names are common words. */
const NO_LEVEL = /^(?:绩效目标|项目立项|资金投入|资金管理|财务管理|业务管理|组织实施|事项管理)$/u;
/** What may stand right before a level's name without making it part of another name. */
const BEFORE = new RegExp(`(?:[各项级标类其中的及和.．、]|第[一二三四五六七八九十\\d]{1,3}(?:章|节|部分)|^${ABOVE})$`, "u");

/** 1.【产出数量】: nothing but a number stands before the level. */
const BEFORE_BRACKET = new RegExp(`^\\s*(?:${HEAD_NUMBER})?\\s*$`, "u");

function isScored(token: Token): boolean {
  return rolesOf(token).some((role) => SCORED.includes(role));
}

function numberOf(token: Token | undefined): string | undefined {
  return token && "value" in token ? token.value : undefined;
}

/** Beside these, 成本指标 is one of them. */
const PARTS_OF_OUTPUT = /(?:数量|质量|时效|进度)指标/u;

/** 成本指标 may be a level of either rank: below its own head, or told beside the parts of 产出, it is a second one. */
function isSecond(level: Token, { text }: Sentence, { level1, level2 }: Place): boolean {
  if (!isEither(level.text)) return rolesOf(level).includes("levelTwo");
  // Below the head 满意度, 服务对象满意度 is its part.
  if (/^满意度/u.test(level1) && /.满意度/u.test(level.text)) return true;
  return level2 === level.text || (level.text.includes("成本") && PARTS_OF_OUTPUT.test(text));
}

/** Scores of whole levels: by their names, as scope level1 or level2. `under`: the levels in force where the sentence stands. */
export function levelScores(sentence: Sentence, under: Place, taken: (start: number, end: number) => boolean): Placed[] {
  const { passage, tokens, text } = sentence;
  const list = text.indexOf("其中");
  const isHead = LEVEL_HEADING.test(text.trim()) || captionOf(text.trim()) !== "";
  const told = isHead ? either(TOLD, HEADING) : either(TOLD, LISTED);
  return scan(tokens, told).flatMap((match) => {
    const { level, score, full } = match.captured;
    const end = tokens[match.to - 1]!.end;
    const before = tokens[match.from - 1];
    const placed = (figures: Pick<Placed, "score" | "fullMarks">): Placed => ({
      scope: isSecond(level!, sentence, under) ? "level2" : "level1",
      name: passage.text.slice(level!.start, level!.end),
      ...figures,
      evidence: locate(passage, level!.start, end),
      start: level!.start,
      end,
    });
    // （质量指标）10分 behind a name is an indicator's.
    const opening = tokens[match.from]!;
    const inBrackets = opening.kind === "mark" && opening.text === "(";
    if (inBrackets && !BEFORE_BRACKET.test(text.slice(0, opening.start - sentence.start))) return [];
    if (!level || taken(level.start, end) || DEDUCTION.test(text.slice(level.end - sentence.start, end - sentence.start))) return [];
    // From 产出、效益、满意度, of 100 points: those of the whole.
    if (NO_LEVEL.test(level.text) || Number(numberOf(full) ?? 0) >= ALL_MARKS) return [];
    if (before?.kind === "other" && !BEFORE.test(before.text)) return [];
    const given = tokens.slice(match.from, match.to).some((token) => isScored(token));
    // 产出指标（总分50分）, a head: what could be got.
    if (isHead && score && !full && tokens.slice(match.from, match.to).some((token) => TOTAL_ALONE.test(token.text)))
      return [placed({ score: null, fullMarks: points(passage, score) })];
    if (score && !given && !full && list >= 0 && list < level.start - sentence.start && SAYS_MARKS.test(text.slice(0, list)))
      return [placed({ score: null, fullMarks: points(passage, score) })];
    // A bare name with points is a score only in a list behind a total, and only for a level that is called one.
    if (score && !given && !full && (list < 0 || list > level.start - sentence.start || !/指标$/u.test(level.text))) return [];
    return [placed({ score: score ? points(passage, score) : null, fullMarks: full ? points(passage, full) : null })];
  });
}
