import { toYuan } from "../../core/decimal.js";
import type { Doubt, Draft, Indicator, MoneyUnit } from "../../core/record.js";
import { edited } from "./pointer.js";
import type { Reading, Slot } from "./slot.js";

interface Doubted {
  readonly doubt?: Doubt;
  readonly unit?: string;
}

/** The draft with another reading of a figure in every place where it stands; its doubt stays where `doubt` is given. */
export function withReading(draft: Draft, slot: Slot, reading: Reading, doubt: Doubt | undefined): Draft {
  const renewed = slot.paths.reduce(
    (changed, path) =>
      edited(changed, path, (figure) => {
        const { doubt: _, ...rest } = figure as Doubted;
        const value = {
          ...("raw" in rest ? { raw: reading.text } : {}),
          value: reading.value,
          ...("yuan" in rest ? { yuan: toYuan(reading.value, rest.unit as MoneyUnit) } : {}),
        };
        return { ...rest, ...value, ...(doubt ? { doubt } : {}) };
      }),
    draft,
  );
  const text = rowText(slot);
  if (!text) return renewed;
  const settled = doubt ? renewed : withoutRowDoubt(renewed, text.row, slot.doubt);
  return edited(settled, `${text.row}/${text.field}`, (printed) => withNumeral(printed as string, reading.value));
}

/** The draft without the doubt of a figure whose reading is confirmed. */
export function withoutDoubt(draft: Draft, slot: Slot): Draft {
  const cleared = slot.paths.reduce((changed, path) => edited(changed, path, withoutOwnDoubt), draft);
  const text = rowText(slot);
  return text ? withoutRowDoubt(cleared, text.row, slot.doubt) : cleared;
}

function withoutOwnDoubt(figure: unknown): unknown {
  const { doubt: _, ...rest } = figure as Doubted;
  return rest;
}

/** Where a repair of the slot is listed: a quantity's under the text that it was read from. */
export function pathOf(slot: Slot): string {
  const text = rowText(slot);
  return text ? `${text.row}/${text.field}` : slot.paths[0]!;
}

function rowText({ kind, paths }: Slot): { readonly row: string; readonly field: "target" | "actual" } | undefined {
  return kind === "target" || kind === "actual" ? { row: paths[0]!.slice(0, paths[0]!.lastIndexOf("/")), field: kind } : undefined;
}

/**
 * A row tells the doubt of the first of its texts that has one: name, target, actual. Where that was the quantity's doubt it goes with it,
 * and the other quantity's takes its place; where the actual is no quantity its doubt is not known, and the row keeps the one it has.
 */
function withoutRowDoubt(draft: Draft, row: string, was: Doubt | undefined): Draft {
  return edited(draft, row, (value) => {
    const { doubt, ...rest } = value as Indicator;
    if (!doubt || JSON.stringify(doubt) !== JSON.stringify(was)) return value;
    const other = rest.targetValue?.doubt ?? rest.actualValue?.doubt;
    if (other) return { ...rest, doubt: other };
    return rest.targetValue && rest.actualValue ? rest : value;
  });
}

/** The text with its first numeral exchanged. */
function withNumeral(text: string, value: string): string {
  return text.replace(/\d[\d,，]*(?:[.．]\d+)?/u, value);
}
