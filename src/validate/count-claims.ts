import { PLAIN_DECIMAL } from "../core/decimal.js";
import type { Claims } from "../core/record.js";

type Count = Claims["counts"][number];

/** A report tells a few counts; of a text that tells thousands the first are enough. */
const MOST = 50;

/** The claims of number, each once however often it is repeated, with its place in the record. A count that is no number is none. */
export function distinctClaims(counts: readonly Count[]): { readonly claim: Count; readonly index: number }[] {
  const seen = new Set<string>();
  const isNumber = (text: string | null) => text === null || PLAIN_DECIMAL.test(text);
  return counts
    .map((claim, index) => ({ claim, index }))
    .filter(({ claim: { of, count, share, band, execution } }) => {
      const key = JSON.stringify([of, count, share, band, execution]);
      const isNew = !seen.has(key) && seen.size < MOST && isNumber(count) && isNumber(share);
      if (isNew) seen.add(key);
      return isNew;
    });
}
