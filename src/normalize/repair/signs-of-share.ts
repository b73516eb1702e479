import type { Message } from "../../core/messages/messages.js";
import type { Draft, Quantity } from "../../core/record.js";
import { foldFigure } from "../figures/find-numeral.js";
import { edited } from "./pointer.js";

type Field = "target" | "actual";

/** The signs of a share, and what is the whole of each. */
const WHOLE: Readonly<Record<string, number>> = { "%": 100, "‰": 1000 };
/** What a reader makes of such a sign: zeros, a part of it, another one. */
const MISREAD = "[0oO°/%‰]*";
const NUMERAL = /\d+(?:\.\d+)?/u;
const PRINTED = /\d[\d,，]*(?:[.．]\d+)?\s*[%％‰]?/u;
/** It is what another reading says, and fits the row; no figure proves it. */
const CONFIDENCE = 0.8;

/**
 * The draft with the sign of a share put back that the reader took for zeros (920%, 95.20 and 88.900 for 92%, 95.2% and 88.9%) or for another (2.5% for 2.5‰): the
 * row's other figure has it, and another reading says so, or only the sign was lost. The figure stays doubtful.
 */
export function withSignsOfShare(draft: Draft): Draft {
  return draft.indicators.reduce((changed, { targetValue, actualValue }, index) => {
    const target = mended(changed, index, "target", targetValue, actualValue);
    return mended(target, index, "actual", actualValue, targetValue);
  }, draft);
}

function mended(draft: Draft, index: number, field: Field, figure: Quantity | null, other: Quantity | null): Draft {
  if (!figure?.doubt || figure.operator === "range" || !other || other.operator === "range") return draft;
  const value = WHOLE[other.unit] === undefined ? undefined : valueWith(other.unit, figure, other);
  if (value === undefined) return draft;
  const path = `/indicators/${index}/${field}`;
  const before = draft.indicators[index]![field];
  const after = before.replace(PRINTED, `${value}${other.unit}`);
  const doubt = { ...figure.doubt, readings: [...new Set([before, ...figure.doubt.readings])] };
  const renewed = edited(
    edited(draft, path, () => after),
    `${path}Value`,
    () => ({ ...figure, value, unit: other.unit, doubt }),
  );
  const because: Message = `The row's other figure has ${other.unit}, and a reading of this one too; readers take it for zeros or for another sign.`;
  return { ...renewed, repairs: [...draft.repairs, { path, before, after, method: "sign-of-row", confidence: CONFIDENCE, because }] };
}

/** The one value that the figure has if what stands behind it is the sign; undefined where it has that, and no more than a whole, or none or several fit. */
function valueWith(sign: string, { value, unit, doubt }: Quantity, other: Quantity): string | undefined {
  const whole = WHOLE[sign]!;
  const exceeds = Number(value) > whole && Number(other.value) <= whole;
  if (unit === sign ? !exceeds : unit !== "" && WHOLE[unit] === undefined) return undefined;
  const fits = doubt!.readings.map(foldFigure).flatMap((reading) => {
    const [numeral] = NUMERAL.exec(reading) ?? [];
    if (numeral === undefined || Number(numeral) > whole || !new RegExp(`^${numeral.replace(".", "\\.")}${MISREAD}$`, "u").test(value))
      return [];
    const isLost = !other.doubt && unit === "" && numeral !== value && Number(numeral) === Number(value);
    return isLost || reading.endsWith(`${numeral}${sign}`) ? [numeral] : [];
  });
  return new Set(fits.map(Number)).size === 1 ? fits.reduce((a, b) => (b.length < a.length ? b : a)) : undefined;
}
