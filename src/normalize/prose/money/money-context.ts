import type { FundAmount, FundSource } from "../../../core/record.js";
import { type Token, textOf } from "../lexer.js";

/** What the clauses so far are about. */
export interface MoneyContext {
  /** The project as a whole is spoken of. */
  whole: boolean;
  /** The last year named is the evaluated one, or none was named. */
  ofYear: boolean;
  /** Of a month, a quarter or a half of the year. */
  partOfYear: boolean;
  /** Of one source, which may be all of the whole's money or a part of it; null where of none. */
  ofSource: FundSource | null;
  /** Of which amount the last figure was. */
  field: FundAmount | null;
  /** No word said which budget the last figure was. */
  bare: boolean;
  sure: boolean;
  /** The last amount of the whole's that was to be spent or came in, if nothing else was told since. */
  figure: Token | null;
}

/** Where a sentence begins, it speaks of the evaluated whole. */
export function newContext(): MoneyContext {
  return { whole: true, ofYear: true, partOfYear: false, ofSource: null, field: null, bare: false, sure: true, figure: null };
}

const WHOLE_YEAR = /^(?:全年|年度|本年)/u;

/** What stands between the clause's last figure and a noun: the noun's own subject. */
export function subjectOf(tokens: readonly Token[], noun: Token): string {
  return afterFigure(textOf(tokens.slice(0, tokens.indexOf(noun))));
}

/** What stands behind a text's last figure. */
export function afterFigure(text: string): string {
  return text.split(/万元|亿元|元|%/u).at(-1) ?? "";
}

/** 全年支出, said behind 上半年支出, is of the whole year again. */
export function namesWholeYear(noun: Token): boolean {
  return WHOLE_YEAR.test(noun.text);
}
