import { referredCharacter } from "../character-reference.js";

/** A cell that ends after its formula, or after a value without text. */
const VALUELESS =
  /<((?:\w+:)?)c((?:\s[^<>]*)?)>\s*(?:<\1f(?:\s[^<>]*)?\/>|<\1f(?:\s[^<>]*)?>([^<]*)<\/\1f>)\s*(?:(?:<\1v\s*\/>|<\1v>\s*<\/\1v>)\s*)?<\/\1c>/gu;
const TYPE = /\st="[^"]*"/u;
/** `=100%`, `=16台`: a single figure, with Chinese behind it or not, and no reference, function or sign. */
const TYPED = /^\s*\d+(?:\.\d+)?\s*[%‰％]?\s*(?:\p{Script=Han}{1,8})?\s*$/u;

/**
 * A worksheet part's cells with a formula and no saved value: the program that wrote them left the calculation to Excel. A target such as `=16台`
 * that a program took for a formula is text again, since nothing can be calculated from it; the others stay empty and are counted.
 */
export function uncalculatedCells(sheet: string): { readonly sheet: string; readonly typed: number; readonly empty: number } {
  let typed = 0;
  let empty = 0;
  const mended = sheet.replace(VALUELESS, (cell, prefix: string, attributes: string, formula: string | undefined) => {
    const text = plainText(formula ?? "");
    if (!TYPED.test(text)) {
      empty++;
      return cell;
    }
    typed++;
    return `<${prefix}c${attributes.replace(TYPE, "")} t="str"><${prefix}v>=${text}</${prefix}v></${prefix}c>`;
  });
  return { sheet: mended, typed, empty };
}

/** Numeric references undone: the text is one figure and Chinese, in which nothing else is escaped. */
function plainText(escaped: string): string {
  return escaped.replace(
    /&#(?:x([\da-f]{1,6})|(\d{1,7}));/giu,
    (whole, hexadecimal: string | undefined, decimal: string | undefined) => referredCharacter(decimal, hexadecimal) ?? whole,
  );
}
