import type { Block } from "../../core/extracted.js";
import type { Money, StatedScore } from "../../core/record.js";
import { joinTellings } from "../indicators/merge/join-tellings.js";
import { withContinuations } from "./continuations.js";
import { readCompletions } from "./counts/completions.js";
import { readCounts } from "./counts/read-counts.js";
import type { IndicatorFacts, ProseAmount, ProseContext, ProseFacts } from "./facts.js";
import { money } from "./figures.js";
import { isHeading } from "./heads/heading.js";
import { type Outline, outlineOf } from "./heads/outline.js";
import { readItems } from "./items/read-items.js";
import { tokenize } from "./lexer.js";
import { readBorneOut } from "./money/borne-out/read-borne-out.js";
import { listedSpending } from "./money/listed-spending.js";
import { rateDoubt } from "./money/rate-doubt.js";
import { readAmounts } from "./money/read-amounts.js";
import { readBreakdowns } from "./money/read-breakdowns.js";
import { RowClaims } from "./money/row-claims.js";
import { settleRates, settleSources, type ToldRate } from "./money/settle-sources.js";
import { type Passage, toPassages } from "./passage.js";
import type { Span } from "./paths/indicator-path.js";
import { KnownNames } from "./paths/known-names.js";
import { clausesOfCells, fundsYear, readYears, repeatsForm } from "./read-years.js";
import { readHeadScore } from "./scores/head-scores.js";
import { withoutInterim } from "./scores/interim-totals.js";
import { lacksExecution } from "./scores/lacks-execution.js";
import { LevelAtHand } from "./scores/level-at-hand.js";
import { withoutLevels } from "./scores/levels-by-paths.js";
import { resultsOfOtherYears } from "./scores/other-years.js";
import { readGrade } from "./scores/read-grade.js";
import { readScores, withFullMarks } from "./scores/read-scores.js";
import { readGradeScale, readScoring } from "./scores/read-scoring.js";
import { settleLevelScores } from "./scores/settle-level-scores.js";
import { type Sentence, sentencesOf } from "./sentence.js";
import { type Names, namesOf } from "./subject.js";
import { yearInForce } from "./year-in-force.js";

/** The marks of a whole evaluation. */
const WHOLE = 100;

type Facts = { -readonly [name in Exclude<keyof ProseFacts, "names" | "borneOut">]: ProseFacts[name][number][] };
type Score = ReturnType<typeof readScores>[number];

/** All that the sentences of a report tell: a small grammar of clauses over its paragraphs and over cells that hold sentences. */
export function readProse(blocks: readonly Block[], context: ProseContext): ProseFacts {
  return new ProseReader(blocks, context).read();
}

/** Reads passage by passage and gathers the facts; what several of them tell together is settled at the end. */
class ProseReader {
  readonly #context: ProseContext;
  readonly #passages: readonly Passage[];
  readonly #outline: readonly Outline[];
  readonly #names: Names;
  readonly #fiscalYear: number | null;
  readonly #rows: RowClaims;
  readonly #atHand = new LevelAtHand();
  readonly #facts: Facts = {
    statedScores: [],
    grades: [],
    ofOtherYears: [],
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
  /** Of each indicator, the heading that it stands under. */
  readonly #heads: (Outline | undefined)[] = [];
  /** Each rate with its passage. */
  readonly #rates: { readonly told: ToldRate; readonly passage: number }[] = [];
  /** Of the passages that tell rates: of each one once, however many it tells. */
  readonly #amountsOf = new Map<Passage, readonly Money[]>();
  readonly #fundsYears: ReturnType<typeof fundsYear>[number][] = [];
  readonly #ofForm: ReadonlySet<string>;
  /** How many items a score says that it sums. */
  readonly #summed = new Map<StatedScore, number>();

  constructor(blocks: readonly Block[], context: ProseContext) {
    this.#context = context;
    this.#passages = withContinuations(toPassages(blocks, context.flow, context.ofIndicators));
    this.#outline = outlineOf(this.#passages);
    this.#ofForm = clausesOfCells(this.#passages);
    this.#names = namesOf(this.#passages, context.projectName, context.title);
    this.#fiscalYear = context.fiscalYear ?? yearInForce(this.#passages, this.#names.titles);
    this.#rows = new RowClaims(context.fundParts ?? [], this.#names, this.#fiscalYear);
  }

  read(): ProseFacts {
    const known = new KnownNames(this.#context.indicators);
    const besideTables = (this.#context.ofIndicators?.size ?? 0) > 0;
    const items = readItems(this.#passages, this.#outline, this.#fiscalYear, known, besideTables);
    for (const [i, passage] of this.#passages.entries()) this.#readPassage(passage, i, items[i]!);
    this.#settleIndicators();
    this.#settleScores();
    const rates = settleRates(
      this.#rates.map(({ told }) => told),
      this.#facts.amounts,
    );
    this.#facts.amounts = settleSources(this.#facts.amounts);
    this.#facts.rates = rates.map((claim, i) => this.#withDoubt(claim, this.#rates[i]!.passage));
    // Where the funds of several years are told, some are told for comparison: then none of them names the year evaluated.
    const isOneYear = new Set(this.#fundsYears.map(({ year }) => year)).size === 1;
    if (isOneYear) this.#facts.years.push(...this.#fundsYears.flatMap(({ compares, ...year }) => (compares ? [] : [year])));
    return {
      ...this.#facts,
      names: this.#names,
      borneOut: readBorneOut(this.#passages, this.#names, this.#fiscalYear, this.#facts.amounts),
    };
  }

  #readPassage(passage: Passage, i: number, items: IndicatorFacts): void {
    const facts = this.#facts;
    const under = this.#outline[i]!;
    const head = readHeadScore(this.#passages, i, under);
    if (head) facts.statedScores.push(head.score);
    this.#take(items);
    this.#take(readCompletions(passage, under, isHeading(passage)));
    facts.breakdowns.push(...readBreakdowns(passage), ...listedSpending(passage));
    const years = readYears(passage, under.completion || repeatsForm(passage, this.#ofForm));
    facts.years.push(...years);
    facts.scoring.push(...readGradeScale(passage));
    const ofRows = this.#rows.read(passage);
    facts.amounts.push(...ofRows);
    this.#atHand.enter(passage, under, head?.score);
    const sentences = sentencesOf(passage, this.#names);
    const taken = [...(head ? [head.taken] : []), ...items.taken];
    const scores = this.#readScores(sentences, under, taken, items.taken);
    const isTaken = (start: number, end: number) => touches([...taken, ...scores], start, end);
    facts.ofOtherYears.push(...resultsOfOtherYears(sentences, this.#names, years, this.#fiscalYear, under, isTaken));
    if (!passage.ofIndicator) for (const sentence of sentences) this.#readMoney(sentence, i, ofRows);
    for (const { items: summed, start: _start, end: _end, ...score } of withFullMarks(withoutInterim(scores, passage), WHOLE)) {
      facts.statedScores.push(score);
      if (summed !== undefined) this.#summed.set(score, summed);
    }
    this.#atHand.settle(scores.at(-1), facts.statedScores.at(-1));
  }

  /** Scores, grades and counts of a passage's sentences; `taken`: where other facts were read, and of these `ofItems` the indicators'. */
  #readScores(sentences: readonly Sentence[], under: Outline, taken: Span[], ofItems: readonly Span[]): Score[] {
    const facts = this.#facts;
    const isTaken = (start: number, end: number) => touches(taken, start, end);
    let scores: Score[] = [];
    for (const sentence of sentences) {
      const own = isTaken(sentence.start, sentence.end) ? undefined : this.#atHand.completedBy(sentence);
      if (own) {
        taken.push(own.after);
        scores = [...scores.filter((score) => score !== own.before), own.after];
        facts.statedScores = facts.statedScores.filter((score) => score !== own.before);
      }
      const found = readScores(sentence, this.#names, this.#fiscalYear, under, isTaken);
      scores.push(...found);
      this.#atHand.pass(found.at(-1) ?? own?.after, touches(ofItems, sentence.start, sentence.end));
      facts.grades.push(...readGrade(sentence, this.#names, this.#fiscalYear));
      facts.counts.push(...readCounts(sentence, this.#names, this.#fiscalYear, under.level1 !== "" || under.level2 !== "", isTaken));
      facts.scoring.push(...readScoring(sentence));
    }
    return scores;
  }

  /** Amounts and rates of a sentence, but for those that `ofRows` have. */
  #readMoney(sentence: Sentence, passage: number, ofRows: readonly ProseAmount[]): void {
    const told = readAmounts(sentence, this.#names, this.#fiscalYear);
    this.#fundsYears.push(...fundsYear(sentence, readAmounts(sentence, this.#names, null)));
    this.#facts.amounts.push(...told.amounts.filter((amount) => !ofRows.some((row) => isSameFigure(row, amount))));
    this.#rates.push(...told.rates.map((rate) => ({ told: rate, passage })));
  }

  #take(found: IndicatorFacts): void {
    const facts = this.#facts;
    facts.indicators.push(...found.indicators);
    facts.completions.push(...found.completions);
    facts.mended.push(...found.mended);
    facts.unnamed.push(...(found.unnamed ?? []));
    facts.stray.push(...(found.stray ?? []));
    facts.statedScores.push(...(found.scores ?? []));
    this.#heads.push(...found.indicators.map((_, i) => found.under?.[i]));
  }

  /** Of a level with a single indicator, the marks are the indicator's; another without marks is none, unless a table tells it. */
  #settleIndicators(): void {
    const marked = this.#facts.indicators.flatMap((indicator, i) => {
      const head = this.#heads[i];
      const marks = head && this.#heads.filter((other) => other === head).length === 1 ? head.marks : undefined;
      const filled = marks && !indicator.weight ? { ...indicator, weight: marks.weight, score: indicator.score ?? marks.score } : indicator;
      return filled.weight || filled.score || filled.isPart || filled.isUnmarked ? [filled] : [];
    });
    const parted = withoutLevels(marked);
    this.#facts.indicators = parted.indicators;
    this.#facts.statedScores.push(...parted.scores);
  }

  /** The stated scores, without those that sum another number of items than there are, and with what they are of. */
  #settleScores(): void {
    const { indicators, statedScores } = this.#facts;
    const told = joinTellings(indicators);
    const isOfAll = (score: StatedScore) => told.length === 0 || (this.#summed.get(score) ?? told.length) === told.length;
    const isPart = (score: StatedScore) => this.#summed.has(score) && lacksExecution(score, statedScores);
    this.#facts.statedScores = settleLevelScores(
      statedScores.filter((score) => isOfAll(score) && !isPart(score)),
      told,
    );
  }

  #withDoubt(claim: Facts["rates"][number], passage: number): Facts["rates"][number] {
    const near = this.#passages.slice(Math.max(passage - 1, 0), passage + 1);
    const text = near.map(({ folded }) => folded).join("");
    const doubt =
      claim.rate.doubt ??
      rateDoubt(
        claim.rate,
        this.#facts.amounts,
        near.flatMap((one) => this.#amountsIn(one)),
        text,
      );
    return doubt ? { ...claim, rate: { ...claim.rate, doubt } } : claim;
  }

  #amountsIn(passage: Passage): readonly Money[] {
    let amounts = this.#amountsOf.get(passage);
    if (amounts === undefined) {
      amounts = tokenize(passage.folded).flatMap((token) => (token.kind === "money" ? [money(passage, token)] : []));
      this.#amountsOf.set(passage, amounts);
    }
    return amounts;
  }
}

function touches(spans: readonly Span[], start: number, end: number): boolean {
  return spans.some((span) => span.start < end && span.end > start);
}

/** One figure of the text, read twice. */
function isSameFigure(a: ProseAmount, b: ProseAmount): boolean {
  return a.money.raw === b.money.raw && a.field === b.field;
}
