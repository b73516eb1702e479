import type { ProseAmount } from "../facts.js";

/**
 * 省级下达655万元 is all of the money where no other source is told of. Beside 市县下达1920万元 it is that source's, and neither is the whole's; of what was
 * given among other words, 收到中央资金7318万元, nothing is believed without the others.
 */
export function settleSources(amounts: readonly ProseAmount[]): ProseAmount[] {
  const isSeveral = new Set(amounts.flatMap(({ of }) => of ?? [])).size > 1;
  return amounts.flatMap((amount) => {
    if (amount.of === undefined) return [amount];
    if (isSeveral) return [{ ...amount, source: amount.of }];
    return amount.source === "total" ? [amount] : [];
  });
}
