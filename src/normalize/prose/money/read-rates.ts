import { isTiered } from "../../lexicon/prose/is-tiered.js";
import { isBound, percent } from "../figures.js";
import { rolesOf, type Token, textOf } from "../lexer.js";
import { locate } from "../passage.js";
import { capture, either, figure, letters, literal, mark, scan, seq, textThat, upTo, word } from "../pattern.js";
import type { Sentence } from "../sentence.js";
import { isWhole, type Names } from "../subject.js";
import { ofSource } from "./amount-claim.js";
import { type MoneyContext, namesWholeYear, subjectOf } from "./money-context.js";
import type { ToldRate } from "./settle-sources.js";

const RATE = seq(
  capture("noun", word("executionRate")),
  upTo(5, either(word("copula"), mark(":()"), letters())),
  capture("percent", figure("percent")),
);
/** 支出95万元，完成全年预算的95%, 占预算数的95%. Of the initial budget it is another rate. */
const SHARE = seq(
  either(textThat(/^完成$/u), literal("占", "达", "达到")),
  capture("noun", word("adjustedBudget", "budget")),
  textThat(/^(?:总额|金额)?的(?:比例|比重)?$/u),
  upTo(1, word("copula")),
  capture("percent", figure("percent")),
);

/** The execution rates that a clause tells of the whole, as what the clauses before it were about lets it. */
export function readRates(sentence: Sentence, tokens: readonly Token[], names: Names, context: MoneyContext): ToldRate[] {
  // 执行率100%得10分，90%以上得8分 is a rule, and tells no rate.
  if (isName(sentence) || isTiered(sentence.text)) return [];
  return scan(tokens, either(RATE, SHARE)).flatMap((match) => {
    const { noun, percent: told } = match.captured as { noun: Token; percent: Token };
    const own = rolesOf(noun).includes("executionRate") ? subjectOf(tokens, noun) : "";
    if (own !== "") context.whole = isWhole(own, names);
    if (own !== "" || namesWholeYear(noun)) context.partOfYear = false;
    // What a share of the budget is, the words before it tell.
    if (!rolesOf(noun).includes("executionRate") && context.field !== "executed") return [];
    if (!context.whole || context.partOfYear || isBound(textOf(tokens.slice(match.to))) || isInRow(sentence, told)) return [];
    const evidence = locate(sentence.passage, noun.start, told.end);
    return [{ source: "total" as const, rate: percent(sentence.passage, told), evidence, ...ofSource(context) }];
  });
}

/** 预算执行率 100% 93.72% 10 9.37: figures in a row are the cells of a table whose grid was lost, the first of them the target. */
function isInRow({ passage }: Sentence, { end }: Token): boolean {
  return /^\s*[≥≤]?\d/u.test(passage.folded.slice(end));
}

/** 预算执行率100% alone is an indicator's name with its target; 预算执行率为97.5% is a statement, and so is 预算执行率97.53%, as nobody aims so finely. */
function isName({ text, tokens }: Sentence): boolean {
  return text.length < 16 && !/^[^,:]*率(?:为|达到?)\d|\d\.\d+%/u.test(text) && !tokens.some(({ kind }) => kind === "money");
}
