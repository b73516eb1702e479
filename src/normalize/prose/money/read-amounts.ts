import type { Claims } from "../../../core/record.js";
import { unsure } from "../../figures/unsure.js";
import { PROSE_WORDS } from "../../lexicon/prose-words.js";
import { OTHER_CLAUSES } from "../../lexicon/subject-words.js";
import type { ProseAmount } from "../facts.js";
import { rolesOf, type Token, textOf } from "../lexer.js";
import { locate } from "../passage.js";
import { capture, either, figure, literal, type Match, mark, type Pattern, plainText, scan, seq, unless, upTo, word } from "../pattern.js";
import { goesOnList, type Sentence } from "../sentence.js";
import { isWhole, type Names, withoutName } from "../subject.js";
import { claim, ofSource, open, ownField } from "./amount-claim.js";
import { type Clause, clausesOf } from "./clauses.js";
import { isForeign } from "./foreign-money.js";
import { afterFigure, isBound, type MoneyContext, namesWholeYear, subjectOf } from "./money-context.js";
import { AMOUNT_ROLES, FIELD_OF, isPlanned, partBegun, roleOf, SOURCE_ROLES, sourceOf, startsWithSource, UNSURE } from "./money-nouns.js";
import { isApproximate, isOfOtherMatter } from "./other-matters.js";
import { readRates } from "./read-rates.js";
import { behindHead } from "./run-in-head.js";
import { whollyTold } from "./wholly-told.js";

const LEVELS_OF_GOVERNMENT = (
  ["sourceCentral", "sourceProvincial", "sourceMunicipal", "sourceCounty", "sourceOwn", "sourceOther"] as const
).map((role) => new RegExp(PROSE_WORDS[role].join("|"), "u"));

/** 资金使用情况, 支出进度: these are about spending, and tell no amount of it. */
const ABOUT_MONEY = /^(?:情况|进度|率|比例)/u;

/** What may stand between a noun and its amount: other words of money, the year, the project's name, who was given it. The text is judged, not the tokens. */
const BETWEEN: Pattern = either(
  seq(word(...SOURCE_ROLES), mark("、")),
  word(...AMOUNT_ROLES, ...SOURCE_ROLES, "copula", "scoreVerb"),
  mark(':"《》<>()'),
  figure("year"),
  unless(ABOUT_MONEY, plainText()),
);
const AMOUNT = seq(capture("noun", word(...AMOUNT_ROLES)), upTo(9, BETWEEN), capture("money", figure("money")));
const PART = seq(
  capture("source", word(...SOURCE_ROLES)),
  upTo(3, either(word("copula", "executed", "budget", "received"), mark(":"), literal("资金", "安排", "数"))),
  capture("money", figure("money")),
);
/** 年初预算数与全年预算数均为74.20万元: both are told at once. */
const SHARED = /^(?:数|额)?[与和及、][^,;。]*(?:均|都|皆|同)(?:为|是|达|约)*:?$/u;
const SHARING = /[与和及、]|(?:均|都|皆|同)(?:为|是)?/gu;
/** Words of amount that say nothing of whose it is. */
const FILLER =
  /(?:补贴|补助|奖补|扶持|救助|补偿|奖励|帮扶|衔接|专项|转移支付|一般债券|专项债券)(?:资金|经费|款)|[为是达约共计合总"《》<>:()]|[A-Z](?![^\x20-\x7e为是])|达到|人民币|金额|总额|额度|指标|数额|资金量|财政|拨款|额|数/gu;

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

const ADJUSTING = "(?:追加|追减|调整|调剂|变动|调增|调减|增减|核减|压减|批准|[、和及])+";
/** 经调整全年预算为…, 年中追加后全年预算…: how the whole budget came about. 追加预算 is a part of it. */
const BY_ADJUSTING = new RegExp(`(?:年中|年内|期中|中期)?(?:经过?(?:${ADJUSTING})?(?:调整|调剂|变动)|(?:经过?)?${ADJUSTING}后)的?$`, "u");
/** 经追加 before 调整后预算. */
const BEFORE_ADJUSTED = new RegExp(`(?:年中|年内|期中|中期)?经过?${ADJUSTING}$`, "u");

/** 支出95万元(不含上年结转): not of the whole. */
const NARROWED = /不含|不包括|除外|扣除|剔除|^仅/u;

/** 总投资500万元，累计支出450万元，本年度支出190万元: what was spent in all years so far. */
const SEVERAL_YEARS = /总投资|概算|实施期|建设期|(?:本年度?|当年|年度内?)(?:实际|累计|共|资金|预算)*(?:支出|执行|支付|使用)/u;

export interface MoneyFacts {
  readonly amounts: readonly ProseAmount[];
  readonly rates: Claims["rates"];
}

/**
 * Amounts and execution rates of the project's funds told in one sentence. Reads only clauses whose subject is the project as a whole;
 * a clause about a part, a use, another year or another project gives nothing.
 */
export function readAmounts(sentence: Sentence, names: Names, fiscalYear: number | null): MoneyFacts {
  const amounts: ProseAmount[] = [];
  const rates: Claims["rates"][number][] = [];
  if (!/元|%|万|亿/u.test(sentence.text) || !sentence.tokens.some((token) => token.kind === "money" || token.kind === "percent"))
    return { amounts, rates };
  if (goesOnList(sentence)) return { amounts, rates };
  const foreign = isForeign(sentence, names, fiscalYear);
  const severalSources = sourcesIn(sentence) > 1;
  const state: MoneyContext = {
    whole: true,
    ofYear: true,
    partOfYear: false,
    ofSource: null,
    field: null,
    bare: false,
    sure: true,
    figure: null,
  };
  for (const clause of clausesOf(behindHead(sentence.tokens, names))) {
    readClause(clause, state);
    // What a gloss says ends with it: 支出95万元(其中材料费60万元), 执行率95%.
    for (const gloss of clause.glosses) {
      const within = { ...state };
      for (const part of gloss.clauses) readClause(part, within, /^(?:其中|分别)/u.test(gloss.text));
    }
  }
  return { amounts, rates };

  function readClause({ tokens, text, glosses }: Clause, context: MoneyContext, ofParts = false): void {
    const named = ofYear(tokens);
    if (named === false && CARRIED.test(text)) return;
    context.ofYear = named ?? context.ofYear;
    if (!context.ofYear) return;
    if (foreign || isOfOtherMatter(text) || OTHER_YEAR.test(text)) {
      if (!foreign && PART_OF_YEAR.test(text)) context.partOfYear = true;
      else context.whole = false;
      return;
    }
    if (VOID.test(text) || glosses.some((gloss) => NARROWED.test(gloss.text) && !gloss.tokens.some(({ kind }) => kind === "money"))) return;
    const { field } = context;
    const parts = ofParts || /其中|分别/u.test(text) || (field !== null && startsWithSource(tokens)) ? scan(tokens, PART) : [];
    if (parts.length > 0 && field !== null) {
      for (const match of parts) {
        const source = sourceOf(match.captured.source!);
        const own = ofParts || /其中|分别/u.test(text) ? undefined : ownField(tokens, match, field);
        const part = own ?? { field, sure: context.sure };
        const { source: noun, money: told } = match.captured;
        if (source) amounts.push({ ...claim(sentence, source, part.field, noun!, told!, part.sure), ...open(!own && context.bare) });
      }
      return;
    }
    if (ofParts && field === "adjustedBudget") takeInitial(tokens, context);
    if (/其中/u.test(text) || (severalSources && startsWithSource(tokens))) {
      context.whole = false;
      return;
    }
    const told = scan(tokens, AMOUNT);
    // 上年结转10万元, 支出10万元: what follows is of that source.
    if (told.length === 0 && partBegun(tokens)) context.whole = false;
    if (told.length === 0 && !/调整|变动|追加|追减|核减|压减/u.test(text) && !namesWhole(tokens)) context.whole = false;
    if (tokens.some(({ kind }) => kind === "money")) context.figure = told.length === 0 && context.whole ? onlyMoney(tokens) : null;
    for (const match of told) takeAmount(match, tokens, glosses, context);
    takeWholly(tokens, context);
    rates.push(...readRates(sentence, tokens, names, context));
  }

  /** 下达资金100万元，已全部支出: what all was done with was spent as well. */
  function takeWholly(tokens: readonly Token[], context: MoneyContext): void {
    const { figure: told, whole } = context;
    if (!told || !whole) return;
    for (const field of whollyTold(textOf(tokens.slice(tokens.indexOf(told) + 1)))) {
      const evidence = locate(sentence.passage, told.start, tokens.at(-1)!.end);
      const amount = claim(sentence, "total", field, told, told, false);
      amounts.push({ ...amount, ...ofSource(context), money: { ...amount.money, doubt: ALL_OF_IT }, evidence });
    }
  }

  /** 全年预算110万元（其中年初安排100万元、年中追加10万元）: the initial budget is told as what the whole came of. */
  function takeInitial(tokens: readonly Token[], { whole }: MoneyContext): void {
    for (const { captured } of whole ? scan(tokens, AMOUNT) : []) {
      if (roleOf([captured.noun!], captured.noun!) === "initialBudget")
        amounts.push(claim(sentence, "total", "initialBudget", captured.noun!, captured.money!, false));
    }
  }

  /** Whether a clause speaks of the evaluated year; undefined where it names no year. 2022年支出80万元, 2023年支出95万元 compares. */
  function ofYear(tokens: readonly Token[]): boolean | undefined {
    const years = tokens.filter(({ kind }) => kind === "year");
    if (years.length === 0 || fiscalYear === null) return undefined;
    return years.some((token) => "value" in token && Number(token.value) === fiscalYear);
  }

  /** 甲镇500万元, 支出490万元: money whose noun is unknown is somebody's, and so is what follows. */
  function namesWhole(tokens: readonly Token[]): boolean {
    const at = tokens.findIndex(({ kind }) => kind === "money");
    return at < 0 || isWhole(afterFigure(textOf(tokens.slice(0, at))).replace(FILLER, ""), names);
  }

  function takeAmount(match: Match, tokens: readonly Token[], glosses: Clause["glosses"], context: MoneyContext): void {
    const noun = match.captured.noun!;
    const figureToken = match.captured.money!;
    // 调整预算-20万元 is a change, not an amount.
    if ("value" in figureToken && figureToken.value.startsWith("-")) return;
    const at = tokens.indexOf(noun);
    const subject = textOf(tokens.slice(0, at));
    // 中央下达我市资金: who gave it is no other subject.
    const giver = rolesOf(noun).includes("allocated") ? partBegun(tokens) : null;
    // 2023年部门年初预算: in a department's report, the department is the whole.
    const own = (
      giver
        ? subjectOf(
            tokens.filter((token) => sourceOf(token) !== giver),
            noun,
          )
        : subjectOf(tokens, noun)
    )
      .replace(noun.text.includes("后") ? BEFORE_ADJUSTED : BY_ADJUSTING, "")
      .replace(names.department ? /部门$/u : /$/u, "");
    if (own !== "") {
      context.whole = isWhole(own.replace(ONE_MONTH, ""), names) && !USE.test(own);
      context.partOfYear = ONE_MONTH.test(own);
    } else if (namesWholeYear(noun)) context.partOfYear = false;
    if (context.partOfYear) return;
    if (own !== "" || giver) context.ofSource = partBegun(tokens);
    // 项目支出年初预算583万元, 项目支出800万元, in a department's report: of its part, and so is what follows.
    if (names.department && `${own}${noun.text}`.includes("项目支出")) {
      context.whole = false;
      return;
    }
    const between = tokens.slice(at + 1, match.to - 1);
    // 下达2024年资金50万元, in 2023: the next year's.
    if (ofYear(between) === false) return;
    // 预算数调整为 says one thing twice; 预算执行 and 项目支出预算 say another thing than their first word.
    const further = between.filter((token) => rolesOf(token).some((role) => role in FIELD_OF));
    const sharing = SHARED.test(textOf(between)) && further.length > 0 ? [noun, ...further] : [];
    // 收到中央下达资金: who gave what was received.
    const isGiven = rolesOf(noun).includes("received") && further.every((token) => rolesOf(token).includes("allocated"));
    if (sharing.length === 0 && !isGiven && further.some((token) => isPlanned(token) !== isPlanned(noun))) {
      context.whole = false;
      return;
    }
    const rest = textOf(between.filter((token) => !further.includes(token))).replace(sharing.length > 0 ? SHARING : "", "");
    const givers = between.filter((token) => (sourceOf(token) ?? "fiscal") !== "fiscal");
    const isWholes = (text: string) => isWhole(text.replace(FILLER, ""), names);
    const withoutGivers = givers.reduce((text, giver) => text.replace(giver.text, ""), rest);
    if (!isWholes(rest) && !isWholes(withoutGivers.replace(/[与和及]/gu, ""))) return;
    // 下达中央、省级资金: of several sources, all of them.
    const partOf = isWholes(rest) || givers.length > 1 ? null : sourceOf(givers[0]!);
    if (USE.test(textOf(between)) || isApproximate(textOf(between))) return;
    const isLot = rolesOf(noun).includes("allocated") && IN_LOTS.test(withoutName(sentence.passage.folded, names).replace(CITED, ""));
    if (isLot && !SUMMED.test(`${subject}${noun.text}${textOf(between)}`)) return;
    if (!context.whole || USE.test(subject)) return;
    if (noun.text.startsWith("累计") && SEVERAL_YEARS.test(sentence.text)) return;
    const behind = textOf(tokens.slice(match.to));
    if (isBound(behind) || /^\s*的[^,]*费/u.test(behind)) return;
    for (const other of sharing.slice(0, -1)) {
      const role = roleOf([other], other);
      amounts.push({
        ...claim(sentence, "total", FIELD_OF[role]!, other, figureToken, !UNSURE.has(role) && !context.ofSource),
        ...open(role === "budget"),
      });
    }
    const last = sharing.at(-1) ?? noun;
    const glossed = glosses.flatMap((gloss) => gloss.tokens.filter(({ start }) => start > noun.start && start < figureToken.start));
    const role = roleOf([...tokens.slice(tokens.indexOf(last), match.to), ...glossed], last);
    context.field = FIELD_OF[role] ?? null;
    context.bare = role === "budget";
    context.sure = !UNSURE.has(role) && !context.ofSource;
    if (context.field && partOf) amounts.push({ ...claim(sentence, partOf, context.field, last, figureToken, false), of: partOf });
    else if (context.field)
      amounts.push({
        ...claim(sentence, "total", context.field, last, figureToken, context.sure),
        ...open(context.bare),
        ...ofSource(context),
      });
    context.figure = context.field === "executed" || context.field === "balance" || partOf ? null : figureToken;
  }
}

/** The amount of a clause that tells one. */
function onlyMoney(tokens: readonly Token[]): Token | null {
  const [first, ...more] = tokens.filter(({ kind }) => kind === "money");
  return first && more.length === 0 ? first : null;
}

/** How many sources of money the passage tells apart. */
function sourcesIn({ passage }: Sentence): number {
  return LEVELS_OF_GOVERNMENT.filter((words) => words.test(passage.folded)).length;
}
