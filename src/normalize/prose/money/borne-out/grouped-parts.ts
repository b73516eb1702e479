import { inYuan, meets, sum } from "../../../../core/interval.js";
import type { FundAmount } from "../../../../core/record.js";
import { fundSource } from "../../../lexicon/labels/fund-source.js";
import type { ProseFacts } from "../../facts.js";
import { claimOf } from "./borne-claim.js";
import type { MoneyEntry, RateEntry } from "./money-entries.js";

export const BUDGETS: readonly FundAmount[] = ["adjustedBudget", "initialBudget", "received"];
/** Of how many amounts the parts must sum to the whole's where those of another, named alike for each, miss it: the author's sum, not another list. */
const LEAST_SUMMING = 2;

/**
 * 财政拨款预算80万元、执行78万元；其他资金预算8万元、执行8万元: each source with all of its amounts, in the whole's passage or the next, where those of each kind
 * sum to that of the whole. The rate behind a source's amounts is its own.
 */
export function groupedParts(
  entries: readonly MoneyEntry[],
  rates: readonly RateEntry[],
  wholes: ReadonlyMap<FundAmount, MoneyEntry>,
): ProseFacts["borneOut"] {
  const spent = wholes.get("executed");
  const beside = new Map([...wholes].filter(([, { passage }]) => passage === spent?.passage));
  const groups = spent && beside.size > 1 ? groupsBehind(entries, [...beside.values()]) : [];
  const fields = groups.length > 1 ? fieldsOf(groups, beside) : undefined;
  if (!fields) return { amounts: [], rates: [] };
  const labels = groups.map(([entry]) => entry!.label);
  return {
    amounts: groups.flatMap((group, i) => fields.map((field, at) => claimOf(group[at]!, fundSource(labels[i]!)!, field, labels[i]!))),
    rates: groups.flatMap((group, i) => {
      const rate = rates.find(({ behind }) => behind === group.at(-1));
      return rate ? [{ source: fundSource(labels[i]!)!, label: labels[i]!, rate: rate.rate, evidence: [...rate.evidence!] }] : [];
    }),
  };
}

/** The sources behind the whole's amounts that have as many amounts as the first of them, two or more, the last of which was spent. */
function groupsBehind(entries: readonly MoneyEntry[], wholes: readonly MoneyEntry[]): MoneyEntry[][] {
  const groups = groupsFrom(entries, Math.max(...wholes.map((whole) => entries.indexOf(whole))) + 1, wholes[0]!.passage);
  const [model = []] = groups;
  const odd = groups.findIndex((group) => group.length !== model.length || group.at(-1)!.field !== "executed");
  return model.length < 2 ? [] : groups.slice(0, odd < 0 ? undefined : odd);
}

/** Of which of the whole's amounts the groups' are, in order; undefined where their sums do not show it. */
function fieldsOf(groups: readonly (readonly MoneyEntry[])[], wholes: ReadonlyMap<FundAmount, MoneyEntry>): FundAmount[] | undefined {
  const [model] = groups as [readonly MoneyEntry[]];
  const fields: FundAmount[] = [];
  let summing = 0;
  for (const at of model.keys()) {
    const own = groups.map((group) => group[at]!);
    const total = sum(own.map(({ money }) => inYuan(money)));
    const isLast = at === model.length - 1;
    const open = isLast ? (["executed"] as const) : [model[at]!.field ?? "adjustedBudget", ...BUDGETS];
    const summed = open.find((field) => !fields.includes(field) && isSumOf(wholes.get(field), total));
    const field = summed ?? (own.every((entry) => entry.sure && entry.field === own[0]!.field) ? own[0]!.field : null);
    if (!field || fields.includes(field) || !wholes.has(field)) return undefined;
    if (summed) summing++;
    fields.push(field);
  }
  return summing === fields.length || summing >= LEAST_SUMMING ? fields : undefined;
}

function isSumOf(whole: MoneyEntry | undefined, total: ReturnType<typeof sum>): boolean {
  return whole !== undefined && meets(inYuan(whole.money), total);
}

/** The named sources right behind a place, in its passage or those that follow each other, each with the amounts behind it there that name none. */
export function groupsFrom(entries: readonly MoneyEntry[], from: number, passage: number): MoneyEntry[][] {
  const groups: MoneyEntry[][] = [];
  for (const entry of entries.slice(from)) {
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (isNamedSource(entry) && entry.passage <= (before?.passage ?? passage) + 1) groups.push([entry]);
    else if (before?.passage !== entry.passage) break;
    else last!.push(entry);
  }
  return groups;
}

/** Whether an amount's label names a source other than the whole. */
export function isNamedSource({ label }: MoneyEntry): boolean {
  const source = fundSource(label);
  return source !== undefined && source !== "total";
}
