import type { Claims, FundAmount, FundSource } from "../../core/record.js";
import { OTHER_CLAUSES, OTHER_MATTERS, type Role } from "../lexicon/prose-words.js";
import type { ProseAmount } from "./facts.js";
import { money, percent } from "./figures.js";
import { rolesOf, type Token } from "./lexer.js";
import { locate } from "./passage.js";
import { capture, either, figure, letters, literal, mark, type Pattern, plainText, scan, seq, upTo, word } from "./pattern.js";
import { clauseStart, type Sentence } from "./sentence.js";
import { isWhole, type Names } from "./subject.js";

const FIELD_OF: { readonly [role in Role]?: FundAmount } = {
  initialBudget: "initialBudget",
  adjustedBudget: "adjustedBudget",
  budget: "initialBudget",
  allocated: "adjustedBudget",
  received: "received",
  executed: "executed",
  paid: "executed",
  balance: "balance",
};
const SOURCE_OF: { readonly [role in Role]?: FundSource } = {
  sourceFiscal: "fiscal",
  sourceCurrent: "current_fiscal",
  sourceCarryover: "carryover",
  sourceCentral: "central",
  sourceProvincial: "provincial",
  sourceMunicipal: "municipal",
  sourceCounty: "county",
  sourceSpecial: "special_account",
  sourceOwn: "unit_own",
  sourceOther: "other",
};
const AMOUNT_ROLES = Object.keys(FIELD_OF) as Role[];
const SOURCE_ROLES = Object.keys(SOURCE_OF) as Role[];

/** What may stand between a noun and its amount: other words of money, the project's name, who was given it. The text is judged, not the tokens. */
const BETWEEN: Pattern = either(word(...AMOUNT_ROLES, ...SOURCE_ROLES, "copula", "scoreVerb"), mark(':"《》<>()'), plainText());
const AMOUNT = seq(capture("noun", word(...AMOUNT_ROLES)), upTo(9, BETWEEN), capture("money", figure("money")));
const RATE = seq(
  capture("noun", word("executionRate")),
  upTo(5, either(word("copula"), mark(":()"), letters())),
  capture("percent", figure("percent")),
);
const PART = seq(
  capture("source", word(...SOURCE_ROLES)),
  upTo(3, either(word("copula", "executed", "budget", "received"), mark(":"), literal("资金", "安排", "数"))),
  capture("money", figure("money")),
);
/** Words of amount that say nothing of whose it is. */
const FILLER = /[为是达约共计合总"《》<>:()A-Z]|达到|人民币|金额|总额|额度|指标|数额|资金量|财政|拨款|额|数/gu;

const OTHER = new RegExp(OTHER_MATTERS.join("|"), "u");
const VOID = new RegExp(OTHER_CLAUSES.join("|"), "u");
/** 截至6月底 is not the year's end. */
const INTERIM = /(?:截至|截止|至|到)(?:目前|[^,。]{0,7}?(?<!\d)(?:[1-9]|1[01])月)/u;
/** 12月支出5万元 is one month's. */
const ONE_MONTH = /(?<![至到])\d{1,2}月(?!底|末|\d|31)/u;
/** Words whose field the sentence leaves open: which budget, received or spent. */
const UNSURE: ReadonlySet<Role> = new Set<Role>(["budget", "allocated", "paid"]);
const OTHER_YEAR = /((?:19|20)\d\d)年?[-—–~至到]+((?:19|20)\d\d)年/u;
/** A clause that uses money for something names a use, not the whole. */
const USE = /用于|购置|采购|购买|支付给|补贴给|发放给|建设费|工程款|尾款|首付|分别为/u;

/** 约20万元 is no figure to hold against a table. */
const APPROXIMATE = /约|近|逾|超过?|不足|大概|左右/u;

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
  // 预算执行率100% alone is an indicator's name with its target.
  const lonely = sentence.text.length < 16 && !sentence.tokens.some((token) => token.kind === "money");
  const foreign =
    !yearsOf(sentence, fiscalYear) || INTERIM.test(sentence.text) || sentence.text.includes("基本支出") || isPartOf(sentence, names);
  let whole = true;
  let field: FundAmount | null = null;
  let sure = true;
  for (const clause of clausesOf(sentence)) {
    const text = sentence.text.slice(clause.start - sentence.start, clause.end - sentence.start);
    const tokens = sentence.tokens.filter((token) => token.start >= clause.start && token.end <= clause.end);
    if (foreign || OTHER.test(text) || OTHER_YEAR.test(text)) {
      whole = false;
      continue;
    }
    if (VOID.test(text)) continue;
    const parts = /其中|分别/u.test(text) || (field !== null && startsWithSource(tokens)) ? scan(tokens, PART) : [];
    if (parts.length > 0 && field !== null) {
      for (const match of parts) {
        const source = sourceOf(match.captured.source!);
        if (source) amounts.push(claim(sentence, source, field, match.captured.source!, match.captured.money!, sure));
      }
      continue;
    }
    if (/其中/u.test(text)) {
      whole = false;
      continue;
    }
    for (const match of scan(tokens, AMOUNT)) {
      const noun = match.captured.noun!;
      const figureToken = match.captured.money!;
      const subject = sentence.text.slice(clause.start - sentence.start, noun.start - sentence.start);
      const after = sentence.text.slice(figureToken.end - sentence.start, clause.end - sentence.start);
      const own = afterFigure(subject);
      if (own !== "") whole = isWhole(own, names) && !USE.test(own) && !ONE_MONTH.test(own);
      const between = sentence.text.slice(noun.end - sentence.start, figureToken.start - sentence.start);
      if (!isWhole(between.replace(FILLER, ""), names) || USE.test(between) || APPROXIMATE.test(between)) continue;
      if (!whole || USE.test(subject) || /^\s*(?:以上|以下|以内|左右|的[^,]*费)/u.test(after)) continue;
      const role = roleOf(tokens.slice(match.from, match.to), noun);
      field = FIELD_OF[role] ?? null;
      sure = !UNSURE.has(role) && !(noun.text === "项目支出" && names.department);
      if (field) amounts.push(claim(sentence, "total", field, noun, figureToken, sure));
    }
    if (lonely) continue;
    for (const match of scan(tokens, RATE)) {
      const noun = match.captured.noun!;
      const own = afterFigure(sentence.text.slice(clause.start - sentence.start, noun.start - sentence.start));
      if (own !== "") whole = isWhole(own, names);
      const figureToken = match.captured.percent!;
      if (whole)
        rates.push({
          source: "total",
          rate: percent(sentence.passage, figureToken),
          evidence: locate(sentence.passage, noun.start, figureToken.end),
        });
    }
  }
  return { amounts, rates };
}

/** 部门支出1180万元，其中渡口浮桥养护经费50万元: the amounts before are a larger whole's. */
function isPartOf({ text }: Sentence, names: Names): boolean {
  const at = text.indexOf("其中");
  return at >= 0 && names.cores.some((core) => core.length >= 4 && text.slice(at, at + core.length + 16).includes(core));
}

function claim(sentence: Sentence, source: FundSource, field: FundAmount, noun: Token, figureToken: Token, certain: boolean): ProseAmount {
  return {
    source,
    field,
    money: money(sentence.passage, figureToken),
    evidence: locate(sentence.passage, noun.start, figureToken.end),
    certain,
  };
}

/** 下达预算指标, 预算调整为: where several words of money stand together, the most telling one decides. */
function roleOf(tokens: readonly Token[], noun: Token): Role {
  const roles = tokens.flatMap((token) => rolesOf(token)).filter((role) => role in FIELD_OF);
  for (const telling of ["adjustedBudget", "initialBudget", "allocated"] as const) if (roles.includes(telling)) return telling;
  return rolesOf(noun).find((role) => role in FIELD_OF) ?? "budget";
}

function sourceOf(token: Token): FundSource | null {
  return rolesOf(token).flatMap((role) => SOURCE_OF[role] ?? [])[0] ?? null;
}

function startsWithSource(tokens: readonly Token[]): boolean {
  const first = tokens[0];
  return first !== undefined && rolesOf(first).some((role) => SOURCE_ROLES.includes(role));
}

/** What stands between the clause's last figure and the noun: the noun's own subject. */
function afterFigure(text: string): string {
  return text.split(/万元|亿元|元|%/u).at(-1) ?? "";
}

/** False when the sentence speaks of a single year that is not the one evaluated. */
function yearsOf(sentence: Sentence, fiscalYear: number | null): boolean {
  const years = new Set(
    sentence.tokens.filter((token) => token.kind === "year").map((token) => ("value" in token ? Number(token.value) : 0)),
  );
  return fiscalYear === null || years.size === 0 || years.has(fiscalYear);
}

function clausesOf(sentence: Sentence): { start: number; end: number }[] {
  const clauses: { start: number; end: number }[] = [];
  let start = sentence.start;
  for (const token of sentence.tokens) {
    if (token.kind !== "mark" || token.text !== ",") continue;
    clauses.push({ start, end: token.start });
    start = token.end;
  }
  clauses.push({ start, end: sentence.end });
  return clauses.filter((clause) => clause.end > clause.start && clauseStart(sentence, clause.start + 1) <= clause.start);
}
