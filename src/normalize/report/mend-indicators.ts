import { exact } from "../../core/decimal.js";
import type { Draft, Indicator } from "../../core/record.js";
import { LETTERS_FOR_DIGITS, SIGN_MISREAD } from "../figures/confusable.js";
import { readQuantity } from "../figures/quantity.js";
import { directionOf } from "../indicators/direction.js";
import { withoutSlips } from "../lexicon/recognition-slips.js";
import { foldWidth } from "../numeral.js";

type Repair = Draft["repairs"][number];

const NAMES = ["level1", "level2", "level3"] as const;
const MENDED = new Map([
  [LETTERS_FOR_DIGITS, { method: "confusable-digit", because: "Letters stand among the digits of a numeral, and look like digits." }],
  [SIGN_MISREAD, { method: "confusable-sign", because: "The sign of comparison looks like what stands in its place, and is missing." }],
]);

/** Indicators in which recognition's known slips are undone: garbled words in names, and a 2 where the others have the sign ≥. */
export function mendIndicators<Row extends Omit<Indicator, "id">>(rows: readonly Row[]): { rows: Row[]; repairs: Repair[] } {
  const isGarbled = rows.some(isMended);
  const signed = rows.filter(({ targetValue }) => targetValue?.signed).length;
  const mended = rows.map((row) => (isGarbled && signed > 0 ? withSign(row) : row)).map(withNames);
  return {
    rows: mended,
    repairs: mended.flatMap((row, i) => [...nameRepairs(rows[i]!, row, i), ...figureRepairs(row, i)]),
  };
}

function isMended({ targetValue, actualValue, weight, score }: Omit<Indicator, "id">): boolean {
  return [targetValue, actualValue, weight, score].some((figure) => figure?.doubt && MENDED.has(figure.doubt.because));
}

function withNames<Row extends Omit<Indicator, "id">>(row: Row): Row {
  const names = Object.fromEntries(NAMES.map((field) => [field, withoutSlips(row[field])]));
  return { ...row, ...names };
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

function nameRepairs(before: Omit<Indicator, "id">, after: Omit<Indicator, "id">, i: number): Repair[] {
  return NAMES.filter((field) => before[field] !== after[field]).map((field) => ({
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
