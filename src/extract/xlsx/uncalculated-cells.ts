import { referredCharacter } from "../character-reference.js";

/** A cell with a formula, and what was saved as its value. */
const FORMULA =
  /<((?:\w+:)?)c((?:\s[^<>]*)?)>\s*(?:<\1f(?:\s[^<>]*)?\/>|<\1f(?:\s[^<>]*)?>([^<]*)<\/\1f>)\s*(?:<\1v\s*\/>|<\1v>([^<]*)<\/\1v>)?\s*<\/\1c>/gu;
const TYPE = /\st="[^"]*"/u;
/** `=100%`, `=16台`: a single figure, with Chinese behind it or not, and no reference, function or sign. */
const TYPED = /^\s*(\d+(?:\.\d+)?)\s*[%‰％]?\s*(\p{Script=Han}{1,8})?\s*$/u;
/** What programs that calculate nothing save with a formula. */
const NOUGHT = /^\s*0(?:\.0+)?\s*$/u;
/** The workbook asks to be calculated when it is opened. */
const ASKS = /<(?:\w+:)?calcPr\s[^<>]*\bfullCalcOnLoad="(?:1|true)"/u;

/**
 * A worksheet part's cells with a formula and no saved value: the program that wrote them left the calculation to Excel. A target such as `=16台`
 * that a program took for a formula is text again, since nothing can be calculated from it; the others are empty and counted. Noughts of a workbook
 * that nobody has calculated yet are no values.
 */
export function uncalculatedCells(
  sheet: string,
  workbook: { readonly isCalculated: boolean },
): { readonly sheet: string; readonly typed: number; readonly empty: number } {
  let typed = 0;
  let empty = 0;
  const mended = sheet.replace(FORMULA, (cell, prefix: string, attributes: string, formula: string | undefined, saved = "") => {
    const isNought = NOUGHT.test(saved);
    if (saved.trim() !== "" && !isNought) return cell;
    const text = plainText(formula ?? "");
    const [, figure, unit] = TYPED.exec(text) ?? [];
    // 100 % is not nought, and a figure with its unit has no value.
    if (figure !== undefined && (!isNought || unit !== undefined || Number(figure) !== 0 || !workbook.isCalculated)) {
      typed++;
      return `<${prefix}c${attributes.replace(TYPE, "")} t="str"><${prefix}v>=${text}</${prefix}v></${prefix}c>`;
    }
    if (isNought && workbook.isCalculated) return cell;
    empty++;
    return `<${prefix}c${attributes.replace(TYPE, "")}/>`;
  });
  return { sheet: mended, typed, empty };
}

/** Whether the values of a workbook's formulas were calculated before they were saved: it does not ask for it, or one of them is not nought. */
export function isCalculated(workbook: string, sheets: readonly string[]): boolean {
  return (
    !ASKS.test(workbook) ||
    sheets.some((sheet) => [...sheet.matchAll(FORMULA)].some(([, , , , saved = ""]) => saved.trim() !== "" && !NOUGHT.test(saved)))
  );
}

/** Numeric references undone: the text is one figure and Chinese, in which nothing else is escaped. */
function plainText(escaped: string): string {
  return escaped.replace(
    /&#(?:x([\da-f]{1,6})|(\d{1,7}));/giu,
    (whole, hexadecimal: string | undefined, decimal: string | undefined) => referredCharacter(decimal, hexadecimal) ?? whole,
  );
}
