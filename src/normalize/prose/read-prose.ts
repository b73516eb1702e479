import { exact } from "../../core/decimal.js";
import type { Block } from "../../core/extracted.js";
import type { Money, StatedScore } from "../../core/record.js";
import { joinTellings } from "../indicators/join-tellings.js";
import type { IndicatorFacts, ProseAmount, ProseContext, ProseFacts } from "./facts.js";
import { money } from "./figures.js";
import { readCompletions } from "./indicators/completions.js";
import { withContinuations } from "./indicators/continuations.js";
import type { Span } from "./indicators/indicator-path.js";
import { KnownNames } from "./indicators/known-names.js";
import { readItems } from "./items/read-items.js";
import { tokenize } from "./lexer.js";
import { readBorneOut } from "./money/borne-out/read-borne-out.js";
import { rateDoubt } from "./money/rate-doubt.js";
import { readAmounts } from "./money/read-amounts.js";
import { readBreakdowns } from "./money/read-breakdowns.js";
import { RowClaims } from "./money/row-claims.js";
import { settleSources } from "./money/settle-sources.js";
import { isHeading, type Outline, outlineOf } from "./outline.js";
import { type Passage, toPassages } from "./passage.js";
import { readCounts } from "./read-counts.js";
import { fundsYear, readYears } from "./read-years.js";
import { readHeadScore } from "./scores/head-scores.js";
import { withoutInterim } from "./scores/interim-totals.js";
import { LevelAtHand } from "./scores/level-at-hand.js";
import { withoutLevels } from "./scores/levels-by-paths.js";
import { readGrade } from "./scores/read-grade.js";
import { readScores, withFullMarks } from "./scores/read-scores.js";
import { readGradeScale, readScoring } from "./scores/read-scoring.js";
import { settleLevelScores } from "./scores/settle-level-scores.js";
import { sentencesOf } from "./sentence.js";
import { namesOf } from "./subject.js";

/** The marks of a whole evaluation. */
const WHOLE = 100;

type Facts = { -readonly [name in Exclude<keyof ProseFacts, "borneOut">]: ProseFacts[name][number][] };

/** All that the sentences of a report tell: a small grammar of clauses over its paragraphs and over cells that hold sentences. */
export function readProse(blocks: readonly Block[], context: ProseContext): ProseFacts {
  const passages = withContinuations(toPassages(blocks, context.flow, context.ofIndicators));
  const outline = outlineOf(passages);
  const known = new KnownNames(context.indicators);
  const names = namesOf(passages, context.projectName, context.title);
  const fiscalYear = context.fiscalYear ?? titleYear(names.titles);
  const rows = new RowClaims(context.fundParts ?? [], names, fiscalYear);
  const facts: Facts = {
    statedScores: [],
    grades: [],
    amounts: [],
    rates: [],
    counts: [],
    breakdowns: [],
    years: [],
    scoring: [],
    indicators: [],
    completions: [],
    unnamed: [],
    stray: [],
    mended: [],
  };
  const rates: { readonly claim: Facts["rates"][number]; readonly passage: number }[] = [];
  const heads: (Outline | undefined)[] = [];
  const fundsYears: ReturnType<typeof fundsYear>[number][] = [];
  const sums = new Map<ProseFacts["statedScores"][number], number>();
  const take = (found: IndicatorFacts) => {
    facts.indicators.push(...found.indicators);
    facts.completions.push(...found.completions);
    facts.mended.push(...found.mended);
    facts.unnamed.push(...(found.unnamed ?? []));
    facts.stray.push(...(found.stray ?? []));
    facts.statedScores.push(...(found.scores ?? []));
    heads.push(...found.indicators.map((_, i) => found.under?.[i]));
    return found.taken;
  };
  const atHand = new LevelAtHand();
  const items = readItems(passages, outline, fiscalYear, known, (context.ofIndicators?.size ?? 0) > 0);
  passages.forEach((passage, i) => {
    const under = outline[i]!;
    const head = readHeadScore(passages, i, under);
    if (head) facts.statedScores.push(head.score);
    const ofItems = take(items[i]!);
    const taken: Span[] = [...(head ? [head.taken] : []), ...ofItems];
    const isTaken = (start: number, end: number) => touches(taken, start, end);
    take(readCompletions(passage, under, isHeading(passage)));
    facts.breakdowns.push(...readBreakdowns(passage));
    facts.years.push(...readYears(passage, under.completion));
    facts.scoring.push(...readGradeScale(passage));
    const ofRows = rows.read(passage);
    facts.amounts.push(...ofRows);
    let scores: ReturnType<typeof readScores> = [];
    atHand.enter(passage, under, head?.score);
    for (const sentence of sentencesOf(passage, names)) {
      const own = isTaken(sentence.start, sentence.end) ? undefined : atHand.completedBy(sentence);
      if (own) {
        taken.push(own.after);
        scores = [...scores.filter((score) => score !== own.before), own.after];
        facts.statedScores = facts.statedScores.filter((score) => score !== own.before);
      }
      const found = readScores(sentence, names, fiscalYear, under, isTaken);
      scores.push(...found);
      atHand.pass(found.at(-1) ?? own?.after, touches(ofItems, sentence.start, sentence.end));
      facts.grades.push(...readGrade(sentence, names, fiscalYear));
      facts.counts.push(...readCounts(sentence, fiscalYear, under.level1 !== "" || under.level2 !== "", isTaken));
      facts.scoring.push(...readScoring(sentence));
      if (passage.ofIndicator) continue;
      const told = readAmounts(sentence, names, fiscalYear);
      fundsYears.push(...fundsYear(sentence, readAmounts(sentence, names, null)));
      facts.amounts.push(...told.amounts.filter((amount) => !ofRows.some((row) => isSameFigure(row, amount))));
      rates.push(...told.rates.map((claim) => ({ claim, passage: i })));
    }
    for (const { items: summed, start: _start, end: _end, ...score } of withFullMarks(withoutInterim(scores, passage), WHOLE)) {
      facts.statedScores.push(score);
      if (summed !== undefined) sums.set(score, summed);
    }
    atHand.settle(scores.at(-1), facts.statedScores.at(-1));
  });
  // Of a level with a single indicator, the marks are the indicator's; another without marks is none, unless a table tells it.
  facts.indicators = facts.indicators.flatMap((indicator, i) => {
    const head = heads[i];
    const marks = head && heads.filter((other) => other === head).length === 1 ? head.marks : undefined;
    const filled = marks && !indicator.weight ? { ...indicator, weight: marks.weight, score: indicator.score ?? marks.score } : indicator;
    return filled.weight || filled.score || filled.isPart || filled.isUnmarked ? [filled] : [];
  });
  const parted = withoutLevels(facts.indicators);
  facts.indicators = parted.indicators;
  facts.statedScores.push(...parted.scores);
  const count = joinTellings(facts.indicators).length;
  facts.statedScores = facts.statedScores.filter(
    (score) => (count === 0 || (sums.get(score) ?? count) === count) && !(sums.has(score) && lacksExecution(score, facts.statedScores)),
  );
  facts.statedScores = settleLevelScores(facts.statedScores, joinTellings(facts.indicators));
  facts.amounts = settleSources(facts.amounts);
  facts.rates = rates.map(({ claim, passage }) => {
    const near = passages.slice(Math.max(passage - 1, 0), passage + 1);
    const doubt =
      claim.rate.doubt ?? rateDoubt(claim.rate, facts.amounts, near.flatMap(amountsIn), near.map(({ folded }) => folded).join(""));
    return doubt ? { ...claim, rate: { ...claim.rate, doubt } } : claim;
  });
  // Where the funds of several years are told, some are told for comparison: then none of them names the year evaluated.
  const oneYear = new Set(fundsYears.map(({ year }) => year)).size === 1;
  if (oneYear) facts.years.push(...fundsYears.flatMap(({ compares, ...year }) => (compares ? [] : [year])));
  return { ...facts, borneOut: readBorneOut(passages, names, fiscalYear, facts.amounts) };
}

/** 以上8项得分88分. 预算执行得9分. 自评总分97分: what the items sum to is the whole's but for the execution. */
function lacksExecution({ score }: StatedScore, all: readonly StatedScore[]): boolean {
  const executions = all.filter(({ scope, name }) => scope === "level1" && name.includes("执行"));
  return executions.some((execution) => {
    if (!score || !execution.score) return false;
    const whole = exact(score.value).plus(execution.score.value);
    return all.some((other) => other.scope === "total" && other.score && whole.eq(other.score.value));
  });
}

function touches(spans: readonly Span[], start: number, end: number): boolean {
  return spans.some((span) => span.start < end && span.end > start);
}

function amountsIn(passage: Passage): Money[] {
  return tokenize(passage.folded).flatMap((token) => (token.kind === "money" ? [money(passage, token)] : []));
}

/** One figure of the text, read twice. */
function isSameFigure(a: ProseAmount, b: ProseAmount): boolean {
  return a.money.raw === b.money.raw && a.field === b.field;
}

/** The year that a title names; the day on a cover is when it was written. */
function titleYear(titles: readonly string[]): number | null {
  for (const title of titles) {
    const year = /((?:19|20)\d\d)年(?![\d一二三四五六七八九十]{1,2}月)/u.exec(title)?.[1];
    if (year) return Number(year);
  }
  return null;
}
