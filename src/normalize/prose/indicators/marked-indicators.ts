import type { Points } from "../../../core/record.js";
import type { IndicatorFacts, ProseFacts, ProseIndicator } from "../facts.js";
import { points } from "../figures.js";
import { figureOf, rolesOf, type Token } from "../lexer.js";
import { LEVEL_HEADING, type Outline } from "../outline.js";
import { locate } from "../passage.js";
import { capture, either, figure, literal, mark, type Pattern, scan, seq, upTo, word } from "../pattern.js";
import type { Sentence } from "../sentence.js";
import { isLevelName, leadLength, nameOf } from "./indicator-name.js";
import type { Span } from "./indicator-path.js";
import { placeLevel } from "./place-level.js";

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

/** 得分10分，自评总得分95.5分: the first is a score, the second the whole's. */
const OF_WHOLE = /总|综合|最终|整体|合计/u;

function isGiver(token: Token | undefined): boolean {
  return token?.kind === "word" && (token.role === "scoreNoun" || token.role === "scoreVerb");
}

/** Marks below this are a part's. */
const WHOLE = 50;

/** One indicator with its marks in one sentence: a path, a quoted name, or a numbered name under a head that names its level. */
export function readMarkedIndicator(sentence: Sentence, outline: Outline): IndicatorFacts {
  const indicators: ProseIndicator[] = [];
  const taken: Span[] = [];
  const mended: ProseFacts["mended"][number][] = [];
  if (!/\d\s*分/u.test(sentence.text)) return { indicators, completions: [], mended, taken };
  const { passage, tokens } = sentence;
  let from = sentence.start;
  const unnamed: Points[] = [];
  for (const match of scan(tokens, either(WEIGHT_THEN_SCORE, SCORE_THEN_WEIGHT))) {
    const weight = match.captured.weight!;
    const score = match.captured.score!;
    const givers = tokens.slice(match.from, match.to).filter(isGiver);
    if (givers.length === 0 || givers.some(({ text }) => OF_WHOLE.test(text)) || isGiver(tokens[match.from - 1])) continue;
    const lead = passage.folded.slice(from, tokens[match.from]!.start);
    const nameStart = from + leadLength(lead);
    const level = LEVEL_IN_LEAD.exec(lead.slice(0, nameStart - from))?.[0];
    const under = level === undefined ? outline : { ...outline, ...placeLevel(outline, level) };
    const nameEnd = tokens[match.from]!.start;
    const part = Number(figureOf(weight)) < WHOLE;
    const marked = part && tokens.slice(match.from, match.to).some((token) => rolesOf(token).includes("fullMarks"));
    const named = nameOf(passage, nameStart, nameEnd, under, marked);
    from = tokens[match.to - 1]!.end;
    if (!named) {
      // Marks of something that has no name here are not the whole's either; those of a level are read elsewhere.
      const before = tokens[match.from - 1];
      const bare = passage.folded.slice(nameStart, nameEnd).replace(/[\s:,(]+$/u, "");
      const heads = LEVEL_HEADING.test(bare) || isLevelName(bare);
      const ofLevel = heads || (before !== undefined && rolesOf(before).some((role) => role === "levelOne" || role === "levelTwo"));
      if (part && !ofLevel) {
        taken.push({ start: nameEnd, end: from });
        if (marked) unnamed.push(points(passage, weight));
      }
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
  return { indicators, completions: [], mended, taken, unnamed };
}
