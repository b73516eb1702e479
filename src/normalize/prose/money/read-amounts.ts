import { unsure } from "../../figures/unsure.js";
import { PROSE_WORDS } from "../../lexicon/prose/prose-words.js";
import { OTHER_CLAUSES } from "../../lexicon/prose/subject-words.js";
import type { ProseAmount } from "../facts.js";
import { isBound } from "../figures.js";
import { rolesOf, type Token, textOf } from "../lexer.js";
import { locate } from "../passage.js";
import { capture, either, figure, literal, mark, scan, seq, upTo, word } from "../pattern.js";
import { goesOnList, type Sentence } from "../sentence.js";
import { isWhole, type Names, withoutName } from "../subject.js";
import { claim, ofSource, open, ownField } from "./amount-claim.js";
import { type AmountPhrase, amountPhrases, ownerBetween, saysWhole } from "./amount-phrase.js";
import { type Clause, clausesOf } from "./clauses.js";
import { isForeign } from "./foreign-money.js";
import { afterFigure, type MoneyContext, namesWholeYear, newContext } from "./money-context.js";
import { FIELD_OF, partBegun, roleOf, SOURCE_ROLES, sourceOf, startsWithSource, UNSURE } from "./money-nouns.js";
import { isApproximate, isOfOtherMatter } from "./other-matters.js";
import { readRates } from "./read-rates.js";
import { behindHead } from "./run-in-head.js";
import type { ToldRate } from "./settle-sources.js";
import { whollyTold } from "./wholly-told.js";

const LEVELS_OF_GOVERNMENT = (
  ["sourceCentral", "sourceProvincial", "sourceMunicipal", "sourceCounty", "sourceOwn", "sourceOther"] as const
).map((role) => new RegExp(PROSE_WORDS[role].join("|"), "u"));

const PART = seq(
  capture("source", word(...SOURCE_ROLES)),
  upTo(3, either(word("copula", "executed", "budget", "received"), mark(":"), literal("资金", "安排", "数"))),
  capture("money", figure("money")),
);
const OF_PARTS = /其中|分别/u;

const VOID = new RegExp(OTHER_CLAUSES.join("|"), "u");
/** 12月支出5万元 is one month's. */
const ONE_MONTH = /(?<![至到])\d{1,2}月(?!底|末|\d|31)份?/u;
/** 上半年支出30万元: of a part of the year; 全年支出, said next, is of the whole again. */
const PART_OF_YEAR = /[上下]半年|[一二三四1-4]季度/u;
/** 2022年结转20万元: what came from another year, told among this year's funds. */
const CARRIED = /结转|结余|提前下达/u;
const OTHER_YEAR = /((?:19|20)\d\d)年?[-—–~至到]+((?:19|20)\d\d)年/u;
/** 提前下达200万元，再次下达100万元: the money came in several lots, and no one of them is the whole. */
const IN_LOTS =
  /(?:提前|预|再次|追加|陆续|另外?|补充)下达|第[一二三四五六七八九\d]批|分批|(?:追加|追减|调增|调减|核减|收回)(?![后至为到])/u;
const SUMMED = /[共合总累]|全年|年度/u;
const CITED = /《[^》]*》/gu;
const ALL_OF_IT = unsure("words say that all of the money came in or was spent, and tell no amount of it");
/** A clause that uses money for something names a use, not the whole. */
const USE = /用于|购置|采购|购买|支付给|补贴给|发放给|建设费|工程款|尾款|首付|分别为/u;
/** How a budget changes: whose it is stays. */
const CHANGING = /调整|变动|追加|追减|核减|压减/u;

/** 支出95万元(不含上年结转): not of the whole. */
const NARROWED = /不含|不包括|除外|扣除|剔除|^仅/u;

/** 总投资500万元，累计支出450万元，本年度支出190万元: what was spent in all years so far. */
const SEVERAL_YEARS = /总投资|概算|实施期|建设期|(?:本年度?|当年|年度内?)(?:实际|累计|共|资金|预算)*(?:支出|执行|支付|使用)/u;

export interface MoneyFacts {
  readonly amounts: readonly ProseAmount[];
  readonly rates: readonly ToldRate[];
}

/**
 * Amounts and execution rates of the project's funds told in one sentence. Reads only clauses whose subject is the project as a whole;
 * a clause about a part, a use, another year or another project gives nothing.
 */
export function readAmounts(sentence: Sentence, names: Names, fiscalYear: number | null): MoneyFacts {
  const hasFigure = () => sentence.tokens.some(({ kind }) => kind === "money" || kind === "percent");
  if (!/元|%|万|亿/u.test(sentence.text) || !hasFigure() || goesOnList(sentence)) return { amounts: [], rates: [] };
  return new SentenceOnMoney(sentence, names, fiscalYear).read();
}

/** One sentence, read clause by clause. */
class SentenceOnMoney {
  readonly #sentence: Sentence;
  readonly #names: Names;
  readonly #fiscalYear: number | null;
  readonly #isForeign: boolean;
  readonly #hasSeveralSources: boolean;
  readonly #amounts: ProseAmount[] = [];
  readonly #rates: ToldRate[] = [];

  constructor(sentence: Sentence, names: Names, fiscalYear: number | null) {
    this.#sentence = sentence;
    this.#names = names;
    this.#fiscalYear = fiscalYear;
    this.#isForeign = isForeign(sentence, names, fiscalYear);
    this.#hasSeveralSources = LEVELS_OF_GOVERNMENT.filter((words) => words.test(sentence.passage.folded)).length > 1;
  }

  read(): MoneyFacts {
    const context = newContext();
    for (const clause of clausesOf(behindHead(this.#sentence.tokens, this.#names))) {
      this.#readClause(clause, context);
      // What a gloss says ends with it: 支出95万元(其中材料费60万元), 执行率95%.
      for (const gloss of clause.glosses) {
        const within = { ...context };
        for (const part of gloss.clauses) this.#readClause(part, within, /^(?:其中|分别)/u.test(gloss.text));
      }
    }
    return { amounts: this.#amounts, rates: this.#rates };
  }

  #readClause(clause: Clause, context: MoneyContext, inPartsGloss = false): void {
    const { tokens, text, glosses } = clause;
    const named = this.#ofYear(tokens);
    if (named === false && CARRIED.test(text)) return;
    context.ofYear = named ?? context.ofYear;
    if (!context.ofYear) return;
    if (this.#isForeign || isOfOtherMatter(text) || OTHER_YEAR.test(text)) {
      if (!this.#isForeign && PART_OF_YEAR.test(text)) context.partOfYear = true;
      else context.whole = false;
      return;
    }
    if (VOID.test(text) || glosses.some(isNarrowing)) return;
    if (this.#takeParts(clause, context, inPartsGloss)) return;
    if (/其中/u.test(text) || (this.#hasSeveralSources && startsWithSource(tokens))) {
      context.whole = false;
      return;
    }
    const told = amountPhrases(tokens, this.#names);
    // 上年结转10万元, 支出10万元: what follows is of that source.
    if (told.length === 0 && (partBegun(tokens) || (!CHANGING.test(text) && !this.#namesWhole(tokens)))) context.whole = false;
    if (tokens.some(({ kind }) => kind === "money")) context.figure = told.length === 0 && context.whole ? onlyMoney(tokens) : null;
    for (const phrase of told) this.#takeAmount(phrase, tokens, glosses, context);
    this.#takeWholly(tokens, context);
    this.#rates.push(...readRates(this.#sentence, tokens, this.#names, context));
  }

  /** 其中中央资金60万元、县级资金40万元: the parts of the amount told last. Whether there are any. */
  #takeParts({ tokens, text }: Clause, { field, sure, bare }: MoneyContext, inPartsGloss: boolean): boolean {
    const areParts = inPartsGloss || OF_PARTS.test(text);
    const parts = field !== null && (areParts || startsWithSource(tokens)) ? scan(tokens, PART) : [];
    for (const match of parts) {
      const { source: noun, money: told } = match.captured;
      const source = sourceOf(noun!);
      const own = areParts ? undefined : ownField(tokens, match, field!);
      const part = own ?? { field: field!, sure };
      if (source) this.#amounts.push({ ...claim(this.#sentence, source, part.field, noun!, told!, part.sure), ...open(!own && bare) });
    }
    return parts.length > 0;
  }

  /** 下达资金100万元，已全部支出: what all was done with was spent as well. */
  #takeWholly(tokens: readonly Token[], context: MoneyContext): void {
    const { figure: told, whole } = context;
    if (!told || !whole) return;
    for (const field of whollyTold(textOf(tokens.slice(tokens.indexOf(told) + 1)))) {
      const evidence = locate(this.#sentence.passage, told.start, tokens.at(-1)!.end);
      const amount = claim(this.#sentence, "total", field, told, told, false);
      this.#amounts.push({ ...amount, ...ofSource(context), money: { ...amount.money, doubt: ALL_OF_IT }, evidence });
    }
  }

  #takeAmount(phrase: AmountPhrase, tokens: readonly Token[], glosses: Clause["glosses"], context: MoneyContext): void {
    this.#enterSubject(phrase, context);
    if (context.partOfYear) return;
    if (phrase.subject !== "" || phrase.giver) context.ofSource = partBegun(tokens);
    // 项目支出年初预算583万元, 项目支出800万元, in a department's report: of its part, and so is what follows.
    if (this.#names.department && `${phrase.subject}${phrase.noun.text}`.includes("项目支出")) {
      context.whole = false;
      return;
    }
    // 下达2024年资金50万元, in 2023: the next year's.
    if (this.#ofYear(phrase.between) === false) return;
    if (phrase.isMixed) {
      context.whole = false;
      return;
    }
    const owner = ownerBetween(phrase, this.#names);
    if (owner === undefined || !context.whole || this.#isUse(phrase)) return;
    const { noun, figure: told, nouns } = phrase;
    for (const other of nouns.slice(0, -1)) {
      const role = roleOf([other], other);
      const amount = claim(this.#sentence, "total", FIELD_OF[role]!, other, told, !UNSURE.has(role) && !context.ofSource);
      this.#amounts.push({ ...amount, ...open(role === "budget") });
    }
    const last = nouns.at(-1)!;
    const glossed = glosses.flatMap((gloss) => gloss.tokens.filter(({ start }) => start > noun.start && start < told.start));
    const role = roleOf([...tokens.slice(tokens.indexOf(last), tokens.indexOf(told) + 1), ...glossed], last);
    const field = FIELD_OF[role] ?? null;
    Object.assign(context, { field, bare: role === "budget", sure: !UNSURE.has(role) && !context.ofSource });
    if (field && owner) this.#amounts.push({ ...claim(this.#sentence, owner, field, last, told, false), of: owner });
    else if (field) {
      const amount = claim(this.#sentence, "total", field, last, told, context.sure);
      const called = phrase.called === undefined ? {} : { called: phrase.called };
      this.#amounts.push({ ...amount, ...open(context.bare), ...ofSource(context), ...called });
    }
    context.figure = field === "executed" || field === "balance" || owner ? null : told;
  }

  /** What the words before a noun make the clause's subject. */
  #enterSubject({ subject, noun }: AmountPhrase, context: MoneyContext): void {
    if (subject !== "") {
      context.whole = isWhole(subject.replace(ONE_MONTH, ""), this.#names) && !USE.test(subject);
      context.partOfYear = ONE_MONTH.test(subject);
    } else if (namesWholeYear(noun)) context.partOfYear = false;
  }

  /** An amount that is not all: a use's, one of several lots, of all years so far, about so much or at least. */
  #isUse({ before, noun, between, behind }: AmountPhrase): boolean {
    const within = textOf(between);
    if (USE.test(before) || USE.test(within) || isApproximate(within) || isBound(behind) || /^\s*的[^,]*费/u.test(behind)) return true;
    if (noun.text.startsWith("累计") && SEVERAL_YEARS.test(this.#sentence.text)) return true;
    const inLots = () => IN_LOTS.test(withoutName(this.#sentence.passage.folded, this.#names).replace(CITED, ""));
    return rolesOf(noun).includes("allocated") && !SUMMED.test(`${before}${noun.text}${within}`) && inLots();
  }

  /** Whether a clause speaks of the evaluated year; undefined where it names no year. 2022年支出80万元, 2023年支出95万元 compares. */
  #ofYear(tokens: readonly Token[]): boolean | undefined {
    const years = tokens.filter(({ kind }) => kind === "year");
    if (years.length === 0 || this.#fiscalYear === null) return undefined;
    return years.some((token) => "value" in token && Number(token.value) === this.#fiscalYear);
  }

  /** 甲镇500万元, 支出490万元: money whose noun is unknown is somebody's, and so is what follows. */
  #namesWhole(tokens: readonly Token[]): boolean {
    const at = tokens.findIndex(({ kind }) => kind === "money");
    return at < 0 || saysWhole(afterFigure(textOf(tokens.slice(0, at))), this.#names);
  }
}

/** The amount of a clause that tells one. */
function onlyMoney(tokens: readonly Token[]): Token | null {
  const [first, ...more] = tokens.filter(({ kind }) => kind === "money");
  return first && more.length === 0 ? first : null;
}

/** 不含上年结转, without an amount: what stands before it is less than the whole. */
function isNarrowing({ text, tokens }: Clause["glosses"][number]): boolean {
  return NARROWED.test(text) && !tokens.some(({ kind }) => kind === "money");
}
