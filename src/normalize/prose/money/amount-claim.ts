import type { FundAmount, FundSource } from "../../../core/record.js";
import type { ProseAmount } from "../facts.js";
import { money } from "../figures.js";
import { rolesOf, type Token, textOf } from "../lexer.js";
import { locate } from "../passage.js";
import type { Match } from "../pattern.js";
import type { Sentence } from "../sentence.js";
import type { MoneyContext } from "./money-context.js";
import { FIELD_OF, isPlanned, PLANNED_FIELDS, roleOf, UNSURE } from "./money-nouns.js";

/** The source that the clause is on, if it is on one. */
export function ofSource({ ofSource: of }: MoneyContext): Pick<ProseAmount, "of"> {
  return of ? { of } : {};
}

/** 预算, without a word that says which. */
export function open(bare: boolean): Pick<ProseAmount, "bare"> {
  return bare ? { bare } : {};
}

/**
 * 财政资金预算100万元, 财政资金实际支出98万元: a clause on a source may name an amount of its own. Bare 支出 behind a budget is sure of neither, for
 * 支出预算 has parts too.
 */
export function ownField(
  tokens: readonly Token[],
  { captured }: Match,
  field: FundAmount,
): { field: FundAmount; sure: boolean } | undefined {
  const between = tokens.slice(tokens.indexOf(captured.source!) + 1, tokens.indexOf(captured.money!));
  const noun = between.find((token) => rolesOf(token).some((role) => role in FIELD_OF));
  if (!noun || isPlanned(noun) === PLANNED_FIELDS.has(field)) return undefined;
  const role = roleOf([noun], noun);
  return { field: FIELD_OF[role]!, sure: !UNSURE.has(role) && /实际|已/u.test(textOf(between)) };
}

/** An amount told of a source, or of the whole, by the noun that says which. */
export function claim(
  sentence: Sentence,
  source: FundSource,
  field: FundAmount,
  noun: Token,
  figureToken: Token,
  certain: boolean,
): ProseAmount {
  return {
    source,
    field,
    money: money(sentence.passage, figureToken),
    evidence: locate(sentence.passage, noun.start, figureToken.end),
    certain,
  };
}
