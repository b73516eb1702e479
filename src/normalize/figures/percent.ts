import { decimalPlaces, exact } from "../../core/decimal.js";
import type { Cell } from "../../core/extracted.js";
import type { Percent } from "../../core/record.js";
import { figureOf } from "./cell-figure.js";
import { withDigits } from "./confusable.js";
import { findNumeral, foldFigure } from "./find-numeral.js";

/** Digits that binary floats add behind the last one that was meant. */
const NOISE = 8;

/** A decimal without the tail of a binary float (0.0900000762939453 → 0.09). */
export function denoise(value: string): string {
  if (decimalPlaces(value) <= NOISE) return value;
  return exact(value).toDecimalPlaces(6).toFixed();
}

/**
 * A cell of a rate column, in percent. A figure without a sign may be a fraction: `0.5556` is 55.56, `1` is 100 — unless the
 * quotient of the row's own figures (`expected`, in percent, when known) says otherwise.
 */
export function readPercent(cell: Cell | undefined, expected?: number): Percent | null {
  if (!cell) return null;
  const plain = percentOf(cell.text, expected);
  const value = plain ?? percentOf(withDigits(cell.text) ?? "", expected);
  return value === undefined ? null : { ...figureOf(cell, plain === undefined), value };
}

function percentOf(text: string, expected: number | undefined): string | undefined {
  const folded = foldFigure(text).replace(/\(.*\)$/u, "");
  const found = findNumeral(folded);
  if (found?.start !== 0) return undefined;
  const suffix = folded.slice(found.end);
  if (suffix === "%" || suffix === "百分比") return denoise(found.value);
  if (suffix === "‰") return exact(found.value).div(10).toFixed();
  if (suffix !== "") return undefined;
  return isFraction(found.value, expected) ? shiftTwo(found.value) : denoise(found.value);
}

function isFraction(value: string, expected: number | undefined): boolean {
  const plain = Number(value);
  if (plain === 0) return false;
  if (expected !== undefined && expected > 0) return Math.abs(plain * 100 - expected) < Math.abs(plain - expected);
  return plain <= 1;
}

/** 0.5556 → 55.56, 1 → 100, 0.95 → 95: two places up, digits kept as printed. */
function shiftTwo(value: string): string {
  const places = Math.max(0, decimalPlaces(denoise(value)) - 2);
  return exact(denoise(value)).times(100).toFixed(places);
}
