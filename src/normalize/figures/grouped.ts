import { exact } from "../../core/decimal.js";
import { foldFigure } from "./find-numeral.js";

/** 3,505.38: a digit or a separator that was lost or added breaks its groups of three. */
const GROUPED = /^\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?$/u;
const PLAIN = /^\d+(?:\.\d+)?$/u;
/** Digits and whatever separators stand between them, right or wrong. */
const NUMERAL = /\d(?:[\d,.]*\d)?/gu;

/** Whether a text tells a figure in groups of three digits, and none of its other readings tells another figure: these break the groups, or say the same. */
export function groupsBearOut(text: string, others: readonly string[]): boolean {
  const own = onlyNumeral(text);
  if (own === undefined || !GROUPED.test(own) || others.length === 0) return false;
  return others.every((other) => {
    const numeral = onlyNumeral(other);
    if (numeral === undefined) return false;
    const isFigure = PLAIN.test(numeral) || GROUPED.test(numeral);
    return !isFigure || amountOf(numeral).eq(amountOf(own));
  });
}

function onlyNumeral(text: string): string | undefined {
  const [numeral, ...more] = foldFigure(text).match(NUMERAL) ?? [];
  return more.length === 0 ? numeral : undefined;
}

function amountOf(numeral: string) {
  return exact(numeral.replaceAll(",", ""));
}
