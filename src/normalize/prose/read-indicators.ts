import { PROSE_WORDS } from "../lexicon/prose-words.js";
import type { NamedCompletion, ProseFacts, ProseIndicator } from "./facts.js";
import { percent, points } from "./figures.js";
import { mendSlips } from "./fold.js";
import { type IndicatorPath, readPath, type Span, startsPath } from "./indicator-path.js";
import type { Token } from "./lexer.js";
import { rolesOf, tokenize } from "./lexer.js";
import { NUMBERING, type Outline } from "./outline.js";
import { locate, type Passage } from "./passage.js";
import { capture, END, either, figure, literal, mark, type Pattern, scan, seq, upTo, word } from "./pattern.js";
import type { Sentence } from "./sentence.js";

export interface IndicatorFacts {
  readonly indicators: readonly ProseIndicator[];
  readonly completions: readonly NamedCompletion[];
  readonly mended: ProseFacts["mended"];
  /** Stretches of the passage that speak of an indicator, not of the whole. */
  readonly taken: readonly Span[];
}

const LEVEL_NAMES = new Set<string>([...PROSE_WORDS.levelOne, ...PROSE_WORDS.levelTwo, "成本指标"]);
const LONGEST_NAME = 60;
/** 数量指标：…, 数量指标“…”: the level told right before the name. */
const SECOND_LEVEL = new RegExp(
  `^(?:${[...PROSE_WORDS.levelTwo, "成本指标"]
    .filter((word) => /指标$/u.test(word))
    .sort((a, b) => b.length - a.length)
    .join("|")})(?:\\s*[::—-]\\s*|(?="))`,
  "u",
);

/** 数量指标得分20分，其中：…: a level told before the list of its indicators. */
const LEVEL_IN_LEAD = /(?:产出|效益|效果|满意度|成本|数量|质量|时效|经济效益|社会效益|生态效益|可持续影响|服务对象满意度)指标/u;
const GIVEN: Pattern = either(word("scoreNoun", "scoreVerb", "copula"), mark(':"'), literal("得分", "为"));
/** … 8分，自评8分 · （满分8分，自评8分） · 分值8分，得分8分. */
const WEIGHT_THEN_SCORE = seq(
  upTo(2, mark(":,(")),
  upTo(3, either(word("fullMarks", "copula"), mark(":"))),
  capture("weight", figure("points")),
  upTo(3, mark("),:、(")),
  upTo(4, GIVEN),
  capture("score", figure("points")),
);
/** …得分8分（满分8分）. */
const SCORE_THEN_WEIGHT = seq(
  upTo(2, mark(":,(")),
  either(word("scoreNoun", "scoreVerb")),
  upTo(3, GIVEN),
  capture("score", figure("points")),
  upTo(2, mark("(,")),
  word("fullMarks"),
  upTo(2, either(word("copula"), mark(":"))),
  capture("weight", figure("points")),
);

/** One indicator with its marks in one sentence: a path, a quoted name, or a numbered name under a head that names its level. */
export function readMarkedIndicator(sentence: Sentence, outline: Outline): IndicatorFacts {
  const indicators: ProseIndicator[] = [];
  const taken: Span[] = [];
  const mended: ProseFacts["mended"][number][] = [];
  if (!/\d\s*分/u.test(sentence.text)) return { indicators, completions: [], mended, taken };
  const { passage, tokens } = sentence;
  let from = sentence.start;
  for (const match of scan(tokens, either(WEIGHT_THEN_SCORE, SCORE_THEN_WEIGHT))) {
    const weight = match.captured.weight!;
    const score = match.captured.score!;
    if (!tokens.slice(match.from, match.to).some((t) => t.kind === "word" && (t.role === "scoreNoun" || t.role === "scoreVerb"))) continue;
    const lead = passage.folded.slice(from, tokens[match.from]!.start);
    const nameStart = from + leadLength(lead);
    const level = LEVEL_IN_LEAD.exec(lead.slice(0, nameStart - from))?.[0];
    const under =
      level === undefined
        ? outline
        : /^(?:产出|效益|满意度|成本|效果)指标/u.test(level)
          ? { ...outline, level1: level, level2: "" }
          : { ...outline, level2: level };
    const nameEnd = tokens[match.from]!.start;
    const part = Number("value" in weight ? weight.value : 0) < WHOLE;
    const marked = part && tokens.slice(match.from, match.to).some((token) => rolesOf(token).includes("fullMarks"));
    const named = nameOf(passage, nameStart, nameEnd, under, marked);
    from = tokens[match.to - 1]!.end;
    if (!named) {
      // Marks of something that has no name here are not the whole's either; those of a level are read elsewhere.
      const before = tokens[match.from - 1];
      const ofLevel = before !== undefined && rolesOf(before).some((role) => role === "levelOne" || role === "levelTwo");
      if (part && !ofLevel) taken.push({ start: nameEnd, end: from });
      continue;
    }
    mended.push(...named.mended);
    taken.push({ start: nameStart, end: from });
    indicators.push({
      ...named.names,
      target: "",
      actual: "",
      weight: points(passage, weight),
      score: points(passage, score),
      completionRate: null,
      completed: null,
      evidence: locate(passage, nameStart, from),
    });
  }
  return { indicators, completions: [], mended, taken };
}

const NO_NAME = /[,。:"]|自评|得分|总分|[该各]项|级$|级指标$|^(?:本|该|此)?项目$|我|本单位|评价/u;
/** Marks below this are a part's. */
const WHOLE = 50;

interface Named {
  readonly names: { readonly level1: string; readonly level2: string; readonly level3: string };
  readonly mended: ProseFacts["mended"];
}

/** `marked`: the sentence says that the points are marks (分值, 权重), so what stands before is what they are given for. */
function nameOf(passage: Passage, start: number, end: number, outline: Outline, marked: boolean): Named | null {
  const folded = passage.folded.slice(start, end).replace(/[\s:,(]+$/u, "");
  if (folded.length < 2 || folded.length > LONGEST_NAME || LEVEL_NAMES.has(folded)) return null;
  const path = readPath(folded);
  if (path) return named(passage, start, path);
  const level2 = SECOND_LEVEL.exec(folded)?.[0] ?? "";
  const under = level2 === "" ? outline : { ...outline, level2: level2.replace(/[:：\s—-]+$/u, "") };
  const at = start + level2.length;
  const own = folded.slice(level2.length);
  const quoted = /^"([^"]{2,40})"(?:指标)?$/u.exec(own)?.[1];
  if (quoted) return plain(passage, at + 1, quoted.length, under);
  const bare = own.replace(/指标$/u, "");
  const numbered = start > 0 && /[、.)①-⑳⑴-⒇]\s*$/u.test(passage.folded.slice(0, start));
  const underLevel = under.level1 !== "" || under.level2 !== "";
  if ((marked || numbered || underLevel || bare !== own) && bare.length >= 2 && !NO_NAME.test(own))
    return plain(passage, at, bare.length, under);
  return null;
}

function named(passage: Passage, start: number, path: IndicatorPath): Named {
  const mended: ProseFacts["mended"][number][] = [];
  const text = (span: Span | null) => {
    if (!span) return "";
    const printed = passage.text.slice(start + span.start, start + span.end);
    const better = mendSlips(printed);
    if (better !== null) mended.push({ before: printed, after: better, evidence: locate(passage, start + span.start, start + span.end) });
    return better ?? printed;
  };
  return { names: { level1: text(path.level1), level2: text(path.level2), level3: text(path.level3) }, mended };
}

function plain(passage: Passage, start: number, length: number, outline: Outline): Named {
  const name = named(passage, start, { level1: null, level2: null, level3: { start: 0, end: length } });
  return { names: { ...name.names, level1: outline.level1, level2: outline.level2 }, mended: name.mended };
}

/** Numbering, 具体如下：, 其中： and the like before a name. */
function leadLength(text: string): number {
  let length = 0;
  for (;;) {
    const rest = text.slice(length);
    const lead =
      /^[\s,;、。]+/u.exec(rest)?.[0] ??
      NUMBERING.exec(rest)?.[0] ??
      /^[①-⑳⑴-⒇㉑-㉟]|^指标\d{1,2}[:：]/u.exec(rest)?.[0] ??
      /^[^:"]{0,20}(?:如下|其中|分别为|包括|情况):/u.exec(rest)?.[0];
    if (!lead) break;
    length += lead.length;
  }
  // 绩效指标得分情况：产出～… – a head before the path.
  const colon = text.lastIndexOf(":");
  if (colon > length && startsPath(text.slice(colon + 1).trimStart()))
    length = colon + 1 + (/^\s*/u.exec(text.slice(colon + 1))?.[0].length ?? 0);
  return length;
}

const ITEM = /[①-⑳⑴-⒇㉑-㉟]/gu;
const TARGET =
  /^(.{2,60}?)(?:指标)?(?:\((?:满分|分值|权重|标准分)?:?\d+(?:\.\d+)?分\))?[:,。;]?(?:的)?(?:年初|年度|预期|计划|绩效|全年)*(?:设定)?(?:的)?(?:绩效)?(?:目标值|指标值|目标|计划值)(?:设定)?(?:为|是|:|(?=[≥≤=<>\d]))/u;
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
    if (!head || (!weight && !score) || /[。;]/u.test(head[1]!)) continue;
    const nameLength = head[1]!.replace(/[,:\s]+$/u, "").length;
    const printed = head[1]!.slice(0, nameLength);
    const path = readPath(printed);
    const level2 = SECOND_LEVEL.exec(printed)?.[0] ?? "";
    local = level2 === "" ? local : { ...local, level2: level2.replace(/[:\s—-]+$/u, "") };
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
      completionRate: rate ? rateOf(passage, start + rate.index + rate[0].length - rate[1]!.length, rate[1]!) : null,
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

function completedIn(text: string): boolean | null {
  if (NOT_DONE.test(text)) return false;
  return DONE.test(text) ? true : null;
}

function rateOf(passage: Passage, start: number, text: string) {
  const token: Token = { kind: "percent", value: text.replace(/%$/u, ""), unit: "%", text, start, end: start + text.length };
  return percent(passage, token);
}

const LIST_HEAD = /(?:指标|目标|个数|项目|内容)[^:。;]{0,12}:|(?:分别为|分别是|包括|主要有|如下):?/u;
const COMPLETED_LIST = /(?:完成|达成|达到|实现)[^:。;,]{0,16}(?:指标|目标)|(?:指标|目标)[^:。;,]{0,12}(?:完成|达成|达到|实现)/u;
const NOT_COMPLETED = /(?:未|没有|没|尚未|未能)[^:。;,]{0,6}(?:完成|达成|达到|实现|达标)/u;

/** Lists of completed and uncompleted indicators: after a colon, or under a head that says which they are. */
export function readCompletions(passage: Passage, outline: Outline, isHead: boolean): IndicatorFacts {
  const none: IndicatorFacts = { indicators: [], completions: [], mended: [], taken: [] };
  if (isHead) return none;
  const { folded } = passage;
  const colon = folded.indexOf(":");
  const head = colon >= 0 && colon <= 60 ? folded.slice(0, colon) : "";
  let completed: boolean;
  let from: number;
  if (head !== "" && LIST_HEAD.test(`${head}:`) && COMPLETED_LIST.test(head)) {
    completed = !NOT_COMPLETED.test(head);
    from = colon + 1;
  } else if (outline.list !== null) {
    completed = outline.list;
    const named = /(?:分别为|分别是|包括|如下|主要有)[:]?/u.exec(folded);
    from = named ? named.index + named[0].length : 0;
  } else return none;
  const stop = endOfList(folded, from);
  const completions: NamedCompletion[] = [];
  const mended: ProseFacts["mended"][number][] = [];
  for (const span of listItems(folded, from, stop)) {
    const start = span.start + leadLength(folded.slice(span.start, span.end));
    const text = folded.slice(start, span.end);
    const rate = /\(?完成率(?:为|是|:)?\s*(\d+(?:\.\d+)?%)\)?/u.exec(text);
    const nameLength = (rate ? rate.index : text.length) - (/[\s,、(]*$/u.exec(text.slice(0, rate?.index ?? text.length))?.[0].length ?? 0);
    if (nameLength < 2 || nameLength > LONGEST_NAME) continue;
    const path = readPath(text.slice(0, nameLength));
    const name = path ? named(passage, start, path) : plain(passage, start, nameLength, outline);
    mended.push(...name.mended);
    completions.push({
      ...name.names,
      completed,
      completionRate: rate ? rateOf(passage, start + rate.index + rate[0].indexOf(rate[1]!), rate[1]!) : null,
      evidence: locate(passage, start, span.end),
    });
  }
  return { indicators: [], completions, mended, taken: [] };
}

function endOfList(folded: string, from: number): number {
  const stop = /。|主要原因|原因(?:是|为|有|:)/u.exec(folded.slice(from));
  return stop ? from + stop.index : folded.length;
}

/** Paths may hold 、 in their names: items are parted where the next path begins; plain names by ； if there is one, else by 、. */
function listItems(folded: string, from: number, stop: number): Span[] {
  const text = folded.slice(from, stop);
  const paths = startsPath(text.trimStart());
  const sign = paths ? /[、;,]/gu : text.includes(";") ? /;/gu : /、/gu;
  const spans: Span[] = [];
  let start = 0;
  for (const match of text.matchAll(sign)) {
    if (paths && !startsPath(text.slice(match.index + 1).trimStart())) continue;
    spans.push({ start: from + start, end: from + match.index });
    start = match.index + 1;
  }
  spans.push({ start: from + start, end: stop });
  return spans.filter((span) => folded.slice(span.start, span.end).trim() !== "");
}
