import type { IndicatorFacts, ProseFacts, ProseIndicator } from "../facts.js";
import { percentOf, points } from "../figures.js";
import { tokenize } from "../lexer.js";
import type { Outline } from "../outline.js";
import { locate, type Passage } from "../passage.js";
import { capture, END, either, figure, mark, scan, seq, upTo, word } from "../pattern.js";
import { SPEAKS_OF_GROUP } from "../scores/head-marks.js";
import { LEVEL_MARK, leadLength, named, plain, SECOND_LEVEL } from "./indicator-name.js";
import { readPath, type Span } from "./indicator-path.js";
import { placeLevel } from "./place-level.js";

const ITEM = /[①-⑳⑴-⒇㉑-㉟]/gu;
const TARGET =
  /^(.{2,60}?)(?:指标)?(?:\((?:满分|分值|权重|标准分)?:?\d+(?:\.\d+)?分\)|,(?:满分|分值|权重|标准分)(?:为|:)?\d+(?:\.\d+)?分)?[:,。;]?(?:的)?(?:年初|年度|预期|计划|绩效|全年)*(?:设定)?(?:的)?(?:绩效)?(?:目标值|指标值|目标|计划值)(?:设定)?(?:为|是|:|(?=[≥≤=<>\d])|(?=[^,;。]{2,20},(?:实际|全年|年度)?完成值?))/u;
const TARGET_LABEL = /(?:目标值|指标值|计划值)/u;
const BARE = seq(figure("number"), either(mark(",;。)"), END));
const WEIGHT = either(
  seq(word("fullMarks"), upTo(3, either(word("copula"), mark(":"))), capture("weight", either(figure("points"), BARE))),
  seq(mark("("), capture("weight", figure("points")), mark(")")),
);
const SCORE = seq(
  word("scoreNoun", "scoreVerb"),
  upTo(3, either(word("copula"), mark(":"))),
  capture("score", either(figure("points"), BARE)),
);
/** 检修座数:实际完成12座(年初目标…: what was done stands before the target, and is no part of the name. */
const TOLD_BEFORE = /[:,(](?:全年|年度|年末)*(?:实际|完成|自评|得分?\d)/u;
/** Only figures: in words an actual is told otherwise in a sentence than in a cell. */
const ACTUAL =
  /(?:实际完成值|实际完成|全年完成值|全年完成|年度完成值|完成值|实际值|业绩值)(?:情况)?(?:为|是|:)?(?=[\d≥≤=])([^,;。]{1,30})/u;
const RATE = /完成率(?:为|是|达到|达|:)?\s*(\d+(?:\.\d+)?%)/u;

/** ①名称年初目标值为T。…该项指标标准分值为w分，实际得分s分: one or several such items in a passage. */
export function readItems(passage: Passage, outline: Outline): IndicatorFacts {
  const { folded } = passage;
  const indicators: ProseIndicator[] = [];
  const taken: Span[] = [];
  const mended: ProseFacts["mended"][number][] = [];
  if (!/(?:目标值|指标值|目标|计划值)/u.test(folded) || !/分/u.test(folded)) return { indicators, completions: [], mended, taken };
  let local = outline;
  for (const span of itemSpans(folded)) {
    const start = span.start + leadLength(folded.slice(span.start, span.end));
    const text = folded.slice(start, span.end);
    const head = TARGET.exec(text);
    const tokens = tokenize(text, start);
    const weight = scan(tokens, WEIGHT)[0]?.captured.weight;
    const score = scan(tokens, SCORE)[0]?.captured.score;
    if (!head || (!weight && !score) || /[。;]|评分|计分|扣|位列|排名/u.test(head[1]!) || TOLD_BEFORE.test(head[1]!)) continue;
    const nameLength = head[1]!.replace(/[,:\s]+$/u, "").length;
    const printed = head[1]!.slice(0, nameLength);
    if (SPEAKS_OF_GROUP.test(printed)) continue;
    const level2 = SECOND_LEVEL.exec(printed)?.[0] ?? "";
    const path = level2 === "" || local.level1 === "" ? readPath(printed) : null;
    local = level2 === "" ? local : { ...local, ...placeLevel(local, level2.replace(LEVEL_MARK, ""), false) };
    const name = path ? named(passage, start, path) : plain(passage, start + level2.length, nameLength - level2.length, local);
    mended.push(...name.mended);
    taken.push({ start, end: span.end });
    const targetStart = start + head[0].length;
    const targetEnd = endOfValue(folded, targetStart, span.end);
    const actual = ACTUAL.exec(text);
    const rate = RATE.exec(text);
    indicators.push({
      ...name.names,
      target: passage.text.slice(targetStart, targetEnd).trim(),
      actual: actual ? tailOf(passage, start, actual) : "",
      weight: weight ? points(passage, weight) : null,
      score: score ? points(passage, score) : null,
      completionRate: rate ? percentOf(passage, start + rate.index + rate[0].length - rate[1]!.length, rate[1]!) : null,
      completed: completedIn(text),
      evidence: locate(passage, start, weight && score ? Math.max(weight.end, score.end) : targetEnd),
    });
  }
  return { indicators, completions: [], mended, taken };
}

/** Items by their circled numbers; without numbers, by the sentences that name a target. */
function itemSpans(folded: string): Span[] {
  const numbered = [...folded.matchAll(ITEM)].map((match) => match.index);
  const starts = numbered.length > 0 ? numbered : targetStarts(folded);
  if (starts.length === 0) return [{ start: 0, end: folded.length }];
  return starts.map((start, i) => ({ start, end: starts[i + 1] ?? folded.length }));
}

function targetStarts(folded: string): number[] {
  const starts: number[] = [];
  let start = 0;
  for (const sentence of folded.split(/(?<=[;。])/u)) {
    const label = TARGET_LABEL.exec(sentence);
    // The name may be a sentence of its own: 浮桥检修座数（分值10分）。年度指标值：….
    if (label) starts.push(label.index <= 6 && starts.length === 0 ? 0 : start);
    start += sentence.length;
  }
  return starts;
}

/** A target goes to the sentence's end, or to a comma outside brackets. */
function endOfValue(folded: string, start: number, limit: number): number {
  let depth = 0;
  for (let i = start; i < limit; i++) {
    const character = folded[i]!;
    if (character === "(") depth++;
    else if (character === ")") depth--;
    else if (
      depth <= 0 &&
      /[。;,]/u.test(character) &&
      !(character === "," && /\d/u.test(folded[i - 1] ?? "") && /\d{3}/u.test(folded.slice(i + 1, i + 4)))
    )
      return i;
  }
  return limit;
}

function tailOf(passage: Passage, start: number, match: RegExpExecArray): string {
  const value = match[1] ?? "";
  const end = start + match.index + match[0].length;
  return passage.text.slice(end - value.length, end).trim();
}

const NOT_DONE = /(?:未|没有|尚未|未能)(?:全部)?(?:完成|达成|达到|实现)/u;
const DONE = /(?:完成|达成|达到|实现|超额完成)(?:了)?(?:年初|年度|预期|全年|绩效)*(?:目标|指标|任务)/u;

/** What a sentence itself says of an indicator: that its target was reached, or was not; null where it says neither. */
export function completedIn(text: string): boolean | null {
  if (NOT_DONE.test(text)) return false;
  return DONE.test(text) ? true : null;
}
