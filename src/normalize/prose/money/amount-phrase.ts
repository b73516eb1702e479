import type { FundSource } from "../../../core/record.js";
import { fundSource } from "../../lexicon/labels/fund-source.js";
import { rolesOf, type Token, textOf } from "../lexer.js";
import { capture, either, figure, type Match, mark, type Pattern, plainText, scan, seq, unless, upTo, word } from "../pattern.js";
import { isWhole, type Names } from "../subject.js";
import { subjectOf } from "./money-context.js";
import { AMOUNT_ROLES, FIELD_OF, isPlanned, partBegun, SOURCE_ROLES, sourceOf } from "./money-nouns.js";

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

/** 年初预算数与全年预算数均为74.20万元: both are told at once. */
const SHARED = /^(?:数|额)?[与和及、][^,;。]*(?:均|都|皆|同)(?:为|是|达|约)*:?$/u;
const SHARING = /[与和及、]|(?:均|都|皆|同)(?:为|是)?/gu;
/** Words of amount that say nothing of whose it is. */
const FILLER =
  /(?:补贴|补助|奖补|扶持|救助|补偿|奖励|帮扶|衔接|专项|转移支付|一般债券|专项债券)(?:资金|经费|款)|[为是达约共计合总"《》<>:()]|[A-Z](?![^\x20-\x7e为是])|达到|人民币|金额|总额|额度|指标|数额|资金量|财政|拨款|额|数/gu;

const NAMES_WHOLE = /^\p{Script=Han}{4,10}$/u;

const ADJUSTING = "(?:追加|追减|调整|调剂|变动|调增|调减|增减|核减|压减|批准|[、和及])+";
/** 经调整全年预算为…, 年中追加后全年预算…: how the whole budget came about. 追加预算 is a part of it. */
const BY_ADJUSTING = new RegExp(`(?:年中|年内|期中|中期)?(?:经过?(?:${ADJUSTING})?(?:调整|调剂|变动)|(?:经过?)?${ADJUSTING}后)的?$`, "u");
/** 经追加 before 调整后预算. */
const BEFORE_ADJUSTED = new RegExp(`(?:年中|年内|期中|中期)?经过?${ADJUSTING}$`, "u");

/** A noun of money with its amount, as a clause tells it: 中央 | 下达 | 我市2023年 | 110万元. */
export interface AmountPhrase {
  readonly noun: Token;
  readonly figure: Token;
  /** What stands before the noun. */
  readonly before: string;
  /** Of what the money is; empty where the clause goes on with what was spoken of. */
  readonly subject: string;
  /** Who gave the money, where the clause begins with that. */
  readonly giver: FundSource | null;
  readonly between: readonly Token[];
  readonly behind: string;
  /** The nouns that the figure is told of, the one that decides last: two or more where they share it. */
  readonly nouns: readonly [...Token[], Token];
  /** Nouns of both what may be spent and what was stand before the figure: it is some other thing's (项目支出预算). */
  readonly isMixed: boolean;
  /** What the whole's money is called before the word that says which amount it is: 项目资金总额 | 年初预算. */
  readonly called?: string;
}

/** The amounts that a clause tells behind their nouns. A change (调整预算-20万元) is none. */
export function amountPhrases(tokens: readonly Token[], names: Names): AmountPhrase[] {
  return scan(tokens, AMOUNT).flatMap((match) => {
    const { money } = match.captured;
    return "value" in money! && money.value.startsWith("-") ? [] : [phraseOf(match, tokens, names)];
  });
}

function phraseOf({ captured, to }: Match, tokens: readonly Token[], names: Names): AmountPhrase {
  const { noun, money } = captured as { noun: Token; money: Token };
  const at = tokens.indexOf(noun);
  const between = tokens.slice(at + 1, to - 1);
  // 中央下达我市资金: who gave it is no other subject.
  const giver = rolesOf(noun).includes("allocated") ? partBegun(tokens) : null;
  const spoken = giver ? tokens.filter((token) => sourceOf(token) !== giver) : tokens;
  // 预算数调整为 says one thing twice; 预算执行 and 项目支出预算 say another thing than their first word.
  const further = between.filter(isOfAmount);
  const shares = further.length > 0 && SHARED.test(textOf(between));
  // 收到中央下达资金: who gave what was received.
  const isGiven = rolesOf(noun).includes("received") && further.every((token) => rolesOf(token).includes("allocated"));
  const called = `${subjectOf(tokens, noun)}${noun.text}`.replace(/^(?:(?:19|20)\d\d年)?[本该]?/u, "");
  return {
    noun,
    figure: money,
    ...(further.length > 0 && NAMES_WHOLE.test(called) && fundSource(called) === "total" ? { called } : {}),
    before: textOf(tokens.slice(0, at)),
    // 2023年部门年初预算: in a department's report, the department is the whole.
    subject: subjectOf(spoken, noun)
      .replace(noun.text.includes("后") ? BEFORE_ADJUSTED : BY_ADJUSTING, "")
      .replace(names.department ? /部门$/u : /$/u, ""),
    giver,
    between,
    behind: textOf(tokens.slice(to)),
    nouns: shares ? [noun, ...further.slice(0, -1), further.at(-1)!] : [noun],
    isMixed: !shares && !isGiven && further.some((token) => isPlanned(token) !== isPlanned(noun)),
  };
}

/** Whose money the words between noun and figure make it: the whole's (null), one source's, or another's (undefined). 下达中央、省级资金 is all of theirs. */
export function ownerBetween({ between, nouns }: AmountPhrase, names: Names): FundSource | null | undefined {
  const rest = textOf(between.filter((token) => !isOfAmount(token))).replace(nouns.length > 1 ? SHARING : "", "");
  if (saysWhole(rest, names)) return null;
  const givers = between.filter((token) => (sourceOf(token) ?? "fiscal") !== "fiscal");
  const withoutGivers = givers.reduce((text, giver) => text.replace(giver.text, ""), rest);
  if (!saysWhole(withoutGivers.replace(/[与和及]/gu, ""), names)) return undefined;
  return givers.length > 1 ? null : sourceOf(givers[0]!);
}

/** Whether words say nothing but that money is the whole's. */
export function saysWhole(text: string, names: Names): boolean {
  return isWhole(text.replace(FILLER, ""), names);
}

function isOfAmount(token: Token): boolean {
  return rolesOf(token).some((role) => role in FIELD_OF);
}
