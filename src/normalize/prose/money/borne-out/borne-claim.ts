import type { FundAmount } from "../../../../core/record.js";
import type { ProseAmount } from "../../facts.js";
import type { MoneyEntry } from "./money-entries.js";

/** An amount as what arithmetic shows it to be; certain where its words say so too. */
export function claimOf(entry: MoneyEntry, source: ProseAmount["source"], field: FundAmount, label?: string): ProseAmount {
  return {
    source,
    field,
    money: entry.money,
    evidence: [...entry.evidence!],
    certain: entry.sure && entry.field !== null,
    ...(field === "initialBudget" && !entry.sure ? { bare: true as const } : {}),
    ...(label === undefined ? {} : { label }),
  };
}
