import { FUND_AMOUNTS } from "../../../core/record.js";
import { compile, invert, LEXICON } from "../lexicon.js";
import { remembered } from "../remembered.js";
import { type Head, LONGEST_HEAD, readHead } from "../writing/fold.js";
import { findAlike, sharedPlaces } from "../writing/likeness.js";
import { USUAL_SOURCES } from "./fund-source.js";
import { headTime } from "./head-time.js";

/** What a column of an indicator table holds. `level3?`: names that head a column of indicators or stand beside a whole block. */
export type IndicatorRole =
  | "level1"
  | "level2"
  | "levels"
  | "level3"
  | "level3?"
  | "level?"
  | "level4"
  | "direction"
  | "operator"
  | "target"
  | "adjustedTarget"
  | "targetText"
  | "unit"
  | "actual"
  | "completionRate"
  | "weight"
  | "weight1"
  | "weight2"
  | "score"
  | "score1"
  | "score2"
  | "itemScore"
  | "deduction"
  | "review"
  | "reason"
  | "standard"
  | "serial";

/** What a column of a fund table holds (transposed: a row). */
export type FundRole =
  | "initialBudget"
  | "adjustedBudget"
  | "received"
  | "executed"
  | "balance"
  | "adjustment"
  | "executionRate"
  | "receivedRate"
  | "investment"
  | "weight"
  | "score"
  | "review"
  | "reason"
  | "label"
  | "serial";

/** Roles that say which indicator a row is of. */
export const NAMING_ROLES: ReadonlySet<IndicatorRole> = new Set(["level1", "level2", "levels", "level3", "level3?", "level?", "level4"]);
/** Roles that tell of what was wanted and of what became of it. */
export const TELLING_ROLES: ReadonlySet<IndicatorRole> = new Set([
  "target",
  "actual",
  "completionRate",
  "weight",
  "score",
  "itemScore",
  "deduction",
]);
/** Roles that tell of what became of it. */
export const RESULT_ROLES: ReadonlySet<IndicatorRole> = new Set(["actual", "completionRate", "score", "deduction"]);
/** Roles that rows of a transposed fund table have. */
export const FIELD_ROLES: ReadonlySet<FundRole> = new Set([...FUND_AMOUNTS, "adjustment", "executionRate", "receivedRate"]);

/** A shorter word is too like others. */
const LEAST_WORD = 4;
const INDICATOR_WORDS = wordsOf<IndicatorRole>(LEXICON.heads.words);
const INDICATOR_PATTERNS: readonly Pattern<IndicatorRole>[] = compile(
  LEXICON.heads.contains as readonly { pattern: string; role: IndicatorRole; source: string }[],
);
const FUND_WORDS = wordsOf<FundRole>(LEXICON.fundColumns.words);
const FUND_PATTERNS: readonly Pattern<FundRole>[] = compile(
  LEXICON.fundColumns.contains as readonly { pattern: string; field: FundRole; source: string }[],
).map(({ regex, field }) => ({ regex, role: field }));
/** The role of an indicator table's head; undefined for a text that heads nothing known. */
export const indicatorRole = remembered(readIndicatorRole);

function readIndicatorRole(text: string): Found<IndicatorRole> | undefined {
  // The numeral is a few strokes that recognition takes for lines, signs or nothing: which level it is, the columns' order tells.
  const head = readHead(text);
  if (/^[^一二三四]?级指标(?:名称)?$/u.test(head.name)) return { role: "level?", exact: true };
  // Values of another year or of a part of the year stand beside those that count, under words like theirs.
  if (headTime(text) === "other") return { role: "standard", exact: false };
  const named = WITH_MARKS.exec(head.name)?.[1];
  const names = named && roleIn(readHead(named), INDICATOR_WORDS, INDICATOR_PATTERNS);
  return names && NAMING_ROLES.has(names.role) ? names : roleIn(head, INDICATOR_WORDS, INDICATOR_PATTERNS);
}

/** 三级指标及分值: names, with their marks behind them. */
const WITH_MARKS = /^(.{2,})[及和与、/](?:分值|权重|满分|标准分)$/u;

/** The role of a fund table's head. */
export const fundRole = remembered(readFundRole);

function readFundRole(text: string): Found<FundRole> | undefined {
  const head = readHead(text);
  // 单位资金 is a source's own name, not 到位资金 with a slip.
  if (USUAL_SOURCES.has(head.name)) return undefined;
  const found = roleIn(head, FUND_WORDS, FUND_PATTERNS);
  // 1-6月执行率, 全年预计执行数: of a part of the year, or expected.
  if ((found?.role === "executed" || found?.role === "executionRate") && (headTime(text) === "other" || /预计|预测/u.test(head.name)))
    return undefined;
  // 上年结转结余数 is what the year began with, not what it left.
  if (found?.role === "balance" && /上年|以前年度|往年|年初|期初/u.test(head.name)) return undefined;
  // 年度预算（年初）, 预算数（调整后）: what the parentheses add says which budget.
  if (found?.role !== "initialBudget" && found?.role !== "adjustedBudget") return found;
  if (/年初|期初/u.test(head.whole) && !/年初/u.test(head.name)) return { ...found, role: "initialBudget" };
  return /(?:调整|变动|追加)后/u.test(head.whole) && !/年初/u.test(head.name) ? { ...found, role: "adjustedBudget" } : found;
}

/** How like a listed word a head must be, for a role to be inferred from it: a character of two, two of four. */
const LIKE = 0.5;

/** Of the given roles, the one with the word most like a garbled head; undefined when none is like it, or two are alike. */
export function nearestIndicatorRole(text: string, roles: readonly IndicatorRole[]): IndicatorRole | undefined {
  return nearestRole(text, roles, INDICATOR_WORDS.roles);
}

/** The same for the heads of fund tables. */
export function nearestFundRole(text: string, roles: readonly FundRole[]): FundRole | undefined {
  return nearestRole(text, roles, FUND_WORDS.roles);
}

function nearestRole<Role extends string>(text: string, roles: readonly Role[], words: ReadonlyMap<string, Role>): Role | undefined {
  const { name } = readHead(text);
  if (name.length < 2 || name.length > LONGEST_HEAD) return undefined;
  const likes = new Map<Role, number>(roles.map((role) => [role, 0]));
  for (const [word, role] of words) {
    const like = likes.get(role);
    if (like !== undefined && word.length === name.length) likes.set(role, Math.max(like, sharedPlaces(word, name)));
  }
  const [best, second] = [...likes].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= LIKE && best[1] > (second?.[1] ?? 0) ? best[0] : undefined;
}

/** What a word of a role holds. */
interface Pattern<Role> {
  readonly regex: RegExp;
  readonly role: Role;
}

interface Found<Role> {
  readonly role: Role;
  /** The lexicon lists it word for word, or but for a slip of one character, or each of two heads that ran into one. */
  readonly exact: boolean;
}

function roleIn<Role extends string>(head: Head, words: Words<Role>, patterns: readonly Pattern<Role>[]): Found<Role> | undefined {
  if (head.whole === "" || head.whole.length > LONGEST_HEAD) return undefined;
  for (const candidate of [head.name, head.whole]) {
    const role = words.roles.get(candidate);
    if (role) return { role, exact: true };
  }
  if (head.name === "") return undefined;
  const slipped = roleBySlip(head.name, words);
  // 目标指标值 is 指标值 told more closely, not 目标指标 with a slip.
  const closer = slipped && roleAtEnd(head.name, words.roles);
  const general = patterns.find(({ regex }) => regex.test(head.name));
  if (closer && closer !== slipped && !closer.startsWith("level"))
    return { role: general?.role === slipped ? slipped : closer, exact: false };
  if (slipped) return { role: slipped, exact: true };
  const first = gluedHead(head.name, words.roles);
  if (first) return { role: first, exact: true };
  return general && { role: general.role, exact: false };
}

/** The roles of two heads that ran into one (分值年度指标值). */
export function gluedRoles(text: string): readonly [IndicatorRole, IndicatorRole] | undefined {
  const { name } = readHead(text);
  if (name.length > LONGEST_HEAD || INDICATOR_WORDS.roles.has(name)) return undefined;
  for (let cut = 2; cut <= name.length - 2; cut++) {
    const first = INDICATOR_WORDS.roles.get(name.slice(0, cut));
    const second = INDICATOR_WORDS.roles.get(name.slice(cut));
    if (first && second && first !== second) return [first, second];
  }
  return undefined;
}

/** Nouns that only say whose the word behind them is: 目标完成情况, 预算支出. */
const OF_WHAT = /^(?:(?:年度|全年|绩效|项目)?(?:目标|指标|计划)|预算|支出|资金|项目)$/u;

/**
 * Two heads run into one, where the second's column stayed empty: the first is what the figures below stand under. A bare noun before a head
 * is part of its name (目标未完成原因), as in 指标自评得分, the score of the indicator.
 */
function gluedHead<Role extends string>(name: string, words: ReadonlyMap<string, Role>): Role | undefined {
  for (let cut = 2; cut <= name.length - 2; cut++) {
    const first = words.get(name.slice(0, cut));
    const second = words.get(name.slice(cut));
    if (first && second && first !== second) return first.endsWith("?") || OF_WHAT.test(name.slice(0, cut)) ? second : first;
  }
  return undefined;
}

/** The role of the longest listed word that a name ends with. */
function roleAtEnd<Role extends string>(name: string, words: ReadonlyMap<string, Role>): Role | undefined {
  for (let from = 1; from <= name.length - 2; from++) {
    const role = words.get(name.slice(from));
    if (role) return role;
  }
  return undefined;
}

/** 自评扣分 is not 自评得分 with a slip. */
const TAKEN_OFF = /[扣减失丢]/u;

/**
 * The role of the words that a name is with a slip, where that is one: a character lost or taken for another, in a word of four or more, is what recognition
 * does to heads. Goals (目标内容) are no indicators (指标内容).
 */
function roleBySlip<Role extends string>(name: string, { roles, alike }: Words<Role>): Role | undefined {
  if (name.length < LEAST_WORD) return undefined;
  const near = alike(name).filter(
    (word) => (!name.includes("目标") || word.includes("目标")) && TAKEN_OFF.test(name) === TAKEN_OFF.test(word),
  );
  const found = new Set(near.map((word) => roles.get(word)!));
  return found.size === 1 ? [...found][0] : undefined;
}

/** The heads that a list knows word for word. */
interface Words<Role> {
  readonly roles: ReadonlyMap<string, Role>;
  /** Those of {@link LEAST_WORD} characters or more that a name may be with a slip. */
  readonly alike: (name: string) => readonly string[];
}

function wordsOf<Role>(lists: { readonly [name: string]: { readonly [word: string]: unknown } }): Words<Role> {
  const roles = invert(foldedKeys(lists)) as ReadonlyMap<string, Role & string>;
  return { roles, alike: findAlike([...roles.keys()].filter((word) => word.length >= LEAST_WORD)) };
}

function foldedKeys(lists: { readonly [name: string]: { readonly [word: string]: unknown } }) {
  return Object.fromEntries(
    Object.entries(lists).map(([name, words]) => [
      name,
      Object.fromEntries(Object.entries(words).map(([word, source]) => [word.normalize("NFKC"), source])),
    ]),
  );
}
