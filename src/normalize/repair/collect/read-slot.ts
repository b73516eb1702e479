import { exact, YUAN_PER } from "../../../core/decimal.js";
import { inYuan, point, points, rounded } from "../../../core/interval.js";
import type { Direction, Doubt, Money, Percent, Points, Quantity } from "../../../core/record.js";
import { withDigits } from "../../figures/confusable.js";
import { findNumeral, foldFigure } from "../../figures/find-numeral.js";
import { readAmount } from "../../figures/money.js";
import { readPercent } from "../../figures/percent.js";
import { pointsOf } from "../../figures/points.js";
import { readQuantity } from "../../figures/quantity.js";
import type { Origin, Reading, Slot } from "../slot.js";
import { variants } from "../variants.js";

/** Readings of one figure that are tried. */
const MOST = 40;

type Named = Pick<Slot, "kind" | "readings"> & { readonly doubt?: Doubt };

/** Marks as a figure that may be repaired, in points. */
export function pointsSlot({ raw, value, doubt }: Points): Named {
  const reading = (text: string, value: string, origin: Origin): Reading => ({
    origin,
    text,
    value,
    printed: exact(value),
    stands: points(value),
  });
  return slot("points", reading(raw, value, "present"), doubt, (text) => pointsOf(text) ?? pointsOf(withDigits(text) ?? ""), reading);
}

/** A rate as a figure that may be repaired, in percent. */
export function percentSlot({ raw, value, doubt }: Percent): Named {
  const reading = (text: string, value: string, origin: Origin): Reading => ({
    origin,
    text,
    value,
    printed: exact(value),
    stands: rounded(value),
  });
  const read = (text: string) =>
    readPercent({ row: 0, column: 0, rowSpan: 1, colSpan: 1, text, evidence: [] }, Number(value))?.value ?? undefined;
  return slot("percent", reading(raw, value, "present"), doubt, read, reading);
}

/** An amount as a figure that may be repaired, held against others in yuan. */
export function moneySlot({ raw, value, unit, doubt }: Money): Named {
  const reading = (text: string, value: string, origin: Origin): Reading => ({
    origin,
    text,
    value,
    unit,
    printed: exact(value).times(YUAN_PER[unit]),
    stands: inYuan({ value, unit }),
  });
  const read = (text: string) => {
    const amount = readAmount(text) ?? readAmount(withDigits(text) ?? "");
    return amount && (amount.unit === undefined || amount.unit === unit) ? amount.value : undefined;
  };
  return slot("money", reading(raw, value, "present"), doubt, read, reading);
}

/** A target or an actual. Its other readings keep the unit: where they lack the sign, the present one's side stands. */
export function quantitySlot(kind: "target" | "actual", text: string, quantity: Quantity, direction: Direction): Named | undefined {
  if (quantity.operator === "range") return undefined;
  const { value, doubt } = quantity;
  const reading = (text: string, value: string, origin: Origin): Reading => ({
    origin,
    text,
    value,
    operator: quantity.operator,
    direction,
    printed: exact(value),
    stands: kind === "target" || !value.includes(".") ? point(value) : rounded(value),
  });
  const read = (other: string) => {
    const found = readQuantity(withoutSpecks(other), kind);
    if (found && found.operator !== "range" && (found.unit === quantity.unit || found.unit === "")) return found.value;
    // What is no quantity as it stands still says which digits a reader saw.
    return soleNumeral(other) ?? soleNumeral(other.replace(/(?<=\d)\s+(?=\d)/gu, ""));
  };
  return slot(kind, reading(text, value, "present"), doubt, read, reading);
}

/** A garbled sign before the figure, and specks between the figure and its unit, are no part of either. */
function withoutSpecks(text: string): string {
  return foldFigure(text)
    .replace(/^[^\p{L}\p{N}≥≤<>=《》-]+/u, "")
    .replace(/(?<=\d)[²³,.\][|'"·-]+(?=\D)/gu, "")
    .replace(/(\p{Script=Han})\1$/u, "$1");
}

/** The numeral of a reading, plain; undefined where it has none or several. */
export function soleNumeral(text: string): string | undefined {
  const folded = withoutSpecks(text);
  const found = findNumeral(folded);
  return found && findNumeral(folded, found.end) === undefined ? found.value : undefined;
}

function slot(
  kind: Slot["kind"],
  present: Reading,
  doubt: Doubt | undefined,
  read: (text: string) => string | undefined,
  reading: (text: string, value: string, origin: Origin) => Reading,
): Named {
  if (!doubt) return { kind, readings: [present] };
  const byValue = new Map([[present.value, present]]);
  const add = (text: string, value: string, origin: Origin) => {
    if (byValue.size < MOST && !byValue.has(value)) byValue.set(value, reading(text, value, origin));
  };
  for (const text of doubt.readings) {
    const value = read(text);
    if (value !== undefined) add(text, value, "given");
  }
  for (const { value, origin } of variants(present.value)) add(value, value, origin);
  return { kind, readings: [...byValue.values()], doubt };
}
