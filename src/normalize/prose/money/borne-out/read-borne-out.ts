import { exact } from "../../../../core/decimal.js";
import { inYuan, meets, sum } from "../../../../core/interval.js";
import type { FundAmount, FundSource } from "../../../../core/record.js";
import { isRateOf } from "../../../figures/rate-of.js";
import { fundSource } from "../../../lexicon/labels/fund-source.js";
import type { ProseAmount, ProseFacts } from "../../facts.js";
import type { Passage } from "../../passage.js";
import { isWhole, type Names } from "../../subject.js";
import { claimOf } from "./borne-claim.js";
import { BUDGETS, groupedParts, groupsFrom, isNamedSource } from "./grouped-parts.js";
import { type MoneyEntry, moneyEntries, type RateEntry } from "./money-entries.js";

/** A report that tells more amounts has any sum among them by chance. */
const MOST_ENTRIES = 60;
const LONGEST_RUN = 8;
const LEVELS: ReadonlySet<FundSource | undefined> = new Set<FundSource>(["central", "provincial", "municipal", "county"]);

/**
 * Funds that arithmetic bears out, whatever words the sentences are made of: an amount spent and a budget that give the stated rate are the whole's,
 * and amounts that sum to one of the whole's are its parts. `told` is what the words alone told: it holds, and is filled.
 */
export function readBorneOut(
  passages: readonly Passage[],
  names: Names,
  fiscalYear: number | null,
  told: readonly ProseAmount[],
): ProseFacts["borneOut"] {
  const { entries, rates } = moneyEntries(passages, names, fiscalYear);
  if (entries.length < 2 || entries.length > MOST_ENTRIES) return { amounts: [], rates: [] };
  const given = dividing(entries, rates, names);
  const wholes = new Map<FundAmount, MoneyEntry>();
  for (const entry of given ? initialBeside(entries, given) : []) wholes.set(entry.field!, entry);
  if (given) wholes.set(budgetField(given.budget), given.budget).set("executed", given.spent);
  const isDenied = [...wholes].some(([field, entry]) =>
    told.some((one) => one.source === "total" && one.certain && one.field === field && one.money.yuan !== entry.money.yuan),
  );
  if (isDenied) return { amounts: [], rates: [] };
  const summed = given || told.some(({ source }) => source === "total") ? undefined : summedBySources(entries);
  for (const entry of entries) {
    const isTold = told.some((one) => one.source === "total" && one.field === entry.field && one.money.yuan === entry.money.yuan);
    if (isTold && entry.field && !wholes.has(entry.field)) wholes.set(entry.field, entry);
  }
  if (summed) wholes.set(budgetField(summed), summed);
  const totals = given || summed ? [...wholes].map(([field, entry]) => claimOf(entry, "total", field)) : [];
  const rate = given ? [{ source: "total" as const, rate: given.rate.rate, evidence: [...given.rate.evidence!] }] : [];
  const parts = partsOf(entries, rates, wholes);
  return { amounts: [...totals, ...parts.amounts], rates: [...rate, ...parts.rates] };
}

interface Division {
  readonly budget: MoneyEntry;
  readonly spent: MoneyEntry;
  readonly rate: RateEntry;
}

/**
 * What a stated rate divides by what; undefined where several do and none of them comes first, is the largest and names nothing but the whole: each project of
 * a programme has a rate of its own.
 */
function dividing(told: readonly MoneyEntry[], rates: readonly RateEntry[], names: Names): Division | undefined {
  const entries = told.filter(({ isPart }) => !isPart);
  const found = rates.flatMap((rate) => {
    const beside = entries.filter(({ passage }) => passage === rate.passage || passage === rate.passage - 1);
    const near = beside.length > 1 ? beside : entries;
    const spent = near.filter(({ field }) => field === "executed");
    const budgets = BUDGETS.flatMap((field) => near.filter((entry) => entry.field === field));
    const open = near.filter(({ field }) => field === null);
    const between = (ones: readonly MoneyEntry[], others: readonly MoneyEntry[]) =>
      ones.flatMap((one) =>
        others.filter((other) => isRateOf(rate.rate, one.money.yuan, other.money.yuan)).map((budget) => ({ budget, spent: one, rate })),
      );
    // 共100万元，支出95万元，执行率95%: where the words name only one of the two, the rate shows what the other is.
    return [between(spent, budgets), between(spent, open), between(open, budgets)].find(({ length }) => length > 0) ?? [];
  });
  const [first, ...more] = found;
  const isFirst = ({ budget, spent }: Division) =>
    Number(budget.money.yuan) <= Number(first!.budget.money.yuan) && Number(spent.money.yuan) <= Number(first!.spent.money.yuan);
  const isOne = more.every(({ budget }) => budget.money.yuan === first!.budget.money.yuan);
  const isOfSources = first && more.every(({ budget }) => budget === first.budget || isOfSource(told, first, budget));
  return first && more.every(isFirst) && (isOne || isOfSources || isWhole(first.budget.label, names)) ? first : undefined;
}

/** Whether an amount is told of one of the sources behind a whole's. */
function isOfSource(entries: readonly MoneyEntry[], { budget, spent }: Division, entry: MoneyEntry): boolean {
  const from = Math.max(entries.indexOf(budget), entries.indexOf(spent)) + 1;
  return groupsFrom(entries, from, spent.passage).some((group) => group.includes(entry));
}

/** 投入资金128亿元，其中中央资金…，省级资金…: the largest amount of a report, to which levels of government sum. */
function summedBySources(entries: readonly MoneyEntry[]): MoneyEntry | undefined {
  const largest = entries.find((entry) => entries.every(({ money }) => exact(money.yuan).lte(entry.money.yuan)));
  if (!largest || largest.isPart || largest.field === "executed" || largest.field === "balance") return undefined;
  const sums = runBehind(entries, largest).some((run) => {
    const sources = new Set(run.map(({ label }) => (label.startsWith("地方") ? "local" : fundSource(label))));
    const ofLevels = sources.size > 1 && [...sources].every((source) => source === "local" || LEVELS.has(source));
    return ofLevels && meets(inYuan(largest.money), sum(run.map(({ money }) => inYuan(money))));
  });
  return sums ? largest : undefined;
}

/** 资金共200万元: an amount without a word for it, once shown to be what is spent from, is the year's budget. */
function budgetField({ field }: MoneyEntry): FundAmount {
  return field ?? "adjustedBudget";
}

/** The only initial budget that the passage of an adjusted one tells before its sources. */
function initialBeside(entries: readonly MoneyEntry[], { budget }: Division): MoneyEntry[] {
  const own = entries.filter(({ passage }) => passage === budget.passage);
  const parts = own.findIndex((entry, i) => i > own.indexOf(budget) && isNamedSource(entry));
  const initial = own.slice(0, parts < 0 ? undefined : parts).filter(({ field, sure }) => field === "initialBudget" && sure);
  return budget.field === "adjustedBudget" && initial.length === 1 ? initial : [];
}

/** The sources that sum to an amount of the whole, and those called alike beside its other amounts: of them the sum is the author's claim. */
function partsOf(
  entries: readonly MoneyEntry[],
  rates: readonly RateEntry[],
  wholes: ReadonlyMap<FundAmount, MoneyEntry>,
): ProseFacts["borneOut"] {
  const runs = [...wholes].map(([field, whole]) => ({ field, whole, following: runBehind(entries, whole) }));
  const summing = runs.flatMap(({ field, whole, following }) => {
    const parts = following.find((run) => meets(inYuan(whole.money), sum(run.map(({ money }) => inYuan(money)))));
    return parts ? [{ field, parts }] : [];
  });
  const [model] = summing;
  if (!model) return groupedParts(entries, rates, wholes);
  const alike = runs.flatMap(({ field, following }) => {
    if (summing.some((one) => one.field === field)) return [];
    const parts = following.find(
      (run) => run.length === model.parts.length && run.every(({ label }, i) => label === model.parts[i]!.label),
    );
    return parts ? [{ field, parts }] : [];
  });
  // 即省级补助资金: the sources of one amount are those of the others, in other words; where they are not, nobody knows which are meant.
  const isOfModel = ({ parts }: (typeof summing)[number]) =>
    parts.length === model.parts.length && parts.every(({ label }, i) => fundSource(label) === fundSource(model.parts[i]!.label));
  const amounts = [...summing, ...alike]
    .filter(isOfModel)
    .flatMap(({ field, parts }) => parts.map((entry, i) => claimOf(entry, fundSource(entry.label)!, field, model.parts[i]!.label)));
  return { amounts, rates: [] };
}

/** The runs of two and more named sources right behind an amount, in its passage, the shortest first. */
function runBehind(entries: readonly MoneyEntry[], whole: MoneyEntry): MoneyEntry[][] {
  const from = entries.indexOf(whole) + 1;
  const isPart = (entry: MoneyEntry) => entry.passage === whole.passage && isNamedSource(entry);
  const end = entries.findIndex((entry, i) => i >= from && !isPart(entry));
  const run = entries.slice(from, Math.min(end < 0 ? entries.length : end, from + LONGEST_RUN));
  return run.slice(1).map((_, i) => run.slice(0, i + 2));
}
