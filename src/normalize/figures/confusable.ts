import confusables from "../lexicon/confusables.json" with { type: "json" };
import { foldFigure } from "./find-numeral.js";

const DIGITS = confusables.digits as unknown as { readonly [character: string]: readonly [string, string] };

/**
 * A figure's cell with the letters that recognition takes for digits put right (`l0` → `10`, `9O.5` → `90.5`); undefined when nothing was
 * to put right, or something else stands in the cell. What comes out is a reading to be doubted, not a fact.
 */
export function withDigits(text: string): string | undefined {
  const folded = foldFigure(text).replace(/[,.，。]$/u, "");
  if (folded.length > 14 || !/^[\dA-Za-z|〇.,%分]+$/u.test(folded)) return undefined;
  let changed = false;
  const mended = Array.from(folded, (character) => {
    const digit = DIGITS[character]?.[0];
    if (digit === undefined) return character;
    changed = true;
    return digit;
  }).join("");
  return changed && /^[\d.,%分]+$/u.test(mended) ? mended : undefined;
}
