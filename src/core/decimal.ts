import { Decimal as DecimalJs } from "decimal.js";
import type { MoneyUnit } from "./record.js";

/** Exact decimal arithmetic; 40 digits are more than any report's quotient is compared at. */
const Exact = DecimalJs.clone({ precision: 40, rounding: DecimalJs.ROUND_HALF_UP, toExpNeg: -40, toExpPos: 60 });
export type Exact = DecimalJs;

/** A decimal as plain text: no exponent, no separators. */
export const PLAIN_DECIMAL = /^-?\d+(\.\d+)?$/u;

/** A decimal of its plain text. Throws when the text is no plain decimal: figures are parsed by the normaliser, not here. */
export function exact(value: string | number): Exact {
  return new Exact(value);
}

/** The sum of decimals; what is not told adds nothing. */
export function sumOf(values: Iterable<Exact | string | null | undefined>): Exact {
  let sum = exact(0);
  for (const value of values) if (value !== null && value !== undefined) sum = sum.plus(value);
  return sum;
}

/** Digits after the point, as printed: `"60.00"` has 2. */
export function decimalPlaces(value: string): number {
  const point = value.indexOf(".");
  return point < 0 ? 0 : value.length - point - 1;
}

/** A plain decimal without exponent and without trailing zeros. */
export function plain(value: Exact): string {
  return value.toFixed();
}

/** Yuan in a unit of money, plain. */
export const YUAN_PER: { readonly [unit in MoneyUnit]: string } = { 元: "1", 万元: "10000", 亿元: "100000000" };

/** `value` of `unit` in yuan, plain. */
export function toYuan(value: string, unit: MoneyUnit): string {
  return plain(exact(value).times(YUAN_PER[unit]));
}
