import type { Claims } from "../../../core/record.js";
import type { ProseAmount } from "../facts.js";

/** A rate as its clause tells it: `of` the source that the clause is on. */
export type ToldRate = Claims["rates"][number] & Pick<ProseAmount, "of">;

/**
 * 省级下达655万元 is all of the money where no other source is told of. Beside 市县下达1920万元 it is that source's, and neither is the whole's; of what was
 * given among other words, 收到中央资金7318万元, nothing is believed without the others.
 */
export function settleSources(amounts: readonly ProseAmount[]): ProseAmount[] {
  const isSeveral = namesSeveral(amounts);
  return amounts.flatMap((amount) => {
    if (amount.of === undefined) return [amount];
    if (isSeveral) return [{ ...amount, source: amount.of }];
    return amount.source === "total" ? [amount] : [];
  });
}

/** The rate of one source's money is the whole's where no other source is told of and no rate of the whole itself. */
export function settleRates(rates: readonly ToldRate[], amounts: readonly ProseAmount[]): Claims["rates"] {
  const isPart = namesSeveral([...amounts, ...rates]) || rates.some(({ of }) => of === undefined);
  return rates.map(({ of, ...rate }) => (of && isPart ? { ...rate, source: of } : rate));
}

function namesSeveral(told: readonly Pick<ProseAmount, "of">[]): boolean {
  return new Set(told.flatMap(({ of }) => of ?? [])).size > 1;
}
