import { exact } from "../../core/decimal.js";
import type { Draft, Indicator, Quantity } from "../../core/record.js";
import { LETTERS_FOR_DIGITS, SIGN_MISREAD } from "../figures/confusable.js";
import { readQuantity } from "../figures/quantity.js";
import { directionOf } from "../indicators/direction.js";
import { withoutSlips } from "../lexicon/recognition-slips.js";
import { foldWidth } from "../numeral.js";

type Repair = Draft["repairs"][number];

const TEXTS = ["level1", "level2", "level3", "target", "actual"] as const;
const MENDED = new Map([
  [LETTERS_FOR_DIGITS, { method: "confusable-digit", because: "Letters stand among the digits of a numeral, and look like digits." }],
  [SIGN_MISREAD, { method: "confusable-sign", because: "The sign of comparison looks like what stands in its place, and is missing." }],
]);

/** Indicators in which recognition's known slips are undone: garbled words in names and units, and a 2 where the others have the sign ≥. */
export function mendIndicators<Row extends Omit<Indicator, "id">>(rows: readonly Row[]): { rows: Row[]; repairs: Repair[] } {
  const isGarbled = rows.some(isMended);
  const signed = rows.filter(({ targetValue }) => targetValue?.signed).length;
  const mended = rows.map((row) => (isGarbled && signed > 0 ? withSign(row) : row));
  const spelt = mended.map(withWords);
  return {
    rows: spelt,
    repairs: spelt.flatMap((row, i) => [...wordRepairs(mended[i]!, row, i), ...figureRepairs(row, i)]),
  };
}

function isMended({ targetValue, actualValue, weight, score }: Omit<Indicator, "id">): boolean {
  return [targetValue, actualValue, weight, score].some((figure) => figure?.doubt && MENDED.has(figure.doubt.because));
}

function withWords<Row extends Omit<Indicator, "id">>(row: Row): Row {
  const texts = Object.fromEntries(TEXTS.map((field) => [field, withoutSlips(row[field])]));
  const { targetValue, actualValue } = row;
  return { ...row, ...texts, targetValue: withUnit(targetValue), actualValue: withUnit(actualValue) };
}

function withUnit(quantity: Quantity | null): Quantity | null {
  return quantity && { ...quantity, unit: withoutSlips(quantity.unit) };
}

/**
 * A target without a sign whose first 2 is the sign ≥ (294%), in a report that recognition garbled: what is left of it is nearer to the actual value,
 * which reaches it. What comes of that is doubtful.
 */
function withSign<Row extends Omit<Indicator, "id">>(row: Row): Row {
  const { target, targetValue, actualValue } = row;
  if (!targetValue || targetValue.signed || targetValue.operator === "range" || !actualValue) return row;
  const text = foldWidth(target).trim();
  if (!/^2[1-9]/u.test(text)) return row;
  const meant = `≥${text.slice(1)}`;
  const quantity = readQuantity(meant);
  if (!quantity) return row;
  const [printed, rest, actual] = [exact(targetValue.value), exact(quantity.value), exact(actualValue.value)];
  // Nearer by proportion: actual / rest < printed / actual.
  if (actual.lt(rest) || actual.times(actual).gte(printed.times(rest))) return row;
  const doubt = { confidence: 0.6, readings: [target], because: SIGN_MISREAD };
  return { ...row, target: meant, targetValue: { ...quantity, doubt }, direction: directionOf(quantity, row) };
}

function wordRepairs(before: Omit<Indicator, "id">, after: Omit<Indicator, "id">, i: number): Repair[] {
  return TEXTS.filter((field) => before[field] !== after[field]).map((field) => ({
    path: `/indicators/${i}/${field}`,
    before: before[field],
    after: after[field],
    method: "known-slip",
    confidence: 0.9,
    because: "The characters mean nothing as printed and look like a word of these reports.",
  }));
}

function figureRepairs(row: Omit<Indicator, "id">, i: number): Repair[] {
  return (["target", "actual"] as const).flatMap((field) => {
    const doubt = row[`${field}Value`]?.doubt;
    const how = doubt && MENDED.get(doubt.because);
    return how ? [{ path: `/indicators/${i}/${field}`, before: doubt.readings[0]!, after: row[field], confidence: 0.6, ...how }] : [];
  });
}
