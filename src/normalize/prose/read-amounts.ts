import type { Claims, FundAmount, FundSource } from "../../core/record.js";
import { isTiered } from "../lexicon/is-tiered.js";
import { PROSE_WORDS, type Role } from "../lexicon/prose-words.js";
import { OTHER_CLAUSES, OTHER_MATTERS } from "../lexicon/subject-words.js";
import { type Clause, clausesOf } from "./clauses.js";
import type { ProseAmount } from "./facts.js";
import { money, percent } from "./figures.js";
import { rolesOf, type Token, textOf } from "./lexer.js";
import { locate } from "./passage.js";
import {
  capture,
  either,
  figure,
  letters,
  literal,
  type Match,
  mark,
  type Pattern,
  plainText,
  scan,
  seq,
  unless,
  upTo,
  word,
} from "./pattern.js";
import type { Sentence } from "./sentence.js";
import { isWhole, NAME_MARK, type Names } from "./subject.js";

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
const PLANNED: ReadonlySet<Role> = new Set<Role>(["initialBudget", "adjustedBudget", "budget", "allocated"]);
const PLANNED_FIELDS: ReadonlySet<FundAmount> = new Set<FundAmount>(["initialBudget", "adjustedBudget"]);
const AMOUNT_ROLES = Object.keys(FIELD_OF) as Role[];
const SOURCE_ROLES = Object.keys(SOURCE_OF) as Role[];

const LEVELS_OF_GOVERNMENT = (
  ["sourceCentral", "sourceProvincial", "sourceMunicipal", "sourceCounty", "sourceOwn", "sourceOther"] as const
).map((role) => new RegExp(PROSE_WORDS[role].join("|"), "u"));

/** 资金使用情况, 支出进度: these are about spending, and tell no amount of it. */
const ABOUT_MONEY = /^(?:情况|进度|率|比例)/u;

/** What may stand between a noun and its amount: other words of money, the project's name, who was given it. The text is judged, not the tokens. */
const BETWEEN: Pattern = either(
  word(...AMOUNT_ROLES, ...SOURCE_ROLES, "copula", "scoreVerb"),
  mark(':"《》<>()'),
  unless(ABOUT_MONEY, plainText()),
);
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
const FILLER =
  /(?:补贴|补助|奖补|扶持|救助|补偿|奖励|帮扶|衔接|专项|转移支付|一般债券|专项债券)(?:资金|经费|款)|[为是达约共计合总"《》<>:()]|[A-Z](?![^\x20-\x7e为是])|达到|人民币|金额|总额|额度|指标|数额|资金量|财政|拨款|额|数/gu;

const OTHER = new RegExp(OTHER_MATTERS.join("|"), "u");
const VOID = new RegExp(OTHER_CLAUSES.join("|"), "u");
/** 截至6月底 and 截至评价日 are not the year's end. */
const INTERIM = /(?:截至|截止|至|到)(?:目前|现在|今|本次|评价|自评|报告|填报|检查|调查|[^,。]{0,7}?(?<!\d)(?:[1-9]|1[01])月)/u;
/** 12月支出5万元 is one month's. */
const ONE_MONTH = /(?<![至到])\d{1,2}月(?!底|末|\d|31)份?/u;
/** 上半年支出30万元: of a part of the year; 全年支出, said next, is of the whole again. */
const PART_OF_YEAR = /[上下]半年|[一二三四1-4]季度/u;
const WHOLE_YEAR = /^(?:全年|年度|本年)/u;
/** 2022年结转20万元: what came from another year, told among this year's funds. */
const CARRIED = /结转|结余|提前下达/u;
/** 执行率达到90%以上 bounds the rate and does not tell it. */
const BOUNDED = /^\s*(?:\)|\(含\)|及|或)?(?:以上|以下|以内|之间|左右)|^\s*[-~～—至](?=\s*\d)/u;
/** Words whose field the sentence leaves open: which budget, received or spent. */
const UNSURE: ReadonlySet<Role> = new Set<Role>(["budget", "allocated", "paid"]);
const OTHER_YEAR = /((?:19|20)\d\d)年?[-—–~至到]+((?:19|20)\d\d)年/u;
/** A clause that uses money for something names a use, not the whole. */
const USE = /用于|购置|采购|购买|支付给|补贴给|发放给|建设费|工程款|尾款|首付|分别为/u;

/** 支出95万元(不含上年结转): not of the whole. */
const NARROWED = /不含|不包括|除外|扣除|剔除|^仅/u;

/** 总投资500万元，累计支出450万元，本年度支出190万元: what was spent in all years so far. */
const SEVERAL_YEARS = /总投资|概算|实施期|建设期|(?:本年度?|当年|年度内?)(?:实际|累计|共|资金|预算)*(?:支出|执行|支付|使用)/u;

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
  // 预算执行率100% alone is an indicator's name with its target; 预算执行率为97.5% is a statement.
  const lonely =
    sentence.text.length < 16 &&
    !/^[^,:]*率(?:为|达到?)\d/u.test(sentence.text) &&
    !sentence.tokens.some((token) => token.kind === "money");
  const foreign =
    !yearsOf(sentence, fiscalYear) || INTERIM.test(sentence.text) || sentence.text.includes("基本支出") || isPartOf(sentence, names);
  const severalSources = sourcesIn(sentence) > 1;
  const state: Reading = { whole: true, ofYear: true, partOfYear: false, field: null, sure: true };
  for (const clause of clausesOf(sentence)) {
    readClause(clause, state);
    // What a gloss says ends with it: 支出95万元(其中材料费60万元), 执行率95%.
    for (const gloss of clause.glosses) {
      const within = { ...state };
      for (const part of gloss.clauses) readClause(part, within, /^(?:其中|分别)/u.test(gloss.text));
    }
  }
  return { amounts, rates };

  function readClause({ tokens, text, glosses }: Clause, reading: Reading, ofParts = false): void {
    const named = ofYear(tokens);
    if (named === false && CARRIED.test(text)) return;
    reading.ofYear = named ?? reading.ofYear;
    if (!reading.ofYear) return;
    if (foreign || OTHER.test(text) || OTHER_YEAR.test(text)) {
      if (!foreign && PART_OF_YEAR.test(text)) reading.partOfYear = true;
      else reading.whole = false;
      return;
    }
    if (VOID.test(text) || glosses.some((gloss) => NARROWED.test(gloss.text) && !gloss.tokens.some(({ kind }) => kind === "money"))) return;
    const { field } = reading;
    const parts = ofParts || /其中|分别/u.test(text) || (field !== null && startsWithSource(tokens)) ? scan(tokens, PART) : [];
    if (parts.length > 0 && field !== null) {
      for (const match of parts) {
        const source = sourceOf(match.captured.source!);
        const own = ofParts || /其中|分别/u.test(text) ? undefined : ownField(tokens, match, field);
        const of = own?.field ?? field;
        if (source) amounts.push(claim(sentence, source, of, match.captured.source!, match.captured.money!, own?.sure ?? reading.sure));
      }
      return;
    }
    if (/其中/u.test(text) || (severalSources && startsWithSource(tokens))) {
      reading.whole = false;
      return;
    }
    const told = scan(tokens, AMOUNT);
    // 上年结转10万元, 支出10万元: what follows is of that source.
    if (told.length === 0 && beginsWithPart(tokens)) reading.whole = false;
    if (told.length === 0 && !/调整|变动|追加|追减|核减|压减/u.test(text) && !namesWhole(tokens)) reading.whole = false;
    for (const match of told) takeAmount(match, tokens, glosses, reading);
    // 执行率100%得10分，90%以上得8分 is a rule, and tells no rate.
    if (!lonely && !isTiered(sentence.text)) for (const match of scan(tokens, RATE)) takeRate(match, tokens, reading);
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

  function takeAmount(match: Match, tokens: readonly Token[], glosses: Clause["glosses"], reading: Reading): void {
    const noun = match.captured.noun!;
    const figureToken = match.captured.money!;
    // 调整预算-20万元 is a change, not an amount.
    if ("value" in figureToken && figureToken.value.startsWith("-")) return;
    const at = tokens.indexOf(noun);
    const subject = textOf(tokens.slice(0, at));
    // 2023年部门年初预算: in a department's report, the department is the whole.
    const own = afterFigure(subject).replace(names.department ? /部门$/u : /$/u, "");
    if (own !== "") {
      reading.whole = isWhole(own.replace(ONE_MONTH, ""), names) && !USE.test(own);
      reading.partOfYear = ONE_MONTH.test(own);
    } else if (WHOLE_YEAR.test(noun.text)) reading.partOfYear = false;
    if (reading.partOfYear) return;
    const between = tokens.slice(at + 1, match.to - 1);
    // 预算数调整为 says one thing twice; 预算执行 and 项目支出预算 say another thing than their first word.
    const further = between.filter((token) => rolesOf(token).some((role) => role in FIELD_OF));
    if (further.some((token) => isPlanned(token) !== isPlanned(noun))) {
      reading.whole = false;
      return;
    }
    if (!isWhole(textOf(between.filter((token) => !further.includes(token))).replace(FILLER, ""), names)) return;
    if (USE.test(textOf(between)) || APPROXIMATE.test(textOf(between))) return;
    if (!reading.whole || USE.test(subject)) return;
    if (noun.text.startsWith("累计") && SEVERAL_YEARS.test(sentence.text)) return;
    const behind = textOf(tokens.slice(match.to));
    if (BOUNDED.test(behind) || /^\s*的[^,]*费/u.test(behind)) return;
    const glossed = glosses.flatMap((gloss) => gloss.tokens.filter(({ start }) => start > noun.start && start < figureToken.start));
    const role = roleOf([...tokens.slice(at, match.to), ...glossed], noun);
    reading.field = FIELD_OF[role] ?? null;
    reading.sure = !UNSURE.has(role) && !(noun.text === "项目支出" && names.department);
    if (reading.field) amounts.push(claim(sentence, "total", reading.field, noun, figureToken, reading.sure));
  }

  function takeRate(match: Match, tokens: readonly Token[], reading: Reading): void {
    const noun = match.captured.noun!;
    const own = afterFigure(textOf(tokens.slice(0, tokens.indexOf(noun))));
    if (own !== "") reading.whole = isWhole(own, names);
    if (own !== "" || WHOLE_YEAR.test(noun.text)) reading.partOfYear = false;
    const figureToken = match.captured.percent!;
    if (!reading.whole || reading.partOfYear || BOUNDED.test(textOf(tokens.slice(match.to)))) return;
    const evidence = locate(sentence.passage, noun.start, figureToken.end);
    rates.push({ source: "total", rate: percent(sentence.passage, figureToken), evidence });
  }
}

/** What the clauses so far are about. */
interface Reading {
  /** The project as a whole is spoken of. */
  whole: boolean;
  /** The last year named is the evaluated one, or none was named. */
  ofYear: boolean;
  /** Of a month, a quarter or a half of the year. */
  partOfYear: boolean;
  /** Of which amount the last figure was. */
  field: FundAmount | null;
  sure: boolean;
}

/**
 * 财政资金预算100万元, 财政资金实际支出98万元: a clause on a source may name an amount of its own. Bare 支出 behind a budget is sure of neither, for
 * 支出预算 has parts too.
 */
function ownField(tokens: readonly Token[], { captured }: Match, field: FundAmount): { field: FundAmount; sure: boolean } | undefined {
  const between = tokens.slice(tokens.indexOf(captured.source!) + 1, tokens.indexOf(captured.money!));
  const noun = between.find((token) => rolesOf(token).some((role) => role in FIELD_OF));
  if (!noun || isPlanned(noun) === PLANNED_FIELDS.has(field)) return undefined;
  const role = roleOf([noun], noun);
  return { field: FIELD_OF[role]!, sure: !UNSURE.has(role) && /实际|已/u.test(textOf(between)) };
}

/** Speaks of what may be spent, not of what was. */
function isPlanned(token: Token): boolean {
  return rolesOf(token).some((role) => PLANNED.has(role));
}

/** 部门支出1180万元，其中渡口浮桥养护经费50万元: the amounts before are a larger whole's. */
function isPartOf({ text }: Sentence, names: Names): boolean {
  const at = text.indexOf("其中");
  const behind = text.slice(at);
  const isNamed = (name: string) => name.length >= 4 && behind.slice(0, name.length + 16).includes(name);
  return at >= 0 && (behind.slice(0, 17).includes(NAME_MARK) || names.cores.some(isNamed));
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

/** How many sources of money the passage tells apart. */
function sourcesIn({ passage }: Sentence): number {
  return LEVELS_OF_GOVERNMENT.filter((words) => words.test(passage.folded)).length;
}

function startsWithSource(tokens: readonly Token[]): boolean {
  const first = tokens[0];
  return first !== undefined && rolesOf(first).some((role) => SOURCE_ROLES.includes(role));
}

/** 当年财政拨款90万元: the clause tells the money of one source; 财政拨款 alone may be all of it. */
function beginsWithPart(tokens: readonly Token[]): boolean {
  const first = tokens[0];
  const isPart = first !== undefined && rolesOf(first).some((role) => SOURCE_ROLES.includes(role) && role !== "sourceFiscal");
  return isPart && tokens.some(({ kind }) => kind === "money");
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
