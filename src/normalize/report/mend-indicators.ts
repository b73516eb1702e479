import { decimalPlaces, exact } from "../../core/decimal.js";
import type { Draft, Indicator, Quantity } from "../../core/record.js";
import { LETTERS_FOR_DIGITS, SIGN_MISREAD } from "../figures/confusable.js";
import { readQuantity } from "../figures/quantity.js";
import { directionOf } from "../indicators/targets/direction.js";
import { withoutSlips } from "../lexicon/writing/recognition-slips.js";
import { foldWidth } from "../numeral.js";

type Repair = Draft["repairs"][number];

const TEXTS = ["level1", "level2", "level3", "target", "actual"] as const;
const MENDED: ReadonlyMap<string, Pick<Repair, "method" | "because">> = new Map([
  [LETTERS_FOR_DIGITS, { method: "confusable-digit", because: "Letters stand among the digits of a numeral, and look like digits." }],
  [SIGN_MISREAD, { method: "confusable-sign", because: "The sign of comparison looks like what stands in its place, and is missing." }],
]);

/** Indicators in which recognition's known slips are undone: garbled words in names and units, and a 2 where the others have the sign ≥. */
export function mendIndicators<Row extends Omit<Indicator, "id">>(rows: readonly Row[]): { rows: Row[]; repairs: Repair[] } {
  const isGarbled = rows.some(({ targetValue }) => targetValue?.signed) ? rows.some(isMended) : false;
  const mended = isGarbled || rows.some(isShareBehindSign) ? rows.map(withSign) : rows;
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
 * which reaches it, or gives the row's score or its completion. What comes of that is doubtful.
 */
function withSign<Row extends Omit<Indicator, "id">>(row: Row): Row {
  const meant = behindSign(row);
  if (!meant || !(isNearer(row, meant) || isShareBehindSign(row) || givesMarks(row, meant))) return row;
  const doubt = { confidence: 0.6, readings: [row.target], because: SIGN_MISREAD };
  return {
    ...row,
    target: `≥${foldWidth(row.target).trim().slice(1)}`,
    targetValue: { ...meant, doubt },
    direction: directionOf(meant, row),
  };
}

/** What a target says without its first 2, as the sign ≥; null where it has a sign, or begins with no 2. */
function behindSign({ target, targetValue, actualValue }: Omit<Indicator, "id">): Quantity | null {
  if (!targetValue || targetValue.signed || targetValue.operator === "range" || !actualValue || actualValue.operator === "range")
    return null;
  const text = foldWidth(target).trim();
  return /^2[1-9]/u.test(text) ? readQuantity(`≥${text.slice(1)}`) : null;
}

/** 298% beside 99%: of what is never more than the whole, no more than that was meant to be done. */
function isShareBehindSign(row: Omit<Indicator, "id">): boolean {
  const meant = behindSign(row);
  const isShare = (quantity: Quantity | null) => quantity?.unit === "%" && exact(quantity.value).lte(WHOLE);
  return isShare(meant) && isShare(row.actualValue) && !isShare(row.targetValue);
}

const WHOLE = 100;

/** Nearer by proportion: actual / rest < printed / actual. */
function isNearer({ targetValue, actualValue }: Omit<Indicator, "id">, meant: Quantity): boolean {
  const [printed, rest, actual] = [exact(targetValue!.value), exact(meant.value), exact(actualValue!.value)];
  return actual.gte(rest) && actual.times(actual).lt(printed.times(rest));
}

/** Whether the actual's share of what is left is the row's completion, or that of its score in the weight: of the target as printed it cannot be. */
function givesMarks({ actualValue, weight, score, completionRate }: Omit<Indicator, "id">, meant: Quantity): boolean {
  const share = exact(actualValue!.value).div(meant.value);
  const gives = (full: string, printed: string) => {
    const places = decimalPlaces(printed);
    return exact(printed).lt(full) && share.times(full).toDecimalPlaces(places).equals(printed);
  };
  if (completionRate && gives(String(WHOLE), completionRate.value)) return true;
  return weight !== null && score !== null && exact(score.value).gt(0) && gives(weight.value, score.value);
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
