import type { FundAmount, Money, Percent } from "../../../../core/record.js";
import { money, percent } from "../../figures.js";
import { figureOf, rolesOf, type Token } from "../../lexer.js";
import { locate, type Passage } from "../../passage.js";
import { type Sentence, sentencesOf } from "../../sentence.js";
import { type Names, startsWithOther } from "../../subject.js";
import { isInterim } from "../foreign-money.js";
import { FIELD_OF, roleOf, UNSURE } from "../money-nouns.js";
import { isApproximate, isOfOtherThanParts } from "../other-matters.js";

/** An amount of money with what its clause calls it. */
export interface MoneyEntry {
  readonly passage: number;
  readonly money: Money;
  /** Of which amount the words before it speak; null where they say nothing of it. */
  readonly field: FundAmount | null;
  /** Those words leave no other field open. */
  readonly sure: boolean;
  /** What stands between the mark or figure before it and the amount. */
  readonly label: string;
  /** It is told among the parts of what stands before it. */
  readonly isPart: boolean;
  readonly evidence: Money["evidence"];
}

/** A rate of spending. */
export interface RateEntry {
  readonly passage: number;
  /** The amount told last before it, in its sentence. */
  readonly behind: MoneyEntry | undefined;
  readonly rate: Percent;
  readonly evidence: Money["evidence"];
}

/** 追加20万元 is a change. */
const CHANGE = /(?:追加|调增|调减|核减|压减)(?!后)/u;
const RATE_BEFORE =
  /(?:(?:执行|支出|支付|使用)(?:率|进度|比例|比率)|占[^,;。%\d]{0,12}(?:预算|资金|指标|额度)[数额]?的(?:比例|比重|比率)?)[^,;。%\d]{0,4}$/u;
/** 实际支出95万元，占全年预算100万元的95%. */
const SHARE_OF = /占[^,;。%\d]{0,12}(?:预算|资金|指标|额度)[数额总]*(?:为|是)?$/u;
/** 预算执行率：目标100%，实际97.12%: the rate as the result of an indicator that is called so. */
const RESULT = /(?:实际|完成|年末)[^,;。%\d]{0,6}$/u;
const OF_EXECUTION = /(?:执行|支出|支付)(?:率|进度|比例|比率)/u;
const LISTS = /其中|包括|包含/u;
/** A line of its own before the parts. */
const OPENS_PARTS = /^\s*其中[:,]?\s*$/u;
/** A department's expenditure has these two parts. */
const PART_OF_WHOLE = /项目支出|基本支出/u;
/** What is longer is called nothing. */
const LONGEST_LABEL = 60;
const OPENS = /^[\s,、:()]*(?:其中|包括|包含|含|即|分别为|分别是|来源于|来自|由)*[:,]?/u;
/** 县级配套安排16万元: what was done with it, behind a label that stands without it. */
const VERB =
  /(?<=(?:资金|经费|拨款|支出|配套|补助|专款|结转|基金))(?:安排|支出|(?:调整后|年初|全年)?预算数?|执行数?|实际|到位|下达|投入|承担|为|是|共|计|合计)+$|[为是共计:"\s]+$/u;

/** 中央资金：年初预算数, 中央资金—全年预算: which amount it is, behind a mark. */
const AMOUNT_BEHIND =
  /(?<=\p{Script=Han})\s*[:—–-]+\s*(?:年初|全年|本年|调整后?|实际|已|当年)*(?:预算|执行|支出|到位|安排|下达)(?:数|额|金额)?[为是:]*$/u;

/** The amounts and the rates that a report's sentences tell of its year, in order, whatever words stand around them. */
export function moneyEntries(
  passages: readonly Passage[],
  names: Names,
  fiscalYear: number | null,
): { entries: MoneyEntry[]; rates: RateEntry[] } {
  const entries: MoneyEntry[] = [];
  const rates: RateEntry[] = [];
  const telling = passages.filter(({ folded }) => !OPENS_PARTS.test(folded));
  for (const [at, passage] of telling.entries()) {
    if (passage.ofIndicator || !/元|%/u.test(passage.folded)) continue;
    const execution = passage.folded.search(OF_EXECUTION);
    for (const sentence of sentencesOf(passage, names)) {
      if (startsWithOther(sentence.text, names) || isInterim(sentence.text)) continue;
      readSentence(sentence, at, { fiscalYear, execution, isOfWhole: names.department }, entries, rates);
    }
  }
  return { entries, rates };
}

interface Setting {
  readonly fiscalYear: number | null;
  /** Where the passage first speaks of the execution; -1 where it does not. */
  readonly execution: number;
  /** The report is on a whole department. */
  readonly isOfWhole: boolean;
}

function readSentence(
  { tokens, passage }: Sentence,
  at: number,
  { fiscalYear, execution, isOfWhole }: Setting,
  entries: MoneyEntry[],
  rates: RateEntry[],
): void {
  const first = entries.length;
  let since = 0;
  let last = "";
  let year: string | undefined;
  let years = new Set<string>();
  for (const [k, token] of tokens.entries()) {
    if (token.kind === "year") {
      year = figureOf(token);
      years.add(year);
    }
    if (token.kind !== "money" && token.kind !== "percent") continue;
    const before = tokens.slice(since, k);
    since = k + 1;
    const isOfSeveral = years.size > 1;
    years = new Set(year === undefined ? [] : [year]);
    const stretch = before.map(({ text }) => text).join("");
    const isShare = stretch === "的" && SHARE_OF.test(last);
    last = stretch;
    if (isOfSeveral || (year !== undefined && fiscalYear !== null && Number(year) !== fiscalYear)) continue;
    const clause = stretch.slice(stretch.lastIndexOf(",") + 1);
    // 其余在下半年支付，执行率为98%: a rate is told of what its own clause names.
    const matter = token.kind === "percent" ? clause : stretch;
    if (isOfOtherThanParts(matter) || isApproximate(stretch) || CHANGE.test(clause) || figureOf(token).startsWith("-")) continue;
    const evidence = locate(passage, before[0]?.start ?? token.start, token.end);
    if (token.kind === "percent") {
      if (isShare || RATE_BEFORE.test(stretch) || (RESULT.test(stretch) && execution >= 0 && execution < token.start))
        rates.push({ passage: at, behind: entries.slice(first).at(-1), rate: percent(passage, token), evidence });
    } else {
      const isPart = LISTS.test(stretch) || (isOfWhole && PART_OF_WHOLE.test(stretch));
      entries.push({ passage: at, money: money(passage, token), ...fieldOf(before), label: labelOf(stretch), isPart, evidence });
    }
  }
}

function fieldOf(before: readonly Token[]): Pick<MoneyEntry, "field" | "sure"> {
  const noun = before.findLast((token) => rolesOf(token).some((role) => role in FIELD_OF));
  if (!noun) return { field: null, sure: false };
  const own = before.slice(before.findLastIndex((token) => token.kind === "mark" && token.text === ",") + 1);
  const role = roleOf(own.includes(noun) ? own : [noun], noun);
  return { field: FIELD_OF[role] ?? null, sure: !UNSURE.has(role) };
}

function labelOf(stretch: string): string {
  const text = stretch.slice(-LONGEST_LABEL);
  const named = text.replace(AMOUNT_BEHIND, "");
  const own = named.slice(Math.max(...[",", "、", ":", "("].map((mark) => named.lastIndexOf(mark))) + 1);
  return own.replace(OPENS, "").replace(VERB, "");
}
