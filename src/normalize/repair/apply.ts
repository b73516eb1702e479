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
  const settled = doubt ? renewed : withoutRowDoubt(renewed, text, slot.doubt);
  return edited(settled, `${text.row}/${text.field}`, (printed) => withNumeral(printed as string, reading.value));
}

/** The draft without the doubt of a figure whose reading is confirmed. */
export function withoutDoubt(draft: Draft, slot: Slot): Draft {
  const cleared = slot.paths.reduce((changed, path) => edited(changed, path, withoutOwnDoubt), draft);
  const text = rowText(slot);
  return text ? withoutRowDoubt(cleared, text, slot.doubt) : cleared;
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

interface RowText {
  readonly row: string;
  readonly field: "target" | "actual";
}

function rowText({ kind, paths }: Slot): RowText | undefined {
  return kind === "target" || kind === "actual" ? { row: paths[0]!.slice(0, paths[0]!.lastIndexOf("/")), field: kind } : undefined;
}

/** A row without the doubt of a text whose quantity is settled: it goes where no other text of the row has one. */
function withoutRowDoubt(draft: Draft, { row, field }: RowText, was: Doubt | undefined): Draft {
  return edited(draft, row, (value) => {
    const { doubt, ...rest } = value as Indicator;
    if (!doubt) return value;
    if (doubt.on === undefined) return JSON.stringify(doubt) === JSON.stringify(was) ? rest : value;
    const on = doubt.on.filter((one) => one !== field);
    if (on.length === 0) return rest;
    const other = on.includes("target") ? rest.targetValue?.doubt : on.includes("actual") ? rest.actualValue?.doubt : undefined;
    return { ...rest, doubt: { ...(doubt.on[0] === field ? (other ?? doubt) : doubt), on } };
  });
}

/** The text with its first numeral exchanged. */
function withNumeral(text: string, value: string): string {
  return text.replace(/\d[\d,，]*(?:[.．]\d+)?/u, value);
}
